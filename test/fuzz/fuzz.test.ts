import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readModel } from '../../src/onnx/format/index.ts'
import { createRandom } from '../../src/stats/random.ts'
import { mutated } from './mutate.ts'
import { fuzzTarget } from './target.ts'

const corpus = path.join('test', 'fuzz', 'corpus')
const seeds = readdirSync(corpus)
  .filter((file) => file.endsWith('.onnx'))
  .sort()
  .map((file) => Uint8Array.from(readFileSync(path.join(corpus, file))))
const reference = readModel(seeds[0] as Uint8Array)

// The short form of fuzz.ts, which .ci/run runs for longer.
test('models from strangers break nothing, nor do mutations of them', () => {
  const random = createRandom(3)
  let read = 0
  for (const seed of seeds) expect(fuzzTarget(seed, reference).length).toBeGreaterThan(1)
  for (let run = 0; run < 1000; run++) {
    const bytes = mutated(seeds[random.below(seeds.length)] as Uint8Array, seeds, random)
    if (fuzzTarget(bytes, reference).length > 1) read++
  }
  // Mutations that are all refused at once would test little.
  expect(read).toBeGreaterThan(200)
})
