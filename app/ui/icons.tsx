import type { ReactNode } from 'react'

/** Icons only ever stand beside words, so they are hidden from screen readers and sized by the text. */
const icon = (shapes: ReactNode) => (
  <svg className="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" aria-hidden="true">
    {shapes}
  </svg>
)

export const CheckIcon = () => icon(<path d="m4 12.5 5.2 5.2L20 7" />)
export const CrossIcon = () => icon(<path d="M5.5 5.5l13 13M18.5 5.5l-13 13" />)
export const InfoIcon = () =>
  icon(
    <>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 11v6M12 7.2v.1" />
    </>,
  )
export const WarningIcon = () =>
  icon(
    <>
      <path d="M12 3 1.9 20.5h20.2z" />
      <path d="M12 10v5M12 17.6v.1" />
    </>,
  )
export const ArrowRightIcon = () => icon(<path d="M4 12h16M13.5 5.5 20 12l-6.5 6.5" />)
export const ArrowLeftIcon = () => icon(<path d="M20 12H4M10.5 5.5 4 12l6.5 6.5" />)
export const ClockIcon = () =>
  icon(
    <>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 6.5V12l3.8 2.3" />
    </>,
  )
export const CalendarIcon = () => icon(<path d="M3 5h18v16H3zM3 10h18M8 2.5V7M16 2.5V7" />)
export const DocumentIcon = () => icon(<path d="M5 2.5h9.5L19 7v14.5H5zM14 2.5V7.5h5M8.5 12.5h7M8.5 16.5h7" />)
export const DownloadIcon = () => icon(<path d="M12 3v12.5M6.5 10.5 12 16l5.5-5.5M3.5 20.5h17" />)
export const PrintIcon = () => icon(<path d="M7 8V2.5h10V8M7 17H3V8h18v9h-4M7 14h10v7.5H7z" />)
export const CopyIcon = () => icon(<path d="M8.5 8.5h12v12h-12zM15.5 8V3.5h-12v12H8" />)
export const SpeakerIcon = () => icon(<path d="M3 9h4l5-4.5v15L7 15H3zM15.5 9a4.2 4.2 0 0 1 0 6M18 5.8a8.7 8.7 0 0 1 0 12.4" />)
export const StopIcon = () => icon(<path d="M5.5 5.5h13v13h-13z" />)
export const PhoneIcon = () =>
  icon(<path d="M4 3h4.5l2 5-2.7 2a12.5 12.5 0 0 0 6.2 6.2l2-2.7 5 2V20a1.5 1.5 0 0 1-1.5 1.5A17 17 0 0 1 2.5 4.5 1.5 1.5 0 0 1 4 3z" />)
export const PersonIcon = () =>
  icon(
    <>
      <circle cx="12" cy="7.5" r="4.5" />
      <path d="M3.5 21.5c.8-5 4.2-7 8.5-7s7.7 2 8.5 7" />
    </>,
  )
export const SearchIcon = () =>
  icon(
    <>
      <circle cx="10.5" cy="10.5" r="7" />
      <path d="m16 16 5.5 5.5" />
    </>,
  )
export const SpeechIcon = () => icon(<path d="M3 4h18v12.5h-9.5L7 21v-4.5H3zM7.5 8.5h9M7.5 12h6" />)
export const PencilIcon = () => icon(<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5" />)

/** The mark: two leaves of a door, the right one open. The same drawing as public/favicon.svg. */
export const DoorMark = () => (
  <svg className="door-mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
    <path className="door-mark-frame" d="M4 37V5a2 2 0 0 1 2-2h28a2 2 0 0 1 2 2v32h-4V7H8v30z" />
    <path className="door-mark-light" d="M19.5 7H32v30H19.5z" />
    <path className="door-mark-leaf" d="M8 7h3l8.5 5.5V40L8 37z" />
    <circle className="door-mark-knob" cx="16.3" cy="24" r="1.5" />
  </svg>
)
