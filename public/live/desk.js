import { connect } from './connection.js'
import { refresh } from './refreshing.js'

const queue = document.getElementById('queue')
const said = document.getElementById('queue-said')
const PAUSE_MS = 500
let due

/** Which questions, and as which version: supports alone change neither. */
const shape = () => [...queue.children].map(({ id, dataset }) => `${id} ${dataset.version}`).join()

function tell(was) {
  if (shape() !== was) said.textContent = said.dataset.words.replace('{waiting}', queue.dataset.waiting)
}

/** Somebody acted, asked or supported: the list is as it is now, and whoever is in it stays at their question. */
function draw() {
  due ??= setTimeout(() => {
    due = undefined
    const was = shape()
    refresh('queue', ['queue-counts', 'queue-empty']).then(() => tell(was), draw)
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
