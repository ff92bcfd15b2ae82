import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Answer } from './answer.ts'
import type { SignedFile } from './hub.ts'

/** Where GitHub keeps the files that its API redirects to: another origin, whose addresses are the permission. */
export interface Blobs {
  /** The path of an address that gives this file. */
  add(file: SignedFile): string
  answer(request: IncomingMessage): Answer
}

export function createBlobs(): Blobs {
  const files = new Map<string, SignedFile>()
  return {
    add(file) {
      const path = `/files/${files.size}?sig=${randomBytes(12).toString('hex')}`
      files.set(path, file)
      return path
    },
    answer({ url, headers }) {
      // The storage takes a token for a signature of its own, and finds it wrong.
      if (headers.authorization !== undefined) return denied(401, 'InvalidAuthenticationInfo')
      const file = files.get(url ?? '')
      if (file === undefined) return denied(403, 'AuthenticationFailed')
      return { status: 200, headers: { 'content-type': file.type }, body: file.bytes }
    },
  }
}

function denied(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`
  return { status, headers: { 'content-type': 'application/xml' }, body: new TextEncoder().encode(body) }
}
