import { connect } from './connection.js'
import { refresh } from './refreshing.js'

const mine = document.getElementById('mine')
const said = document.getElementById('mine-said')
const { code, seq } = mine.dataset

/** What became of a question is written on this page while its asker looks at it. */
async function take({ mark }) {
  if (mark === mine.dataset.mark) return
  await refresh('mine')
  said.textContent = said.dataset.words
}

connect({
  joined: (socket) =>
    socket.emit('join', { code, since: Number(seq) }, (answer) => {
      if (answer.ok) void take(answer.own)
      else socket.disconnect()
    }),
  on: { own: take },
})
