import { z } from 'zod'
import { defineHook, type HookCall } from '../../core/hook.ts'

/** A workflow of the repository on GitHub. */
export const dispatchHook = defineHook({
  name: 'dispatch',
  summary: 'Starts a workflow on GitHub. It may start twice after a crash; pass `$event-id` to detect a repeat.',
  settings: z
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
  example: '{ workflow: retrain.yml, inputs: { reason: $why } }',
  runsUserCode: false,
  make: ({ workflow, ref, inputs }) => ({
    name: `dispatch ${workflow}`,
    async run(call, { world: { github } }) {
      if (github === undefined)
        return { outcome: 'failed', detail: 'GITHUB_REPOSITORY and GITHUB_TOKEN are not both set' }
      const { dispatchWorkflow } = await import('../../github/dispatch.ts')
      const filled = Object.entries(inputs).map(([input, text]) => [input, fill(text, call)] as const)
      await dispatchWorkflow(github, workflow, ref, Object.fromEntries(filled))
      return { outcome: 'done', detail: `started on ${ref}` }
    },
  }),
})

/** Longer names come first, so that `$event-id` is not read as `$event` and a rest. */
function fill(text: string, { event, eventId, model, version, rollout, why }: HookCall): string {
  const values: Record<string, string> = { 'event-id': eventId, event, model, version, rollout, why }
  return text.replace(/\$(event-id|event|model|version|rollout|why)/g, (_, word: string) => values[word] ?? '')
}
