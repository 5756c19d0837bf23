import { notFound } from '~/web/responses.server'

export function loader() {
  throw notFound()
}
