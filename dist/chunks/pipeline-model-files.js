import { UserError } from "./workers.js";
import { pipelineError } from "./pipelines.js";
import path from "node:path";
function weightFiles(files) {
	return async (file) => {
		if (!file.endsWith(".onnx")) return [];
		const { isPointer, readModel } = await import("./onnx-format.js");
		const { externalFiles } = await import("./onnx-graph-facade.js");
		const { isMemoryAddress } = await import("./workers.js");
		try {
			const names = externalFiles(readModel(await files.open(file), path.basename(file))).filter((name) => !isMemoryAddress(name));
			const opened = await Promise.all(names.map((name) => files.openWithin(path.dirname(file), name)));
			for (const [at, source] of opened.entries()) if (typeof source !== "string" && isPointer(source.read(0, Math.min(source.length, 64)))) throw pipelineError("external-pointer", {
				model: path.basename(file),
				location: names[at]
			});
			return names.filter((_, at) => opened[at] !== "outside");
		} catch (thrown) {
			if (thrown instanceof UserError && thrown.code.startsWith("model-")) return [];
			throw thrown;
		}
	};
}
export { weightFiles };
