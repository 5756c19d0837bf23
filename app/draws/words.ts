import { words } from '../words'

export const drawsWords = words({ title: '抽签' }, { title: 'Draw' })
