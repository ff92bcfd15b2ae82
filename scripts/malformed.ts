// Writes malformed models, each made from a sound one by breaking one thing, and the sound ones.
//   npx tsx scripts/malformed.ts FOLDER
import { linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeModel } from '../src/onnx/format/index.ts'
import { byteMutants } from './malformed/bytes.ts'
import { generalMutants } from './malformed/general.ts'
import type { Kind, Mutant } from './malformed/mutant.ts'
import { operatorMutants, soundCalls } from './malformed/operators.ts'
import { particularMutants } from './malformed/particular.ts'
import { soundModels } from './malformed/sound.ts'

export interface Written {
  readonly name: string
  readonly kind: Kind | 'sound'
  readonly what: string
  /** Relative to the folder. */
  readonly file: string
}

/** The malformed models, always the same ones. */
export function malformed(): Mutant[] {
  return [...generalMutants(), ...particularMutants(), ...operatorMutants(), ...byteMutants()]
}

/** Writes all models, each into a folder of its own, and `manifest.json`, which lists them. The folder is emptied first. */
export function writeMalformed(folder: string): Written[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'outside.bin'), new Uint8Array(32))
  const models = [...Object.entries(soundModels).map(([name, make]) => [name, make()] as const), ...soundCalls()]
  const sound = models.map(([name, model]): Written => {
    const file = write(folder, `sound-${name}`, writeModel(model))
    return { name: `sound-${name}`, kind: 'sound', what: 'nothing', file }
  })
  const broken = malformed().map(({ name, kind, what, model, beside }): Written => {
    const id = `${kind.replaceAll(' ', '-')}-${name}`
    const file = write(folder, id, model instanceof Uint8Array ? model : writeModel(model))
    if (beside !== undefined) besides[beside](path.join(folder, id), folder)
    return { name: id, kind, what, file }
  })
  const written = [...sound, ...broken]
  if (new Set(written.map(({ name }) => name)).size < written.length) throw new Error('two models have one name')
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(written, null, 2))
  return written
}

function write(folder: string, id: string, bytes: Uint8Array): string {
  mkdirSync(path.join(folder, id))
  writeFileSync(path.join(folder, id, 'weights.bin'), new Uint8Array(32))
  writeFileSync(path.join(folder, id, 'model.onnx'), bytes)
  return path.join(id, 'model.onnx')
}

const besides: Readonly<Record<NonNullable<Mutant['beside']>, (own: string, folder: string) => void>> = {
  'symbolic link': (own, folder) => symlinkSync(path.join(folder, 'outside.bin'), path.join(own, 'symbolic-link.bin')),
  'hard link': (own, folder) => linkSync(path.join(folder, 'outside.bin'), path.join(own, 'hard-link.bin')),
  folder: (own) => mkdirSync(path.join(own, 'folder.bin')),
  'short file': (own) => writeFileSync(path.join(own, 'short-file.bin'), new Uint8Array(8)),
  outside: (own, folder) => {
    mkdirSync(path.join(own, 'folder'))
    mkdirSync(path.join(folder, 'secrets'), { recursive: true })
    writeFileSync(path.join(folder, 'secrets', 'secret.bin'), new Uint8Array(32))
    symlinkSync(path.join(folder, 'secrets'), path.join(own, 'folder', 'link'))
  },
}

if (process.argv[1]?.endsWith('malformed.ts')) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Error('give a folder to write to')
  console.log(`${writeMalformed(folder).length} models in ${folder}`)
}
