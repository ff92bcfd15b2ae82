import { pathToFileURL } from 'node:url'
import { messageOf, UserError, userError } from '../core/errors.ts'
import type { Trust } from '../core/world.ts'

/** A module of the user: a file with its digest, so that a changed file is loaded anew. */
export interface UserModule {
  readonly path: string
  readonly sha256: string
}

/**
 * The function that a user's module has as its default export. Throws `untrusted-code` in runs that are not trusted, and
 * `user-module` when it cannot be loaded or exports no function.
 */
export async function loadUserModule(module: UserModule, trust: Trust): Promise<(argument: unknown) => unknown> {
  const { path } = module
  if (trust.level !== 'trusted') throw userError('untrusted-code', { stage: path, why: trust.why })
  const exported = await import(`${pathToFileURL(path).href}?${module.sha256}`).catch((cause: unknown) => {
    throw userError('user-module', { path, reason: messageOf(cause) }, { cause })
  })
  const found: unknown = exported.default
  if (typeof found !== 'function')
    throw userError('user-module', { path, reason: 'its default export is not a function' })
  return (argument) => guarded(path, () => found(argument))
}

/** Runs a user's function; whatever it throws becomes one clear error. */
function guarded(path: string, call: () => unknown): unknown {
  const refuse = (cause: unknown): never => {
    if (cause instanceof UserError) throw cause
    throw userError('user-module', { path, reason: messageOf(cause) }, { cause })
  }
  try {
    const result = call()
    return result instanceof Promise ? result.catch(refuse) : result
  } catch (thrown) {
    return refuse(thrown)
  }
}
