/**
 * At most `length` UTF-16 units, never half a surrogate pair, with an ellipsis where something was left out. The mask of secrets goes by
 * the ellipsis: the beginning of a secret before one is masked as the whole is. So texts of strangers are cut here.
 */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  const end = Math.max(0, length - 1)
  const last = text.charCodeAt(end - 1)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? end - 1 : end).trimEnd()}…`
}
