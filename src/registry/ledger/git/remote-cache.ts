import path from 'node:path'
import { sha256 } from '../../../core/json.ts'
import type { World } from '../../../core/world.ts'
import type { Git } from './command.ts'
import { removeLeftovers } from './leftovers.ts'
import { type Listing, listingOf } from './listing.ts'
import { readAddressOf } from './remote/place.ts'

/** What a remote had when its tags were last listed and found right, and what was pushed since. */
export interface RemoteSnapshot {
  /** The end of its branch. */
  readonly head: string
  /** SHA-256 of the listing of the tags that were here. */
  readonly here: string
  /** Tags at the remote that were not here. */
  readonly absent: Listing
  /** The names of its refs, as far as this process has listed them. */
  readonly names: readonly string[]
  /** Its tags; undefined where it has all of ours that are here. */
  readonly shared: ReadonlyMap<string, string> | undefined
}

/** What was seen of a remote. Its tags need not be listed again while neither its branch nor the tags here are others. */
export interface RemoteCache {
  /** What was seen, where the repository here is still what it was then. */
  recall(here: { readonly head: string | undefined; readonly listing: Listing }): Promise<RemoteSnapshot | undefined>
  /** Until this process ends. */
  keep(seen: RemoteSnapshot): void
  /** For later processes too. */
  writeDown(seen: RemoteSnapshot): Promise<void>
}

/** `name`: the name or address of the remote. `remember`: whether anything is written down, and believed that was. */
export function createRemoteCache(git: Git, name: string, remember: boolean, world: World): RemoteCache {
  const file = path.join(git.common, 'airworthy-ledger.shared')
  let last: RemoteSnapshot | undefined
  let address: Promise<string> | undefined
  const digestOfAddress = (): Promise<string> => {
    address ??= readAddressOf(git, name).then((url) => sha256(url.trim()))
    return address
  }
  return {
    async recall({ head, listing }) {
      const isStill = (seen: RemoteSnapshot | undefined): boolean =>
        seen?.head === head && seen?.here === listing.digest()
      if (isStill(last)) return last
      // Another process may have written it down meanwhile.
      const written = remember ? await read(file, digestOfAddress, world) : undefined
      return isStill(written) ? written : undefined
    },
    keep(seen) {
      last = seen
    },
    async writeDown(seen) {
      last = seen
      if (!remember) return
      await removeLeftovers(git, world)
      try {
        const { head, here, absent } = seen
        const first = JSON.stringify({ rules, remote: await digestOfAddress(), head, here, absent: absent.digest() })
        await world.files.write(file, new TextEncoder().encode(`${first}\n${absent.text}`))
      } catch {
        // As for one who may only read: the tags are listed each time.
      }
    },
  }
}

/** Goes up when a check of tags becomes stricter: then they are listed anew, once. */
const rules = 1

async function read(
  file: string,
  digestOfAddress: () => Promise<string>,
  { files }: World,
): Promise<RemoteSnapshot | undefined> {
  const text = await files.readText(file).catch(() => '')
  const end = text.indexOf('\n')
  try {
    const { rules: ofRules, remote, head, here, absent: digest } = JSON.parse(text.slice(0, end))
    const absent = listingOf(text.slice(end + 1))
    const isSound = ofRules === rules && digest === absent.digest() && remote === (await digestOfAddress())
    return isSound ? { head, here, absent, names: [], shared: undefined } : undefined
  } catch {
    return undefined
  }
}
