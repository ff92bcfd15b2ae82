import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { exampleOf } from '../../scripts/docs.ts'
import { Cancelled, UserError } from '../../src/core/errors/index.ts'
import { sha256 } from '../../src/core/json.ts'
import type { Original, VariantKind, VariantTools } from '../../src/core/variant.ts'
import type { Worker, World } from '../../src/core/world.ts'
import { writeModel, writtenModel } from '../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { withExternalData } from '../../src/onnx/graph/externalize.ts'
import { compareAnswers } from '../../src/optimize/answers.ts'
import { makeVariant } from '../../src/optimize/make.ts'
import { openStore, type Store } from '../../src/pipeline/store.ts'
import { optimizeWith } from '../../src/stages/optimize.ts'
import { classifier } from '../measure/models.ts'
import { digitsBytes } from '../onnx/models.ts'
import { convolutional } from '../providers/models.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { bundle, testWorld } from '../world.ts'

interface Options {
  /** Settings of the `optimize` stage. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** How far answers may be off: see `largestDifference`. */
  readonly tolerance?: number
}

/** What every kind of variant promises, whatever it does to a model. */
export function variantContract(kind: VariantKind, { settings = {}, tolerance = 1e-4 }: Options = {}): void {
  const chosen = kind.settings.parse(settings)
  const make = (original: Original, tools: VariantTools) => kind.make(chosen, original, tools)
  const stageSettings = { ...chosen, tolerance }
  const openWorld = sharingWorkers(testWorld)

  describe(`the variant contract: ${kind.name} ${JSON.stringify(settings)}`, () => {
    it('has an example that the stage takes, and names that no variant and no stage has taken', () => {
      const stage = optimizeWith([kind])
      const example = (parse(exampleOf({ name: 'optimize', example: kind.example })) as { optimize: unknown }).optimize
      expect(stage.settings.parse(example)).toMatchObject({ variants: [kind.name] })
      expect(stage.settings.safeParse({ variants: [`${kind.name}x`] }).success).toBe(false)
      expect(kind.name).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(Object.keys(kind.settings.shape)).not.toContain('variants')
      expect(Object.keys(kind.settings.shape)).not.toContain('tolerance')
      expect(kind.summary).not.toMatch(/\.$/)
    })

    it.each(Object.entries(candidates))(
      'of %s: answers as the candidate does, leaves it alone, and is the same again or says that it is not',
      async (_, write) => {
        const place = await placeFor(write)
        const before = await contentsOf(place.folder)
        const sharing = await openWorld()
        const [one, two] = [
          await make(place.original, place.tools('one')),
          // In another process, which has made others before.
          await make(place.original, place.tools('two', sharing)),
        ]
        expect(path.dirname(one.path)).toBe(place.tools('one').scratch)
        expect(one.how).not.toBe('')
        expect(await contentsOf(place.folder)).toEqual(before)
        const tools = { world: sharing, signal: new AbortController().signal }
        const compared = await compareAnswers(named(place.original.path), named(one.path), tools)
        expect(compared).toEqual({ difference: expect.any(Number) })
        expect((compared as { difference: number }).difference).toBeLessThanOrEqual(tolerance)
        if (kind.deterministic)
          expect(await contentsOf(path.dirname(one.path))).toEqual(await contentsOf(path.dirname(two.path)))
      },
    )

    it.each(Object.entries(impossible))('of %s: a clear reason, and nothing in the store', async (_, bytes) => {
      const place = await placeFor(bytes)
      const stored = await contentsOf(place.storeFolder)
      const outcome = await makeVariant(kind, place.original.artifact, stageSettings, place.making()).catch(
        (thrown: unknown) => thrown,
      )
      if (!(outcome instanceof UserError))
        return expect(outcome).toMatchObject({ kept: false, why: expect.any(String) })
      expect(outcome.code).not.toBe('bug')
      expect(outcome.problems[0]).toMatchObject({
        message: expect.stringMatching(/\w/),
        hint: expect.stringMatching(/\w/),
      })
      expect(await contentsOf(place.storeFolder)).toEqual(stored)
    })

    // The first question makes the variant, where a worker makes it; those after it judge.
    it.each([0, 1, 2])('cancelled as its worker is asked for the time %i: nothing in the store', async (moment) => {
      const place = await placeFor(() => digitsBytes('digits-candidate'))
      const stored = await contentsOf(place.storeFolder)
      const controller = new AbortController()
      if (moment === 0) controller.abort()
      const world = askedWorld(place.world, moment, () => controller.abort())
      const making = { ...place.making(), world, signal: controller.signal }
      await expect(makeVariant(kind, place.original.artifact, stageSettings, making)).rejects.toBeInstanceOf(Cancelled)
      expect(await contentsOf(place.storeFolder)).toEqual(stored)
    })

    it.each([1, 2])(
      'with its worker killed as it is asked for the time %i: an error, nothing in the store',
      async (moment) => {
        const place = await placeFor(() => digitsBytes('digits-candidate'))
        const stored = await contentsOf(place.storeFolder)
        const world = askedWorld(place.world, moment, ({ pid }) => process.kill(pid, 'SIGKILL'))
        const making = { ...place.making(), world }
        await expect(makeVariant(kind, place.original.artifact, stageSettings, making)).rejects.toMatchObject({
          code: 'worker-died',
        })
        expect(await contentsOf(place.storeFolder)).toEqual(stored)
      },
    )

    it('killed while it is made: nothing of it in the store, and the next run makes it', async () => {
      const place = await placeFor(() => digitsBytes('digits-candidate'))
      const made = await make(place.original, place.tools('one'))
      const bytes = kind.deterministic ? sha256(await readFile(made.path)) : undefined
      const args = ['optimize', place.original.path, '--variant', kind.name, '--out', 'out.onnx']
      // Its home is then in the folder that it works in, also where a CI system runs this.
      const env = { ...process.env, AIRWORTHY_TRUSTED: 'true' }
      const run = () =>
        spawn(process.execPath, [path.join(bundle, 'cli.js'), ...args], { cwd: place.world.cwd, env, stdio: 'ignore' })
      const killed = run()
      onTestFinished(() => void killed.kill('SIGKILL'))
      const ended = once(killed, 'exit')
      await untilMaking(path.join(place.world.cwd, '.airworthy', 'runs'), kind.name)
      killed.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
      const stored = await contentsOf(path.join(place.world.cwd, '.airworthy', 'store'))
      for (const [file, digest] of Object.entries(stored)) expect(path.basename(file)).toBe(digest)
      expect(Object.values(stored)).not.toContain(bytes)
      expect(await once(run(), 'exit')).toEqual([0, null])
      const written = sha256(await readFile(path.join(place.world.cwd, 'out.onnx')))
      // The candidate itself goes on where the variant is not kept.
      expect([bytes ?? written, place.original.artifact.sha256]).toContain(written)
    })
  })
}

