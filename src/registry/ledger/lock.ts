import { type Holder, takeLock } from '../../core/lock.ts'
import type { World } from '../../core/world.ts'
import { registryError } from '../errors.ts'
import { currentCallContext } from './call-context.ts'

/** Every holder needs some tens of milliseconds, or a push; who waits this long waits for something that hangs. */
const patienceMs = 60_000

/** Does some work while holding a lock. One that a living process keeps for a minute is `ledger-busy`. */
export async function withLock<Result>(path: string, world: World, work: () => Promise<Result>): Promise<Result> {
  const { signal, waits } = currentCallContext()
  const onWait = ({ who }: Holder): void => waits?.(`waits for ${who}, which holds the lock of the ledger, ${path}`)
  const taken = await takeLock(path, world, { patienceMs, signal, onWait })
  if ('holder' in taken) throw registryError('ledger-busy', { lock: path, holder: taken.holder })
  try {
    return await work()
  } finally {
    await taken.lock.release()
  }
}
