import path from 'node:path'
import type { World } from '../../../core/world.ts'
import type { Git } from './command.ts'

/**
 * What a process keeps in the git folder only while it writes or checks a file there, and leaves behind when it is killed. The names of
 * `Files.write` and of locks end in `.part`.
 */
const temporary = /^airworthy-ledger\.(?:(?:checked|texts|shared|lock)\.[\w-]+\.part|verify-[\w-]+)$/

/** Milliseconds from when nobody is at work with it any more: writing takes some milliseconds, and checking a whole ledger minutes. */
const leftBehindMs = 3_600_000

/** Removes what killed processes have left in the git folder. What cannot be removed stays: it is in nobody's way. */
export async function removeLeftovers({ common }: Pick<Git, 'common'>, { files, clock }: World): Promise<void> {
  try {
    const names = (await files.list(common)).filter((name) => temporary.test(name))
    for (const file of names.map((name) => path.join(common, name))) {
      const at = await files.writtenAt(file)
      if (at !== undefined && Date.parse(clock.now()) - Date.parse(at) > leftBehindMs) await files.remove(file)
    }
  } catch {
    // As for one who may only read.
  }
}
