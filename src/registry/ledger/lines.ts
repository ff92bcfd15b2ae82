/** Each text as a line of its own. Nothing gives nothing. */
export function joinLines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}
