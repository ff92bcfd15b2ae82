import path from 'node:path'
import { userError } from '../core/errors.ts'
import { canonical, type Sha256, sha256 } from '../core/json.ts'
import type { Artifact } from '../core/products.ts'
import type { ArtifactStore } from '../core/stage.ts'
import type { Files } from '../core/world.ts'

/** The content-addressed store, with what the engine needs besides: products, which are JSON values in it. */
export interface Store extends ArtifactStore {
  /** Stores a value and gives its digest, and the value as it can be read back (secrets masked). */
  putValue(value: unknown): Promise<{ readonly sha256: Sha256; readonly value: unknown }>
  /** The value of this digest; undefined when it is not there or not whole. */
  value(sha256: Sha256): Promise<unknown>
  /** Whether every artifact that a value names is in the store. */
  holds(value: unknown): Promise<boolean>
  /** The text with paths into the store replaced by the names that the files had. */
  readable(text: string): string
}

/** A store in a folder: `ab/ab12…`, files named by their SHA-256. What is read from it is checked against its name. */
export function openStore(folder: string, files: Files): Store {
  const place = (digest: Sha256): string => path.join(folder, digest.slice(0, 2), digest)
  const checked = new Set<Sha256>()
  const names = new Map<Sha256, string>()

  const intact = async (artifact: Artifact): Promise<boolean> => {
    if (artifact.name !== '') names.set(artifact.sha256, artifact.name)
    if (checked.has(artifact.sha256)) return true
    const whole =
      (await files.size(place(artifact.sha256))) === artifact.bytes &&
      (await files.hash(place(artifact.sha256))) === artifact.sha256
    if (whole) checked.add(artifact.sha256)
    return whole
  }

  const putBytes = async (name: string, bytes: Uint8Array): Promise<Artifact> => {
    const artifact = { sha256: sha256(bytes), bytes: bytes.length, name }
    if (!(await intact(artifact))) await files.write(place(artifact.sha256), bytes)
    return artifact
  }

  return {
    putBytes,
    async putFile(file) {
      const artifact = await artifactOf(files, file)
      if (await intact(artifact)) return artifact
      await files.copy(file, place(artifact.sha256))
      if (await intact(artifact)) return artifact
      // The file changed while it was copied: what was stored has another digest than its name says.
      await files.remove(place(artifact.sha256))
      throw userError('file-denied', { path: file, reason: 'it changed while it was read' })
    },
    async path(artifact) {
      if (await intact(artifact)) return place(artifact.sha256)
      throw userError('artifact-missing', artifact)
    },
    async putValue(value) {
      const text = files.masked(canonical(value))
      const { sha256: digest } = await putBytes('value.json', new TextEncoder().encode(text))
      return { sha256: digest, value: JSON.parse(text) as unknown }
    },
    async value(digest) {
      const bytes = await files.size(place(digest))
      if (bytes === undefined || !(await intact({ sha256: digest, bytes, name: '' }))) return undefined
      return JSON.parse(await files.readText(place(digest))) as unknown
    },
    readable: (text) => [...names].reduce((known, [digest, name]) => known.replaceAll(place(digest), name), text),
    async holds(value) {
      for (const artifact of artifactsIn(value)) if (!(await intact(artifact))) return false
      return true
    },
  }
}

/** The artifact a file would be, without storing it. */
export async function artifactOf(files: Files, file: string): Promise<Artifact> {
  const bytes = await files.size(file)
  if (bytes === undefined) throw userError('file-missing', { path: file })
  return { sha256: await files.hash(file), bytes, name: path.basename(file) }
}

function artifactsIn(value: unknown): Artifact[] {
  if (Array.isArray(value)) return value.flatMap(artifactsIn)
  if (value === null || typeof value !== 'object') return []
  if (isArtifact(value)) return [value]
  return Object.values(value).flatMap(artifactsIn)
}

function isArtifact(value: object): value is Artifact {
  return 'sha256' in value && 'bytes' in value && 'name' in value && Object.keys(value).length === 3
}
