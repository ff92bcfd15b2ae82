/** What is written as an object, as a map: one is looked up for each node of a model, under a name that anyone may have chosen. */
export function byOperator<Value>(values: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(values))
}
