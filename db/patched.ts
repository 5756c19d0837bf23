import { applyPostgresPatch } from './postgres-patch'

// For --import: static imports of an entry file are read before any of it runs, postgres among them.
applyPostgresPatch()
