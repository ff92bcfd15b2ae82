import { readModel } from "./onnx-format.js";
import { openExternal, withInlineData } from "./onnx-graph.js";
import { pipelineError } from "./pipelines.js";
import path from "node:path";
async function wholeModel(file, role, files) {
	if (await files.size(file) === void 0) throw pipelineError("model-missing", {
		role,
		path: file
	});
	const source = await files.open(file);
	const own = readModel(source, path.basename(file));
	const external = await openExternal(own, path.dirname(file), files);
	const beside = [...external.values()].reduce((sum, each) => sum + (typeof each === "string" ? 0 : each.length), 0);
	return {
		model: withInlineData(own, external),
		own,
		bytes: source.length + beside
	};
}
export { wholeModel };
