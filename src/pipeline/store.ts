import { createHash } from 'node:crypto'
import path from 'node:path'
import { type ByteSource, eachPiece, piecesOf, whole } from '../core/bytes.ts'
import { UserError } from '../core/errors/index.ts'
import { portError } from '../core/errors/ports.ts'
import { canonical, digest, type Sha256, sha256 } from '../core/json.ts'
import type { Artifact } from '../core/products/index.ts'
import type { ArtifactStore } from '../core/stage.ts'
import type { Files } from '../core/world.ts'
import { readModel } from '../onnx/format/index.ts'
import { externalFiles } from '../onnx/graph/index.ts'
import { pipelineError } from './errors.ts'

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

/**
 * A store in a folder: `ab/ab12…`, files named by their SHA-256, or folders of a model with the files of its weights. What is
 * read from it is checked against its name.
 */
export function openStore(folder: string, files: Files): Store {
  const place = (name: Sha256): string => path.join(folder, name.slice(0, 2), name)
  const placeOf = ({ sha256: name, files: members }: Artifact): string =>
    members?.[0] === undefined ? place(name) : path.join(place(name), members[0].name)
  const checked = new Set<Sha256>()
  const names = new Map<Sha256, string>()

  const holdsFile = async (file: string, { bytes, sha256: wanted }: Artifact): Promise<boolean> =>
    (await files.size(file)) === bytes && (await files.hash(file)) === wanted

  const intact = async (artifact: Artifact): Promise<boolean> => {
    if (artifact.name !== '') names.set(artifact.sha256, artifact.name)
    if (checked.has(artifact.sha256)) return true
    const members = artifact.files?.map((file) => [path.join(place(artifact.sha256), file.name), file] as const)
    for (const [file, member] of members ?? [[place(artifact.sha256), artifact] as const])
      if (!(await holdsFile(file, member))) return false
    if (artifact.files !== undefined && digest(artifact.files) !== artifact.sha256) return false
    checked.add(artifact.sha256)
    return true
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
      await files.copy(file, placeOf(artifact))
      for (const beside of artifact.files?.slice(1) ?? []) {
        const source = await openBeside(files, file, beside.name)
        await files.writePieces(path.join(place(artifact.sha256), beside.name), piecesOf(whole(source)))
      }
      if (await intact(artifact)) return artifact
      // The file changed while it was copied: what was stored has another digest than its name says.
      await files.remove(place(artifact.sha256))
      throw portError('file-changed', { path: file })
    },
    async path(artifact) {
      if (await intact(artifact)) return placeOf(artifact)
      throw pipelineError('artifact-missing', artifact)
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

/**
 * The artifact a file would be, without storing it: with the files beside it that hold its weights, if it is a model that has
 * such. Throws `file-missing`, and `external-refused` for weights in a file that is not there or is reached through a link.
 */
export async function artifactOf(files: Files, file: string): Promise<Artifact> {
  const bytes = await files.size(file)
  if (bytes === undefined) throw portError('file-missing', { path: file })
  const alone = { sha256: await files.hash(file), bytes, name: path.basename(file) }
  const locations = await externalNames(files, file)
  if (locations.length === 0) return alone
  const members: Artifact[] = [alone]
  for (const name of locations) {
    const source = await openBeside(files, file, name)
    members.push({ sha256: sha256Of(source), bytes: source.length, name })
  }
  return {
    sha256: digest(members),
    bytes: members.reduce((sum, member) => sum + member.bytes, 0),
    name: alone.name,
    files: members,
  }
}

/**
 * What a model says of files beside it; nothing for other files, and for what cannot be read as a model. Names that lead out of
 * the folder are left out: whoever validates the model finds them, and no runtime loads it.
 */
async function externalNames(files: Files, file: string): Promise<readonly string[]> {
  if (!file.endsWith('.onnx')) return []
  try {
    const names = externalFiles(readModel(await files.open(file), path.basename(file)))
    const opened = await Promise.all(names.map((name) => files.openWithin(path.dirname(file), name)))
    return names.filter((_, at) => opened[at] !== 'outside')
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code.startsWith('model-')) return []
    throw thrown
  }
}

async function openBeside(files: Files, model: string, location: string): Promise<ByteSource> {
  const source = await files.openWithin(path.dirname(model), location)
  if (typeof source !== 'string') return source
  throw pipelineError('external-refused', { model: path.basename(model), location, why: source })
}

function sha256Of(source: ByteSource): Sha256 {
  const hash = createHash('sha256')
  eachPiece(whole(source), (piece) => void hash.update(piece))
  return hash.digest('hex')
}

function artifactsIn(value: unknown): Artifact[] {
  if (Array.isArray(value)) return value.flatMap(artifactsIn)
  if (value === null || typeof value !== 'object') return []
  if (isArtifact(value)) return [value]
  return Object.values(value).flatMap(artifactsIn)
}

function isArtifact(value: object): value is Artifact {
  const keys = Object.keys(value).filter((key) => key !== 'files')
  return 'sha256' in value && 'bytes' in value && 'name' in value && keys.length === 3
}
