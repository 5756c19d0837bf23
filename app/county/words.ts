import { words } from '../words'

export const countyWords = words({ title: '' }, { title: '' })
