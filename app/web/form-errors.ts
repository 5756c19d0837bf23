import { useTranslation } from '~/web/translation'
import type { FormState } from './forms.server'

export type FormErrors = {
  /** The sentence for a field, for the `error` prop of its control. */
  of: (field: string) => string | undefined
  /** For the summary; each links to the field's id. */
  list: { id: string; message: string }[]
}

/** Turns a form's word keys (`comments:error.body-required`) into sentences; `values` fill {{max}} and the like. */
export function useFormErrors(state: FormState | undefined, values: Record<string, unknown> = {}): FormErrors {
  const { i18n } = useTranslation()
  const sentence = (key: string) => i18n.t(i18n.exists(key) ? key : 'web:error.invalid', values)
  const errors = Object.entries(state?.errors ?? {})
  return {
    of: (field) => {
      const key = state?.errors[field]
      return key === undefined ? undefined : sentence(key)
    },
    list: errors.map(([field, key]) => ({ id: field || 'form', message: sentence(key) })),
  }
}
