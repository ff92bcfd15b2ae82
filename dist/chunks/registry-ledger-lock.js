import { registryError, takeLock } from "./start.js";
import { Cancelled } from "./workers.js";
import { AsyncLocalStorage } from "node:async_hooks";
const now = new AsyncLocalStorage();
function asked(asking, work) {
	return now.run({ asking: asking ?? {} }, work);
}
function askingNow() {
	return now.getStore()?.asking ?? {};
}
function becomeUninterruptible() {
	const store = now.getStore();
	if (store !== void 0) store.asking = {
		waits: store.asking.waits,
		warns: store.asking.warns
	};
}
function uninterruptible(work) {
	const { signal, waits, warns } = askingNow();
	if (signal?.aborted) throw new Cancelled("nothing was recorded: the run was cancelled");
	return asked({
		waits,
		warns
	}, work);
}
function askedWorld(world) {
	const clock = {
		...world.clock,
		sleep: (ms, signal) => world.clock.sleep(ms, signal ?? askingNow().signal)
	};
	return Object.create(world, { clock: { value: clock } });
}
const patienceMs = 6e4;
async function withLock(path, world, work) {
	const { signal, waits } = askingNow();
	const onWait = ({ who }) => waits?.(`waits for ${who}, which writes to the ledger`);
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
export { asked, askedWorld, askingNow, becomeUninterruptible, uninterruptible, withLock };
