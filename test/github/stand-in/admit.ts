import { refuse } from './answer.ts'
import type { Incoming } from './exchange.ts'
import type { Call } from './hub.ts'
import { type Asked, checkHeaders, json } from './read.ts'
import type { State } from './state.ts'
import { authenticate, authorize, type Token } from './tokens.ts'

/** What stands between a request and an operation. */
export interface Gate {
  readonly state: State
  /** By secret. */
  readonly tokens: ReadonlyMap<string, Token>
  /** What was found wrong by the description, of all requests. */
  readonly violations: string[]
}

/** Looks at a request in GitHub's order: the headers, the token, the repository, the rights, the request itself. */
export function admit(gate: Gate, asked: Asked, { request, bytes, record }: Incoming): Omit<Call, 'interrupted'> {
  const { method, url, operation, described } = asked
  if (operation === undefined) return refuse(501, `The stand-in for GitHub does not answer ${method} ${url.pathname}`)
  checkHeaders(request)
  const token = authenticate(gate.tokens, request.headers.authorization)
  record.login = token.login
  refuseOther(gate.state, asked)
  authorize(token, operation)
  const body = described?.uploads || method === 'GET' ? undefined : json(bytes)
  record.body = body
  // Checking makes numbers of those that are to be numbers.
  const parameters: Record<string, string | number | boolean> = { ...asked.parameters }
  const problems = described?.problems(parameters, body) ?? []
  gate.violations.push(...problems.map((problem) => `${method} ${url.pathname}: ${problem}`))
  if (problems.length > 0) refuse(422, `Invalid request.\n\n${problems.join('\n')}`)
  return { operation, url, parameters, headers: request.headers, body, bytes, token }
}

/** There is one repository, whatever the case of its name. */
function refuseOther({ repository }: State, { parameters }: Asked): void {
  const { owner = repository.owner, repo = repository.name } = parameters
  const [asked, own] = [`${owner}/${repo}`, `${repository.owner}/${repository.name}`]
  if (asked.toLowerCase() !== own.toLowerCase()) refuse(404, 'Not Found')
}
