import type { Bus, Report } from './between.server'

const RETRY_MS = 1_000
const SILENCE_MS = 10_000
/** Nothing that is said is for later. */
const KEPT = 100
const UNANSWERED_MOST = 1_000

export async function overRedis(url: string, name: string, { lost, found }: Report): Promise<Bus> {
  const [{ createClient }, { createAdapter }] = await Promise.all([import('@redis/client'), import('@socket.io/redis-streams-adapter')])
  type Client = ReturnType<typeof aClient>
  const clients: Client[] = []
  let ended = false

  const aClient = () =>
    createClient({
      url,
      RESP: 2,
      commandsQueueMaxLength: UNANSWERED_MOST,
      pingInterval: SILENCE_MS / 3,
      socket: { connectTimeout: SILENCE_MS / 2, socketTimeout: SILENCE_MS, reconnectStrategy: () => RETRY_MS * (1 + Math.random()) },
    })

  /** The adapter lets fall what it is answered, and a refusal would end the process: here nothing is refused. */
  function lineOf(client: Client) {
    clients.push(client)
    const well = () => void (ended || found(client))
    const ill = (error: unknown) => void (ended || lost(client, error))
    client.on('error', ill).on('ready', well)
    return {
      // By this the adapter tells whose client it has.
      sSubscribe() {},
      on() {},
      duplicate: () => lineOf(aClient()),
      connect: () => client.connect().then(well, ill),
      disconnect() {},
      async publish(channel: string, payload: Buffer) {
        if (client.isReady) await client.publish(channel, payload).then(well, ill)
      },
      // What is subscribed once, the client subscribes again by itself.
      async subscribe(channels: string[], listener: (payload: Buffer) => void): Promise<void> {
        try {
          await client.subscribe(channels, listener, true)
        } catch (error) {
          ill(error)
          await pause()
          if (!ended) await this.subscribe(channels, listener)
        }
      },
      // Asked again at once, also after a refusal.
      xRead: (...asked: Parameters<Client['xRead']>) =>
        client.xRead(...asked).then(
          (read) => (well(), read),
          (error: unknown) => (ill(error), pause()),
        ),
    }
  }

  const line = lineOf(aClient())
  const adapter = createAdapter(line, { streamName: `${name}:stream`, channelPrefix: name, maxLen: KEPT })
  void line.connect()
  return {
    adapter,
    end() {
      ended = true
      for (const client of clients) client.destroy()
    },
  }
}

const pause = () => new Promise<void>((done) => setTimeout(done, RETRY_MS).unref())
