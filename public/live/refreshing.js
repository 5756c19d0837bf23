const doors = 'a, button, input, select, textarea, [tabindex]'

/** Where the reader is: in which item the focus is, and where the top one on the screen stands. */
function place(list) {
  const item = document.activeElement?.closest?.('li[id]')
  const within = item && list.contains(item) ? [...item.querySelectorAll(doors)].indexOf(document.activeElement) : -1
  const top = [...list.children].find((each) => each.id && each.getBoundingClientRect().bottom > 0)
  return { item: within < 0 ? undefined : item.id, within, top: top?.id, at: top?.getBoundingClientRect().top }
}

/** The same page once more, its parts put in the place of the old ones: the server's own words, the reader's own place. */
export async function refresh(id, also = []) {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [list, fresh] = [document.getElementById(id), page.getElementById(id)]
  if (!list || !fresh) throw new Error(`no ${id}`)
  const was = place(list)
  Object.assign(list.dataset, fresh.dataset)
  list.className = fresh.className
  list.replaceChildren(...fresh.childNodes)
  for (const each of also) document.getElementById(each)?.replaceChildren(...(page.getElementById(each)?.childNodes ?? []))
  const top = was.top && document.getElementById(was.top)
  if (top) scrollBy(0, top.getBoundingClientRect().top - was.at)
  const own = was.item && document.getElementById(was.item)?.querySelectorAll(doors)
  if (own?.length) own[Math.min(was.within, own.length - 1)].focus({ preventScroll: true })
}
