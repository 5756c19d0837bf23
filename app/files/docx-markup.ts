/** Every element of that name, outermost first and never twice the same stretch; in linear time whatever the text. */
export function* elements(xml: string, name: string): Generator<{ at: number; xml: string }> {
  const opening = new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'g')
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const isEmpty = found[0].endsWith('/>')
    const closing = isEmpty ? opening.lastIndex : xml.indexOf(`</${name}>`, opening.lastIndex)
    if (closing < 0) return
    const end = isEmpty ? closing : closing + name.length + 3
    yield { at: found.index, xml: xml.slice(found.index, end) }
    opening.lastIndex = end
  }
}

export function replaceElements(xml: string, name: string, replace: (element: string) => string): string {
  const parts: string[] = []
  let at = 0
  for (const element of elements(xml, name)) {
    parts.push(xml.slice(at, element.at), replace(element.xml))
    at = element.at + element.xml.length
  }
  return parts.join('') + xml.slice(at)
}

/**
 * What mammoth would pass over or trip on: how a paragraph was formatted before a tracked change stands inside its
 * properties, and a formula is no text. A formula becomes its characters in a row.
 */
export function plainMarkup(document: string): string {
  const present = replaceElements(
    replaceElements(document, 'w:pPrChange', () => ''),
    'w:rPrChange',
    () => '',
  )
  return replaceElements(present, 'm:oMath', (formula) => {
    const characters = [...elements(formula, 'm:t')].map((text) => text.xml.replace(/<[^<>]*>/g, '')).join('')
    return characters && `<w:r><w:t xml:space="preserve">${characters}</w:t></w:r>`
  })
}
