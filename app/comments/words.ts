import { words } from '../words'

export const commentsWords = words({ title: '' }, { title: '' })
