import { connect } from './connection.js'
import { refresh } from './refreshing.js'

const board = document.getElementById('board')
const line = document.getElementById('live-line')
const said = document.getElementById('live-said')
const show = document.getElementById('live-show')
const outcome = document.getElementById('live-outcome')
const words = line.dataset
const ANSWER_MS = 5000
const JITTER_MS = 2000

let seq = Number(board.dataset.seq)
const news = new Set()
const changes = new Set()
/** The session's own stage, should it be another than when the page was drawn. */
let now = board.dataset.stage

const write = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
const itemOf = (number) => board.querySelector(`:scope > li[data-number="${number}"]`)

/** Written by the server in the same way (app/live/board.ts). */
const marksOf = ({ stagedAt, pinnedAt, answeredAt, disposition, answers, parts }) =>
  [Boolean(stagedAt), Boolean(pinnedAt), Boolean(answeredAt), disposition ?? '', answers.length, parts.length].join()

/** Numbers change where they stand; what is new or moves is told in one sentence, and comes when the reader asks for it. */
function take({ since, seq: next, questions, gone, whole, stage }) {
  if (next <= seq) return
  if (since > seq || whole) return void catchUp()
  seq = next
  for (const question of questions) {
    const item = itemOf(question.number)
    if (!item) {
      news.add(question.number)
      continue
    }
    const supports = item.querySelector('[data-supports]')
    supports.textContent = write(supports.dataset.supports, { ...question, all: question.residents + question.guests })
    item.querySelector('.question').classList.toggle('is-staged', Boolean(question.stagedAt))
    item.querySelector('[data-staged]').hidden = !question.stagedAt
    if (item.dataset.marks !== marksOf(question)) changes.add(question.number)
  }
  for (const number of gone) {
    news.delete(number)
    if (itemOf(number)) changes.add(number)
  }
  now = stage
  tell()
}

function whatIsNew() {
  if (now !== board.dataset.stage) return words[now]
  if (news.size > 0) return write(words.news, { count: news.size })
  return changes.size > 0 ? words.changed : ''
}

function tell(waiting = '') {
  const text = waiting || whatIsNew()
  if (said.textContent !== text) said.textContent = text
  show.hidden = text === '' || waiting !== ''
}

/** At another stage the whole page is another. What is new is shown where it stands, on another page of the list if it stands there. */
async function reload() {
  if (now !== board.dataset.stage) return location.reload()
  await refresh('board', ['board-count', 'board-none'])
  seq = Math.max(seq, Number(board.dataset.seq))
  const fresh = [...board.children].filter((item) => news.has(Number(item.dataset.number)))
  if (fresh.length === 0 && news.size > 0 && words.place) return location.assign(placeOf(Math.max(...news)))
  for (const item of fresh) {
    item.classList.add('is-fresh')
    news.delete(Number(item.dataset.number))
  }
  // Among what was searched for, the others have no place.
  if (!words.place) news.clear()
  changes.clear()
  tell()
  fresh[0]?.scrollIntoView({ block: 'nearest' })
  const to = fresh[0]?.querySelector('a') ?? board
  to.focus({ preventScroll: true })
}

function placeOf(number) {
  const place = new URL(words.place, location.href)
  place.searchParams.set('at', number)
  place.hash = `question-${number}`
  return place
}

show.addEventListener('click', () => void reload().catch(() => location.reload()))

let catching = false
/** After an absence: what changed since, over HTTP where one answer serves everybody, at a moment of one's own. */
async function catchUp() {
  if (catching) return
  catching = true
  await new Promise((wait) => setTimeout(wait, Math.random() * JITTER_MS))
  const from = seq
  const answer = await fetch(`${location.pathname.replace(/\/$/, '')}/board.json?since=${from}`).catch(() => null)
  const missed = answer?.ok ? await answer.json().catch(() => null) : null
  catching = false
  if (missed) take({ ...missed, since: from })
  else setTimeout(() => void catchUp(), ANSWER_MS)
}

let known
/** Only the asker hears this. */
function takeOwn({ mark, supported }) {
  for (const form of board.querySelectorAll('form[data-give]')) turn(form, supported.includes(Number(form.dataset.question)))
  if (known !== undefined && known !== mark) outcome.hidden = false
  known = mark
}

function turn(form, given) {
  form.action = form.action.replace(/support(-withdrawal)?$/, given ? 'support-withdrawal' : 'support')
  form.querySelector('[data-label]').textContent = given ? form.dataset.take : form.dataset.give
}

const socket = connect({
  joined: (own) =>
    own.emit('join', { code: board.dataset.code, since: seq }, (answer) => {
      if (!answer.ok) {
        own.disconnect()
        return tell(words.cut)
      }
      line.dataset.on = 'yes'
      tell()
      if (answer.board) take({ ...answer.board, since: Math.min(answer.board.since, seq) })
      takeOwn(answer.own)
    }),
  left: (why) => {
    delete line.dataset.on
    tell(why === 'io server disconnect' ? words.cut : words.away)
  },
  on: { tick: take, own: takeOwn, wait: ({ before }) => tell(write(words.wait, { before })) },
})

/** By the socket where there is one, and turned after it was written down; else as the plain form it is. */
board.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-give]')
  if (!form) return
  if (!navigator.onLine) {
    event.preventDefault()
    return tell(words.lost)
  }
  if (line.dataset.on !== 'yes') return
  event.preventDefault()
  if (form.dataset.asked) return
  form.dataset.asked = 'yes'
  const on = form.action.endsWith('/support')
  socket.timeout(ANSWER_MS).emit('support', { number: Number(form.dataset.question), on }, (late, answer) => {
    // The page is left, or stays because the line is down: then the button can be pressed again.
    setTimeout(() => delete form.dataset.asked, late || !answer.ok ? ANSWER_MS : 0)
    if (late || !answer.ok) form.submit()
    else turn(form, on)
  })
})

addEventListener('offline', () => tell(words.away))
addEventListener('online', () => tell())
