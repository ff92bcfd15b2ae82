/** The branch that holds the ledger, here and at a remote. */
export const branch = 'refs/heads/airworthy/ledger'

/** Its short name, as people give it to git. */
export const shortBranch = branch.slice('refs/heads/'.length)
