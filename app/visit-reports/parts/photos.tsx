import { address } from '~/web/address'

type Shown = { id: string; alt: string; width: number; height: number }

/** Loaded when it comes near; its place is kept free by its size. The text under it is its description for everyone. */
export const Photo = ({ photo, src, lang }: { photo: Shown; src: string; lang: string }) => (
  <figure className="photo">
    <img src={address(src)} alt="" width={photo.width} height={photo.height} loading="lazy" decoding="async" />
    <figcaption className="user-text" lang={lang}>
      {photo.alt}
    </figcaption>
  </figure>
)
