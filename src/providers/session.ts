import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import { messageOf } from '../core/errors/index.ts'
import type { Session } from '../core/provider.ts'
import type { Tensor, TensorInfo, TensorType } from '../core/tensor.ts'
import { providerError } from './errors.ts'

/** What onnxruntime's bindings have in common. */
export type Runtime = Pick<typeof import('onnxruntime-node'), 'Tensor' | 'InferenceSession' | 'env'>

/** A session of ours around one of a binding. `model` names it in errors. */
export function toSession(runtime: Runtime, session: InferenceSession, model: string): Session {
  const failed = (cause: unknown): Error =>
    providerError('model-run-failed', { model, reason: messageOf(cause) }, { cause })
  return {
    inputs: session.inputMetadata.map(toInfo),
    outputs: session.outputMetadata.map(toInfo),
    async run(feeds) {
      try {
        return unwrap(await session.run(wrap(runtime, feeds)), session.outputNames)
      } catch (cause) {
        throw failed(cause)
      }
    },
    prepare(feeds) {
      const ready = wrap(runtime, feeds)
      return async () => {
        try {
          await session.run(ready)
        } catch (cause) {
          throw failed(cause)
        }
      }
    },
    close: () => session.release(),
  }
}

function toInfo(value: InferenceSession.ValueMetadata): TensorInfo {
  return value.isTensor
    ? { name: value.name, type: value.type, dims: value.shape }
    : { name: value.name, type: 'not a tensor', dims: [] }
}

function wrap(runtime: Runtime, feeds: Readonly<Record<string, Tensor>>): Record<string, OrtTensor> {
  const entries = Object.entries(feeds).map(([name, { type, data, dims }]): [string, OrtTensor] => {
    // The constructor's overloads pair each type with its array; ours is a union of such pairs.
    return [name, new runtime.Tensor(type as 'float32', data as Float32Array, dims)]
  })
  return Object.fromEntries(entries)
}

/** Throws an Error where an output did not come back: bindings lose one called `__proto__`, and give what they find in its place. */
function unwrap(results: Readonly<Record<string, OrtTensor>>, names: readonly string[]): Record<string, Tensor> {
  const outputs = names.map((name): [string, Tensor] => {
    const found = Object.hasOwn(results, name) ? results[name] : undefined
    if (found === undefined)
      throw new Error(`the output \`${name}\` does not come back from the runtime under this name`)
    const { type, dims, data } = found
    return [
      name,
      { type: type as TensorType, dims, data: type === 'float16' ? halfBits(data) : (data as Tensor['data']) },
    ]
  })
  return Object.fromEntries(outputs)
}

/** Where the platform has Float16Array the runtime answers with one; tensors of ours hold the bits. */
function halfBits(data: OrtTensor['data']): Uint16Array {
  const array = data as Uint16Array
  return new Uint16Array(array.buffer, array.byteOffset, array.length)
}
