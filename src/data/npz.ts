import { unzipSync, zipSync } from 'fflate'
import { messageOf, UserError } from '../core/errors/index.ts'
import type { Tensor } from '../core/tensor.ts'
import { dataError } from './errors.ts'
import { readNpy, writeNpy } from './npy.ts'

/** What all arrays of a file may take together when unpacked. A few kilobytes of zip can ask for any amount of memory. */
const unpackedLimit = 2 ** 30

/**
 * The arrays of a NumPy `.npz` archive by name, in the archive's order, row-major. `name` is for messages.
 * Throws `data-not-npz` (not an archive, truncated, a broken array), `data-too-large` and `data-type`.
 */
export function readNpz(
  bytes: Uint8Array,
  name = 'the data file',
  limit: number = unpackedLimit,
): Record<string, Tensor> {
  const files = unzip(bytes, name, limit)
  const arrays = Object.entries(files).map(([file, content]): [string, Tensor] => {
    const array = file.replace(/\.npy$/, '')
    return [array, readNpy(content, `${array} in ${name}`)]
  })
  if (arrays.length === 0) throw dataError('data-not-npz', { file: name, reason: 'it holds no arrays' })
  return Object.fromEntries(arrays)
}

/** A `.npz` archive that NumPy reads; equal arrays in equal order give equal bytes. */
export function writeNpz(arrays: Readonly<Record<string, Tensor>>): Uint8Array {
  const files = Object.entries(arrays).map(([name, tensor]): [string, Uint8Array] => [`${name}.npy`, writeNpy(tensor)])
  // The zip format has no time zone and begins in 1980: local midnight gives the same bytes everywhere.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) })
}

function unzip(bytes: Uint8Array, name: string, limit: number): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter(file) {
        if (!file.name.endsWith('.npy')) return false
        // fflate unpacks into a buffer of the declared size, so a size that lies cannot take more than it declares.
        total += file.originalSize
        if (total > limit) throw dataError('data-too-large', { file: name, bytes: total, limit })
        return true
      },
    })
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown
    throw dataError('data-not-npz', { file: name, reason: messageOf(thrown) }, { cause: thrown })
  }
}
