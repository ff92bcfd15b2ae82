/** All that the stand-in remembers. Operations change it, tests read it; things stand in the order in which they were made. */
export interface State {
  readonly repository: Repository
  /** By login. */
  readonly users: Map<string, User>
  /** Other repositories that pull requests and runs come from, with their ids, by full name. */
  readonly forks: Map<string, number>
  readonly commits: Map<string, Commit>
  /** Annotated tags, by the SHA of the tag object. */
  readonly tags: Map<string, TagObject>
  /** `refs/heads/main` → the SHA of a commit or a tag object. */
  readonly refs: Map<string, string>
  readonly pulls: PullRequest[]
  readonly comments: Comment[]
  readonly checkRuns: CheckRun[]
  readonly statuses: CommitStatus[]
  readonly releases: Release[]
  /** Tags of immutable releases, which stay taken when the release is deleted. */
  readonly lockedTags: Set<string>
  readonly deployments: Deployment[]
  readonly environments: Environment[]
  /** Login → role. */
  readonly collaborators: Map<string, Role>
  readonly teams: Team[]
  readonly workflows: Workflow[]
  readonly runs: Run[]
  readonly dispatches: Dispatch[]
}

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read'

export interface Repository {
  readonly owner: string
  readonly name: string
  readonly id: number
  readonly defaultBranch: string
  readonly private: boolean
  readonly immutableReleases: boolean
}

export interface User {
  readonly login: string
  readonly id: number
  readonly type: 'User' | 'Bot' | 'Organization'
}

/** Who did something, and whether through an App's installation. */
export interface Author {
  readonly login: string
  readonly viaApp: boolean
}

export interface Commit {
  readonly sha: string
  readonly message: string
  readonly parents: readonly string[]
  readonly date: string
  /** Path → content, of the whole tree. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface TagObject {
  readonly sha: string
  readonly tag: string
  readonly message: string
  readonly object: { readonly sha: string; readonly type: string }
  readonly tagger: { readonly name: string; readonly email: string; readonly date: string }
}

export interface PullRequest {
  readonly id: number
  readonly number: number
  readonly title: string
  readonly body: string | null
  readonly author: string
  state: 'open' | 'closed'
  readonly draft: boolean
  mergedAt: string | null
  /** `repository`: owner/name; null when the fork was deleted. */
  head: { readonly ref: string; readonly sha: string; readonly repository: string | null }
  readonly base: { readonly ref: string; readonly sha: string }
  readonly createdAt: string
}

export interface Comment {
  readonly id: number
  readonly nodeId: string
  readonly issue: number
  readonly author: Author
  body: string
  readonly createdAt: string
  updatedAt: string
  /** Why it was hidden, such as `outdated`. */
  minimized: string | undefined
}

export interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: string
  readonly title?: string
  readonly message: string
  readonly raw_details?: string
}

export interface CheckRun {
  readonly id: number
  readonly headSha: string
  name: string
  status: string
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
  detailsUrl: string | null
  externalId: string
  output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null }
  readonly annotations: Annotation[]
}

export interface CommitStatus {
  readonly id: number
  readonly sha: string
  readonly author: string
  readonly context: string
  readonly state: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly createdAt: string
}

export interface Release {
  readonly id: number
  readonly author: string
  tagName: string
  targetCommitish: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  immutable: boolean
  readonly createdAt: string
  publishedAt: string | null
  readonly assets: Asset[]
}

export interface Asset {
  readonly id: number
  name: string
  label: string | null
  readonly contentType: string
  readonly uploader: string
  /** `starter` is what an upload leaves that broke off: empty, and in the way of its name. */
  readonly state: 'uploaded' | 'starter'
  readonly bytes: Uint8Array
  readonly digest: string | null
  readonly createdAt: string
}

export interface Deployment {
  readonly id: number
  readonly author: Author
  readonly sha: string
  readonly ref: string
  readonly task: string
  readonly payload: unknown
  readonly originalEnvironment: string
  environment: string
  readonly description: string | null
  readonly transient: boolean
  readonly production: boolean
  readonly createdAt: string
  updatedAt: string
  readonly statuses: DeploymentStatus[]
}

export interface DeploymentStatus {
  readonly id: number
  readonly author: Author
  readonly state: string
  readonly description: string
  readonly environment: string
  readonly environmentUrl: string
  readonly logUrl: string
  readonly createdAt: string
}

export interface Environment {
  readonly id: number
  readonly name: string
  readonly protectionRules: readonly ProtectionRule[]
  readonly branches: 'any' | 'protected' | 'custom'
  readonly createdAt: string
}

export type ProtectionRule =
  | { readonly type: 'wait_timer'; readonly minutes: number }
  | { readonly type: 'required_reviewers'; readonly users: readonly string[]; readonly preventSelfReview?: boolean }
  | { readonly type: 'branch_policy' }

export interface Team {
  readonly slug: string
  /** By login. */
  readonly members: ReadonlyMap<string, Membership>
}

export interface Membership {
  readonly role: 'member' | 'maintainer'
  readonly state: 'active' | 'pending'
}

export interface WorkflowInput {
  readonly required?: boolean
  readonly default?: string
}

export interface Workflow {
  readonly id: number
  /** The name of its file in `.github/workflows`. */
  readonly file: string
  readonly on: readonly string[]
  readonly inputs: Readonly<Record<string, WorkflowInput>>
  /** Branches and tags that have the file; undefined is all. */
  readonly refs: readonly string[] | undefined
}

export interface Run {
  readonly id: number
  readonly number: number
  readonly workflow: Workflow
  readonly event: string
  /** What the list of runs calls it: of a `repository_dispatch` the type of its event. */
  readonly title: string
  readonly headSha: string
  readonly headBranch: string
  /** owner/name. */
  readonly headRepository: string
  readonly actor: string
  readonly status: string
  readonly conclusion: string | null
  /** Numbers; GitHub lists none for a fork's run. */
  readonly pulls: readonly number[]
  readonly createdAt: string
  readonly artifacts: readonly Artifact[]
}

export interface Artifact {
  readonly id: number
  readonly name: string
  readonly zip: Uint8Array
  readonly digest: string
  readonly expired: boolean
}

export type Dispatch =
  | {
      readonly kind: 'workflow'
      readonly workflow: string
      readonly ref: string
      readonly inputs: Readonly<Record<string, string>>
      readonly author: string
      readonly run: number
    }
  | { readonly kind: 'repository'; readonly type: string; readonly payload: unknown; readonly author: string }
