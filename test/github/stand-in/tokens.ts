import { refuse } from './answer.ts'

export type Permission =
  | 'actions'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'members'
  | 'pull-requests'
  | 'statuses'
type Access = 'read' | 'write'
export type Permissions = Readonly<Partial<Record<Permission, Access>>>

/** `installation`: what `GITHUB_TOKEN` is, a token of an App in a repository. `user`: a personal access token. */
export interface Token {
  readonly kind: 'installation' | 'user'
  readonly login: string
  readonly permissions: Permissions
}

export const bot = 'github-actions[bot]'

/** All that a workflow can ask for its `GITHUB_TOKEN` here; nobody's memberships are among it. */
export const writeAll: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
}
/** What `GITHUB_TOKEN` may do in the pull request of a fork. */
export const readAll: Permissions = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  deployments: 'read',
  issues: 'read',
  'pull-requests': 'read',
  statuses: 'read',
}

type Need = `${Permission}:${Access}`

const comments = (access: Access): Need[] => [`issues:${access}`, `pull-requests:${access}`]

/** One of these is needed; nothing for what the metadata of a repository tells. After docs.github.com, "Permissions required for GitHub Apps". */
const needs: Readonly<Record<string, readonly Need[]>> = {
  'actions/create-workflow-dispatch': ['actions:write'],
  'actions/download-artifact': ['actions:read'],
  'actions/get-artifact': ['actions:read'],
  'actions/get-workflow-run': ['actions:read'],
  'actions/list-workflow-run-artifacts': ['actions:read'],
  'actions/list-workflow-runs': ['actions:read'],
  'actions/list-workflow-runs-for-repo': ['actions:read'],
  'checks/create': ['checks:write'],
  'checks/get': ['checks:read'],
  'checks/list-annotations': ['checks:read'],
  'checks/list-for-ref': ['checks:read'],
  'checks/update': ['checks:write'],
  'git/create-ref': ['contents:write'],
  'git/create-tag': ['contents:write'],
  'git/delete-ref': ['contents:write'],
  'git/get-commit': ['contents:read'],
  'git/get-ref': ['contents:read'],
  'git/get-tag': ['contents:read'],
  'git/update-ref': ['contents:write'],
  graphql: [],
  'issues/create-comment': comments('write'),
  'issues/delete-comment': comments('write'),
  'issues/get-comment': comments('read'),
  'issues/list-comments': comments('read'),
  'issues/update-comment': comments('write'),
  'pulls/get': ['pull-requests:read'],
  'pulls/list': ['pull-requests:read'],
  'repos/create-commit-status': ['statuses:write'],
  'repos/create-deployment': ['deployments:write'],
  'repos/create-deployment-status': ['deployments:write'],
  'repos/create-dispatch-event': ['contents:write'],
  'repos/create-release': ['contents:write'],
  'repos/delete-release': ['contents:write'],
  'repos/delete-release-asset': ['contents:write'],
  'repos/get': [],
  'repos/get-all-environments': ['actions:read'],
  'repos/get-collaborator-permission-level': [],
  'repos/get-combined-status-for-ref': ['statuses:read'],
  'repos/get-content': ['contents:read'],
  'repos/get-deployment': ['deployments:read'],
  'repos/get-environment': ['actions:read'],
  'repos/get-release': ['contents:read'],
  'repos/get-release-asset': ['contents:read'],
  'repos/get-release-by-tag': ['contents:read'],
  'repos/list-commit-statuses-for-ref': ['statuses:read'],
  'repos/list-deployment-statuses': ['deployments:read'],
  'repos/list-deployments': ['deployments:read'],
  'repos/list-pull-requests-associated-with-commit': ['pull-requests:read'],
  'repos/list-release-assets': ['contents:read'],
  'repos/list-releases': ['contents:read'],
  'repos/update-release': ['contents:write'],
  'repos/update-release-asset': ['contents:write'],
  'repos/upload-release-asset': ['contents:write'],
  'teams/get-membership-for-user-in-org': ['members:read'],
  'users/get-authenticated': [],
  'users/get-by-username': [],
}
const ofUsersOnly = new Set(['users/get-authenticated'])
const ofAppsOnly = new Set(['checks/create', 'checks/update'])

export function authenticate(tokens: ReadonlyMap<string, Token>, authorization: string | undefined): Token {
  if (authorization === undefined) return refuse(401, 'Requires authentication')
  const [, secret = ''] = /^(?:bearer|token) (.+)$/i.exec(authorization) ?? []
  return tokens.get(secret) ?? refuse(401, 'Bad credentials')
}

export function authorize(token: Token, operation: string): void {
  if (token.kind === 'user' && ofAppsOnly.has(operation)) refuse(403, 'You must authenticate via a GitHub App.')
  const listed = needs[operation]
  if (listed === undefined) throw new Error(`no row in the table of permissions for ${operation}`)
  const barred = token.kind === 'installation' && ofUsersOnly.has(operation)
  if (barred || (listed.length > 0 && !listed.some((need) => allows(token, need)))) refuse(403, inaccessible(token))
}

export function allows(token: Token, need: Need): boolean {
  const [permission, access] = need.split(':') as [Permission, Access]
  const given = token.permissions[permission]
  return given === 'write' || given === access
}

export function inaccessible(token: Token): string {
  return `Resource not accessible by ${token.kind === 'installation' ? 'integration' : 'personal access token'}`
}

/** What GitHub says in the header `x-accepted-github-permissions`: alternatives are separated by semicolons. */
export function accepted(operation: string): string {
  const listed = needs[operation] ?? []
  if (listed.length === 0) return 'metadata=read'
  return listed.map((need) => need.replaceAll('-', '_').replace(':', '=')).join('; ')
}
