const names = {
  content: 'content body text comment 内容 意见 意见内容 意见建议 具体意见 正文',
  author: 'author authorlabel name 提出人 意见人 反馈人 姓名 署名 称呼 单位 提出人或单位',
  article: 'article articlenumber articleno anchor 条文 条款 条 条号 针对条文 对应条款',
  channel: 'channel source 渠道 来源 提交方式 途径',
  date: 'date receivedat received receivedon time createdat 日期 时间 收到时间 收到日期 提交时间 提交日期',
  stance: 'stance position 态度 立场',
  replacement: 'replacement proposal proposedtext 建议文字 建议修改为 修改建议 建议条文',
  lang: 'lang language 语言',
}

export type Column = keyof typeof names
/** Without these no row can be a comment. */
export const requiredColumns = ['content', 'date'] as const satisfies Column[]

const columnOf = new Map(
  Object.entries(names).flatMap(([column, list]) => list.split(' ').map((name) => [name, column as Column] as const)),
)

/** The column a heading means. */
export const columnBy = (heading: string) =>
  columnOf.get(
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_\-—]/gu, ''),
  )
