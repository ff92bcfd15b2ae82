import type { Ledger, LedgerEntry } from './ledger.ts'

/** A driver has to know how several are appended; one is the same. */
export function withAppend(driver: Omit<Ledger, 'append'>): Ledger {
  return {
    ...driver,
    append: async (key, event) => (await driver.appendAll([{ key, event }]))[0] as LedgerEntry,
  }
}
