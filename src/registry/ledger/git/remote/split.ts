import { registryError } from '../../../errors.ts'
import { branch } from '../branch.ts'
import { withoutPassword } from '../reason.ts'
import { isBeginning } from '../refs.ts'
import type { Connection } from './connection.ts'
import type { Push } from './contract.ts'
import type { FetchObjects } from './fetch.ts'

/** Keeps a remote that is read from one address and pushed to another from being two ledgers. */
export interface SplitCheck {
  /** Throws `registry-split` where the branch is elsewhere at an address that is pushed to. */
  before(): Promise<void>
  /** Throws `registry-split` where what was pushed is not what is read, and `ledger-unsettled` where nothing can be read. */
  after(pushed: Pick<Push, 'commit' | 'old'>): Promise<void>
}

export function createSplitCheck(
  { git, shown, limitMs, end, addresses }: Connection,
  fetchObjects: FetchObjects,
): SplitCheck {
  const others = async (): Promise<readonly string[]> => {
    const { read, push } = await addresses()
    return push.filter((address) => address !== read)
  }
  /** Another writer may come between two questions, but not again and again. */
  const isSame = async (address: string): Promise<boolean> => {
    for (let times = 0; times < 3; times++) if ((await end(limitMs, address)) === (await end())) return true
    return false
  }
  return {
    async before() {
      for (const address of await others())
        if (!(await isSame(address)))
          throw registryError('registry-split', { remote: shown, branch, pushed: { to: withoutPassword(address) } })
    },
    async after({ commit, old }) {
      // A branch that is new has no condition that would tell.
      if (old !== undefined && (await others()).length === 0) return
      const head = await end().catch((cause: unknown) => {
        const reason = 'it took a push, and could not be read after that'
        throw registryError('ledger-unsettled', { remote: shown, branch, commit, reason }, { cause })
      })
      if (head === commit) return
      if (head !== undefined && head !== old) {
        await fetchObjects([[branch, head]])
        if (await isBeginning(git, commit, head)) return
      }
      throw registryError('registry-split', { remote: shown, branch, pushed: { from: old } })
    },
  }
}
