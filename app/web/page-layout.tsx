import type { ReactNode } from 'react'
import { useTranslation } from '~/web/translation'
import { Breadcrumb } from '~/ui/breadcrumb'
import { ErrorSummary } from '~/ui/error-summary'
import { Main } from '~/ui/main'
import { PageTitle } from '~/ui/page-title'
import { address } from './address'
import type { FormErrors } from './form-errors'
import { usePage, useTitle } from './page'

type Props = {
  /** The page's title and its h1. */
  title: string
  /** The h1 where it is more than the title's words; null for pages that bring their own. */
  heading?: ReactNode
  caption?: ReactNode
  lead?: ReactNode
  tag?: ReactNode
  /** Pages above this one, without the home page; hrefs below the site's root. */
  trail?: readonly { label: string; href: string; lang?: string }[]
  errors?: FormErrors
  aside?: ReactNode
  asideLabel?: string
  wide?: boolean
  children: ReactNode
}

/** One page inside the frame: where we are, what is wrong, the heading, the content. */
export function Page({ title, heading, caption, lead, tag, trail = [], errors, aside, asideLabel, wide, children }: Props) {
  const { t } = useTranslation('web')
  const facts = usePage()
  useTitle(errors?.list.length ? `${t('error.prefix')}${title}` : title)
  const above = [{ label: t('home'), href: '/' }, ...trail]
  return (
    <>
      {facts.path === '/' ? null : (
        <Breadcrumb
          label={t('here')}
          items={[...above.map((item) => ({ ...item, href: address(item.href) })), { label: heading ?? title }]}
        />
      )}
      <Main aside={aside} asideLabel={asideLabel} wide={wide}>
        {errors ? <ErrorSummary title={t('error.summary')} errors={errors.list} /> : null}
        {heading === null ? null : (
          <PageTitle caption={caption} lead={lead} tag={tag}>
            {heading ?? title}
          </PageTitle>
        )}
        {children}
      </Main>
    </>
  )
}
