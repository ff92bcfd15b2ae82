/** What goes back to the caller: bytes as they are, everything else as JSON. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** An entry of `errors`, as GitHub explains a 422. */
export interface Detail {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message?: string
}

/** Thrown by an operation that GitHub would refuse; nothing has taken effect by then. */
export class Refusal extends Error {
  readonly answer: Answer

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`)
    this.answer = answer
  }
}

export const ok = (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  headers,
  body,
})
export const created = (body: unknown): Answer => ({ status: 201, body })
export const noContent: Answer = { status: 204 }

export function failure(status: number, message: string, more: object = {}): Answer {
  return {
    status,
    body: { message, ...more, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  }
}

export function refuse(status: number, message: string, more: object = {}): never {
  throw new Refusal(failure(status, message, more))
}

export function invalid(...errors: readonly Detail[]): never {
  return refuse(422, 'Validation Failed', { errors })
}

/** The thing that was looked up, or the 404 that says there is none. */
export function found<Thing>(thing: Thing | undefined): Thing {
  return thing ?? refuse(404, 'Not Found')
}
