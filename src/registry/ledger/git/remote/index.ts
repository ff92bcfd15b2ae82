import type { LedgerEntry } from '../../../../core/ledger.ts'
import type { World } from '../../../../core/world.ts'
import type { Git } from '../command.ts'
import { connect } from './connection.ts'
import type { Remote } from './contract.ts'
import { createFetch } from './fetch.ts'
import { createLook } from './look.ts'
import { createPush } from './push.ts'

export interface RemoteOptions {
  /** Its name or address. */
  readonly name: string
  /** How long it may say nothing, in milliseconds. */
  readonly limitMs: number
  readonly world: Pick<World, 'clock' | 'cwd' | 'files'>
  /** Reads the ledger that ends with a commit. */
  entriesOf(head: string): Promise<readonly LedgerEntry[]>
}

/**
 * @throws (from its functions) `registry-unreachable`, `registry-format`, `registry-not-owned`, `ref-in-the-way`, and from those that push
 * `git-locked`, `ledger-unsettled`, `registry-split` and `registry-refused`.
 */
export function openRemote(git: Git, { name, limitMs, world, entriesOf }: RemoteOptions): Remote {
  const connection = connect(git, name, limitMs, world)
  const fetchObjects = createFetch(connection)
  return {
    name,
    end: () => connection.end(),
    look: createLook(connection, fetchObjects, entriesOf),
    ...createPush(connection, fetchObjects),
  }
}
