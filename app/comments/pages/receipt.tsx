import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoSuchReceipt } from '../parts/no-such-receipt'
import { ReceiptPage } from '../parts/receipt-page'
import { receiptFor, receiptHeaders } from '../receipt.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const receipt = await receiptFor(params.code ?? '', context)
  return json({ receipt }, { status: receipt ? 200 : 404 })
}

export const headers = () => receiptHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export default function Receipt() {
  const { receipt } = useLoaderData<typeof loader>()
  return receipt ? <ReceiptPage receipt={receipt} /> : <NoSuchReceipt />
}
