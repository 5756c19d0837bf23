import { words } from '../words'

export const recordWords = words({ title: '' }, { title: '' })
