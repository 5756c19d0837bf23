import type { Server } from 'node:http'

const TRIES = 20
// A hall that connects in one moment: what the system cannot keep waiting it resets. The system caps it (net.core.somaxconn).
const BACKLOG = 8192

/** Listens on the port, or on the next free one when it is busy; answers the port taken. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let tried = port; ; tried++) {
    const error = await attempt(server, tried, host)
    if (!error) return (server.address() as { port: number }).port
    if (error.code !== 'EADDRINUSE' || tried >= port + TRIES) throw new Error(`PORT: cannot listen on ${host}:${tried} (${error.code})`)
  }
}

const attempt = (server: Server, port: number, host: string) =>
  new Promise<NodeJS.ErrnoException | null>((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error)
    server.once('error', failed)
    server.listen(port, host, BACKLOG, () => {
      server.off('error', failed)
      resolve(null)
    })
  })
