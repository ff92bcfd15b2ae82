import path from 'node:path'
import { digest, type Sha256 } from './json.ts'
import type { Files } from './world.ts'

/** What an import of a file beside the module looks like, static or with a name that is written out. */
const imported = /\b(?:import|from)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/g

/**
 * The digest of a user's module and of all modules that it imports by relative paths, directly or through others: what it gives
 * follows from them. Of a module that imports none it is the digest of the file. What a module reads by itself, and packages, are not in it.
 */
export async function moduleDigest(file: string, files: Pick<Files, 'exists' | 'hash' | 'readText'>): Promise<Sha256> {
  const found = new Map<string, Sha256>()
  const waiting = [file]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || found.size >= most || !(await files.exists(next))) continue
    found.set(next, await files.hash(next))
    if (isModule(next)) waiting.push(...importsOf(await files.readText(next), path.dirname(next)))
  }
  const folder = path.dirname(file)
  const all = [...found].map(([each, sha256]) => [path.relative(folder, each), sha256] as const)
  return all.length < 2 ? files.hash(file) : digest(Object.fromEntries(all))
}

/** Whether a file is a module of JavaScript or TypeScript, by its name. */
export function isModule(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file)
}

/** More are a program of its own. */
const most = 1000

function importsOf(text: string, folder: string): string[] {
  return [...text.matchAll(imported)].map(([, , name = '']) => path.resolve(folder, name))
}
