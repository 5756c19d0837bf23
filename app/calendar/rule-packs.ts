/** What a rule of law asks of a consultation's period, as data: another instrument is another row. */
export type PeriodRule = {
  article: string
  minimumDays: number
  /** What lifts the minimum: a reason given in the public notice. */
  escape: 'short-period-reason' | null
}

/** Interim Regulation on Procedures for Major Administrative Decisions (State Council Decree 713), article 15. */
export const decree713: PeriodRule = { article: 'D713 art. 15', minimumDays: 30, escape: 'short-period-reason' }
