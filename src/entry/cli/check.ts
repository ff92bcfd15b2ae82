import { type Problem, UserError } from '../../core/errors/index.ts'
import { exitCodes } from '../../core/verdict.ts'
import type { InputValue } from '../../pipeline/expressions.ts'
import { load } from '../../pipeline/load.ts'
import type { Entry } from '../context.ts'
import { inputsOf } from './inputs.ts'

interface Options {
  readonly input?: readonly string[]
  readonly json?: boolean
}

/** `airworthy check PIPELINE…`: 0 when all are sound; otherwise every problem of every file is thrown, together. */
export async function checkCommand(entry: Entry, files: readonly string[], options: Options): Promise<number> {
  const inputs = inputsOf(options.input ?? [])
  const problems: Problem[] = []
  for (const file of files) problems.push(...(await checkFile(entry, file, inputs, options)))
  const [first, ...others] = problems
  if (first !== undefined) throw new UserError([first, ...others])
  return exitCodes.pass
}

async function checkFile(
  entry: Entry,
  file: string,
  inputs: Readonly<Record<string, InputValue>>,
  { json }: Options,
): Promise<readonly Problem[]> {
  try {
    const pipeline = await load(file, entry.world, { inputs })
    const stages = pipeline.stages.map((stage) => stage.name)
    const value = { file: pipeline.file, pipeline: pipeline.name, stages, sound: true }
    entry.out(json ? `${JSON.stringify(value)}\n` : `✓ ${file}: ${stages.length} stages (${stages.join(', ')})\n`)
    return []
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.problems
    throw thrown
  }
}
