export const pageWordsEn = {
  title: 'Live Q&A',
  stage: {
    prepared: 'Being prepared',
    announced: 'Questions may be sent in',
    open: 'On now',
    ended: 'Over, answers follow',
    closed: 'Closed',
  },
  disposition: {
    live: 'Answered live',
    written: 'Answer in writing',
    merged: 'Merged',
    'out-of-scope': 'Out of scope',
    withdrawn: 'Withdrawn by the asker',
  },
  reason: {
    'personal-data': 'Personal data',
    insult: 'Insult or personal attack',
    advertising: 'Advertising',
    'off-topic': 'Off topic',
    unlawful: 'Against the law',
    flood: 'Flooding',
    impersonation: 'Impersonation',
    'no-question': 'No question in it',
  },
  channel: { web: 'Online', hall: 'Spoken in the hall', paper: 'On paper' },
}
