import { words } from '../words'
import { boardEn, boardZh } from './board-words'
import { deskEn, deskZh } from './desk-words'
import { pageEn, pageZh } from './page-words'

export const visitReportsWords = words(
  {
    result: {
      'taken-up': '采纳',
      partly: '部分采纳',
      'already-so': '已经这样做',
      'not-taken-up': '未采纳',
      'passed-on': '转其他部门',
      'in-hand': '办理中',
    },
    error: {
      question: '请写提问',
      suggestion: '请写建议',
      result: '请选择结果',
      department: '请选择负责部门',
      due: '办理中的请写办理期限',
      'due-past': '办理期限不能早于今天',
      reason: '请写理由或者怎么做',
      alt: '请写照片说明',
      people: '请选择照片里的人是否同意',
      why: '请写说明',
      photo: {
        none: '请选择一张照片',
        empty: '这个文件是空的',
        'too-large': '照片超过10 MB',
        kind: '只能是 JPEG、PNG 或 WebP 照片',
        content: '这张照片已损坏，读不出来，请换一张',
        dimensions: '照片的边长不能超过12000像素',
      },
    },
    ...pageZh,
    desk: deskZh,
    board: boardZh,
  },
  {
    result: {
      'taken-up': 'Adopted',
      partly: 'Partly adopted',
      'already-so': 'Already so',
      'not-taken-up': 'Not adopted',
      'passed-on': 'Passed to another department',
      'in-hand': 'In hand',
    },
    error: {
      question: 'Write the question',
      suggestion: 'Write the suggestion',
      result: 'Choose a result',
      department: 'Choose the responsible department',
      due: 'What is in hand needs the day by which it will be done',
      'due-past': 'That day is over',
      reason: 'Write the reason, or what is done',
      alt: 'Say what the photo shows',
      people: 'Say whether the people in the photo agreed',
      why: 'Write a reason',
      photo: {
        none: 'Choose a photo',
        empty: 'This file is empty',
        'too-large': 'The photo is larger than 10 MB',
        kind: 'It has to be a JPEG, PNG or WebP photo',
        content: 'This photo is damaged and cannot be read; please choose another',
        dimensions: 'A side of a photo can have at most 12,000 pixels',
      },
    },
    ...pageEn,
    desk: deskEn,
    board: boardEn,
  },
)
