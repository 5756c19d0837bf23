import { words } from '../words'

export const messagesWords = words({ title: '' }, { title: '' })
