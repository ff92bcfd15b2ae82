import { Cancelled, UserError, isFetchable, ownValue, unfetchable } from "./workers.js";
import { refuseBarred } from "./providers-barred.js";
import { checkModel, makeInputs } from "./measure-inputs.js";
import { diffInterface } from "./onnx-diff.js";
import { readModel } from "./onnx-format.js";
import { openExternal, summarize } from "./onnx-graph.js";
import { fromFloat16 } from "./core-float16.js";
import path from "node:path";
function largestDifference(wanted, given) {
	const distances = Object.entries(wanted).map(([name, tensor]) => distance(tensor, ownValue(given, name)));
	return Math.max(0, ...distances);
}
function distance(wanted, given) {
	if (given?.type !== wanted.type || given.dims.join() !== wanted.dims.join()) return Number.POSITIVE_INFINITY;
	const [left, right] = [floatsOf(wanted), floatsOf(given)];
	if (left !== void 0 && right !== void 0) return relativeDistance(left, right);
	for (let i = 0; i < wanted.data.length; i++) if (wanted.data[i] !== given.data[i]) return Number.POSITIVE_INFINITY;
	return 0;
}
function floatsOf(tensor) {
	if (tensor.type === "float16") return Float32Array.from(tensor.data, fromFloat16);
	return tensor.type === "float32" || tensor.type === "float64" ? tensor.data : void 0;
}
function relativeDistance(wanted, given) {
	let largest = 1;
	let apart = 0;
	for (let i = 0; i < wanted.length; i++) {
		const [a, b] = [wanted[i], given[i]];
		if (Number.isFinite(a) && Number.isFinite(b)) {
			apart = Math.max(apart, Math.abs(a - b));
			largest = Math.max(largest, Math.abs(a));
		} else if (!Object.is(a, b)) return Number.POSITIVE_INFINITY;
	}
	return apart / largest;
}
const trials = [
	{
		batch: 1,
		seed: 1
	},
	{
		batch: 3,
		seed: 2
	},
	{
		batch: 1,
		seed: 3
	}
];
const impossible = [
	"model-rejected",
	"model-run-failed",
	"input-unsupported",
	"outputs-unsupported"
];
async function compareAnswers(wanted, given, tools) {
	try {
		const reference = await answersOf(wanted, tools);
		const unseen = reference.outputs.find((output) => !isFetchable(output));
		if (unseen !== void 0) return { impossible: `its output ${unseen.name} ${unfetchable(unseen)}, and Node cannot fetch it` };
		const { answers } = await answersOf(given, tools);
		return { difference: Math.max(...reference.answers.map((outputs, trial) => largestDifference(outputs, answers[trial] ?? {}))) };
	} catch (error) {
		if (!(error instanceof UserError && impossible.includes(error.code))) throw error;
		return { impossible: inWords(error.message, [wanted, given]) };
	}
}
function inWords(message, models) {
	return models.reduce((words, { path, name }) => words.replaceAll(path, name), message.replace(/\.$/, ""));
}
async function answersOf({ path: model }, { world, signal }) {
	const worker = await world.processes.worker("bench", { signal });
	try {
		const opened = await worker.ask({
			do: "open",
			model,
			provider: "cpu",
			threads: 1,
			optimization: "disabled"
		});
		return {
			outputs: opened.outputs,
			answers: await runTrials(worker, opened.inputs)
		};
	} finally {
		await worker.close();
	}
}
async function runTrials(worker, inputs) {
	const answers = [];
	const open = inputs.some((input) => input.dims.some((dim) => typeof dim === "string"));
	for (const { batch, seed } of trials) {
		const { outputs } = await worker.ask({
			do: "run",
			feeds: makeInputs(inputs, open ? batch : 1, seed)
		});
		answers.push(outputs);
	}
	return answers;
}
const growth = {
	factor: 1.05,
	bytes: 4096
};
async function judge(original, made, bar, tools) {
	const { files } = tools.world;
	const before = look(readModel(await files.open(original.path), original.artifact.name), original.artifact.bytes);
	const after = await lookAt(made.path, files);
	const reason = faultOf(before, after, made) ?? lossOf(before, after, bar.saves);
	return reason === void 0 ? judgeAnswers(original, made, gainOf(before, after), bar, tools) : dropped(reason);
}
function look(model, bytes) {
	return {
		model,
		nodes: summarize(model, bytes).nodes,
		bytes
	};
}
async function lookAt(file, files) {
	const source = await files.open(file);
	const model = readModel(source, path.basename(file));
	return look(model, [...(await openExternal(model, path.dirname(file), files)).values()].map((weights) => typeof weights === "string" ? 0 : weights.length).reduce((sum, size) => sum + size, source.length));
}
function faultOf(before, after, { runtimeOperators }) {
	const error = checkModel(after.model).find((finding) => finding.severity === "error" && !(runtimeOperators === true && isOfOperator(finding)));
	if (error !== void 0) return `is not a sound model (${error.where}: ${error.message})`;
	const { change, reasons } = diffInterface(before.model, after.model);
	return change === "compatible" ? void 0 : `has another interface (${reasons.join(", ")})`;
}
function isOfOperator({ code }) {
	return code === "operator-too-new" || code === "operator-unknown";
}
function lossOf(before, after, saves) {
	if (after[saves] >= before[saves]) return nothingGained[saves](before, after);
	if (after.bytes > growth.factor * before.bytes + growth.bytes) return `grows from ${before.bytes} to ${after.bytes} bytes`;
}
const nothingGained = {
	nodes: ({ nodes }) => `leaves ${nodes === 1 ? "its only node" : `all ${nodes} nodes`}, so there is nothing to gain`,
	bytes: (before, after) => `takes ${after.bytes} bytes instead of ${before.bytes}, so there is nothing to gain`
};
function gainOf(before, after) {
	return `has ${after.nodes} ${after.nodes === 1 ? "node" : "nodes"} instead of ${before.nodes}, ${after.bytes} bytes instead of ${before.bytes}`;
}
async function judgeAnswers({ artifact, path: original }, made, gain, { tolerance }, tools) {
	const compared = await compareAnswers({
		name: artifact.name,
		path: original
	}, {
		name: path.basename(made.path),
		path: made.path
	}, tools);
	if ("impossible" in compared) return dropped(`could not be compared: ${compared.impossible}`);
	const { difference } = compared;
	const figure = difference === 0 ? "no difference" : `a difference of ${difference.toExponential(1)}`;
	if (difference > tolerance) return dropped(`answers with ${figure}, beyond the tolerance of ${tolerance}`);
	return {
		kept: true,
		why: `${gain}, and answers with ${figure}`
	};
}
function dropped(why) {
	return {
		kept: false,
		why
	};
}
async function makeVariant(kind, candidate, settings, tools) {
	const original = {
		artifact: candidate,
		path: await tools.store.path(candidate)
	};
	await refuseBarred(original.path, tools.world.files);
	const made = await kind.make(ownSettings(kind, settings), original, await variantTools(kind, tools));
	const judgement = await judge(original, made, {
		saves: kind.saves,
		tolerance: settings.tolerance
	}, tools);
	if (tools.signal.aborted) throw new Cancelled(`variant ${kind.name} was cancelled`);
	return {
		id: kind.name,
		model: await tools.store.putFile(made.path),
		how: made.how,
		...judgement
	};
}
function ownSettings(kind, settings) {
	return Object.fromEntries(Object.keys(kind.settings.shape).map((name) => [name, settings[name]]));
}
async function variantTools({ name }, { world, scratch, signal }) {
	const own = path.join(scratch, name);
	await world.files.remove(own);
	await world.files.makeDirectory(own);
	return {
		scratch: own,
		files: world.files,
		signal,
		worker: () => world.processes.worker("bench", { signal })
	};
}
export { makeVariant };
