import { registryError } from "./start.js";
const patienceMs = 3e4;
const emptyMs = 2e3;
const held = new Set();
async function withLock(path, world, work) {
	await acquire(path, world);
	try {
		return await work();
	} finally {
		await release(path, world);
	}
}
async function acquire(path, world) {
	const { clock } = world;
	const start = clock.monotonicMs();
	for (let attempt = 0; !await take(path, world); attempt++) {
		await breakStale(path, world);
		if (clock.monotonicMs() - start > patienceMs) throw registryError("ledger-busy", {
			lock: path,
			holder: await holderOf(path, world)
		});
		await clock.sleep(Math.min(50, 2 + attempt * 3) + world.processes.pid % 7);
	}
}
async function take(path, { files, processes, clock }) {
	if (held.has(path)) return false;
	held.add(path);
	const taken = await files.createExclusive(path, `${processes.pid} ${clock.now()}\n`).catch((error) => {
		held.delete(path);
		throw error;
	});
	if (!taken) held.delete(path);
	return taken;
}
async function release(path, { files }) {
	try {
		await files.remove(path);
	} finally {
		held.delete(path);
	}
}
async function breakStale(path, world) {
	if (held.has(path) || !await isStale(path, world)) return;
	const breaker = `${path}.break`;
	if (await take(breaker, world)) {
		if (!held.has(path) && await isStale(path, world)) await world.files.remove(path);
		await release(breaker, world);
	} else if (!held.has(breaker) && await isStale(breaker, world)) await world.files.remove(breaker);
}
async function isStale(path, world) {
	const holder = await holderOf(path, world);
	if (holder !== void 0) return holder === world.processes.pid || !world.processes.alive(holder);
	return await world.files.exists(path) && await staysEmpty(path, world);
}
async function staysEmpty(path, world) {
	await world.clock.sleep(emptyMs);
	return await world.files.exists(path) && await holderOf(path, world) === void 0;
}
async function holderOf(path, { files }) {
	const text = await files.readText(path).catch(() => "");
	const pid = Number.parseInt(text, 10);
	return Number.isInteger(pid) && pid > 0 ? pid : void 0;
}
export { withLock };
