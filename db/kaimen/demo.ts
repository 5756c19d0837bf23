import type { Settings } from '~/settings.server'
import { layDemo } from '../demo/lay'
import { withDatabase } from './database'

export function layAgain(settings: Settings): Promise<boolean> {
  return withDatabase(settings, async () => {
    const laid = await layDemo({ again: true })
    if (laid !== 'laid') throw new Error('这里不是演示县，什么也没有改动 · this is not a demo county; nothing was changed')
    console.log(
      '✔ 演示县已按今天重新布置；操作记录只增不减 · the demo county is laid anew around today; the record keeps its earlier lines',
    )
    return true
  })
}
