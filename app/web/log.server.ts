import { pino } from 'pino'
import { readSettings } from '~/settings.server'

export const log = pino({ level: readSettings().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
