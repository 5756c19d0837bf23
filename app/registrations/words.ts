import { words } from '../words'
import { deskEn } from './desk-words-en'
import { deskZh } from './desk-words-zh'
import { pageEn, pageZh } from './page-words'

export const registrationsWords = words(
  {
    title: '报名',
    state: {
      applied: '已报名，待确定',
      waiting: '候补中',
      offered: '有名额，待您确认',
      confirmed: '报名成功',
      cancelled: '已取消',
      expired: '逾期未确认',
      'not-chosen': '未入选',
    },
    why: {
      'not-open-yet': '还没有开始报名。',
      closed: '报名已经截止。',
      cancelled: '这次开放日已经取消。',
      'slot-cancelled': '这一场已经取消。',
      'slot-begun': '这一场已经开始。',
      'party-large': '人数超过了一次报名的上限。',
      'no-such-place': '没有这样的名额，请重新选择。',
      'list-fixed': '抽签名单已经固定，不能再加入，也不能再改人数；不能来仍可以取消。',
      'other-body': '这张表已经交过，内容不同。请重新打开报名页再填。',
      'known-person': '这个联系方式已经报过名。',
      ended: '这次报名已经结束，不能再改。',
      'not-offered': '现在没有为您保留的名额。',
      expired: '确认时间已过，名额已给下一位。',
      full: '剩下的名额不够这么多人。您原来的报名没有改动。',
      unknown: '没有找到这个报名编号。',
    },
    ...pageZh,
    desk: deskZh,
  },
  {
    title: 'Registration',
    state: {
      applied: 'Received, not yet decided',
      waiting: 'On the waiting list',
      offered: 'A place is kept for you: please answer',
      confirmed: 'Registered',
      cancelled: 'Cancelled',
      expired: 'Not answered in time',
      'not-chosen': 'Not chosen',
    },
    why: {
      'not-open-yet': 'Registration has not opened yet.',
      closed: 'Registration has closed.',
      cancelled: 'This open day is cancelled.',
      'slot-cancelled': 'This slot is cancelled.',
      'slot-begun': 'This slot has begun.',
      'party-large': 'That is more people than one registration may have.',
      'no-such-place': 'There are no such places. Please choose again.',
      'list-fixed': 'The list for the draw is fixed: nobody can join it or change the number of people any more. You can still cancel.',
      'other-body': 'This form was sent before with other content. Please open the registration page again.',
      'known-person': 'This contact is registered already.',
      ended: 'This registration has ended and cannot be changed.',
      'not-offered': 'No places are kept for you at the moment.',
      expired: 'The time to answer is over; the places went to the next.',
      full: 'There is not enough room for so many people. Your registration has not changed.',
      unknown: 'No registration was found with this code.',
    },
    ...pageEn,
    desk: deskEn,
  },
)
