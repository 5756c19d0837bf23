import { words } from '../words'

export const consultationsWords = words({ title: '' }, { title: '' })
