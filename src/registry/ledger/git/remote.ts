import { registryError } from '../../errors.ts'
import { branch } from './chain.ts'
import type { Git } from './command.ts'
import { inTheWay } from './in-the-way.ts'

/** Where the ledger is shared: a remote of the repository, by name or address. The branch there is the one that counts. */
export interface Remote {
  /** Brings the ledger and the tags of the remote here. Ours is never ahead: entries are pushed before they are ours. */
  fetch(): Promise<void>
  /** Moves the branch of the remote from `old` (undefined: it must not exist) to `commit`. False when another writer was first. */
  push(commit: string, old: string | undefined): Promise<boolean>
  /** Shows tags there too; those it has already are left as they are. */
  pushTags(names: readonly string[]): Promise<void>
}

/** @throws (from its functions) `registry-unreachable`, `ref-in-the-way`. */
export function openRemote(git: Git, name: string): Remote {
  const unreachable = (stderr: string): Error =>
    inTheWay(stderr) ??
    registryError('registry-unreachable', { remote: name, reason: stderr.trim().split('\n').at(-1) ?? '' })

  const headThere = async (): Promise<string | undefined> => {
    const { code, stdout, stderr } = await git.try(['ls-remote', '--', name, branch])
    if (code !== 0) throw unreachable(stderr)
    return stdout.split('\t')[0]?.trim() || undefined
  }

  const tagsThere = async (): Promise<Set<string>> => {
    const { code, stdout, stderr } = await git.try(['ls-remote', '--tags', '--refs', '--', name])
    if (code !== 0) throw unreachable(stderr)
    return new Set(stdout.split('\n').map((line) => line.split('\trefs/tags/')[1] ?? ''))
  }

  const bring = async (refs: readonly string[]): Promise<void> => {
    const { code, stderr } = await git.try([
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--',
      name,
      ...refs,
    ])
    if (code !== 0) throw unreachable(stderr)
  }

  return {
    async fetch() {
      const refs = (await headThere()) === undefined ? [] : [`+${branch}:${branch}`]
      await bring([...refs, 'refs/tags/*:refs/tags/*'])
    },
    async push(commit, old) {
      const lease = `--force-with-lease=${branch}:${old ?? ''}`
      const { code, stderr } = await git.try(['push', '--quiet', lease, '--', name, `${commit}:${branch}`])
      if (code === 0) return true
      if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
      // Refused because another writer was first or is at it now, or because something else is wrong.
      if (isContended(stderr) || (await headThere()) !== old) return false
      throw unreachable(stderr)
    },
    async pushTags(names) {
      let missing = names
      for (let attempt = 1; missing.length > 0; attempt++) {
        const { code, stderr } = await git.try([
          'push',
          '--quiet',
          '--',
          name,
          ...missing.map((tag) => `refs/tags/${tag}`),
        ])
        if (code === 0) return
        if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
        // Others show the same ledger by the same tags: what they pushed meanwhile needs no push of ours.
        const shown = await tagsThere()
        missing = names.filter((tag) => !shown.has(tag))
        if (missing.length > 0 && (attempt === tagAttempts || !isContended(stderr))) throw unreachable(stderr)
      }
    },
  }
}

const tagAttempts = 10

/** What a remote says when two pushes want the same ref at the same moment. */
function isContended(stderr: string): boolean {
  return /cannot lock ref|failed to update ref|reference already exists|stale info|fetch first|non-fast-forward/i.test(
    stderr,
  )
}
