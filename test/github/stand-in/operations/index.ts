import type { Operations } from '../hub.ts'
import { actions } from './actions.ts'
import { assets } from './assets.ts'
import { checks } from './checks.ts'
import { comments } from './comments.ts'
import { contents } from './contents.ts'
import { deployments } from './deployments.ts'
import { environments } from './environments.ts'
import { git } from './git.ts'
import { graphql } from './graphql.ts'
import { people } from './people.ts'
import { pulls } from './pulls.ts'
import { releases } from './releases.ts'
import { statuses } from './statuses.ts'

/** By the names that GitHub's description gives them; `graphql` is not in it. */
export const operations: Operations = {
  ...actions,
  ...assets,
  ...checks,
  ...comments,
  ...contents,
  ...deployments,
  ...environments,
  ...git,
  graphql,
  ...people,
  ...pulls,
  ...releases,
  ...statuses,
}
