import type { LoaderFunctionArgs } from '@remix-run/node'
import { Feed } from 'feed'
import { i18nFor } from '~/i18n'
import { readSettings } from '~/settings.server'
import { fullAddress } from '~/web/address'
import { newestPublished } from '../reads.server'

const NEWEST = 30

// Without a configured address the links carry the Host of whoever asked: not for the next reader.
const shared = readSettings().PUBLIC_URL !== undefined

/** What was published lately, as an Atom feed. XML has no place for control characters: forms let none in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const rows = await newestPublished(NEWEST)
  const t = i18nFor('zh-CN').getFixedT('zh-CN', 'consultations')
  const at = (path: string) => fullAddress(context.origin, path)
  const feed = new Feed({
    id: at('/consultations'),
    title: `${context.county.name} ${t('feed.title')}`,
    description: t('feed.description', { county: context.county.name }),
    link: at('/consultations'),
    language: 'zh-CN',
    copyright: context.county.office,
    updated: rows[0]?.publishedAt ?? undefined,
    feedLinks: { atom: at('/feeds/consultations.atom') },
  })
  for (const { slug, title, summary, department, publishedAt } of rows) {
    feed.addItem({
      id: at(`/consultations/${slug}`),
      title: escaped(title),
      link: at(`/consultations/${slug}`),
      description: escaped(summary),
      date: publishedAt!,
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
