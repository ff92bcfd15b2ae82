import { environmentOf } from "./core-environment.js";
import { cgroupFolders, digest, isMeant, isProduction, largestText, lossOf, printDuration, printMilliseconds, printShare, rankOf, readingsOf, scoreTypeOf, scoreTypeTogether, sliceName, softmax, topClass } from "./start.js";
import { median } from "./core-quantile.js";
import { boolean, int, number as number$1, object } from "./npm-zod-v4-classic-schemas.js";
import { Cancelled, UserError, findProvider, isFetchable, oneRow, ownValue, rows as rows$1, setOwn, sizeOf, unfetchable } from "./workers.js";
import { fitted } from "./data-fit.js";
import { loadData, loadUserExports } from "./data-load.js";
import { checkPlacement, inspectModels } from "./measure-inspect.js";
import { readModel } from "./onnx-format.js";
import { summarize } from "./onnx-graph.js";
import { dataError, metricNamed, partOf, scenariosOf, stageError } from "./pipelines.js";
import { askedBy, contendersOf, nothing } from "./stages-benchmark-contenders.js";
import { batchOf } from "./data-batch.js";
import { firstNotFinite, isNumber, isWhole } from "./data-finite.js";
import { asNumbers, fromFloat16 } from "./core-float16.js";
import { batchFor, makeInputs, measureError } from "./measure-inputs.js";
import { diffInterface } from "./onnx-diff.js";
import "./verdicts.js";
import { clocksDrifted, compareRows, leastAlike, replicate, resamplesFor } from "./verdicts-evidence.js";
import "./stats-describe.js";
import { createRandom } from "./stats-random.js";
import { blockLookSchema, blockSchema } from "./core-products-measurements.js";
import { misfit as misfit$1 } from "./core-schema.js";
import { isDeepStrictEqual } from "node:util";
const reasonBits = {
	gpu_idle: 1,
	applications_clocks_setting: 2,
	sw_power_cap: 4,
	hw_slowdown: 8,
	sync_boost: 16,
	sw_thermal_slowdown: 32,
	hw_thermal_slowdown: 64,
	hw_power_brake_slowdown: 128,
	display_clock_setting: 256
};
function parseGpus(text, query) {
	return rows(text, query).flatMap((row) => {
		const { index, uuid, name, driver } = row;
		if (uuid === void 0 || name === void 0 || number(index) === void 0) return [];
		return {
			index: Number(index),
			uuid,
			name,
			driver: driver ?? "unknown",
			memoryBytes: mebibytes(row.memoryTotal),
			baseMHz: number(row.defaultSm),
			maxMHz: number(row.maxSm),
			mig: row.mig === "Enabled"
		};
	});
}
function parseSamples(text, query) {
	return rows(text, query).flatMap((row) => {
		const atMs = moment(row.at);
		if (atMs === void 0 || row.uuid === void 0) return [];
		const percent = number(row.utilization);
		return {
			atMs,
			uuid: row.uuid,
			utilization: percent === void 0 ? void 0 : percent / 100,
			memoryBytes: mebibytes(row.memoryUsed),
			smMHz: number(row.sm),
			watts: number(row.power),
			celsius: number(row.temperature),
			reasons: reasonsOf(row.reasons)
		};
	});
}
function parseInstances(text) {
	let gpu = "";
	return text.split("\n").flatMap((line) => {
		const [, uuid] = /\(UUID: ([^)]+)\)/.exec(line) ?? [];
		const [, profile] = /^\s+MIG\s+(\S+)/.exec(line) ?? [];
		if (uuid === void 0) return [];
		if (profile !== void 0) return [{
			gpu,
			uuid,
			profile
		}];
		gpu = uuid;
		return [];
	});
}
function parseBaseClock(text) {
	return number(/(\d+)\s*MHz/i.exec(text)?.[1]);
}
function rows(text, { keys }) {
	return text.split("\n").map((line) => line.split(",").map((value) => value.trim())).filter((values) => values.length === keys.length && values.every((value) => value !== "")).map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]])));
}
function number(text) {
	return text !== void 0 && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : void 0;
}
function mebibytes(text) {
	const count = number(text);
	return count === void 0 ? void 0 : count * 2 ** 20;
}
function moment(text) {
	const parts = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(text ?? "");
	if (parts === null) return void 0;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = parts.slice(1).map(Number);
	return new Date(year, month - 1, day, hour, minute, second, ms).getTime();
}
function reasonsOf(mask) {
	if (mask === void 0 || !/^0x[0-9a-f]+$/i.test(mask)) return [];
	const bits = BigInt(mask);
	return Object.keys(reasonBits).filter((reason) => (bits & BigInt(reasonBits[reason])) !== 0n);
}
const identity = [
	{
		key: "index",
		names: ["index"]
	},
	{
		key: "uuid",
		names: ["uuid", "gpu_uuid"]
	},
	{
		key: "name",
		names: ["name", "gpu_name"]
	},
	{
		key: "driver",
		names: ["driver_version"]
	},
	{
		key: "memoryTotal",
		names: ["memory.total"]
	},
	{
		key: "maxSm",
		names: ["clocks.max.sm"]
	},
	{
		key: "defaultSm",
		names: ["clocks.default_applications.graphics"]
	},
	{
		key: "mig",
		names: ["mig.mode.current"]
	}
];
const state = [
	{
		key: "at",
		names: ["timestamp"]
	},
	{
		key: "uuid",
		names: ["uuid", "gpu_uuid"]
	},
	{
		key: "utilization",
		names: ["utilization.gpu"]
	},
	{
		key: "memoryUsed",
		names: ["memory.used"]
	},
	{
		key: "sm",
		names: ["clocks.current.sm", "clocks.sm"]
	},
	{
		key: "power",
		names: ["power.draw.instant", "power.draw"]
	},
	{
		key: "temperature",
		names: ["temperature.gpu"]
	},
	{
		key: "reasons",
		names: ["clocks_event_reasons.active", "clocks_throttle_reasons.active"]
	}
];
function queryFor(columns, refused) {
	const asked = columns.flatMap(({ key, names }) => {
		const name = names.find((each) => !refused.has(each));
		return name === void 0 ? [] : [{
			key,
			name
		}];
	});
	return {
		args: [`--query-gpu=${asked.map(({ name }) => name).join(",")}`, "--format=csv,noheader,nounits"],
		keys: asked.map(({ key }) => key)
	};
}
function refusedField(said) {
	return /Field "([^"]+)" is not a valid field to query/.exec(said)?.[1];
}
async function findGpu(device, tools) {
	const known = await ask$2(identity, tools);
	const gpus = known === void 0 ? [] : parseGpus(known.text, known.query);
	const gpu = visibleGpu(gpus, gpus.some(({ mig }) => mig) ? parseInstances((await smi(["-L"], tools))?.stdout ?? "") : [], device, tools.world.env);
	if (gpu === void 0) return void 0;
	const { query } = await ask$2(state, tools) ?? {};
	return query === void 0 ? void 0 : {
		gpu: {
			...gpu,
			baseMHz: await baseClock(gpu, tools)
		},
		query
	};
}
async function ask$2(columns, tools) {
	const refused = new Set();
	for (;;) {
		const query = queryFor(columns, refused);
		const result = await smi(query.args, tools);
		if (result?.code === 0) return {
			text: result.stdout,
			query
		};
		const field = refusedField(`${result?.stdout}\n${result?.stderr}`);
		if (field === void 0 || refused.has(field)) return void 0;
		refused.add(field);
	}
}
const patienceMs = 3e4;
async function smi(args, { world, signal }) {
	try {
		return await world.processes.run("nvidia-smi", args, {
			timeoutMs: patienceMs,
			signal
		});
	} catch (thrown) {
		if (thrown instanceof UserError && thrown.code === "program-missing") return void 0;
		throw thrown;
	}
}
function visibleGpu(gpus, instances, device, env) {
	const byIndex = gpus.toSorted((a, b) => a.index - b.index);
	const ordered = env["CUDA_DEVICE_ORDER"] === "PCI_BUS_ID" || new Set(gpus.map(({ name }) => name)).size === 1;
	const at = (index) => ordered ? byIndex[index] : void 0;
	const listed = env["CUDA_VISIBLE_DEVICES"]?.split(",").map((entry) => entry.trim());
	if (listed === void 0) return cutOf(at(device), instances);
	const entry = listed[device] ?? "";
	if (/^\d+$/.test(entry)) return cutOf(at(Number(entry)), instances);
	if (entry.startsWith("MIG-")) {
		const instance = instances.find(({ uuid }) => uuid.startsWith(entry));
		return instance && named(byIndex.find(({ uuid }) => uuid === instance.gpu), instance);
	}
	return entry.startsWith("GPU-") ? cutOf(byIndex.find(({ uuid }) => uuid.startsWith(entry)), instances) : void 0;
}
function cutOf(gpu, instances) {
	const first = gpu?.mig ? instances.find((instance) => instance.gpu === gpu.uuid) : void 0;
	return first === void 0 ? gpu : named(gpu, first);
}
function named(gpu, { profile }) {
	return gpu && {
		...gpu,
		name: `${gpu.name} MIG ${profile}`
	};
}
async function baseClock({ index, baseMHz, maxMHz }, tools) {
	const said = await smi([
		"base-clocks",
		"-i",
		String(index)
	], tools);
	return (said?.code === 0 ? parseBaseClock(said.stdout) : void 0) ?? baseMHz ?? maxMHz;
}
function scoredOutput(outputs, production) {
	const floats = outputs.filter(isFloat).map(({ name }) => name);
	return floats.find((name) => name === production) ?? floats[0];
}
function scoresOf(outputs, examples, contender, name) {
	const output = name === void 0 ? Object.values(outputs).find(isFloat) : ownValue(outputs, name);
	if (output === void 0) throw notClasses(contender, name === void 0 ? "no output holds floating-point numbers" : `its output ${name} cannot be fetched from Node`);
	const classes = output.dims.length === 1 ? 1 : output.dims.at(-1) ?? 0;
	if (classes < 1 || output.dims[0] !== examples || sizeOf(output.dims) !== examples * classes) {
		const shape = `[${output.dims.join(", ")}], not [${examples}, classes]`;
		throw notClasses(contender, `its output${name === void 0 ? "" : ` ${name}`} has the shape ${shape}`);
	}
	const values = floatsOf(output);
	return {
		classes,
		row: (example) => values.subarray(example * classes, (example + 1) * classes)
	};
}
function classScoresOf(outputs, examples, contender, name) {
	const scores = scoresOf(outputs, examples, contender, name);
	if (scores.classes > 1) return scores;
	throw notClasses(contender, "it gives a single number for each example, and nothing says from which on it means class 1");
}
function outputsOf(outputs, at, examples, contender) {
	const entries = Object.entries(outputs).map(([name, tensor]) => {
		if (tensor.dims[0] !== examples) throw notRows(contender, name, tensor, examples);
		return [name, rows$1(tensor, at, at + 1)];
	});
	return Object.fromEntries(entries);
}
function floatOutputsOf(outputs, examples, contender) {
	const floats = Object.entries(outputs).filter(([, tensor]) => isFloat(tensor));
	if (floats.length === 0) throw dataError("output-not-rows", {
		contender,
		reason: "no output holds floating-point numbers"
	});
	return new Map(floats.map(([name, tensor]) => {
		if (tensor.dims[0] !== examples) throw notRows(contender, name, tensor, examples);
		const [width, values] = [sizeOf(tensor.dims.slice(1)), floatsOf(tensor)];
		return [name, (at) => values.subarray(at * width, (at + 1) * width)];
	}));
}
function isFloat({ type }) {
	return type.startsWith("float");
}
function floatsOf({ type, data }) {
	return type === "float16" ? Float32Array.from(data, fromFloat16) : data;
}
function notClasses(contender, reason) {
	return dataError("output-not-classes", {
		contender,
		reason
	});
}
function notRows(contender, name, { dims }, examples) {
	const reason = `its output ${name} has the shape [${dims.join(", ")}] for ${examples} examples`;
	return dataError("output-not-rows", {
		contender,
		reason
	});
}
function nothingServed() {
	return {
		examples: [],
		numbers: 0
	};
}
function errorRecorder({ contender, served }) {
	const errors = [];
	const first = served.examples.length === 0;
	return {
		take({ outputs, start, count, rows }) {
			const floats = floatOutputsOf(outputs, rows, contender);
			for (let at = 0; at < count; at++) {
				const given = new Map([...floats].map(([name, row]) => [name, row(at)]));
				const index = start + at;
				if (first) keep(served, given, {
					contender,
					index
				});
				const expected = served.examples[index] ?? new Map();
				errors.push(first ? 0 : largestError(given, expected, {
					contender,
					index
				}));
			}
		},
		finish() {
			if (first) checkNumbers(served, contender);
			return errors;
		}
	};
}
const mostNumbers = 2 ** 28;
function keep(served, given, place) {
	for (const row of given.values()) served.numbers += row.length;
	if (served.numbers > mostNumbers) {
		const why = `production's outputs on all examples take more than ${mostNumbers} numbers`;
		throw dataError("metric-too-large", {
			metric: "output-error",
			why
		});
	}
	const rows = [...given.values()].filter(({ length }) => length > 0);
	if (rows.length > 0 && rows.every(withoutNumbers)) throw notFinite(rows[0]?.[0], place);
	served.examples.push(given);
}
function checkNumbers({ examples }, contender) {
	for (const [name, row] of examples[0] ?? []) {
		const without = examples.every((each) => withoutNumbers(each.get(name) ?? row));
		if (row.length > 0 && without) throw notFinite(row[0], {
			contender,
			index: 0
		});
	}
}
function withoutNumbers(row) {
	return !row.some(isNumber);
}
function notFinite(value, { contender, index }) {
	return dataError("output-not-finite", {
		contender,
		value: String(value),
		example: index
	});
}
function largestError(given, expected, place) {
	let largest = 0;
	for (const [name, row] of expected) {
		const other = given.get(name);
		if (other?.length !== row.length) throw differs(place.contender, name, row.length, other?.length);
		largest = Math.max(largest, relativeError(other, row, place));
	}
	return largest;
}
function relativeError(given, expected, place) {
	let [distance, size] = [0, 0];
	for (let at = 0; at < expected.length; at++) {
		const [value, wanted] = [given[at], expected[at]];
		if (isNumber(wanted)) size += wanted ** 2;
		if (Object.is(value, wanted)) continue;
		if (!isNumber(value - wanted)) throw notFinite(value, place);
		distance += (value - wanted) ** 2;
	}
	if (distance === 0) return 0;
	return size === 0 ? 1 : Number(Math.sqrt(distance / size).toPrecision(9));
}
function differs(contender, name, expected, given) {
	const numbers = (count) => `${count} ${count === 1 ? "number" : "numbers"}`;
	const reason = given === void 0 ? `it has no floating-point output ${name}` : `its output ${name} holds ${numbers(given)} for each example, production's ${numbers(expected)}`;
	return dataError("output-differs", {
		contender,
		reason
	});
}
function outputDistances(given, expected) {
	const distances = new Map();
	for (const [name, tensor] of Object.entries(expected)) {
		const found = distanceOf(name, ownValue(given, name), tensor);
		if ("reason" in found) return found;
		distances.set(name, found.distance);
	}
	return { distances };
}
function distanceOf(name, given, expected) {
	const reason = misfit(name, expected, given);
	if (reason !== void 0 || given === void 0) return { reason: reason ?? "" };
	if (!isFloat(expected)) return { distance: shareDiffering(given, expected) };
	if (expected.data.length > 0 && withoutNumbers(floatsOf(expected))) return { reason: `production gives no number in its output ${name}, only NaN and infinity` };
	return outputError(given, expected);
}
function misfit(name, expected, given) {
	const kind = (tensor) => isFloat(tensor) ? "float" : tensor.type;
	const shape = ({ type, dims }) => `${type}[${dims.join(", ")}]`;
	if (given === void 0) return `there is no output ${name}`;
	if (kind(given) === kind(expected) && given.dims.join() === expected.dims.join()) return void 0;
	return `its output ${name} is ${shape(given)}, production's ${shape(expected)}`;
}
function outputError(given, expected) {
	const recording = {
		data: "",
		examples: 1,
		labels: [],
		served: nothingServed()
	};
	try {
		errorRecorder({
			...recording,
			contender: "production"
		}).take(asExample(expected));
		const recorder = errorRecorder({
			...recording,
			contender: "candidate"
		});
		recorder.take(asExample(given));
		return { distance: recorder.finish()[0] ?? 0 };
	} catch (error) {
		const reason = error instanceof UserError ? reasons[error.code] : void 0;
		if (reason === void 0) throw error;
		return { reason };
	}
}
const reasons = {
	"output-not-finite": "it gives NaN or infinity where production gives another number, or the other way about",
	"metric-too-large": "the outputs of one run are too large"
};
function asExample(output) {
	return {
		outputs: { output: {
			...output,
			dims: [1, ...output.dims]
		} },
		start: 0,
		count: 1,
		rows: 1
	};
}
function shareDiffering(given, expected) {
	let differing = 0;
	for (let at = 0; at < expected.data.length; at++) if (expected.data[at] !== given.data[at]) differing++;
	return expected.data.length === 0 ? 0 : differing / expected.data.length;
}
async function runEach(model, inputs, tools) {
	const { path, provider } = model;
	const worker = await tools.world.processes.worker("bench", {
		signal: tools.signal,
		runtime: findProvider(provider).runtime
	});
	try {
		await worker.ask({
			do: "open",
			model: path,
			provider,
			threads: 0
		});
		const answers = [];
		for (const feeds of inputs) {
			const { outputs } = await worker.ask({
				do: "run",
				feeds
			});
			answers.push(outputs);
		}
		return answers;
	} finally {
		await worker.close();
	}
}
async function measureInterface({ production, chosen }, files) {
	const read = async ({ contender, path }) => readModel(await files.open(path), contender.model.name);
	const { change, reasons } = diffInterface(await read(production), await read(chosen));
	return {
		change,
		reasons: [...reasons]
	};
}
const runs = 8;
const impossible = [
	"batch-fixed",
	"input-too-large",
	"input-unsupported",
	"model-run-failed",
	"outputs-unsupported",
	"worker-died"
];
async function measureOutputs(both, { settings, interfaces, data, provider }, tools) {
	const { production, chosen } = both;
	const source = data === void 0 ? {} : { data: data.name };
	const inputsOf = ({ contender }) => ownValue(interfaces, contender.id)?.inputs ?? [];
	const inputs = sharedInputs(inputsOf(production), inputsOf(chosen));
	const missing = (reason) => ({
		...source,
		errors: [],
		spreads: [],
		missing: reason
	});
	if (inputs === void 0) return missing("it takes other inputs than production");
	const unseen = interfaces[production.contender.id]?.outputs.find((output) => !isFetchable(output));
	if (unseen !== void 0) return missing(`the output ${unseen.name} ${unfetchable(unseen)}, and Node cannot fetch it`);
	tools.progress("outputs on the same inputs");
	try {
		const answers = await answersOf(both, data === void 0 ? madeUp(inputs, settings) : [spreadOver(data, inputs)], provider, tools);
		const errors = distances(answers.chosen, answers.production);
		if ("reason" in errors) return missing(errors.reason);
		const spreads = distances(answers.production.slice(1), answers.production.slice(0, -1));
		const [first, ...others] = [...errors.of].map(([name, own]) => {
			return {
				name,
				errors: own,
				spreads: "reason" in spreads ? [] : spreads.of.get(name) ?? []
			};
		});
		if (first === void 0) return missing("it has no outputs");
		const { name, ...figures } = leastAlike([first, ...others]);
		return {
			...source,
			...others.length === 0 ? {} : { output: name },
			...figures
		};
	} catch (error) {
		if (tools.signal.aborted || !(error instanceof UserError && impossible.includes(error.code))) throw error;
		return missing(inWords(error.message, both));
	}
}
async function answersOf({ production, chosen }, [feeds, ...others], provider, tools) {
	try {
		const of = ({ path }) => runEach({
			path,
			provider
		}, feeds ?? [], tools);
		return {
			production: await of(production),
			chosen: await of(chosen)
		};
	} catch (error) {
		if (others.length === 0 || !(error instanceof UserError && error.code === "model-run-failed")) throw error;
		return answersOf({
			production,
			chosen
		}, others, provider, tools);
	}
}
function sharedInputs(production, chosen) {
	if (production.length !== chosen.length) return void 0;
	const shared = production.flatMap(({ name, type, dims }) => {
		const other = chosen.find((each) => each.name === name);
		if (other?.type !== type || other.dims.length !== dims.length) return [];
		return [{
			name,
			type,
			dims: dims.map((dim, axis) => typeof dim === "number" ? dim : other.dims[axis] ?? dim)
		}];
	});
	return shared.length === production.length ? shared : void 0;
}
function madeUp(inputs, { seed, shapes }) {
	return [(run) => run % 2 === 0 ? "any" : "signed", () => "usual"].map((rangeOf) => Array.from({ length: runs }, (_, run) => makeInputs(inputs, 1, seed + run, shapes, rangeOf(run))));
}
function spreadOver(data, inputs) {
	const batch = batchFor(inputs, 1);
	const length = Math.min(runs, Math.ceil(data.examples / batch));
	const last = Math.max(0, data.examples - batch);
	return Array.from({ length }, (_, run) => {
		const start = length === 1 ? 0 : Math.round(run * last / (length - 1));
		return batchOf(data, start, start + batch);
	});
}
function distances(given, expected) {
	const of = new Map();
	for (const [run, outputs] of given.entries()) {
		const found = outputDistances(outputs, expected[run]);
		if ("reason" in found) return found;
		for (const [name, distance] of found.distances) of.set(name, [...of.get(name) ?? [], distance]);
	}
	return { of };
}
function inWords(message, { production, chosen }) {
	const named = [production, chosen].reduce((words, { path, contender }) => words.replaceAll(path, contender.model.name), message.replace(/\.$/, ""));
	return named.charAt(0).toLowerCase() + named.slice(1);
}
function batchWatch(outputs, contender) {
	const watched = new Map(outputs.map((name) => [name, {
		spread: spreadOfRows(),
		gaps: 0,
		compared: 0
	}]));
	return {
		see(together, rows, alone) {
			for (const [name, seen] of watched) {
				const among = rowsOf(together, name, rows, contender);
				if (among === void 0) continue;
				for (let row = 0; row < rows; row++) seen.spread.add(among(row));
				for (const { row, outputs: given } of alone) {
					const [size = 0] = ownValue(given, name)?.dims ?? [];
					const own = size === 1 || size === rows ? rowsOf(given, name, size, contender) : void 0;
					for (let at = 0; own !== void 0 && at < size; at++) {
						seen.gaps += gapBetween(own(at), among(row));
						seen.compared += 1;
					}
				}
			}
		},
		furthest() {
			return [...watched].map(([output, { spread, gaps, compared }]) => {
				return {
					output,
					distance: gaps === 0 ? 0 : Math.sqrt(gaps / compared / spread.variance())
				};
			}).reduce((one, other) => other.distance > (one?.distance ?? -1) ? other : one, void 0);
		}
	};
}
function rowsOf(outputs, name, rows, contender) {
	const output = ownValue(outputs, name);
	return output?.dims[0] === rows ? floatOutputsOf({ [name]: output }, rows, contender).get(name) : void 0;
}
function gapBetween(one, other) {
	let sum = 0;
	for (const [at, value] of other.entries()) {
		const gap = Math.abs((one[at] ?? NaN) - value);
		if (gap > rounding$1 * Math.max(1, Math.abs(value)) && Number.isFinite(gap)) sum += gap ** 2;
	}
	return sum;
}
const rounding$1 = 1e-6;
function spreadOfRows() {
	const columns = [];
	return {
		add(row) {
			for (const [at, value] of row.entries()) {
				if (!Number.isFinite(value)) continue;
				columns[at] ??= {
					about: value,
					count: 0,
					sum: 0,
					squares: 0
				};
				const column = columns[at];
				column.count += 1;
				column.sum += value - column.about;
				column.squares += (value - column.about) ** 2;
			}
		},
		variance() {
			let total = 0;
			columns.forEach(({ count, sum, squares }) => {
				total += Math.max(0, squares / count - (sum / count) ** 2);
			});
			return total;
		}
	};
}
const recorders = {
	classes: (recording) => classRecorder(recording, (row, index) => {
		if (recording.labels.length > 0) labelAmong(row.length, recording, index);
		return topClass(row);
	}),
	ranks: (recording) => classRecorder(recording, (row, index) => rankOf(labelAmong(row.length, recording, index), row)),
	scores: scoreRecorder,
	losses: lossRecorder,
	outputs: (recording) => oneOfEach(recording, scoresOf, (row, index) => given(numberOf(row, recording, index))),
	errors: errorRecorder
};
const mostScores = 1e6;
function eachRow({ contender }, read, each) {
	return ({ outputs, start, count, rows, scored }) => {
		const { row } = read(outputs, rows, contender, scored);
		for (let at = 0; at < count; at++) each(row(at), start + at);
	};
}
function oneOfEach(recording, read, number) {
	const values = [];
	return {
		take: eachRow(recording, read, (row, index) => values.push(number(row, index))),
		finish: () => values
	};
}
function classRecorder(recording, number) {
	let classes = 2;
	return {
		...oneOfEach(recording, classScoresOf, (row, index) => {
			classes = Math.max(classes, row.length);
			return number(row, index);
		}),
		classes: () => classes
	};
}
function lossRecorder(recording) {
	const [ofProbabilities, ofLogits] = [[], []];
	let scoreType = "probabilities";
	return {
		take: eachRow(recording, scoresOf, (row, index) => {
			const label = labelAmong(row.length, recording, index);
			if (!row.some(Number.isNaN)) scoreType = scoreTypeTogether(scoreType, scoreTypeOf(row));
			ofProbabilities.push(short(lossOf(label, row, "probabilities")));
			ofLogits.push(short(lossOf(label, row, "logits")));
		}),
		scoreType: () => scoreType,
		finish: (reading) => reading === "probabilities" ? ofProbabilities : ofLogits
	};
}
function scoreRecorder(recording) {
	const [ofProbabilities, ofLogits] = [[], []];
	let scoreType = "probabilities";
	return {
		take: eachRow(recording, scoresOf, (row, index) => {
			checkSize(row.length, recording);
			labelAmong(row.length, recording, index);
			const scores = row.map((score) => finite$1(score, recording, index));
			scoreType = scoreTypeTogether(scoreType, scoreTypeOf(scores));
			for (const score of scores.length === 2 ? scores.subarray(1) : scores) ofProbabilities.push(given(score));
			if (scores.length < 3) ofLogits.push(given(oddsOf(scores)));
			else for (const score of softmax(scores)) ofLogits.push(short(score));
		}),
		scoreType: () => scoreType,
		finish: (reading) => reading === "probabilities" ? ofProbabilities : ofLogits
	};
}
function oddsOf(logits) {
	return logits.length === 1 ? logits[0] : logits[1] - logits[0];
}
function checkSize(classes, { contender, examples }) {
	if ((classes < 3 ? examples : examples * classes) <= mostScores) return;
	const why = `${contender} gives ${classes} scores for each of ${examples} examples, and evidence holds ${mostScores} in all`;
	throw dataError("metric-too-large", {
		metric: "auc",
		why
	});
}
function labelAmong(scores, { data, labels, contender }, index) {
	const label = labels[index];
	const classes = Math.max(2, scores);
	if (label < classes) return label;
	const reason = `the label of example ${index} is ${label}, and ${contender} tells classes 0 to ${classes - 1} apart`;
	throw dataError("data-label", {
		data,
		reason
	});
}
function numberOf(row, recording, index) {
	if (row.length === 1) return finite$1(row[0], recording, index);
	throw dataError("output-not-number", {
		contender: recording.contender,
		numbers: row.length
	});
}
function finite$1(value, { contender }, index) {
	if (isNumber(value)) return value;
	throw dataError("output-not-finite", {
		contender,
		value: String(value),
		example: index
	});
}
function given(value) {
	return Math.fround(value) === value ? short(value) : value;
}
function short(value) {
	return Number(value.toPrecision(9));
}
function nothingUnread() {
	return { spoiled: new Set() };
}
function unreadOutputs(declared, scored, reads) {
	if (reads.has("all")) return [];
	const isRead = (output) => reads.has("scores") && output.name === scored || reads.has("floats") && isFloat(output);
	return declared.filter((output) => !isRead(output)).map(({ name }) => name);
}
function checkUnread(unread, contender, first, { outputs, start, count }) {
	for (const name of unread.names ?? []) {
		const tensor = ownValue(outputs, name);
		if (tensor === void 0 || tensor.dims[0] === void 0 || unread.spoiled.has(name)) continue;
		const at = firstNotFinite(tensor);
		const example = at === void 0 ? count : Math.floor(at / (tensor.data.length / tensor.dims[0]));
		if (example >= count) continue;
		if (!first) throw dataError("output-turned-not-finite", {
			contender,
			output: name,
			example: start + example
		});
		unread.spoiled.add(name);
	}
}
async function predict(plan, take, tools) {
	const worker = await tools.world.processes.worker("bench", {
		signal: tools.signal,
		runtime: findProvider(plan.provider).runtime
	});
	try {
		const opened = await ask$1(worker, {
			do: "open",
			model: plan.path,
			provider: plan.provider,
			threads: 0
		});
		const fixed = fixedBatch(opened);
		const size = fixed ?? usualBatch;
		const every = Math.ceil(Math.ceil(plan.examples / size) / mostAlone);
		for (let start = 0; start < plan.examples; start += size) {
			const count = Math.min(size, plan.examples - start);
			const rows = fixed ?? count;
			const feeds = plan.batch(start, start + rows);
			const { outputs } = await ask$1(worker, {
				do: "run",
				feeds
			});
			const alone = [];
			const batch = start / size;
			for (const row of batch % every === 0 ? rowsAlone(rows, batch / every) : []) {
				const answer = await tried(worker, oneRow(feeds, row, fixed ?? 1));
				if (answer !== void 0) alone.push({
					row,
					outputs: answer
				});
			}
			await take({
				outputs,
				start,
				count,
				rows,
				declared: opened.outputs,
				alone
			});
		}
	} finally {
		await worker.close();
	}
}
const usualBatch = 64;
const mostAlone = 8;
function rowsAlone(rows, batch) {
	if (rows < 2) return [];
	return [...new Set([
		0,
		1 + (7 * batch + Math.floor(rows / 2)) % (rows - 1),
		rows - 1
	])];
}
async function tried(worker, feeds) {
	try {
		return (await ask$1(worker, {
			do: "run",
			feeds
		})).outputs;
	} catch (error) {
		if (error instanceof UserError && error.code === "model-run-failed") return void 0;
		throw error;
	}
}
function fixedBatch({ inputs }) {
	const first = inputs.find(({ dims }) => typeof dims[0] === "number")?.dims[0];
	return inputs.some(({ dims }) => typeof dims[0] === "string") || typeof first !== "number" ? void 0 : first;
}
function ask$1(worker, request) {
	return worker.ask(request);
}
function checkPlanned(examples, lists, limit = largestText) {
	const characters = 2 * examples * lists;
	if (characters > limit) throw stageError("measurements-too-large", {
		examples,
		characters,
		limit
	});
}
function checkKept(quality, limit = largestText) {
	const characters = lengthOf(quality);
	if (characters > limit) throw stageError("measurements-too-large", {
		examples: quality.examples,
		characters,
		limit
	});
}
function lengthOf(value) {
	if (value === null || typeof value !== "object") return JSON.stringify(value)?.length ?? 0;
	if (Array.isArray(value)) return lengthOfList(value);
	return Object.entries(value).reduce((sum, [key, member]) => sum + key.length + 4 + lengthOf(member), 2);
}
function lengthOfList(list) {
	let length = 2;
	for (let at = 0; at < list.length; at += piece) length += JSON.stringify(list.slice(at, at + piece)).length - 1;
	return length;
}
const piece = 1e5;
async function loadMetric(module, trust) {
	const { path } = module;
	const { default: of, combine } = await loadUserExports(module, trust);
	if (combine !== void 0) return {
		of: async (example) => of(example),
		combine: (kept) => finite(combine(kept), path, `${kept.length} examples`)
	};
	return { of: async (example) => finite(await of(example), path, `example ${example.index}`) };
}
function finite(value, path, what) {
	if (typeof value === "number" && isNumber(value)) return value;
	throw dataError("user-module", {
		path,
		reason: `it gave ${String(value)} for ${what}`
	});
}
function loadOwn(questions, { files, trust }) {
	return Promise.all(questions.map(async ({ metric, uses, alpha }) => {
		const path = uses?.path;
		return {
			metric,
			module: await loadMetric({
				path,
				sha256: await files.hash(path)
			}, trust),
			alpha
		};
	}));
}
function ownRecorder({ module }, contender, { labels }) {
	const kept = [];
	return {
		async take({ outputs, start, count, rows }) {
			for (let at = 0; at < count; at++) {
				const index = start + at;
				const own = numbersOf(outputsOf(outputs, at, rows, contender));
				kept.push(await module.of({
					outputs: own,
					label: labels?.[index],
					index
				}));
			}
		},
		kept
	};
}
function numbersOf(outputs) {
	return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, asNumbers(tensor)]));
}
function ownQuality(own, kept, data, seed) {
	const custom = new Map();
	const corpus = new Map();
	for (const each of own) {
		const { metric } = each;
		const { combine } = each.module;
		if (combine === void 0) custom.set(metric, byContender(kept, each, (values) => values));
		else corpus.set(metric, byContender(kept, each, (values, served) => figuresOf({
			...each,
			combine
		}, values, served, data, seed)));
	}
	return {
		custom: Object.fromEntries(custom),
		...corpus.size === 0 ? {} : { corpus: Object.fromEntries(corpus) }
	};
}
function byContender(kept, { metric }, map) {
	const all = [...kept].map(([contender, metrics]) => [contender, metrics.get(metric) ?? []]);
	const [, served = []] = all[0] ?? [];
	return Object.fromEntries(all.map(([contender, values]) => [contender, map(values, served)]));
}
function figuresOf({ combine, alpha }, values, served, { examples, groups }, seed) {
	const weighted = (weights) => values.flatMap((value, at) => Array(weights[at]).fill(value));
	const resampling = {
		seed,
		resamples: resamplesFor(examples, alpha)
	};
	const figures = replicate((weights) => combine(weighted(weights)), {
		examples,
		groups
	}, resampling);
	const differing = values.filter((value, at) => !isDeepStrictEqual(value, served[at])).length;
	return {
		...figures,
		differing
	};
}
function slicesOf(metrics, data) {
	const slices = metrics.flatMap((metric) => metricNamed(metric)?.slice ?? []);
	if (slices.length === 0) return {};
	return { slices: Object.fromEntries(slices.map((slice) => [sliceName(slice), examplesOf(slice, data)])) };
}
function examplesOf(slice, { name, columns }) {
	const column = columns.get(slice.array);
	const examples = column?.flatMap((value, example) => value === slice.value ? [example] : []) ?? [];
	if (examples.length > 0) return examples;
	const known = column === void 0 ? columns.names() : [...new Set(column)];
	throw stageError("data-slice-unknown", {
		data: name,
		slice: sliceName(slice),
		what: column === void 0 ? "arrays" : "values",
		known
	});
}
async function measureQuality(contenders, data, asked, provider, tools) {
	const [first] = [...asked.quality, ...asked.custom.map(({ metric }) => metric)];
	if (first === void 0) return void 0;
	if (!asked.insists && !data?.labels?.every(isWhole)) return void 0;
	if (data === void 0) throw stageError("quality-without-data", {
		metric: first,
		names: tools.dataNames
	});
	for (const metric of asked.quality) checkLabels(metric, data);
	const slices = slicesOf(asked.quality, data);
	const own = await loadOwn(asked.custom, tools.world);
	const { insists } = asked;
	const plan = {
		data,
		provider,
		insists,
		records: recordsFor(asked.quality),
		own,
		served: nothingServed(),
		unread: nothingUnread()
	};
	checkPlanned(data.examples, listsIn(data, plan, contenders));
	const runs = [];
	try {
		for (const each of contenders) if (each.contender.role !== "copy") runs.push(await runOver(each, plan, tools));
	} catch (thrown) {
		if (!asked.insists && thrown instanceof UserError && unlikeClasses.includes(thrown.code)) return void 0;
		throw thrown;
	}
	const kept = new Map(runs.map((run) => [run.contender, run.own]));
	const { names: unread = [] } = plan.unread;
	const quality = {
		...qualityOf(data, runs),
		...insists && unread.length > 0 ? { unread: [...unread] } : {},
		...slices,
		...ownQuality(own, kept, data, tools.seed)
	};
	checkKept(quality);
	return quality;
}
function listsIn({ labels, groups }, { records, own }, contenders) {
	const each = records.size + own.filter(({ module }) => module.combine === void 0).length;
	const run = contenders.filter(({ contender }) => contender.role !== "copy").length;
	return [labels, groups].filter((list) => list !== void 0).length + each * run;
}
const unlikeClasses = ["output-not-classes", "data-label"];
function recordsFor(metrics) {
	const records = new Map();
	for (const { record, labels } of metrics.flatMap((metric) => needsOf(metric) ?? [])) records.set(record, records.get(record) === true || labels !== void 0);
	return records;
}
function needsOf(metric) {
	const known = metricNamed(metric)?.metric;
	return known?.how === "paired" ? known.needs : void 0;
}
function checkLabels(metric, data) {
	const needed = needsOf(metric)?.labels;
	if (needed === void 0) return;
	const { name, labels } = data;
	if (labels === void 0) throw stageError("data-without-labels", {
		data: name,
		metric
	});
	const wrong = needed === "classes" ? labels.findIndex((label) => !isWhole(label)) : -1;
	if (wrong < 0) return;
	const reason = `the label of example ${wrong} is ${labels[wrong]}, and ${metric} needs the index of a class`;
	throw dataError("data-label", {
		data: name,
		reason
	});
}
async function runOver({ contender, path }, plan, tools) {
	const { data, provider, served } = plan;
	const { name, examples, labels = [] } = data;
	const recording = {
		data: name,
		contender: contender.id,
		examples,
		served
	};
	const records = [...plan.records].map(([record, labelled]) => [record, recorders[record]({
		...recording,
		labels: labelled ? labels : []
	})]);
	const own = plan.own.map((each) => [each.metric, ownRecorder(each, contender.id, data)]);
	const first = plan.unread.names === void 0;
	let watch;
	tools.progress(`${contender.id}: predictions on ${examples} examples`);
	await predict({
		path,
		provider,
		examples,
		batch: (start, end) => batchOf(data, start, end)
	}, async ({ declared, alone, ...answered }) => {
		const scored = scoredOutput(declared, plan.scored);
		plan.scored ??= scored;
		plan.unread.names ??= unreadOutputs(declared, scored, readsOf(plan));
		const batch = {
			...answered,
			scored
		};
		watch ??= batchWatch(watchedOf(declared, scored, plan), contender.id);
		if (alone.length > 0) watch.see(batch.outputs, batch.rows, alone);
		if (plan.insists) checkUnread(plan.unread, contender.id, first, batch);
		for (const [, recorder] of records) recorder.take(batch);
		for (const [, recorder] of own) await recorder.take(batch);
	}, tools);
	if (plan.insists) checkOwnAnswers(watch?.furthest(), contender.id);
	return {
		contender: contender.id,
		records: new Map(records),
		own: new Map(own.map(([metric, recorder]) => [metric, recorder.kept]))
	};
}
function watchedOf(declared, scored, plan) {
	const reads = readsOf(plan);
	if (reads.has("floats") || reads.has("all")) return declared.filter(isFloat).map(({ name }) => name);
	return scored === void 0 ? [] : [scored];
}
function checkOwnAnswers(apart, contender) {
	if (apart === void 0 || apart.distance <= .1) return;
	const { output, distance } = apart;
	const share = Number.isFinite(distance) ? printShare(distance, 2) : void 0;
	throw dataError("output-depends-on-batch", {
		contender,
		output,
		share
	});
}
function readsOf({ records, own }) {
	const ofRecords = [...records.keys()].map((record) => record === "errors" ? "floats" : "scores");
	return new Set(own.length > 0 ? ["all"] : ofRecords);
}
function qualityOf({ name, examples, labels, groups }, runs) {
	const readings = readingsAmong(runs);
	const held = new Map();
	for (const { contender, records } of runs) for (const [record, recorder] of records) {
		const values = recorder.finish(ownValue(readings, contender));
		held.set(record, {
			...held.get(record),
			[contender]: values
		});
	}
	const { classes: predictions = {}, ...records } = Object.fromEntries(held);
	return {
		data: name,
		examples,
		...labels === void 0 ? {} : { labels },
		...groups === void 0 ? {} : { groups },
		predictions,
		...classesAmong(runs),
		...readings === void 0 ? {} : { readings },
		...Object.keys(records).length === 0 ? {} : { records }
	};
}
function classesAmong(runs) {
	const counts = runs.flatMap(({ contender, records }) => {
		const [classes] = [...records.values()].flatMap((recorder) => recorder.classes?.() ?? []);
		return classes === void 0 ? [] : [[contender, classes]];
	});
	return counts.length === 0 ? {} : { classes: Object.fromEntries(counts) };
}
function readingsAmong(runs) {
	const scoreTypes = runs.flatMap(({ records }) => {
		const [first] = [...records.values()].flatMap(({ scoreType }) => scoreType?.() ?? []);
		return first === void 0 ? [] : [first];
	});
	if (scoreTypes.length === 0) return void 0;
	const readings = readingsOf(scoreTypes);
	return Object.fromEntries(runs.map(({ contender }, at) => [contender, readings[at]]));
}
function blockOrder(contenders, seed, index) {
	const order = createRandom(seed, Math.floor(index / 2)).shuffle(contenders);
	return index % 2 === 0 ? order : order.reverse();
}
function turns(order, rounds) {
	const there = [...order, ...order.toReversed()];
	return Array.from({ length: rounds }, () => there).flat();
}
const turnMs = 5;
const fastMs = 2.5;
const measuredMs = {
	fast: 500,
	slow: 900
};
function turnPlan(runMs) {
	const wanted = runMs < fastMs ? measuredMs.fast : measuredMs.slow;
	const runs = Math.min(1e3, Math.max(1, Math.round(turnMs / runMs)));
	return {
		rounds: Math.max(1, Math.round(wanted / (2 * runs * runMs))),
		runs,
		settle: runs >= 3 ? 1 : 0
	};
}
const window = {
	leastMs: 200,
	leastRequests: 10
};
function arrivals(rate, random) {
	const windowMs = windowOf(rate);
	const times = [];
	for (let at = gap(rate, random); at < windowMs; at += gap(rate, random)) times.push(at);
	return times.length === 0 ? [windowMs] : times;
}
function windowOf(rate) {
	return Math.max(window.leastMs, 1e3 * window.leastRequests / rate);
}
function gap(rate, random) {
	return -1e3 * Math.log1p(-random.uniform()) / rate;
}
function runBlock(plan, tools) {
	return plan.scenario.order === "isolated" ? isolatedBlock(plan, tools) : interleavedBlock(plan, tools);
}
async function interleavedBlock(plan, tools) {
	const crew = await startCrew(plan.order.length, plan, tools);
	try {
		const pinned = await pinAll(crew, plan.cpu);
		const started = [];
		for (const [at, id] of plan.order.entries()) started.push(await open(id, crew[at], plan));
		const { rounds, turn } = turnsOf(plan, Math.max(...started.map(({ runMs }) => runMs)));
		const order = turns(plan.order, rounds);
		for (const id of order) {
			const one = started.find((each) => each.id === id);
			await takeTurn(one, turn(one.turns.length));
		}
		return {
			block: {
				order,
				runs: await samplesOf(started)
			},
			pinned
		};
	} finally {
		await dismiss(crew);
	}
}
async function isolatedBlock(plan, tools) {
	const runs = {};
	let pinned = true;
	for (const id of plan.order) {
		const crew = await startCrew(1, plan, tools);
		try {
			pinned = await pinAll(crew, plan.cpu) && pinned;
			const started = await open(id, crew[0], plan);
			const work = async () => {
				for (const turn of turnsAlone(plan, started.runMs)) await takeTurn(started, turn);
			};
			const gpu = await (tools.watch === void 0 ? work() : tools.watch(work));
			for (const [name, sample] of Object.entries(await samplesOf([started]))) setOwn(runs, name, gpu === void 0 ? sample : {
				...sample,
				gpu
			});
		} finally {
			await dismiss(crew);
		}
	}
	return {
		block: {
			order: plan.order,
			runs
		},
		pinned
	};
}
async function startCrew(count, { scenario }, tools) {
	const starting = await Promise.allSettled(Array.from({ length: count }, () => startOne(scenario.provider, tools)));
	const crew = starting.flatMap((each) => each.status === "fulfilled" ? [each.value] : []);
	const failed = starting.find((each) => each.status === "rejected");
	if (failed === void 0) return crew;
	await dismiss(crew);
	throw failed.reason;
}
async function startOne(provider, { world, signal }) {
	const worker = await world.processes.worker("bench", {
		signal,
		measured: true,
		runtime: findProvider(provider).runtime
	});
	try {
		await ask(worker, {
			do: "prepare",
			provider
		});
		return worker;
	} catch (thrown) {
		await worker.close();
		throw thrown;
	}
}
async function dismiss(crew) {
	await Promise.all(crew.map((worker) => worker.close()));
}
async function pinAll(crew, cpu) {
	if (cpu === void 0) return false;
	return (await Promise.all(crew.map((worker) => worker.pin(cpu)))).every(Boolean);
}
function turnsOf({ scenario: { rate }, seed }, runMs) {
	if (rate !== void 0) return {
		rounds: 2,
		turn: (at) => served(rate, seed, at)
	};
	const { rounds, ...turn } = turnPlan(runMs);
	return {
		rounds,
		turn: () => ({
			do: "measure",
			...turn
		})
	};
}
function turnsAlone({ scenario: { rate }, seed }, runMs) {
	if (rate !== void 0) return Array.from({ length: 4 }, (_, at) => served(rate, seed, at));
	const { rounds, runs } = turnPlan(runMs);
	return [{
		do: "measure",
		runs: 2 * rounds * runs,
		settle: 0
	}];
}
function served(rate, seed, turn) {
	return {
		do: "serve",
		arrivals: arrivals(rate, createRandom(...seed, turn))
	};
}
async function open(id, worker, plan) {
	const { path, feeds, slowdown } = plan.members.get(id);
	const { provider, threads, options, allowFallback } = plan.scenario;
	const { sessionMs } = await ask(worker, {
		do: "open",
		model: path,
		provider,
		threads,
		options,
		allowFallback,
		slowdown
	});
	const warmed = await ask(worker, {
		do: "warm",
		feeds
	});
	return {
		id,
		worker,
		sessionMs,
		warmed,
		runMs: warmed.runMs,
		samplesMs: [],
		turns: [],
		served: {
			ms: 0,
			busyMs: 0
		}
	};
}
async function takeTurn({ worker, samplesMs, turns: counts, served }, turn) {
	const measured = await ask(worker, turn);
	for (const ms of measured.samplesMs) samplesMs.push(tidy(ms));
	counts.push(measured.samplesMs.length);
	served.ms += measured.served?.ms ?? 0;
	served.busyMs += measured.served?.busyMs ?? 0;
}
async function samplesOf(started) {
	const runs = {};
	for (const { id, worker, samplesMs, turns: counts, sessionMs, warmed, served } of started) {
		const { peakBytes } = await ask(worker, { do: "peak" });
		runs[id] = {
			samplesMs,
			turns: counts,
			sessionMs: tidy(sessionMs),
			firstRunMs: tidy(warmed.firstRunMs),
			peakBytes,
			warmup: {
				runs: warmed.runs,
				ms: tidy(warmed.ms),
				steady: warmed.steady
			},
			...served.ms === 0 ? {} : { load: tidy(served.busyMs / served.ms) }
		};
	}
	return runs;
}
function tidy(ms) {
	return Math.round(ms * 1e5) / 1e5;
}
function ask(worker, request) {
	return worker.ask(request);
}
async function readCounters(files) {
	const read = (path) => files.readText(path).catch(() => "");
	const [stat, uptime, own, vmstat, pressure] = await Promise.all([
		"/proc/stat",
		"/proc/uptime",
		"/proc/self/stat",
		"/proc/vmstat",
		"/proc/pressure/cpu"
	].map(read));
	const processors = processorTicks(stat ?? "");
	if (processors === void 0) return void 0;
	return {
		uptimeMs: Number.parseFloat(uptime ?? "") * 1e3,
		ticks: {
			...processors,
			ours: ownTicks(own ?? "")
		},
		swappedPages: count(vmstat, /^pswpin (\d+)$/m) + count(vmstat, /^pswpout (\d+)$/m),
		hotEvents: await hotEvents(files, read),
		quotaMs: await quotaMs(read),
		waitingMs: pressure === "" ? void 0 : count(pressure, /^some .*total=(\d+)$/m) / 1e3
	};
}
function processorTicks(stat) {
	const line = /^cpu +(\d.*)$/m.exec(stat)?.[1];
	if (line === void 0) return void 0;
	const fields = line.split(" ").map(Number).slice(0, 8);
	const [, , , idle = 0, waitingForDisk = 0, , , stolen = 0] = fields;
	return {
		all: fields.reduce((sum, each) => sum + each, 0),
		idle: idle + waitingForDisk,
		stolen
	};
}
function ownTicks(stat) {
	return stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}
