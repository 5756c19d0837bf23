export const deskWordsEn = {
  title: 'Live Q&A',
}
