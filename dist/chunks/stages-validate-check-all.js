import { combine, printDuration, printMilliseconds } from "./start.js";
import { checkModel, checkRisks, checkSafety, onnxruntimeLimits } from "./onnx-check.js";
import { diffInterface } from "./onnx-diff.js";
import { readModel } from "./onnx-format.js";
import { buildGraph, buildModel, openExternal, summarize, value } from "./onnx-graph.js";
import { Bug, UserError } from "./workers.js";
import { rows } from "./core-tensor.js";
import { makeInputs } from "./measure-inputs.js";
import { fromFloat16 } from "./core-float16.js";
import { readNpz } from "./data-npz.js";
import { checkNames, goldenFile } from "./pipelines.js";
import { histogramQuantile } from "./stats-histogram.js";
import { openTarget } from "./stages-target.js";
import path from "node:path";
function checkContract(contract, model) {
	const { change, reasons } = diffInterface(contractModel(contract, model), model);
	return reasons.map((reason) => ({
		severity: change === "breaking" ? "error" : "note",
		code: change === "breaking" ? "contract-broken" : "contract-extended",
		where: "interface",
		message: `Against the contract, ${reason}.`,
		hint: "Export the model with these names, types and shapes, or change `contract:` with its callers."
	}));
}
function contractModel({ inputs, outputs }, { opsetImport }) {
	const values = (declared) => Object.entries(declared).map(([name, { type, dims }]) => value(name, type, dims));
	const graph = buildGraph({
		inputs: values(inputs),
		outputs: values(outputs),
		nodes: []
	});
	return {
		...buildModel({
			graph,
			opset: 1
		}),
		opsetImport
	};
}
function distanceOf(expected, found, tolerance) {
	const [wanted, given] = [valueAt(expected), valueAt(found)];
	let [beyond, furthest, at] = [
		0,
		Number.NEGATIVE_INFINITY,
		0
	];
	for (let index = 0; index < expected.data.length; index++) {
		const excess = excessOf(wanted(index), given(index), tolerance);
		if (excess <= 0) continue;
		beyond += 1;
		if (excess <= furthest) continue;
		furthest = excess;
		at = index;
	}
	if (beyond === 0) return void 0;
	const worst = {
		index: at,
		expected: String(wanted(at)),
		found: String(given(at))
	};
	return {
		beyond,
		elements: expected.data.length,
		worst
	};
}
function valueAt({ type, data }) {
	if (type === "float16") return (index) => fromFloat16(data[index]);
	return (index) => data[index];
}
function excessOf(expected, found, { absolute, relative }) {
	if (expected === found || Object.is(expected, found)) return 0;
	if (typeof expected === "string" || typeof found === "string") return Infinity;
	const [wanted, given] = [Number(expected), Number(found)];
	if (!Number.isFinite(wanted) || !Number.isFinite(given)) return Infinity;
	const apart = typeof expected === "bigint" && typeof found === "bigint" ? Number(found - expected) : given - wanted;
	return Math.abs(apart) - (absolute + relative * Math.abs(wanted));
}
function placeIn(dims, index) {
	let rest = index;
	return `[${dims.toReversed().map((dim) => {
		const at = rest % dim;
		rest = Math.floor(rest / dim);
		return at;
	}).reverse().join(", ")}]`;
}
const blamed = [
	"model-rejected",
	"model-run-failed",
	"worker-died"
];
async function whileLoaded(artifact, tools, look) {
	const model = await tools.store.path(artifact);
	const worker = await tools.world.processes.worker("bench", { signal: tools.signal });
	try {
		const { inputs, outputs } = await worker.ask({
			do: "open",
			model,
			provider: "cpu",
			threads: 1
		});
		return await look({
			inputs,
			outputs,
			run: async (feeds) => (await worker.ask({
				do: "run",
				feeds
			})).outputs,
			warm: (feeds) => worker.ask({
				do: "warm",
				feeds
			})
		});
	} catch (error) {
		if (tools.signal.aborted || !(error instanceof UserError)) throw error;
		const severity = severityOf(error);
		if (severity !== void 0) return [runFinding(severity, error, [model, artifact.name])];
		throw error;
	} finally {
		await worker.close();
	}
}
function severityOf({ code }) {
	if (code === "input-unsupported") return "note";
	return blamed.includes(code) ? "error" : void 0;
}
function runFinding(severity, error, [path, name] = ["", ""]) {
	const message = path === "" ? error.message : error.message.replaceAll(path, name);
	return {
		severity,
		code: error.code,
		where: "model",
		message,
		hint: error.hint
	};
}
const seed$1 = 2;
const batch = 3;
const batchTolerance = {
	absolute: 1e-4,
	relative: .001
};
function checkDeterminism(artifact, tools) {
	return whileLoaded(artifact, tools, async (loaded) => {
		try {
			return [...await twice(loaded), ...await batched(loaded)];
		} catch (error) {
			if (error instanceof UserError && error.code === "model-run-failed") return [unchecked("it does not run on made-up inputs")];
			throw error;
		}
	});
}
async function twice({ inputs, run }) {
	const feeds = makeInputs(inputs, 1, seed$1);
	const [first, second] = [await run(feeds), await run(feeds)];
	return Object.entries(first).flatMap(([name, tensor]) => differing(name, tensor, second[name], {
		absolute: 0,
		relative: 0
	}).map((what) => ({
		severity: "error",
		code: "not-deterministic",
		where: `output ${name}`,
		message: `The same input gives another output the second time: ${what}.`,
		hint: "Look for operators that draw random numbers (RandomNormal, Multinomial, Dropout in training mode) and export them with a seed, or out of the model."
	})));
}
async function batched({ inputs, outputs, run }) {
	if (!batchFirst(inputs) || !batchFirst(outputs)) return [unchecked("not every input and output has a batch as its first dimension")];
	const feeds = makeInputs(inputs, batch, seed$1);
	const together = await run(feeds);
	for (let example = 0; example < batch; example++) {
		const alone = await run(slice(feeds, example));
		for (const [name, tensor] of Object.entries(together)) {
			if (tensor.dims[0] !== batch) return [unchecked(`output \`${name}\` has ${tensor.dims[0]} rows for a batch of ${batch}`)];
			const [what] = differing(name, alone[name], rows(tensor, example, example + 1), batchTolerance);
			if (what !== void 0) return [dependent(name, example, what)];
		}
	}
	return [];
}
function batchFirst(ports) {
	const first = new Set(ports.map(({ dims }) => dims[0]));
	return ports.length > 0 && first.size === 1 && typeof ports[0]?.dims[0] === "string" && ports[0].dims[0] !== "";
}
function slice(feeds, example) {
	return Object.fromEntries(Object.entries(feeds).map(([name, tensor]) => [name, rows(tensor, example, example + 1)]));
}
function differing(name, expected, found, tolerance) {
	if (found === void 0 || found.dims.join() !== expected.dims.join()) return [`\`${name}\` has another shape`];
	const distance = distanceOf(expected, found, tolerance);
	if (distance === void 0) return [];
	const { worst, beyond, elements } = distance;
	return [`${beyond} of ${elements} elements, at ${placeIn(expected.dims, worst.index)} ${worst.expected} and then ${worst.found}`];
}
function dependent(name, example, what) {
	return {
		severity: "warning",
		code: "batch-dependent",
		where: `output ${name}`,
		message: `Example ${example} of a batch of ${batch} gets another answer than alone: ${what}.`,
		hint: "Normal where activations are quantised over the whole batch (DynamicQuantizeLinear); else look for a reduction over the batch."
	};
}
function unchecked(why) {
	return {
		severity: "note",
		code: "batch-unchecked",
		where: "model",
		message: `Whether an example's answer depends on its batch was not checked: ${why}.`,
		hint: "Give inputs and outputs a symbolic first dimension of one name when exporting."
	};
}
async function checkGolden(golden, artifact, tools) {
	const file = goldenFile(golden, tools.folder);
	const arrays = readNpz(await tools.world.files.read(file), golden.from);
	return whileLoaded(artifact, tools, async ({ inputs, outputs, run }) => {
		const missing = inputs.filter(({ name }) => arrays[golden.inputs[name] ?? name] === void 0);
		if (missing.length > 0) return missing.map(({ name }) => withoutInput(name, golden));
		const feeds = Object.fromEntries(inputs.map(({ name }) => [name, arrays[golden.inputs[name] ?? name]]));
		const expected = outputs.flatMap(({ name }) => {
			const found = arrays[golden.outputs[name]?.array ?? name];
			return found === void 0 ? [] : [[name, found]];
		});
		const unknown = Object.keys(golden.outputs).filter((name) => !expected.some(([known]) => known === name));
		if (unknown.length > 0 || expected.length === 0) return (unknown.length > 0 ? unknown : [""]).map((name) => withoutOutput(name, golden));
		const given = await run(feeds);
		return expected.flatMap(([name, tensor]) => compared(name, tensor, given[name], toleranceOf(golden, name)));
	});
}
function toleranceOf({ absolute, relative, outputs }, output) {
	const own = outputs[output];
	return {
		absolute: own?.absolute ?? absolute,
		relative: own?.relative ?? relative
	};
}
function compared(output, expected, found, tolerance) {
	const where = `output ${output}`;
	const shape = ({ type, dims }) => `${type}[${dims.join(", ")}]`;
	if (found === void 0 || shape(found) !== shape(expected)) return [finding$2("golden-shape", where, `It is ${found === void 0 ? "missing" : shape(found)} where ${shape(expected)} is expected.`)];
	const distance = distanceOf(expected, found, tolerance);
	if (distance === void 0) return [];
	const { beyond, elements, worst } = distance;
	return [finding$2("golden-differs", where, `${beyond} of ${elements} elements differ; the furthest, at ${placeIn(expected.dims, worst.index)}, is ${worst.found} where ${worst.expected} is expected.`)];
}
function withoutInput(name, { from }) {
	return finding$2("golden-input", `input ${name}`, `${from} holds no array for it.`, "Add one of its name, or name another under `golden: inputs`.");
}
function withoutOutput(name, { from }) {
	if (name === "") return finding$2("golden-output", "model", `${from} holds no array for any of its outputs.`);
	return finding$2("golden-output", `output ${name}`, `The model has no such output, or ${from} no array for it.`);
}
function finding$2(code, where, message, hint = "If the model is right, write the expected outputs anew; if it is nearly right, widen the tolerance of the output.") {
	return {
		severity: "error",
		code,
		where,
		message,
		hint
	};
}
function checkLimits(summary, limits) {
	const opset = summary.opset["ai.onnx"] ?? 0;
	const { size = Number.POSITIVE_INFINITY, parameters = Number.POSITIVE_INFINITY } = limits;
	const { min = 0, max = Number.POSITIVE_INFINITY } = limits.opset ?? {};
	return [
		...summary.bytes > size ? [beyond("size", `It has ${summary.bytes} bytes, more than the ${size} allowed.`, "Quantise or prune it")] : [],
		...summary.parameters > parameters ? [beyond("parameters", `It has ${summary.parameters} parameters, more than the ${parameters} allowed.`, "Use a smaller architecture")] : [],
		...opset < min || opset > max ? [beyond("opset", `Its opset ${opset} is not within ${min} to ${max}.`, "Export it with another opset")] : []
	];
}
function beyond(what, message, remedy) {
	return {
		severity: "error",
		code: `limit-${what}`,
		where: "model",
		message,
		hint: `${remedy}, or raise \`limits: ${what}\`.`
	};
}
function checkLatency(artifact, { latency }, tools) {
	if (latency === void 0) return [];
	return whileLoaded(artifact, tools, async ({ inputs, warm }) => {
		const { runMs } = await warm(makeInputs(inputs, 1, 1));
		if (runMs <= latency) return [];
		return [beyond("latency", `A run takes ${printMilliseconds(runMs)}, more than the ${printMilliseconds(latency)} allowed.`, "Optimise it")];
	});
}
async function checkLoad(test, subject, tools) {
	const target = openTarget(test.target, subject, tools);
	try {
		await target.prepare(void 0, {
			version: "candidate",
			artifact: subject.candidate
		});
		await target.apply(1);
		return judged(test, await trafficOf(target, test, tools));
	} finally {
		await target.close();
	}
}
async function trafficOf({ traffic, describe }, test, { world: { clock }, signal }) {
	if (traffic === void 0) throw new Bug(`the target ${describe} serves from here and does not count its traffic`);
	const from = clock.now();
	const to = new Date(Date.parse(from) + test.for).toISOString();
	await clock.sleep(test.for, signal);
	for (;;) {
		const window = await traffic.window({
			from,
			to
		}, {
			stable: void 0,
			candidate: "candidate"
		});
		if (window !== void 0) return window.candidate;
		await clock.sleep(50, signal);
	}
}
function judged(test, { requests, errors, latency = [] }) {
	const time = printDuration(test.for);
	if (requests === 0) return [finding$1("load-nothing", `Nothing was asked of it in ${time}.`, "Let the test run longer, or raise the rate of the target.")];
	const failed = errors / requests > test.errors;
	const p95 = histogramQuantile(latency, .95);
	const slow = test.latency !== void 0 && !(p95 <= test.latency);
	return [...failed ? [finding$1("load-errors", `${errors} of ${requests} requests failed within ${time}.`, "Run it with `airworthy validate` to see whether it fails on its own inputs, or give it less load.")] : [], ...slow ? [finding$1("load-slow", `95 % of ${requests} requests took ${printMilliseconds(p95)}, more than the ${printMilliseconds(test.latency)} allowed.`, "Lower the rate, give it more threads, or use a faster variant.")] : []];
}
function finding$1(code, message, hint) {
	return {
		severity: "error",
		code,
		where: "server",
		message,
		hint
	};
}
function statements(model) {
	const own = [
		["producer", model.producerName],
		["description", model.docString],
		["domain", model.domain]
	];
	return new Map([...own, ...model.metadataProps.map(({ key, value }) => [key, value])]);
}
function checkLicense(model, allowed) {
	const said = model.metadataProps.find(({ key }) => /^licen[cs]e$/i.test(key))?.value.trim();
	const hint = `Write one of ${allowed.join(", ")} into the metadata of the model, under the key \`license\`.`;
	if (said === void 0 || said === "") return [finding("license-missing", "It states no licence.", hint)];
	return allowed.some((license) => license.toLowerCase() === said.toLowerCase()) ? [] : [finding("license-refused", `Its licence \`${said}\` is not one that is allowed.`, hint)];
}
function checkMetadata(model, required) {
	const said = statements(model);
	return required.filter((key) => (said.get(key) ?? "").trim() === "").map((key) => finding("metadata-missing", `It says nothing under \`${key}\`.`, "Add it when exporting: `onnx.helper.set_model_props(model, {\u2026})`."));
}
function finding(code, message, hint) {
	return {
		severity: "error",
		code,
		where: "metadata",
		message,
		hint
	};
}
const seed = 1;
function checkRuns(artifact, tools) {
	return whileLoaded(artifact, tools, runOnce);
}
async function runOnce({ inputs, run }) {
	try {
		const outputs = await run(makeInputs(inputs, 1, seed));
		return Object.entries(outputs).flatMap(([name, tensor]) => allFinite(tensor) ? [] : [notFinite(name)]);
	} catch (error) {
		if (error instanceof UserError && error.code === "model-run-failed" && guessed(inputs)) return [runFinding("warning", error)];
		throw error;
	}
}
function guessed(inputs) {
	const symbols = inputs.flatMap((input) => input.dims).filter((dim) => typeof dim === "string");
	return new Set(symbols).size > 1 || symbols.includes("");
}
function allFinite(tensor) {
	if (tensor.type === "float16") return tensor.data.every((bits) => Number.isFinite(fromFloat16(bits)));
	if (tensor.type !== "float32" && tensor.type !== "float64") return true;
	return tensor.data.every((element) => Number.isFinite(element));
}
function notFinite(output) {
	return {
		severity: "error",
		code: "output-not-finite",
		where: `output ${output}`,
		message: "On made-up inputs it has elements that are NaN or infinite.",
		hint: "Try it on inputs of your own; if they are finite there, leave out the `runs` check."
	};
}
const finds = {
	graph: ({ candidate, external }) => checkModel(candidate, onnxruntimeLimits, external),
	interface: checkInterface,
	safety: ({ candidate }) => [...checkSafety(candidate), ...checkRisks(candidate)],
	runs: ({ subject, tools }) => checkRuns(subject.candidate, tools),
	determinism: ({ subject, tools }) => checkDeterminism(subject.candidate, tools)
};
const checks = [
	...checkNames.map((name) => ({
		name,
		asked: ({ checks: chosen }) => chosen.includes(name),
		find: finds[name]
	})),
	{
		name: "contract",
		asked: ({ contract }) => contract !== void 0,
		find: ({ settings: { contract }, candidate }) => contract === void 0 ? [] : checkContract(contract, candidate)
	},
	{
		name: "golden",
		asked: ({ golden }) => golden.length > 0,
		async find({ settings: { golden }, subject, tools }) {
			const found = [];
			for (const set of golden) found.push(...await checkGolden(set, subject.candidate, tools));
			return found;
		}
	},
	{
		name: "limits",
		asked: ({ limits }) => limits !== void 0,
		find: async ({ settings: { limits = {} }, summary, subject, tools }) => [...checkLimits(summary, limits), ...await checkLatency(subject.candidate, limits, tools)]
	},
	{
		name: "license",
		asked: ({ license }) => license.length > 0,
		find: ({ settings: { license }, candidate }) => checkLicense(candidate, license)
	},
	{
		name: "metadata",
		asked: ({ metadata }) => metadata.length > 0,
		find: ({ settings: { metadata }, candidate }) => checkMetadata(candidate, metadata)
	},
	{
		name: "load-test",
		asked: (settings) => settings["load-test"] !== void 0,
		find: ({ settings: { "load-test": test }, subject, tools }) => test === void 0 ? [] : checkLoad(test, subject, tools)
	}
];
async function checkAll({ settings, given: { subject }, tools }) {
	const candidate = await load(subject.candidate, tools);
	const folder = path.dirname(await tools.store.path(subject.candidate));
	const external = await openExternal(candidate, folder, tools.world.files);
	const summary = summarize(candidate, subject.candidate.bytes);
	const done = [];
	const asked = checks.filter((check) => check.asked(settings));
	for (const [at, { name, find }] of asked.entries()) {
		if (name === "determinism" && done.some(({ check, verdict }) => check === "runs" && verdict === "fail")) continue;
		tools.progress(`check ${name}`, at / asked.length);
		const findings = await find({
			subject,
			candidate,
			external,
			summary,
			settings,
			tools
		});
		const failed = findings.some(({ severity }) => severity === "error");
		done.push({
			check: name,
			verdict: failed ? "fail" : "pass",
			findings
		});
	}
	const verdict = combine(done.map((check) => check.verdict));
	return {
		product: {
			checks: done,
			summary
		},
		verdict,
		summary: sentence(done, summary)
	};
}
async function load(artifact, { store, world }) {
	return readModel(await world.files.open(await store.path(artifact)), path.basename(artifact.name));
}
async function checkInterface({ subject: { production }, candidate, tools }) {
	const where = "interface";
	if (production === void 0) return [{
		severity: "note",
		code: "interface-first",
		where,
		message: "Nothing is in production to compare the interface with.",
		hint: "The next release will be compared with this one."
	}];
	const { change, reasons } = diffInterface(await load(production.artifact, tools), candidate);
	return reasons.map((reason) => ({
		severity: change === "breaking" ? "warning" : "note",
		code: `interface-${change}`,
		where,
		message: `Against production, ${reason}.`,
		hint: change === "breaking" ? "Callers must change with it: release it as a major version." : "Callers need not change."
	}));
}
function sentence(done, summary) {
	const findings = done.flatMap((check) => check.findings);
	const errors = findings.filter((finding) => finding.severity === "error");
	const first = errors[0];
	if (first !== void 0) {
		const others = errors.length === 1 ? "" : ` (and ${errors.length - 1} more)`;
		return `${first.where}: ${first.message.replace(/\.$/, "")}${others}`;
	}
	const warnings = findings.filter((finding) => finding.severity === "warning").length;
	const but = warnings === 0 ? "" : `, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
	return `${done.map((check) => check.check).join(", ")}: sound (${summary.nodes} nodes, ${summary.parameters} parameters${but})`;
}
export { checkAll };
