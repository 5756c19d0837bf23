import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound } from '~/web/responses.server'
import { fullTable } from '../exporting.server'

export function loader() {
  throw notFound()
}

export const action = ({ params, context }: ActionFunctionArgs) => fullTable(context, params.id, 'csv')
