import type { Viewer } from '~/accounts/rules'
import { disposeQuestion, markAnsweredLive, unmarkAnsweredLive } from './answers-writes.server'
import { barAsker } from './barring-writes.server'
import { fileAsComment } from './filing-writes.server'
import type { QuickAct } from './desk-acts'
import { handleQuestion, publishQuestion, unmergeQuestion, type Seen } from './moderation-writes.server'

/** What each button does. */
export const quickVerbs = {
  publication: publishQuestion,
  stage: (viewer, seen) => handleQuestion(viewer, seen, { staged: true }),
  'stage-removal': (viewer, seen) => handleQuestion(viewer, seen, { staged: false }),
  'live-mark': markAnsweredLive,
  'live-mark-removal': unmarkAnsweredLive,
  pin: (viewer, seen) => handleQuestion(viewer, seen, { pinned: true }),
  'pin-removal': (viewer, seen) => handleQuestion(viewer, seen, { pinned: false }),
  unmerging: unmergeQuestion,
  'disposition-removal': (viewer, seen) => disposeQuestion(viewer, seen, { disposition: null }),
  comment: fileAsComment,
  'asker-return': (viewer, { sessionId, number }) => barAsker(viewer, sessionId, number, { do: 'lift' }),
} satisfies Record<QuickAct, (viewer: Viewer, seen: Seen) => Promise<{ ok: boolean }>>
