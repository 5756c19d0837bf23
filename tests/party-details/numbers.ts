/** Identity numbers of nobody: their area code is not in use. */
export const GROWN = '999999196805040014'
export const ALSO_GROWN = '999999197208170026'
export const YOUTH = '999999201005030014'
