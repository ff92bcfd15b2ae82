import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

/** GitHub's own description of the operations, made by scripts/github-openapi.mjs. */
export interface Described {
  readonly id: string
  readonly method: string
  /** On the host that takes uploads, not on that of the API. */
  readonly uploads: boolean
  readonly match: (path: string) => Readonly<Record<string, string>> | undefined
  /** What is wrong with a request; `parameters` become numbers and booleans where they are meant to be. */
  readonly problems: (parameters: Record<string, unknown>, body: unknown) => string[]
  /** What is wrong with an answer, empty when the description says nothing about it. */
  readonly answerProblems: (status: number, body: unknown) => string[]
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

interface OpenApiOperation {
  readonly operationId: string
  readonly servers?: readonly { readonly url: string }[]
  readonly parameters: readonly OpenApiParameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

interface OpenApiParameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
}

type Schema = { readonly [key: string]: unknown }

const openApi = JSON.parse(
  readFileSync(new URL('../../fixtures/github-openapi.json', import.meta.url), 'utf8'),
) as OpenApi

const formats = {
  // GitHub answers with an empty text where an address was not given.
  uri: (value: string) => value === '' || URL.canParse(value),
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  email: true,
  binary: true,
  int64: true,
  timestamp: true,
  date: true,
  'uri-template': true,
} as const
const answers = new Ajv({ strict: false, formats }).addSchema(
  asJsonSchema({ components: openApi.components }) as Schema,
  'github',
)
const bodies = new Ajv({ strict: false, formats, allErrors: true })
const parameters = new Ajv({ strict: false, formats, allErrors: true, coerceTypes: true })

/** Names of branches and paths of files have slashes; all else is one segment. */
const severalSegments = new Set(['ref', 'path', 'tag', 'commit_sha'])

/** Those with fewer parameters first: `releases/tags/x` is not the release `tags`. */
export const described: readonly Described[] = Object.entries(openApi.paths)
  .flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, operation]) => describe(route, method, operation)),
  )
  .sort((a, b) => a.operation.parameters.length - b.operation.parameters.length)
  .map(({ entry }) => entry)

function describe(
  route: string,
  method: string,
  operation: OpenApiOperation,
): { readonly operation: OpenApiOperation; readonly entry: Described } {
  const checkParameters = lazily(() => parameters.compile(parametersSchema(operation.parameters)))
  const schema = operation.requestBody?.content['application/json']?.schema
  const checkBody = lazily(() => bodies.compile(closed(asJsonSchema(schema ?? {})) as Schema))
  const answerChecks = new Map<number, ValidateFunction>()
  const entry: Described = {
    id: operation.operationId,
    method: method.toUpperCase(),
    uploads: operation.servers?.some(({ url }) => url.includes('uploads')) ?? false,
    match: matcher(route),
    problems(values, body) {
      const found = problemsOf(checkParameters(), values, 'parameters')
      if (schema === undefined) return found
      if (body === undefined) return operation.requestBody?.required ? [...found, 'body is needed'] : found
      return [...found, ...problemsOf(checkBody(), body, 'body')]
    },
    answerProblems(status, body) {
      const expected = operation.responses[status]
      // Refusals that stand for every operation, such as 401, are not listed with each.
      if (expected === undefined) return status < 400 ? [`the status ${status} is not described`] : []
      const answer = expected.content?.['application/json']?.schema
      if (answer === undefined) return []
      const check = answerChecks.get(status) ?? answers.compile(asJsonSchema(answer) as Schema)
      answerChecks.set(status, check)
      return problemsOf(check, body, 'answer')
    },
  }
  return { operation, entry }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

function problemsOf(check: ValidateFunction, value: unknown, what: string): string[] {
  if (check(value)) return []
  return (check.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? ` (${params['additionalProperty']})` : ''
    return `${what}${instancePath} ${message}${extra}`
  })
}

function parametersSchema(list: readonly OpenApiParameter[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(list.map(({ name, schema }) => [name, asJsonSchema(schema)])),
    required: list.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

function matcher(route: string): Described['match'] {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  const pattern = route
    .replaceAll('.', '\\.')
    // The folder at the top has no path.
    .replace('/{path}', '(?:/{path})?')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => (severalSegments.has(name) ? '(.*)' : '([^/]+)'))
  const expression = new RegExp(`^${pattern}$`)
  return (path) => {
    const found = expression.exec(path)
    return found ? Object.fromEntries(names.map((name, at) => [name, decoded(found[at + 1] ?? '')])) : undefined
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** OpenAPI 3.0 says `nullable` where JSON Schema lists the type `null`. */
function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' ? String(value).replace('#/', 'github#/') : asJsonSchema(value),
    ]),
  )
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest
}

/** A property that the description does not know is a slip of the caller, though GitHub would not mind. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  const open = 'properties' in inside && !('additionalProperties' in inside)
  return open && inside['type'] === 'object' ? { ...inside, additionalProperties: false } : inside
}
