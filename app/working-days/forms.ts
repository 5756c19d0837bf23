import { z } from 'zod'
import { line, prose } from '../web/text'
import { LINES_MAX, SOURCE_MAX } from './rules'

export const noticeForm = z.object({
  sourceDoc: line(SOURCE_MAX, { required: 'working-days:error.source' }),
  lines: prose(LINES_MAX, { required: 'working-days:error.lines-required' }),
})
