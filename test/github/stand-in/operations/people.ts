import { found, ok } from '../answer.ts'
import { type Operations, text } from '../hub.ts'
import { publicUser, repositoryOf, simpleUser } from '../shapes.ts'
import type { Role } from '../state.ts'

/** A role as the older word of the same answer: `maintain` is a kind of writing, `triage` of reading. */
const permissions: Readonly<Record<Role, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
}

export const people: Operations = {
  'users/get-authenticated': ({ token }, hub) => ok({ ...publicUser(hub, token.login), ...ownNumbers }),
  'users/get-by-username': (call, hub) => ok(publicUser(hub, found(hub.state.users.get(text(call, 'username'))).login)),
  'repos/get': (_, hub) => {
    const { owner, name } = hub.state.repository
    return ok(repositoryOf(hub, `${owner}/${name}`))
  },
  'repos/get-collaborator-permission-level'(call, hub) {
    const { login } = found(hub.state.users.get(text(call, 'username')))
    const role = login === hub.state.repository.owner ? 'admin' : hub.state.collaborators.get(login)
    // Anybody may read what is public.
    const permission = role ? permissions[role] : hub.state.repository.private ? 'none' : 'read'
    const user = { ...simpleUser(hub, login), role_name: role ?? permission, permissions: granted(permission) }
    return ok({ permission, role_name: role ?? permission, user })
  },
  'teams/get-membership-for-user-in-org'(call, hub) {
    const org = text(call, 'org')
    const slug = text(call, 'team_slug')
    const login = text(call, 'username')
    const team = hub.state.teams.find((one) => one.slug === slug && org === hub.state.repository.owner)
    const { role, state } = found(team?.members.get(login))
    return ok({ url: `${hub.urls.api}/orgs/${org}/teams/${slug}/memberships/${login}`, role, state })
  },
}

function granted(permission: string): object {
  const level = ['none', 'read', 'write', 'admin'].indexOf(permission)
  return { pull: level >= 1, triage: level >= 2, push: level >= 2, maintain: level >= 3, admin: level >= 3 }
}

const ownNumbers = {
  private_gists: 0,
  total_private_repos: 0,
  owned_private_repos: 0,
  disk_usage: 0,
  collaborators: 0,
  two_factor_authentication: true,
}
