import { UserError, providerError } from "./workers.js";
import { checkStart } from "./measure-inputs.js";
import { readModel } from "./onnx-format.js";
import path from "node:path";
async function refuseBarred(model, files) {
	for (const { where, message, hint } of await barring(model, files)) throw providerError("model-barred", {
		model,
		where,
		reason: message,
		hint
	});
}
async function barring(model, files) {
	try {
		return checkStart(readModel(await files.open(model), path.basename(model)));
	} catch (thrown) {
		if (thrown instanceof UserError && thrown.code !== "model-too-large") return [];
		throw thrown;
	}
}
export { refuseBarred };
