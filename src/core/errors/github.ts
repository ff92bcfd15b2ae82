import type { Rows } from './words.ts'

export interface GithubErrors {
  'comment-event': { event: string }
  'dispatch-limit': { what: string; most: string }
  'download-missing': { name: string; run: number }
  'download-refused': { name: string; why: string }
  'github-refused': { what: string; reason: string; needs: string }
  'github-token-missing': Record<string, never>
  'github-unavailable': { what: string; reason: string }
  'promotion-refused': { actor: string; why: string }
  'release-differs': { tag: string; missing: readonly string[] }
  'tag-elsewhere': { tag: string; at: string; wanted: string }
}

export const github: Rows<GithubErrors> = {
  'comment-event': (d) => ({
    message: `The comment Action posts the report of another run, and the event ${d.event} tells of none.`,
    hint: 'Let a workflow call it that is started by workflow_run; examples/workflows/comment.yml is one.',
  }),
  'dispatch-limit': (d) => ({
    message: `A dispatch of GitHub takes at most ${d.most}, and this has ${d.what}.`,
    hint: 'Send less: the workflow that is started can read the rest from the release.',
  }),
  'download-missing': (d) => ({
    message: `The workflow run ${d.run} has no artifact ${d.name}, or it has expired.`,
    hint: 'Upload the folder of the report in the job that measures, with actions/upload-artifact, also when the gate fails (if: always()).',
  }),
  'download-refused': (d) => ({
    message: `The artifact ${d.name} is not read: ${d.why}.`,
    hint: 'An artifact from a pull request may be hostile. Upload the report of the run alone.',
  }),
  'github-refused': (d) => ({
    message: `GitHub did not ${d.what}: ${d.reason}.`,
    hint: `Check that the token may do it (permissions: ${d.needs}) and that what it names is there.`,
  }),
  'github-token-missing': () => ({
    message: 'There is no token to talk to GitHub with.',
    hint: 'Leave github-token out, so that the token of the job is taken, or give it one.',
  }),
  'github-unavailable': (d) => ({
    message: `GitHub did not ${d.what}, after several attempts: ${d.reason}.`,
    hint: 'Run the job again: what was done is found and not done a second time.',
  }),
  'promotion-refused': (d) => ({
    message: `${d.actor} may not release: ${d.why}.`,
    hint: 'Let somebody start the run who may, or change promote-role and promoters.',
  }),
  'release-differs': (d) => ({
    message: `The release ${d.tag} is published without ${d.missing.join(', ')}.`,
    hint: 'A published release is never changed. Delete it on GitHub and run the job again, or leave it as it is.',
  }),
  'tag-elsewhere': (d) => ({
    message: `The tag ${d.tag} is on the commit ${d.at} and not on ${d.wanted}.`,
    hint: 'A tag is never moved. Find out who made it; delete it if it is wrong, and run the job again.',
  }),
}
