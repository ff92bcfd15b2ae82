import type { LedgerEntry } from '../../src/core/ledger.ts'

/** What a harness knows of a run that the ledger is held against. */
export interface Compared {
  /** The version that the candidate was compared with, by the id of the run; empty for none. */
  readonly with: ReadonlyMap<string, string>
}

type Rollout = LedgerEntry & { readonly kind: 'rollout-started' }

/** One model, as its entries were read so far. */
interface Model {
  readonly released: Map<string, LedgerEntry & { readonly kind: 'release' }>
  serving: string | undefined
  open: Rollout | undefined
  /** Key of the last entry of the open rollout, and who drives it since. */
  last: string
  driver: string | undefined
  /** Steps of the open rollout whose last look passed. */
  passed: Set<number>
}

/**
 * What a ledger may never hold, whoever wrote it and in which order. Told from the entries alone, and by none of the rules that let
 * entries in: a sentence for each violation.
 */
export function violations(entries: readonly LedgerEntry[], compared?: Compared): readonly string[] {
  const found: string[] = []
  const keys = new Set<string>()
  const models = new Map<string, Model>()
  entries.forEach((entry, at) => {
    const say = (what: string): void => void found.push(`entry ${at + 1} (${entry.key}): ${what}`)
    if (keys.has(entry.key)) say('its key is there twice')
    keys.add(entry.key)
    if (entry.kind === 'created') {
      if (at !== 0) say('the ledger is created twice')
      return
    }
    const model = models.get(entry.model) ?? {
      released: new Map(),
      serving: undefined,
      open: undefined,
      last: '',
      driver: undefined,
      passed: new Set(),
    }
    models.set(entry.model, model)
    judge(entry, model, compared, say)
  })
  return found
}

function judge(
  entry: Exclude<LedgerEntry, { kind: 'created' }>,
  model: Model,
  compared: Compared | undefined,
  say: (what: string) => void,
): void {
  switch (entry.kind) {
    case 'release':
      if (model.released.has(entry.version)) say(`version ${entry.version} is released twice`)
      model.released.set(entry.version, entry)
      if (entry.serves) {
        if (model.open !== undefined) say('it serves while a rollout is open')
        if ((entry.against ?? '') !== (model.serving ?? '')) say('it serves, and was not compared with what served')
        model.serving = entry.version
      }
      return
    case 'assign':
      assigned(entry, model, say)
      return
    case 'rollout-started':
      if (model.open !== undefined) say(`it begins while ${model.open.rollout} is open`)
      if (entry.from !== model.serving) say(`it begins from ${entry.from}, and ${model.serving} serves`)
      if (compared !== undefined) {
        const run = entry.rollout.split('/')[0] ?? ''
        const other = compared.with.get(run)
        if (other !== undefined && other !== (entry.from ?? ''))
          say(`the run compared with ${other || 'nothing'}, and it begins from ${entry.from}`)
      }
      model.open = entry
      model.last = entry.key
      model.driver = entry.driver
      model.passed = new Set()
      return
    case 'override':
      return
    default:
      if (model.open?.rollout !== entry.rollout) {
        say(`the rollout ${entry.rollout} is not open`)
        return
      }
      follows(entry, model, say)
      if (entry.kind === 'rollout-left') {
        model.driver = undefined
        return
      }
      if (entry.kind === 'rollout-judged') {
        if (entry.verdict === 'pass') model.passed.add(entry.step)
        else model.passed.delete(entry.step)
      }
      if (entry.kind !== 'rollout-finished') return
      if (entry.outcome === 'promoted' && model.serving !== model.open.version)
        say('it ends as promoted, and its version does not serve')
      if (entry.outcome === 'rolled-back' && model.serving !== model.open.from)
        say('it ends as rolled back, and another version than before serves')
      model.open = undefined
  }
}

/** A rollout has one story, and one at a time who tells it. */
function follows(
  entry: LedgerEntry & { readonly follows?: string | undefined; readonly driver?: string | undefined },
  model: Model,
  say: (what: string) => void,
): void {
  if (entry.follows !== undefined && entry.follows !== model.last)
    say(`it follows ${entry.follows}, and ${model.last} was last`)
  const isClaim = entry.kind === 'rollout-claimed'
  if (!isClaim && entry.driver !== model.driver) say(`${entry.driver} records it, and ${model.driver} drives`)
  model.driver = entry.driver
  model.last = entry.key
}

function assigned(entry: LedgerEntry & { readonly kind: 'assign' }, model: Model, say: (what: string) => void): void {
  if (!model.released.has(entry.version)) say(`${entry.version} was never released`)
  if (entry.stage !== 'production') return
  const { open, serving } = model
  if (entry.rollout !== undefined) follows(entry, model, say)
  const isAdopted = entry.key.startsWith('adopt:') && serving === undefined && open === undefined
  const isSame = open === undefined && entry.version === serving
  const isAgain = open === undefined && entry.against !== undefined && entry.against === (serving ?? '')
  const isPromoted =
    open !== undefined &&
    open.version === entry.version &&
    open.from === serving &&
    open.steps.every((_, step) => model.passed.has(step))
  if (!isAdopted && !isSame && !isAgain && !isPromoted)
    say(`${entry.version} is assigned without a comparison with ${serving ?? 'nothing'}`)
  model.serving = entry.version
}

/** The rollouts that were started and neither finished nor left before they moved any traffic: these end when another begins. */
export function openRollouts(entries: readonly LedgerEntry[]): readonly string[] {
  const open = new Set<string>()
  for (const entry of entries) {
    if (entry.kind === 'rollout-started') open.add(entry.rollout)
    if (entry.kind === 'rollout-finished') open.delete(entry.rollout)
    if (entry.kind === 'rollout-left' && entry.untouched === true) open.delete(entry.rollout)
    if (entry.kind === 'rollout-claimed') open.add(entry.rollout)
  }
  return [...open]
}
