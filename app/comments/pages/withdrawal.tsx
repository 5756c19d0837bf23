import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCode } from '~/sealing.server'
import { conflict, redirectTo } from '~/web/responses.server'
import { NoSuchReceipt } from '../parts/no-such-receipt'
import { WithdrawPage } from '../parts/withdraw-page'
import { receiptFor, receiptHeaders } from '../receipt.server'
import { withdrawComment } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const receipt = await receiptFor(params.code ?? '', context)
  return json({ receipt }, { status: receipt ? 200 : 404 })
}

export const headers = () => receiptHeaders
export const meta = () => [{ name: 'robots', content: 'noindex, nofollow' }]

export async function action({ params }: ActionFunctionArgs) {
  const code = readCode(params.code ?? '') ?? ''
  const done = await withdrawComment(code)
  return done.ok ? redirectTo(`/receipts/${code}`) : conflict({ why: done.why })
}

export default function Withdrawal() {
  const { receipt } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return receipt ? <WithdrawPage receipt={receipt} refused={refusal?.why} /> : <NoSuchReceipt />
}
