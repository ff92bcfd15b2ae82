/** The longest look at a step of a rollout, in milliseconds: a year. For the pipeline file and for what the ledger keeps of it. */
export const longestBakeMs = 365 * 24 * 3600 * 1000
