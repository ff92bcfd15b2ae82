import { exitCodes } from '../../core/verdict.ts'
import { load } from '../../pipeline/load.ts'
import { plan } from '../../pipeline/plan.ts'
import type { Entry } from '../context.ts'
import { inputsOf } from '../inputs.ts'
import { mermaid, planLines } from '../plan-text.ts'

interface Options {
  readonly input?: readonly string[]
  readonly fresh?: boolean
  readonly dryRun?: boolean
  readonly graph?: boolean
  readonly json?: boolean
}

/** `airworthy plan PIPELINE`: what a run would do. */
export async function planCommand(entry: Entry, file: string, options: Options): Promise<number> {
  const pipeline = await load(file, entry.world, { inputs: inputsOf(options.input ?? []) })
  const planned = await plan(pipeline, entry.world, options)
  if (options.json) entry.out(`${JSON.stringify(planned, null, 2)}\n`)
  else entry.out(options.graph ? mermaid(planned) : planLines(planned))
  return exitCodes.pass
}
