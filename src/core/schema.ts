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

/** What is wrong with a value, in our own words: which member, and the end of a sentence on it. Undefined when it fits. */
export function wrongMember(
  schema: z.ZodType,
  value: unknown,
): { readonly member: string; readonly words: string } | undefined {
  const issue = schema.safeParse(value).error?.issues[0]
  return issue && { member: issue.path.join('.'), words: wordsOf(issue) }
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'not of the form'
  return [...(issue.path.length > 0 ? [issue.path.join('.')] : []), wordsOf(issue)].join(': ')
}

/** The library's words name its own notions, and list whatever is allowed. */
function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return / received undefined$/.test(issue.message)
        ? `missing, expected ${issue.expected}`
        : issue.message.replace(/^Invalid input: /, '')
    case 'invalid_format':
      return issue.format === 'datetime' ? 'expected a time in ISO 8601' : own(issue.message, 'expected another form')
    case 'invalid_value':
      return issue.values.length <= mostListed
        ? `expected ${issue.values.map((each) => JSON.stringify(each)).join(' or ')}`
        : unknownToUs
    case 'unrecognized_keys':
      return `there is a member ${issue.keys.join(', ')}, which this version does not know`
    case 'invalid_union':
      return 'note' in issue && issue.note === 'No matching discriminator' ? unknownToUs : 'expected another form'
    default:
      return own(issue.message, 'expected another value')
  }
}

const mostListed = 5

const unknownToUs = 'a value that this version does not know'

/** What a schema of ours says of itself, or how much is too little or too much. */
function own(message: string, otherwise: string): string {
  const text = message.replace(/^(Too small|Too big|Invalid [a-z]+): /, '')
  return /^Invalid/.test(text) ? otherwise : text
}
