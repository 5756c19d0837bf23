/** Words of the desk; part of words.ts. */
export const deskZh = { title: '报名' }

export const deskEn: typeof deskZh = { title: 'Registrations' }
