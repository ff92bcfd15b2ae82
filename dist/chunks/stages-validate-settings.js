import { choiceSetting } from "./core-choice.js";
import { NEVER, _enum, array, int, number, record, strictObject, string, union } from "./npm-zod-v4-classic-schemas.js";
import { byteSize, duration, share } from "./core-quantity-settings.js";
import "./core-quantity.js";
import { elementTypes } from "./onnx-tensors-element-types.js";
import path from "node:path";
const checkNames = [
	"graph",
	"interface",
	"safety",
	"runs",
	"determinism"
];
const tensorTypes = elementTypes.map(({ name }) => name);
function declared(text) {
	const match = /^\s*(\w+)\s*(?:\[([^\]]*)\])?\s*$/.exec(text);
	const type = match?.[1] ?? "";
	if (!tensorTypes.includes(type)) return void 0;
	const inside = match?.[2]?.trim();
	if (inside === void 0) return { type };
	const dims = inside === "" ? [] : inside.split(",").map((dim) => dim.trim());
	if (dims.includes("")) return void 0;
	return {
		type,
		dims: dims.map((dim) => /^\d+$/.test(dim) ? Number(dim) : dim)
	};
}
const declaration = string().transform((text, context) => {
	const found = declared(text);
	if (found !== void 0) return found;
	context.addIssue({
		code: "custom",
		message: "expected an element type and dims, such as float32[N, 28, 28]"
	});
	return NEVER;
}).meta({ description: "Element type and dims, such as `float32[N, 28, 28]`; a name for a dimension that varies." });
const contract = strictObject({
	inputs: record(string(), declaration).default({}).describe("Every input that callers give, by name."),
	outputs: record(string(), declaration).default({}).describe("Every output that callers read, by name.")
});
const tolerance = {
	absolute: number().min(0).describe("How far an element may be off, in its own unit."),
	relative: number().min(0).describe("How far it may be off as a part of the expected value.")
};
const golden = strictObject({
	from: string().describe("A `.npz` file: an array for each input of the model and for each output to compare, under its name."),
	absolute: tolerance.absolute.default(1e-5),
	relative: tolerance.relative.default(.001),
	outputs: record(string(), strictObject({
		array: string().optional(),
		absolute: tolerance.absolute.optional(),
		relative: tolerance.relative.optional()
	})).default({}).describe("Outputs with tolerances of their own, or whose expected values stand in an array of another name."),
	inputs: record(string(), string()).default({}).describe("Inputs that are fed from an array of another name.")
});
function goldenFile({ from }, folder) {
	return path.resolve(folder, from);
}
function loadTest(targets) {
	return strictObject({
		target: choiceSetting(targets.filter(({ ownProcesses }) => ownProcesses === true), "target").describe("What serves the candidate meanwhile, with its settings."),
		for: duration().refine((ms) => ms > 0, "expected more than no time").prefault("5s").describe("How long requests are sent."),
		errors: share().prefault("0%").describe("Largest share of requests that may fail."),
		latency: duration().optional().describe("What 95 % of the requests must be answered in.")
	});
}
const limits = strictObject({
	size: byteSize().optional().describe("Largest file, such as `20MB`."),
	parameters: int().positive().optional().describe("Most elements of all weights."),
	opset: strictObject({
		min: int().positive().optional().describe("Oldest version of the standard operators."),
		max: int().positive().optional().describe("Newest version of the standard operators.")
	}).optional().describe("Versions of the standard operators that what serves can run."),
	latency: duration().optional().describe("Longest run on made-up inputs, batch 1, one thread of the CPU. A look; the benchmark measures.")
});
function validateSettings(targets) {
	return strictObject({
		checks: array(_enum(checkNames)).min(1).default([...checkNames]).describe("What to check: `graph` (the rules of ONNX), `interface` (what callers of production would notice), `safety` (nothing outside of its folder, nothing endless), `runs` (it loads and gives finite outputs), `determinism` (the same answer twice, and in a batch)."),
		contract: contract.optional().describe("The interface that callers rely on."),
		golden: union([golden.transform((one) => [one]), array(golden)]).default([]).describe("Inputs with the outputs that are expected of them; one set or a list."),
		limits: limits.optional().describe("What the model may not exceed."),
		license: array(string()).default([]).describe("Licences of which the model must state one, such as `[MIT, Apache-2.0]`."),
		metadata: array(string()).default([]).describe("Keys of its metadata under which the model must say something; also `producer`, `description`, `domain`."),
		"load-test": loadTest(targets).optional().describe("Requests to a real server that serves the candidate.")
	});
}
export { checkNames, goldenFile, validateSettings };
