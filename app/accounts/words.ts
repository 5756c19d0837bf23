import { words } from '../words'

export const accountsWords = words({ title: '' }, { title: '' })
