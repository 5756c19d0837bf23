import { connect } from './connection.js'
import { refresh } from './refreshing.js'

const screen = document.getElementById('main')
const PAUSE_MS = 1000
let due

/** The old stays until the new is there: the screen is never blank. */
function draw() {
  due ??= setTimeout(() => {
    due = undefined
    refresh('main').catch(draw)
  }, PAUSE_MS)
}

connect({
  joined: (socket) => {
    const since = Number(screen.dataset.seq)
    socket.emit('join', { code: screen.dataset.code, since }, (answer) => {
      if (answer.ok && answer.board.seq > since) draw()
    })
  },
  on: { tick: draw },
})
