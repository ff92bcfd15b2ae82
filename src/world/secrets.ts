/** Names of environment variables whose values are secrets wherever they come from. */
const secretName = /token|secret|passw|credential|api_?key|private_?key|access_?key/i

/** Shorter values would mask ordinary words. */
const shortest = 6

/** Replaces every secret in a text by `***`. */
export type Mask = (text: string) => string

/**
 * A mask for the values of the environment's secrets: every variable whose name says so, and those named in `also`.
 * Values are masked as they are and as they stand inside JSON strings.
 */
export function createMask(env: Readonly<Record<string, string | undefined>>, also: readonly string[] = []): Mask {
  const forms = Object.entries(env)
    .filter(([name]) => secretName.test(name) || also.includes(name))
    .flatMap(([, value]) => (value === undefined ? [] : formsOf(value)))
    .sort((a, b) => b.length - a.length)
  if (forms.length === 0) return (text) => text
  const pattern = new RegExp([...new Set(forms)].map(escapeForPattern).join('|'), 'g')
  return (text) => text.replace(pattern, '***')
}

function formsOf(value: string): string[] {
  const lines = value.split(/\r?\n/)
  const parts = lines.length > 1 ? [value, ...lines] : [value]
  return parts
    .flatMap((part) => [part, JSON.stringify(part).slice(1, -1)])
    .filter((part) => part.trim().length >= shortest)
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
