import type { Asking, Ledger, LedgerEntry, WantedTags } from './ledger.ts'

/** A driver has to know how several are appended; one is the same. */
export function withAppend(driver: Omit<Ledger, 'append'>): Ledger {
  return {
    ...driver,
    append: async (key, event, asking) => (await driver.appendAll([{ key, event }], asking))[0] as LedgerEntry,
  }
}

/** The same ledger for one who asks, whoever of its code calls it. */
export function askedBy(asking: Asking, ledger: Ledger): Ledger {
  const { read, appendAll, tags, remarks, readWhole, admitTags } = ledger
  return withAppend({
    ...ledger,
    read: (own) => read(own ?? asking),
    appendAll: (records, own) => appendAll(records, own ?? asking),
    tags: (own) => tags(own ?? asking),
    ...(remarks === undefined ? {} : { remarks: (own?: Asking) => remarks(own ?? asking) }),
    ...(readWhole === undefined ? {} : { readWhole: (own?: Asking) => readWhole(own ?? asking) }),
    ...(admitTags === undefined
      ? {}
      : { admitTags: (wanted: WantedTags, own?: Asking) => admitTags(wanted, own ?? asking) }),
  })
}
