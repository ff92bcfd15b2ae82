import { type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface GithubErrors {
  'dispatch-limit': { what: string; most: string }
  'download-missing': { name: string; run: number }
  'download-refused': { name: string; why: string }
  'github-refused': { what: string; reason: string; needs: string }
  'github-unavailable': { what: string; reason: string }
  'promotion-refused': { actor: string; why: string }
  'release-differs': { tag: string; missing: readonly string[] }
  'tag-elsewhere': { tag: string; at: string; wanted: string }
}

export const githubErrors: ErrorTable<GithubErrors> = {
  'dispatch-limit': {
    say: (d) => ({
      message: `A dispatch of GitHub takes at most ${d.most}, and this has ${d.what}.`,
      hint: 'Send less: the workflow that is started can read the rest from the release.',
    }),
    example: { what: '26 inputs', most: '25' },
  },
  'download-missing': {
    say: (d) => ({
      message: `The workflow run ${d.run} has no artifact ${d.name}, or it has expired.`,
      hint: 'Upload the folder of the report in the job that measures, with actions/upload-artifact, also when the gate fails (if: always()).',
    }),
    example: { name: 'airworthy', run: 8123456789 },
  },
  'download-refused': {
    say: (d) => ({
      message: `The artifact ${d.name} is not read: ${d.why}.`,
      hint: 'An artifact from a pull request may be hostile. Upload the report of the run alone.',
    }),
    example: { name: 'airworthy', why: 'it holds 3 files and not one' },
  },
  'github-refused': {
    say: (d) => ({
      message: `GitHub did not ${d.what}: ${d.reason}.`,
      hint: `Check that the token may do it (permissions: ${d.needs}) and that what it names is there.`,
    }),
    example: {
      what: 'comment on the pull request',
      reason: 'Resource not accessible by integration (403)',
      needs: 'pull-requests: write',
    },
  },
  'github-unavailable': {
    say: (d) => ({
      message: `GitHub did not ${d.what}, after several attempts: ${d.reason}.`,
      hint: 'Run the job again. It finds finished work and does not repeat it.',
    }),
    example: { what: 'list the releases', reason: 'Bad gateway' },
  },
  'promotion-refused': {
    say: (d) => ({
      message: `${d.actor} may not release: ${d.why}.`,
      hint: 'Ask someone with the required role to start the run, or change promote-role and promoters.',
    }),
    example: { actor: 'octocat', why: 'the role is read and write is needed' },
  },
  'release-differs': {
    say: (d) => ({
      message: `The release ${d.tag} is published without ${d.missing.join(', ')}.`,
      hint: 'A published release is never changed. Delete it on GitHub and run the job again, or leave it as it is.',
    }),
    example: { tag: 'digits@v1.1.0', missing: ['digits.onnx'] },
  },
  'tag-elsewhere': {
    say: (d) => ({
      message: `The tag ${d.tag} is on the commit ${d.at} and not on ${d.wanted}.`,
      hint: 'A tag is never moved. Find out who made it; delete it if it is wrong, and run the job again.',
    }),
    example: { tag: 'digits@v1.1.0', at: '1f2e3d4', wanted: '9a8b7c6' },
  },
}

export const githubError = errorFrom(githubErrors)
