import { applyPostgresPatch } from '../../db/postgres-patch'

// Run as a process of its own: holds an embedded server until told to stop.
applyPostgresPatch()
const { startEmbedded } = await import('../../db/embedded')
const server = await startEmbedded({ dataDir: process.argv[2]!, log: () => {} })
process.send!({ url: server.url, adminUrl: server.adminUrl, adopted: server.adopted })
process.once('message', async () => {
  await server.stop()
  process.disconnect()
})
