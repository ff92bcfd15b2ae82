import { runnerLabels, shardName } from "./stages-benchmark-runners.js";
import { _enum, array, boolean, int, number, record, strictObject, string, union, unknown } from "./npm-zod-v4-classic-schemas.js";
import { duration } from "./core-quantity-settings.js";
import "./core-quantity.js";
import { providerNames } from "./providers.js";
const device = strictObject({ device: int().min(0).optional().describe("Number of the GPU, as CUDA counts them; 0 when left out.") });
const providerOptions = {
	cpu: strictObject({}),
	wasm: strictObject({}),
	cuda: device,
	tensorrt: device,
	webgpu: strictObject({
		"preferred-layout": _enum(["NCHW", "NHWC"]).optional().describe("Layout of images inside the graph."),
		"validation-mode": _enum([
			"disabled",
			"wgpuOnly",
			"basic",
			"full"
		]).optional().describe("How much of each call is checked; costs time."),
		"force-cpu-nodes": array(string().min(1)).min(1).optional().describe("Names of nodes to run on the CPU; needs `allow-fallback`.")
	})
};
const oneOrMore = (least) => union([int().min(least), array(int().min(least)).min(1)]);
const scenario = strictObject({
	provider: _enum(providerNames).default("cpu").describe("What runs the model."),
	batch: oneOrMore(1).default(1).describe("Examples in one run; a list measures each."),
	threads: oneOrMore(0).default(1).describe("Threads inside one operator; 0 leaves the choice to the runtime; a list measures each."),
	options: record(string(), unknown()).optional().describe("The provider's own options, such as `{ device: 1 }` for cuda."),
	"allow-fallback": boolean().default(false).describe("Lets the CPU run nodes that the provider does not take, with a warning that names them; else that is an error."),
	rate: union([number().positive(), array(number().positive()).min(1)]).optional().describe("Requests a second, sent at random moments whether or not earlier ones are answered, so that waiting counts (an open loop); a list measures each. One run after the other, when left out."),
	order: _enum(["interleaved", "isolated"]).default("interleaved").describe("`interleaved`: short turns, one contender after the other; `isolated`: each alone, for models whose workers disturb one another even when idle."),
	runner: runnerLabels.optional().describe("The machine that measures it in a workflow with a matrix: a label or a list of labels, as in `runs-on`. See `airworthy plan --matrix`.")
}).superRefine(({ provider, options = {} }, context) => {
	const checked = providerOptions[provider].safeParse(options);
	for (const issue of checked.error?.issues ?? []) context.addIssue({
		code: "custom",
		path: ["options", ...issue.path],
		message: `${provider}: ${issue.message}`
	});
});
const blocks = strictObject({
	min: int().min(1).default(8).describe("Blocks that are measured even beyond the budget."),
	max: int().min(1).default(1e3).describe("Blocks after which it stops within the budget.")
}).refine(({ min, max }) => min <= max, "`min` is larger than `max`");
const benchmarkSettings = strictObject({
	scenarios: array(scenario).min(1).prefault([{}]).describe("The conditions to measure under: every combination of provider, batch and threads of each entry."),
	budget: duration().prefault("20s").describe("The most time for measuring speed, shared by all scenarios; it ends sooner when every question is answered."),
	blocks: blocks.prefault({}).describe("How many blocks of fresh processes; a verdict at 1 % needs at least 8."),
	data: string().optional().describe("The data set that feeds the models and that quality is measured on. The one called eval, when left out and there."),
	shapes: record(string(), array(int().min(1))).default({}).describe("Shapes of made-up inputs, by name, where the model leaves them open and the usual ones do not fit."),
	seed: int().default(1).describe("Orders of turns and made-up inputs follow from it."),
	"noise-floor": boolean().default(true).describe("Measures a second copy of production in every fourth pair of blocks: where the two differ certainly, no verdict on speed is given.")
});
function scenariosOf(settings) {
	const all = settings.scenarios.flatMap((entry) => listOf(entry.batch).flatMap((batch) => listOf(entry.threads).flatMap((threads) => ratesOf(entry).map((rate) => toScenario(entry, {
		batch,
		threads,
		rate
	})))));
	return [...new Map(all.map((each) => [each.id, each])).values()];
}
function ratesOf({ rate }) {
	return rate === void 0 ? [void 0] : listOf(rate);
}
function toScenario(entry, { batch, threads, rate }) {
	const { provider, order, runner, options = {} } = entry;
	const marks = [
		...Object.entries(options).map(([name, value]) => `${name}=${String(value)}`),
		...rate === void 0 ? [] : [`rate=${rate}`],
		...order === "isolated" ? ["isolated"] : [],
		...runner === void 0 ? [] : [`runner=${shardName(runner)}`]
	];
	return {
		id: [`${provider}/b${batch}/t${threads}`, ...marks].join("/"),
		provider,
		batch,
		threads,
		...runner === void 0 ? {} : { runner },
		...Object.keys(options).length === 0 ? {} : { options },
		...entry["allow-fallback"] ? { allowFallback: true } : {},
		...rate === void 0 ? {} : { rate },
		...order === "isolated" ? { order } : {}
	};
}
function listOf(value) {
	return typeof value === "number" ? [value] : value;
}
function shardsOf(settings) {
	const shards = new Map();
	for (const scenario of scenariosOf(settings)) {
		const name = shardName(scenario.runner);
		const { runner, scenarios } = shards.get(name) ?? {
			runner: scenario.runner,
			scenarios: []
		};
		shards.set(name, {
			name,
			...runner === void 0 ? {} : { runner },
			scenarios: [...scenarios, scenario]
		});
	}
	return [...shards.values()];
}
function partOf(settings, shard) {
	if (shard === void 0) return {
		scenarios: scenariosOf(settings),
		quality: true
	};
	const shards = shardsOf(settings);
	const at = shards.findIndex(({ name }) => name === shard);
	return {
		scenarios: shards[at]?.scenarios ?? [],
		quality: at === 0
	};
}
export { benchmarkSettings, partOf, scenariosOf, shardsOf };
