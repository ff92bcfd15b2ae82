import { ledgerKindOf } from "./pipelines.js";
import { weightFiles } from "./pipeline-model-files.js";
import path from "node:path";
async function filesJudgedBy(pipeline, files) {
	const { folder, model, registry, data, stages } = pipeline;
	const absolute = (file) => path.resolve(folder, file);
	const production = model.production ?? "registry";
	const models = [...production === "registry" ? [] : [production], ...registry.adopt === void 0 ? [] : [registry.adopt.model]];
	const weights = await Promise.all(models.map(async (file) => {
		return (await files.exists(absolute(file)) ? await weightFiles(files)(absolute(file)) : []).map((name) => path.resolve(path.dirname(absolute(file)), name));
	}));
	const others = [
		...Object.values(data).map(({ from }) => absolute(from)),
		...stages.flatMap((stage) => stage.files),
		...ledgerKindOf(registry).files(registry, { folder })
	];
	return [...new Set([
		...models.map(absolute),
		...weights.flat(),
		...others
	])];
}
export { filesJudgedBy };
