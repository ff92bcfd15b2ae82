import { chosenName, stageError } from "./pipelines.js";
import { nearest } from "./workers.js";
function openTarget(chosen, subject, tools) {
	const name = chosenName(chosen);
	const kind = tools.targets.find((row) => row.name === name);
	const valid = tools.targets.map((row) => row.name);
	if (kind === void 0) throw stageError("target-unknown", {
		name,
		valid,
		nearest: nearest(name, valid)
	});
	return kind.make(chosen[name], {
		world: tools.world,
		signal: tools.signal,
		model: subject.model,
		fetch: (artifact) => tools.store.path(artifact),
		replay: (data) => requestsOf(data, subject, tools)
	});
}
async function requestsOf(name, subject, { store, world }) {
	const reference = subject.data[name];
	const valid = Object.keys(subject.data);
	if (reference === void 0) throw stageError("replay-unknown", {
		data: name,
		valid,
		nearest: nearest(name, valid)
	});
	const [{ loadData }, { batchOf }] = await Promise.all([import("./data-load.js"), import("./data-fit.js")]);
	const data = await loadData(name, reference, {
		path: await store.path(reference.artifact),
		files: world.files,
		trust: world.trust
	});
	return Array.from({ length: data.examples }, (_, index) => batchOf(data, index, index + 1));
}
export { openTarget };
