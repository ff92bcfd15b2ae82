import { entryError } from "./start.js";
import path from "node:path";
async function writeStoredModel(model, to, store, files) {
	const stored = await store.path(model);
	const weights = model.files?.slice(1) ?? [];
	const beside = (name) => path.join(path.dirname(to), name);
	const absent = [];
	for (const { name, sha256 } of weights) {
		const there = await files.exists(beside(name));
		if (beside(name) === to || there && await files.hash(beside(name)) !== sha256) throw entryError("weights-exist", {
			path: beside(name),
			model: path.basename(to)
		});
		if (!there) absent.push(name);
	}
	for (const name of absent) await files.copy(path.join(path.dirname(stored), name), beside(name));
	await files.copy(stored, to);
}
export { writeStoredModel };
