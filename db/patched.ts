import { applyPostgresPatch } from './postgres-patch'

// Imported first by entry files that reach postgres only by import() later; where they import it statically,
// this must be preloaded (--import ./db/patched.ts), because static imports are read before any of them runs.
applyPostgresPatch()
