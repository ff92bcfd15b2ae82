import path from 'node:path'
import type { Where } from '../core/errors/index.ts'
import { portError } from '../core/errors/ports.ts'
import type { Ledger } from '../core/ledger.ts'
import { moduleDigest } from '../core/module-digest.ts'
import { ownValue } from '../core/own.ts'
import type { Artifact, DataReference, Subject } from '../core/products/index.ts'
import type { Files, World } from '../core/world.ts'
import {
  adopt,
  baselineOf,
  commitIn,
  findBytes,
  isVersionTagOf,
  ledgerKindOf,
  registryError,
  registryState,
  versionTag,
} from '../registry/index.ts'
import { artifactOf } from './artifacts.ts'
import { pipelineError } from './errors.ts'
import type { Pipeline } from './load.ts'
import { weightFiles } from './model-files.ts'
import { notCreated } from './registry.ts'
import type { Store } from './store.ts'

type ReadableLedger = Pick<Ledger, 'describe' | 'read' | 'tags'>

/** What the run is about: the candidate, what serves today, and the data, all by digest. Reads only. */
export async function subjectOf(pipeline: Pipeline, ledger: ReadableLedger, world: World): Promise<Subject> {
  const files = world.files
  const candidate = await modelFile(
    files,
    pipeline,
    'candidate',
    pipeline.model.candidate,
    pipeline.where(['model', 'candidate']),
  )
  const production = await productionOf(pipeline, ledger, world)
  const data = await Promise.all(
    Object.keys(pipeline.data).map(async (name) => [name, await dataOf(pipeline, name, world)] as const),
  )
  return {
    model: pipeline.name,
    candidate,
    ...(production === undefined ? {} : { production }),
    data: Object.fromEntries(data),
  }
}

/**
 * Puts the files of the subject into the store, where stages find them. What serves is looked for in git where the store lacks it. `folder`
 * is that of the run.
 */
export async function stock(
  subject: Subject,
  pipeline: Pipeline,
  { store, world, folder }: { readonly store: Store; readonly world: World; readonly folder: string },
): Promise<void> {
  await store.putFile(path.resolve(pipeline.folder, pipeline.model.candidate))
  const production = pipeline.model.production ?? 'registry'
  const adopted = pipeline.registry.adopt
  if (production !== 'registry') await store.putFile(path.resolve(pipeline.folder, production))
  else if (adopted !== undefined) await store.putFile(path.resolve(pipeline.folder, adopted.model))
  if (subject.production !== undefined && !(await store.holds(subject.production.artifact))) {
    const to = path.join(folder, 'found')
    const found = await findBytes(subject.production.artifact, pipeline.folder, to, world)
    if (found !== undefined) await store.putFile(found)
    await world.files.remove(to)
    await present(subject.production, subject.model, store)
  }
  for (const data of Object.values(pipeline.data)) await store.putFile(path.resolve(pipeline.folder, data.from))
}

/** Takes the model that serves already into an empty registry. Done once, however often it is asked for. */
export async function adoptProduction(pipeline: Pipeline, ledger: Ledger, world: World): Promise<void> {
  const adopted = pipeline.registry.adopt
  if (adopted === undefined) return
  if (registryState(await ledger.read(), pipeline.name).versions.length > 0) return
  const artifact = await modelFile(
    world.files,
    pipeline,
    'adopted',
    adopted.model,
    pipeline.where(['registry', 'adopt', 'model']),
  )
  await adopt(ledger, {
    model: pipeline.name,
    version: adopted.version,
    artifact,
    why: 'it served before Airworthy did',
    source: await commitIn(pipeline.folder, world),
  })
}

async function productionOf(pipeline: Pipeline, ledger: ReadableLedger, world: World): Promise<Subject['production']> {
  const { files } = world
  const setting = pipeline.model.production ?? 'registry'
  if (setting !== 'registry') {
    return {
      artifact: await modelFile(files, pipeline, 'production', setting, pipeline.where(['model', 'production'])),
    }
  }
  const entries = await ledger.read()
  if (entries.length === 0 && !ledgerKindOf(pipeline.registry).endsWithRun)
    throw notCreated(ledger.describe, pipeline, world)
  const released = baselineOf(entries, pipeline.name)
  if (released !== undefined) return { version: released.version, artifact: released.artifact }
  const adopted = pipeline.registry.adopt
  if (adopted === undefined) {
    const known = registryState(entries, pipeline.name).versions.map(({ version }) =>
      versionTag(pipeline.name, version),
    )
    const tags = (await ledger.tags()).filter((tag) => isVersionTagOf(tag, pipeline.name) && !known.includes(tag))
    if (tags.length > 0) throw registryError('versions-foreign', { model: pipeline.name, tags })
    return undefined
  }
  const artifact = await modelFile(
    files,
    pipeline,
    'adopted',
    adopted.model,
    pipeline.where(['registry', 'adopt', 'model']),
  )
  return { version: adopted.version, artifact }
}

async function modelFile(
  files: Files,
  pipeline: Pipeline,
  role: string,
  file: string,
  where: Where | undefined,
): Promise<Artifact> {
  const absolute = path.resolve(pipeline.folder, file)
  if ((await files.size(absolute)) === undefined)
    throw pipelineError('model-missing', { role, path: absolute }, { where })
  return artifactOf(files, absolute, weightFiles(files))
}

async function dataOf(pipeline: Pipeline, name: string, world: World): Promise<DataReference> {
  const setting = ownValue(pipeline.data, name)
  if (setting === undefined) throw new RangeError(`no data set ${name}`)
  const from = path.resolve(pipeline.folder, setting.from)
  if ((await world.files.size(from)) === undefined) {
    throw portError('file-missing', { path: from }, { where: pipeline.where(['data', name, 'from']) })
  }
  const uses = setting.uses === undefined ? undefined : path.resolve(pipeline.folder, setting.uses)
  if (uses !== undefined && world.trust.level === 'untrusted')
    throw portError('untrusted-code', { stage: `data.${name}`, why: world.trust.why })
  return {
    artifact: await artifactOf(world.files, from, async () => []),
    inputs: setting.inputs,
    label: setting.label,
    group: setting.group,
    ...(uses === undefined ? {} : { uses: { path: uses, sha256: await moduleDigest(uses, world.files) } }),
  }
}

async function present(
  { version, artifact }: NonNullable<Subject['production']>,
  model: string,
  store: Store,
): Promise<void> {
  if (await store.holds(artifact)) return
  throw pipelineError('production-missing', { model, registry: 'The registry', version, sha256: artifact.sha256 })
}
