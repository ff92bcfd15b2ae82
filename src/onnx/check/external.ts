import { type Refusal, refusals } from '../../core/world.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { constantsOf } from '../graph/constants.ts'
import { type ExternalData, externalEntry, isExternal } from '../tensors/external.ts'
import type { Report } from './findings.ts'

/** What memory mapping wants: the size of a page. */
const alignment = 4096

interface Piece {
  readonly where: string
  readonly location: string
  readonly start: number
  readonly end: number
}

/** That external data lies within its file. Whoever opened the files has seen to it that they may be read. */
export function checkExternal(model: Model, external: ExternalData, report: Report): void {
  const pieces = constantsOf(model).flatMap(([where, tensor]) => pieceOf(where, tensor, external, report) ?? [])
  for (const { where, location, start, end } of pieces) {
    const size = sizeOf(external, location) as number
    if (end > size || start > size)
      report('external-end', where, `It takes bytes ${start} to ${end} of \`${location}\`, which has ${size}.`)
    if (start % alignment !== 0) report('external-alignment', where, `It begins at byte ${start} of \`${location}\`.`)
  }
  checkOverlaps(pieces, report)
}

function pieceOf(where: string, tensor: OnnxTensor, external: ExternalData, report: Report): Piece | undefined {
  if (!isExternal(tensor)) return undefined
  const location = externalEntry(tensor, 'location') ?? ''
  const size = sizeOf(external, location)
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
