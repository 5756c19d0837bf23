import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'

/** In the summary a fault names whose it is: the same may be wrong for several people. */
export function usePersonErrors(errors: FormErrors): FormErrors {
  const { t } = useTranslation(['party-details', 'web'])
  return {
    ...errors,
    list: errors.list.map(({ id, message }) => {
      const position = /-(\d{1,2})$/.exec(id)?.[1]
      return { id, message: position ? `${t('person', { position })}${t('web:colon')}${message}` : message }
    }),
  }
}
