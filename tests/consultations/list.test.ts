import { expect, test } from 'vitest'
import { loader } from '~/consultations/pages/list'
import { useDatabase } from '../support/database'

useDatabase()

const at = (query: string) =>
  loader({ request: new Request(`http://localhost/consultations${query}`), params: {}, context: {} } as unknown as Parameters<
    typeof loader
  >[0])

test('a page after the last one leads to the last, with the rest of the address kept', async () => {
  const answer = await at('?tab=closed&page=99').catch((thrown: unknown) => thrown)
  expect(answer).toBeInstanceOf(Response)
  expect((answer as Response).headers.get('Location')).toBe('/consultations?tab=closed')
  expect(await at('?tab=closed&page=1')).toMatchObject({ tab: 'closed', page: 1, rows: [] })
})
