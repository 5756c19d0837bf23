/** The largest number that PostgreSQL's integer holds; an address may name a larger one. */
export const LARGEST_ID = 2_147_483_647
