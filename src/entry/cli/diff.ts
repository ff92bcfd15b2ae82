import path from 'node:path'
import { exitCodes } from '../../core/verdict.ts'
import { diffModels, type ModelDiff } from '../../onnx/diff/index.ts'
import type { Model } from '../../onnx/format/index.ts'
import { pipelineError } from '../../pipeline/errors.ts'
import type { Entry } from '../context.ts'
import { entryError } from '../errors.ts'
import { diffLines } from './diff-text.ts'
import { wholeModel } from './whole-model.ts'

/** What `--fail-on` takes, and which differences each means. */
const failures: Readonly<Record<string, (diff: ModelDiff) => boolean>> = {
  breaking: (diff) => diff.interface.class === 'breaking',
  additive: (diff) => diff.interface.class !== 'compatible',
  any: (diff) => !diff.same,
}

export async function diffCommand(
  entry: Entry,
  before: string,
  after: string,
  options: { readonly json?: boolean; readonly failOn?: string },
): Promise<number> {
  const fails = options.failOn === undefined ? () => false : failureNamed(options.failOn)
  const diff = diffModels(await modelOf(entry, before, 'production'), await modelOf(entry, after, 'candidate'))
  entry.out(options.json ? `${JSON.stringify(diff, null, 2)}\n` : diffLines(diff, entry.width))
  return fails(diff) ? exitCodes.fail : exitCodes.pass
}

function failureNamed(name: string): (diff: ModelDiff) => boolean {
  const failure = Object.hasOwn(failures, name) ? failures[name] : undefined
  if (failure !== undefined) return failure
  throw entryError('argument-wrong', { argument: `--fail-on ${name}`, expected: Object.keys(failures).join(', ') })
}

async function modelOf(entry: Entry, model: string, role: 'production' | 'candidate'): Promise<Model> {
  const file = path.resolve(entry.world.cwd, model)
  if ((await entry.world.files.size(file)) === undefined) throw pipelineError('model-missing', { role, path: file })
  return (await wholeModel(file, entry.world.files)).model
}
