import type { ByteSource, Range } from '../../core/bytes.ts'
import type { Refusal } from '../../core/world.ts'
import type { OnnxTensor } from '../format/messages.ts'

/** The files beside a model that hold weights of it, by the name the model has for them; or why one was not opened. */
export type ExternalData = ReadonlyMap<string, ByteSource | Refusal>

export function isExternal(tensor: OnnxTensor): boolean {
  return tensor.dataLocation === 1
}

/**
 * Whether external data is said to lie at an address in the memory of whoever loads the model: onnxruntime's own mark for what
 * it has loaded, which older versions believed in files too, and read whatever is there.
 */
export function isMemoryAddress(location: string): boolean {
  return /_ORT_\w*MEM_ADDR_/.test(location)
}

/** What a tensor says of the place of its elements: one of `location`, `offset`, `length`, `checksum`. */
export function externalEntry(tensor: OnnxTensor, key: string): string | undefined {
  return tensor.externalData.find((entry) => entry.key === key)?.value
}

/** Where in which file the elements of a tensor are. Undefined when the file is not open, or does not reach that far. */
export function externalRange(tensor: OnnxTensor, external: ExternalData): Range | undefined {
  const source = external.get(externalEntry(tensor, 'location') ?? '')
  if (source === undefined || typeof source === 'string') return undefined
  const start = byteCount(externalEntry(tensor, 'offset') ?? '0')
  const length = byteCount(externalEntry(tensor, 'length') ?? String(source.length - (start ?? 0)))
  if (start === undefined || length === undefined || start + length > source.length) return undefined
  return { source, start, end: start + length }
}

/** A decimal number of bytes, below 10^15. */
export function byteCount(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