async function hotEvents(files, read) {
	const cpus = "/sys/devices/system/cpu";
	const names = (await files.list(cpus)).filter((name) => /^cpu\d+$/.test(name));
	const counts = await Promise.all(names.map(async (name) => {
		const [core, wholePackage] = await Promise.all(["core", "package"].map((of) => read(`${cpus}/${name}/thermal_throttle/${of}_throttle_count`)));
		return {
			core: count(core, /(\d+)/),
			wholePackage: count(wholePackage, /(\d+)/)
		};
	}));
	return counts.reduce((sum, { core }) => sum + core, 0) + Math.max(0, ...counts.map(({ wholePackage }) => wholePackage));
}
async function quotaMs(read) {
	const folders = cgroupFolders(await read("/proc/self/cgroup"), "cpu");
	const times = (await Promise.all(folders.map((folder) => read(`${folder}/cpu.stat`)))).map((stat) => count(stat, /^throttled_usec (\d+)$/m) / 1e3 + count(stat, /^throttled_time (\d+)$/m) / 1e6);
	return Math.max(0, ...times);
}
function count(text, pattern) {
	return Number(pattern.exec(text ?? "")?.[1] ?? 0);
}
const slowBelow = .75;
function summarizeGpu(gpu, samples, windows) {
	const pieces = piecesOf(samples, windows);
	const seconds = pieces.reduce((sum, piece) => sum + piece.seconds, 0);
	if (seconds === 0) return void 0;
	const working = pieces.filter(({ sample }) => !isIdle(sample));
	const { baseMHz } = gpu;
	return {
		seconds,
		utilization: mean(pieces, ({ utilization }) => utilization),
		smMHz: mean(working, ({ smMHz }) => smMHz),
		slowShare: baseMHz === void 0 ? void 0 : mean(working, ({ smMHz }) => smMHz === void 0 ? void 0 : Number(smMHz < slowBelow * baseMHz)),
		memoryBytes: most(pieces, ({ memoryBytes }) => memoryBytes),
		celsius: most(pieces, ({ celsius }) => celsius),
		joules: gpu.mig ? void 0 : joulesOf(samples, windows),
		reasons: reasonShares(pieces, seconds)
	};
}
function mustRepeat(summary) {
	return (summary?.slowShare ?? 0) > .1;
}
function piecesOf(samples, windows) {
	return samples.map((sample, at) => {
		const before = samples[at - 1]?.atMs ?? sample.atMs;
		const after = samples[at + 1]?.atMs ?? sample.atMs;
		const span = {
			fromMs: (before + sample.atMs) / 2,
			toMs: (sample.atMs + after) / 2
		};
		return {
			sample,
			seconds: (windows ?? [span]).reduce((sum, window) => sum + overlap(span, window), 0) / 1e3
		};
	}).filter(({ seconds }) => seconds > 0);
}
function overlap(a, b) {
	return Math.max(0, Math.min(a.toMs, b.toMs) - Math.max(a.fromMs, b.fromMs));
}
function isIdle({ reasons }) {
	return reasons.includes("gpu_idle");
}
function mean(pieces, of) {
	let [sum, seconds] = [0, 0];
	for (const piece of pieces) {
		const value = of(piece.sample);
		if (value === void 0) continue;
		sum += value * piece.seconds;
		seconds += piece.seconds;
	}
	return seconds === 0 ? void 0 : sum / seconds;
}
function most(pieces, of) {
	const values = pieces.map(({ sample }) => of(sample)).filter((value) => value !== void 0);
	return values.length === 0 ? void 0 : Math.max(...values);
}
function reasonShares(pieces, seconds) {
	const shares = {};
	for (const { sample, seconds: share } of pieces) for (const reason of sample.reasons) shares[reason] = (shares[reason] ?? 0) + share / seconds;
	return shares;
}
function joulesOf(samples, windows) {
	const known = samples.filter((sample) => sample.watts !== void 0);
	if (known.length < 2) return void 0;
	let joules = 0;
	for (const [at, to] of known.entries()) {
		const from = known[at - 1];
		if (from === void 0) continue;
		const span = {
			fromMs: from.atMs,
			toMs: to.atMs
		};
		for (const window of windows ?? [span]) {
			const seconds = overlap(span, window) / 1e3;
			if (seconds === 0) continue;
			const along = ((Math.max(span.fromMs, window.fromMs) + Math.min(span.toMs, window.toMs)) / 2 - span.fromMs) / (span.toMs - span.fromMs);
			joules += (from.watts + along * (to.watts - from.watts)) * seconds;
		}
	}
	return joules;
}
const remedies = {
	sw_power_cap: "Lock the clock lower than the power limit reaches (`nvidia-smi -lgc`), or raise the limit (`nvidia-smi -pl`).",
	hw_slowdown: "Look at its cooling and its power supply: the board itself halves its clocks.",
	sw_thermal_slowdown: "Cool it better, or lock the clock lower with `nvidia-smi -lgc`, so that it stays below its limit.",
	hw_thermal_slowdown: "Cool it better: the board itself halves its clocks.",
	hw_power_brake_slowdown: "Look at the machine's power supply, which asks the board to slow down."
};
const tellFrom = .01;
function gpuTroubles(gpu, blocks) {
	if (blocks.length === 0) return [unwatched(gpu)];
	return [
		...throttled(gpu, blocks),
		...slow(gpu, blocks),
		...drifted(gpu, blocks),
		...shared(gpu)
	];
}
function unwatched({ name }) {
	return {
		code: "gpu-unwatched",
		message: `nvidia-smi gave no figures of ${name} while it was measured: clocks, power and throttling are not known.`,
		remedy: "See whether `nvidia-smi --query-gpu=clocks.sm,power.draw --format=csv` works here."
	};
}
function throttled({ name }, blocks) {
	return Object.keys(remedies).flatMap((reason) => {
		const share = overTime(blocks, ({ reasons }) => reasons[reason] ?? 0);
		if (share < tellFrom) return [];
		return {
			code: "gpu-throttled",
			message: `${name} held its clocks down for ${printShare(share, 2)} of the time: ${reason}.`,
			remedy: remedies[reason]
		};
	});
}
function slow({ name, baseMHz }, blocks) {
	const count = blocks.filter(mustRepeat).length;
	if (count === 0 || baseMHz === void 0) return [];
	return [{
		code: "gpu-clock-low",
		message: `In ${count} of ${blocks.length} blocks the clock of ${name} stayed under 75 % of ${baseMHz} MHz, also when they were measured again.`,
		remedy: "Cool the GPU, free it of other work, or lock its clock with `nvidia-smi -lgc` before measuring."
	}];
}
function drifted({ name }, blocks) {
	const clocks = blocks.flatMap(({ smMHz }) => smMHz ?? []);
	if (!clocksDrifted(clocks)) return [];
	return [{
		code: "gpu-clock-drift",
		message: `The clock of ${name} drifted between ${Math.round(Math.min(...clocks))} and ${Math.round(Math.max(...clocks))} MHz from block to block.`,
		remedy: "Lock it with `nvidia-smi -lgc MHZ` where you may. Interleaved contenders meet the same clock; with `order: isolated` a verdict has to hold in clock cycles too."
	}];
}
function shared({ name, mig }) {
	if (!mig) return [];
	return [{
		code: "gpu-shared",
		message: `${name} is an instance of a GPU that others may use: its power is not known, and its clocks follow theirs.`,
		remedy: "Measure on a GPU of its own where energy counts."
	}];
}
function overTime(blocks, of) {
	const seconds = blocks.reduce((sum, block) => sum + block.seconds, 0);
	return blocks.reduce((sum, block) => sum + of(block) * block.seconds, 0) / seconds;
}
const everyMs = 100;
const atMostMs = 36e5;
function watchGpu({ gpu, query }, tools) {
	const done = new AbortController();
	const running = tools.world.processes.run("nvidia-smi", [
		...query.args,
		`--id=${gpu.uuid}`,
		`--loop-ms=${everyMs}`
	], {
		until: done.signal,
		signal: tools.signal,
		timeoutMs: atMostMs
	});
	running.catch(() => void 0);
	return { async stop() {
		done.abort();
		return parseSamples((await running).stdout, query).filter(({ uuid }) => uuid === gpu.uuid);
	} };
}
function shareAfter(tranche) {
	return tranche < 0 ? 0 : 1 - .19999999999999996 / 2 ** tranche;
}
function shareAtEnd({ number, start }) {
	return shareAfter(number) - (shareAfter(number - 1) - start);
}
const first = {
	number: 0,
	from: 0,
	start: 0
};
function trancheAfter(looks, begun = first) {
	let current = begun;
	for (const { blocks, spent } of looks) {
		if (blocks <= current.from || spent < shareAtEnd(current) - rounding) continue;
		current = {
			number: current.number + 1,
			from: blocks,
			start: spent
		};
	}
	return current;
}
function trancheFor(looks, begun, { blocks, attempts }) {
	const next = trancheAfter(looks, begun);
	if (next.number >= attempts) return next;
	return {
		number: attempts,
		from: blocks,
		start: looks.at(-1)?.spent ?? 0
	};
}
const rounding = 1e-9;
function lookDue(blocks, looks, tranche, { to, least, ended }) {
	const { from, start } = tranche;
	const end = shareAtEnd(tranche);
	if (ended) return {
		blocks,
		spent: end
	};
	const last = looks.at(-1)?.blocks ?? 0;
	if (blocks < least || blocks % 2 === 1 || blocks < Math.ceil(last * rarity)) return void 0;
	const share = Math.min(1, (blocks - from) / (to - from));
	return {
		blocks,
		spent: start + (end - start) * share ** 2
	};
}
const rarity = 1.125;
const savedBlock = object({
	block: blockSchema,
	pinned: boolean(),
	spentMs: number$1()
});
const savedLook = object({ look: blockLookSchema });
const savedTranche = object({ tranche: object({
	number: int().min(1),
	from: int().min(0),
	start: number$1().min(0).max(1)
}) });
function progressOf(values) {
	const progress = {
		blocks: [],
		looks: []
	};
	for (const value of values) {
		if (has(value, "block")) progress.blocks.push(read(savedBlock, value));
		if (has(value, "look")) progress.looks.push(read(savedLook, value).look);
		if (has(value, "tranche")) progress.begun = read(savedTranche, value).tranche;
	}
	return progress;
}
function has(value, member) {
	return value !== null && typeof value === "object" && member in value;
}
function read(schema, value) {
	const reason = misfit$1(schema, value);
	if (reason !== void 0) throw measureError("measurements-unreadable", { reason });
	return value;
}
function troubles(before, after) {
	if (before === void 0 || after === void 0) return [];
	const change = changeOf(before, after);
	if (!(change.ms >= 200)) return [];
	return [
		stolen,
		busy,
		waiting,
		quota,
		swapping,
		hot
	].flatMap((check) => check(change) ?? []);
}
function changeOf(before, after) {
	const ticks = (key) => after.ticks[key] - before.ticks[key];
	return {
		ms: after.uptimeMs - before.uptimeMs,
		all: ticks("all"),
		worked: ticks("all") - ticks("idle") - ticks("stolen"),
		ours: ticks("ours"),
		stolen: ticks("stolen"),
		swappedPages: after.swappedPages - before.swappedPages,
		hotEvents: after.hotEvents - before.hotEvents,
		quotaMs: after.quotaMs - before.quotaMs,
		waitingMs: (after.waitingMs ?? 0) - (before.waitingMs ?? 0)
	};
}
const stealFrom = .01;
function stolen({ stolen: ticks, worked }) {
	const share = ticks / (worked + ticks);
	if (!(share >= stealFrom)) return void 0;
	return {
		code: "cpu-steal",
		message: `The host gave ${printShare(share, 2)} of the processor time that was wanted here to other virtual machines.`,
		remedy: "Measure on a machine of its own, or with dedicated processors; bursting instances are throttled this way too."
	};
}
const busyFrom = .05;
function busy({ all, worked, ours }) {
	const share = (worked - ours) / all;
	if (!(share >= busyFrom)) return void 0;
	return {
		code: "cpu-busy",
		message: `Other programs used ${printShare(share, 2)} of the time of all processors while this was measured.`,
		remedy: "Stop them, or measure on a machine of its own: verdicts hold, but take more blocks."
	};
}
const waitingFrom = .5;
function waiting({ waitingMs, ms }) {
	const share = waitingMs / ms;
	if (!(share >= waitingFrom)) return void 0;
	return {
		code: "cpu-pressure",
		message: `For ${printShare(share, 2)} of the time some process was ready to run and had to wait for a processor.`,
		remedy: "Give `threads:` no more than there are processors, and leave the machine to the benchmark."
	};
}
function quota({ quotaMs }) {
	if (quotaMs < 1) return void 0;
	return {
		code: "cpu-quota",
		message: `The container used up its share of the processors and was stopped for ${printMilliseconds(quotaMs)}.`,
		remedy: "Raise its limit of processors above `threads:`, or take the limit away and pin it with a cpuset."
	};
}
const swapFrom = 256;
function swapping({ swappedPages }) {
	if (swappedPages < swapFrom) return void 0;
	return {
		code: "swapping",
		message: `${swappedPages} pages went between memory and swap while this was measured.`,
		remedy: "Free memory, measure smaller batches, or turn swap off (`swapoff -a`): disks are not what is to be measured."
	};
}
function hot({ hotEvents }) {
	if (hotEvents < 1) return void 0;
	return {
		code: "cpu-hot",
		message: `The processors cut their clock ${hotEvents} times because they were too hot.`,
		remedy: "Cool the machine better, or cap its clock (`cpupower frequency-set --max`), so that it need not."
	};
}
function blockWarnings(plan, saved) {
	return [
		notPinned,
		overrun,
		unsteady,
		overloaded
	].flatMap((check) => check(plan, saved) ?? []);
}
function attemptWarnings(begun) {
	if (begun === void 0) return [];
	const left = 1 - shareAfter(begun.number - 1);
	return [{
		code: "attempts-spent",
		message: `This was measured ${begun.number} ${begun.number === 1 ? "time" : "times"} before, and those measurements are not here: ${printShare(left)} of the error rate is left for it, so that trying again until it passes does not pay. It takes more blocks to be sure.`,
		remedy: "Keep `.airworthy` from attempt to attempt, sealed with AIRWORTHY_CACHE_KEY: then each goes on from where the last one ended."
	}];
}
function notPinned({ scenario }, saved) {
	if (scenario.threads !== 1 || saved.every(({ pinned }) => pinned)) return void 0;
	return {
		code: "not-pinned",
		message: `The workers of ${scenario.id} could not be pinned to one processor, so the figures vary more than they need to.`,
		remedy: "Run on Linux with `taskset` (package util-linux); elsewhere give the benchmark a larger `budget:`."
	};
}
const tolerated = 1.5;
function overrun({ scenario, blocks }, saved) {
	const ms = saved.slice(0, blocks.min).reduce((sum, { spentMs }) => sum + spentMs, 0);
	if (ms <= blocks.budgetMs * tolerated) return void 0;
	return {
		code: "budget-overrun",
		message: `${scenario.id} took ${printDuration(ms)} instead of ${printDuration(blocks.budgetMs)}: fewer than ${blocks.min} blocks would prove nothing.`,
		remedy: `Give the benchmark a \`budget:\` of ${printDuration(ms)} or more for each scenario, or fewer scenarios.`
	};
}
const unsteadyShare = .1;
function unsteady({ scenario }, saved) {
	const workers = saved.flatMap(({ block }) => Object.values(block.runs));
	const count = workers.filter(({ warmup }) => !warmup.steady).length;
	if (count <= unsteadyShare * workers.length) return void 0;
	return {
		code: "not-steady",
		message: `${count} of ${workers.length} workers of ${scenario.id} were still getting faster after a second of warming up.`,
		remedy: "Read the figures as those of the first seconds of a process; look at `first-run` too, which serving will meet."
	};
}
const mostLoad = .95;
function overloaded({ scenario }, saved) {
	if (scenario.rate === void 0) return void 0;
	const ids = Object.keys(saved[0]?.block.runs ?? {});
	const loadOf = (id) => median(saved.flatMap(({ block }) => ownValue(block.runs, id)?.load ?? []));
	const over = ids.filter((id) => loadOf(id) > mostLoad);
	if (over.length === 0) return void 0;
	return {
		code: "overloaded",
		message: `At ${scenario.rate} requests a second ${over.join(" and ")} had no time to spare: latencies at ${scenario.id} are as long as the turns made them.`,
		remedy: "Send fewer: `rate:` below what `throughput` says; `throughput[p99<20ms]` finds the rate that keeps a limit."
	};
}
async function runExperiment(plan, tools) {
	const measurements = tools.measurements(keyOf(plan));
	return measurements.alone(() => runAlone(plan, tools, measurements));
}
async function runAlone(plan, tools, measurements) {
	const progress = progressOf(await measurements.read());
	const keepLook = async (look) => {
		await measurements.append({ look });
		progress.looks.push(look);
	};
	const before = await readCounters(tools.world.files);
	const keep = {
		block: (saved) => measurements.append(saved),
		look: keepLook,
		async tranche(tranche) {
			await measurements.append({ tranche });
			progress.begun = tranche;
		}
	};
	for (let tranches = 0; tranches <= plan.extensions && !answered(plan, progress); tranches++) await runTranche(plan, tools, progress, keep);
	const speed = speedOf$1(plan, progress);
	const warnings = [
		...blockWarnings(plan, progress.blocks),
		...attemptWarnings(progress.begun),
		...troubles(before, await readCounters(tools.world.files)),
		...tools.gpu === void 0 ? [] : gpuTroubles(tools.gpu.gpu, watched(progress))
	];
	return {
		...speed,
		answered: plan.answered(speed),
		warnings
	};
}
function keyOf({ scenario, runners, seed, environment, inputs }) {
	const models = runners.map(({ contender, slowdown = 1 }) => [
		contender.id,
		contender.model.sha256,
		slowdown
	]);
	return digest({
		scenario,
		models,
		seed,
		environment,
		inputs,
		protocol
	});
}
const protocol = 4;
function answered(plan, progress) {
	return progress.looks.length > 0 && plan.answered(speedOf$1(plan, progress));
}
function speedOf$1({ scenario, environment }, { blocks, looks }) {
	return {
		scenario,
		environment,
		blocks: blocks.slice(0, looks.at(-1)?.blocks ?? 0).map(({ block }) => block),
		looks: [...looks]
	};
}
function watched({ blocks }) {
	return blocks.flatMap(({ block }) => block.gpu === void 0 ? [] : [block.gpu]);
}
async function runTranche(plan, tools, progress, keep) {
	const tranche = await trancheOf(plan, progress, keep);
	for (;;) {
		const mine = progress.blocks.slice(tranche.from);
		const to = tranche.from + blocksFor(mine, plan.blocks);
		const ended = mine.length >= plan.blocks.min && (progress.blocks.length >= to || overBudget(mine, plan.blocks));
		const look = dueLook(plan, progress, tranche, {
			to,
			ended
		});
		if (look !== void 0) await keep.look(look);
		if (ended || look !== void 0 && answered(plan, progress)) return;
		if (tools.signal.aborted) throw new Cancelled(`the benchmark of ${plan.scenario.id} was cancelled`);
		tools.progress(progressText(plan, progress, tranche.number), fractionDone(mine, plan.blocks));
		const next = await measureBlock(plan, tools, progress.blocks.length);
		await keep.block(next);
		progress.blocks.push(next);
	}
}
async function trancheOf({ attempts }, progress, keep) {
	const { looks, blocks, begun } = progress;
	const tranche = trancheFor(looks, begun, {
		blocks: blocks.length,
		attempts
	});
	if (tranche.number !== trancheAfter(looks, begun).number) await keep.tranche(tranche);
	return tranche;
}
function dueLook(plan, progress, tranche, { to, ended }) {
	const blocks = progress.blocks.length;
	if (blocks <= (progress.looks.at(-1)?.blocks ?? 0)) return void 0;
	return lookDue(blocks, progress.looks, tranche, {
		to,
		least: plan.blocks.min,
		ended
	});
}
function blocksFor(mine, { budgetMs, min, max }) {
	if (mine.length < Math.min(4, min)) return max;
	const price = median(mine.slice(0, 4).map(({ spentMs }) => spentMs));
	return Math.max(min, Math.min(max, Math.floor(budgetMs / price)));
}
function overBudget(mine, { budgetMs }) {
	return spent(mine) + spent(mine) / mine.length > budgetMs;
}
function spent(saved) {
	return saved.reduce((sum, { spentMs }) => sum + spentMs, 0);
}
async function measureBlock(plan, tools, index) {
	const start = tools.world.clock.monotonicMs();
	const members = new Map(membersOf(plan, index).map((runner) => [runner.contender.id, {
		...runner,
		feeds: runner.feeds(index)
	}]));
	const order = blockOrder([...members.keys()], plan.seed, index);
	const seed = [plan.seed, index];
	const { block, pinned } = await watchedBlock({
		scenario: plan.scenario,
		order,
		members,
		cpu: processorOf(plan, tools, index),
		seed
	}, tools);
	return {
		block,
		pinned,
		spentMs: Math.round(tools.world.clock.monotonicMs() - start)
	};
}
async function watchedBlock(given, tools) {
	const { gpu } = tools;
	if (gpu === void 0) return runBlock(given, tools);
	for (let attempt = 1;; attempt++) {
		const watch = watchGpu(gpu, tools);
		const result = await runBlock(given, {
			...tools,
			watch: (work) => watching(work, gpu, tools)
		}).finally(() => watch.stop());
		const summary = summarizeGpu(gpu.gpu, await watch.stop());
		if (mustRepeat(summary) && attempt < mostAttempts) continue;
		return summary === void 0 ? result : {
			...result,
			block: {
				...result.block,
				gpu: summary
			}
		};
	}
}
async function watching(work, gpu, tools) {
	const watch = watchGpu(gpu, tools);
	await work().finally(() => watch.stop());
	return summarizeGpu(gpu.gpu, await watch.stop());
}
const mostAttempts = 3;
function membersOf({ runners }, index) {
	return Math.floor(index / 2) % 4 === 3 ? runners : runners.filter(({ contender }) => contender.role !== "copy");
}
function processorOf({ scenario }, { processors }, index) {
	return scenario.threads === 1 ? processors[Math.floor(index / 2) % Math.max(1, processors.length)] : void 0;
}
function progressText({ scenario }, { blocks }, tranche) {
	const again = tranche === 0 ? "" : `, extension ${tranche}`;
	return `${scenario.id}: block ${blocks.length + 1}${again}`;
}
function fractionDone(mine, { budgetMs, min }) {
	return Math.min(1, Math.max(spent(mine) / budgetMs, mine.length < min ? mine.length / min : 0));
}
async function measureSpeed(plan, tools) {
	const { settings, scenarios, located, data, inputs: source, inspection, gpu, environment, unmeasured } = plan;
	const { interfaces, processors } = inspection;
	const runs = scenarios.map((scenario) => ({
		scenario,
		runners: located.map((each) => {
			const inputs = ownValue(interfaces, each.contender.id)?.inputs ?? [];
			return {
				...each,
				feeds: feedsOf(inputs, data, scenario.batch, settings)
			};
		})
	}));
	const placed = [];
	for (const each of runs) placed.push(await placementsOf(each, tools));
	const experiments = [];
	for (const [at, { scenario, runners }] of runs.entries()) {
		const experiment = await runExperiment({
			scenario,
			runners,
			seed: settings.seed,
			environment,
			inputs: source,
			blocks: {
				...settings.blocks,
				budgetMs: settings.budget / scenariosOf(settings).length
			},
			extensions: tools.extensions,
			attempts: tools.attempts,
			answered: (speed) => answers({
				...unmeasured,
				speed: [speed]
			}, scenario, tools.questions)
		}, {
			...tools,
			processors,
			gpu: findProvider(scenario.provider).device === "gpu" ? gpu : void 0,
			progress: (message, fraction) => tools.progress(message, (at + fraction) / runs.length)
		});
		const { warnings, profiles } = placed[at];
		experiments.push({
			...experiment,
			...Object.keys(profiles).length === 0 ? {} : { profiles },
			warnings: [...warnings, ...experiment.warnings]
		});
	}
	return experiments;
}
async function placementsOf({ scenario, runners }, tools) {
	const warnings = [];
	const profiles = {};
	for (const { contender, path, feeds } of runners) {
		const found = await checkPlacement({
			path,
			feeds: feeds(0),
			name: contender.model.name
		}, scenario, tools);
		if (found.warning !== void 0) warnings.push(found.warning);
		if (found.profile !== void 0) setOwn(profiles, contender.id, found.profile);
	}
	return {
		warnings,
		profiles
	};
}
function answers(measurements, scenario, questions) {
	const meant = questions.filter(({ metric: name }) => {
		const metric = metricNamed(name)?.metric;
		return metric?.how === "ratio" && isMeant(metric, scenario);
	});
	const rows = meant.flatMap((question) => compareRows(measurements, [question], question.alpha));
	return (meant.length === 0 ? questions.length > 0 : rows.length > 0) && rows.every(({ verdict }) => verdict !== "inconclusive");
}
function feedsOf(inputs, data, batch, { seed, shapes }) {
	if (data !== void 0) {
		const size = batchFor(inputs, batch);
		return (block) => {
			const start = exampleOfBlock(block, data.examples);
			return batchOf(data, start, start + size);
		};
	}
	const made = makeInputs(inputs, batch, seed, shapes);
	return () => made;
}
function exampleOfBlock(block, examples) {
	return Math.floor(block * (Math.sqrt(5) - 1) / 2 % 1 * examples);
}
async function measure({ settings, given: { subject, variants }, tools }) {
	const contenders = contendersOf(subject, variants, settings["noise-floor"]);
	const chosen = contenders.at(-1)?.id;
	const part = partOf(settings, tools.shard);
	const identical = isProduction(contenders, chosen);
	const asked = identical ? nothing : askedOf(part, tools);
	const located = await Promise.all(contenders.map(async (contender) => ({
		contender,
		path: await tools.store.path(contender.model)
	})));
	const loaded = await dataFor(settings, subject, tools);
	const { scenarios } = part;
	const counts = await countsOf(located, asked, tools);
	const both = identical ? void 0 : comparedPair(located, chosen);
	const outputs = both !== void 0 && part.quality && (settings.outputs ?? wantsOutputs(asked));
	const inspection = asked.speed || loaded !== void 0 || outputs ? await inspectAll(located, scenarios, tools) : uninspected;
	const gpu = await watchedGpu(scenarios, tools);
	const environment = environmentOf(tools.world.machine, {
		runtimes: inspection.runtimes,
		...gpu === void 0 ? {} : { gpus: [gpu.gpu] }
	});
	const models = Object.values(inspection.interfaces).map(({ inputs }) => inputs);
	const data = loaded === void 0 ? void 0 : fitted(loaded, models, Object.keys(inspection.interfaces));
	const provider = scenarios[0]?.provider ?? "cpu";
	const quality = await measureQuality(located, data, asked, provider, {
		...tools,
		dataNames: Object.keys(subject.data),
		seed: settings.seed
	});
	const compatibility = both === void 0 || !part.quality ? {} : { interface: await measureInterface(both, tools.world.files) };
	const source = {
		settings,
		interfaces: inspection.interfaces,
		data,
		provider
	};
	const unmeasured = {
		environments: [environment],
		seed: settings.seed,
		contenders,
		chosen,
		speed: [],
		...quality === void 0 ? {} : { quality },
		...compatibility,
		...outputs ? { outputs: await measureOutputs(both, source, tools) } : {},
		counts,
		warnings: []
	};
	const copied = copyWarnings(data, asked);
	if (!asked.speed) return {
		product: {
			...unmeasured,
			warnings: copied
		},
		summary: summaryOf(unmeasured),
		warnings: copied
	};
	const experiments = await measureSpeed({
		settings,
		scenarios,
		located,
		data,
		inputs: inputsDigest(data, subject, settings),
		inspection,
		gpu,
		environment: environment.fingerprint,
		unmeasured
	}, tools);
	const warnings = firstOfEach([
		...copied,
		...tools.shard === void 0 ? elsewhere(scenarios) : [],
		...experiments.flatMap((experiment) => experiment.warnings)
	]);
	const product = {
		...unmeasured,
		speed: experiments.map(speedOf),
		warnings
	};
	const settled = tools.questions.length === 0 || experiments.every(({ answered }) => answered);
	return {
		product,
		summary: summaryOf(product),
		warnings,
		settled
	};
}
function askedOf({ quality }, { questions }) {
	const asked = askedBy(questions);
	return quality ? asked : {
		...asked,
		quality: [],
		custom: []
	};
}
function comparedPair(located, id) {
	const production = located.find(({ contender }) => contender.role === "production");
	const chosen = located.find(({ contender }) => contender.id === id);
	return production === void 0 || chosen === void 0 ? void 0 : {
		production,
		chosen
	};
}
function wantsOutputs({ insists, speed, quality, custom }) {
	return insists && speed && quality.length === 0 && custom.length === 0;
}
function copyWarnings(data, { quality, custom }) {
	if (data?.copies === void 0 || quality.length + custom.length === 0) return [];
	const { name, copies, examples } = data;
	return [{
		code: "data-copies",
		message: `Of the ${examples} examples of the data set ${name} ${copies} ${copies === 1 ? "is a copy of another" : "are copies of others"}, inputs and labels alike: ${examples - copies} are different ones.`,
		remedy: "Leave the copies out. If the examples only look the same, name the array that tells which belong together, under `group:`."
	}];
}
function elsewhere(scenarios) {
	const meant = scenarios.filter(({ runner }) => runner !== void 0);
	if (meant.length === 0) return [];
	return [{
		code: "runner-ignored",
		message: `${meant.map(({ id }) => id).join(", ")} named a runner, and ${meant.length === 1 ? "was" : "were"} measured on this machine all the same.`,
		remedy: "Measure each where it belongs: `airworthy plan --matrix`, `airworthy run --shard`, `airworthy merge`."
	}];
}
function speedOf({ scenario, environment, profiles, blocks, looks }) {
	return {
		scenario,
		environment,
		...profiles === void 0 ? {} : { profiles },
		blocks,
		looks
	};
}
function firstOfEach(warnings) {
	return warnings.filter(({ code }, at) => warnings.findIndex((other) => other.code === code) === at);
}
function inputsDigest(data, subject, { shapes }) {
	return data === void 0 ? digest({ shapes }) : ownValue(subject.data, data.name)?.artifact.sha256 ?? data.name;
}
async function dataFor(settings, subject, tools) {
	const name = settings.data ?? "eval";
	const reference = ownValue(subject.data, name);
	if (reference === void 0) {
		if (settings.data === void 0) return void 0;
		throw stageError("data-set-unknown", {
			data: name,
			names: Object.keys(subject.data)
		});
	}
	const { files, trust } = tools.world;
	return loadData(name, reference, {
		path: await tools.store.path(reference.artifact),
		files,
		trust
	});
}
async function countsOf(located, asked, { world }) {
	const counts = {};
	for (const { contender, path } of located) {
		const { bytes, name } = contender.model;
		setOwn(counts, contender.id, { size: bytes });
		if (!asked.parameters) continue;
		const model = readModel(await world.files.open(path), name);
		setOwn(counts, contender.id, {
			size: bytes,
			parameters: summarize(model, bytes).parameters
		});
	}
	return counts;
}
const uninspected = {
	interfaces: {},
	processors: [],
	runtime: "none",
	runtimes: []
};
async function inspectAll(located, scenarios, tools) {
	const models = located.map(({ contender, path }) => ({
		id: contender.id,
		path
	}));
	const names = [...new Set(scenarios.map(({ provider }) => provider))];
	const inspections = [];
	for (const provider of names) inspections.push(await inspectModels(models, provider, tools));
	return {
		...inspections[0],
		runtimes: inspections.map(({ runtime }) => runtime)
	};
}
async function watchedGpu(scenarios, tools) {
	const onGpu = scenarios.find(({ provider }) => findProvider(provider).device === "gpu");
	return onGpu === void 0 ? void 0 : findGpu(Number(onGpu.options?.["device"] ?? 0), tools);
}
function summaryOf({ speed, quality, outputs, contenders }) {
	const blocks = speed.reduce((sum, measured) => sum + measured.blocks.length, 0);
	const scenarios = speed.length === 1 ? "1 scenario" : `${speed.length} scenarios`;
	const parts = [`${contenders.map(({ id }) => id).join(", ")}`];
	if (speed.length > 0) parts.push(`${blocks} blocks in ${scenarios}`);
	if (speed.length === 0 && quality === void 0 && outputs === void 0) parts.push("sizes only");
	if (quality !== void 0) parts.push(`predictions on ${quality.examples} examples of ${quality.data}`);
	if (outputs !== void 0) parts.push(`outputs of ${outputs.errors.length} ${outputs.errors.length === 1 ? "run" : "runs"}`);
	return parts.join("; ");
}
export { measure };
