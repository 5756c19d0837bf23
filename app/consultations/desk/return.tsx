import { notFound } from '~/web/responses.server'

export function loader() {
  throw notFound()
}

export default function Page() {
  return null
}
