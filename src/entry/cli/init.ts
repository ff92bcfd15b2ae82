import path from 'node:path'
import { exitCodes } from '../../core/verdict.ts'
import { version } from '../../core/version.ts'
import { readModel } from '../../onnx/format/index.ts'
import { summarize } from '../../onnx/graph/index.ts'
import { pipelineError } from '../../pipeline/errors.ts'
import type { Entry } from '../context.ts'
import { entryError } from '../errors.ts'
import { starterPipeline, starterWorkflow } from './starter.ts'

/** `airworthy init MODEL`: a pipeline and a workflow that run as they are. */
export async function initCommand(
  entry: Entry,
  model: string,
  options: { readonly force?: boolean; readonly json?: boolean },
): Promise<number> {
  const { files, cwd } = entry.world
  const absolute = path.resolve(cwd, model)
  if ((await files.size(absolute)) === undefined)
    throw pipelineError('model-missing', { role: 'candidate', path: absolute })
  const source = await files.open(absolute)
  const summary = summarize(readModel(source, path.basename(absolute)), source.length)
  const texts = {
    'airworthy.yml': starterPipeline(
      path.relative(cwd, absolute).split(path.sep).join('/'),
      summary,
      await remoteOf(entry),
    ),
    '.github/workflows/airworthy.yml': starterWorkflow(version),
  }
  for (const name of Object.keys(texts)) {
    const file = path.join(cwd, name)
    if (!options.force && (await files.exists(file))) throw entryError('init-exists', { path: file })
  }
  for (const [name, text] of Object.entries(texts)) await files.writeText(path.join(cwd, name), text)
  const next = `${entry.command} run airworthy.yml`
  if (options.json) entry.out(`${JSON.stringify({ written: Object.keys(texts), next })}\n`)
  else
    entry.out(
      `${Object.keys(texts)
        .map((name) => `✓ wrote ${name}\n`)
        .join('')}Next: ${next}\n`,
    )
  return exitCodes.pass
}

/** The remote that shares the repository, when it is the usual one. */
async function remoteOf({ world }: Entry): Promise<string | undefined> {
  const asked = await world.processes.run('git', ['remote'], { cwd: world.cwd }).catch(() => undefined)
  return asked?.code === 0 && asked.stdout.split('\n').includes('origin') ? 'origin' : undefined
}
