import type { ReactNode } from 'react'

type Props = {
  action: string
  fields?: Readonly<Record<string, string>>
  name: string
  label: ReactNode
  sizes: readonly { value: string; label: ReactNode; current: boolean }[]
}

/** One button per size, in one form. */
export const TextSizes = ({ action, fields = {}, name, label, sizes }: Props) => (
  <form className="switch-form text-sizes" method="post" action={action}>
    {Object.entries(fields).map(([field, value]) => (
      <input key={field} type="hidden" name={field} value={value} />
    ))}
    <fieldset>
      <legend className="tool">{label}</legend>
      {sizes.map((size) => (
        <button key={size.value} className="tool" type="submit" name={name} value={size.value} aria-pressed={size.current}>
          {size.label}
        </button>
      ))}
    </fieldset>
  </form>
)
