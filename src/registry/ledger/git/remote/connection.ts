import type { World } from '../../../../core/world.ts'
import { registryError } from '../../../errors.ts'
import { branch } from '../branch.ts'
import type { Git } from '../command.ts'
import { damageIn } from '../damage.ts'
import { inTheWay } from '../in-the-way.ts'
import { notOwnedIn } from '../owner.ts'
import type { GitResult } from '../reach.ts'
import { withoutPassword } from '../reason.ts'
import { hasOtherNames } from './answers.ts'
import { type Addresses, addressesOf, receivingEnd } from './place.ts'

/** git, as it talks to one remote. */
export interface Connection {
  readonly git: Git
  readonly name: string
  /** The name as it may be shown. */
  readonly shown: string
  readonly limitMs: number
  readonly clock: World['clock']
  /** Runs git with the remote. Throws what ended it; that it fails is a result. `limitMs`: how long the remote may say nothing. */
  ask(args: readonly string[], options?: { readonly input?: string; readonly limitMs?: number }): Promise<GitResult>
  /** The end of the branch there. `address`: another place than it is read from. */
  end(limitMs?: number, address?: string): Promise<string | undefined>
  /** Where it is. */
  addresses(): Promise<Addresses>
  /** Options of `git push` for it. */
  pushOptions(): Promise<readonly string[]>
  /** What failed, from what git wrote to its standard error. */
  unreachable(stderr: string, doing?: 'read' | 'push'): Error
}

export function connect(
  git: Git,
  name: string,
  limitMs: number,
  world: Pick<World, 'clock' | 'cwd' | 'files'>,
): Connection {
  const { clock } = world
  const shown = withoutPassword(name)
  const ask: Connection['ask'] = async (args, { input, limitMs: within = limitMs } = {}) => {
    const reach = { name, limitMs: within }
    const result = await git.try(args, { reach, ...(input === undefined ? {} : { input }) })
    if (result.ended !== undefined) throw result.ended
    return result
  }
  const unreachable: Connection['unreachable'] = (stderr, doing = 'read') =>
    notOwnedIn(stderr, shown) ??
    (hasOtherNames(stderr) ? registryError('registry-format', { remote: shown, path: git.directory }) : undefined) ??
    inTheWay(stderr) ??
    damageIn(git, stderr) ??
    registryError('registry-unreachable', { remote: shown, reason: git.reason(stderr), doing })
  let addresses: Promise<Addresses> | undefined
  let options: Promise<readonly string[]> | undefined
  const findOptions = async (): Promise<readonly string[]> => {
    const end = await receivingEnd(git, await connection.addresses(), world)
    return [...nothingElse, ...(end === undefined ? [] : [`--receive-pack=${end}`])]
  }
  const connection: Connection = {
    ...{ git, name, shown, limitMs, clock, ask, unreachable },
    addresses() {
      addresses ??= addressesOf(git, name)
      return addresses
    },
    pushOptions() {
      options ??= findOptions()
      return options
    },
    async end(within = limitMs, address = name) {
      // Only the second version of git's protocol leaves the others out; of the first, git passes over them itself.
      const { code, stdout, stderr } = await ask(['ls-remote', '--heads', '--', address, branch], { limitMs: within })
      if (code !== 0) throw unreachable(stderr)
      return stdout
        .split('\n')
        .find((line) => line.endsWith(`\t${branch}`))
        ?.split('\t')[0]
    },
  }
  return connection
}

/** Those refs are pushed that are named, and nothing else goes with them. */
const nothingElse: readonly string[] = ['--progress', '--no-follow-tags', '--no-signed', '--recurse-submodules=no']
