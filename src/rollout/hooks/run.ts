import path from 'node:path'
import { z } from 'zod'
import { defineHook, type HookCall, type HookResult } from '../../core/hook.ts'
import type { Files, RunResult } from '../../core/world.ts'

const words = z.tuple([z.string().min(1)], z.string())

/** Milliseconds. */
export const longestHookMs = 5 * 60_000

/** Bytes of each output: far more than is told, so that hardly ever anything at the edge is. */
const keepEnd = 65_536

/** A program of the user's own: an argument vector, which no shell reads. */
export const runHook = defineHook({
  name: 'run',
  summary:
    'Runs a program with AIRWORTHY_EVENT, AIRWORTHY_EVENT_ID, AIRWORTHY_MODEL, AIRWORTHY_VERSION, AIRWORTHY_ROLLOUT and AIRWORTHY_WHY in its environment. It may run twice after a crash; both runs get the same AIRWORTHY_EVENT_ID.',
  settings: z
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
  example: '[./page-oncall.sh, --urgent]',
  runsUserCode: true,
  make: ([program, ...args]) => ({
    name: [program, ...args].join(' '),
    async run(call, { world, folder, signal }) {
      const options = {
        cwd: folder,
        env: environment(call),
        timeoutMs: longestHookMs,
        signal,
        diesWithParent: 'worker' as const,
        keepEnd,
      }
      return resultOf(await world.processes.run(locate(program, folder), args, options), world.files)
    },
  }),
})

function resultOf({ code, stdout, stderr }: RunResult, { masked, maskedRest }: Files): HookResult {
  // Masked before it is cut, so that no cut leaves a part of a secret that nobody knows again.
  const shown = (text: string): string => (mayBeCut(text) ? maskedRest(text) : masked(text))
  const output = lastOutput(`${shown(stdout)}\n${shown(stderr)}`)
  if (code === 0) return { outcome: 'done', detail: output }
  const how = code === -1 ? 'it was ended, or took longer than 5 minutes' : `exit code ${code}`
  return { outcome: 'failed', detail: output === '' ? how : `${how}: ${output}` }
}

/** A character at the cut may have lost three of its bytes. */
function mayBeCut(text: string): boolean {
  return Buffer.byteLength(text) >= keepEnd - 3
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
