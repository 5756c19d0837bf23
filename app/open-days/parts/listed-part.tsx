import type { ReactNode } from 'react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table, type Column } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { Refusal, type Refused } from './refusal'
import { deskTrail } from './trail'

type Props<Row> = {
  day: { id: number; title: string; lang: string }
  noun: 'groups' | 'questions'
  lead: string
  errors: FormErrors
  refused: Refused | undefined
  editable: boolean
  rows: Row[]
  columns: Column<Row>[]
  empty: string
  nameOf: (row: Row) => string
  add: string
  /** The fields of a new one. */
  children: ReactNode
}

/** Groups, questions: what there is, each to be changed or removed, and below it the form for one more. */
export function ListedPart<Row extends { id: number }>(props: Props<Row>) {
  const { day, noun, lead, errors, refused, editable, rows, columns, empty, nameOf, add, children } = props
  const { t } = useTranslation(['open-days', 'web'])
  const at = (path: string) => address(`/desk/open-days/${day.id}${path}`)
  const act: Column<Row> = {
    header: t('desk.slots.edit'),
    cell: (row) => (
      <ActionBar>
        <LinkButton href={at(`/${noun}/${row.id}`)} variant="secondary" small>
          {t('desk.slots.edit')}
          <VisuallyHidden>{t('web:colon') + nameOf(row)}</VisuallyHidden>
        </LinkButton>
        <form method="post" action={at(`/${noun}/${row.id}/removal`)}>
          <Button variant="warning" small>
            {t('desk.remove')}
            <VisuallyHidden>{t('web:colon') + nameOf(row)}</VisuallyHidden>
          </Button>
        </form>
      </ActionBar>
    ),
  }
  return (
    <Page
      title={t(`desk.task.${noun}`)}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      errors={errors}
      trail={deskTrail(t, day)}
      lead={lead}
    >
      <Refusal refused={refused} />
      <Table
        caption={t(`desk.task.${noun}`)}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={empty}
        columns={editable ? [...columns, act] : columns}
      />
      {editable ? (
        <Section title={add}>
          <form method="post" action={at(`/${noun}`)} className="form" noValidate>
            {children}
            <Button>{add}</Button>
          </form>
        </Section>
      ) : null}
      <ActionBar>
        <LinkButton href={at('')} variant="secondary">
          {t('desk.back')}
        </LinkButton>
      </ActionBar>
    </Page>
  )
}
