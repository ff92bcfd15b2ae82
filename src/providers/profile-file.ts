import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Profile } from '../core/provider.ts'
import { parseProfile } from './profile.ts'

/** Gives a `profilePrefix` in a folder of its own, which is gone afterwards with all that the runtime wrote there. */
export async function withProfilePrefix<Result>(use: (prefix: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'airworthy-profile-'))
  try {
    return await use(path.join(folder, 'profile'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The runtime adds the time to the prefix. A session that failed to load leaves a stub of a profile behind: not taken. */
export async function readProfile(prefix: string): Promise<Profile | undefined> {
  const folder = path.dirname(prefix)
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${path.basename(prefix)}_`)).sort()
  for (const name of names.reverse()) {
    const profile = parseProfile(await readFile(path.join(folder, name), 'utf8'))
    if (profile !== undefined) return profile
  }
  return undefined
}
