import { type ErrorTable, errorFrom, fewOf } from '../core/errors/index.ts'

export interface ProviderErrors {
  'model-barred': { model: string; where: string; reason: string; hint: string }
  'model-rejected': { model: string; provider: string; reason: string }
  'model-run-failed': { model: string; reason: string }
  'optimized-not-written': { path: string; reason: string }
  'outputs-unsupported': { model: string; outputs: readonly Output[] }
  'provider-fallback': { provider: string; model: string; nodes: readonly string[] }
  'provider-missing': { provider: string; reason: string }
  'provider-unknown': { name: string; nearest: string | undefined; names: readonly string[] }
  'provider-unused': { provider: string; model: string }
  'types-unsupported': { model: string; type: string }
}

/** What the binding gives no element type for. */
export const container = 'a sequence, a map or an optional'

/** The only name that Node gives no output under, whatever its type: an object of JavaScript takes it for what it inherits from. */
export const lostName = '__proto__'

interface Output {
  readonly name: string
  readonly type: string
}

/** What keeps Node from fetching an output that it cannot fetch: the end of a sentence about it. */
export function unfetchable({ name, type }: Output): string {
  return `is ${name === lostName ? 'lost because of its name' : type}`
}

/** How to write such an output so that Node can. */
export function plainer({ name, type }: Output): string {
  if (name === lostName) return 'Give it another name.'
  return type === container
    ? 'Make it a tensor; from scikit-learn, export without ZipMap: `to_onnx(model, X, options={"zipmap": False})`.'
    : 'Put a Cast before it, so that it is float32, float16, an integer of a byte or more, bool or string.'
}

export const providerErrors: ErrorTable<ProviderErrors> = {
  'model-barred': {
    say: (d) => ({
      message: `The model ${d.model} is not run. ${d.where}: ${d.reason}`,
      hint: d.hint,
    }),
    example: {
      model: 'digits.onnx',
      where: 'graph/node 3 (Loop)',
      reason: 'It goes round without an end.',
      hint: 'Give it a condition that ends it, or fewer rounds.',
    },
  },
  'model-rejected': {
    say: (d) => ({
      message: `The ${d.provider} provider does not take the model ${d.model}: ${d.reason}`,
      hint: 'An operator may be newer than the runtime, or unknown to the provider; the checks `graph` and `safety` of `airworthy validate` say more.',
    }),
    example: { model: 'digits.onnx', provider: 'cpu', reason: 'No opset import for domain com.example.' },
  },
  'model-run-failed': {
    say: (d) => ({
      message: `The model ${d.model} failed while it ran: ${d.reason}`,
      hint: 'Check that the inputs have the shapes the model expects; give real data where made-up inputs do not fit.',
    }),
    example: { model: 'digits.onnx', reason: 'Got invalid dimensions for input: image.' },
  },
  'optimized-not-written': {
    say: (d) => ({
      message: `onnxruntime could not write the optimised model to ${d.path}: ${d.reason}`,
      hint: 'Check that there is free space on that disk; `airworthy run --resume` continues from here.',
    }),
    example: { path: 'digits.basic.onnx', reason: 'No space left on device' },
  },
  'outputs-unsupported': {
    say: (d) => ({
      message: `None of the outputs of the model ${d.model} can be fetched from Node: ${d.outputs.map((output) => `${output.name} ${unfetchable(output)}`).join(', ')}.`,
      hint: plainer(d.outputs[0] ?? { name: '', type: container }),
    }),
    example: { model: 'classifier.onnx', outputs: [{ name: 'output_probability', type: container }] },
  },
  'provider-fallback': {
    say: (d) => ({
      message: `The ${d.provider} provider does not run all of the model ${d.model}: ${d.nodes.length === 0 ? 'some nodes' : fewOf(d.nodes)} would run on the CPU.`,
      hint: 'Replace these operators, or set `allow-fallback: true` to measure the model as it is, with a warning.',
    }),
    example: { provider: 'cuda', model: 'digits.onnx', nodes: ['NonMaxSuppression_3'] },
  },
  'provider-missing': {
    say: (d) => ({
      message: `The provider ${d.provider} is not available on this machine: ${d.reason}.`,
      hint:
        d.provider === 'cpu'
          ? 'The native library of onnxruntime does not load here: on Linux it needs glibc 2.28 or newer (no musl), and all files of its package.'
          : d.provider === 'wasm'
            ? 'Install the runtime with `npm install onnxruntime-web`.'
            : `Run on a machine that has it, with the libraries that onnxruntime needs for ${d.provider}; it is never replaced by the CPU.`,
    }),
    example: { provider: 'cuda', reason: 'libcudnn.so.9 was not found' },
  },
  'provider-unknown': {
    say: (d) => ({
      message: `There is no provider called ${d.name}.`,
      hint: `${d.nearest === undefined ? '' : `Did you mean ${d.nearest}? `}Providers are ${d.names.join(', ')}.`,
    }),
    example: { name: 'cdua', nearest: 'cuda', names: ['cpu', 'cuda', 'webgpu'] },
  },
  'provider-unused': {
    say: (d) => ({
      message: `The ${d.provider} provider runs nothing of the model ${d.model}: all of it would run on the CPU.`,
      hint: 'Measure it with `provider: cpu`: the result would describe the CPU, not this device.',
    }),
    example: { provider: 'webgpu', model: 'digits.onnx' },
  },
  'types-unsupported': {
    say: (d) => ({
      message: `The model ${d.model} has an input or output of a type that Node cannot hold: ${d.type}.`,
      hint: 'Put a Cast before that output, or behind that input, so that it is float32, float16, an integer of a byte or more, bool or string.',
    }),
    example: { model: 'digits.onnx', type: 'bfloat16' },
  },
}

export const providerError = errorFrom(providerErrors)
