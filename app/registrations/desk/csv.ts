import type { LoaderFunctionArgs } from '@remix-run/node'
import { maskedTable } from '../exporting.server'

export const loader = ({ params, context }: LoaderFunctionArgs) => maskedTable(context, params.id, 'csv')
