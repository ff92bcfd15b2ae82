import { zipSync } from 'fflate'
import type { Tensor } from '../core/tensor.ts'
import { DamagedZip, type ZipMember, zipMembers } from '../core/zip.ts'
import { dataError } from './errors.ts'
import { type NpyHeader, npyHeader, npyHeaderBytes, readNpy, writeNpy } from './npy.ts'

/** What all arrays that are read of a file may take together. A few kilobytes of zip can ask for any amount of memory. */
const unpackedLimit = 2 ** 30

/**
 * Deflate makes a thousandth of what is all the same. Above these bytes, arrays that take less than so small a part of it packed are made
 * to fill a memory: one-hot rows and padded tokens shrink to a hundredth.
 */
const suspectFrom = 2 ** 27
const mostTimes = 250

/** The arrays of a file. What nobody asks for is not read, and can be anything. */
export interface Npz {
  /** In the archive's order. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** What an array is, told from its header alone. Throws `data-not-npz`. */
  header(name: string): NpyHeader
  /**
   * An array, row-major, once it is checked to be as it was written. Throws `data-not-npz` on a damaged member or array,
   * `data-type` on types no model takes, `data-not-text`, `data-too-large`, `data-too-many` and `data-suspect`.
   */
  read(name: string): Tensor
}

/** Opens a NumPy `.npz` archive. `name` is for messages. Throws `data-not-npz` on what is no archive, or one without arrays. */
export function openNpz(bytes: Uint8Array, name = 'the data file', limit: number = unpackedLimit): Npz {
  const members = arraysIn(bytes, name)
  if (members.size === 0) throw dataError('data-not-npz', { file: name, reason: 'it holds no arrays' })
  const kept = new Map<string, Tensor>()
  let [total, packed] = [0, 0]
  const memberOf = (array: string): ZipMember => {
    const member = members.get(array)
    if (member !== undefined) return member
    throw dataError('data-array-missing', { file: name, array, arrays: [...members.keys()] })
  }
  const read = (array: string): Tensor => {
    const member = memberOf(array)
    total += member.bytes
    packed += member.packed
    if (total > limit) throw dataError('data-too-large', { file: name, bytes: total, limit })
    if (total > suspectFrom && total > packed * mostTimes)
      throw dataError('data-suspect', { file: name, bytes: total, packed, limit: suspectFrom, times: mostTimes })
    return readNpy(
      sound(name, () => member.read()),
      `${array} in ${name}`,
    )
  }
  return {
    names: [...members.keys()],
    has: (array) => members.has(array),
    header: (array) =>
      npyHeader(
        sound(name, () => memberOf(array).start(npyHeaderBytes)),
        `${array} in ${name}`,
      ),
    read(array) {
      const tensor = kept.get(array) ?? read(array)
      kept.set(array, tensor)
      return tensor
    },
  }
}

/** All arrays of a `.npz` archive by name, in the archive's order. Throws what `openNpz` and reading each throws. */
export function readNpz(bytes: Uint8Array, name?: string, limit?: number): Record<string, Tensor> {
  const npz = openNpz(bytes, name, limit)
  return Object.fromEntries(npz.names.map((array) => [array, npz.read(array)]))
}

/** A `.npz` archive that NumPy reads; equal arrays in equal order give equal bytes. */
export function writeNpz(arrays: Readonly<Record<string, Tensor>>): Uint8Array {
  const files = Object.entries(arrays).map(([name, tensor]): [string, Uint8Array] => [`${name}.npy`, writeNpy(tensor)])
  // The zip format has no time zone and begins in 1980: local midnight gives the same bytes everywhere.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) })
}

function arraysIn(bytes: Uint8Array, name: string): ReadonlyMap<string, ZipMember> {
  const members = sound(name, () => zipMembers(bytes))
  const arrays = [...members.values()].filter((member) => member.name.endsWith('.npy'))
  return new Map(arrays.map((member) => [member.name.replace(/\.npy$/, ''), member]))
}

function sound<Result>(file: string, act: () => Result): Result {
  try {
    return act()
  } catch (thrown) {
    if (thrown instanceof DamagedZip)
      throw dataError('data-not-npz', { file, reason: thrown.message }, { cause: thrown })
    throw thrown
  }
}
