import { connect } from './connection.js'
import { refresh } from './refreshing.js'

const queue = document.getElementById('queue')
const said = document.getElementById('queue-said')
const PAUSE_MS = 500
let due

/** A colleague acted, or somebody asked: the list is as it is now, and whoever is in it stays at their question. */
function draw() {
  due ??= setTimeout(() => {
    due = undefined
    refresh('queue', ['queue-counts']).then(() => (said.textContent = said.dataset.words), draw)
  }, PAUSE_MS)
}

connect({
  joined: (socket) =>
    socket.emit('desk', { id: Number(queue.dataset.session) }, (answer) => {
      if (!answer.ok) return socket.disconnect()
      if (Number(queue.dataset.acts) !== answer.acts) draw()
    }),
  on: { acted: draw },
})
