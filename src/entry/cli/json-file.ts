import type { World } from '../../core/world.ts'
import { verdictError } from '../../verdicts/errors.ts'

/** What a file of a run holds. Throws `evidence-wrong` when it is not JSON. */
export async function jsonFile({ files }: World, file: string): Promise<unknown> {
  const text = await files.readText(file)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw verdictError('evidence-wrong', { path: file, reason: 'it is not JSON' }, { cause })
  }
}
