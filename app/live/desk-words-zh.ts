export const deskWordsZh = {
  title: '在线问答',
}
