import type { ReactNode } from 'react'
import { useTranslation } from '~/web/translation'
import { isDesk } from '~/accounts/rules'
import { DemoBanner } from '~/ui/demo-banner'
import { Main } from '~/ui/main'
import { SiteFooter } from '~/ui/site-footer'
import { SiteHeader } from '~/ui/site-header'
import { SkipLink } from '~/ui/skip-link'
import stylesHref from '~/ui/styles.css?url'
import { countyLang } from '~/county/rules'
import { SwitchForm, ToolLink } from '~/ui/switch-form'
import { address } from './address'
import { usePage, type PageFacts } from './page'
import { DisplaySwitch, LanguageSwitch, TextSizeSwitch } from './switches'

// The head renders before the page knows its title.
const TITLE_MARK = 'kaimen:title'

/** Puts the page's title into a rendered document. */
export function withTitle(html: string, { title, lang, county }: PageFacts) {
  const site = lang === 'en' && county.nameEn ? county.nameEn : county.name
  const text = title && title !== site ? `${title} – ${site}` : site
  return html.replace(`<title>${TITLE_MARK}</title>`, () => `<title>${text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)}</title>`)
}

type FrameProps = { head?: ReactNode; scripts?: ReactNode; children: ReactNode; bare?: boolean; alone?: boolean }

/** The document around every page: head, county header, switches, footer. */
export function Frame({ head, scripts, children, bare, alone }: FrameProps) {
  const { t } = useTranslation('web')
  const { lang, display, text, county } = usePage()
  return (
    <html lang={lang} data-display={display} data-text={text === 'normal' ? undefined : text}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{TITLE_MARK}</title>
        {head}
        <link rel="icon" href={address('/favicon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={address(stylesHref)} />
        <script type="module" src={address('/enhance.js')}></script>
      </head>
      <body>
        <SkipLink>{t('skip')}</SkipLink>
        {alone ? null : <Header />}
        {county.demo && !alone ? <DemoBanner tag={t('demo')}>{t('demo-note')}</DemoBanner> : null}
        {bare ? children : <Main>{children}</Main>}
        {alone ? null : <Footer />}
        {scripts}
      </body>
    </html>
  )
}

function Header() {
  const { t } = useTranslation('web')
  const { lang, display, county, viewer, path } = usePage()
  const below = (start: string) => path === start || path.startsWith(`${start}/`) || path.startsWith(`${start}?`)
  const isReport = /^\/consultations\/[^/?]+\/report(?=\?|$)/.test(path)
  const here = (start: string) => (isReport ? start === '/reports' : below(start))
  const items = [
    { href: '/consultations', label: t('nav.consultations') },
    { href: '/reports', label: t('nav.reports') },
    { href: '/open-days', label: t('nav.open-days') },
    { href: '/live', label: t('nav.live') },
    { href: '/receipts', label: t('nav.receipts') },
    ...(isDesk(viewer) ? [{ href: '/desk', label: t('nav.desk') }] : []),
  ]
  return (
    <SiteHeader
      name={lang === 'en' && county.nameEn ? county.nameEn : county.name}
      homeHref={address('/')}
      demo={county.demo ? t('demo') : undefined}
      nav={items.map((item) => ({ ...item, href: address(item.href), current: here(item.href) }))}
      navLabel={t('nav.label')}
      toolsLabel={t('display.label')}
      language={<LanguageSwitch />}
      display={<DisplaySwitch />}
      text={display === 'elder' ? <TextSizeSwitch /> : null}
      account={
        viewer ? (
          <>
            <ToolLink href={address('/account')}>{viewer.name}</ToolLink>
            <SwitchForm action={address('/sign-out')}>{t('account.sign-out')}</SwitchForm>
            {isDesk(viewer) ? <script type="module" src={address('/gate/leave.js')}></script> : null}
          </>
        ) : (
          <ToolLink href={address('/sign-in')}>{t('account.sign-in')}</ToolLink>
        )
      }
    />
  )
}

function Footer() {
  const { t } = useTranslation('web')
  const { lang, county } = usePage()
  return (
    <SiteFooter
      facts={[
        {
          label: t('footer.office'),
          ...(lang === 'en' && county.officeEn ? { value: county.officeEn } : { value: county.office, lang: countyLang }),
        },
        { label: t('footer.phone'), value: county.phone, href: `tel:${county.phone.replace(/[^\d+]/g, '')}` },
        { label: t('footer.address'), value: county.address, lang: countyLang },
        { label: t('footer.icp'), value: county.icp, lang: countyLang },
        { label: t('footer.police'), value: county.policeRecord, lang: countyLang },
        { label: t('footer.code'), value: county.siteCode },
      ]}
      links={[
        { href: address('/help'), label: t('footer.help') },
        { href: address('/privacy'), label: t('footer.privacy') },
        { href: address('/sitemap'), label: t('footer.sitemap') },
        { href: address('/open-data'), label: t('footer.open-data') },
      ]}
      linksLabel={t('footer.help')}
    />
  )
}
