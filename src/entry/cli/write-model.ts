import path from 'node:path'
import type { Artifact } from '../../core/products/index.ts'
import type { ArtifactStore } from '../../core/stage.ts'
import type { Files } from '../../core/world.ts'
import { entryError } from '../errors.ts'

/**
 * Writes a model out of the store, with the files of its weights beside it under their names. Throws `weights-exist` before it
 * writes anything where one of these is there already and says something else, or is where the model is to be.
 * @param to absolute path of the model
 */
export async function writeStoredModel(model: Artifact, to: string, store: ArtifactStore, files: Files): Promise<void> {
  const stored = await store.path(model)
  const weights = model.files?.slice(1) ?? []
  const beside = (name: string): string => path.join(path.dirname(to), name)
  const absent: string[] = []
  for (const { name, sha256 } of weights) {
    const there = await files.exists(beside(name))
    if (beside(name) === to || (there && (await files.hash(beside(name))) !== sha256))
      throw entryError('weights-exist', { path: beside(name), model: path.basename(to) })
    if (!there) absent.push(name)
  }
  for (const name of absent) await files.copy(path.join(path.dirname(stored), name), beside(name))
  await files.copy(stored, to)
}
