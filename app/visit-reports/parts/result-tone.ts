import type { TagTone } from '~/ui/tag'
import type { Result } from '../rules'

export const resultTone: Record<Result, TagTone> = {
  'taken-up': 'reported',
  partly: 'reported',
  'already-so': 'neutral',
  'not-taken-up': 'closed',
  'passed-on': 'neutral',
  'in-hand': 'pending',
}
