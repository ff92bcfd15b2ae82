import { ownValue } from '../core/own.ts'
import type { TensorInfo } from '../core/tensor.ts'
import { dataError } from './errors.ts'
import { firstNotFinite } from './finite.ts'
import { isFloat } from './outputs.ts'
import type { Batch } from './recorder.ts'

/** What production does in the outputs that no metric reads: noted while it runs, looked up while others do. */
export interface Unread {
  /** Their names, in production's order; absent before it ran. */
  names?: readonly string[]
  /** Those in which it gives NaN or infinity itself. */
  readonly spoiled: Set<string>
}

export function nothingUnread(): Unread {
  return { spoiled: new Set() }
}

/** What metrics read of the outputs: that of scores, all floating-point ones, or anything at all. */
export type Reads = 'scores' | 'floats' | 'all'

/** The outputs that are not read, by name. */
export function unreadOutputs(
  declared: readonly TensorInfo[],
  scored: string | undefined,
  reads: ReadonlySet<Reads>,
): string[] {
  if (reads.has('all')) return []
  const isRead = (output: TensorInfo): boolean =>
    (reads.has('scores') && output.name === scored) || (reads.has('floats') && isFloat(output))
  return declared.filter((output) => !isRead(output)).map(({ name }) => name)
}

/**
 * Looks for NaN and infinity where no metric would see them. The contender that is watched first is production. Throws
 * `output-turned-not-finite` where another gives them in an output in which production gives numbers throughout.
 */
export function checkUnread(unread: Unread, contender: string, first: boolean, { outputs, start, count }: Batch): void {
  for (const name of unread.names ?? []) {
    const tensor = ownValue(outputs, name)
    if (tensor === undefined || tensor.dims[0] === undefined || unread.spoiled.has(name)) continue
    const at = firstNotFinite(tensor)
    const example = at === undefined ? count : Math.floor(at / (tensor.data.length / tensor.dims[0]))
    if (example >= count) continue
    if (!first) throw dataError('output-turned-not-finite', { contender, output: name, example: start + example })
    unread.spoiled.add(name)
  }
}
