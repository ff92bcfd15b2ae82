import { pathToFileURL } from 'node:url'
import { messageOf, UserError } from '../core/errors/index.ts'
import { portError } from '../core/errors/ports.ts'
import type { Trust } from '../core/world.ts'
import { dataError } from './errors.ts'

/** A module of the user: a file with its digest, so that a changed file is loaded anew. */
export interface UserModule {
  readonly path: string
  readonly sha256: string
}

type UserFunction = (argument: unknown) => unknown

/**
 * The functions that a user's module exports: `default`, and `combine` where there is one. Throws `untrusted-code` in runs that
 * are not trusted, and `user-module` when it cannot be loaded or exports no such functions.
 */
export async function loadUserExports(
  module: UserModule,
  trust: Trust,
): Promise<{ readonly default: UserFunction; readonly combine?: UserFunction | undefined }> {
  const { path } = module
  if (trust.level !== 'trusted') throw portError('untrusted-code', { stage: path, why: trust.why })
  const exported: Readonly<Record<string, unknown>> = await import(
    `${pathToFileURL(path).href}?${module.sha256}`
  ).catch((cause: unknown) => {
    throw dataError('user-module', { path, reason: messageOf(cause) }, { cause })
  })
  return {
    default: functionOf(path, exported['default'], 'default export'),
    ...(exported['combine'] === undefined
      ? {}
      : { combine: functionOf(path, exported['combine'], 'export `combine`') }),
  }
}

function functionOf(path: string, found: unknown, what: string): UserFunction {
  if (typeof found !== 'function') throw dataError('user-module', { path, reason: `its ${what} is not a function` })
  return (argument) => guarded(path, () => found(argument))
}

/** Runs a user's function; whatever it throws becomes one clear error. */
function guarded(path: string, call: () => unknown): unknown {
  const refuse = (cause: unknown): never => {
    if (cause instanceof UserError) throw cause
    throw dataError('user-module', { path, reason: messageOf(cause) }, { cause })
  }
  try {
    const result = call()
    return result instanceof Promise ? result.catch(refuse) : result
  } catch (thrown) {
    return refuse(thrown)
  }
}
