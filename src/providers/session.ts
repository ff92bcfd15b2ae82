import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node'
import { messageOf } from '../core/errors/index.ts'
import { ownValue } from '../core/own.ts'
import type { Session } from '../core/provider.ts'
import { arrayTypes, type Tensor, type TensorInfo, type TensorType } from '../core/tensor.ts'
import { container, lostName, providerError } from './errors.ts'

/** What onnxruntime's bindings have in common. */
export type Runtime = Pick<typeof import('onnxruntime-node'), 'Tensor' | 'InferenceSession' | 'env'>

/** A session of ours around one of a binding. `model` names it in errors. */
export function toSession(runtime: Runtime, session: InferenceSession, model: string): Session {
  const outputs = session.outputMetadata.map(toInfo)
  const fetched = outputs.filter(isFetchable).map(({ name }) => name)
  // Asked for by its name, the binding leaves it out; not asked for, it takes the object that all others inherit from for it.
  const asked = outputs.some(({ name }) => name === lostName) ? [...fetched, lostName] : fetched
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (fetched.length === 0) throw providerError('outputs-unsupported', { model, outputs })
    try {
      return await work()
    } catch (cause) {
      throw providerError('model-run-failed', { model, reason: messageOf(cause) }, { cause })
    }
  }
  return {
    inputs: session.inputMetadata.map(toInfo),
    outputs,
    run: (feeds) => attempt(async () => unwrap(await session.run(wrap(runtime, feeds), asked), fetched)),
    prepare(feeds) {
      const ready = wrap(runtime, feeds)
      return async () => {
        await attempt(() => session.run(ready, asked))
      }
    },
    close: () => session.release(),
  }
}

/** The bindings end the process over elements of less than a byte, and lose what has a certain name. */
export function isFetchable({ name, type }: TensorInfo): boolean {
  return (type === 'string' || Object.hasOwn(arrayTypes, type)) && name !== lostName
}

function toInfo(value: InferenceSession.ValueMetadata): TensorInfo {
  return value.isTensor
    ? { name: value.name, type: value.type, dims: value.shape }
    : { name: value.name, type: container, dims: [] }
}

function wrap(runtime: Runtime, feeds: Readonly<Record<string, Tensor>>): Record<string, OrtTensor> {
  const entries = Object.entries(feeds).map(([name, { type, data, dims }]): [string, OrtTensor] => {
    // The constructor's overloads pair each type with its array; ours is a union of such pairs.
    return [name, new runtime.Tensor(type as 'float32', data as Float32Array, dims)]
  })
  return Object.fromEntries(entries)
}

/** Throws an Error where an output did not come back under its name. */
function unwrap(results: Readonly<Record<string, OrtTensor>>, names: readonly string[]): Record<string, Tensor> {
  const outputs = names.map((name): [string, Tensor] => {
    const found = ownValue(results, name)
    if (found === undefined) throw new Error(`the runtime gives no output of the name \`${name}\``)
    const { type, dims, data } = found
    const elements = type === 'float16' ? halfBits(data) : (data as Tensor['data'])
    return [name, { type: type as TensorType, dims, data: elements }]
  })
  return Object.fromEntries(outputs)
}

/** Where the platform has Float16Array the runtime answers with one; tensors of ours hold the bits. */
function halfBits(data: OrtTensor['data']): Uint16Array {
  const array = data as Uint16Array
  return new Uint16Array(array.buffer, array.byteOffset, array.length)
}
