/** What can be asked of those who are chosen, by the words for it. */
export const askedWords = { asksIdentity: 'identity', asksPlate: 'plate', asksBirthDate: 'birth', asksPhotoConsent: 'photo' } as const
