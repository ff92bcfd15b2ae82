/** The branch that holds the ledger, here and at a remote. */
export const branch = 'refs/heads/airworthy/ledger'
