import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

describe.each(['README.md', 'README.en.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8')

  it('shows pictures that are there', () => {
    const pictures = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map((found) => found[1]!)
    expect(pictures.length).toBeGreaterThan(0)
    expect(pictures.filter((path) => !existsSync(path))).toEqual([])
  })

  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`((?:app|db|tests)(?:\/[\w.-]+)*)`/g)].map((found) => found[1]!)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
})
