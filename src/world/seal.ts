import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { isInCheckout } from '../core/checkout.ts'
import type { Files, Seal } from '../core/world.ts'
import { worldError } from './errors.ts'
import { makeFolder } from './make-folder.ts'

/** What is kept in CI is sealed with this secret of the user's, so that several jobs can share it. */
const keyVariable = 'AIRWORTHY_CACHE_KEY'

/** 128 bits in hexadecimal digits: nobody guesses that. */
const leastCharacters = 32

interface Facts {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Seals with `AIRWORTHY_CACHE_KEY`, or else with a random key in a file outside of the checkout. The key is looked for when it is needed. */
export function createSeal(facts: Facts, files: Files): Seal {
  let known: Promise<Uint8Array | undefined> | undefined
  const key = (make: boolean): Promise<Uint8Array | undefined> => {
    const before = known ?? Promise.resolve(undefined)
    known = before.then((found) => found ?? findKey(facts, files, make))
    return known
  }
  return {
    async of(parts) {
      return sealOf((await key(true)) as Uint8Array, parts).toString('hex')
    },
    async fits(parts, seal) {
      const found = await key(false)
      const given = Buffer.from(seal, 'hex')
      return found !== undefined && given.length === sealBytes && timingSafeEqual(sealOf(found, parts), given)
    },
  }
}

const sealBytes = 32

/** As JSON, so that no two lists of parts are the same text. */
function sealOf(key: Uint8Array, parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest()
}

async function findKey(facts: Facts, files: Files, make: boolean): Promise<Uint8Array | undefined> {
  const secret = facts.env[keyVariable]
  if (secret) {
    if (secret.length < leastCharacters)
      throw worldError('cache-key-short', { characters: secret.length, least: leastCharacters })
    return Buffer.from(secret)
  }
  const file = keyFile(facts)
  // A commit may bring a file there: a key of this process alone seals as well, and no other process knows it.
  if (await isInCheckout(file, facts.env, facts.cwd, files)) return make ? randomBytes(keyBytes) : undefined
  const found = await readKey(file)
  return found ?? (make ? makeKey(file) : undefined)
}

/** The runner's temporary folder is emptied after each job; without a runner, where programs keep their state. */
function keyFile({ cwd, env }: Facts): string {
  const temporary = env['RUNNER_TEMP']
  if (temporary) return path.resolve(cwd, temporary, 'airworthy-key')
  return path.resolve(env['XDG_STATE_HOME'] || path.join(homedir(), '.local', 'state'), 'airworthy', 'key')
}

const keyBytes = 32

/** Undefined where there is none, or none that this user may read. Throws `cache-key-file` for one that others may know. */
async function readKey(file: string): Promise<Uint8Array | undefined> {
  const refuse = (reason: string): Error => worldError('cache-key-file', { path: file, reason })
  let handle: fs.FileHandle
  try {
    if ((await fs.lstat(file)).isSymbolicLink()) throw refuse('it is a symbolic link')
    handle = await fs.open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? ''
    if (code === 'ELOOP') throw refuse('it is a symbolic link')
    if (noKey.includes(code)) return undefined
    throw thrown
  }
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw refuse('it is not a regular file')
    // Windows has no such modes.
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) throw refuse('other users may read it')
    if (process.geteuid !== undefined && stat.uid !== process.geteuid()) throw refuse('it is of another user')
    const text = (await handle.readFile('utf8')).trim()
    if (!/^[0-9a-f]{64}$/.test(text)) throw refuse('it holds no key')
    return Buffer.from(text, 'hex')
  } finally {
    await handle.close()
  }
}

const noKey: readonly string[] = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']

/**
 * Written whole under another name and then linked: of several processes that make one at a time, the first gives the key to all. Where
 * no file can be made, the key is of this process alone, and others measure again.
 */
async function makeKey(file: string): Promise<Uint8Array> {
  const key = randomBytes(keyBytes)
  const written = `${file}.${randomUUID()}`
  try {
    await makeFolder(path.dirname(file), 0o700)
    await fs.writeFile(written, `${key.toString('hex')}\n`, { flag: 'wx', mode: 0o600, flush: true })
    await fs.link(written, file)
    return key
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') return key
    return (await readKey(file)) ?? key
  } finally {
    await fs.rm(written, { force: true }).catch(() => {})
  }
}
