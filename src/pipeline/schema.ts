import { z } from 'zod'
import { keepsItsPlace, placeLost } from '../core/name.ts'
import { duration } from '../core/quantity/index.ts'
import type { TypeOf } from '../core/schema.ts'
import type { StageKind } from '../core/stage.ts'
import { type ChosenLedger, ledgers, usualLedger } from '../registry/index.ts'
import { eventPattern } from './events.ts'

/** Names of models and stages: GTO's grammar, so that they stand in git tags as they are. */
export const modelName: RegExp = /^[a-zA-Z0-9](?:[a-zA-Z0-9\-/_]*[a-zA-Z0-9])?$/

/** Characters of such a name: it becomes a part of tags, which are files, and those have 255 at most. */
const longestName = 200

const file = z.string().min(1)
const adopt = z
  .strictObject({
    version: z.string().describe('Its semantic version.'),
    model: file.describe('The model file.'),
  })
  .optional()
  .describe('A model that already serves, taken into an empty registry as the first version in production.')

/** One of the ledger drivers with its settings, and what every registry may begin with. */
const registry: z.ZodType<RegistrySetting> = z.union(ledgers.map(({ settings }) => settings.extend({ adopt })))

/** What an input of a pipeline can be given. */
export const inputValue = z.union([z.string(), z.number(), z.boolean()])
export type InputValue = TypeOf<typeof inputValue>

const input = z.strictObject({
  default: inputValue.optional().describe('Used when the run gives no value.'),
  description: z.string().optional(),
})

const data = z.strictObject({
  from: file.describe('An .npz file.'),
  inputs: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Which array feeds which input of the model; without it, the array of the same name; others are left alone.',
    ),
  label: z
    .string()
    .optional()
    .describe('The array of labels: the index of the right class of each example, or the value to be predicted.'),
  group: z
    .string()
    .optional()
    .describe(
      'The array that says which examples belong together (a patient, a document, a day): examples of one group are resampled together, because they are not independent.',
    ),
  uses: file
    .optional()
    .describe("A module of your own that reads the file (`./prepare.mjs`); never run for a fork's pull request."),
})

type RegistrySetting = ChosenLedger & { readonly adopt?: z.output<typeof adopt> }

/** The pipeline file, stages aside: those are checked by their kinds. */
export const pipelineFile = z.strictObject({
  pipeline: z
    .string()
    .max(longestName)
    .regex(modelName, 'expected letters, digits, - _ /, beginning and ending with a letter or digit')
    .describe("The pipeline's name, and the model's name in the registry."),
  inputs: z
    .record(z.string(), input)
    .default({})
    .describe('Values a run may give with --input; used as ${{ inputs.name }}.'),
  model: z.strictObject({
    candidate: file.describe('The model to take into production: an ONNX file.'),
    production: file.optional().describe('The model in production: `registry` (the default) or an ONNX file.'),
  }),
  registry: registry.prefault(usualLedger).describe('Where versions and the ledger live.'),
  data: z.record(z.string().refine(keepsItsPlace, placeLost), data).default({}).describe('Evaluation data, by name.'),
  secrets: z
    .array(z.string())
    .default([])
    .describe('Environment variables whose values are masked in everything that is written.'),
  stages: z
    .record(
      z
        .string()
        .max(longestName)
        .regex(modelName, 'expected a name of letters, digits, - and _')
        .refine(keepsItsPlace, placeLost),
      z.unknown(),
    )
    .refine((stages) => Object.keys(stages).length > 0, 'expected at least one stage')
    .describe('The stages, run in this order unless `needs:` says otherwise.'),
})

export interface PipelineFile extends TypeOf<typeof pipelineFile> {}

const names = z.union([z.string(), z.array(z.string())])

/** What every stage may say, whatever its kind. */
export const stageCommon = z.strictObject({
  kind: z.string().optional().describe('The kind of this stage; default: its name.'),
  needs: names.optional().describe('Stages that must pass first; default: the one above.'),
  when: z
    .strictObject({
      event: z
        .union([eventPattern, z.array(eventPattern).min(1)])
        .optional()
        .describe(
          'What starts the run, in the words of GitHub on other CI systems too: `push`, `pull_request` (a merge request), `schedule`, `workflow_dispatch` (by hand); `local` outside of CI, and in a CI that is not known.',
        ),
      branch: z
        .union([z.string(), z.array(z.string()).min(1)])
        .optional()
        .describe(
          'The branch that the CI runs: of a pull request the one that it would change; a tag is none. Not known outside of CI.',
        ),
    })
    .optional()
    .describe('Run only for these events and branches; a `*` at the end stands for anything.'),
  timeout: duration().prefault('30m').describe('Give up after this time.'),
})
export interface StageCommon extends TypeOf<typeof stageCommon> {}
export type When = NonNullable<StageCommon['when']>

export const commonKeys: readonly string[] = ['kind', 'needs', 'when', 'timeout']

/** The JSON Schema of the pipeline file, for editors: built from the tables that also check it. */
export function jsonSchema(kinds: readonly StageKind[]): Record<string, unknown> {
  const schema = plain(pipelineFile)
  const stages = Object.fromEntries(kinds.map((kind) => [kind.name, { $ref: `#/$defs/${kind.name}` }]))
  const definitions = Object.fromEntries(kinds.map((kind) => [kind.name, stageSchema(kind)]))
  const any = {
    type: ['object', 'null'],
    required: ['kind'],
    anyOf: kinds.map((kind) => ({ $ref: `#/$defs/${kind.name}` })),
  }
  const properties = schema['properties'] as Record<string, object>
  return {
    ...schema,
    title: 'Airworthy pipeline',
    properties: {
      ...properties,
      stages: {
        ...properties['stages'],
        type: 'object',
        minProperties: 1,
        properties: stages,
        additionalProperties: any,
      },
    },
    $defs: definitions,
  }
}

function stageSchema(kind: StageKind): Record<string, unknown> {
  const settings = plain(kind.settings)
  const common = plain(stageCommon)
  const { $schema: _, ...rest } = settings
  return {
    ...rest,
    type: ['object', 'null'],
    description: kind.summary,
    properties: {
      ...(settings['properties'] as object),
      ...(common['properties'] as object),
      kind: { const: kind.name, description: 'The kind of this stage; default: its name.' },
    },
  }
}

function plain(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
}
