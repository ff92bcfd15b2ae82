import { type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface WorldErrors {
  'cache-key-file': { path: string; reason: string }
  'cache-key-short': { characters: number; least: number }
  'cuda-libraries': { path: string; reason: string }
  'runtime-changed': { folder: string; reason: string; name: string; version: string }
  'runtime-download': { version: string; reason: string }
  'runtime-missing': { name: string; version: string; platform: string; tried: readonly string[]; offline: boolean }
  'runtime-wrong': { folder: string; reason: string; version: string }
}

export const worldErrors: ErrorTable<WorldErrors> = {
  'cache-key-file': {
    say: (d) => ({
      message: `The key file ${d.path}, which seals what is kept, cannot be trusted: ${d.reason}.`,
      hint: 'Remove the file, and a new one is made; or set AIRWORTHY_CACHE_KEY to a secret of your own.',
    }),
    example: { path: '/home/runner/work/_temp/airworthy-key', reason: 'other users may read it' },
  },
  'cache-key-short': {
    say: (d) => ({
      message: `AIRWORTHY_CACHE_KEY has ${d.characters} characters; it needs at least ${d.least}.`,
      hint: 'Make one with `openssl rand -hex 32`, and keep it as a CI secret.',
    }),
    example: { characters: 8, least: 32 },
  },
  'cuda-libraries': {
    say: (d) => ({
      message: `The CUDA libraries of ${d.path} cannot be used: ${d.reason}.`,
      hint: 'Name a folder that holds libonnxruntime_providers_shared.so and libonnxruntime_providers_cuda.so of the same onnxruntime, or its package Microsoft.ML.OnnxRuntime.Gpu.Linux (.nupkg) with its SHA-256.',
    }),
    example: { path: '/opt/cuda', reason: 'it holds no libonnxruntime_providers_cuda.so' },
  },
  'runtime-changed': {
    say: (d) => ({
      message: `${d.folder} is not what ${d.name} ${d.version} was published with: ${d.reason}. Nothing of it was loaded.`,
      hint: 'Find out who changed it, then remove that folder and install or download the package again; CUDA libraries of your own are named with AIRWORTHY_CUDA.',
    }),
    example: {
      folder: '/opt/tools/airworthy-onnxruntime/1.30.0/x64/bin/napi-v6/linux/x64',
      reason: 'libonnxruntime.so.1 is a symbolic link',
      name: 'onnxruntime-node',
      version: '1.30.0',
    },
  },
  'runtime-download': {
    say: (d) => ({
      message: `onnxruntime-node ${d.version} could not be downloaded: ${d.reason}.`,
      hint: `Nothing of it was kept. Check npm's registry and proxy, or run \`npm install onnxruntime-node@${d.version}\` before; a folder that holds the package is named by \`onnxruntime:\` (AIRWORTHY_ORT).`,
    }),
    example: { version: '1.30.0', reason: 'npm ended with exit code 1' },
  },
  'runtime-missing': {
    say: (d) => ({
      message: `${d.name} ${d.version} for ${d.platform}, which runs the models, was not found.`,
      hint: `Run \`npm install ${d.name}@${d.version}\` where you work${d.name === 'onnxruntime-node' ? ', or name a folder that holds the package with AIRWORTHY_ORT (`onnxruntime:` of the Action)' : ''}.${d.offline ? ' Without `offline` the Action downloads it.' : ''} Looked for here: ${d.tried.join('; ')}.`,
    }),
    example: {
      name: 'onnxruntime-node',
      version: '1.30.0',
      platform: 'linux/x64',
      tried: ['node_modules: not there'],
      offline: false,
    },
  },
  'runtime-wrong': {
    say: (d) => ({
      message: `${d.folder} is not an onnxruntime that can be used here: ${d.reason}.`,
      hint: `Name a folder that holds the package onnxruntime-node ${d.version} with AIRWORTHY_ORT (\`onnxruntime:\` of the Action), or leave it out.`,
    }),
    example: { folder: '/opt/onnxruntime', reason: 'it is version 1.20.0', version: '1.30.0' },
  },
}

export const worldError = errorFrom(worldErrors)
