import { connect } from './connection.js'
import { refresh } from './refreshing.js'

const mine = document.getElementById('mine')
const said = document.getElementById('mine-said')
const { code, seq } = mine.dataset
const AGAIN_MS = 5000
let told = mine.dataset.mark
let busy = false

/** What became of a question is written on this page while its asker looks at it. */
async function take({ mark }) {
  told = mark
  if (busy) return
  busy = true
  while (told !== mine.dataset.mark) {
    try {
      await refresh('mine')
      told = mine.dataset.mark
      said.textContent = said.dataset.words
    } catch {
      await new Promise((again) => setTimeout(again, AGAIN_MS))
    }
  }
  busy = false
}

connect({
  joined: (socket) =>
    socket.emit('join', { code, since: Number(seq) }, (answer) => {
      if (answer.ok) void take(answer.own)
      else socket.disconnect()
    }),
  on: { own: (own) => void take(own) },
})
