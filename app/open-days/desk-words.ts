/** Words of the desk; part of words.ts. */
export const deskZh = { title: '开放日' }

export const deskEn: typeof deskZh = { title: 'Open days' }
