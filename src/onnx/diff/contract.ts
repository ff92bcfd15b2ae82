import type { Entry, Model } from '../format/messages.ts'
import { type Interface, interfaceOf, type Port } from '../graph/interface.ts'
import { standardDomain } from '../graph/scopes.ts'
import { grouped } from './grouped.ts'
import { type ChangeClass, type PortDifference, portDifferences, portsByName } from './interface.ts'

/** One difference between what two models say of themselves. */
export interface ContractChange {
  readonly class: ChangeClass
  readonly subject: 'input' | 'output' | 'symbol' | 'opset' | 'ir' | 'metadata' | 'producer'
  readonly kind: PortDifference['kind'] | 'renamed' | 'changed'
  readonly name: string
  /** A sentence without its full stop. */
  readonly reason: string
}

export interface ContractDiff {
  /** The worst class among the changes; `compatible` where there are none. */
  readonly class: ChangeClass
  /** The breaking ones first, then the additive ones. */
  readonly changes: readonly ContractChange[]
}

const classes: readonly ChangeClass[] = ['breaking', 'additive', 'compatible']

/**
 * What of the interface changed and what it means to callers, by the rules of `diffInterface`; with renames told as such, and
 * with what no caller meets: symbols, operator sets, IR version, metadata and producer, all compatible.
 */
export function diffContract(a: Model, b: Model): ContractDiff {
  const [before, after] = [interfaceOf(a), interfaceOf(b)]
  const changes: readonly ContractChange[] = [
    ...withRenames(portDifferences(before, after), before, after),
    ...symbolChanges(before, after),
    ...opsetChanges(a, b),
    ...valueChange('ir', 'IR version', a.irVersion, b.irVersion),
    ...valueChange('producer', 'producer', producerOf(a), producerOf(b)),
    ...metadataChanges(a.metadataProps, b.metadataProps),
  ]
  const sorted = classes.flatMap((wanted) => changes.filter((change) => change.class === wanted))
  return { class: sorted[0]?.class ?? 'compatible', changes: sorted }
}

/** One that is gone and a new one of the same type and dims are one that was renamed. The n-th fitting pair goes together. */
function withRenames(differences: readonly PortDifference[], before: Interface, after: Interface): ContractChange[] {
  const kindsOf = (ports: Interface) => {
    const [inputs, outputs] = [portsByName(ports.inputs), portsByName(ports.outputs)]
    return ({ subject, name }: PortDifference) => {
      const port = (subject === 'input' ? inputs : outputs).get(name)
      return port === undefined ? undefined : `${subject} ${port.type} ${port.optional} ${dimsText(port)}`
    }
  }
  const [kindBefore, kindAfter] = [kindsOf(before), kindsOf(after)]
  // The last first, so that the next one is taken from the end.
  const fresh = grouped(differences.filter(({ kind }) => kind === 'added').toReversed(), kindAfter)
  const taken = new Set<PortDifference>()
  const renamed = differences.flatMap((gone) => {
    if (gone.kind !== 'removed') return []
    const to = fresh.get(kindBefore(gone))?.pop()
    if (to === undefined) return []
    taken.add(gone).add(to)
    return [renameOf(gone, to)]
  })
  return [...renamed, ...differences.filter((difference) => !taken.has(difference))]
}

/** Whatever symbols are called. */
function dimsText({ dims }: Port): string {
  return dims === undefined ? 'any' : dims.map((dim) => (typeof dim === 'number' ? dim : '?')).join()
}

function renameOf({ subject, name }: PortDifference, to: PortDifference): ContractChange {
  const reason = `${subject} \`${name}\` was renamed to \`${to.name}\`: callers use the name`
  return { class: 'breaking', subject, kind: 'renamed', name, reason }
}

function symbolChanges(before: Interface, after: Interface): ContractChange[] {
  const pairs = [...symbolPairs(before.inputs, after.inputs), ...symbolPairs(before.outputs, after.outputs)]
  return [...new Map(pairs.map((pair) => [pair.join('\0'), pair])).values()].map(([from, to]) => ({
    class: 'compatible',
    subject: 'symbol',
    kind: 'renamed',
    name: from,
    reason: `symbol \`${from}\` is called \`${to}\``,
  }))
}

function symbolPairs(before: readonly Port[], after: readonly Port[]): [string, string][] {
  const byName = new Map(after.map((port) => [port.name, port]))
  return before.flatMap((old) => {
    const dims = byName.get(old.name)?.dims
    if (dims?.length !== old.dims?.length) return []
    return (old.dims ?? []).flatMap((from, index): [string, string][] => {
      const to = dims?.[index]
      return typeof from === 'string' && typeof to === 'string' && from !== to ? [[from, to]] : []
    })
  })
}

function opsetChanges(a: Model, b: Model): ContractChange[] {
  const versions = (model: Model) =>
    new Map(model.opsetImport.map((set) => [standardDomain(set.domain), String(set.version ?? 0)]))
  return mapChanges('opset', 'operator set', versions(a), versions(b))
}

function metadataChanges(a: readonly Entry[], b: readonly Entry[]): ContractChange[] {
  const values = (entries: readonly Entry[]) => new Map(entries.map(({ key, value }) => [key, value]))
  return mapChanges('metadata', 'metadata', values(a), values(b))
}

type Told = 'opset' | 'metadata'

function mapChanges(
  subject: Told,
  word: string,
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): ContractChange[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [was, is] = [a.get(name), b.get(name)]
    if (was === is) return []
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    const what = was === undefined ? `is new: ${is}` : is === undefined ? 'is gone' : `changed from ${was} to ${is}`
    return [{ class: 'compatible', subject, kind, name, reason: `${word} \`${name}\` ${what}` } as const]
  })
}

function valueChange(
  subject: 'ir' | 'producer',
  word: string,
  was: string | number | undefined,
  is: string | number | undefined,
): ContractChange[] {
  if (was === is) return []
  const reason = `${word} changed from ${was || 'not said'} to ${is || 'not said'}`
  return [{ class: 'compatible', subject, kind: 'changed', name: '', reason }]
}

function producerOf(model: Model): string {
  return `${model.producerName} ${model.producerVersion}`.trim()
}
