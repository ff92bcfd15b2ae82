import { piecesOf, whole } from '../../core/bytes.ts'
import { sha1 } from '../../core/json.ts'
import { type Refusal, refusals } from '../../core/world.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { isPointer } from '../format/recognize.ts'
import { constantsOf } from '../graph/constants.ts'
import { type ExternalData, externalEntry, isExternal, isMemoryAddress } from '../tensors/external.ts'
import type { Report } from './findings.ts'

/** What memory mapping wants: the size of a page. */
const alignment = 4096

type Constant = readonly [where: string, tensor: OnnxTensor]

interface Piece {
  readonly where: string
  readonly location: string
  readonly start: number
  readonly end: number
}

/**
 * That external data lies within its file, and that this is the file it was. Whoever opened the files has seen to it that they may
 * be read.
 */
export function checkExternal(model: Model, external: ExternalData, report: Report): void {
  const constants = constantsOf(model)
  const pointers = checkFiles(constants, external, report)
  const pieces = constants
    .flatMap(([where, tensor]) => pieceOf(where, tensor, external, report) ?? [])
    .filter(({ location }) => !pointers.has(location))
  for (const { where, location, start, end } of pieces) {
    const size = sizeOf(external, location) as number
    if (end > size || start > size)
      report('external-end', where, `It takes bytes ${start} to ${end} of \`${location}\`, which has ${size}.`)
    if (start % alignment !== 0) report('external-alignment', where, `It begins at byte ${start} of \`${location}\`.`)
  }
  checkOverlaps(pieces, report)
}

/** Told once for each file. Gives those that are pointers, and so hold nothing of what they should. */
function checkFiles(constants: readonly Constant[], external: ExternalData, report: Report): Set<string> {
  const pointers = new Set<string>()
  for (const [location, source] of external)
    if (typeof source !== 'string' && isPointer(source.read(0, Math.min(source.length, 64)))) {
      pointers.add(location)
      report('external-pointer', `file ${location}`, 'It is a Git LFS pointer, and not the data itself.')
    }
  for (const [location, checksums] of statedChecksums(constants)) {
    const source = external.get(location)
    if (source === undefined || typeof source === 'string' || pointers.has(location)) continue
    const digest = sha1(piecesOf(whole(source)))
    const other = [...checksums].find((checksum) => checksum !== digest)
    if (other !== undefined)
      report('external-checksum', `file ${location}`, `Its SHA-1 is ${digest}, where the model says ${other}.`)
  }
  return pointers
}

/** The SHA-1 digests that a model states of each of its files. */
function statedChecksums(constants: readonly Constant[]): Map<string, Set<string>> {
  const stated = new Map<string, Set<string>>()
  for (const [, tensor] of constants) {
    const checksum = isExternal(tensor) ? externalEntry(tensor, 'checksum') : undefined
    if (checksum === undefined || checksum === '') continue
    const location = externalEntry(tensor, 'location') ?? ''
    stated.set(location, (stated.get(location) ?? new Set()).add(checksum.toLowerCase()))
  }
  return stated
}

function pieceOf(where: string, tensor: OnnxTensor, external: ExternalData, report: Report): Piece | undefined {
  if (!isExternal(tensor)) return undefined
  const location = externalEntry(tensor, 'location') ?? ''
  const size = sizeOf(external, location)
  if (size === undefined && isMemoryAddress(location)) {
    report('external-memory', where, `Its data are said to be in memory: \`${location}\`.`)
    return undefined
  }
  if (size === undefined) {
    const why = external.get(location) ?? 'missing'
    report('external-missing', where, `Its file \`${location}\` ${refusals[why as Refusal]}.`)
    return undefined
  }
  const start = Number(externalEntry(tensor, 'offset') ?? 0)
  const end = start + Number(externalEntry(tensor, 'length') ?? size - start)
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) ? { where, location, start, end } : undefined
}

/** Undefined for a file that was not opened. */
function sizeOf(external: ExternalData, location: string): number | undefined {
  const source = external.get(location)
  return typeof source === 'string' ? undefined : source?.length
}

/** In the order of their beginnings, a piece overlaps another exactly when it begins before all earlier ones have ended. */
function checkOverlaps(pieces: readonly Piece[], report: Report): void {
  const ends = new Map<string, Piece>()
  for (const piece of [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = ends.get(piece.location)
    if (before !== undefined && piece.start < before.end)
      report('external-overlap', piece.where, `It shares bytes of \`${piece.location}\` with ${before.where}.`)
    if (before === undefined || piece.end > before.end) ends.set(piece.location, piece)
  }
}
