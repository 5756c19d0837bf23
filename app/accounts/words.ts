import { words } from '../words'
import { deskWords } from './desk-words'
import { pageWords } from './page-words'
import { whyWords } from './why-words'

const zh = {
  role: { resident: '居民', moderator: '主持人', staff: '工作人员', publisher: '发布人', administrator: '管理员', auditor: '审计员' },
  'role-does': {
    staff: '起草、整理意见、逐条答复',
    moderator: '审核意见怎样公开',
    publisher: '审批并发布公告和反馈，不能发布自己起草的',
    administrator: '管理人员、部门和本县信息',
    auditor: '查看一切和操作记录，不改动任何内容',
  },
  'whole-county': '全县',
  contact: '手机号或邮箱',
  phone: '手机号',
  email: '邮箱',
  name: '姓名',
  password: '密码',
  'new-password': '新密码',
  'choose-password': '设置密码',
  'current-password': '当前密码',
  'password-hint': {
    resident: '至少 8 个字。可以是一句您记得住的话，中文、空格都可以用。',
    desk: '至少 15 个字。可以是一句您记得住的话，中文、空格都可以用。',
  },
  ...pageWords.zh,
  ...whyWords.zh,
  desk: deskWords.zh,
}

const en: typeof zh = {
  role: {
    resident: 'Resident',
    moderator: 'Moderator',
    staff: 'Staff',
    publisher: 'Publisher',
    administrator: 'Administrator',
    auditor: 'Auditor',
  },
  'role-does': {
    staff: 'Drafts, sorts comments and answers them',
    moderator: 'Decides how comments are shown',
    publisher: 'Checks and publishes notices and reports, never their own',
    administrator: 'Looks after people, departments and the county’s details',
    auditor: 'Sees everything and the record, changes nothing',
  },
  'whole-county': 'Whole county',
  contact: 'Mobile number or e-mail',
  phone: 'Mobile number',
  email: 'E-mail',
  name: 'Name',
  password: 'Password',
  'new-password': 'New password',
  'choose-password': 'Choose a password',
  'current-password': 'Current password',
  'password-hint': {
    resident: 'At least 8 characters. It can be a sentence you will remember; spaces and any script are fine.',
    desk: 'At least 15 characters. It can be a sentence you will remember; spaces and any script are fine.',
  },
  ...pageWords.en,
  ...whyWords.en,
  desk: deskWords.en,
}

export const accountsWords = words(zh, en)
