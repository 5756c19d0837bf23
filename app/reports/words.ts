import { words } from '../words'

export const reportsWords = words({ title: '' }, { title: '' })
