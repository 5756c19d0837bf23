import { json, type ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '~/web/forms.server'
import { noStore, redirectTo } from '~/web/responses.server'
import { gateOf } from '../at-gate.server'
import { readUpload, uploadForm } from '../forms'
import { scanShown } from '../reads.server'
import { checkIn } from '../writes.server'

export const loader = ({ params }: { params: { id?: string } }) => redirectTo(`/desk/open-days/${params.id}/gate`)

/** Scans of a device, one by one in their order: each of this day is answered, and one that fails takes no other with it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await gateOf(context, params.id)
  const read = await readForm(request, uploadForm, context)
  const upload = read.ok ? readUpload(read.value.told) : null
  if (!upload) return json({ answers: [] }, { status: 422, headers: noStore })
  const answers = []
  for (const scan of upload.scans) {
    const found = await checkIn(viewer, { openDayId: day.id, ...scan })
    if (found) answers.push({ nonce: found.nonce, conflict: found.conflict, ...(await scanShown(day.id, found.id)) })
  }
  if (answers.length === 0) return json({ answers }, { status: 422, headers: noStore })
  return json({ answers }, { headers: noStore })
}
