import { amount, artifactSchema, count, finite, positive, share } from "./core-products-artifact.js";
import { _enum, array, boolean, int, literal, number, object, record, strictObject, string, unknown } from "./npm-zod-v4-classic-schemas.js";
import { verdicts } from "./start.js";
import { warningSchema } from "./core-products-warning.js";
const interfaceChangeSchema = object({
	change: _enum([
		"compatible",
		"additive",
		"breaking"
	]),
	reasons: array(string())
});
const distance = number().min(0).max(1e100);
const outputsMeasuredSchema = object({
	data: string().optional(),
	output: string().optional(),
	errors: array(distance),
	spreads: array(distance),
	missing: string().optional()
});
const judged = {
	verdict: _enum(verdicts).optional(),
	why: string()
};
const comparedInterfaceSchema = interfaceChangeSchema.extend(judged);
const comparedOutputsSchema = object({
	data: string().optional(),
	output: string().optional(),
	runs: count,
	error: distance.optional(),
	worst: distance.optional(),
	spread: distance.optional(),
	missing: string().optional(),
	...judged
});
const notComparedSchema = object({
	what: _enum([
		"speed",
		"quality",
		"outputs"
	]),
	why: string()
});
const machine = object({
	cpu: string(),
	cores: count,
	governor: string(),
	cpuQuota: positive.optional(),
	memoryBytes: count,
	memoryLimitBytes: count.optional(),
	platform: string(),
	host: string(),
	node: string(),
	onnxruntime: string()
});
const usedGpu = object({
	name: string(),
	driver: string(),
	uuid: string()
});
const environmentSchema = machine.extend({
	gpus: array(usedGpu).optional(),
	runtimes: array(string()).optional(),
	fingerprint: string()
});
const text$1 = string();
const values = array(finite);
const byContender = record(text$1, values);
const records = strictObject({
	ranks: byContender.optional(),
	scores: byContender.optional(),
	losses: byContender.optional(),
	outputs: byContender.optional(),
	errors: byContender.optional()
});
const corpusFigures = object({
	value: finite,
	resampled: values.min(1),
	without: values,
	differing: count
});
const readingSchema = _enum(["probabilities", "logits"]);
const qualitySchema = object({
	data: text$1,
	examples: int().min(1),
	labels: values.optional(),
	groups: array(count).optional(),
	slices: record(text$1, array(count)).optional(),
	predictions: record(text$1, array(int())),
	classes: record(text$1, int().min(2)).optional(),
	unread: array(text$1).min(1).optional(),
	readings: record(text$1, readingSchema).optional(),
	records: records.optional(),
	custom: record(text$1, byContender),
	corpus: record(text$1, record(text$1, corpusFigures)).optional()
}).refine((held) => ofEachExample(held).every(({ length }) => length === held.examples), { message: "it does not hold a value for each example" }).refine(({ examples, records: { scores = {} } = {} }) => Object.values(scores).every(({ length }) => length > 0 && length % examples === 0), { message: "it does not hold scores for each example" }).refine(({ groups = [] }) => new Set(groups).size === groups.reduce((most, each) => Math.max(most, each + 1), 0), { message: "its groups are not numbered from 0 without gaps" }).refine(({ examples, groups = [], slices = {} }) => [groups, ...Object.values(slices)].every((all) => all.every((each) => each < examples)), { message: "it names an example that it does not hold" });
function ofEachExample({ labels, groups, predictions, records: { scores: _, ...single } = {}, custom }) {
	return [
		labels,
		groups,
		...[
			predictions,
			...Object.values(single),
			...Object.values(custom)
		].filter((table) => table !== void 0).flatMap((table) => Object.values(table))
	].filter((list) => list !== void 0);
}
const text = string();
const contender = object({
	id: text,
	role: _enum([
		"production",
		"candidate",
		"variant",
		"copy"
	]),
	model: artifactSchema
});
const scenario = object({
	id: text,
	provider: text,
	batch: int().min(1),
	threads: count,
	runner: array(text).optional(),
	options: record(text, unknown()).optional(),
	allowFallback: boolean().optional(),
	rate: positive.optional(),
	order: literal("isolated").optional()
});
const gpuState = object({
	seconds: amount,
	utilization: amount.optional(),
	smMHz: positive.optional(),
	slowShare: amount.optional(),
	memoryBytes: amount.optional(),
	celsius: finite.optional(),
	joules: amount.optional(),
	reasons: record(text, amount)
});
const warmup = object({
	runs: count,
	ms: amount,
	steady: boolean()
});
const workerSample = object({
	samplesMs: array(positive).min(1),
	turns: array(int().min(1)).min(1),
	sessionMs: positive,
	firstRunMs: positive,
	peakBytes: positive,
	warmup,
	load: amount.optional(),
	gpu: gpuState.optional()
}).refine(({ samplesMs, turns }) => turns.reduce((sum, turn) => sum + turn, 0) === samplesMs.length, { message: "its turns do not add up to its samples" });
const blockSchema = object({
	order: array(text),
	runs: record(text, workerSample),
	gpu: gpuState.optional()
});
const blockLookSchema = object({
	blocks: int().min(1),
	spent: share
});
const profiledTime = object({
	wallMs: amount,
	kernelMs: amount,
	copyMs: amount,
	clock: _enum(["device", "host"])
});
const speed = object({
	scenario,
	environment: text,
	profiles: record(text, profiledTime).optional(),
	blocks: array(blockSchema).min(1),
	looks: array(blockLookSchema).min(1)
}).refine(({ blocks, looks }) => looks.at(-1)?.blocks === blocks.length && looks.every(isLater), { message: "its looks do not end at its last block, one after the other" });
function isLater(look, at, looks) {
	const before = looks[at - 1];
	return before === void 0 || before.blocks < look.blocks && before.spent <= look.spent;
}
const measurementsSchema = object({
	environments: array(environmentSchema).min(1),
	seed: int(),
	contenders: array(contender),
	chosen: text,
	speed: array(speed),
	quality: qualitySchema.optional(),
	interface: interfaceChangeSchema.optional(),
	outputs: outputsMeasuredSchema.optional(),
	counts: record(text, record(text, amount)),
	warnings: array(warningSchema)
}).refine(({ environments, speed }) => speed.every((each) => environments.some(({ fingerprint }) => fingerprint === each.environment)), { message: "it holds a scenario without its environment" });
export { blockLookSchema, blockSchema, comparedInterfaceSchema, comparedOutputsSchema, measurementsSchema, notComparedSchema };
