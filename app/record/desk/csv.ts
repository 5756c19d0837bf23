import type { LoaderFunctionArgs } from '@remix-run/node'
import { i18nFor } from '~/i18n'
import { toCell } from '~/web/dates'
import { zoneName } from '~/consultations/parts/instant'
import { allowedIn } from '~/web/access.server'
import { headLine, tableAnswer, tableLines } from '~/web/table-file.server'
import { recordFilter } from '../forms'
import { actorOf, actWord, factsText } from '../lines'
import { recordPortions, type RecordLine } from '../reads.server'
import { mayReadRecord, type Subject } from '../rules'

const COLUMNS = ['seq', 'at', 'person', 'role', 'department', 'act', 'subject', 'id', 'why', 'facts'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = allowedIn(context, mayReadRecord(context.viewer))
  const filter = recordFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { lang, county } = context
  const i18n = i18nFor(lang)
  const { t } = i18n
  const row = (line: RecordLine) => [
    line.seq,
    toCell(line.at, county.zone),
    ...actorOf(t, line),
    (lang === 'en' && line.departmentEn) || (line.department ?? ''),
    actWord(t, line.act),
    t(`record:subject.${line.subject as Subject}`),
    line.subjectId,
    line.why,
    factsText(line.facts, line.act, { i18n, lang, zone: county.zone }),
  ]
  async function* lines() {
    yield headLine(
      COLUMNS.map((name) => (name === 'at' ? t('record:at-in', { zone: zoneName(county.zone, lang) }) : t(`record:column.${name}`))),
    )
    for await (const portion of recordPortions(viewer, filter, county.zone)) yield tableLines(portion.map(row))
  }
  return tableAnswer('record', lines())
}
