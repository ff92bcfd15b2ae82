import { createHash } from 'node:crypto'
import path from 'node:path'
import { type ByteSource, eachPiece, piecesOf, whole } from '../core/bytes.ts'
import { UserError } from '../core/errors/index.ts'
import { portError } from '../core/errors/ports.ts'
import { canonical, digest, type Sha256, sha256 } from '../core/json.ts'
import { largestText } from '../core/largest-text.ts'
import type { Artifact } from '../core/products/index.ts'
import type { ArtifactStore } from '../core/stage.ts'
import type { Content } from '../core/store.ts'
import type { Files, World } from '../core/world.ts'
import { folder, placeIn } from '../stores/index.ts'
import { pipelineError } from './errors.ts'

/** The names of the files beside a file that belong to it: those that hold the weights of a model. */
export type FilesBeside = (file: string) => Promise<readonly string[]>

/** The store of a run, with what the engine needs besides: products, which are JSON values in it. */
export interface Store extends ArtifactStore {
  /** Stores a value and gives its digest, and the value as it can be read back (secrets masked). Throws `result-too-large`. */
  putValue(value: unknown): Promise<{ readonly sha256: Sha256; readonly value: unknown }>
  /** The value of this digest; undefined when it is not there or not whole. */
  value(sha256: Sha256): Promise<unknown>
  /** Whether every artifact that a value names is in the store. */
  holds(value: unknown): Promise<boolean>
  /** The text with paths into the store replaced by the names that the files had. */
  readable(text: string): string
}

/** Where the files of a store lie that anybody may have restored: each counts when it is a plain file, and its digest is the right one. */
export interface Restored {
  /** The folder from which on no link is followed. */
  readonly folder: string
  /** The path of the store in it, with forward slashes. */
  readonly name: string
}

/**
 * Artifacts and values in a store that is a folder of this machine, where programs open them by their path. A model with
 * files beside it is a folder of all of them, under the digest of the list. What is read is checked against its name: values each time,
 * in the bytes that are parsed; files each time that somebody asks for their path, unless their stamp (inode, size, times of writing and
 * of change) is that of the last check. Hashing each time would take 1.2 s more of a run of 38 s with models of 100 MB, which is 3 %. It
 * leaves whoever writes into the store within the tick of the file system's clock in which the check began, or sets the clock of the
 * machine; whoever writes after the path was given is left in any case.
 */
