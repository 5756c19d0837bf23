import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nFor } from '~/i18n'
import { headLine, tableLines } from '~/web/table-file.server'
import { forASecond } from '~/web/responses.server'
import { sessionFor } from '../session.server'
import { columns, transcriptRow } from '../transcript-table'
import { transcriptOf } from '../transcript-reads.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const t = i18nFor(context.lang).getFixedT(context.lang, 'live')
  const rows = (await transcriptOf(session.id)).map((question) => transcriptRow(question, t, context.lang, context.county.zone))
  const lines = headLine(columns.map((column) => t(`transcript.columns.${column}`))) + tableLines(rows)
  const name = `live-${session.code}.csv`
  return new Response(lines, {
    headers: {
      ...forASecond,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      Vary: 'Cookie',
    },
  })
}
