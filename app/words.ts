type Tree = { [key: string]: string | Tree }
type Complete<T> = { [K in keyof T]: T[K] extends string ? string : Complete<T[K]> }

/** The words of one domain. English must have every key the Chinese has; only plural forms may be more. */
export const words = <Zh extends Tree, En extends Complete<Zh>>(zh: Zh, en: En) => ({ zh, en })
