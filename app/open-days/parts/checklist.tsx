import { ProgressList } from '~/ui/progress-list'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Lack } from '../desk-reads.server'

type Props = {
  day: { id: number; choosing: string }
  missing: readonly Lack[]
  counts: { slots: number; groups: number; questions: number }
  linked: boolean
}

const aboutDraw: readonly Lack[] = ['draw-source', 'draw-moment']
const aboutSlots: readonly Lack[] = ['slot', 'slot-without-seats', 'slot-past']

/** The way from an empty notice to the approval, with what is done. */
export function Checklist({ day, missing, counts, linked }: Props) {
  const { t } = useTranslation('open-days')
  const slotsDone = !missing.some((each) => aboutSlots.includes(each))
  const drawDone = !missing.some((each) => aboutDraw.includes(each))
  const noticeDone = missing.every((each) => aboutSlots.includes(each) || aboutDraw.includes(each))
  const item = (noun: 'notice' | 'groups' | 'slots' | 'questions' | 'draw', state: 'todo' | 'done' | 'optional', hint?: string) => ({
    label: t(`desk.task.${noun}`),
    href: linked ? address(`/desk/open-days/${day.id}/${noun}`) : undefined,
    hint,
    state: state === 'optional' ? ('todo' as const) : state,
    stateLabel: t(`desk.task-state.${state}`),
  })
  return (
    <Section title={t('desk.tasks')}>
      <ProgressList
        items={[
          item('notice', noticeDone ? 'done' : 'todo'),
          item(
            'groups',
            counts.groups > 0 ? 'done' : 'optional',
            counts.groups > 0 ? t('desk.groups-count', { count: counts.groups }) : t('desk.groups-none'),
          ),
          item('slots', slotsDone ? 'done' : 'todo', t('desk.slots-count', { count: counts.slots })),
          item('questions', counts.questions > 0 ? 'done' : 'optional', t('desk.questions-count', { count: counts.questions })),
          ...(day.choosing === 'draw' ? [item('draw', drawDone ? 'done' : 'todo')] : []),
        ]}
      />
    </Section>
  )
}
