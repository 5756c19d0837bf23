const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
// I and O are left out: they look like 1 and 0 (GA 36-2018).
const LETTER = 'A-HJ-NP-Z'

const ordinary = new RegExp(`^[${PROVINCES}][${LETTER}][${LETTER}\\d]{4}[${LETTER}\\d挂学警港澳]$`, 'u')
// New energy: the letter of its kind stands first on small vehicles and last on large ones.
const newEnergy = new RegExp(`^[${PROVINCES}][${LETTER}](?:[A-HJK][${LETTER}\\d]\\d{4}|\\d{5}[A-HJK])$`, 'u')

/** A plate of 7 characters, or of 8 for new energy, in the one form it is kept in; null when it cannot be one. */
export function readPlate(typed: string): string | null {
  const plate = typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}·•・.]/gu, '')
    .toUpperCase()
  return ordinary.test(plate) || newEnergy.test(plate) ? plate : null
}

export const maskPlate = (plate: string) => `${plate.slice(0, 1)}****${plate.slice(-2)}`
