import valid from 'semver/functions/valid.js'

/**
 * Tags in GTO's grammar (gto/constants.py 1.9.0), so that `gto show` reads our registry:
 * `digits@v1.2.3` registers a version, `digits#production#4` assigns the version on the same commit to a stage; a `!` undoes.
 */
export type Tag =
  | {
      readonly kind: 'version'
      readonly model: string
      readonly version: string
      readonly undo: boolean
      readonly counter?: number | undefined
    }
  | {
      readonly kind: 'stage'
      readonly model: string
      readonly stage: string
      readonly undo: boolean
      readonly counter?: number | undefined
    }
  | { readonly kind: 'deprecated' | 'created'; readonly model: string; readonly counter?: number | undefined }

const name = '[a-zA-Z0-9](?:[a-zA-Z0-9\\-/_]*[a-zA-Z0-9])?'
const directory = '[a-zA-Z0-9\\-_./]+'
const pattern = new RegExp(
  `^((?:${directory}=)?${name})(?:#(${name})(!?)|@v([^!#]+)(!?)|@(deprecated|created))(?:#(\\d+))?$`,
)
const modelPattern = new RegExp(`^(?:${directory}:)?${name}$`)
const stagePattern = new RegExp(`^${name}$`)

/**
 * Whether a text can name a model: letters, digits, `-`, `_` and `/`, ending in a letter or digit, after an optional folder
 * (`models/eu:digits`, where dots may stand too). Stricter than GTO where git refuses the tag that would follow.
 */
export function isModelName(text: string): boolean {
  return modelPattern.test(text) && isReference(text.replace(':', '='))
}

/** Whether a text can name a stage: as a model's name, without a folder. */
export function isStageName(text: string): boolean {
  return stagePattern.test(text) && isReference(text)
}

/** `digits@v1.2.3`. The version is semantic, without the `v`. */
export function versionTag(model: string, version: string): string {
  return `${inTag(model)}@v${version}`
}

/** What the names of all tags of a model begin with; tags of others may, too. */
export function tagStart(model: string): string {
  return inTag(model)
}

/** Whether a tag registers a version of a model, whoever made it. */
export function isVersionTagOf(tag: string, model: string): boolean {
  const parsed = parseTag(tag)
  return parsed?.kind === 'version' && !parsed.undo && parsed.model === model
}

/** The versions of a model that tags register. */
export function versionsIn(tags: readonly string[], model: string): readonly string[] {
  return tags.flatMap((tag) => {
    const parsed = parseTag(tag)
    return parsed?.kind === 'version' && !parsed.undo && parsed.model === model ? [parsed.version] : []
  })
}

/** `digits#production#4`. */
export function stageTag(model: string, stage: string, counter: number): string {
  return `${inTag(model)}#${stage}#${counter}`
}

/** What was parsed: the tags of a repository, thousands of them, are asked for again and again. */
const parsed = new Map<string, Tag | undefined>()
const mostParsed = 100_000

/** What a tag says, or undefined when it is not of the grammar. */
export function parseTag(text: string): Tag | undefined {
  if (parsed.has(text)) return parsed.get(text)
  if (parsed.size >= mostParsed) parsed.clear()
  const tag = parse(text)
  parsed.set(text, tag)
  return tag
}

function parse(text: string): Tag | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [, artifact = '', stage, unassign, version, deregister, word, count] = match
  const model = artifact.replace('=', ':')
  const counter = count === undefined ? undefined : Number(count)
  if (stage !== undefined) return { kind: 'stage', model, stage, undo: unassign === '!', counter }
  if (word === 'deprecated' || word === 'created') return { kind: word, model, counter }
  if (version === undefined || valid(version) === null || version.startsWith('v')) return undefined
  return { kind: 'version', model, version, undo: deregister === '!', counter }
}

/** The highest counter of each model's tags, whatever they do: the next numbered tag has one more. */
export function countersOf(tags: Iterable<string>): Map<string, number> {
  const highest = new Map<string, number>()
  for (const name of tags) {
    const tag = parseTag(name)
    if (tag !== undefined) highest.set(tag.model, Math.max(highest.get(tag.model) ?? 0, tag.counter ?? 0))
  }
  return highest
}

function inTag(model: string): string {
  return model.replace(':', '=')
}

/** git check-ref-format: no empty part, no `..`, no part that begins with a dot or ends in `.` or `.lock`. */
function isReference(text: string): boolean {
  return (
    text.split('/').every((part) => part !== '' && !part.startsWith('.') && !/(?:\.|\.lock)$/.test(part)) &&
    !text.includes('..')
  )
}
