import { inferTypes, measureError } from "./measure-inputs.js";
import { placeModel } from "./measure-inspect.js";
import { costOf, rooflineOf, sizesOfModel } from "./onnx-cost.js";
import { summarize } from "./onnx-graph.js";
import { failureOf } from "./start.js";
import { wholeModel } from "./entry-cli-whole-model.js";
async function inspectModel(entry, file, { shapes, device, providers }) {
	const { model, own, bytes } = await wholeModel(file, "candidate", entry.world.files);
	const cost = costOf(inferTypes(model, { shapes: knownInputs(shapes, model.graph?.input ?? []) }));
	const placements = [];
	for (const provider of providers) placements.push(await placedOn(entry, file, provider, Object.fromEntries(shapes)));
	return {
		...summarize(model, bytes),
		sizes: sizesOfModel(own),
		cost,
		...device === void 0 ? {} : { roofline: rooflineOf(cost, device) },
		...providers.length === 0 ? {} : { placements }
	};
}
function knownInputs(shapes, inputs) {
	const names = inputs.map(({ name }) => name);
	const unknown = [...shapes.keys()].find((name) => !names.includes(name));
	if (unknown !== void 0) throw measureError("shape-unknown-input", {
		input: unknown,
		inputs: names
	});
	return shapes;
}
async function placedOn(entry, file, provider, shapes) {
	try {
		const placement = await placeModel(file, provider, shapes, {
			world: entry.world,
			signal: entry.signal
		});
		if (placement === void 0) return {
			provider,
			absent: "its runtime keeps no profile"
		};
		return {
			provider,
			nodes: placement.nodes,
			elsewhere: placement.elsewhere
		};
	} catch (thrown) {
		const { problems } = failureOf(thrown);
		if (entry.signal.aborted || !problems.every(isUsers)) throw thrown;
		return {
			provider,
			absent: problems.map(({ message }) => message).join(" ")
		};
	}
}
function isUsers({ code }) {
	return code.startsWith("provider-") || code.startsWith("model-") || code === "input-unsupported";
}
export { inspectModel };
