import { words } from '../words'

export const moderationWords = words({ title: '' }, { title: '' })
