import { z } from 'zod'
import { nearest } from '../core/nearest.ts'

/**
 * What can start a run: `local` outside of CI, and the events of GitHub that trigger workflows, those of its own workflows (`dynamic`)
 * included (docs.github.com, "Events that trigger workflows").
 */
const events: readonly string[] = [
  'local',
  'branch_protection_rule',
  'check_run',
  'check_suite',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'discussion',
  'discussion_comment',
  'dynamic',
  'fork',
  'gollum',
  'image_version',
  'issue_comment',
  'issues',
  'label',
  'merge_group',
  'milestone',
  'page_build',
  'project',
  'project_card',
  'project_column',
  'public',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_target',
  'push',
  'registry_package',
  'release',
  'repository_dispatch',
  'schedule',
  'status',
  'watch',
  'workflow_call',
  'workflow_dispatch',
  'workflow_run',
]

/** The name of an event, or the beginning of some and a `*`. What matches nothing would leave a stage out for ever. */
export const eventPattern: z.ZodType<string, string> = z
  .string()
  .refine((pattern) => events.some((event) => matchesPattern(pattern, event)), {
    error: ({ input }) => `no event is called ${String(input)}, the nearest is ${nearest(String(input), events)}`,
  })

/** A `*` at the end of a pattern stands for anything. */
export function matchesPattern(pattern: string, value: string): boolean {
  return pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern
}
