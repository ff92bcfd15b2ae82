import path from 'node:path'
import type { Chain } from './chain.ts'
import type { Git } from './command.ts'
import type { Listing } from './listing.ts'

/** Entries: about 5,000 files of loose objects, less than git itself waits for (`gc.auto`). */
const often = 500

/**
 * Nobody may ever run `git gc` in a repository that is a registry, and git runs none of its own accord when we call it: so the objects
 * of every 500 entries are put together into a pack, and the tags into one file. Only what the ledger consists of is packed. That it
 * fails does no harm: all of it is there before and after.
 */
export async function repack(git: Git, before: Chain, after: Chain, tags: Listing): Promise<void> {
  const [first, last] = [before, after].map(({ commits }) => Math.floor(commits.length / often)) as [number, number]
  if (first === last || after.head === undefined) return
  // Of twice as many: the last time may have been missed.
  const packed = after.commits[(first - 1) * often]
  const range = [after.head, ...(packed === undefined ? [] : [`^${packed}`])]
  const listed = await git.try(['rev-list', '--objects', '--no-object-names', ...range])
  if (listed.code !== 0) return
  const pack = path.join(git.common, 'objects', 'pack', 'pack')
  const input = `${listed.stdout}${[...tags.all().values()].join('\n')}\n`
  // What lies in a pack already stays there.
  const made = await git.try(['pack-objects', '--quiet', '--incremental', '--local', pack], { input })
  if (made.code !== 0) return
  await git.try(['prune-packed', '--quiet'], { optional: true })
  await git.try(['pack-refs'], { optional: true })
}
