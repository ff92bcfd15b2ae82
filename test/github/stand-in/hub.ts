import type { Answer } from './answer.ts'
import type { State } from './state.ts'
import type { Token } from './tokens.ts'

/** What the operations share. */
export interface Hub {
  readonly state: State
  readonly urls: Urls
  /** In whole seconds, as GitHub tells it. */
  now(): string
  /** Greater than all before it. */
  nextId(): number
  /** An address on another origin that gives these bytes to whoever knows it, and to nobody who sends a token. */
  sign(file: SignedFile): string
}

/** Origins, without a slash at the end. */
export interface Urls {
  readonly api: string
  readonly uploads: string
  readonly blobs: string
  readonly web: string
}

export interface SignedFile {
  readonly bytes: Uint8Array
  readonly type: string
}

/** One valid request of somebody who may make it. */
export interface Call {
  /** As GitHub's description names it: `issues/create-comment`. */
  readonly operation: string
  readonly url: URL
  /** Of path and query, of the types that the description gives them. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Valid by the description. */
  readonly body: unknown
  readonly bytes: Uint8Array
  readonly token: Token
  /** The caller's answer will be an error of the server, whatever the operation does. */
  readonly interrupted: boolean
}

/** Takes effect at once and as a whole: nothing else happens in between. */
export type Operation = (call: Call, hub: Hub) => Answer
export type Operations = Readonly<Record<string, Operation>>

export const text = (call: Call, name: string): string => String(call.parameters[name])
export const number = (call: Call, name: string): number => Number(call.parameters[name])
export const optional = (call: Call, name: string): string | undefined =>
  call.parameters[name] === undefined ? undefined : text(call, name)
export const accepts = (call: Call, type: string): boolean => String(call.headers['accept'] ?? '').includes(type)
