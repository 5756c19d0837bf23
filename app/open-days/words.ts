import { words } from '../words'
import { deskEn, deskZh } from './desk-words'
import { pageEn, pageZh } from './page-words'

export const openDaysWords = words(
  {
    title: '政府开放日',
    stage: {
      prepared: '草稿',
      submitted: '待批准',
      scheduled: '即将报名',
      open: '正在报名',
      closed: '报名结束',
      held: '已举办',
      cancelled: '已取消',
    },
    choosing: { 'first-come': '先到先得', review: '由主办方挑选', draw: '公开抽签' },
    place: { seat: '名额', wheelchair: '轮椅位', interpreter: '手语翻译', quiet: '安静位' },
    ...pageZh,
    desk: deskZh,
  },
  {
    title: 'Open days',
    stage: {
      prepared: 'Draft',
      submitted: 'Awaiting approval',
      scheduled: 'Registration opens soon',
      open: 'Registration open',
      closed: 'Registration closed',
      held: 'Held',
      cancelled: 'Cancelled',
    },
    choosing: { 'first-come': 'First come, first served', review: 'Chosen by the organiser', draw: 'By public draw' },
    place: { seat: 'Places', wheelchair: 'Wheelchair places', interpreter: 'Sign language interpreter', quiet: 'Quiet places' },
    ...pageEn,
    desk: deskEn,
  },
)
