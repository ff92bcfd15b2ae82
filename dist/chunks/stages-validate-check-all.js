import { checkWords, printDuration, printMilliseconds } from "./start.js";
import { batchFor, checkModel, checkRisks, checkSafety, checkStart, makeInputs, onnxruntimeLimits } from "./measure-inputs.js";
import { diffInterface } from "./onnx-diff.js";
import { readModel } from "./onnx-format.js";
import { buildGraph, buildModel, openExternal, summarize, value } from "./onnx-graph.js";
import { Bug, UserError, isFetchable, nearest, oneRow, ownValue, plainer, rows, unfetchable } from "./workers.js";
import { fromFloat16, toFloat16 } from "./core-float16.js";
import { batchOf } from "./data-batch.js";
import { fitted } from "./data-fit.js";
import { loadData } from "./data-load.js";
import { openNpz, readNpz } from "./data-npz.js";
import { checkNames, goldenFile, openTarget, stageError } from "./pipelines.js";
import { histogramQuantile } from "./stats-histogram.js";
import path from "node:path";
const running = [
	"runs",
	"determinism",
	"golden",
	"load-test"
];
function insteadOfRunning(check, barred, done) {
	if (barred.length === 0 || !running.includes(check)) return void 0;
	return done.some(({ findings }) => findings.some(({ code }) => code === barred[0]?.code)) ? [notRun] : barred;
}
const notRun = {
	severity: "note",
	code: "model-not-run",
	where: "model",
	message: "It was not checked, because the model is not to be run.",
	hint: "See what the check `safety` found.",
	unchecked: true
};
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
const unfetched = "output-unfetched";
function unfetchedIn(outputs) {
	return outputs.filter((output) => !isFetchable(output)).map((output) => ({
		severity: "warning",
		code: unfetched,
		where: `output ${output.name}`,
		message: `It was not checked: it ${unfetchable(output)}, and Node cannot fetch it.`,
		hint: `${plainer(output)} Or check it with another runtime.`,
		unchecked: true
	}));
}
function onlyUnfetched(findings) {
	return findings.every(({ severity, unchecked, code }) => severity !== "error" && (!unchecked || code === unfetched));
}
const blamed = [
	"model-rejected",
	"model-run-failed",
	"worker-died"
];
const unmade = [
	"input-unsupported",
	"input-too-large",
	"outputs-unsupported",
	"types-unsupported"
];
async function whileLoaded(artifact, tools, look) {
	const model = await tools.store.path(artifact);
	const called = [model, artifact.name];
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
			called,
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
		if (blamed.includes(error.code)) return [runError(error, called)];
		if (unmade.includes(error.code)) return [notMade(error, called)];
		throw error;
	} finally {
		await worker.close();
	}
}
async function tried({ doubtful }, { called }, look) {
	try {
		return await look();
	} catch (error) {
		if (doubtful && didNotRun(error)) return [notMade(error, called)];
		throw error;
	}
}
function didNotRun(error) {
	return error instanceof UserError && error.code === "model-run-failed";
}
function runError(error, called) {
	const hint = error.code === "model-rejected" ? rejected : error.hint;
	return {
		severity: "error",
		code: error.code,
		where: "model",
		message: messageOf(error, called),
		hint
	};
}
const rejected = "An operator may be newer than the runtime, or unknown to it: see what the other checks found, or export with an older opset.";
function notMade(error, called) {
	return {
		severity: "warning",
		code: error.code,
		where: "model",
		message: messageOf(error, called),
		hint: error.code === "model-run-failed" ? realInputs : `${error.hint} Or leave the check out: \`checks:\` or \`--checks\` names those to make.`,
		unchecked: true
	};
}
const realInputs = "Give it real inputs (`data:`, `golden:`; on the command line `--data`, `--golden`), or the shapes of made-up ones (`shapes:`, `--shape`), or leave the check out (`checks:`, `--checks`).";
function messageOf({ message }, [path, name]) {
	return message.replaceAll(path, name);
}
async function examplesOf(settings, subject, { world, store, folder }) {
	const { golden, data: name, shapes } = settings;
	const sets = [];
	for (const set of golden) {
		const arrays = readNpz(await world.files.read(goldenFile(set, folder)), set.from);
		sets.push({
			from: set.from,
			arrayFor: (input) => ownValue(arrays, ownValue(set.inputs, input) ?? input)
		});
	}
	const gathered = {
		golden: sets,
		named: name !== void 0,
		shapes
	};
	try {
		return {
			...gathered,
			data: await dataSet(name, subject, {
				world,
				store
			})
		};
	} catch (error) {
		if (name !== void 0 || !(error instanceof UserError)) throw error;
		return {
			...gathered,
			data: void 0,
			aside: error
		};
	}
}
async function dataSet(named, { data: known }, { world, store }) {
	const name = named ?? "eval";
	const reference = ownValue(known, name);
	if (reference !== void 0) {
		const { files, trust } = world;
		return loadData(name, reference, {
			path: await store.path(reference.artifact),
			files,
			trust
		});
	}
	if (named === void 0) return void 0;
	throw stageError("data-set-unknown", {
		data: name,
		names: Object.keys(known)
	});
}
function trialOf(examples, inputs) {
	const golden = examples.golden.find(({ arrayFor }) => inputs.every(({ name }) => arrayFor(name) !== void 0));
	if (golden !== void 0) return goldenTrial(golden, inputs, examples);
	const { data: loaded, named } = examples;
	if (loaded === void 0) return madeUp(examples, inputs, examples.aside);
	try {
		return dataTrial(fitted(loaded, [inputs]), inputs, examples);
	} catch (error) {
		if (named || !(error instanceof UserError)) throw error;
		return madeUp(examples, inputs, error);
	}
}
function dataTrial(data, inputs, examples) {
	return {
		name: `the first examples of ${data.name}`,
		real: true,
		doubtful: false,
		one: () => batchOf(data, 0, batchFor(inputs, 1)),
		each: () => eachOf(data, inputs),
		several(count) {
			if (data.examples < 2) return severalMadeUp(examples, inputs, count);
			return batchOf(data, 0, hasOpenBatch(inputs) ? Math.min(count, data.examples) : count);
		},
		findings: onSome(data, inputs)
	};
}
function onSome({ name, examples }, inputs) {
	const ran = mostRuns * batchFor(inputs, 1);
	if (ran >= examples) return [];
	return [{
		severity: "note",
		code: "runs-some",
		where: "model",
		message: `It ran on ${ran} of the ${examples} examples of ${name}, from all over them.`,
		hint: "A comparison of a quality metric runs it on all of them.",
		partly: `on ${ran} of ${examples} examples`
	}];
}
const mostRuns = 256;
function* eachOf(data, inputs) {
	const batch = batchFor(inputs, 1);
	const runs = Math.min(mostRuns, Math.ceil(data.examples / batch));
	const last = Math.max(0, data.examples - batch);
	for (let run = 0; run < runs; run++) {
		const start = runs === 1 ? 0 : Math.round(run * last / (runs - 1));
		yield {
			feeds: batchOf(data, start, start + batch),
			of: `example ${start} of ${data.name}`
		};
	}
}
function goldenTrial({ from, arrayFor }, inputs, examples) {
	const feeds = Object.fromEntries(inputs.map(({ name }) => [name, arrayFor(name)]));
	const held = Math.min(...Object.values(feeds).flatMap(({ dims }) => dims.slice(0, 1)));
	const name = `the inputs of ${from}`;
	const one = () => hasOpenBatch(inputs) && held > 1 ? firstOf(feeds, 1) : feeds;
	return {
		name,
		real: true,
		doubtful: false,
		one,
		each: () => [{
			feeds: one(),
			of: name
		}],
		several: (count) => held < 2 ? severalMadeUp(examples, inputs, count) : firstOf(feeds, Math.min(count, held)),
		findings: []
	};
}
function madeUp(examples, inputs, aside) {
	const { shapes } = examples;
	const name = "made-up inputs";
	const one = () => makeInputs(inputs, 1, seeds.one, shapes);
	return {
		name,
		real: false,
		doubtful: isGuess(inputs, shapes),
		one,
		each: () => [{
			feeds: one(),
			of: name
		}],
		several: (count) => severalMadeUp(examples, inputs, count),
		findings: aside === void 0 ? [] : [leftAside(aside)]
	};
}
function severalMadeUp({ shapes }, inputs, count) {
	const stated = Object.entries(shapes).map(([name, [, ...rest]]) => [name, [count, ...rest]]);
	return makeInputs(inputs, count, seeds.several, Object.fromEntries(stated));
}
const seeds = {
	one: 1,
	several: 2
};
function hasOpenBatch(inputs) {
	return typeof sharedBatch(inputs) === "string";
}
function sharedBatch(inputs) {
	const [first, ...others] = new Set(inputs.filter(({ dims }) => dims.length > 0).map(({ dims }) => dims[0]));
	return others.length === 0 ? first : void 0;
}
function firstOf(feeds, count) {
	return Object.fromEntries(Object.entries(feeds).map(([name, tensor]) => [name, tensor.dims.length === 0 ? tensor : rows(tensor, 0, count)]));
}
function isGuess(inputs, shapes) {
	const symbols = inputs.flatMap(({ name, dims }) => Object.hasOwn(shapes, name) ? [] : dims).filter((dim) => typeof dim === "string");
	return new Set(symbols).size > 1 || symbols.includes("") || inputs.some(({ type }) => meant.includes(type));
}
const meant = [
	"int32",
	"int64",
	"uint32",
	"uint64",
	"bool",
	"string"
];
function leftAside({ message, hint }) {
	return {
		severity: "note",
		code: "data-aside",
		where: "model",
		message: `It was tried on made-up inputs, because the data set eval cannot be used: ${message}`,
		hint
	};
}
const batch = 3;
const batchTolerance = {
	absolute: 1e-4,
	relative: .001
};
function checkDeterminism(artifact, examples, summary, tools) {
	return whileLoaded(artifact, tools, async (loaded) => {
		try {
			const trial = trialOf(examples, loaded.inputs);
			const differing = await twice(loaded, trial);
			return [
				...unfetchedIn(loaded.outputs),
				...differing.length > 0 ? differing : drawn(summary),
				...await batched(loaded, trial)
			];
		} catch (error) {
			if (didNotRun(error)) return [notMade(error, loaded.called)];
			throw error;
		}
	});
}
const runsFirst = {
	severity: "note",
	code: "determinism-unchecked",
	where: "model",
	message: "Whether it gives the same answer twice was not checked, because it did not pass the check `runs`.",
	hint: "See what `runs` found.",
	unchecked: true
};
async function twice({ run }, trial) {
	const feeds = trial.one();
	const [first, second] = [await run(feeds), await run(feeds)];
	return Object.entries(first).flatMap(([name, tensor]) => differing(name, tensor, ownValue(second, name), {
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
const random = [
	"Bernoulli",
	"Multinomial",
	"RandomNormal",
	"RandomNormalLike",
	"RandomUniform",
	"RandomUniformLike"
];
function drawn({ operators }) {
	const drawing = Object.keys(operators).filter((name) => random.includes(name));
	if (drawing.length === 0) return [];
	return [{
		severity: "warning",
		code: "determinism-by-chance",
		where: "model",
		message: `It draws random numbers (${drawing.join(", ")}), so that two runs that agree do not show that others do.`,
		hint: "Export the model without them, or leave `determinism` out of `checks:` if its answers are meant to vary.",
		unchecked: true
	}];
}
async function batched(loaded, trial) {
	const rows = sharedBatch(loaded.inputs);
	if (rows === void 0) return [withoutBatch("its inputs do not share a first dimension", "model")];
	if (rows === 1) return [withoutBatch("it takes one example at a time", "model")];
	try {
		return await eachAlone(loaded, trial.several(typeof rows === "number" ? rows : batch), rows);
	} catch (error) {
		if (didNotRun(error)) return [batchNotRun(error, loaded.called)];
		throw error;
	}
}
async function eachAlone({ outputs, run }, feeds, size) {
	const together = await run(feeds);
	const count = rowsIn(feeds);
	const fixed = typeof size === "number";
	const chosen = Array.from({ length: Math.min(batch, count) }, (_, at) => at === 2 ? count - 1 : at);
	const alone = [];
	for (const example of chosen) alone.push(await run(oneRow(feeds, example, fixed ? size : 1)));
	return outputs.filter(isFetchable).flatMap(({ name, dims }) => {
		const whole = ownValue(together, name);
		const parts = alone.map((outputs) => ownValue(outputs, name));
		const rowEach = whole.dims[0] === count && parts.every((part) => part.dims[0] === (fixed ? size : 1));
		if (typeof dims[0] !== typeof size || !rowEach) return [withoutBatch("it does not have a row for each example", `output ${name}`)];
		return parts.flatMap((part, at) => {
			const example = chosen[at];
			const among = oneRow({ whole }, example, fixed ? size : 1)["whole"];
			return differing(name, part, among, batchTolerance).map((what) => dependent(name, {
				example,
				count,
				fixed
			}, what));
		}).slice(0, 1);
	});
}
function rowsIn(feeds) {
	return Object.values(feeds).find(({ dims }) => dims.length > 0)?.dims[0] ?? 0;
}
function differing(name, expected, found, tolerance) {
	if (found === void 0 || found.dims.join() !== expected.dims.join()) return [`\`${name}\` has another shape`];
	const distance = distanceOf(expected, found, tolerance);
	if (distance === void 0) return [];
	const { worst, beyond, elements } = distance;
	return [`${beyond} of ${elements} elements, at ${placeIn(expected.dims, worst.index)} ${worst.expected} and then ${worst.found}`];
}
function dependent(name, { example, count, fixed }, what) {
	const than = fixed ? `when all ${count} are the same` : "alone";
	return {
		severity: "warning",
		code: "batch-dependent",
		where: `output ${name}`,
		message: `Example ${example} of a batch of ${count} gets another answer than ${than}: ${what}.`,
		hint: `Normal where activations are quantised over the whole batch (DynamicQuantizeLinear)${fixed ? ", or where its first dimension holds no examples" : ""}; else look for a reduction over the batch.`
	};
}
function withoutBatch(why, where) {
	return {
		severity: "note",
		code: "batch-none",
		where,
		message: `Whether an answer depends on its batch was not checked: ${why}.`,
		hint: "If callers send batches, give inputs and outputs a symbolic first dimension of one name when exporting."
	};
}
function batchNotRun(error, called) {
	const { message, ...finding } = notMade(error, called);
	return {
		...finding,
		message: `Whether an answer depends on its batch was not checked: ${message}`
	};
}
async function checkGolden(golden, all, artifact, tools) {
	const file = goldenFile(golden, tools.folder);
	const arrays = openNpz(await tools.world.files.read(file), golden.from);
	return whileLoaded(artifact, tools, async ({ inputs, outputs, run }) => {
		const missing = inputs.filter(({ name }) => !arrays.has(inputArray(golden, name)));
		const wanted = outputs.filter(({ name }) => arrays.has(outputArray(golden, name)));
		const unknown = Object.keys(golden.outputs).filter((name) => !wanted.some((known) => known.name === name));
		const sharing = all.filter((each) => each.from === golden.from);
		const untaken = untakenIn(arrays.names, sharing, {
			inputs,
			outputs
		});
		const problems = [
			...missing.map(({ name }) => withoutInput(name, golden)),
			...unknown.map((name) => withoutOutput(name, golden)),
			...untaken
		];
		if (problems.length > 0) return problems;
		const feeds = inputs.map(({ name }) => [name, arrays.read(inputArray(golden, name))]);
		const unfetched = unfetchedIn(wanted);
		if (wanted.length > 0 && unfetched.length === wanted.length) return unfetched;
		const expected = wanted.filter(isFetchable).map(({ name }) => [name, arrays.read(outputArray(golden, name))]);
		if (expected.length === 0) return [withoutOutput("", golden)];
		const empty = feeds.find(([, { dims }]) => dims[0] === 0);
		if (empty !== void 0 || expected.every(([, { data }]) => data.length === 0)) return [withoutRows(empty === void 0 ? "output" : `input ${empty[0]}`, golden)];
		const given = await run(Object.fromEntries(feeds));
		const others = outputs.filter(({ name }) => !sharing.some((set) => arrays.has(outputArray(set, name))));
		return [
			...unfetched,
			...expected.flatMap(([name, tensor]) => compared(name, tensor, ownValue(given, name), toleranceOf(golden, name))),
			...others.length === 0 ? [] : [notCompared(others, golden)]
		];
	});
}
function inputArray({ inputs }, name) {
	return ownValue(inputs, name) ?? name;
}
function outputArray({ outputs }, name) {
	return ownValue(outputs, name)?.array ?? name;
}
function untakenIn(names, sets, { inputs, outputs }) {
	const taken = sets.flatMap((set) => [...inputs.map(({ name }) => inputArray(set, name)), ...outputs.map(({ name }) => outputArray(set, name))]);
	const known = [...inputs, ...outputs].map(({ name }) => name);
	return names.filter((name) => !taken.includes(name)).map((name) => finding$2("golden-array", `array ${name}`, `${sets[0]?.from} holds it, and no input or output of the model is called so or takes it.`, `Did you mean ${nearest(name, known)}? The model has ${known.join(", ")}. Rename the array, or leave it out.`));
}
function notCompared(outputs, { from }) {
	const names = outputs.map(({ name }) => name).join(", ");
	return {
		severity: "note",
		code: "golden-some",
		where: "model",
		message: `${from} expects nothing of its ${outputs.length === 1 ? "output" : "outputs"} ${names}, which ${outputs.length === 1 ? "was" : "were"} not compared.`,
		hint: "Add an array of that name with the values to expect.",
		partly: `without ${names}`
	};
}
function toleranceOf({ absolute, relative, outputs }, output) {
	const own = ownValue(outputs, output);
	return {
		absolute: own?.absolute ?? absolute,
		relative: own?.relative ?? relative
	};
}
function compared(output, wanted, found, tolerance) {
	const expected = inTypeOf(found, wanted);
	const where = `output ${output}`;
	const shape = ({ type, dims }) => `${type}[${dims.join(", ")}]`;
	const fits = expected !== wanted || found?.type === expected.type;
	if (found === void 0 || !fits || found.dims.join() !== expected.dims.join()) return [finding$2("golden-shape", where, `It is ${found === void 0 ? "missing" : shape(found)} where ${shape(expected)} is expected.`)];
	const distance = distanceOf(expected, found, tolerance);
	if (distance === void 0) return [];
	const { beyond, elements, worst } = distance;
	return [finding$2("golden-differs", where, `${beyond} of ${elements} elements differ; the furthest, at ${placeIn(expected.dims, worst.index)}, is ${worst.found} where ${worst.expected} is expected.`)];
}
function inTypeOf(found, expected) {
	const [narrow, wide] = [roundings.findIndex(({ type }) => type === found?.type), widths.indexOf(expected.type)];
	if (narrow < 0 || wide <= narrow) return expected;
	const { round } = roundings[narrow];
	const data = Float64Array.from(expected.data, (value) => {
		const rounded = round(value);
		return Number.isFinite(rounded) ? rounded : value;
	});
	return {
		type: "float64",
		dims: expected.dims,
		data
	};
}
const widths = [
	"float16",
	"float32",
	"float64"
];
const roundings = [{
	type: "float16",
	round: (value) => fromFloat16(toFloat16(value))
}, {
	type: "float32",
	round: Math.fround
}];
function withoutInput(name, { from }) {
	return finding$2("golden-input", `input ${name}`, `${from} holds no array for it.`, "Add one of its name; in a pipeline, another can be named under `golden: inputs`.");
}
function withoutOutput(name, { from }) {
	if (name === "") return finding$2("golden-output", "model", `${from} holds no array for any of its outputs.`);
	return finding$2("golden-output", `output ${name}`, `The model has no such output, or ${from} no array for it.`);
}
function withoutRows(where, { from }) {
	return finding$2("golden-empty", where, where === "output" ? `What ${from} expects has no elements.` : `${from} holds no rows for it: nothing is compared.`, "Write at least one example with its expected outputs.");
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
function checkLatency(artifact, latency, examples, tools) {
	return whileLoaded(artifact, tools, async (loaded) => {
		const trial = trialOf(examples, loaded.inputs);
		return tried(trial, loaded, async () => {
			const { runMs } = await loaded.warm(trial.one());
			return runMs <= latency ? [] : [tooSlow(runMs, latency)];
		});
	});
}
function tooSlow(runMs, latency) {
	return beyond("latency", `A run takes ${printMilliseconds(runMs)}, more than the ${printMilliseconds(latency)} allowed.`, "Optimise it");
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
function checkDeclared({ inputs, outputs }, run) {
	const given = new Map(Object.entries(run.outputs));
	const symbols = symbolsOf(inputs, run.feeds);
	return outputs.flatMap((declared) => {
		const tensor = given.get(declared.name);
		return tensor === void 0 || declared.dims[0] === "..." ? [] : differences(declared, tensor, symbols, run);
	});
}
function symbolsOf(inputs, feeds) {
	const fed = new Map(Object.entries(feeds));
	const sizes = new Map();
	for (const { name, dims } of inputs) for (const [axis, dim] of dims.entries()) {
		const size = fed.get(name)?.dims[axis];
		if (typeof dim === "string" && dim !== "" && size !== void 0) sizes.set(dim, (sizes.get(dim) ?? new Set()).add(size));
	}
	return new Map([...sizes].flatMap(([symbol, [size, ...others]]) => others.length > 0 ? [] : [[symbol, size ?? 0]]));
}
function differences(declared, { dims }, symbols, { on, guessed }) {
	const where = `output ${declared.name}`;
	const shapes = `It is declared as [${declared.dims.map((dim) => dim || "?").join(", ")}] and is [${dims.join(", ")}]`;
	if (declared.dims.length !== dims.length || declared.dims.some((dim, axis) => typeof dim === "number" && dim >= 0 && dim !== dims[axis])) return [{
		severity: guessed ? "warning" : "error",
		code: "output-shape",
		where,
		message: `${shapes} on ${on}.`,
		hint: guessed ? "See whether it is so on real inputs, with `data:`, `golden:` or `shapes:`; if so, correct the declared shape." : "Correct the declared shape, or give the sizes that vary a symbol: callers rely on what is declared."
	}];
	const symbol = declared.dims.find((dim, axis) => typeof dim === "string" && (symbols.get(dim) ?? dims[axis]) !== dims[axis]);
	if (symbol === void 0) return [];
	return [{
		severity: "warning",
		code: "output-symbol",
		where,
		message: `${shapes} where ${symbol} is ${symbols.get(String(symbol))} in the inputs.`,
		hint: "Give a size of its own a symbol of its own when exporting."
	}];
}
function checkRuns(artifact, examples, summary, tools) {
	return whileLoaded(artifact, tools, async (loaded) => {
		const trial = trialOf(examples, loaded.inputs);
		return [
			...trial.findings,
			...unfetchedIn(loaded.outputs),
			...await tried(trial, loaded, () => runEach(loaded, trial, summary))
		];
	});
}
async function runEach({ inputs, run }, trial, summary) {
	const guessed = trial.doubtful && inputs.some(({ dims }) => dims.slice(1).some((dim) => typeof dim === "string"));
	let said = [];
	for (const { feeds, of } of trial.each()) {
		const outputs = await run(feeds);
		const found = [...Object.entries(outputs).flatMap(([name, tensor]) => allFinite(tensor) ? [] : [notFinite(name, trial, of)]), ...checkDeclared(summary, {
			feeds,
			outputs,
			on: of,
			guessed
		})];
		if (found.some(({ severity }) => severity === "error")) return found;
		if (said.length === 0) said = found;
	}
	return said;
}
function allFinite(tensor) {
	if (tensor.type === "float16") return tensor.data.every((bits) => Number.isFinite(fromFloat16(bits)));
	if (tensor.type !== "float32" && tensor.type !== "float64") return true;
	return tensor.data.every((element) => Number.isFinite(element));
}
function notFinite(output, { real }, of) {
	return {
		severity: "error",
		code: "output-not-finite",
		where: `output ${output}`,
		message: `On ${of} it has elements that are NaN or infinite.`,
		hint: real ? "See whether these inputs are what the model was trained on; if so, the training diverged, or the export lost something." : "Try it on inputs of your own, with `data:` or `golden:`; if its outputs are finite there, that is what counts."
	};
}
const finds = {
	graph: ({ candidate, external }) => checkModel(candidate, onnxruntimeLimits, external),
	interface: checkInterface,
	safety: ({ candidate }) => [...checkSafety(candidate), ...checkRisks(candidate)],
	runs: async ({ subject, tools, summary, examples }) => checkRuns(subject.candidate, await examples(), summary, tools),
	determinism: async ({ subject, tools, summary, examples }) => checkDeterminism(subject.candidate, await examples(), summary, tools)
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
			for (const set of golden) found.push(...await checkGolden(set, golden, subject.candidate, tools));
			return found;
		}
	},
	{
		name: "limits",
		asked: ({ limits }) => limits !== void 0,
		find: async ({ settings: { limits = {} }, summary, subject, tools, barred, examples }) => {
			const found = checkLimits(summary, limits);
			if (limits.latency === void 0) return found;
			if (barred.length > 0) return [...found, notRun];
			return [...found, ...await checkLatency(subject.candidate, limits.latency, await examples(), tools)];
		}
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
	let gathered;
	const examples = () => {
		gathered ??= examplesOf(settings, subject, tools);
		return gathered;
	};
	const barred = checkStart(candidate);
	const done = [];
	const asked = checks.filter((check) => check.asked(settings));
	for (const [at, { name, find }] of asked.entries()) {
		tools.progress(`check ${name}`, at / asked.length);
		const findings = mustRunFirst(name, done) ? [runsFirst] : insteadOfRunning(name, barred, done) ?? await find({
			subject,
			candidate,
			external,
			barred,
			summary,
			settings,
			tools,
			examples
		});
		done.push({
			check: name,
			verdict: verdictOf(findings),
			findings
		});
	}
	return {
		product: {
			checks: done,
			summary
		},
		summary: sentence(done, summary)
	};
}
function mustRunFirst(name, done) {
	return name === "determinism" && done.some(({ check, findings }) => check === "runs" && !onlyUnfetched(findings));
}
function verdictOf(findings) {
	if (findings.some(({ severity }) => severity === "error")) return "fail";
	return findings.some(({ unchecked }) => unchecked) ? "not-checked" : "pass";
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
	const named = (wanted) => done.filter(({ verdict }) => verdict === wanted).map(checkWords).join(", ");
	const findings = done.flatMap((check) => check.findings);
	const open = named("not-checked") === "" ? "" : `not checked: ${named("not-checked")}`;
	const errors = findings.filter((finding) => finding.severity === "error");
	const [first] = errors;
	if (first !== void 0) {
		const others = errors.length === 1 ? "" : ` (and ${errors.length - 1} more)`;
		return `${first.where}: ${withoutStop(first.message)}${others}${open === "" ? "" : `; ${open}`}`;
	}
	const sound = named("pass") === "" ? "" : `${named("pass")}: sound (${sizeOf(summary, findings)})`;
	if (open === "") return sound;
	return `${open} (${withoutStop(findings.find(({ unchecked }) => unchecked)?.message ?? "")})${sound === "" ? "" : `; ${sound}`}`;
}
function sizeOf({ nodes, parameters }, findings) {
	const warnings = findings.filter((finding) => finding.severity === "warning").length;
	const but = warnings === 0 ? "" : `, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
	return `${nodes} ${nodes === 1 ? "node" : "nodes"}, ${parameters} ${parameters === 1 ? "parameter" : "parameters"}${but}`;
}
function withoutStop(message) {
	return message.replace(/\.$/, "");
}
export { checkAll };
