/**
 * Every string that comes from outside (names of models, tensors, metrics and files, sentences, last words of a process)
 * goes through one of these before it stands in a report. Each takes the raw text, and none is undone by another.
 */

/**
 * A piece of a document that is already safe in its language. Made by the tagged templates `html` and `markdown` only: an object that looks
 * like one, such as one from a report that was read back, is not.
 */
export interface Markup<Language extends 'html' | 'markdown'> {
  readonly language: Language
  readonly text: string
}

type Value<Language extends 'html' | 'markdown'> =
  | string
  | number
  | undefined
  | Markup<Language>
  | readonly Markup<Language>[]

type Template<Language extends 'html' | 'markdown'> = (
  parts: TemplateStringsArray,
  ...values: readonly Value<Language>[]
) => Markup<Language>

/** HTML where every value that is not HTML itself is escaped: text, attribute values in double quotes. Undefined is nothing. */
export const html: Template<'html'> = template('html')

/** GitHub-flavoured markdown where every value that is not markdown itself is escaped: text, table cells, headings. */
export const markdown: Template<'markdown'> = template('markdown')

/** Text of a trusted origin (our own SVG, style sheet, fences) as markup. Never for anything a user wrote. */
export function trusted<Language extends 'html' | 'markdown'>(language: Language, text: string): Markup<Language> {
  return made(language, text)
}

/** Pieces one after another. */
export function joined<Language extends 'html' | 'markdown'>(
  language: Language,
  pieces: readonly Markup<Language>[],
  separator = '',
): Markup<Language> {
  return made(language, pieces.map((piece) => written(piece, language)).join(separator))
}

/**
 * One line of visible text: escape sequences of terminals, control, bidirectional and invisible characters and lone
 * surrogates are gone, each run of white space is one space.
 */
export function plain(text: string): string {
  return text
    .replace(terminalSequence, '')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd')
}

/** `plain`, and nothing that a CI runner reads as a command (`::error::`, `##[group]`) wherever a line breaks. */
export function terminalText(text: string): string {
  return plain(text)
    .replace(/(?<!\S):{2,}/g, (colons) => [...colons].join(' '))
    .replaceAll('##[', '## [')
}

/** `plain`, as HTML text or an attribute value. */
export function htmlText(text: string): string {
  return plain(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/**
 * `plain`, as inline GitHub-flavoured markdown. Punctuation that could open a construct becomes numeric entities, which
 * never do, also inside HTML and table cells. Mentions, references and bare addresses are found by GitHub after entities are decoded, so
 * a zero-width space breaks them.
 */
export function markdownText(text: string): string {
  return plain(text)
    .replace(/[&<>`\\*_[\]|~$]|^ ?(?:[-+](?=[-+ ]|$)|=+ ?$)|::/g, entities)
    .replace(/^ ?\d+(?=[.)](?: |$))/, `$&${zeroWidth}`)
    .replace(/@(?=\S)/g, `@${zeroWidth}`)
    .replace(/(?<!&)#/g, `#${zeroWidth}`)
    .replace(/\b(gh-)(?=\d)/gi, `$1${zeroWidth}`)
    .replace(/(?<![a-z])(https?|ftp|mailto|xmpp):/gi, `$1${zeroWidth}:`)
    .replace(/(?<![a-z])(www)\./gi, `$1${zeroWidth}.`)
}

const safeIn = { html: htmlText, markdown: markdownText } as const

const zeroWidth = '&#8203;'

function entities(punctuation: string): string {
  return [...punctuation].map((one) => (one === ' ' ? one : `&#${one.charCodeAt(0)};`)).join('')
}

/** CSI, OSC, DCS and the other strings, and two-character escapes, in their 7-bit and 8-bit forms (ECMA-48). */
const terminalSequence =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[PX\]^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0090\u0098-\u009f]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g

function template<Language extends 'html' | 'markdown'>(language: Language): Template<Language> {
  const inserted = (value: Value<Language>): string => {
    if (value === undefined) return ''
    if (typeof value === 'string' || typeof value === 'number') return safeIn[language](String(value))
    return [value]
      .flat()
      .map((one) => written(one, language))
      .join('')
  }
  return (parts, ...values) =>
    made(
      language,
      parts.reduce((text, part, index) => text + inserted(values[index - 1]) + part),
    )
}

const genuine = new WeakSet<object>()

function made<Language extends 'html' | 'markdown'>(language: Language, text: string): Markup<Language> {
  const markup = Object.freeze({ language, text })
  genuine.add(markup)
  return markup
}

/** What was not made here is data, whatever it looks like, and is shown as it is. */
function written<Language extends 'html' | 'markdown'>(markup: Markup<Language>, language: Language): string {
  if (genuine.has(markup) && markup.language === language) return markup.text
  return safeIn[language](JSON.stringify(markup) ?? '')
}
