import { createHash, type Hash } from 'node:crypto'
import { portError } from '../core/errors/ports.ts'
import type { Files } from '../core/world.ts'

/**
 * What git may call the content of a file: the digest of its blob, by the hash of its repository, and that of the pointer which stands for it where Git LFS keeps it
 * (git-lfs/docs/spec.md). Throws `file-missing`.
 */
export async function blobNames(
  files: Files,
  file: string,
  format: 'sha1' | 'sha256' = 'sha1',
): Promise<readonly [blob: string, pointer: string]> {
  const bytes = await files.size(file)
  if (bytes === undefined) throw portError('file-missing', { path: file })
  const [blob, content] = [blobHash(bytes, format), createHash('sha256')]
  for await (const piece of files.pieces(file, 0)) {
    blob.update(piece)
    content.update(piece)
  }
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${content.digest('hex')}\nsize ${bytes}\n`
  return [blob.digest('hex'), blobHash(pointer.length, format).update(pointer).digest('hex')]
}

function blobHash(bytes: number, format: 'sha1' | 'sha256'): Hash {
  return createHash(format).update(`blob ${bytes}\0`)
}
