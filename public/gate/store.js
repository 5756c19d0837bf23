// @ts-check
/**
 * @typedef {import('./seals.js').List} List
 * @typedef {import('./verdict.js').Said} Said
 * @typedef {{ nonce: string, outcome: 'admitted' | 'repeat' | 'refused', why: string, conflict: boolean, people: number, number: number | null,
 *   position: number | null, name: string, firstAt: string | null }} Answer
 * @typedef {{ nonce: string, day: number, at: number, said: Said, mark: string, shown?: string, sent: 0 | 1, refused?: true,
 *   answer?: Pick<Answer, 'outcome' | 'why' | 'conflict' | 'number' | 'position'> }} Scan
 */

/** The queue outlives a sign-out, the list does not: leave.js removes it by this name. */
const QUEUE = 'kaimen-gate-queue'
const LIST = 'kaimen-gate-list'

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** @param {string} name @param {(db: IDBDatabase) => void} make @returns {Promise<IDBDatabase>} */
async function database(name, make) {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => make(request.result)
  const db = await done(request)
  // Whoever deletes or renews it must not wait for this page.
  db.onversionchange = () => db.close()
  return db
}

/** @type {Promise<IDBDatabase> | undefined} */
let queue
const theQueue = () =>
  (queue ??= database(QUEUE, (db) => {
    db.createObjectStore('scans', { keyPath: 'nonce' })
    db.createObjectStore('settings')
  }))

/**
 * Answers when it is on the disk, not only on the way there.
 * @param {string} store @param {(store: IDBObjectStore) => void} change
 */
async function written(store, change) {
  const db = await theQueue()
  const transaction = db.transaction(store, 'readwrite', { durability: 'strict' })
  change(transaction.objectStore(store))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}

/** @param {Scan} scan */
export const keepScan = (scan) => written('scans', (store) => store.put(scan))
/** @param {Scan[]} scans */
export const keepScans = (scans) => written('scans', (store) => scans.forEach((scan) => store.put(scan)))
/** @param {string[]} nonces */
export const dropScans = (nonces) => written('scans', (store) => nonces.forEach((nonce) => store.delete(nonce)))

/** All scans of a day, the earliest first. @param {number} day @returns {Promise<Scan[]>} */
export async function scansOf(day) {
  const db = await theQueue()
  const all = /** @type {Scan[]} */ (await done(db.transaction('scans').objectStore('scans').getAll()))
  return all.filter((scan) => scan.day === day).sort((a, b) => a.at - b.at)
}

/** @returns {Promise<string>} */
export async function deviceName() {
  const db = await theQueue()
  return (await done(db.transaction('settings').objectStore('settings').get('device'))) ?? ''
}
/** @param {string} name */
export const nameDevice = (name) => written('settings', (store) => store.put(name, 'device'))

const theLists = () => database(LIST, (db) => db.createObjectStore('lists'))

/** @param {number} day @returns {Promise<List | undefined>} */
export async function listOf(day) {
  const db = await theLists()
  const list = await done(db.transaction('lists').objectStore('lists').get(day))
  db.close()
  return list
}

/** @param {number} day @param {List} list */
export async function keepList(day, list) {
  const db = await theLists()
  await done(db.transaction('lists', 'readwrite').objectStore('lists').put(list, day))
  db.close()
}
