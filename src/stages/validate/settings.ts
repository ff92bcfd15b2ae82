import path from 'node:path'
import { z } from 'zod'
import { choiceSetting } from '../../core/choice.ts'
import { longestBakeMs } from '../../core/longest-bake.ts'
import { byteSize, duration, share } from '../../core/quantity/index.ts'
import type { TypeOf } from '../../core/schema.ts'
import type { TargetKind } from '../../core/target.ts'
import type { TensorType } from '../../core/tensor.ts'
import { elementTypes } from '../../onnx/tensors/index.ts'

/** What is checked of every model, in this order. */
export const checkNames = ['graph', 'interface', 'safety', 'runs', 'determinism'] as const

/** An input or output that callers rely on. */
export interface Declared {
  readonly type: TensorType
  /** Undefined for any shape. */
  readonly dims?: readonly (number | string)[] | undefined
}

const tensorTypes = elementTypes.map(({ name }) => name)

/** `float32[N, 28, 28]`; a text without brackets leaves the shape open, `float32[]` is a scalar. */
function declared(text: string): Declared | undefined {
  const match = /^\s*(\w+)\s*(?:\[([^\]]*)\])?\s*$/.exec(text)
  const type = match?.[1] ?? ''
  if (!tensorTypes.includes(type)) return undefined
  const inside = match?.[2]?.trim()
  if (inside === undefined) return { type: type as TensorType }
  const dims = inside === '' ? [] : inside.split(',').map((dim) => dim.trim())
  if (dims.includes('')) return undefined
  return { type: type as TensorType, dims: dims.map((dim) => (/^\d+$/.test(dim) ? Number(dim) : dim)) }
}

const declaration = z
  .string()
  .transform((text, context): Declared => {
    const found = declared(text)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: 'expected an element type and dims, such as float32[N, 28, 28]' })
    return z.NEVER
  })
  .meta({ description: 'Element type and dims, such as `float32[N, 28, 28]`; a name for a dimension that varies.' })

const contract = z.strictObject({
  inputs: z.record(z.string(), declaration).default({}).describe('Every input that callers give, by name.'),
  outputs: z.record(z.string(), declaration).default({}).describe('Every output that callers read, by name.'),
})
export interface Contract extends TypeOf<typeof contract> {}

const tolerance = {
  absolute: z.number().min(0).describe('How far an element may be off, in its own unit.'),
  relative: z
    .number()
    .min(0)
    .lt(1, 'expected less than 1: zeros would do for any expected value')
    .describe('How far it may be off as a part of the expected value: less than 1.'),
}

/** Inputs with the outputs that are expected of them. */
const golden = z.strictObject({
  from: z
    .string()
    .describe(
      'A `.npz` file: an array for each input of the model and for each output to compare, under its name, and no others.',
    ),
  absolute: tolerance.absolute.default(1e-5),
  relative: tolerance.relative.default(1e-3),
  outputs: z
    .record(
      z.string(),
      z.strictObject({
        array: z.string().optional(),
        absolute: tolerance.absolute.optional(),
        relative: tolerance.relative.optional(),
      }),
    )
    .default({})
    .describe('Outputs with tolerances of their own, or whose expected values stand in an array of another name.'),
  inputs: z.record(z.string(), z.string()).default({}).describe('Inputs that are fed from an array of another name.'),
})
export interface Golden extends TypeOf<typeof golden> {}

/** The file of a golden set: an absolute path. */
export function goldenFile({ from }: Golden, folder: string): string {
  return path.resolve(folder, from)
}

/** Only targets that serve from processes of their own: validating changes nothing that serves. */
function loadTest(targets: readonly TargetKind[]) {
  return z.strictObject({
    target: choiceSetting(
      targets.filter(({ ownProcesses }) => ownProcesses === true),
      'target',
    ).describe('What serves the candidate meanwhile, with its settings.'),
    for: duration()
      .refine((ms) => ms > 0 && ms <= longestBakeMs, 'expected more than no time, and at most 365d')
      .prefault('5s')
      .describe('How long requests are sent.'),
    errors: share().prefault('0%').describe('Largest share of requests that may fail.'),
    latency: duration().optional().describe('What 95 % of the requests must be answered in.'),
  })
}
/** With times in milliseconds, and errors as a share of the requests. */
export interface LoadTest extends TypeOf<ReturnType<typeof loadTest>> {}

const limits = z.strictObject({
  size: byteSize().optional().describe('Largest file, such as `20MB`.'),
  parameters: z.int().positive().optional().describe('Most elements of all weights.'),
  opset: z
    .strictObject({
      min: z.int().positive().optional().describe('Oldest version of the standard operators.'),
      max: z.int().positive().optional().describe('Newest version of the standard operators.'),
    })
    .optional()
    .describe('Versions of the standard operators that what serves can run.'),
  latency: duration()
    .optional()
    .describe('Longest run of batch 1 on one thread of the CPU. A quick check, not a measurement.'),
})
/** In bytes and milliseconds. */
export interface Limits extends TypeOf<typeof limits> {}

/** The settings of a validation whose load test can choose among these targets. */
export function validateSettings(targets: readonly TargetKind[]) {
  return z.strictObject({
    checks: z
      .array(z.enum(checkNames))
      .min(1)
      .default([...checkNames])
      .describe(
        'What to check: `graph` (the rules of ONNX), `interface` (what callers of production would notice), `safety` (nothing outside of its folder, nothing endless), `runs` (it loads and gives finite outputs), `determinism` (the same answer twice, and in a batch).',
      ),
    data: z
      .string()
      .optional()
      .describe(
        'The data set whose examples the model is run on, up to 256 from all over it, unless `golden:` has inputs. Default: the data set called eval, if there is one that fits; else inputs are made up.',
      ),
    shapes: z
      .record(z.string(), z.array(z.int().min(1)))
      .default({})
      .describe('Shapes of made-up inputs, by name, where the model leaves them open and the usual ones do not fit.'),
    contract: contract.optional().describe('The interface that callers rely on.'),
    golden: z
      .union([golden.transform((one) => [one]), z.array(golden)])
      .default([])
      .describe('Inputs with the outputs that are expected of them; one set or a list.'),
    limits: limits.optional().describe('What the model may not exceed.'),
    license: z
      .array(z.string())
      .default([])
      .describe('Licences of which the model must state one, such as `[MIT, Apache-2.0]`.'),
    metadata: z
      .array(z.string())
      .default([])
      .describe(
        'Keys of its metadata under which the model must say something; also `producer`, `description`, `domain`.',
      ),
    'load-test': loadTest(targets).optional().describe('Requests to a real server that serves the candidate.'),
  })
}
export interface ValidateSettings extends TypeOf<ReturnType<typeof validateSettings>> {}
