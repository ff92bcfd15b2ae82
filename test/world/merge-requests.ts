/** What CI systems other than GitHub set in runs of changes that are not merged, most of them into `main`. */
export const mergeRequests: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'GitLab',
    {
      CI: 'true',
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_IID: '5',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_COMMIT_REF_NAME: 'feature',
    },
  ],
  [
    'GitLab, a child of its pipeline',
    {
      CI: 'true',
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'parent_pipeline',
      CI_COMMIT_REF_NAME: 'refs/merge-requests/5/head',
    },
  ],
  [
    'GitLab, of GitHub',
    {
      CI: 'true',
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'external_pull_request_event',
      CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_COMMIT_BRANCH: 'feature',
    },
  ],
  [
    'Azure Pipelines',
    {
      TF_BUILD: 'True',
      BUILD_REASON: 'PullRequest',
      BUILD_SOURCEBRANCH: 'refs/pull/5/merge',
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
    },
  ],
  ['Azure Pipelines, by hand', { TF_BUILD: 'True', BUILD_REASON: 'Manual', BUILD_SOURCEBRANCH: 'refs/pull/5/merge' }],
  [
    'Buildkite',
    {
      CI: 'true',
      BUILDKITE: 'true',
      BUILDKITE_SOURCE: 'webhook',
      BUILDKITE_BRANCH: 'feature',
      BUILDKITE_PULL_REQUEST: '5',
      BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main',
    },
  ],
  [
    'CircleCI',
    { CI: 'true', CIRCLECI: 'true', CIRCLE_BRANCH: 'feature', CIRCLE_PULL_REQUEST: 'https://github.com/o/r/pull/5' },
  ],
  ['CircleCI, of a fork', { CI: 'true', CIRCLECI: 'true', CIRCLE_BRANCH: 'pull/5', CIRCLE_PR_NUMBER: '5' }],
  [
    'Bitbucket',
    {
      CI: 'true',
      BITBUCKET_BUILD_NUMBER: '7',
      BITBUCKET_BRANCH: 'feature',
      BITBUCKET_PR_ID: '5',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    },
  ],
  ['Jenkins', { JENKINS_URL: 'https://ci', BRANCH_NAME: 'PR-5', CHANGE_ID: '5', CHANGE_TARGET: 'main' }],
  [
    'Jenkins, by its plug-in for GitHub',
    { JENKINS_URL: 'https://ci', GIT_BRANCH: 'origin/pr/5/merge', ghprbPullId: '5', ghprbTargetBranch: 'main' },
  ],
  [
    'Jenkins, by its plug-in for Gerrit',
    {
      JENKINS_URL: 'https://ci',
      GERRIT_CHANGE_NUMBER: '5',
      GERRIT_EVENT_TYPE: 'patchset-created',
      GERRIT_BRANCH: 'main',
    },
  ],
]
