import { type OperatorSchema, parseVersions, setsOf, type TypeSets } from './schema.ts'
import { operatorTable } from './table.ts'

/** All versions of an operator, oldest first. Undefined for a domain that is not the standard's, empty for an unknown operator. */
export function operatorVersions(domain: string, operator: string): readonly OperatorSchema[] | undefined {
  const { domains, sets } = tableOnce()
  const section = domains.get(nameInTable(domain))
  if (section === undefined) return undefined
  // Models use a few dozen of a thousand definitions: each is looked for and parsed when it is first asked for.
  const parsed = section.parsed.get(operator)
  if (parsed !== undefined) return parsed
  const lines = linesOf(section, operator)
  if (lines === undefined) return []
  const versions = parseVersions(lines, sets)
  section.parsed.set(operator, versions)
  return versions
}

/** The newest version of a standard domain in which something changed; undefined for other domains. */
export function newestOpset(domain: string): number | undefined {
  const section = tableOnce().domains.get(nameInTable(domain))
  if (section === undefined) return undefined
  return Math.max(...[...section.text.matchAll(/^ (\d+)/gm)].map(([, since]) => Number(since)))
}

/** The definitions of a domain: the name of each operator, then a line a version, oldest first: ` 13 T …`. */
interface Section {
  readonly text: string
  readonly parsed: Map<string, readonly OperatorSchema[]>
  /** All operators; listed when one is asked for that is not there, since hostile models have many of these. */
  names?: ReadonlySet<string>
}

interface Table {
  readonly domains: ReadonlyMap<string, Section>
  readonly sets: TypeSets
}

let table: Table | undefined

function tableOnce(): Table {
  table ??= splitTable(operatorTable)
  return table
}

/** The lines of an operator, without what indents them; undefined when the domain does not have it. */
function linesOf(section: Section, operator: string): readonly string[] | undefined {
  if (!(section.names?.has(operator) ?? /^\w+$/.test(operator))) return undefined
  const head = `\n${operator}\n`
  const at = section.text.indexOf(head)
  if (at < 0) {
    section.names = new Set([...section.text.matchAll(/^\w+$/gm)].map(([name]) => name))
    return undefined
  }
  const lines = section.text.slice(at + head.length).split('\n', mostVersions)
  const end = lines.findIndex((line) => !line.startsWith(' '))
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.slice(1))
}

/** More than any operator has. */
const mostVersions = 64

function nameInTable(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain
}

/** The definition that holds in a version of the domain. */
export function operatorSchema(versions: readonly OperatorSchema[], opset: number): OperatorSchema | undefined {
  return versions.findLast((version) => version.since <= opset)
}

/** Sets of types first, then a section for each domain, which begins with its name in brackets. */
function splitTable(text: string): Table {
  const [sets = '', ...sections] = text.split('\n[')
  const domains = sections.map((section): [string, Section] => {
    const end = section.indexOf(']')
    return [section.slice(0, end), { text: section.slice(end + 1), parsed: new Map() }]
  })
  return { domains: new Map(domains), sets: setsOf(sets.trim().split('\n')) }
}
