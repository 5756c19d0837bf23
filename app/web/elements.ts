import { Fragment } from 'react'

const TYPE = Symbol.for('react.element')

/**
 * An element of React 18 as its own `jsx` makes it, but with the props it was given: React 18 copies each of them, React
 * 19 no longer does. The build of the server uses this one (vite.config.ts), for a twelfth of the time of a long page.
 * There are no default props, and on the server nobody asks who made an element.
 */
export const jsx = (type: unknown, props: { ref?: unknown }, key?: unknown) => ({
  $$typeof: TYPE,
  type,
  key: key === undefined ? null : String(key),
  ref: props.ref ?? null,
  props,
  _owner: null,
})
export const jsxs = jsx
export { Fragment }
