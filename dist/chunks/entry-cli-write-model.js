import { entryError } from "./start.js";
import path from "node:path";
async function writeStoredModel(model, to, store, files) {
	const stored = await store.path(model);
	const weights = model.files?.slice(1) ?? [];
	const beside = (name) => path.join(path.dirname(to), name);
	for (const { name, sha256 } of weights) if (await files.exists(beside(name)) && await files.hash(beside(name)) !== sha256) throw entryError("weights-exist", {
		path: beside(name),
		model: path.basename(to)
	});
	for (const { name } of weights) await files.copy(path.join(path.dirname(stored), name), beside(name));
	await files.copy(stored, to);
}
export { writeStoredModel };
