import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { HomePlace, Seal, Trust } from '../core/world.ts'

interface Facts {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly trust: Trust
  readonly ci?: boolean
}

/**
 * `$AIRWORTHY_HOME`, or `.airworthy` in the working directory. In an untrusted run a new folder with a name that nobody can guess: in
 * `$AIRWORTHY_HOME`, the runner's temporary folder or the system's. Nothing is looked at or made yet.
 */
export function homePlace({ cwd, env, trust, ci = false }: Facts, seal: Seal): HomePlace {
  const named = env['AIRWORTHY_HOME'] || undefined
  const usual = path.resolve(cwd, named ?? '.airworthy')
  if (trust.level === 'trusted') return ci ? { kind: 'ci', folder: usual, seal } : { kind: 'local', folder: usual }
  const base = named === undefined ? path.resolve(cwd, env['RUNNER_TEMP'] || tmpdir()) : usual
  return { kind: 'isolated', folder: path.join(base, `airworthy-${randomUUID()}`), usual, named: named !== undefined }
}
