// @ts-check
// With the session a phone of the gate forgets its page and its list; scans that wait to be told stay (store.js).
for (const form of document.querySelectorAll('form[action$="/sign-out"]'))
  form.addEventListener('submit', () => {
    void globalThis.caches?.delete('kaimen-gate-1')
    globalThis.indexedDB?.deleteDatabase('kaimen-gate-list')
    void navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => void one.unregister()))
  })
