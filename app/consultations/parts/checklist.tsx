import { useTranslation } from '~/web/translation'
import { ProgressList } from '~/ui/progress-list'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import type { Missing } from '../rules'

type Props = { id: number; missing: readonly Missing[]; units: number; files: number; linked: boolean }

/** The way from an empty notice to the approval, with what is done. */
export function Checklist({ id, missing, units, files, linked }: Props) {
  const { t } = useTranslation('consultations')
  const noDraft = missing.includes('draft')
  const noticeDone = missing.every((each) => each === 'draft')
  const item = (noun: 'notice' | 'draft' | 'articles' | 'files', state: 'todo' | 'done' | 'blocked', hint?: string) => ({
    label: t(`task.${noun}`),
    href: linked && state !== 'blocked' ? address(`/desk/consultations/${id}/${noun}`) : undefined,
    hint,
    state,
    stateLabel: t(`task-state.${state}`),
  })
  return (
    <Section title={t('desk.tasks')}>
      <ProgressList
        items={[
          item('draft', noDraft ? 'todo' : 'done'),
          item('articles', noDraft ? 'blocked' : 'done', noDraft ? t('task.articles-first') : t('units', { count: units })),
          item('notice', noticeDone ? 'done' : 'todo'),
          {
            ...item('files', files > 0 ? 'done' : 'todo', t('items', { count: files })),
            ...(files > 0 ? {} : { stateLabel: t('task-state.optional') }),
          },
        ]}
      />
    </Section>
  )
}
