import { Cancelled, messageOf } from '../../core/errors/index.ts'
import type { Hook, HookCall, HookKind, HookResult, HookTools } from '../../core/hook.ts'
import { dispatchHook } from './dispatch.ts'
import { runHook } from './run.ts'

/** The table of hooks: what can be done when a rollout ends. */
export const hookKinds: readonly HookKind[] = [runHook, dispatchHook]

/** Calls a hook. Whatever goes wrong is its result; only a cancelled run throws. */
export async function callHook(hook: Hook, call: HookCall, tools: HookTools): Promise<HookResult> {
  try {
    return await hook.run(call, tools)
  } catch (error) {
    if (error instanceof Cancelled || tools.signal.aborted) throw error
    return { outcome: 'failed', detail: messageOf(error) }
  }
}
