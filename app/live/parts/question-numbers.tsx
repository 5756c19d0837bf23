import { Fragment } from 'react'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

/** Links to several questions of one session. */
export function QuestionNumbers({ code, numbers }: { code: string; numbers: readonly number[] }) {
  const { t } = useTranslation('live')
  return (
    <>
      {numbers.map((number, index) => (
        <Fragment key={number}>
          {index > 0 ? t('comma') : null}
          <a href={address(`/live/${code}/questions/${number}`)}>{t('number', { number })}</a>
        </Fragment>
      ))}
    </>
  )
}
