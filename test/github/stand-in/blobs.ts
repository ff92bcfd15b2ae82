import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import type { SignedFile } from './hub.ts'

/** Where GitHub keeps the files that its API redirects to: another origin, whose addresses are the permission. */
export interface Blobs {
  /** The path of an address that gives this file. */
  add(file: SignedFile): string
  readonly handler: RequestListener
}

export function createBlobs(): Blobs {
  const files = new Map<string, SignedFile>()
  return {
    add(file) {
      const path = `/files/${files.size}?sig=${randomBytes(12).toString('hex')}`
      files.set(path, file)
      return path
    },
    handler(request, response) {
      const file = files.get(request.url ?? '')
      // The storage takes a token for a signature of its own, and finds it wrong.
      if (request.headers.authorization !== undefined) response.writeHead(401).end(xml('InvalidAuthenticationInfo'))
      else if (file === undefined) response.writeHead(403).end(xml('AuthenticationFailed'))
      else response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length }).end(file.bytes)
    },
  }
}

const xml = (code: string): string => `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`
