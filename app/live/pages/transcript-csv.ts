import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nFor } from '~/i18n'
import { headLine, tableLines } from '~/web/table-file.server'
import { forASecond } from '~/web/responses.server'
import { onClock } from '../clocks.server'
import { sessionFor } from '../session.server'
import { columns, transcriptRow } from '../transcript-table'
import { transcriptOf } from '../transcript-reads.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const t = i18nFor(context.lang).getFixedT(context.lang, 'live')
  const { zone } = context.county
  const questions = await onClock(await transcriptOf(session.id), zone, () => session)
  const rows = questions.map((question) => transcriptRow(question, t, context.lang, zone))
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
