/** Answers after at least this time, so that work done only for known people does not show. */
export async function notBefore<T>(ms: number, work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, new Promise((resolve) => setTimeout(resolve, ms))])
  return result
}
