import type { Tx } from '#db/connection.server'
import { partyDetails, partyMembers, partyPlates } from '#db/schema/party-details'
import type { registrations } from '#db/schema/registrations'
import { seal, unseal } from '~/sealing.server'

/** Identity numbers of nobody: the area code 999999 is not in use; their last characters are right. */
const numbers = [
  '999999196805040014',
  '999999197208170026',
  '999999198501010042',
  '999999199002020056',
  '999999196103030073',
  '999999199001020011',
  '999999199001030025',
  '999999199001040039',
]
const companions = ['叶小满', '石榴', '江一帆', '何田', '苏禾', '陆舟', '白露', '孟夏']
const CHILD = { name: '田小苗', number: '999999201506300027' }
const plates = ['浙A7K52M', '浙AD30518', '浙A19Q36']

type Row = typeof registrations.$inferSelect

/** The first parties of a slot have told who comes; one brings a child, with the grown-up beside it as guardian. */
export async function layDetails(tx: Tx, parties: Row[]) {
  let person = 0
  for (const [index, { id, size, name, createdAt }] of parties.entries()) {
    const withChild = index === 0 && size > 1
    await tx.insert(partyDetails).values({ registrationId: id, filledFor: size })
    await tx.insert(partyMembers).values(
      Array.from({ length: size }, (_, position) => {
        const next = person++ % numbers.length
        const isChild = withChild && position === size - 1
        return {
          registrationId: id,
          position: position + 1,
          name: seal(isChild ? CHILD.name : position === 0 ? unseal(name!) : companions[next]!),
          document: seal(`resident-id ${isChild ? CHILD.number : numbers[next]}`),
          ...(isChild ? { guardianPosition: 1, guardianConsentedAt: createdAt } : {}),
        }
      }),
    )
    await tx.insert(partyPlates).values({ registrationId: id, position: 1, plate: seal(plates[index % plates.length]!) })
  }
}
