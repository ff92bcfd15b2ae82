import type { World } from '../../../core/world.ts'
import type { Chain } from './chain.ts'
import { type Checked, digestOf, writeChecked } from './checked.ts'
import type { Git } from './command.ts'
import { admitTags } from './presence.ts'
import { type ExistingTag, missingTags, readTags } from './tags.ts'

/** The tags that show a ledger. */
export interface ShownTags {
  /** Those that are there. What they show is not known where all is shown already. */
  readonly tags: readonly ExistingTag[]
  /** How many of the first entries show already, all of them. */
  readonly from: number
}

/** What is known of the tags of a ledger, so that thousands need not be read for a new one. */
export interface Face {
  /** Looks at tags, given by name and object. Throws `ledger-missing` and `ledger-rewritten`, where one shows nothing of the ledger. */
  look(chain: Chain, tags: ReadonlyMap<string, string>): Promise<ShownTags>
  /** The tags of the ledger that another repository does not have: `shared` are its tags. None where there is no other. */
  unshared(found: {
    readonly tags: ReadonlyMap<string, string>
    readonly shared: ReadonlyMap<string, string> | undefined
  }): Promise<ReadonlyMap<string, string>>
  /** Remembers that these tags show all of a ledger. */
  keep(chain: Chain, tags: ReadonlyMap<string, string>): Promise<void>
}

/** `remember`: whether later processes are told, too. */
export function createFace(git: Git, world: World, known: Checked | undefined, remember: boolean): Face {
  let checked = known
  const isKnown = ({ head, checked: texts }: Chain, tags: string | undefined): boolean => {
    if (checked === undefined || head !== checked.commit || tags !== checked.tags) return false
    const { count, digest } = texts()
    return count === checked.texts.count && digest === checked.texts.digest
  }
  const keep = async (chain: Chain, tags: string | undefined): Promise<void> => {
    if (chain.head === undefined || isKnown(chain, tags)) return
    checked = { commit: chain.head, texts: chain.checked(), tags }
    if (remember) await writeChecked(git, checked, world)
  }
  return {
    async look(chain, tags) {
      const digest = digestOf(tags)
      if (isKnown(chain, digest)) return { tags: [...tags.keys()].map(ofName), from: chain.entries.length }
      const existing = await readTags(git, tags)
      await admitTags(git, chain, existing)
      await keep(chain, missingTags(chain, existing).length === 0 ? digest : undefined)
      return { tags: existing, from: 0 }
    },
    async unshared({ tags, shared }) {
      if (shared === undefined) return new Map()
      const lacking = new Map([...tags].filter(([name]) => !shared.has(name)))
      const ours = (await readTags(git, lacking)).flatMap(({ name, key }) => (key === undefined ? [] : [name]))
      return new Map(ours.map((name) => [name, lacking.get(name) as string]))
    },
    keep: (chain, tags) => keep(chain, digestOf(tags)),
  }
}

function ofName(name: string): ExistingTag {
  return { name, key: undefined, commit: undefined, ledger: undefined }
}
