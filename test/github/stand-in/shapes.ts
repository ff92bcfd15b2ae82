import { createHash } from 'node:crypto'
import type { Hub } from './hub.ts'
import type { Author, Repository, State, User } from './state.ts'
import { bot } from './tokens.ts'

export const nodeId = (kind: string, id: number | string): string =>
  `${kind}_${Buffer.from(String(id)).toString('base64url')}`

export function repositoryUrl({ urls, state: { repository } }: Hub): string {
  return `${urls.api}/repos/${repository.owner}/${repository.name}`
}

export function webUrl({ urls, state: { repository } }: Hub): string {
  return `${urls.web}/${repository.owner}/${repository.name}`
}

/** The SHA that git gives to an object. */
export function gitSha(type: 'blob' | 'tag' | 'tree', content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
}

/** Whoever a state names has an account. */
export function userOf(state: State, login: string): User {
  const known = state.users.get(login)
  if (known === undefined) throw new Error(`the stand-in has no user ${login}`)
  return known
}

export function simpleUser(hub: Hub, login: string): object {
  const { id, type } = userOf(hub.state, login)
  const url = `${hub.urls.api}/users/${encodeURIComponent(login)}`
  const page = type === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${hub.urls.web}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  }
}

export function publicUser(hub: Hub, login: string): object {
  return {
    ...simpleUser(hub, login),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: beginning,
    updated_at: beginning,
  }
}

/** The App whose installation gives `GITHUB_TOKEN`. */
export function app(hub: Hub): object {
  const url = `${hub.urls.web}/apps/github-actions`
  return {
    id: 15368,
    slug: 'github-actions',
    node_id: nodeId('A', 15368),
    owner: simpleUser(hub, 'github'),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: url,
    created_at: beginning,
    updated_at: beginning,
    permissions: { actions: 'write', checks: 'write', contents: 'write', metadata: 'read' },
    events: ['check_run', 'workflow_dispatch'],
  }
}

export const viaApp = (hub: Hub, author: Author): object | null => (author.viaApp ? app(hub) : null)

export function association({ repository, collaborators }: State, login: string): string {
  if (login === repository.owner) return 'OWNER'
  if (login === bot) return 'NONE'
  return collaborators.has(login) ? 'COLLABORATOR' : 'CONTRIBUTOR'
}

export const beginning = '2020-01-01T00:00:00Z'

/** `fullName`: of the repository itself, or of a fork that the state knows. */
export function repositoryOf(hub: Hub, fullName: string): object {
  const { repository, forks } = hub.state
  const fork = fullName !== `${repository.owner}/${repository.name}`
  const [owner = '', name = ''] = fullName.split('/')
  const id = fork ? forks.get(fullName) : repository.id
  if (id === undefined) throw new Error(`the stand-in has no repository ${fullName}`)
  return { ...head(hub, { ...repository, owner, name, id }, fork), ...links(hub, fullName), ...counts, ...abilities }
}

function head(hub: Hub, repository: Repository, fork: boolean): object {
  const { id, owner, name, defaultBranch } = repository
  return {
    id,
    node_id: nodeId('R', id),
    name,
    full_name: `${owner}/${name}`,
    owner: simpleUser(hub, owner),
    private: repository.private,
    html_url: `${hub.urls.web}/${owner}/${name}`,
    description: null,
    fork,
    default_branch: defaultBranch,
    pushed_at: beginning,
    created_at: beginning,
    updated_at: beginning,
  }
}

/** What follows the address of a repository, for each of its links. */
const suffixes = {
  url: '',
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

function links({ urls }: Hub, fullName: string): object {
  const api = Object.entries(suffixes).map(([key, suffix]) => [key, `${urls.api}/repos/${fullName}${suffix}`])
  const clone = `${urls.web}/${fullName}.git`
  return {
    ...Object.fromEntries(api),
    git_url: clone.replace(/^https?/, 'git'),
    ssh_url: `git@github.com:${fullName}.git`,
    clone_url: clone,
    svn_url: `${urls.web}/${fullName}`,
    mirror_url: null,
    homepage: null,
  }
}

const counts = {
  language: null,
  license: null,
  size: 0,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  open_issues: 0,
  open_issues_count: 0,
  network_count: 0,
  subscribers_count: 0,
}

const abilities = {
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: true,
  has_discussions: false,
  archived: false,
  disabled: false,
}
