import { operatorTable } from './operator-table.ts'

/** An operator as the standard defines it from one version of its domain on. */
export interface OperatorSchema {
  readonly since: number
  readonly deprecated: boolean
  /** Infinity where there is no upper bound. */
  readonly inputs: { readonly min: number; readonly max: number }
  readonly outputs: { readonly min: number; readonly max: number }
}

type Domain = ReadonlyMap<string, readonly OperatorSchema[]>

let parsed: ReadonlyMap<string, Domain> | undefined

/** All versions of an operator, oldest first. Undefined for a domain that is not the standard's, empty for an unknown operator. */
export function operatorVersions(domain: string, operator: string): readonly OperatorSchema[] | undefined {
  parsed ??= parseTable(operatorTable)
  const operators = parsed.get(domain === 'ai.onnx' ? '' : domain)
  return operators === undefined ? undefined : (operators.get(operator) ?? [])
}

/** The definition that holds in a version of the domain. */
export function operatorSchema(versions: readonly OperatorSchema[], opset: number): OperatorSchema | undefined {
  return versions.findLast((version) => version.since <= opset)
}

function parseTable(text: string): Map<string, Domain> {
  const domains = new Map<string, Map<string, readonly OperatorSchema[]>>()
  let current = new Map<string, readonly OperatorSchema[]>()
  for (const line of text.trim().split('\n')) {
    const [name = '', ...versions] = line.split(' ')
    if (line.startsWith('[')) {
      current = new Map()
      domains.set(line.slice(1, -1), current)
    } else current.set(name, parseVersions(versions))
  }
  return domains
}

/** `1:2,2,1,1 7 13!`: an arity holds until the next one is given, `!` is deprecated. */
function parseVersions(words: readonly string[]): OperatorSchema[] {
  let arity = [0, Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY]
  return words.map((word) => {
    const [since = '', numbers] = word.replace('!', '').split(':')
    if (numbers !== undefined)
      arity = numbers.split(',').map((bound) => (bound === '*' ? Number.POSITIVE_INFINITY : Number(bound)))
    const [minIn = 0, maxIn = 0, minOut = 0, maxOut = 0] = arity
    return {
      since: Number(since),
      deprecated: word.endsWith('!'),
      inputs: { min: minIn, max: maxIn },
      outputs: { min: minOut, max: maxOut },
    }
  })
}
