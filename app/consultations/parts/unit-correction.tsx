import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Details } from '~/ui/details'
import { Field } from '~/ui/field'
import { Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import type { Article } from '../reads.server'
import { placesToCut, UNIT_KINDS } from '../rules'

type Props = { id: number; lang: string; unit: Article; isFirst: boolean; errors: FormErrors }

/** What can be changed about one unit: its heading, where it begins, where it ends. Never its text. */
export function UnitCorrection({ id, lang, unit, isFirst, errors }: Props) {
  const { t } = useTranslation(['consultations', 'web'])
  const name = unit.label || unit.title || t(`unit.${unit.kind as (typeof UNIT_KINDS)[number]}`)
  const action = address(`/desk/consultations/${id}/articles`, { unit: unit.anchor })
  const places = placesToCut(unit.body)
  return (
    <Section id="correction" title={t('correction', { name })} lead={t('correction-lead')}>
      <form method="post" action={action} className="form">
        <Hidden verb="relabel" anchor={unit.anchor} />
        <Select
          name="kind"
          label={t('unit-kind')}
          value={unit.kind}
          options={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`unit.${kind}`) }))}
          error={errors.of('kind')}
          width="medium"
        />
        <Field name="label" label={t('unit-label')} value={unit.label} lang={lang} error={errors.of('label')} width="medium" />
        <Field name="title" label={t('unit-title')} value={unit.title} lang={lang} error={errors.of('title')} />
        <Button variant="secondary">{t('relabel')}</Button>
      </form>
      {isFirst ? null : (
        <form method="post" action={action} className="form">
          <Hidden verb="merge" anchor={unit.anchor} />
          <Button variant="secondary">{t('merge')}</Button>
        </form>
      )}
      {places.length > 0 ? (
        <form method="post" action={action} className="form">
          <Hidden verb="split" anchor={unit.anchor} />
          <Select
            name="offset"
            label={t('split-at')}
            hint={t('split-hint')}
            options={places.map(({ offset, text }) => ({ value: String(offset), label: `…${text}` }))}
            error={errors.of('offset')}
          />
          <Button variant="secondary">{t('split')}</Button>
        </form>
      ) : null}
      <Details summary={t('unit-source')}>
        <p className="user-text" lang={lang}>
          {unit.body}
        </p>
      </Details>
      <ActionBar>
        <LinkButton href={address(`/desk/consultations/${id}/articles`)} variant="secondary">
          {t('web:cancel')}
        </LinkButton>
      </ActionBar>
    </Section>
  )
}

const Hidden = ({ verb, anchor }: { verb: string; anchor: string }) => (
  <>
    <input type="hidden" name="do" value={verb} />
    <input type="hidden" name="anchor" value={anchor} />
  </>
)
