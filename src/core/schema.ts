import { z } from 'zod'

/**
 * The output type of a schema, deeply read-only. Types are derived from schemas, never written beside them:
 * `export interface Block extends TypeOf<typeof blockSchema> {}`, or `type` for a union.
 */
export type TypeOf<Schema extends z.ZodType> = DeepReadonly<z.output<Schema>>

type DeepReadonly<Value> = Value extends object ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> } : Value

/** A digest as `sha256` of `json.ts` writes it. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256')

/**
 * Whether a value is of the form of a schema. The value stays as it is: members that the schema does not name, such as those of a
 * newer version, are kept. For schemas that only check: without defaults and transforms.
 */
export function fits<Schema extends z.ZodType>(schema: Schema, value: unknown): value is TypeOf<Schema> {
  return schema.safeParse(value).success
}

/** Why a value is not of the form of a schema, the end of a sentence: `speed.0.looks: expected array`. Undefined when it is. */
export function misfit(schema: z.ZodType, value: unknown): string | undefined {
  const { error } = schema.safeParse(value)
  return error && reasonOf(error.issues[0])
}

/** As `misfit`, of values that are of another type than they have to be, and of nothing else. */
export function wrongType(schema: z.ZodType, value: unknown): string | undefined {
  const wrong = schema.safeParse(value).error?.issues.find(({ code }) => code === 'invalid_type')
  return wrong && reasonOf(wrong)
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  const message = (issue?.message ?? 'not of the form').replace(/^Invalid input: /, '')
  return [...(issue?.path.length ? [issue.path.join('.')] : []), message].join(': ')
}
