import type { World } from '../../../../core/world.ts'
import { registryError } from '../../../errors.ts'
import { branch } from '../branch.ts'
import type { Git } from '../command.ts'
import { damageIn } from '../damage.ts'
import { inTheWay } from '../in-the-way.ts'
import type { GitResult } from '../reach.ts'
import { withoutPassword } from '../reason.ts'

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
  /** The end of the branch there. */
  end(limitMs?: number): Promise<string | undefined>
  /** What failed, from what git wrote to its standard error. */
  unreachable(stderr: string, doing?: 'read' | 'push'): Error
}

export function connect(git: Git, name: string, limitMs: number, clock: World['clock']): Connection {
  const shown = withoutPassword(name)
  const ask: Connection['ask'] = async (args, { input, limitMs: within = limitMs } = {}) => {
    const reach = { name, limitMs: within }
    const result = await git.try(args, { reach, ...(input === undefined ? {} : { input }) })
    if (result.ended !== undefined) throw result.ended
    return result
  }
  const unreachable: Connection['unreachable'] = (stderr, doing = 'read') =>
    inTheWay(stderr) ??
    damageIn(git, stderr) ??
    registryError('registry-unreachable', { remote: shown, reason: git.reason(stderr), doing })
  return {
    ...{ git, name, shown, limitMs, clock, ask, unreachable },
    async end(within = limitMs) {
      // Only the second version of git's protocol leaves the others out; of the first, git passes over them itself.
      const { code, stdout, stderr } = await ask(['ls-remote', '--heads', '--', name, branch], { limitMs: within })
      if (code !== 0) throw unreachable(stderr)
      return stdout
        .split('\n')
        .find((line) => line.endsWith(`\t${branch}`))
        ?.split('\t')[0]
    },
  }
}
