import { seal, unseal } from '~/sealing.server'
import type { Role } from './rules'

/** A resident's name is sealed like their contacts; the desk's stand in the record in plain. */
export const nameColumns = (name: string, role: Role) =>
  role === 'resident' ? { name: '', nameSealed: seal(name) } : { name, nameSealed: null }

export const nameOf = ({ name, nameSealed }: { name: string; nameSealed: Buffer | null }) => (nameSealed ? unseal(nameSealed) : name)
