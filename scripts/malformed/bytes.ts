import { writeModel } from '../../src/onnx/format/index.ts'
import { type Change, type Mutant, mutants, soundModel } from './mutant.ts'

/** Bytes that no longer are a model, though most of them come from one. */
export function byteMutants(): Mutant[] {
  const sound = writeModel(soundModel('dense'))
  const cuts = [1, 2, 8, 20, sound.length >> 1, sound.length - 1].map(
    (length): Change => [`cut-${length}`, `cut off after ${length} bytes`, sound.slice(0, length)],
  )
  return mutants('bytes', [
    ...cuts,
    ['empty', 'no bytes at all', new Uint8Array()],
    ['zeros', 'a hundred zeros', new Uint8Array(100)],
    ['text', 'text', new TextEncoder().encode('this is not a model, it is a sentence\n')],
    ['json', 'JSON', new TextEncoder().encode('{"ir_version": 8, "graph": {}}')],
    [
      'lfs',
      'a Git LFS pointer',
      new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'),
    ],
    ['long-varint', 'a number of eleven bytes', joined(Uint8Array.of(0x08, ...Array(10).fill(0xff), 0x01), sound)],
    ['field-0', 'a field of number 0', joined(sound, Uint8Array.of(0x00, 0x01))],
    ['wire-type-7', 'a wire type that does not exist', joined(sound, Uint8Array.of(0x0f, 0x01))],
    ['open-group', 'a group that never ends', joined(sound, Uint8Array.of(0x0b))],
    ['closed-group', 'a group that never began', joined(sound, Uint8Array.of(0x0c))],
    ['length-beyond', 'a field longer than the file', joined(sound, Uint8Array.of(0x3a, 0xff, 0x7f))],
    ['length-negative', 'a field of negative length', joined(sound, Uint8Array.of(0x3a, ...Array(9).fill(0xff), 0x01))],
    ['graph-again', 'a second graph, which is merged into the first', joined(sound, sound)],
  ])
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
