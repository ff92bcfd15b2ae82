import { AsyncLocalStorage } from 'node:async_hooks'
import { Cancelled } from '../../core/errors/index.ts'
import type { Asking } from '../../core/ledger.ts'
import type { World } from '../../core/world.ts'

/**
 * Who asks at the moment. Between whoever asks and the programs that are started for it lie many functions that need not know: what is
 * started under `asked` finds the asking by itself.
 */
const now = new AsyncLocalStorage<{ asking: Asking }>()

export function asked<Result>(asking: Asking | undefined, work: () => Promise<Result>): Promise<Result> {
  return now.run({ asking: asking ?? {} }, work)
}

export function askingNow(): Asking {
  return now.getStore()?.asking ?? {}
}

/** From here on what is under way counts, and is brought to its end: the signal of whoever asks no longer reaches it. */
export function becomeUninterruptible(): void {
  const store = now.getStore()
  if (store !== undefined) store.asking = { waits: store.asking.waits, warns: store.asking.warns }
}

/** Does what is short and counts once it is done: it is not begun for whoever has gone, and not broken off. */
export function uninterruptible<Result>(work: () => Promise<Result>): Promise<Result> {
  const { signal, waits, warns } = askingNow()
  if (signal?.aborted) throw new Cancelled('nothing was recorded: the run was cancelled')
  return asked({ waits, warns }, work)
}

/** A world in which waiting ends when whoever asks does. */
export function askedWorld(world: World): World {
  const clock: World['clock'] = {
    ...world.clock,
    sleep: (ms, signal) => world.clock.sleep(ms, signal ?? askingNow().signal),
  }
  // Its other members are left where they are: to ask for some, such as the machine, takes time.
  return Object.create(world, { clock: { value: clock } }) as World
}