type Write = (folder: string, world: World) => Uint8Array | Promise<Uint8Array>

/** Models of several shapes: bytes as input, convolutions of a fixed batch, an open batch, branches, integers, weights in files. */
const candidates: Readonly<Record<string, Write>> = {
  'a classifier of bytes': () => digitsBytes('digits-candidate'),
  'a convolutional network of one batch size': () => convolutional(),
  'dense layers of any batch size': () => classifier({ layers: 3 }),
  'branches, two inputs, and an output of integers': () => writeModel(branching()),
  'weights in a file beside the model': async (folder, world) => {
    const weights = tensor(
      'w',
      'float32',
      [32, 32],
      Float32Array.from({ length: 1024 }, (_, at) => Math.sin(at)),
    )
    const graph = buildGraph({
      inputs: [value('x', 'float32', ['N', 32])],
      outputs: [value('y', 'float32', ['N', 32])],
      nodes: [node('MatMul', ['x', 'w'], ['m']), node('Identity', ['m'], ['i']), node('Relu', ['i'], ['y'])],
      weights: [weights],
    })
    const { model, data } = withExternalData(buildModel({ graph, opset: 17 }), { location: 'weights.bin' })
    await world.files.writePieces(path.join(folder, 'weights.bin'), data.pieces)
    return Buffer.concat([...writtenModel(model).pieces])
  },
}

