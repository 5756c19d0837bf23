import { useTranslation } from '~/web/translation'
import { RadioGroup } from '~/ui/choices'
import { Select } from '~/ui/select'
import { usePage } from '~/web/page'
import type { FormErrors } from '~/web/form-errors'
import { departmentOptions } from './department-options'
import { deskRoles } from '../rules'

type Props = { role?: string; department?: string; departments: { id: number; name: string; nameEn: string }[]; errors: FormErrors }

/** What somebody is at the desk: role, and department or the whole county. */
export function PostFields({ role, department, departments, errors }: Props) {
  const { t } = useTranslation('accounts')
  const { lang } = usePage()
  const named = departmentOptions(departments, lang)
  return (
    <>
      <RadioGroup
        name="role"
        legend={t('desk.people.role')}
        value={role}
        error={errors.of('role')}
        options={deskRoles.map((value) => ({ value, label: t(`role.${value}`), hint: t(`role-does.${value}`) }))}
      />
      <Select
        name="department"
        label={t('desk.people.department')}
        hint={t('desk.invite.department-hint')}
        width="medium"
        value={department ?? ''}
        error={errors.of('department')}
        options={[{ value: '', label: t('whole-county') }, ...named]}
      />
    </>
  )
}
