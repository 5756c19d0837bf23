import type { LoaderFunctionArgs } from '@remix-run/node'
import { publishedReports } from '~/reports/reads.server'
import { fullAddress } from '~/web/address'
import { answer } from './answer.server'
import { LICENCE, reportList } from './schemas'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const rows = await publishedReports()
  const reports = rows.map(({ department, departmentEn, ...row }) => ({
    ...row,
    department: { name: department, nameEn: departmentEn },
    closesAt: row.closesAt.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
    url: fullAddress(context.origin, `/consultations/${row.slug}/report`),
  }))
  return answer(request, reportList, { licence: LICENCE, reports })
}
