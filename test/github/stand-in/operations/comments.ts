import { created, found, invalid, noContent, ok } from '../answer.ts'
import { type Call, type Hub, number, type Operations, optional } from '../hub.ts'
import { page } from '../pages.ts'
import { association, nodeId, repositoryUrl, simpleUser, viaApp, webUrl } from '../shapes.ts'
import type { Comment } from '../state.ts'

/** Of a body, in characters; not in GitHub's description, but in its answers. */
const longest = 65_536

export const comments: Operations = {
  'issues/list-comments'(call, hub) {
    const issue = issueOf(call, hub)
    const since = Date.parse(optional(call, 'since') ?? '1970-01-01T00:00:00Z')
    const all = hub.state.comments.filter((one) => one.issue === issue && Date.parse(one.updatedAt) >= since)
    const { items, headers } = page(call, all)
    return ok(
      items.map((comment) => shape(hub, comment)),
      headers,
    )
  },
  'issues/create-comment'(call, hub) {
    const issue = issueOf(call, hub)
    const id = hub.nextId()
    const now = hub.now()
    const comment: Comment = {
      id,
      nodeId: nodeId('IC', id),
      issue,
      author: { login: call.token.login, viaApp: call.token.kind === 'installation' },
      body: bodyOf(call),
      createdAt: now,
      updatedAt: now,
      minimized: undefined,
    }
    hub.state.comments.push(comment)
    return created(shape(hub, comment))
  },
  'issues/get-comment': (call, hub) => ok(shape(hub, commentOf(call, hub))),
  'issues/update-comment'(call, hub) {
    const comment = commentOf(call, hub)
    comment.body = bodyOf(call)
    comment.updatedAt = hub.now()
    return ok(shape(hub, comment))
  },
  'issues/delete-comment'(call, hub) {
    hub.state.comments.splice(hub.state.comments.indexOf(commentOf(call, hub)), 1)
    return noContent
  },
}

function issueOf(call: Call, hub: Hub): number {
  return found(hub.state.pulls.find((pull) => pull.number === number(call, 'issue_number'))).number
}

function commentOf(call: Call, hub: Hub): Comment {
  return found(hub.state.comments.find(({ id }) => id === number(call, 'comment_id')))
}

function bodyOf(call: Call): string {
  const { body } = call.body as { readonly body: string }
  const refused = { resource: 'IssueComment', code: 'unprocessable', field: 'data' }
  if (body.trim() === '') invalid({ ...refused, message: "Body can't be blank" })
  if ([...body].length > longest)
    invalid({ ...refused, message: `Body is too long (maximum is ${longest} characters)` })
  return body
}

function shape(hub: Hub, comment: Comment): object {
  const { id, issue, author, minimized } = comment
  const url = `${repositoryUrl(hub)}/issues/comments/${id}`
  return {
    id,
    node_id: comment.nodeId,
    url,
    html_url: `${webUrl(hub)}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${repositoryUrl(hub)}/issues/${issue}`,
    body: comment.body,
    user: simpleUser(hub, author.login),
    author_association: association(hub.state, author.login),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    performed_via_github_app: viaApp(hub, author),
    reactions: { url: `${url}/reactions`, ...noReactions },
    pin: null,
    minimized: minimized === undefined ? null : { reason: minimized },
  }
}

const noReactions = {
  total_count: 0,
  '+1': 0,
  '-1': 0,
  laugh: 0,
  confused: 0,
  heart: 0,
  hooray: 0,
  eyes: 0,
  rocket: 0,
}
