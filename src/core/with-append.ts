import type { CallContext, Ledger, LedgerEntry, WantedTags } from './ledger.ts'

/** A driver has to know how several are appended; one is the same. */
export function withAppend(driver: Omit<Ledger, 'append'>): Ledger {
  return {
    ...driver,
    append: async (key, event, context) => (await driver.appendAll([{ key, event }], context))[0] as LedgerEntry,
  }
}

/** The same ledger. A call that brings no context of its own gets this one. */
export function withDefaultContext(context: CallContext, ledger: Ledger): Ledger {
  const { read, appendAll, tags, remarks, readWhole, admitTags } = ledger
  return withAppend({
    ...ledger,
    read: (own) => read(own ?? context),
    appendAll: (records, own) => appendAll(records, own ?? context),
    tags: (own) => tags(own ?? context),
    ...(remarks === undefined ? {} : { remarks: (own?: CallContext) => remarks(own ?? context) }),
    ...(readWhole === undefined ? {} : { readWhole: (own?: CallContext) => readWhole(own ?? context) }),
    ...(admitTags === undefined
      ? {}
      : { admitTags: (wanted: WantedTags, own?: CallContext) => admitTags(wanted, own ?? context) }),
  })
}
