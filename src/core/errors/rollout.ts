import { didYouMean, type Rows } from './words.ts'

export interface RolloutErrors {
  'port-taken': { port: number; reason: string }
  'replay-empty': { data: string }
  'replica-failed': { version: string; reason: string }
  'replay-unknown': { data: string; valid: readonly string[]; nearest: string | undefined }
  'rollback-unverified': { rollout: string; candidate: number; stable: number }
  'rollout-open': { model: string; open: string; version: string; target: string }
  'target-unknown': { kind: string; valid: readonly string[]; nearest: string | undefined }
  'weight-not-in-force': { target: string; wanted: number; found: number }
}

export const rollout: Rows<RolloutErrors> = {
  'port-taken': (d) => ({
    message: `The local target cannot listen on port ${d.port}: ${d.reason}.`,
    hint: 'Leave `port:` out, or at 0, to have any free port; ports below 1024 need privileges.',
  }),
  'replay-empty': (d) => ({
    message: `The data set ${d.data} holds no requests to replay.`,
    hint: 'Name a data set with examples under `replay:`.',
  }),
  'replica-failed': (d) => ({
    message: `Version ${d.version} could not be served: ${d.reason}`,
    hint: 'Try the model by itself with `airworthy bench MODEL.onnx`; no traffic was moved.',
  }),

  'replay-unknown': (d) => ({
    message: `The rollout replays the data set ${d.data}, which the pipeline does not have.`,
    hint: `${d.valid.length === 0 ? 'Describe one under `data:`' : `Give one of ${d.valid.join(', ')}`} and name it under \`replay:\`.${didYouMean(d.nearest)}`,
  }),
  'rollback-unverified': (d) => ({
    message: `Traffic was set back, but ${d.candidate} requests still reached the candidate and ${d.stable} the version before (rollout ${d.rollout}).`,
    hint: 'Look at the target by hand, then `airworthy run --resume`: it sets traffic back again and checks again.',
  }),
  'rollout-open': (d) => ({
    message: `A rollout of ${d.model} ${d.version} on ${d.target} is still open: ${d.open}.`,
    hint: `Finish it first: resume its run (\`airworthy run --resume\`), or run the pipeline with version ${d.version} again, which takes it up.`,
  }),
  'target-unknown': (d) => ({
    message: `There is no target called ${d.kind}.`,
    hint: `Targets are ${d.valid.join(', ')}.${didYouMean(d.nearest)}`,
  }),
  'weight-not-in-force': (d) => ({
    message: `${d.target} was told to send ${d.wanted * 100} % to the candidate, and sends ${d.found * 100} %.`,
    hint: 'Look at what serves: something else may be setting its weights. Nothing more was done.',
  }),
}
