import { piecesOf, whole } from "./core-bytes.js";
import { readModel } from "./onnx-format.js";
import { openExternal } from "./onnx-graph.js";
import path from "node:path";
async function bringWeights(written, original, files) {
	const model = readModel(await files.open(written), path.basename(written));
	for (const [name, source] of await openExternal(model, path.dirname(original), files)) if (typeof source !== "string") await files.writePieces(path.join(path.dirname(written), name), piecesOf(whole(source)));
}
export { bringWeights };
