import { TextArea, type TextAreaProps } from '~/ui/text-area'
import { address } from './address'
import { useTranslation } from './translation'

/** Several lines, and how many characters are left, told while one types (public/counting.js); without it the hint says the most. */
export function CountedTextArea({ max, ...props }: TextAreaProps & { max: number }) {
  const { t } = useTranslation('web')
  const words = { 'data-left': t('counted.left', { number: '{count}' }), 'data-over': t('counted.over', { number: '{count}' }) }
  return (
    <div>
      <TextArea {...props} />
      <p className="hint counted" data-counts={props.id ?? props.name} data-max={max} {...words} hidden></p>
      <script type="module" src={address('/counting.js')}></script>
    </div>
  )
}
