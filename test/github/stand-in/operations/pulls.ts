import { found, ok } from '../answer.ts'
import { type Call, type Hub, number, type Operations, optional, text } from '../hub.ts'
import { page } from '../pages.ts'
import { commitOf, isAncestor } from '../refs.ts'
import { association, nodeId, repositoryOf, repositoryUrl, simpleUser, webUrl } from '../shapes.ts'
import type { PullRequest } from '../state.ts'

export const pulls: Operations = {
  'pulls/list': (call, hub) => list(call, hub, ordered(call, hub.state.pulls.filter(asked(call)))),
  'pulls/get'(call, hub) {
    const pull = found(hub.state.pulls.find((one) => one.number === number(call, 'pull_number')))
    const comments = hub.state.comments.filter(({ issue }) => issue === pull.number).length
    return ok({ ...shape(hub, pull), ...details, merged: pull.mergedAt !== null, comments })
  },
  /** GitHub finds none for a commit of a fork, and an open one only while its commit is not in the default branch. */
  'repos/list-pull-requests-associated-with-commit'(call, hub) {
    const { state } = hub
    const { sha } = commitOf(state, text(call, 'commit_sha'))
    const main = state.refs.get(`refs/heads/${state.repository.defaultBranch}`) ?? ''
    const merged = isAncestor(state, sha, main)
    const among = state.pulls.filter(
      ({ head, mergedAt }) => isOwn(hub, head.repository) && head.sha === sha && (!merged || mergedAt !== null),
    )
    return list(call, hub, among)
  },
}

function list(call: Call, hub: Hub, all: readonly PullRequest[]): ReturnType<typeof ok> {
  const { items, headers } = page(call, all)
  return ok(
    items.map((pull) => shape(hub, pull)),
    headers,
  )
}

function asked(call: Call): (pull: PullRequest) => boolean {
  const state = optional(call, 'state') ?? 'open'
  const head = optional(call, 'head')
  const base = optional(call, 'base')
  return (pull) =>
    (state === 'all' || pull.state === state) &&
    // Without `user:` in front, GitHub does not filter by it.
    (head === undefined || !head.includes(':') || label(pull) === head) &&
    (base === undefined || pull.base.ref === base)
}

/** By age, which every order comes to here; the newest first, unless the caller asks for another. */
function ordered(call: Call, all: readonly PullRequest[]): PullRequest[] {
  const byCreation = (optional(call, 'sort') ?? 'created') === 'created'
  const direction = optional(call, 'direction') ?? (byCreation ? 'desc' : 'asc')
  return [...all].sort((a, b) => (direction === 'asc' ? a.number - b.number : b.number - a.number))
}

/** Whether a branch is of this repository, and not of a fork. */
export function isOwn({ state: { repository } }: Hub, fullName: string | null): boolean {
  return fullName === `${repository.owner}/${repository.name}`
}

function label({ head }: PullRequest): string {
  return `${(head.repository ?? 'unknown').split('/')[0]}:${head.ref}`
}

/** What lists of runs and of check runs tell of a pull request. */
export function minimal(hub: Hub, pull: PullRequest): object {
  const { repository } = hub.state
  const repo = { id: repository.id, url: repositoryUrl(hub), name: repository.name }
  return {
    id: pull.id,
    number: pull.number,
    url: `${repositoryUrl(hub)}/pulls/${pull.number}`,
    head: { ref: pull.head.ref, sha: pull.head.sha, repo },
    base: { ref: pull.base.ref, sha: pull.base.sha, repo },
  }
}

function shape(hub: Hub, pull: PullRequest): object {
  const { owner, name } = hub.state.repository
  const [headOwner = owner] = (pull.head.repository ?? '').split('/').filter(Boolean)
  return {
    ...links(hub, pull),
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: simpleUser(hub, pull.author),
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: pull.createdAt,
    updated_at: pull.createdAt,
    closed_at: pull.state === 'closed' ? (pull.mergedAt ?? pull.createdAt) : null,
    merged_at: pull.mergedAt,
    merge_commit_sha: null,
    head: {
      label: label(pull),
      ref: pull.head.ref,
      sha: pull.head.sha,
      user: simpleUser(hub, headOwner),
      repo: pull.head.repository === null ? null : repositoryOf(hub, pull.head.repository),
    },
    base: {
      label: `${owner}:${pull.base.ref}`,
      ...pull.base,
      user: simpleUser(hub, owner),
      repo: repositoryOf(hub, `${owner}/${name}`),
    },
    author_association: association(hub.state, pull.author),
    auto_merge: null,
  }
}

function links(hub: Hub, { number, head }: PullRequest): object {
  const url = `${repositoryUrl(hub)}/pulls/${number}`
  const issue = `${repositoryUrl(hub)}/issues/${number}`
  const html = `${webUrl(hub)}/pull/${number}`
  const own = {
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(hub)}/pulls/comments{/number}`,
    comments: `${issue}/comments`,
    statuses: `${repositoryUrl(hub)}/statuses/${head.sha}`,
  }
  const all = { self: url, html, issue, ...own }
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    ...Object.fromEntries(Object.entries(own).map(([key, value]) => [`${key}_url`, value])),
    _links: Object.fromEntries(Object.entries(all).map(([key, href]) => [key, { href }])),
  }
}

const details = {
  mergeable: true,
  mergeable_state: 'clean',
  rebaseable: true,
  merged_by: null,
  review_comments: 0,
  maintainer_can_modify: false,
  commits: 1,
  additions: 1,
  deletions: 0,
  changed_files: 1,
}
