import { randomBytes } from 'node:crypto'

/** One-time key of a form, issued on its own no-store page. */
export const newFormKey = () => randomBytes(16).toString('base64url')