const impossible: Readonly<Record<string, Write>> = {
  'an operator that nobody knows': () =>
    writeModel(
      buildModel({
        graph: buildGraph({
          inputs: [value('x', 'float32', ['N'])],
          outputs: [value('y', 'float32', ['N'])],
          nodes: [node('Relo', ['x'], ['y'])],
        }),
        opset: 17,
      }),
    ),
  'a file that is cut off': () => digitsBytes('digits-candidate').subarray(0, 10_000),
  'a file that is no model': () => new TextEncoder().encode('not a model'),
  'an empty file': () => new Uint8Array(),
}

/** `y = a if the mean of a is above that of b, else b`, and the largest of each row of it. */
function branching() {
  const branch = (name: string) =>
    buildGraph({
      inputs: [],
      outputs: [value(`${name}_out`, 'float32', ['N', 4])],
      nodes: [node('Identity', [name], [`${name}_out`])],
    })
  const graph = buildGraph({
    inputs: [value('a', 'float32', ['N', 4]), value('b', 'float32', ['N', 4])],
    outputs: [value('y', 'float32', ['N', 4]), value('top', 'int64', ['N', 1])],
    nodes: [
      node('ReduceMean', ['a'], ['mean_a'], { attributes: { keepdims: 0 } }),
      node('ReduceMean', ['b'], ['mean_b'], { attributes: { keepdims: 0 } }),
      node('Greater', ['mean_a', 'mean_b'], ['above']),
      node('If', ['above'], ['y'], {
        attributes: { then_branch: { graph: branch('a') }, else_branch: { graph: branch('b') } },
      }),
      node('ArgMax', ['y'], ['top'], { attributes: { axis: 1 } }),
    ],
  })
  return buildModel({ graph, opset: 17 })
}

interface Place {
  readonly world: World
  /** Where the candidate is, with the files of its weights. */
  readonly folder: string
  readonly original: Original
  readonly store: Store
  readonly storeFolder: string
  tools(scratch: string, world?: World): VariantTools
  making(): Parameters<typeof makeVariant>[3]
}

async function placeFor(write: Write): Promise<Place> {
  const world = await testWorld()
  const folder = path.join(world.cwd, 'candidate')
  await world.files.makeDirectory(folder)
  const file = path.join(folder, 'candidate.onnx')
  await world.files.write(file, await write(folder, world))
  const storeFolder = path.join(world.cwd, 'store')
  const store = openStore(storeFolder, world)
  const artifact = await store.putFile(file)
  const { signal } = new AbortController()
  const scratches = new Map(['one', 'two'].map((name) => [name, path.join(world.cwd, name)]))
  for (const scratch of scratches.values()) await world.files.makeDirectory(scratch)
  return {
    world,
    folder,
    original: { artifact, path: file },
    store,
    storeFolder,
    tools: (name, { processes } = world) => ({
      scratch: scratches.get(name) ?? '',
      files: world.files,
      signal,
      worker: () => processes.worker('bench', { signal }),
    }),
    making: () => ({ world, store, signal, scratch: path.join(world.cwd, 'scratch') }),
  }
}

/** A world in which something happens once its workers were asked so often, before they answer. */
function askedWorld(world: World, moment: number, happens: (worker: Worker) => void): World {
  let asked = 0
  return {
    ...world,
    processes: {
      ...world.processes,
      async worker(role, options) {
        const worker = await world.processes.worker(role, options)
        return {
          ...worker,
          ask<Answer>(request: unknown, asking?: { readonly timeoutMs?: number }) {
            asked++
            const answer = worker.ask<Answer>(request, asking)
            if (asked === moment) happens(worker)
            return answer
          },
        }
      },
    },
  }
}

async function untilMaking(runs: string, variant: string): Promise<void> {
  for (;;) {
    const made = await readdir(runs, { recursive: true }).catch((): string[] => [])
    if (made.some((file) => file.endsWith(path.join('scratch', 'optimize', variant)))) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Digest of each file in a folder, by its name in there. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const digests = files.map(async (file) => [path.relative(folder, file), sha256(await readFile(file))] as const)
  return Object.fromEntries(await Promise.all(digests))
}

function named(file: string): { readonly name: string; readonly path: string } {
  return { name: path.basename(file), path: file }
}
