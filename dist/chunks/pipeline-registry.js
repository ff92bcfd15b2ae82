import { createLedger, ledgerKindOf, openLedger, pipelineError } from "./pipelines.js";
async function createRegistry({ registry, folder, where }, world) {
	if (ledgerKindOf(registry).endsWithRun) throw pipelineError("registry-of-run", {}, { where: where(["registry"]) });
	return createLedger(registry, {
		folder,
		runFolder: world.cwd
	}, world);
}
async function readRegistry(pipeline, world) {
	const { registry, where } = pipeline;
	if (ledgerKindOf(registry).endsWithRun) throw pipelineError("registry-of-run", {}, { where: where(["registry"]) });
	const ledger = lazyLedger(pipeline, world, world.cwd, "look");
	return {
		describe: ledger.describe,
		entries: await ledger.read(),
		remarks: await ledger.remarks?.() ?? []
	};
}
function lazyLedger({ registry, folder }, world, runFolder, purpose = "append") {
	const kind = ledgerKindOf(registry);
	const place = {
		folder,
		runFolder
	};
	let opened;
	const open = () => {
		opened ??= openLedger(registry, place, world, purpose);
		return opened;
	};
	return {
		describe: kind.where(registry, place),
		read: async () => (await open()).read(),
		append: async (key, event) => (await open()).append(key, event),
		tags: async () => (await open()).tags(),
		remarks: async () => await (await open()).remarks?.() ?? []
	};
}
export { createRegistry, lazyLedger, readRegistry };
