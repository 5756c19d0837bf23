import type { SerializeFrom } from '@remix-run/node'
import { Instant } from '~/consultations/parts/instant'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { CountedTextArea } from '~/web/counted-text-area'
import { useFormErrors, type FormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import type { AskingIn } from '../asking.server'
import { NAME_MAX, QUESTION_MAX } from '../rules'
import { AskRules } from './ask-rules'
import { keepKey } from './keep-key'
import { trailOf } from './trail'
import { isShut, type Turn } from './turn'

type Props = { on: SerializeFrom<AskingIn>; turn: Turn }

/** The form with what was typed, or why there can be none. */
export function AskPage({ on, turn }: Props) {
  const { t } = useTranslation('live')
  const errors = useFormErrors(turn)
  const { session, mutedUntil } = on
  const { why, seconds, minutes } = turn
  const refusal =
    why === 'muted' && mutedUntil ? (
      <>
        {t('mine.muted')} <Instant at={mutedUntil} />
      </>
    ) : (
      why && t(`why.${why}`, { seconds, minutes })
    )
  return (
    <Page
      title={t('ask.title')}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      trail={trailOf(session, t('title'))}
      errors={errors}
    >
      {why && why !== 'name-needed' ? <Notification tone="warning" title={refusal} announce /> : null}
      {isShut(why) ? (
        <Unsent text={turn.values.body} />
      ) : (
        <AskForm session={session} before={on.before} values={turn.values} errors={errors} />
      )}
      <Section id="rules" title={t('ask.rules')}>
        <AskRules session={session} left={isShut(why) ? null : on.left} />
      </Section>
      <ActionBar>
        <a href={address(`/live/${session.code}`)}>{t('question.back')}</a>
        <a href={address(`/live/${session.code}/mine`)}>{t('board.mine')}</a>
      </ActionBar>
    </Page>
  )
}

/** What cannot be sent any more is not lost: it can be taken along. */
function Unsent({ text }: { text: string | undefined }) {
  const { t } = useTranslation('live')
  return text ? <TextArea name="unsent" label={t('ask.unsent')} value={text} rows={4} readOnly /> : null
}

type FormProps = { session: Props['on']['session']; before: number; values: Record<string, string>; errors: FormErrors }

function AskForm({ session: { code, naming }, before, values, errors }: FormProps) {
  const { t } = useTranslation('live')
  return (
    <form
      className="form"
      method="post"
      action={address(`/live/${code}/questions/new`)}
      data-keep={keepKey(code, before)}
      data-keep-restored={t('ask.restored')}
      noValidate
    >
      <input type="hidden" name="key" value={values.key} />
      <CountedTextArea
        name="body"
        label={t('ask.body')}
        hint={t('ask.body-hint', { max: QUESTION_MAX })}
        error={errors.of('body')}
        value={values.body}
        rows={4}
        max={QUESTION_MAX}
        required
      />
      {naming === 'anonymous' ? null : (
        <Field
          name="name"
          label={t('ask.name')}
          hint={t(naming === 'named' ? 'ask.name-hint-named' : 'ask.name-hint', { max: NAME_MAX })}
          error={errors.of('name')}
          value={values.name}
          width="medium"
          autoComplete="nickname"
          required={naming === 'named'}
        />
      )}
      <ActionBar>
        <Button id="key">{t('ask.send')}</Button>
      </ActionBar>
    </form>
  )
}
