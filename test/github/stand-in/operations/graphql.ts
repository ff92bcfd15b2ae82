import { type Answer, ok, refuse } from '../answer.ts'
import type { Call, Hub } from '../hub.ts'
import { nodeId, userOf } from '../shapes.ts'
import { allows, inaccessible } from '../tokens.ts'
import { type Field, parseQuery } from './graphql-query.ts'

/** A field → the type of what it gives; an empty name is a plain value. */
const types: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Query: { viewer: 'User' },
  Mutation: { minimizeComment: 'MinimizeCommentPayload' },
  User: { login: '', id: '' },
  MinimizeCommentPayload: { clientMutationId: '', minimizedComment: 'Minimizable' },
  Minimizable: { isMinimized: '', minimizedReason: '' },
}
const classifiers = new Set(['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM'])

interface GraphQLError {
  readonly message: string
  readonly type?: string
  readonly path?: readonly string[]
  readonly extensions?: object
}

/** GitHub answers errors of GraphQL with status 200. */
export function graphql(call: Call, hub: Hub): Answer {
  const body = (call.body ?? {}) as { readonly query?: string; readonly variables?: Record<string, unknown> }
  if (typeof body.query !== 'string') return refuse(400, 'A query attribute must be specified and must be a string.')
  const query = attempt(() => parseQuery(body.query ?? '', body.variables ?? {}))
  if (typeof query === 'string') return ok({ errors: [{ message: query }] })
  const root = query.kind === 'query' ? 'Query' : 'Mutation'
  const undefinedFields = check(query.fields, root, [query.kind])
  if (undefinedFields.length > 0) return ok({ errors: undefinedFields })
  const results = query.fields.map((field) => [field.alias, resolveField(call, hub, field)] as const)
  const errors = results.flatMap(([, result]) => ('error' in result ? [result.error] : []))
  const data = results.map(([alias, result]) => [alias, 'error' in result ? null : result.value])
  return ok({ data: Object.fromEntries(data), ...(errors.length > 0 && { errors }) })
}

function attempt<Value>(make: () => Value): Value | string {
  try {
    return make()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function check(fields: readonly Field[], type: string, path: readonly string[]): GraphQLError[] {
  return fields.flatMap((field) => {
    const given = types[type]?.[field.name]
    const here = [...path, field.name]
    if (given !== undefined) return given === '' ? [] : check(field.fields, given, here)
    const extensions = { code: 'undefinedField', typeName: type, fieldName: field.name }
    return [{ path: here, extensions, message: `Field '${field.name}' doesn't exist on type '${type}'` }]
  })
}

type Result = { readonly value: unknown } | { readonly error: GraphQLError }

function resolveField(call: Call, hub: Hub, field: Field): Result {
  if (field.name === 'minimizeComment') return minimize(call, hub, field)
  const { login, id } = userOf(hub.state, call.token.login)
  return { value: picked(field.fields, { login, id: nodeId('U', id) }) }
}

function minimize(call: Call, hub: Hub, field: Field): Result {
  const { subjectId, classifier, clientMutationId } = (field.arguments['input'] ?? {}) as Record<string, unknown>
  const error = (type: string, message: string): Result => ({ error: { type, path: [field.alias], message } })
  if (!allows(call.token, 'issues:write') && !allows(call.token, 'pull-requests:write'))
    return error('FORBIDDEN', inaccessible(call.token))
  const comment = hub.state.comments.find(({ nodeId }) => nodeId === subjectId)
  if (comment === undefined)
    return error('NOT_FOUND', `Could not resolve to a node with the global id of '${subjectId}'`)
  if (!classifiers.has(String(classifier)))
    return error('UNPROCESSABLE', `Argument 'classifier' has an invalid value: ${classifier}`)
  comment.minimized = String(classifier).toLowerCase().replace('_', '-')
  const minimizedComment = { isMinimized: true, minimizedReason: comment.minimized }
  return { value: picked(field.fields, { clientMutationId: clientMutationId ?? null, minimizedComment }) }
}

/** What was asked for, under the names it was asked for. */
function picked(fields: readonly Field[], value: Readonly<Record<string, unknown>>): object {
  const all = fields.map(({ name, alias, fields: inside }) => {
    const part = value[name]
    return [alias, inside.length > 0 ? picked(inside, part as Record<string, unknown>) : part]
  })
  return Object.fromEntries(all)
}
