import { readFileSync } from 'node:fs'
import { realFiles } from '../support/real-files'

const files = realFiles('hostile')
export const haveHostile = files.length > 0

const text = (name: string) => readFileSync(files.find((file) => file.name === name)!.path, 'utf8')
const lines = (name: string) =>
  text(name)
    .split('\n')
    .filter((line) => line !== '')

/** Every naughty string and markup payload, one by one. */
export const hostileTexts = () => [
  ...(JSON.parse(text('blns.json')) as string[]),
  ...files.filter((file) => file.path.includes('/xss/')).flatMap((file) => lines(file.name)),
  ...lines('csv-injection.txt'),
]

export const hostileNames = () =>
  ['zh-names-ancient-sample.txt', 'zh-names-long.txt', 'zh-names-rare.txt', 'rare-name-characters.tsv'].flatMap(lines)
export const surnames = () => lines('zh-surnames-1k.txt')
