import { Cancelled } from "./workers.js";
import { registryError, shellWord, withAppend, withDefaultContext } from "./start.js";
import { createLedger, ledgerKindOf, openLedger, pipelineError } from "./pipelines.js";
import path from "node:path";
async function createRegistry({ registry, folder, where }, world, context = {}) {
	if (ledgerKindOf(registry).endsWithRun) throw pipelineError("registry-of-run", {}, { where: where(["registry"]) });
	return createLedger(registry, {
		folder,
		runFolder: world.cwd
	}, world, context);
}
function registryPlace({ registry, folder }, world) {
	return ledgerKindOf(registry).where(registry, {
		folder,
		runFolder: world.cwd
	});
}
async function readRegistry(pipeline, world, context = {}, { whole = false } = {}) {
	const { registry, where } = pipeline;
	if (ledgerKindOf(registry).endsWithRun) throw pipelineError("registry-of-run", {}, { where: where(["registry"]) });
	const ledger = lazyLedger(pipeline, world, world.cwd, {
		...context,
		purpose: "look"
	});
	const entries = whole ? await ledger.readWhole?.() : void 0;
	return {
		describe: ledger.describe,
		entries: entries ?? await ledger.read(),
		remarks: await ledger.remarks?.() ?? []
	};
}
function notCreated(ledger, pipeline, world) {
	return registryError("ledger-not-created", {
		ledger,
		pipeline: pathOf(pipeline, world)
	});
}
function pathOf({ file, where }, { cwd }) {
	return where([]) === void 0 ? void 0 : path.relative(cwd, file);
}
function lazyLedger({ registry, folder }, world, runFolder, { purpose = "append", ...context } = {}) {
	const kind = ledgerKindOf(registry);
	const place = {
		folder,
		runFolder
	};
	let opened;
	let ready;
	const open = (own) => {
		opened ??= openLedger(registry, place, world, purpose, context).then((driver) => {
			ready = driver;
			return driver;
		}, (thrown) => {
			opened = void 0;
			throw thrown;
		});
		return unlessAborted(opened, own?.signal);
	};
	const ledger = withAppend({
		describe: kind.where(registry, place),
		read: async (own) => (await open(own)).read(own),
		appendAll: async (records, own) => (await open(own)).appendAll(records, own),
		tags: async (own) => (await open(own)).tags(own),
		remarks: async (own) => await ready?.remarks?.(own) ?? [],
		readWhole: async (own) => {
			const driver = await open(own);
			return driver.readWhole === void 0 ? driver.read(own) : driver.readWhole(own);
		},
		admitTags: async (wanted, own) => (await open(own)).admitTags?.(wanted, own)
	});
	return withDefaultContext(context, ledger);
}
async function ledgerWarnings({ describe, remarks }, pipeline, world) {
	const file = pathOf(pipeline, world);
	const verify = ["airworthy ledger verify", ...file === void 0 ? [] : [shellWord(file)]].join(" ");
	return (await remarks?.() ?? []).map((remark) => ({
		code: "ledger-remark",
		message: `In ${describe}: ${remark}`,
		remedy: `\`${verify}\` says it again until it is put right.`
	}));
}
async function unlessAborted(awaited, signal) {
	if (signal === void 0) return awaited;
	const over = new AbortController();
	const aborted = new Promise((_, reject) => {
		const refuse = () => reject(new Cancelled("the registry was no longer waited for"));
		if (signal.aborted) refuse();
		signal.addEventListener("abort", refuse, {
			once: true,
			signal: over.signal
		});
	});
	try {
		return await Promise.race([awaited, aborted]);
	} finally {
		over.abort();
	}
}
export { createRegistry, lazyLedger, ledgerWarnings, notCreated, readRegistry, registryPlace };
