import { Buffer } from 'node:buffer'

/** Shorter values would mask ordinary words. */
export const shortest = 6

/** Lines of a key, a kubeconfig or an account that are the same in all of them: masked, they would ruin other texts. */
const frame =
  /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$|^-? ?"?[\w.-]+"?:\s*[{[]?$|^"?(?:type|kind|apiVersion|auth_uri|token_uri|universe_domain|auth_provider_x509_cert_url)"?:/

/**
 * A secret in every form in which others write it: as it is and trimmed, each of its lines, escaped for JSON, Markdown and HTML, in an
 * address, and in base64 wherever it begins there. Forms of fewer than 6 characters are left out.
 */
export function formsOf(value: string): readonly string[] {
  const lines = value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => !frame.test(line))
  const parts = new Set([value, value.trim(), ...lines].filter((part) => part.trim().length >= shortest))
  return [...parts]
    .flatMap((part) => writings.flatMap((write) => write(part)))
    .filter((form) => form.length >= shortest)
}

const writings: readonly ((text: string) => string | readonly string[])[] = [
  (text) => text,
  inJson,
  inMarkdown,
  inHtml,
  inAddresses,
  inBase64,
]

function inJson(text: string): readonly string[] {
  const plain = JSON.stringify(text).slice(1, -1)
  const asCode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return [
    plain,
    // JSON inside of JSON, Go's and Python's JSON, and a slash that is escaped as well.
    JSON.stringify(plain).slice(1, -1),
    plain.replace(/[<>&]/g, asCode),
    plain.replace(/[^ -~]/g, asCode),
    plain.replaceAll('/', '\\/'),
  ]
}

function inMarkdown(text: string): readonly string[] {
  return [
    text.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
    text.replace(/[\\`*_{}[\]<>()#+\-.!|~$&]/g, '\\$&'),
    text.replace(/[\\`*_[\]<>|~$&]/g, '\\$&'),
    text.replace(/[\\`*_[\]]/g, '\\$&'),
    text.replace(/[*_]/g, '\\$&'),
    withEntities(text, /[&<>`\\*_[\]|~$]/g),
  ]
}

function inHtml(text: string): readonly string[] {
  const named = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const quoted = named.replaceAll('"', '&quot;')
  return [
    named,
    quoted,
    ...['&#39;', '&#x27;', '&#039;', '&apos;'].map((quote) => quoted.replaceAll("'", quote)),
    withEntities(text, /[&<>"'`]/g),
    withEntities(text, /[&<>`\\*_[\]|~$"']/g),
  ]
}

function withEntities(text: string, characters: RegExp): string {
  return text.replace(characters, (one) => `&#${one.charCodeAt(0)};`)
}

function inAddresses(text: string): readonly string[] {
  // Half a surrogate pair has no form in an address.
  const component = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
  const strict = component.replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  const whole = encodeURI(text.replace(/\p{Cs}/gu, '\ufffd'))
  const form = strict.replaceAll('%20', '+').replaceAll('~', '%7E')
  const all = [component, strict, whole, form]
  return [...all, ...all.map((each) => each.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))]
}

/**
 * Base64 packs three bytes into four characters: what stands before a secret, as `user:` in a Basic header, moves it by one or two
 * bytes. What is left here are the characters that depend on the secret alone.
 */
function inBase64(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8')
  const moved = [0, 1, 2].map((by) => {
    const coded = Buffer.concat([Buffer.alloc(by), bytes]).toString('base64')
    return coded.slice(Math.ceil((by * 8) / 6), Math.floor(((by + bytes.length) * 8) / 6))
  })
  const whole = bytes.toString('base64')
  const all = [whole, whole.replace(/=+$/, ''), ...moved]
  return [...all, ...all.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'))]
}
