import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Fault } from '../rules'

/** Everything that stands between this work and publication, each number a link to where it is mended. */
export function Faults({ id, faults }: { id: number; faults: readonly Fault[] }) {
  const { t } = useTranslation('reports')
  return (
    <ul>
      {faults.map((fault) => {
        if ('comments' in fault)
          return (
            <Numbered
              key={fault.why}
              sentence={t(`fault.${fault.why}`, { count: fault.comments.length })}
              numbers={fault.comments}
              path={`/desk/consultations/${id}/sorting`}
            />
          )
        if ('points' in fault)
          return (
            <Numbered
              key={fault.why}
              sentence={t(`fault.${fault.why}`, { count: fault.points.length })}
              numbers={fault.points}
              path={`/desk/consultations/${id}/points`}
            />
          )
        return <li key={fault.why}>{t(`fault.${fault.why}`)}</li>
      })}
    </ul>
  )
}

function Numbered({ sentence, numbers, path }: { sentence: string; numbers: readonly number[]; path: string }) {
  const { t } = useTranslation('reports')
  return (
    <li>
      {sentence}{' '}
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 ? t('separator') : ''}
          <a href={address(`${path}/${number}`)}>{number}</a>
        </span>
      ))}
    </li>
  )
}
