/** A number to press; nothing where none is known. */
export const PhoneLink = ({ phone }: { phone: string }) => (phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : null)
