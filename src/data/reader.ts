import { z } from 'zod'
import { sizeOf, type Tensor, type TensorData } from '../core/tensor.ts'
import type { Trust } from '../core/world.ts'
import { dataError } from './errors.ts'
import { loadUserExports, type UserModule } from './user-module.ts'

/** What a user's own reader is given. */
export interface ReaderContext {
  /** Absolute path of the file under `from:`. */
  readonly path: string
  /** The pipeline's `inputs:` as they stand there. */
  readonly inputs: Readonly<Record<string, string>>
  /** The pipeline's `label:`. */
  readonly label: string | undefined
  /** The pipeline's `group:`. */
  readonly group: string | undefined
}

/**
 * What it gives: tensors by input name, examples along the first dimension; the label of each; and columns by name, texts or
 * numbers that say what else is known of each example.
 */
export interface ReaderResult {
  readonly inputs: Readonly<Record<string, Tensor>>
  readonly labels?: readonly number[] | undefined
  readonly columns: Readonly<Record<string, readonly string[]>>
}

/**
 * Reads data with a module of the user: `export default function (context) → { inputs, labels?, columns? }`, also async.
 * Throws `user-module` when what it gives is not of that form.
 */
export async function readWith(module: UserModule, context: ReaderContext, trust: Trust): Promise<ReaderResult> {
  const { default: read } = await loadUserExports(module, trust)
  const parsed = resultSchema.safeParse(await read(context))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw dataError('user-module', {
    path: module.path,
    reason: `${issue?.path.join('.') || 'result'}: ${issue?.message}`,
  })
}

const tensor: z.ZodType<Tensor> = z
  .object({
    type: z.enum(
      'float32 float64 float16 int8 uint8 int16 uint16 int32 uint32 int64 uint64 bool string'.split(' ') as [
        Tensor['type'],
      ],
    ),
    dims: z.array(z.int().min(0)),
    data: z.custom<TensorData>((data) => ArrayBuffer.isView(data) || Array.isArray(data), 'expected a typed array'),
  })
  .refine(({ dims, data }) => data.length === sizeOf(dims), 'the length of its data is not the product of its dims')

const isList = (value: unknown): boolean => ArrayBuffer.isView(value) || Array.isArray(value)

const resultSchema = z.object({
  inputs: z.record(z.string(), tensor),
  labels: z
    .custom<ArrayLike<number>>(isList, 'expected an array')
    .transform((labels) => Array.from(labels, Number))
    .optional(),
  columns: z
    .record(
      z.string(),
      z.custom<ArrayLike<unknown>>(isList, 'expected an array').transform((column) => Array.from(column, String)),
    )
    .default({}),
})
