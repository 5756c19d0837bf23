export type UnitKind =
  'preamble' | 'part' | 'chapter' | 'section' | 'article' | 'paragraph' | 'item' | 'heading' | 'table' | 'appendix' | 'contents'

export type Unit = {
  anchor: string
  kind: UnitKind
  level: number
  label: string
  title: string
  text: string
  commentable: boolean
}

export function countArticles(units: Unit[]): number {
  return units.filter((unit) => unit.kind === 'article').length
}