export function openArtifacts(root: string, world: World, beside: FilesBeside, restored?: Restored): Store {
  const { files } = world
  const store = folder.make({ path: root }, { world, folder: root })
  const place = (name: Sha256): string => placeIn(root, name)
  const placeOf = ({ sha256: name, files: members }: Artifact): string =>
    members?.[0] === undefined ? place(name) : path.join(place(name), members[0].name)
  /** The stamps of files when their digest was found right. */
  const checked = new Map<string, string>()
  const names = new Map<Sha256, string>()

  const holdsFile = async (file: string, { bytes, sha256: wanted }: Member): Promise<boolean> => {
    if ((await files.size(file)) !== bytes) return false
    const stamp = await files.stamp(file)
    const seen = `${wanted} ${stamp}`
    if (checked.get(file) === seen) return true
    // Written to while it was read, it is another one than what was hashed.
    if ((await files.hash(file)) !== wanted || (await files.stamp(file)) !== stamp) return false
    checked.set(file, seen)
    return true
  }

  const holdsAll = async (artifact: Artifact): Promise<boolean> => {
    for (const member of membersOf(artifact))
      if (!(await holdsFile(path.join(place(artifact.sha256), member.within), member))) return false
    return true
  }

  /** Takes the files of an artifact from the store that was restored, where they are there. */
  const restore = async (artifact: Artifact, from: Restored): Promise<boolean> => {
    for (const member of membersOf(artifact)) {
      const inStore = path.posix.join(artifact.sha256.slice(0, 2), artifact.sha256, member.within)
      const source = await files.openWithin(from.folder, `${from.name}/${inStore}`)
      if (typeof source === 'string' || source.length !== member.bytes || sha256Of(source) !== member.sha256)
        return false
      await files.writePieces(path.join(place(artifact.sha256), member.within), piecesOf(whole(source)))
    }
    return holdsAll(artifact)
  }

  const intact = async (artifact: Artifact): Promise<boolean> => {
    if (artifact.name !== '') names.set(artifact.sha256, artifact.name)
    if (!isWellFormed(artifact)) return false
    return (await holdsAll(artifact)) || (restored !== undefined && (await restore(artifact, restored)))
  }

  /** Also in place of what was damaged. Looked at in this order, what another process stores meanwhile never counts as damaged. */
  const put = async (artifact: Artifact, read: Content['read']): Promise<void> => {
    const there = await store.has(artifact.sha256)
    if (await intact(artifact)) return
    if (there) await store.remove(artifact.sha256)
    await store.put({ ...artifact, read })
  }

  const putFolder = async (file: string, artifact: Artifact, members: readonly Artifact[]): Promise<void> => {
    await files.copy(file, placeOf(artifact))
    for (const { name } of members) {
      const source = await openBeside(files, file, name)
      await files.writePieces(path.join(place(artifact.sha256), name), piecesOf(whole(source)))
    }
    if (await intact(artifact)) return
    await files.remove(place(artifact.sha256))
    throw portError('file-changed', { path: file })
  }

  const putBytes = async (name: string, bytes: Uint8Array): Promise<Artifact> => {
    const artifact = { sha256: sha256(bytes), bytes: bytes.length, name }
    await put(artifact, async function* (from) {
      yield bytes.subarray(from)
    })
    return artifact
  }

  return {
    putBytes,
    async putFile(file) {
      const artifact = await artifactOf(files, file, beside)
      if (await intact(artifact)) return artifact
      const [, ...members] = artifact.files ?? []
      if (members.length > 0) await putFolder(file, artifact, members)
      else await put(artifact, (from) => files.pieces(file, from)).catch(changed(file))
      return artifact
    },
    async path(artifact) {
      if (await intact(artifact)) return placeOf(artifact)
      throw pipelineError('artifact-missing', artifact)
    },
    async putValue(value) {
      const text = textOf(files.maskedValue(value))
      const { sha256: digest } = await putBytes('value.json', new TextEncoder().encode(text))
      return { sha256: digest, value: JSON.parse(text) as unknown }
    },
    async value(digest) {
      if ((await files.size(place(digest))) === undefined) return undefined
      const bytes = await files.read(place(digest))
      return sha256(bytes) === digest ? (JSON.parse(new TextDecoder().decode(bytes)) as unknown) : undefined
    },
    readable: (text) => [...names].reduce((known, [digest, name]) => known.replaceAll(place(digest), name), text),
    async holds(value) {
      for (const artifact of artifactsIn(value)) if (!(await intact(artifact))) return false
      return true
    },
  }
}

/** A file of an artifact, and its place in the artifact's folder: empty for one that is a single file. */
interface Member {
  readonly sha256: Sha256
  readonly bytes: number
  readonly within: string
}

function membersOf(artifact: Artifact): readonly Member[] {
  return artifact.files?.map((file) => ({ ...file, within: file.name })) ?? [{ ...artifact, within: '' }]
}

/** The names of its files lead nowhere else, and its digest is that of the list. */
function isWellFormed({ sha256: own, files }: Artifact): boolean {
  if (files === undefined) return true
  const plain = files.every(({ name }) => !path.isAbsolute(name) && !name.split(/[\\/]/).includes('..'))
  return plain && digest(files) === own
}

function textOf(value: unknown): string {
  const text = jsonOf(value)
  if (text === undefined || text.length > largestText)
    throw pipelineError('result-too-large', { characters: text?.length, limit: largestText })
  return text
}

/** Undefined where it is longer than any string can be. */
function jsonOf(value: unknown): string | undefined {
  try {
    return canonical(value)
  } catch (thrown) {
    if (thrown instanceof RangeError && /string length/i.test(thrown.message)) return undefined
    throw thrown
  }
}

/** A file that changes while it is stored gives other bytes than it had when its digest was taken. */
function changed(file: string): (thrown: unknown) => never {
  return (cause) => {
    if (cause instanceof UserError && cause.code === 'content-differs')
      throw portError('file-changed', { path: file }, { cause })
    throw cause
  }
}

/**
 * The artifact a file would be, without storing it: with the files beside it that belong to it. Throws `file-missing`, and
 * `external-refused` for one of these that is not there or is reached through a link.
 */
export async function artifactOf(files: Files, file: string, beside: FilesBeside): Promise<Artifact> {
  const bytes = await files.size(file)
  if (bytes === undefined) throw portError('file-missing', { path: file })
  const alone = { sha256: await files.hash(file), bytes, name: path.basename(file) }
  const names = await beside(file)
  if (names.length === 0) return alone
  const members: Artifact[] = [alone]
  for (const name of names) {
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
