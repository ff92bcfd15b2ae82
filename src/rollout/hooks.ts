import path from 'node:path'
import { z } from 'zod'
import { Cancelled, messageOf } from '../core/errors.ts'
import type { World } from '../core/world.ts'

/** A program of the user's own, as an argument vector: no shell reads it. */
export interface Hook {
  readonly run: readonly [string, ...string[]]
}

export interface HookCall {
  readonly model: string
  readonly version: string
  readonly rollout: string
  readonly event: string
  /** The same for every attempt at the same event. */
  readonly eventId: string
  readonly why: string
}

export interface HookResult {
  readonly name: string
  readonly outcome: 'done' | 'failed'
  readonly detail: string
}

const words = z.tuple([z.string().min(1)], z.string())

/** The settings of one hook. */
export const hook: z.ZodType<Hook> = z
  .strictObject({
    run: z
      .union([
        z
          .string()
          .min(1)
          .transform((program): [string, ...string[]] => [program]),
        words,
      ])
      .describe(
        'A program (`./page-oncall.sh`) or a list of program and arguments; paths start at the folder of the pipeline file.',
      ),
  })
  .describe(
    'Runs a program with AIRWORTHY_EVENT, AIRWORTHY_EVENT_ID, AIRWORTHY_MODEL, AIRWORTHY_VERSION, AIRWORTHY_ROLLOUT and AIRWORTHY_WHY in its environment. It runs at least once: after a kill it may run again with the same AIRWORTHY_EVENT_ID, by which it can tell.',
  )

const timeoutMs = 5 * 60_000

/** Runs a hook in the folder of the pipeline. Whatever goes wrong is its result, with its last output; only a cancelled run throws. */
export async function runHook(
  { run }: Hook,
  call: HookCall,
  place: { readonly world: World; readonly folder: string; readonly signal: AbortSignal },
): Promise<HookResult> {
  const [program, ...args] = run
  const name = run.join(' ')
  const { world, folder, signal } = place
  try {
    const options = { cwd: folder, env: environment(call), timeoutMs, signal, diesWithParent: true }
    const { code, stdout, stderr } = await world.processes.run(locate(program, folder), args, options)
    const output = lastOutput(`${stdout}\n${stderr}`)
    if (code === 0) return { name, outcome: 'done', detail: output }
    const how = code === -1 ? 'it was ended, or took longer than 5 minutes' : `exit code ${code}`
    return { name, outcome: 'failed', detail: output === '' ? how : `${how}: ${output}` }
  } catch (error) {
    if (error instanceof Cancelled || signal.aborted) throw error
    return { name, outcome: 'failed', detail: messageOf(error) }
  }
}

function environment(call: HookCall): Record<string, string> {
  return {
    AIRWORTHY_EVENT: call.event,
    AIRWORTHY_EVENT_ID: call.eventId,
    AIRWORTHY_MODEL: call.model,
    AIRWORTHY_VERSION: call.version,
    AIRWORTHY_ROLLOUT: call.rollout,
    AIRWORTHY_WHY: call.why,
  }
}

/** A bare name is looked for on the PATH, anything with a slash is a file. */
function locate(program: string, folder: string): string {
  return /[/\\]/.test(program) ? path.resolve(folder, program) : program
}

function lastOutput(text: string): string {
  return text.trim().slice(-500)
}
