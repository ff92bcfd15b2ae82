import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { UserError } from '../../../src/core/errors/index.ts'
import type { LedgerEntry, LedgerEvent } from '../../../src/core/ledger.ts'
import { admit, brokenRules } from '../../../src/registry/ledger/rules.ts'
import { artifact, assignEvent, releaseEvent } from '../../contracts/ledger.ts'

const minute = 60_000
const start = Date.parse('2026-01-01T00:00:00.000Z')
const moment = (ms: number): string => new Date(start + ms).toISOString()

interface Said {
  readonly event: LedgerEvent
  readonly key: string
  /** Milliseconds. */
  readonly at: number
}

/** A ledger that holds what its rules let in. */
function ruled(...said: readonly Said[]) {
  const entries: LedgerEntry[] = [{ kind: 'created', key: 'created', at: moment(0), by: 'x' }]
  const say = ({ event, key, at }: Said): string => {
    try {
      admit(entries, event, 'here', moment(at))
      entries.push({ ...event, key, at: moment(at), by: 'x' })
      return 'in'
    } catch (thrown) {
      if (thrown instanceof UserError) return thrown.code
      throw thrown
    }
  }
  for (const each of said) expect([each.key, say(each)]).toEqual([each.key, 'in'])
  return { entries, say: (event: LedgerEvent, key = 'new', at = 0) => say({ event, key, at }) }
}

const released: readonly Said[] = [
  { event: releaseEvent('1.0.0', { against: '', serves: true }), key: 'a', at: 0 },
  { event: releaseEvent('1.1.0', { against: '1.0.0', serves: false }), key: 'b', at: 0 },
  { event: releaseEvent('1.2.0', { against: '1.0.0', serves: false }), key: 'c', at: 0 },
]
const of = { model: 'digits', rollout: 'r' }
const started: LedgerEvent = {
  ...{ kind: 'rollout-started', ...of, version: '1.1.0', from: '1.0.0', target: 'local', steps: [1] },
  ...{ driver: 'one', expires: moment(minute) },
}
const begun: readonly Said[] = [...released, { event: started, key: 'r/started', at: 0 }]
const weight = (driver: string, follows: string): LedgerEvent => ({
  ...{ kind: 'rollout-weight', ...of, step: 0, weight: 1, driver, follows, expires: moment(2 * minute) },
})
const claim = (driver: string, follows: string, reason: { watchedMs?: number; gone?: true } = {}): LedgerEvent => ({
  ...{ kind: 'rollout-claimed', ...of, driver, follows, expires: moment(9 * minute) },
  ...reason,
})
const promotion = (driver: string, follows: string, more: object = {}): LedgerEvent => ({
  ...{ kind: 'assign', ...of, stage: 'production', version: '1.1.0', why: 'x', against: '1.0.0' },
  ...{ driver, follows, expires: moment(2 * minute), ...more },
})

