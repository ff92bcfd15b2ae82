import type { World } from '../../../core/world.ts'
import type { Chain } from './chain.ts'
import { type Checked, writeMark } from './checked.ts'
import type { Git } from './command.ts'
import type { Listing } from './listing.ts'
import { admitTags } from './presence.ts'
import { misplacedTags, missingTags, readTags, type ShownTags, shownIn, shownOf } from './tags.ts'

/** What is known of the tags of a ledger, so that thousands need not be read for a new one. */
export interface TagIndex {
  /** Looks at the tags that are there. Throws `ledger-missing` and `ledger-rewritten`, where one shows nothing of the ledger. */
  look(chain: Chain, tags: Listing): Promise<ShownTags>
  /** The tags of the ledger that another repository does not have: `shared` are its tags. None where there is no other. */
  unshared(
    chain: Chain,
    found: { readonly tags: Listing; readonly shared: ReadonlyMap<string, string> | undefined },
  ): Promise<ReadonlyMap<string, string>>
  /** Remembers that these tags show all of a ledger. */
  keep(chain: Chain, tags: Listing): Promise<void>
}

/** `mark`: what an earlier process has written down. `remember`: whether later ones are told, too. */
export function createTagIndex(git: Git, world: World, mark: Checked | undefined, remember: boolean): TagIndex {
  let written = mark
  let checked: Omit<Checked, 'bytes'> | undefined = mark
  const isKnown = ({ head, checked: texts }: Chain, tags: string | undefined): boolean => {
    if (checked === undefined || head !== checked.commit || tags !== checked.tags) return false
    const { count, digest } = texts()
    return count === checked.texts.count && digest === checked.texts.digest
  }
  const keep = async (chain: Chain, tags: string | undefined): Promise<void> => {
    const { head: commit } = chain
    if (commit === undefined || isKnown(chain, tags)) return
    checked = { commit, texts: chain.checked(), tags }
    if (remember) written = await writeMark(git, chain, { commit, tags }, written, world)
  }
  return {
    async look(chain, tags) {
      const digest = tags.digest()
      if (isKnown(chain, digest)) return shownIn(tags, chain.entries.length)
      const existing = await readTags(git, tags.all())
      await admitTags(git, chain, existing)
      const shown = shownOf(tags, existing)
      await keep(chain, missingTags(chain, shown).length === 0 ? digest : undefined)
      return shown
    },
    async unshared(chain, { tags, shared }) {
      if (shared === undefined) return new Map()
      const lacking = new Map([...tags.all()].filter(([name]) => !shared.has(name)))
      const existing = await readTags(git, lacking)
      const misplaced = new Set(misplacedTags(chain, existing))
      const ours = existing.flatMap((tag) => (tag.key === undefined || misplaced.has(tag) ? [] : [tag.name]))
      return new Map(ours.map((name) => [name, lacking.get(name) as string]))
    },
    keep: (chain, tags) => keep(chain, tags.digest()),
  }
}
