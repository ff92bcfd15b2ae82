import path from 'node:path'
import { z } from 'zod'
import { Cancelled, messageOf } from '../core/errors/index.ts'
import type { World } from '../core/world.ts'
import { dispatchWorkflow } from '../github/dispatch.ts'

/** What is done when a rollout ends: a program of the user's own (an argument vector, no shell reads it), or a workflow on GitHub. */
export type Hook =
  | { readonly run: readonly [string, ...string[]] }
  | {
      readonly dispatch: {
        readonly workflow: string
        readonly ref: string
        readonly inputs: Readonly<Record<string, string>>
      }
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

const program = z
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

const dispatch = z
  .strictObject({
    dispatch: z
      .strictObject({
        workflow: z
          .string()
          .min(1)
          .describe('File name of a workflow with a `workflow_dispatch` trigger: `retrain.yml`.'),
        ref: z.string().min(1).default('main').describe('The branch or tag to run it on.'),
        inputs: z
          .record(z.string(), z.string())
          .refine((inputs) => Object.keys(inputs).length <= 25, 'expected at most 25 inputs, as GitHub takes no more')
          .default({})
          .describe(
            'Its inputs; `$event`, `$event-id`, `$model`, `$version`, `$rollout` and `$why` in them are replaced.',
          ),
      })
      .describe('Starts a workflow of the repository on GitHub. Needs GITHUB_REPOSITORY and GITHUB_TOKEN.'),
  })
  .describe('Starts a workflow on GitHub, at least once; give `$event-id` to it to tell a repetition.')

/** The settings of one hook. */
export const hook: z.ZodType<Hook> = z.union([program, dispatch])

const timeoutMs = 5 * 60_000

interface Place {
  readonly world: World
  readonly folder: string
  readonly signal: AbortSignal
}

/** Runs a hook. Whatever goes wrong is its result, with its last output; only a cancelled run throws. */
export async function runHook(hook: Hook, call: HookCall, place: Place): Promise<HookResult> {
  const name = 'run' in hook ? hook.run.join(' ') : `dispatch ${hook.dispatch.workflow}`
  try {
    return 'run' in hook
      ? await runProgram(name, hook.run, call, place)
      : await startWorkflow(name, hook.dispatch, call, place)
  } catch (error) {
    if (error instanceof Cancelled || place.signal.aborted) throw error
    return { name, outcome: 'failed', detail: messageOf(error) }
  }
}

async function runProgram(
  name: string,
  [program, ...args]: readonly [string, ...string[]],
  call: HookCall,
  { world, folder, signal }: Place,
): Promise<HookResult> {
  const options = { cwd: folder, env: environment(call), timeoutMs, signal, diesWithParent: true }
  const { code, stdout, stderr } = await world.processes.run(locate(program, folder), args, options)
  const output = lastOutput(`${stdout}\n${stderr}`)
  if (code === 0) return { name, outcome: 'done', detail: output }
  const how = code === -1 ? 'it was ended, or took longer than 5 minutes' : `exit code ${code}`
  return { name, outcome: 'failed', detail: output === '' ? how : `${how}: ${output}` }
}

async function startWorkflow(
  name: string,
  { workflow, ref, inputs }: Extract<Hook, { dispatch: unknown }>['dispatch'],
  call: HookCall,
  { world }: Place,
): Promise<HookResult> {
  const { github } = world
  if (github === undefined) {
    return { name, outcome: 'failed', detail: 'GITHUB_REPOSITORY and GITHUB_TOKEN are not both set' }
  }
  const filled = Object.entries(inputs).map(([input, text]) => [input, fill(text, call)] as const)
  await dispatchWorkflow(github, workflow, ref, Object.fromEntries(filled))
  return { name, outcome: 'done', detail: `started on ${ref}` }
}

/** Longer names come first, so that `$event-id` is not read as `$event` and a rest. */
function fill(text: string, { event, eventId, model, version, rollout, why }: HookCall): string {
  const values: Record<string, string> = { 'event-id': eventId, event, model, version, rollout, why }
  return text.replace(/\$(event-id|event|model|version|rollout|why)/g, (_, word: string) => values[word] ?? '')
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
