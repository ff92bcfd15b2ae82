import type { ProtectionRule, Role, WorkflowInput } from './state.ts'
import type { Permissions } from './tokens.ts'

/** Path → content. */
export type Files = Readonly<Record<string, string | Uint8Array>>

export interface CommitSeed {
  readonly sha: string
  /** The last commit of the default branch unless given; none for the first. */
  readonly parents?: readonly string[]
  /** What the commit puts at the tip of; none unless given, but the first commit is the default branch's. */
  readonly branch?: string
  readonly message?: string
  /** Compatibility those of the first parent. */
  readonly files?: Files
}

export interface PullRequestSeed {
  readonly number: number
  readonly title?: string
  readonly body?: string
  readonly author?: string
  readonly state?: 'open' | 'closed'
  readonly merged?: boolean
  readonly draft?: boolean
  /** `repository`: owner/name, of this repository unless given; null for a fork that was deleted. */
  readonly head: { readonly sha: string; readonly ref?: string; readonly repository?: string | null }
  /** A branch; the default one unless given. */
  readonly base?: string
}

export interface WorkflowSeed {
  readonly file: string
  readonly on: readonly string[]
  readonly inputs?: Readonly<Record<string, WorkflowInput>>
  /** Branches and tags that have the file; all unless given. */
  readonly refs?: readonly string[]
}

export interface RunSeed {
  readonly id?: number
  /** A file among `workflows`. */
  readonly workflow: string
  readonly event: string
  readonly headSha: string
  readonly headBranch?: string
  readonly headRepository?: string
  readonly actor?: string
  readonly status?: string
  readonly conclusion?: string | null
  readonly pulls?: readonly number[]
  readonly artifacts?: readonly ArtifactSeed[]
}

export interface ArtifactSeed {
  readonly name: string
  /** Its files, or the bytes of the archive, which may be no archive at all. */
  readonly files: Files | Uint8Array
  readonly expired?: boolean
}

export interface TokenSeed {
  readonly kind: 'installation' | 'user'
  /** Of a user; an installation is the bot of GitHub Actions. */
  readonly login?: string
  readonly permissions: Permissions
}

export interface Seed {
  /** owner/name; `airworthy/models` unless given. */
  readonly repository?: string
  readonly private?: boolean
  readonly defaultBranch?: string
  /** Whether what is published can no longer change. */
  readonly immutableReleases?: boolean
  /** Secret → whose it is. Unless given: `write-token` and `read-token` of the installation, `user-token` of octocat. */
  readonly tokens?: Readonly<Record<string, TokenSeed>>
  /** Unless given, `firstSha` on the default branch. */
  readonly commits?: readonly CommitSeed[]
  /** Their commits are made where `commits` has none of that SHA. */
  readonly pulls?: readonly PullRequestSeed[]
  /** Login → role. */
  readonly collaborators?: Readonly<Record<string, Role>>
  /** Users who are nothing in particular. */
  readonly users?: readonly string[]
  /** Slug → members, in the organization that owns the repository. */
  readonly teams?: Readonly<Record<string, Readonly<Record<string, 'member' | 'maintainer' | 'pending'>>>>
  readonly environments?: Readonly<Record<string, EnvironmentSeed>>
  readonly workflows?: readonly WorkflowSeed[]
  readonly runs?: readonly RunSeed[]
}

export interface EnvironmentSeed {
  readonly rules?: readonly ProtectionRule[]
  readonly branches?: 'any' | 'protected' | 'custom'
}

/** Of the commit that a repository has unless it was given others. */
export const firstSha: string = '01'.repeat(20)
