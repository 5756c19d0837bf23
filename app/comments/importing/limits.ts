/** Rows of one file: they are written in one transaction, under the lock that residents wait for. */
export const IMPORT_MAX = 5000
/** Columns of one row, known or not. */
export const COLUMNS_MOST = 100
export const IMPORT_BYTES_MOST = 15 * 1024 * 1024
export const IMPORT_CHARACTERS_MOST = 5_000_000
