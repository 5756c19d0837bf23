/** One large verdict: by colour, by shape and in words, and said aloud. public/gate/screen.js fills it. */
export function GateVerdict({ idle }: { idle: string }) {
  return (
    <div id="gate-verdict" className="gate-verdict" data-verdict="idle" role="status" aria-live="assertive" aria-atomic="true">
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <path className="is-idle" d="M10 12h28v24H10zM10 20h28" />
        <path className="is-admitted" d="M24 4a20 20 0 1 0 .1 0zM14 25l7 7 13-15" />
        <path className="is-repeat" d="M24 5 44 42H4zM24 19v11M24 35v2" />
        <path className="is-unlisted" d="M24 3 45 24 24 45 3 24zM18 19c0-8 12-8 12 0 0 5-6 5-6 10M24 34v2" />
        <path className="is-refused" d="M16 4h16l12 12v16L32 44H16L4 32V16zM17 17l14 14M31 17 17 31" />
      </svg>
      <p className="gate-word" id="gate-word">
        {idle}
      </p>
      <p className="gate-people" id="gate-people" />
      <p id="gate-who" />
      <p id="gate-note" />
    </div>
  )
}
