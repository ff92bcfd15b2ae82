import fc from 'fast-check'
import type { z } from 'zod'
import type { TypeOf } from '../src/core/schema.ts'

/** JSON values of the form of a schema, as a file may hold them. Rules between members (`refine`) are not known here: map what they need. */
export function arbitraryOf<Schema extends z.ZodType>(
  schema: Schema,
  options: Options = {},
): fc.Arbitrary<TypeOf<Schema>> {
  return anyOf(schema as unknown as z.core.$ZodTypes, options) as fc.Arbitrary<TypeOf<Schema>>
}

interface Options {
  /** Whether members that may be absent never are. */
  readonly whole?: boolean
  /** Whether objects hold members besides those that the schema names, as those of a newer version may. */
  readonly more?: boolean
}

function anyOf(schema: z.core.$ZodTypes, options: Options): fc.Arbitrary<unknown> {
  const { def } = schema._zod
  const inner = (each: z.core.$ZodType): fc.Arbitrary<unknown> => anyOf(each as z.core.$ZodTypes, options)
  switch (def.type) {
    case 'string':
      return textOf(def)
    case 'number':
      return numberOf(schema as z.ZodNumber)
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'unknown':
      return json
    case 'optional':
      return inner(def.innerType)
    case 'array':
      return fc.array(inner(def.element), { minLength: minimumOf(def.checks), maxLength: 4 })
    case 'record':
      return fc.dictionary(name, inner(def.valueType), { maxKeys: 4, noNullPrototype: true })
    case 'union':
      return fc.oneof(...def.options.map(inner))
    case 'object':
      return objectOf(def, inner, options)
    default:
      throw new Error(`a schema of the type ${def.type} is new here`)
  }
}

function objectOf(
  { shape, catchall }: z.core.$ZodObjectDef,
  inner: (schema: z.core.$ZodType) => fc.Arbitrary<unknown>,
  { whole = false, more = false }: Options,
): fc.Arbitrary<unknown> {
  const strict = catchall?._zod.def.type === 'never'
  const members = Object.fromEntries(Object.entries(shape).map(([key, member]) => [key, inner(member)]))
  const required = Object.keys(shape).filter((key) => whole || shape[key]?._zod.optin !== 'optional')
  return fc.record(more && !strict ? { ...members, [addition]: json } : members, {
    requiredKeys: [...required, ...(more && !strict ? [addition] : [])],
    noNullPrototype: true,
  })
}

/** The name of a member that no schema has. */
const addition = 'of a newer version'

/** No schema sees what is under this name: see `core/stranger.ts`. */
const name = fc.string({ maxLength: 12 }).filter((text) => text !== '__proto__')

const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')))

function textOf({ checks = [] }: z.core.$ZodStringDef): fc.Arbitrary<string> {
  const patterns = checks.flatMap((check) => ('pattern' in check._zod.def ? [check._zod.def.pattern as RegExp] : []))
  return patterns[0] === undefined ? fc.string({ minLength: minimumOf(checks) }) : fc.stringMatching(patterns[0])
}

function minimumOf(checks: readonly z.core.$ZodCheck[] = []): number {
  return Math.max(0, ...checks.map(({ _zod: { def } }) => ('minimum' in def ? Number(def.minimum) : 0)))
}

function numberOf({ minValue, maxValue, isInt }: z.ZodNumber): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minValue ?? 0, -1e15), Math.min(maxValue ?? 0, 1e15)]
  // JSON has no −0.
  return isInt ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value + 0)
}
