/** What a row of the catalogue says: one sentence, and a hint at what to do next. */
export interface Words {
  readonly message: string
  readonly hint: string
}

/** The sentences of some codes: each takes the details that it needs. */
export type Rows<Details> = { readonly [Code in keyof Details]: (details: Details[Code]) => Words }

/** The first few of a list that may be long. */
export function fewOf(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown
}

export function didYouMean(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean ${name}?`
}
