import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Git } from './command.ts'

/** An object of git, as it is written. */
export interface GitObject {
  readonly id: string
  readonly type: 'blob' | 'tree' | 'commit' | 'tag'
  readonly body: Uint8Array
}

/** How a repository names its objects: `git init --object-format`. */
export type ObjectFormat = 'sha1' | 'sha256'

/** That of a repository. `id`: of any of its objects, where one is known. */
export async function formatOf(git: Git, id: string | undefined): Promise<ObjectFormat> {
  if (id !== undefined) return id.length === 64 ? 'sha256' : 'sha1'
  const { stdout } = await git.try(['rev-parse', '--show-object-format'])
  return stdout.trim() === 'sha256' ? 'sha256' : 'sha1'
}

/** Makes an object. Its id is known before it is written, so that a commit, its trees and its tags are written at once. */
export function objectOf(type: GitObject['type'], content: string | Uint8Array, format: ObjectFormat): GitObject {
  const body = typeof content === 'string' ? Buffer.from(content) : content
  const id = createHash(format).update(`${type} ${body.length}\0`).update(body).digest('hex')
  return { id, type, body }
}

/** Writes objects, by one process: each as a file of its own, or many as one pack, as git does with what it fetches. */
export async function writeObjects(git: Git, objects: readonly GitObject[], format: ObjectFormat): Promise<void> {
  if (objects.length === 0) return
  const command = objects.length < mostLoose ? ['unpack-objects', '-q'] : ['index-pack', '--stdin']
  await git(command, { input: packOf(objects, format) })
}

/** git's own `transfer.unpackLimit`. */
const mostLoose = 100

/** https://git-scm.com/docs/pack-format: a header, the objects, and a digest of all that. */
function packOf(objects: readonly GitObject[], format: ObjectFormat): Uint8Array {
  const header = Buffer.alloc(12)
  header.write('PACK')
  header.writeUInt32BE(2, 4)
  header.writeUInt32BE(objects.length, 8)
  const pack = Buffer.concat([
    header,
    ...objects.flatMap(({ type, body }) => [packHeader(type, body.length), deflateSync(body)]),
  ])
  return Buffer.concat([pack, createHash(format).update(pack).digest()])
}

const typeNumbers = { commit: 1, tree: 2, blob: 3, tag: 4 } as const

/** The type and the first 4 bits of the length, then 7 bits in each byte; the highest bit says that more follow. */
function packHeader(type: GitObject['type'], length: number): Uint8Array {
  const bytes = [(typeNumbers[type] << 4) | (length & 15)]
  for (let rest = Math.floor(length / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push((bytes.pop() ?? 0) | 128, rest & 127)
  }
  return Uint8Array.from(bytes)
}
