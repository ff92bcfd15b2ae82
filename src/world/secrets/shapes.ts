import type { Span } from './find.ts'

/**
 * Secrets that are known by their looks, wherever they come from. An underscore may be escaped, as in Markdown. What was cut off, and
 * ends with an ellipsis, may be shorter.
 */

const under = String.raw`(?:\\?_|&#95;)`
const word = String.raw`(?:[A-Za-z0-9_]|\\_|&#95;)`
const cut = String.raw`(?=…|\.\.\.)`
/** So many characters of this class, or six of one that was cut off. */
const many = (one: string, least: number): string => `(?:${one}{${least},}|${one}{6,}${cut})`

const tokens = [
  // GitHub, GitLab
  `gh[pousr]${under}${many(word, 16)}`,
  `github${under}pat${under}${many(word, 16)}`,
  `gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat)-${many('[\\w-]', 16)}`,
  // AWS, Google
  'A(?:KI|SI)A[A-Z0-9]{16}',
  `AIza${many('[\\w-]', 30)}`,
  `(?:ya29\\.|GOCSPX-)${many('[\\w-]', 20)}`,
  // Slack, and addresses that anybody may post to
  `xox[abeoprs]-${many('[A-Za-z0-9-]', 10)}`,
  `xapp-\\d-${many('[A-Za-z0-9-]', 10)}`,
  // OpenAI, Anthropic, Stripe: one part of many letters and digits, as no name has
  `sk-(?:[a-z]{2,8}\\d{0,2}-){0,2}(?=[A-Za-z_-]{0,40}\\d)${many(word, 20)}(?:[\\w-]*)`,
  `[sr]k${under}(?:live|test)${under}${many('[A-Za-z0-9]', 16)}`,
  // Hugging Face, npm, PyPI, Docker, Vault, NVIDIA, SendGrid, DigitalOcean
  `hf${under}${many('[A-Za-z0-9]', 30)}`,
  `npm${under}${many('[A-Za-z0-9]', 30)}`,
  `pypi-${many('[\\w-]', 40)}`,
  `dckr${under}[po]at${under}${many('[\\w-]', 20)}`,
  `hv[sb]\\.${many('[\\w-]', 20)}`,
  `nvapi-${many('[\\w-]', 40)}`,
  `SG\\.[\\w-]{16,}\\.[\\w-]{16,}`,
  `do[opr]${under}v1${under}[a-f0-9]{40,}`,
  // JSON Web Tokens
  `eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}(?:\\.[\\w-]*)?`,
]

/** The first group stands before the secret, and is shown. */
const shapes: readonly RegExp[] = [
  new RegExp(`()(?<![A-Za-z0-9])(?:${tokens.join('|')})`, 'g'),
  // The secret of an AWS key beside its id, or under its name.
  /(A(?:KI|SI)A[A-Z0-9]{16}[\s:,;="'|/]{1,8})[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/g,
  /(aws_?secret_?access_?key["']?\s{0,4}[=:]\s{0,4}["']?)[A-Za-z0-9/+]{16,}/gi,
  // The password in an address, but not the tag of an image that is named by its digest.
  /(:\/\/[^\s/?#@:]{0,256}:)(?!\d{1,5}\/)[^\s?#]{1,1024}(?=@(?!sha256:))/g,
  /(:\/\/)[^\s/?#@:]{20,256}(?=@)/g,
  /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,}/g,
  /(discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{8,}/g,
  // What a checkout leaves in git's configuration, and any other header of this kind.
  /(authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:basic|bearer|token)\s{1,4})[\w.~+/=-]{8,}/gi,
  /(\b(?:basic|bearer)\s{1,4})(?=[A-Za-z_.~+/=-]{0,400}\d)[\w.~+/=-]{16,}/gi,
  /()-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[A-Za-z0-9+/=\s\\:,]|-(?!----))*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g,
]

/** What each of them has: most texts have none of it, and are looked at once. */
const hint =
  /gh[pousr][_\\&]|github|gl[a-z]+-|A(?:KI|SI)A|AIza|ya29|GOCSPX|xox|xapp|[sr]k[-_\\&]|hf[_\\&]|npm[_\\&]|pypi-|dckr|hv[sb]\.|nvapi|SG\.|do[opr][_\\&]|eyJ|:\/\/|hooks|authorization|aws_?secret|basic|bearer|PRIVATE KEY/i

/** Where secrets of a known look stand in a text. Spans may overlap. */
export function shapesIn(text: string): readonly Span[] {
  if (text.length < 12 || !hint.test(text)) return []
  return shapes.flatMap((shape) =>
    [...text.matchAll(shape)].map((found) => ({
      start: found.index + (found[1]?.length ?? 0),
      end: found.index + found[0].length,
    })),
  )
}
