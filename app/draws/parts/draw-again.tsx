import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { DownloadIcon } from '~/ui/icons'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** Everything it takes to draw again without us. */
export function DrawAgain({ slug, drawn }: { slug: string; drawn: boolean }) {
  const { t } = useTranslation('draws')
  return (
    <Section id="verify" title={t('verify.title')}>
      <p>{t('verify.how')}</p>
      <p>
        <code className="code">node verify-draw.mjs draw.json</code>
      </p>
      <ActionBar>
        {drawn ? (
          <LinkButton variant="secondary" icon={<DownloadIcon />} href={address(`/open-days/${slug}/draw.json`)}>
            {t('verify.json')}
          </LinkButton>
        ) : null}
        <LinkButton variant="secondary" icon={<DownloadIcon />} href={address('/verify-draw.mjs')}>
          {t('verify.script')}
        </LinkButton>
      </ActionBar>
    </Section>
  )
}
