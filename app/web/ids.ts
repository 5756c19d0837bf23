/** The largest number that PostgreSQL's integer holds; an address may name a larger one. */
export const LARGEST_ID = 2_147_483_647

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Whether what stands in an address can be such an id at all: the database would answer anything else with a fault. */
export const isUuid = (given: string | null | undefined): given is string => UUID.test(given ?? '')

/** Whether a number in an address can be a row's at all. */
export const isId = (id: number) => Number.isInteger(id) && id >= 1 && id <= LARGEST_ID
