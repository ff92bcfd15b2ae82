import path from 'node:path'
import { exitCodes } from '../../../core/verdict.ts'
import { version } from '../../../core/version.ts'
import type { World } from '../../../core/world.ts'
import { entryError } from '../../errors.ts'
import { defineCommand, flag, one } from '../command.ts'
import { json } from '../shared.ts'

/** A pipeline and a workflow that run as they are. */
export const init = defineCommand({
  name: 'init',
  summary: 'Write a starter pipeline and workflow for a model.',
  arguments: { model: one('an ONNX file') },
  options: { force: flag('overwrite existing files'), json },
  examples: ['airworthy init models/digits.onnx'],
  async run({ world, out, command }, given) {
    const texts = await startersFor(given.model, world)
    await writeAll(texts, world, given.force)
    const written = Object.keys(texts)
    const next = `${command} run airworthy.yml`
    if (given.json) out(`${JSON.stringify({ written, next })}\n`)
    else out(`${written.map((name) => `✓ wrote ${name}\n`).join('')}Next: ${next}\n`)
    return exitCodes.pass
  },
})

/** The text of each file, by its name. */
async function startersFor(model: string, world: World): Promise<Readonly<Record<string, string>>> {
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
    'airworthy.yml': starterPipeline(relative, summary, await remoteOf(world)),
    '.github/workflows/airworthy.yml': starterWorkflow(version),
  }
}

/** Without `force`, nothing is written when one of them is there. */
async function writeAll(texts: Readonly<Record<string, string>>, { files, cwd }: World, force: boolean): Promise<void> {
  for (const name of Object.keys(texts)) {
    const file = path.join(cwd, name)
    if (!force && (await files.exists(file))) throw entryError('init-exists', { path: file })
  }
  for (const [name, text] of Object.entries(texts)) await files.writeText(path.join(cwd, name), text)
}

/** The remote that shares the repository, when it is the usual one. */
async function remoteOf(world: World): Promise<string | undefined> {
  const asked = await world.processes.run('git', ['remote'], { cwd: world.cwd }).catch(() => undefined)
  return asked?.code === 0 && asked.stdout.split('\n').includes('origin') ? 'origin' : undefined
}
