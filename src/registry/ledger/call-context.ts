import { AsyncLocalStorage } from 'node:async_hooks'
import { Cancelled } from '../../core/errors/index.ts'
import type { CallContext } from '../../core/ledger.ts'
import type { World } from '../../core/world.ts'

/**
 * The context of the call of a ledger that is under way. Many functions lie between that call and the programs that are started for it,
 * and none of them has to pass the context on: what runs under `withCallContext` finds it.
 */
const current = new AsyncLocalStorage<{ context: CallContext }>()

export function withCallContext<Result>(
  context: CallContext | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  return current.run({ context: context ?? {} }, work)
}

export function currentCallContext(): CallContext {
  return current.getStore()?.context ?? {}
}

/** From here on what is under way counts, and is brought to its end: the signal of the caller no longer reaches it. */
export function becomeUninterruptible(): void {
  const store = current.getStore()
  if (store !== undefined) store.context = { waits: store.context.waits, warns: store.context.warns }
}

/** Does short work that counts once it is done: not begun for a caller that has gone, and not broken off. */
export function uninterruptible<Result>(work: () => Promise<Result>): Promise<Result> {
  const { signal, waits, warns } = currentCallContext()
  if (signal?.aborted) throw new Cancelled('nothing was recorded: the run was cancelled')
  return withCallContext({ waits, warns }, work)
}

/** A world in which waiting ends when the signal of the caller fires. */
export function cancellableWorld(world: World): World {
  const clock: World['clock'] = {
    ...world.clock,
    sleep: (ms, signal) => world.clock.sleep(ms, signal ?? currentCallContext().signal),
  }
  // Its other members are left where they are: to ask for some, such as the machine, takes time.
  return Object.create(world, { clock: { value: clock } }) as World
}
