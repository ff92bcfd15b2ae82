import path from 'node:path'
import { checkoutsAround } from '../../../core/checkout.ts'
import { type Problem, UserError } from '../../../core/errors/index.ts'
import type { CallContext } from '../../../core/ledger.ts'
import { exitCodes } from '../../../core/verdict.ts'
import { version } from '../../../core/version.ts'
import type { World } from '../../../core/world.ts'
import { terminalText } from '../../../report/escape.ts'
import { jsonText } from '../../../report/json.ts'
import { entryError } from '../../errors.ts'
import { problemLines } from '../../failure.ts'
import { defineCommand, flag, one } from '../command.ts'
import { json } from '../shared.ts'
import { callContextOf } from '../waits.ts'
import type { Place } from './starter.ts'

/** A pipeline and a workflow that run as they are. */
export const init = defineCommand({
  name: 'init',
  summary: 'Write a starter pipeline and workflow for a model, and create the ledger of its registry.',
  arguments: { model: one('an ONNX file') },
  options: { force: flag('overwrite existing files'), json },
  examples: ['airworthy init models/digits.onnx'],
  async run(entry, given) {
    const { world, out, err, command } = entry
    const place = await placeOf(world)
    const { remote } = place
    const texts = await startersFor(given.model, place, world)
    await writeAll(texts, world, given.force)
    const written = Object.keys(texts)
    const { ledger, problems } = await ledgerFor(place, world, callContextOf(entry))
    const isWhole = problems.length === 0
    const next = isWhole ? `${command} run ${pipelineFile}` : `${command} registry init ${pipelineFile}`
    const remains = `${written.join(' and ')} ${written.length === 1 ? 'is' : 'are'} written, and the ledger is not there yet: once that is put right, \`${next}\` creates it.`
    const exitCode = isWhole ? exitCodes.pass : exitCodes.input
    if (given.json) {
      out(jsonText({ written, ledger: ledger?.describe, next, problems, ...(isWhole ? {} : { remains }) }))
      return exitCode
    }
    for (const name of written) out(`✓ wrote ${terminalText(name)}\n`)
    if (ledger !== undefined)
      out(`✓ ${ledger.created ? 'created' : 'found'} the ledger: ${terminalText(ledger.describe)}\n`)
    if (!isWhole) {
      err(problemLines(problems))
      err(`! ${terminalText(remains)}\n`)
      return exitCode
    }
    if (remote === undefined)
      err(
        '! There is no remote `origin`: CI will not see this ledger. Once there is one, add `remote: origin` to the registry, and push the branch airworthy/ledger.\n',
      )
    out(`Next: ${next}\n`)
    return exitCode
  },
})

const pipelineFile = 'airworthy.yml'

/** The text of each file, by its name from the working folder. */
async function startersFor(model: string, place: PlaceFound, world: World): Promise<Readonly<Record<string, string>>> {
  const { readModel } = await import('../../../onnx/format/index.ts')
  const { summarize } = await import('../../../onnx/graph/index.ts')
  const { pipelineError } = await import('../../../pipeline/errors.ts')
  const { starterPipeline, starterWorkflow } = await import('./starter.ts')
  const file = path.resolve(world.cwd, model)
  if ((await world.files.size(file)) === undefined)
    throw pipelineError('model-missing', { role: 'candidate', path: file })
  const source = await world.files.open(file)
  const summary = summarize(readModel(source, path.basename(file)), source.length)
  const relative = path.relative(world.cwd, file).split(path.sep).join('/')
  return {
    [pipelineFile]: starterPipeline(relative, summary, place),
    [await workflowFile(place, world)]: starterWorkflow(version, place.folder),
  }
}

/** Without `force`, nothing is written when one of them is there. */
async function writeAll(texts: Readonly<Record<string, string>>, { files, cwd }: World, force: boolean): Promise<void> {
  for (const name of Object.keys(texts)) {
    const file = path.join(cwd, name)
    if (force || !(await files.exists(file))) continue
    const hasPipeline = await files.exists(path.join(cwd, pipelineFile))
    throw entryError('init-exists', { path: file, pipeline: hasPipeline ? pipelineFile : undefined })
  }
  // The user's own files: nothing in them is masked, or they would not be found by their names.
  // The workflow first: where its folders cannot be made nothing is left behind, and init can be called again.
  for (const [name, text] of Object.entries(texts).reverse())
    await files.write(path.join(cwd, name), new TextEncoder().encode(text))
}

/** Creates the ledger of the pipeline that was written. Where that cannot be, the files are of use all the same. */
async function ledgerFor(
  place: Place,
  world: World,
  context: CallContext,
): Promise<{
  readonly ledger?: { readonly describe: string; readonly created: boolean }
  readonly problems: readonly Problem[]
}> {
  const { createLedger } = await import('../../../registry/index.ts')
  const { registryAt } = await import('./starter.ts')
  try {
    const { ledger, created } = await createLedger(
      { ...registryAt(place) },
      { folder: world.cwd, runFolder: world.cwd },
      world,
      context,
    )
    return { ledger: { describe: ledger.describe, created }, problems: [] }
  } catch (thrown) {
    if (thrown instanceof UserError) return { problems: thrown.problems }
    throw thrown
  }
}

interface PlaceFound extends Place {
  /** The top of the checkout, where GitHub looks for workflows: absolute. */
  readonly top: string
}

/** Outside of a repository the working folder is where one is going to be. */
async function placeOf(world: World): Promise<PlaceFound> {
  const [top = world.cwd] = await checkoutsAround(world.cwd, world.files)
  return { top, folder: path.relative(top, world.cwd).split(path.sep).join('/'), remote: await remoteOf(world) }
}

/** The name of the workflow from the working folder. In a repository of several models each has its own. */
async function workflowFile({ top, folder }: PlaceFound, { cwd, files }: World): Promise<string> {
  const { isOf, nameFrom } = await import('./starter.ts')
  const named = (name: string): string => path.join(top, '.github', 'workflows', name)
  const usual = named('airworthy.yml')
  const isOthers = folder !== '' && (await files.exists(usual)) && !isOf(folder, await files.readText(usual))
  const file = isOthers ? named(`airworthy-${nameFrom(folder) || 'model'}.yml`) : usual
  return path.relative(cwd, file).split(path.sep).join('/')
}

/** The remote that shares the repository, when it is the usual one. */
async function remoteOf(world: World): Promise<string | undefined> {
  const asked = await world.processes.run('git', ['remote'], { cwd: world.cwd }).catch(() => undefined)
  return asked?.code === 0 && asked.stdout.split('\n').includes('origin') ? 'origin' : undefined
}
