/** Rows of one file: they are written in one transaction, under the lock that residents wait for. */
export const IMPORT_MAX = 5000
