import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

// Only pages whose route handle asks for hydration load this file; residents' pages never do.
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />)
})
