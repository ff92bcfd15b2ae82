import { registryError, takeLock } from "./start.js";
import { Cancelled } from "./workers.js";
import { AsyncLocalStorage } from "node:async_hooks";
const current = new AsyncLocalStorage();
function withCallContext(context, work) {
	return current.run({ context: context ?? {} }, work);
}
function currentCallContext() {
	return current.getStore()?.context ?? {};
}
function becomeUninterruptible() {
	const store = current.getStore();
	if (store !== void 0) store.context = {
		waits: store.context.waits,
		warns: store.context.warns
	};
}
function uninterruptible(work) {
	const { signal, waits, warns } = currentCallContext();
	if (signal?.aborted) throw new Cancelled("nothing was recorded: the run was cancelled");
	return withCallContext({
		waits,
		warns
	}, work);
}
function cancellableWorld(world) {
	const clock = {
		...world.clock,
		sleep: (ms, signal) => world.clock.sleep(ms, signal ?? currentCallContext().signal)
	};
	return Object.create(world, { clock: { value: clock } });
}
const patienceMs = 6e4;
async function withLock(path, world, work) {
	const { signal, waits } = currentCallContext();
	const onWait = ({ who }) => waits?.(`waits for ${who}, which holds the lock of the ledger, ${path}`);
	const taken = await takeLock(path, world, {
		patienceMs,
		signal,
		onWait
	});
	if ("holder" in taken) throw registryError("ledger-busy", {
		lock: path,
		holder: taken.holder
	});
	try {
		return await work();
	} finally {
		await taken.lock.release();
	}
}
export { becomeUninterruptible, cancellableWorld, currentCallContext, uninterruptible, withCallContext, withLock };