describe('who drives a rollout', () => {
  it('goes on with it, from its last entry', () => {
    const { say } = ruled(...begun)
    expect(say(weight('one', 'r/started'), 'w')).toBe('in')
    expect(say(weight('one', 'r/started'), 'again')).toBe('rollout-lost')
    expect(say(promotion('one', 'w'), 'p')).toBe('in')
  })

  it('is one run: no other says anything of it', () => {
    const { say } = ruled(...begun)
    expect(say(weight('two', 'r/started'))).toBe('rollout-lost')
    expect(say(promotion('two', 'r/started'))).toBe('rollout-lost')
    expect(say({ kind: 'rollout-weight', ...of, step: 0, weight: 1 })).toBe('rollout-lost')
    expect(say({ kind: 'rollout-left', ...of, driver: 'two', follows: 'r/started' })).toBe('rollout-lost')
  })

  it('is another once that has seen its time pass, and not before', () => {
    const { say } = ruled(...begun)
    expect(say(claim('two', 'r/started'), 'c', minute)).toBe('rollout-held')
    expect(say(claim('two', 'r/started', { watchedMs: minute - 1 }), 'c', minute)).toBe('rollout-held')
    expect(say(claim('two', 'r/started', { watchedMs: minute }), 'c', minute)).toBe('in')
    expect(say(weight('one', 'r/started'), 'w', minute)).toBe('rollout-lost')
    expect(say(weight('one', 'c'), 'w', minute)).toBe('rollout-lost')
    expect(say(weight('two', 'c'), 'w', minute)).toBe('in')
  })

  it.each([-5 * 60 * minute, 5 * 60 * minute, 3 * 24 * 60 * minute])(
    'whatever the clocks say: %i ms apart',
    (apart) => {
      const { say } = ruled(...begun)
      expect(say(claim('two', 'r/started', { watchedMs: minute - 1 }), 'c', apart)).toBe('rollout-held')
      expect(say(claim('two', 'r/started', { watchedMs: minute }), 'c', apart)).toBe('in')
    },
  )

  it('is another at once where that has seen the end of its process', () => {
    const { say } = ruled(...begun)
    // Which process drives is not said.
    expect(say(claim('two', 'r/started', { gone: true }), 'c')).toBe('rollout-held')
    const process = { pid: 7, start: '1', machine: 'm', namespace: '1-1' }
    const known = ruled(...released, { event: { ...started, process } as LedgerEvent, key: 'r/started', at: 0 })
    expect(known.say(claim('two', 'r/started', { gone: true }), 'c')).toBe('in')
  })

  it('was another after its time by the clock, in ledgers of earlier versions', () => {
    const { entries } = ruled(...begun)
    const taken = (at: number): LedgerEntry => ({ ...claim('two', 'r/started'), key: 'c', at: moment(at), by: 'x' })
    expect(brokenRules([...entries, taken(minute)])).toEqual([])
    expect(brokenRules([...entries, taken(minute - 1)])).toHaveLength(1)
  })

  it('is the same run at any time, and any run once it was left', () => {
    const { say } = ruled(...begun)
    expect(say(claim('one', 'r/started'), 'c')).toBe('in')
    expect(say({ kind: 'rollout-left', ...of, driver: 'one', follows: 'c' }, 'l')).toBe('in')
    expect(say(weight('one', 'l'))).toBe('rollout-lost')
    expect(say(claim('two', 'l'), 'd')).toBe('in')
  })

  it('is anybody where an earlier version drove it, which says so first', () => {
    const { driver: _, expires: __, ...older } = started as LedgerEvent & { kind: 'rollout-started' }
    const { say } = ruled(...released, { event: older, key: 'r/started', at: 0 })
    expect(say({ kind: 'rollout-weight', ...of, step: 0, weight: 1 }, 'w')).toBe('in')
    expect(say(weight('two', 'w'))).toBe('rollout-lost')
    // It may live, and bake: nobody knows whether it does.
    expect(say(claim('two', 'w', { watchedMs: 3 * minute - 1 }), 'c')).toBe('rollout-held')
    expect(say(claim('two', 'w', { watchedMs: 3 * minute }), 'c')).toBe('in')
    expect(say({ kind: 'rollout-weight', ...of, step: 1, weight: 1 })).toBe('rollout-lost')
  })

  it('is the run that began it where an earlier version did', () => {
    const { driver: _, expires: __, ...older } = started as LedgerEvent & { kind: 'rollout-started' }
    const { say } = ruled(...released, { event: older, key: 'r/started', at: 0 })
    expect(say(claim('r', 'r/started'), 'c')).toBe('in')
  })

  it('is nobody once it has ended', () => {
    const finished: LedgerEvent = { kind: 'rollout-finished', ...of, outcome: 'rolled-back', why: 'x' }
    const { say } = ruled(...begun, { event: { ...finished, driver: 'one', follows: 'r/started' }, key: 'f', at: 0 })
    expect(say(weight('one', 'f'))).toBe('rollout-lost')
    expect(say(claim('one', 'f'), 'c', 9 * minute)).toBe('rollout-lost')
  })
})

describe('while a rollout is open', () => {
  it.each([
    ['another rollout', { ...started, rollout: 's', version: '1.2.0' } as LedgerEvent],
    ['an assignment that it does not make', assignEvent('1.2.0', 'production', 'digits', '1.0.0')],
    ['one of another version', promotion('one', 'r/started', { version: '1.2.0' })],
    ['a release that serves', releaseEvent('1.3.0', { against: '1.0.0', serves: true })],
  ])('%s is refused', (_, event) => {
    expect(ruled(...begun).say(event)).toBe('rollout-under-way')
  })

  it('another stage may be assigned, and what does not serve released', () => {
    const { say } = ruled(...begun)
    expect(say(assignEvent('1.2.0', 'staging'))).toBe('in')
    expect(say(releaseEvent('1.3.0', { against: '1.0.0', serves: false }))).toBe('in')
  })
})

it('no rollout of what was never released begins, nor one beside what does not serve', () => {
  const { say } = ruled(...released)
  expect(say({ ...started, version: '2.0.0' } as LedgerEvent)).toBe('version-unknown')
  expect(say({ ...started, from: '1.1.0' } as LedgerEvent)).toBe('production-changed')
})

it('an assignment that changes what serves says what it replaces', () => {
  const { say } = ruled(...released)
  expect(say(assignEvent('1.1.0'))).toBe('production-changed')
  expect(say(assignEvent('1.0.0'))).toBe('in')
  expect(say(assignEvent('1.1.0', 'production', 'digits', '1.0.0'))).toBe('in')
})

test('a ledger of an earlier version keeps its rules', () => {
  const events: readonly LedgerEvent[] = [
    releaseEvent('1.0.0'),
    assignEvent('1.0.0'),
    releaseEvent('1.1.0'),
    { kind: 'rollout-started', ...of, version: '1.1.0', from: '1.0.0', target: 'local', steps: [1] },
    { kind: 'rollout-weight', ...of, step: 0, weight: 1 },
    assignEvent('1.1.0'),
    { kind: 'rollout-finished', ...of, outcome: 'promoted', why: 'x' },
    assignEvent('1.0.0'),
  ]
  const entries = events.map((event, at) => ({ ...event, key: `k${at}`, at: moment(at), by: 'x' }))
  expect(brokenRules([{ kind: 'created', key: 'created', at: moment(0), by: 'x' }, ...entries])).toEqual([])
})

