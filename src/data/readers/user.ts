import path from 'node:path'
import { z } from 'zod'
import { ownValue } from '../../core/own.ts'
import { type Columns, defineReader, type Reader, type Tensors } from '../../core/reader.ts'
import { arrayTypes, sizeOf, type Tensor, type TensorData, type TensorType } from '../../core/tensor.ts'
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

const types = [...Object.keys(arrayTypes), 'string'] as [TensorType]

const tensor: z.ZodType<Tensor> = z
  .object({
    type: z.enum(types),
    dims: z.array(z.int().min(0)),
    data: z.custom<ArrayLike<unknown>>((data) => isList(data), 'expected a typed array'),
  })
  .transform(({ type, dims, data }, context): Tensor => {
    const held = dataOf(type, data)
    if (held?.length === sizeOf(dims)) return { type, dims, data: held }
    const wrong =
      held === undefined
        ? `expected ${expected(type)} for ${type}`
        : 'the length of its data is not the product of its dims'
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })

/** The elements as tensors hold them; undefined where they are not of the type. Plain numbers may stand for any but float16. */
function dataOf(type: TensorType, data: ArrayLike<unknown>): TensorData | undefined {
  if (type === 'float16' && !(data instanceof Uint16Array)) return halfBits(data)
  const wanted = plainTypes(type)
  const fits = Array.isArray(data)
    ? data.every((each) => wanted.includes(typeof each))
    : type !== 'string' && data instanceof arrayTypes[type]
  return fits ? (data as TensorData) : undefined
}

/** What elements of a plain array may be, as `typeof` names it. */
function plainTypes(type: TensorType): readonly string[] {
  if (type === 'string') return ['string']
  return type === 'int64' || type === 'uint64' ? ['number', 'bigint'] : ['number']
}

/** The bits of a Float16Array, which the newest platforms have. */
function halfBits(data: ArrayLike<unknown>): Uint16Array | undefined {
  if (!ArrayBuffer.isView(data) || data.constructor.name !== 'Float16Array') return undefined
  return new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2)
}

function expected(type: TensorType): string {
  if (type === 'string') return 'an array of texts'
  return type === 'float16' ? 'a Uint16Array of raw bits, or a Float16Array,' : `a ${arrayTypes[type].name}`
}

const isList = (value: unknown): boolean => ArrayBuffer.isView(value) || Array.isArray(value)
const list = z.custom<ArrayLike<unknown>>(isList, 'expected an array').transform((values) => Array.from(values))

const resultSchema = z.object({
  inputs: z
    .record(z.string(), tensor)
    .transform((tensors): Tensors => ({ get: (name) => ownValue(tensors, name), names: () => Object.keys(tensors) })),
  labels: list.optional(),
  columns: z
    .record(z.string(), list)
    .default({})
    .transform((columns): Columns => {
      const texts = new Map(Object.entries(columns).map(([name, values]) => [name, values.map(String)]))
      return { get: (name) => texts.get(name), names: () => [...texts.keys()] }
    }),
})
