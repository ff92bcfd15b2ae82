import path from 'node:path'
import { z } from 'zod'
import { environmentOf } from '../core/environment.ts'
import { largestText } from '../core/largest-text.ts'
import type { Environment } from '../core/products/index.ts'
import { measurementsSchema } from '../core/products/measurements.ts'
import { readJsonFile } from '../core/read-json.ts'
import type { TypeOf } from '../core/schema.ts'
import { subjectDigestsSchema } from '../core/share.ts'
import { checkUntrusted } from '../core/untrusted-value.ts'
import { type Files, refusals, type World } from '../core/world.ts'
import { stageError } from '../stages/errors.ts'
import { committed } from './committed.ts'
import { pipelineError } from './errors.ts'
import { shardFileName } from './share.ts'

const text = z.string().max(1000)

export const shardFile = z.object({
  schema: z.enum(['airworthy.shard/1', 'airworthy.shard/2']),
  /** The version of Airworthy that wrote it. */
  version: text,
  /** The CI run that measured it, where the CI system names its runs. */
  run: text.optional(),
  pipeline: z.object({ name: text, sha256: text }),
  subject: subjectDigestsSchema,
  shard: z.string().regex(/^[a-z0-9._-]{1,100}$/, 'not the name of a shard'),
  products: z.object({
    /** The measurements name the environment that they were made in. */
    measurements: measurementsSchema.refine(
      ({ environments: [only, ...others] }) => only !== undefined && others.length === 0 && isWhole(only),
      'it was not measured in one environment',
    ),
  }),
})

/** What one machine measured, as it travels to where it is merged. */
export interface ShardFile extends TypeOf<typeof shardFile> {}

/** A shard with the file that it was read from. */
export interface ReadShard extends ShardFile {
  readonly file: string
}

/** Shards of different environments must not pass for those of one. */
function isWhole(environment: Environment): boolean {
  const { gpus, runtimes, fingerprint, ...machine } = environment
  const used = { ...(gpus === undefined ? {} : { gpus }), ...(runtimes === undefined ? {} : { runtimes }) }
  return environmentOf(machine, used).fingerprint === fingerprint
}

/**
 * Reads the shards in these files, and in the `shard.json`s anywhere in these folders. They may come from anywhere: each is
 * checked for its form, not yet for whether it belongs to a pipeline and a run. In CI none may have come with a commit. Throws
 * `merge-nothing`, `shard-too-large`, `shard-tracked`, `shard-wrong`.
 */
export async function readShards(places: readonly string[], world: World): Promise<readonly ReadShard[]> {
  const { cwd, files } = world
  const found = await Promise.all(places.map((place) => shardsAt(path.resolve(cwd, place), files)))
  const shards: ReadShard[] = []
  let bytes = 0
  for (const file of new Set(found.flat())) {
    if (world.ciRun !== undefined) await refuseCommitted(file, world)
    bytes += (await files.size(file)) ?? 0
    // What comes out is one value.
    if (bytes > largestText) throw pipelineError('shard-too-large', { file, bytes, limit: largestText })
    const wrong = (reason: string): Error => stageError('shard-wrong', { what: file, reason })
    shards.push(checkedShard(await readJsonFile(files, file, 'a shard', wrong), file))
  }
  return shards
}

/** A job puts artifacts into the checkout, where a commit may have put files of the same names, or links in their way. */
async function refuseCommitted(file: string, world: World): Promise<void> {
  const { tracked, link } = await committed(file, world)
  if (link) throw stageError('shard-wrong', { what: file, reason: `it ${refusals.link}` })
  if (tracked) throw pipelineError('shard-tracked', { file })
}

async function shardsAt(place: string, files: Files): Promise<readonly string[]> {
  if ((await files.size(place)) !== undefined) return [place]
  const found = await shardsIn(place, files)
  if (found.length === 0) throw pipelineError('merge-nothing', { place })
  return found
}

/** Links may lead back to where they stand, so neither depth nor number of what is looked at is without bounds. */
async function shardsIn(folder: string, files: Files): Promise<readonly string[]> {
  const found: string[] = []
  let looked = 0
  const look = async (at: string, depth: number): Promise<void> => {
    for (const name of await files.list(at)) {
      const here = path.join(at, name)
      if (++looked > mostEntries)
        throw stageError('shard-wrong', { what: folder, reason: `it holds over ${mostEntries} files` })
      if ((await files.size(here)) === undefined) {
        if (depth > 1) await look(here, depth - 1)
      } else if (name === shardFileName) found.push(here)
    }
  }
  await look(folder, deepest)
  return found
}

const mostEntries = 20_000
const deepest = 8

/** Throws `shard-wrong`. */
export function parseShard(json: string, file: string): ReadShard {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw stageError('shard-wrong', { what: file, reason: 'it is not JSON' })
  }
  return checkedShard(value, file)
}

function checkedShard(value: unknown, file: string): ReadShard {
  const read = checkUntrusted(shardFile, value)
  if ('reason' in read) throw stageError('shard-wrong', { what: file, reason: read.reason })
  return { ...read.value, file }
}
