import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Details } from '~/ui/details'
import { UserText } from '~/ui/quote'
import { SummaryList, type SummaryItem } from '~/ui/summary-list'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import type { CommentedOn } from '../form-reads.server'
import { askedOf, displayName } from '../rules'
import { articleName } from './article-name'
import { commentTrail } from './comment-page'
import { PublicFacts } from './what-is-public'

const FIELDS = ['key', 'stance', 'body', 'replacement', 'name', 'contact'] as const

type Given = { on: CommentedOn; values: Record<string, string>; sent?: boolean }

/** Everything once more before it is sent. The answers travel in the form itself; nothing is sent yet, unless one came back from the receipt. */
export function CheckAnswers({ on, values, sent = false }: Given) {
  const { t } = useTranslation(['comments', 'consultations'])
  const to = (page: string) => address(`/consultations/${on.slug}/comments/${page}`, { article: on.about?.anchor })
  return (
    <Page title={t('check.title')} lead={t(sent ? 'check.sent' : 'check.lead')} trail={commentTrail(on, t('consultations:title'))}>
      <SummaryList items={useAnswers(on, values)} />
      <Details summary={t('public.title')}>
        <PublicFacts on={on} />
      </Details>
      <form method="post" action={to('submission')}>
        {FIELDS.map((field) =>
          values[field] === undefined ? null : <input key={field} type="hidden" name={field} value={values[field]} />,
        )}
        <ActionBar>
          <Button>{t('check.submit')}</Button>
          <Button variant="secondary" formAction={to('new')}>
            {t('check.change')}
          </Button>
        </ActionBar>
      </form>
    </Page>
  )
}

function useAnswers(on: CommentedOn, values: Record<string, string>): SummaryItem[] {
  const { t } = useTranslation('comments')
  const asked = askedOf(on, usePage().viewer !== null)
  const words = (text: string) => (
    <p className="user-text" dir="auto">
      {text}
    </p>
  )
  const chosen = values.stance === 'support' || values.stance === 'oppose' || values.stance === 'change' ? values.stance : 'none'
  const items: SummaryItem[] = [
    { key: t('receipt.consultation'), value: <UserText lang={on.lang}>{on.title}</UserText> },
    { key: t('new.about'), value: on.about ? <UserText lang={on.lang}>{articleName(on.about)}</UserText> : t('new.whole') },
    { key: t('new.stance'), value: t(`stance.${chosen}`) },
    { key: t('new.body'), value: words(values.body ?? '') },
  ]
  if (values.replacement?.trim()) items.push({ key: t('new.replacement'), value: words(values.replacement) })
  if (asked.name) {
    const shown = displayName(on.nameMode, values.name ?? '')
    items.push({ key: t('check.name'), value: shown ? <UserText>{shown}</UserText> : t('check.unnamed') })
  }
  if (asked.contact !== 'no')
    items.push({ key: t('check.contact'), value: values.contact?.trim() ? <UserText>{values.contact}</UserText> : t('check.no-contact') })
  return items
}
