/**
 * What a record holds under a name that anyone may have chosen. Every object inherits members such as `constructor`, which plain
 * brackets would give.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}

/** Gives a record a value under any name: plain brackets would take `__proto__` for what the record inherits from. */
export function setOwn<Value>(record: Record<string, Value>, name: string, value: Value): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
}
