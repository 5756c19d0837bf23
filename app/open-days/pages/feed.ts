import type { LoaderFunctionArgs } from '@remix-run/node'
import { Feed } from 'feed'
import { i18nFor } from '~/i18n'
import { readSettings } from '~/settings.server'
import { fullAddress } from '~/web/address'
import { newestOpenDays } from '../reads.server'
import { toShownDay } from '../rules'

const NEWEST = 30

// Without a configured address the links carry the Host of whoever asked: not for the next reader.
const shared = readSettings().PUBLIC_URL !== undefined

/** Open days published lately, as an Atom feed. */
export async function loader({ context }: LoaderFunctionArgs) {
  const days = await newestOpenDays(NEWEST)
  const t = i18nFor('zh-CN').getFixedT('zh-CN', 'open-days')
  const at = (path: string) => fullAddress(context.origin, path)
  const feed = new Feed({
    id: at('/open-days'),
    title: `${context.county.name} ${t('feed.title')}`,
    description: t('feed.description', { county: context.county.name }),
    link: at('/open-days'),
    language: 'zh-CN',
    copyright: context.county.office,
    updated: days[0]?.publishedAt ?? undefined,
    feedLinks: { atom: at('/feeds/open-days.atom') },
  })
  for (const { stage, slug, title, summary, department, publishedAt, cancelledAt } of days.map(toShownDay)) {
    feed.addItem({
      id: at(`/open-days/${slug}`),
      title: escaped(stage === 'cancelled' ? `${t('stage.cancelled')}：${title}` : title),
      link: at(`/open-days/${slug}`),
      description: escaped(summary),
      date: cancelledAt ?? publishedAt!,
      published: publishedAt!,
      author: [{ name: department.name }],
    })
  }
  return new Response(feed.atom1(), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': shared ? 'public, max-age=300' : 'private, no-cache',
    },
  })
}

// Atom's titles and summaries are sent as HTML.
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
