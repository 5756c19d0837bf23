import { describe, expect, it } from 'vitest'
import { isCardNumber, isIdentityNumber } from '~/moderation/numbers'
import { personalDataIn } from '~/moderation/personal-data'

const found = (text: string) => personalDataIn(text).map((piece) => [piece.kind, text.slice(piece.start, piece.end)])

// Made-up numbers with right check digits: built from the standard, not from anybody.
const IDENTITY = '11010119900307803X'
const IDENTITY_DIGITS = '110101199003070337'

const samples: [text: string, kind: string, passage: string][] = [
  ['请打13800138000找我', 'mobile', '13800138000'],
  ['请打138 0013 8000找我', 'mobile', '138 0013 8000'],
  ['手机138-0013-8000。', 'mobile', '138-0013-8000'],
  ['手机１３８００１３８０００', 'mobile', '１３８００１３８０００'],
  ['手机１３８　００１３　８０００', 'mobile', '１３８　００１３　８０００'],
  ['+86 138 0013 8000', 'mobile', '86 138 0013 8000'],
  ['008613800138000', 'mobile', '008613800138000'],
  ['幺三八零零幺三八零零零', 'mobile', '幺三八零零幺三八零零零'],
  ['打一三八00一三八000', 'mobile', '一三八00一三八000'],
  ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', 'mobile', '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎'],
  ['0571-88886666 白天在', 'landline', '0571-88886666'],
  ['（010）6888 6666', 'landline', '010）6888 6666'],
  ['电话：8888666', 'landline', '8888666'],
  [`身份证${IDENTITY}`, 'identity', IDENTITY],
  [`身份证${IDENTITY.toLowerCase()}`, 'identity', IDENTITY.toLowerCase()],
  ['身份证110101 19900307 803X', 'identity', '110101 19900307 803X'],
  ['身份证１１０１０１１９９００３０７８０３Ｘ', 'identity', '１１０１０１１９９００３０７８０３Ｘ'],
  ['卡号 4111 1111 1111 1111', 'bank-card', '4111 1111 1111 1111'],
  ['编号202405011234567', 'number', '202405011234567'],
  ['写信到 wang.wu+a@example.com。', 'email', 'wang.wu+a@example.com'],
  ['ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ', 'email', 'ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ'],
  ['车牌浙A12B45挡住了', 'plate', '浙A12B45'],
  ['粤B·D12345 停在消防通道', 'plate', '粤B·D12345'],
  ['加微信：kaimen_2024', 'account', 'kaimen_2024'],
  ['QQ号12345678', 'account', '12345678'],
  ['住在幸福路12号3栋2单元402室', 'address', '12号3栋2单元402室'],
]

describe('personal data in a comment', () => {
  for (const [text, kind, passage] of samples) {
    it(`points out ${kind} in: ${text}`, () => expect(found(text)).toEqual([[kind, passage]]))
  }

  const innocent = [
    '第十三条 2024年5月1日起施行，二〇二四年修订',
    '补贴总额1000000000元，共138户',
    '每平方米 3.5 元，1至3层 2.8 元',
    '建议改为 30 日，2024-05-01 到 2024-06-30 之间征求意见',
    '〔2023〕12号文件第（三）项',
    '一、二、三、四、五、六、七、八、九',
    '@全体业主 请看 a@b',
    '云A类企业 5 家',
  ]
  for (const text of innocent) it(`finds nothing in: ${text}`, () => expect(found(text)).toEqual([]))

  it('finds several, in order, each once', () => {
    expect(found('13800138000或13900139000，a@b.cn').map(([kind]) => kind)).toEqual(['mobile', 'mobile', 'email'])
    expect(found('13800138000 13900139000').map(([, passage]) => passage)).toEqual(['13800138000', '13900139000'])
  })

  it('an identity number with a wrong check digit is still pointed out as a long number', () => {
    expect(isIdentityNumber(IDENTITY_DIGITS)).toBe(true)
    const wrong = `${IDENTITY_DIGITS.slice(0, 17)}${(Number(IDENTITY_DIGITS[17]) + 1) % 10}`
    expect(isIdentityNumber(wrong)).toBe(false)
    expect(found(wrong)).toEqual([['number', wrong]])
  })

  it('a number that fails the card check is no bank card', () => {
    expect(isCardNumber('4111111111111111')).toBe(true)
    expect(isCardNumber('4111111111111112')).toBe(false)
  })

  it('time grows with the length of the text, whatever the text', () => {
    const parts = ['1', '1 ', '86', '13', 'a@', 'a.', '@', '浙A', 'QQ', 'QQ号:', '12号', '1号楼', '一', '0086 ', '(0', '.1']
    const took = (text: string) => {
      const from = process.cpuUsage()
      personalDataIn(text)
      return process.cpuUsage(from).user / 1000
    }
    for (const part of parts) {
      const short = part.repeat(Math.ceil(4_000 / part.length))
      took(short)
      const base = Math.min(took(short), took(short), took(short))
      const eightfold = Math.min(...[1, 2, 3, 4].map(() => took(short.repeat(8))))
      expect(eightfold, part).toBeLessThan(base * 8 * 4 + 100)
    }
  })
})
