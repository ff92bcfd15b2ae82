import path from 'node:path'
import { z } from 'zod'
import { defineReader, type Reader } from '../../core/reader.ts'
import { sizeOf, type Tensor, type TensorData } from '../../core/tensor.ts'
import type { Trust } from '../../core/world.ts'
import { dataError } from '../errors.ts'
import { loadUserExports, type UserModule } from '../user-module.ts'

/**
 * A module of the user as a reader: `export default function ({ path, inputs, label, group }) → { inputs, labels?, columns? }`,
 * also async. It reads whatever file it is given. Reading throws `user-module` when what it gives is not of that form, and
 * `untrusted-code` in runs that are not trusted.
 */
export function userReader(module: UserModule, trust: Trust): Reader {
  return defineReader({
    name: path.basename(module.path),
    summary: 'what a module of your own reads',
    recognizes: () => true,
    async read(file, { inputs, label, group }) {
      const { default: read } = await loadUserExports(module, trust)
      const parsed = resultSchema.safeParse(await read({ path: file.path, inputs, label, group }))
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      const reason = `${issue?.path.join('.') || 'result'}: ${issue?.message}`
      throw dataError('user-module', { path: module.path, reason })
    },
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
