import type { Rows } from './words.ts'

export interface WorldErrors {
  'cuda-libraries': { path: string; reason: string }
  'disk-full': { path: string }
  'file-changed': { path: string }
  'file-denied': { path: string; reason: string }
  'file-missing': { path: string }
  'program-missing': { program: string; reason: string }
  'runtime-download': { version: string; reason: string }
  'runtime-missing': { version: string; platform: string; tried: readonly string[]; offline: boolean }
  'runtime-wrong': { folder: string; reason: string; version: string }
  'worker-died': { role: string; how: string; words: string }
  'worker-slow': { role: string; seconds: number }
}

export const world: Rows<WorldErrors> = {
  'cuda-libraries': (d) => ({
    message: `The CUDA libraries of ${d.path} cannot be used: ${d.reason}.`,
    hint: 'Name a folder that holds libonnxruntime_providers_shared.so and libonnxruntime_providers_cuda.so of the same onnxruntime, or its package Microsoft.ML.OnnxRuntime.Gpu.Linux (.nupkg) with its SHA-256.',
  }),
  'disk-full': (d) => ({
    message: `There is no space left to write ${d.path}.`,
    hint: 'Free some space; what was written before is intact, so `airworthy run --resume` goes on from there.',
  }),
  'file-changed': (d) => ({
    message: `${d.path} was changed while it was read.`,
    hint: 'Let whatever writes it finish, and run again.',
  }),
  'file-denied': (d) => ({
    message: `${d.path} cannot be used: ${d.reason}.`,
    hint: 'Check the path and its permissions.',
  }),
  'file-missing': (d) => ({
    message: `There is no file ${d.path}.`,
    hint: 'Check the path; relative paths in a pipeline start at the folder of the pipeline file.',
  }),
  'program-missing': (d) => ({
    message: `The program ${d.program} could not be started: ${d.reason}.`,
    hint: `Install ${d.program}, or put it on the PATH.`,
  }),
  'runtime-download': (d) => ({
    message: `onnxruntime-node ${d.version} could not be downloaded: ${d.reason}.`,
    hint: `Nothing of it was kept. Check npm's registry and proxy, or run \`npm install onnxruntime-node@${d.version}\` before; a folder that holds the package is named by \`onnxruntime:\` (AIRWORTHY_ORT).`,
  }),
  'runtime-missing': (d) => ({
    message: `onnxruntime-node ${d.version} for ${d.platform}, which runs the models, was not found.`,
    hint: `Run \`npm install onnxruntime-node@${d.version}\` where you work, or name a folder that holds the package with AIRWORTHY_ORT (\`onnxruntime:\` of the Action).${d.offline ? ' Without `offline` the Action downloads it.' : ''} Looked for here: ${d.tried.join('; ')}.`,
  }),
  'runtime-wrong': (d) => ({
    message: `${d.folder} is not an onnxruntime that can be used here: ${d.reason}.`,
    hint: `Name a folder that holds the package onnxruntime-node ${d.version} with AIRWORTHY_ORT (\`onnxruntime:\` of the Action), or leave it out.`,
  }),
  'worker-died': (d) => ({
    message: `A ${d.role} worker process ended before it answered (${d.how}).${d.words === '' ? '' : ` Its last words: ${d.words}`}`,
    hint: 'If it repeats, check memory limits, and the model with `airworthy validate`.',
  }),
  'worker-slow': (d) => ({
    message: `A ${d.role} worker process gave no answer within ${d.seconds} s and was ended.`,
    hint: 'Give the stage a longer `timeout:`, or use a smaller batch.',
  }),
}