test('whatever is said in whatever order, nothing is put into production that was not compared with what serves', () => {
  const version = fc.constantFrom('1.1.0', '1.1.0', '1.2.0', '1.0.0')
  const against = fc.constantFrom('serving', 'serving', 'serving', '1.0.0', '1.1.0', '', undefined)
  const driver = fc.constantFrom('one', 'one', 'one', 'two')
  /** Which entry it follows, and which rollout it is about, counted from the last. */
  const back = fc.constantFrom(0, 0, 0, 0, 1, 2)
  const about = { driver, back, rollout: fc.constantFrom(0, 0, 0, 0, 1, undefined) }
  const one = <Kind extends Drawn['kind']>(kind: Kind) => fc.constant(kind)
  const said = fc.oneof(
    fc.record({ kind: one('release'), version, against, serves: fc.boolean() }),
    fc.record({ kind: one('assign'), version, against, ...about }),
    fc.record({ kind: one('assign'), version, against, ...about }),
    fc.record({ kind: one('rollout-started'), version, against, driver }),
    fc.record({ kind: one('rollout-claimed'), watchedMs: fc.constantFrom(0, 10 * minute), ...about }),
    fc.record({ kind: one('rollout-left'), ...about }),
    fc.record({ kind: one('rollout-finished'), ...about }),
  )
  let promoted = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(said, fc.nat({ max: 2 * minute })), { minLength: 20, maxLength: 60 }), (all) => {
      const { entries, say } = ruled(...released)
      let [now, serving] = [0, '1.0.0']
      for (const [index, [drawn, passed]] of (all as readonly [Drawn, number][]).entries()) {
        now += passed
        const against = drawn.against === 'serving' ? serving : drawn.against
        const event = eventOf({ ...drawn, against }, entries, index, moment(now + minute))
        if (say(event, `k${index}`, now) !== 'in') continue
        if (event.kind === 'rollout-started') {
          // What is rolled out beside itself is rolled out beside what served before it.
          if (event.version !== serving) expect(event.from ?? '').toBe(serving)
          serving = event.from ?? ''
        }
        if (event.kind === 'release' && event.serves === true) {
          // Compared with a file of the pipeline, it names nothing.
          if (event.against !== undefined) expect(event.against).toBe(serving)
          serving = event.version
        }
        if (event.kind !== 'assign' || event.version === serving) continue
        expect([event.against ?? '']).toEqual([serving])
        if (event.rollout !== undefined) promoted++
        serving = event.version
      }
      const open = new Set<string>()
      for (const entry of entries) {
        if (entry.kind === 'rollout-started') open.add(entry.rollout)
        if (entry.kind === 'rollout-finished') open.delete(entry.rollout)
        expect(open.size).toBeLessThanOrEqual(1)
      }
      expect(brokenRules(entries)).toEqual([])
    }),
    { numRuns: 500 },
  )
  expect(promoted).toBeGreaterThan(20)
})

interface Drawn {
  readonly kind: 'release' | 'assign' | 'rollout-started' | 'rollout-claimed' | 'rollout-left' | 'rollout-finished'
  readonly version?: string
  readonly against?: string | undefined
  readonly serves?: boolean
  readonly rollout?: number | undefined
  readonly back?: number
  readonly driver?: string
  readonly watchedMs?: number
}

function eventOf(drawn: Drawn, entries: readonly LedgerEntry[], index: number, expires: string): LedgerEvent {
  const { kind, version = '', against, serves, driver = '', back = 0 } = drawn
  const begun = entries.flatMap((entry) => (entry.kind === 'rollout-started' ? [entry.rollout] : []))
  const rollout = drawn.rollout === undefined ? undefined : (begun.at(-1 - drawn.rollout) ?? 'none')
  const story = entries.filter((entry) => 'rollout' in entry && entry.rollout === rollout)
  const follows = story.at(-1 - back)?.key ?? 'nothing'
  const said = against === undefined ? {} : { against }
  const about = { model: 'digits', rollout: rollout ?? 'none', driver, follows }
  const events: Readonly<Record<Drawn['kind'], object>> = {
    release: { model: 'digits', version, artifact, why: 'x', serves, ...said },
    assign: {
      ...{ model: 'digits', version, stage: 'production', why: 'x', ...said },
      ...(rollout === undefined ? {} : { ...about, expires }),
    },
    'rollout-started': {
      ...{ model: 'digits', rollout: `r${index}`, version, target: 'local', steps: [1], driver, expires },
      ...(against ? { from: against } : {}),
    },
    'rollout-claimed': { ...about, expires, watchedMs: drawn.watchedMs },
    'rollout-left': about,
    'rollout-finished': { ...about, outcome: 'rolled-back', why: 'x' },
  }
  return { kind, ...events[kind] } as LedgerEvent
}
