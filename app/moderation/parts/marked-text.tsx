import { useTranslation } from '~/web/translation'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { personalDataIn } from '../personal-data'

/** A resident's text with what was pointed out marked; the kind is read out after each mark. */
export function MarkedText({ text, lang }: { text: string; lang?: string }) {
  const { t } = useTranslation('moderation')
  const found = personalDataIn(text)
  return (
    <figure className="quote">
      <blockquote className="user-text" dir="auto" lang={lang}>
        {found.map((piece, index) => (
          <span key={piece.start}>
            {text.slice(found[index - 1]?.end ?? 0, piece.start)}
            <mark>{text.slice(piece.start, piece.end)}</mark>
            <VisuallyHidden> ({t(`kind.${piece.kind}`)}) </VisuallyHidden>
          </span>
        ))}
        {text.slice(found.at(-1)?.end ?? 0)}
      </blockquote>
    </figure>
  )
}
