import { readModel, writeModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import type { Random } from '../../src/stats/random.ts'

/** A few changes of the values of a model at random: what comes out can be read, and is wrong in what it says. */
export function mutatedValues(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const model = structuredClone(readModel(bytes))
  const donor = structuredClone(readModel(other))
  for (let times = 1 + random.below(4); times > 0; times--) change(model, donor, random)
  return writeModel(model)
}

type Holder = Record<string, unknown> | unknown[]

interface Slot {
  readonly holder: Holder
  readonly key: string
}

function change(model: Model, donor: Model, random: Random): void {
  const slots = slotsOf(model)
  const { holder, key } = pick(slots, random)
  const value = (holder as Record<string, unknown>)[key]
  // Half of the time what stands in the same place elsewhere: names, types and shapes that exist are the better lies.
  const alike =
    random.below(2) === 0 ? slotsOf(random.below(2) === 0 ? model : donor).filter((slot) => slot.key === key) : []
  const other = alike.length === 0 ? undefined : pick(alike, random)
  const taken = other === undefined ? undefined : structuredClone((other.holder as Record<string, unknown>)[other.key])
  if (Array.isArray(holder)) {
    changeList(holder, Number(key), random)
    return
  }
  const next = taken !== undefined && sameKind(taken, value) ? taken : changed(value, random)
  if (next === undefined) delete holder[key]
  else holder[key] = next
}

/** Every place of a value in a model. */
function slotsOf(model: Model): Slot[] {
  const slots: Slot[] = []
  const walk = (holder: Holder): void => {
    for (const key of Object.keys(holder)) {
      slots.push({ holder, key })
      const value = (holder as Record<string, unknown>)[key]
      if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) walk(value as Holder)
    }
  }
  walk(model as unknown as Holder)
  return slots
}

function changeList(list: unknown[], at: number, random: Random): void {
  const kind = random.below(5)
  if (kind === 0) list.splice(at, 1)
  else if (kind === 1) list.splice(random.below(list.length + 1), 0, structuredClone(list[at]))
  else if (kind === 2) list.push(...list.splice(at, 1))
  else if (kind === 3) list.reverse()
  else if (typeof list[at] !== 'object' || ArrayBuffer.isView(list[at]))
    list[at] = changed(list[at], random) ?? list[at]
}

const numbers: readonly number[] = [
  0,
  1,
  2,
  -1,
  7,
  8,
  16,
  31,
  999,
  2 ** 31,
  2 ** 40,
  -(2 ** 31),
  Number.MAX_SAFE_INTEGER,
]
const words: readonly string[] = [
  '',
  'x',
  '..',
  '/',
  'ai.onnx',
  '\u202e\u0000',
  '](http://x)',
  'N',
  '0',
  'é'.repeat(300),
]

/** Another value of the same kind; undefined for one that is left out. */
function changed(value: unknown, random: Random): unknown {
  if (random.below(8) === 0 && !Array.isArray(value) && typeof value !== 'string') return undefined
  if (typeof value === 'number') return pick(numbers, random)
  if (typeof value === 'bigint') return BigInt(pick(numbers, random))
  if (typeof value === 'string') return pick(words, random)
  if (Array.isArray(value)) return value.slice(0, random.below(value.length + 1))
  if (value instanceof Uint8Array) return resized(value, random)
  return value
}

function resized(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = new Uint8Array(Math.max(0, bytes.length + random.below(9) - 4))
  copy.set(bytes.subarray(0, copy.length))
  if (copy.length > 0) copy[random.below(copy.length)] = random.below(256)
  return copy
}

/** Whether one can stand where the other does: the same field in messages of two kinds may hold different things. */
function sameKind(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return typeof one === typeof other
  if (Array.isArray(one) && Array.isArray(other)) return one.length * other.length > 0 && sameKind(one[0], other[0])
  if (ArrayBuffer.isView(one)) return one.constructor === other.constructor
  return String(Object.keys(one)) === String(Object.keys(other))
}

function pick<Value>(list: readonly Value[], random: Random): Value {
  return list[random.below(list.length)] as Value
}
