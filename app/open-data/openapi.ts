import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { fullAddress } from '~/web/address'
import { answer } from './answer.server'
import { describeApi } from './description'

export function loader({ request, context }: LoaderFunctionArgs) {
  return answer(request, z.any(), describeApi(fullAddress(context.origin, ''), context.county.name))
}
