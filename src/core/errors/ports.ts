import { clip } from '../clip.ts'
import { type ErrorTable, errorFrom, problemFrom } from './index.ts'

export interface PortErrors {
  bug: { detail: string }
  'content-differs': { sha256: string; where: string }
  'digest-malformed': { text: string }
  'disk-full': { path: string }
  'file-changed': { path: string }
  'file-denied': { path: string; reason: string }
  'file-missing': { path: string }
  'file-too-large': { path: string; what: string; count: number; of: string; limit: number }
  'lock-obstructed': { lock: string; what: string }
  'program-missing': { program: string; reason: string }
  'program-output': { program: string; limit: number }
  /** `run`: the one that can be resumed. */
  'run-cancelled': { run: string | undefined }
  'untrusted-code': { stage: string; why: string }
  'worker-died': { role: string; how: string; words: string }
  'worker-slow': { role: string; seconds: number }
}

export const portErrors: ErrorTable<PortErrors> = {
  bug: {
    say: (d) => ({
      message: `This is a defect in Airworthy: ${d.detail}`,
      hint: 'Please report it with the command and the journal of the run; nothing that was recorded is lost.',
    }),
    example: { detail: 'a stage gave no product' },
  },
  'content-differs': {
    say: (d) => ({
      message: `The bytes stored under sha256 ${d.sha256.slice(0, 12)}… in ${d.where} do not match that digest.`,
      hint: 'They were damaged or exchanged: bring the file in again from where it came from.',
    }),
    example: {
      sha256: 'ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12cd34ef56ab12',
      where: 'the folder .airworthy/store',
    },
  },
  'digest-malformed': {
    say: (d) => ({
      message: `${JSON.stringify(clip(d.text, 100))} is not a SHA-256 digest.`,
      hint: 'A digest has 64 digits, 0 to 9 and a to f: look where this one was written.',
    }),
    example: { text: '../secrets' },
  },
  'disk-full': {
    say: (d) => ({
      message: `There is no space left to write ${d.path}.`,
      hint: 'Free some space, and call it again. What was written before is intact: a run that had begun continues with `airworthy run --resume`.',
    }),
    example: { path: '.airworthy/store/ab/ab12' },
  },
  'file-changed': {
    say: (d) => ({
      message: `${d.path} was changed while it was read.`,
      hint: 'Let whatever writes it finish, and run again.',
    }),
    example: { path: 'models/digits.onnx' },
  },
  'file-denied': {
    say: (d) => ({
      message: `${d.path} cannot be used: ${d.reason}.`,
      hint: 'Check the path and its permissions.',
    }),
    example: { path: 'ledger.jsonl', reason: 'it is a directory' },
  },
  'file-missing': {
    say: (d) => ({
      message: `There is no file ${d.path}.`,
      hint: 'Check the path: a relative one starts where the command runs, and in a pipeline at the folder of its file.',
    }),
    example: { path: 'data/eval.npz' },
  },
  'file-too-large': {
    say: (d) => ({
      message: `${d.path} has ${Math.ceil(d.count)} ${d.of}; the limit for ${d.what} is ${d.limit}.`,
      hint: 'Airworthy writes none that is larger: check that it is the file you mean, and where it comes from.',
    }),
    example: { path: 'evidence.json', what: 'evidence', count: 500_000_000, of: 'bytes', limit: 335_544_320 },
  },
  'lock-obstructed': {
    say: (d) => ({
      message: `The lock ${d.lock} cannot be taken: ${d.what}.`,
      hint: `If no process of Airworthy is at work there, remove it, \`rm -r '${d.lock}'\`, and run this again.`,
    }),
    example: { lock: 'ledger.jsonl.lock', what: 'it is a symbolic link' },
  },
  'program-missing': {
    say: (d) => ({
      message: `The program ${d.program} could not be started: ${d.reason}.`,
      hint: `Install ${d.program}, or put it on the PATH.`,
    }),
    example: { program: './page-oncall.sh', reason: 'ENOENT' },
  },
  'program-output': {
    say: (d) => ({
      message: `The program ${d.program} was ended: it wrote more than ${d.limit} bytes, which is the limit.`,
      hint: 'Run it by hand to see what it writes; a history or a file of this size is the usual reason.',
    }),
    example: { program: 'git', limit: 268_435_456 },
  },
  'run-cancelled': {
    say: ({ run }) => ({
      message: run === undefined ? 'It was cancelled before it was done.' : 'The run was cancelled.',
      hint:
        run === undefined
          ? 'Run it again: nothing is recorded twice.'
          : `\`airworthy run --run ${run}\` continues where it stopped.`,
    }),
    example: { run: '20260101-120000-abcdefgh' },
  },
  'untrusted-code': {
    say: (d) => ({
      message: `The stage ${d.stage} would run code of the user, which is refused here: ${d.why}.`,
      hint: 'Run it from a branch of the repository itself, after review.',
    }),
    example: { stage: 'rollout', why: 'a pull request from a fork' },
  },
  'worker-died': {
    say: (d) => ({
      message: `A ${d.role} worker process ended before it answered (${d.how}).${d.words === '' ? '' : ` Its last output: ${d.words}`}`,
      hint: 'If it repeats, check memory limits, and what `graph` and `safety` of `airworthy validate` find in the model.',
    }),
    example: { role: 'bench', how: 'signal SIGKILL', words: '' },
  },
  'worker-slow': {
    say: (d) => ({
      message: `A ${d.role} worker process gave no answer within ${d.seconds} s and was ended.`,
      hint: 'Give the stage a longer `timeout:`, or use a smaller batch.',
    }),
    example: { role: 'bench', seconds: 60 },
  },
}

export const portError = errorFrom(portErrors)

export const portProblem = problemFrom(portErrors)
