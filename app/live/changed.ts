let listener: (sessionId: number) => void = () => {}

/** Set where sockets are served; elsewhere nobody watches from this process. */
export function onChange(listen: (sessionId: number) => void) {
  listener = listen
}

/** Says after a commit that a session is not as it was. Only a hint: what changed are the committed rows. */
export const changed = (sessionId: number) => listener(sessionId)
