import { notMeasured } from "./verdicts-errors.js";
import { parseDuration } from "./core-quantity-parse.js";
import "./core-quantity.js";
function defineMetric(metric) {
	return metric;
}
function sliceName({ array, value }) {
	return `${array}=${value}`;
}
const accuracy = defineMetric({
	name: "accuracy",
	unit: "share",
	better: "higher",
	how: "paired",
	margin: "0.5pp",
	summary: "share of examples whose top class is the label",
	needs: {
		record: "classes",
		labels: "classes"
	},
	figure: {
		by: "share",
		values({ before, after, labels }) {
			const right = (classes) => classes.map((top, at) => top === labels[at] ? 1 : 0);
			return [right(before), right(after)];
		}
	}
});
const topFive = defineMetric({
	name: "top-5",
	unit: "share",
	better: "higher",
	how: "paired",
	margin: "0.5pp",
	summary: "share of examples whose label is among the five top classes",
	needs: {
		record: "ranks",
		labels: "classes"
	},
	figure: {
		by: "share",
		values({ before, after }) {
			const among = (ranks) => ranks.map((rank) => rank < 5 ? 1 : 0);
			return [among(before), among(after)];
		}
	}
});
function topClass(scores) {
	let best = 0;
	for (let at = 0; at < scores.length; at++) {
		const score = scores[at];
		if (Number.isNaN(score)) return -1;
		if (score > scores[best]) best = at;
	}
	return best;
}
function rankOf(label, scores) {
	const own = scores[label];
	let before = 0;
	for (let at = 0; at < scores.length; at++) {
		const score = scores[at];
		if (Number.isNaN(score)) return scores.length;
		if (score > own || score === own && at < label) before += 1;
	}
	return before;
}
function isDistribution(scores) {
	if (scores.some((score) => !(score >= 0))) return false;
	const sum = sumOf(scores);
	return scores.length === 1 ? sum <= 1 : Math.abs(sum - 1) <= .01;
}
function softmax(logits) {
	const top = Math.max(...logits);
	const powers = Float64Array.from(logits, (logit) => Math.exp(logit - top));
	const sum = sumOf(powers);
	return powers.map((power) => power / sum);
}
function lossOf(label, scores, kind) {
	const loss = kind === "logits" ? logitLoss(label, scores) : -Math.log(probabilityOf(label, scores));
	return loss <= largestLoss ? Math.max(0, loss) : largestLoss;
}
const largestLoss = 23 * Math.LN2;
function probabilityOf(label, scores) {
	const first = scores[0];
	if (scores.length === 1) return label === 1 ? first : 1 - first;
	return scores[label];
}
function logitLoss(label, logits) {
	const all = logits.length === 1 ? Float64Array.of(0, logits[0]) : Float64Array.from(logits);
	const top = Math.max(...all);
	const sum = sumOf(all.map((logit) => Math.exp(logit - top)));
	return top + Math.log(sum) - all[label];
}
function sumOf(values) {
	let sum = 0;
	for (const value of values) sum += value;
	return sum;
}
const scores = {
	precision: ({ hits, predicted }) => predicted === 0 ? 0 : hits / predicted,
	recall: ({ hits, support }) => support === 0 ? 0 : hits / support,
	f1: ({ hits, support, predicted }) => hits === 0 ? 0 : 2 * hits / (support + predicted)
};
function isBinary(labels, ...predictions) {
	return [labels, ...predictions].every((classes) => classes.every((each) => each <= 1));
}
function classStatistic(name, labels, predictions, binary) {
	const table = tableOf(labels, predictions);
	const countsWith = (weights) => {
		const counts = countsOf(table, weights);
		return binary ? counts.slice(1, 2) : counts;
	};
	return {
		statistic: (weights) => meanOf(countsWith(weights), scores[name]),
		fall: (examples) => fallOf(countsWith(new Uint8Array(labels.length).fill(1)), scores[name], examples)
	};
}
function tableOf(labels, predictions) {
	const index = new Map([0, 1].map((each) => [each, each]));
	const numberOf = (each) => {
		if (each !== -1 && !index.has(each)) index.set(each, index.size);
		return index.get(each) ?? -1;
	};
	const pairsOf = labels.map((label, at) => [numberOf(label), numberOf(predictions[at])]);
	const classes = index.size;
	const numbers = new Map();
	const pairs = [];
	return {
		classes,
		pairs,
		pairOf: Uint32Array.from(pairsOf, ([label, prediction]) => {
			const key = label * (classes + 1) + prediction - -1;
			const known = numbers.get(key);
			if (known !== void 0) return known;
			numbers.set(key, pairs.length);
			return pairs.push([label, prediction]) - 1;
		})
	};
}
function countsOf({ classes, pairs, pairOf }, weights) {
	const times = new Float64Array(pairs.length);
	for (let at = 0; at < pairOf.length; at++) {
		const pair = pairOf[at];
		times[pair] = times[pair] + weights[at];
	}
	const counts = Array.from({ length: Math.max(2, classes) }, () => ({
		hits: 0,
		support: 0,
		predicted: 0
	}));
	for (const [pair, [label, prediction]] of pairs.entries()) {
		const often = times[pair];
		const [own, other] = [counts[label], counts[prediction]];
		if (own !== void 0) own.support += often;
		if (other !== void 0) other.predicted += often;
		if (own !== void 0 && label === prediction) own.hits += often;
	}
	return counts;
}
function meanOf(counts, score) {
	let [sum, present] = [0, 0];
	for (const each of counts) {
		if (each.support === 0 && each.predicted === 0) continue;
		sum += score(each);
		present += 1;
	}
	return present === 0 ? 0 : sum / present;
}
function fallOf(counts, score, examples) {
	const present = counts.filter(({ support, predicted }) => support > 0 || predicted > 0);
	const misses = present.map((each) => ({
		weight: weightOfHit(each, score),
		hits: each.hits
	}));
	let [left, fall] = [examples, 0];
	for (const { weight, hits } of misses.sort((one, other) => other.weight - one.weight)) {
		fall += weight * Math.min(left, hits);
		left -= Math.min(left, hits);
	}
	const alarms = present.map((each) => score(each) - score({
		...each,
		predicted: each.predicted + examples
	}));
	return (fall + Math.max(0, ...alarms)) / Math.max(1, present.length);
}
function weightOfHit(counts, score) {
	const { hits, support, predicted } = counts;
	return hits === 0 ? 0 : score(counts) - score({
		hits: hits - 1,
		support,
		predicted: predicted - 1
	});
}
const precision = classMetric("precision", "share of the examples predicted to be of a class that are: of class 1 of two, else the mean over classes");
const recall = classMetric("recall", "share of the examples of a class that are predicted to be: of class 1 of two, else the mean over classes");
const f1 = classMetric("f1", "harmonic mean of precision and recall: of class 1 of two, else the mean over classes");
function classMetric(name, summary) {
	return defineMetric({
		name,
		unit: "share",
		better: "higher",
		how: "paired",
		margin: "1pp",
		summary,
		needs: {
			record: "classes",
			labels: "classes"
		},
		figure: {
			by: "statistic",
			statistics({ before, after, labels }) {
				const binary = isBinary(labels, before, after);
				const [one, two] = [classStatistic(name, labels, before, binary), classStatistic(name, labels, after, binary)];
				return {
					of: [one.statistic, two.statistic],
					fall: (examples) => Math.max(one.fall(examples), two.fall(examples))
				};
			}
		}
	});
}
const size = defineMetric({
	name: "size",
	unit: "B",
	better: "lower",
	how: "exact",
	margin: "5%",
	summary: "bytes of the model, external data included"
});
const parameters = defineMetric({
	name: "parameters",
	unit: "1",
	better: "lower",
	how: "exact",
	margin: "0%",
	summary: "elements of all weights"
});
const gpuMemory = defineMetric({
	name: "memory.gpu",
	unit: "B",
	better: "lower",
	how: "ratio",
	margin: "10%",
	summary: "most memory of the GPU in use meanwhile; needs `order: isolated` and nvidia-smi",
	only: "isolated",
	figure: {
		by: "worker",
		value: ({ gpu }) => told("memory.gpu", gpu?.memoryBytes)
	}
});
const energy = defineMetric({
	name: "energy",
	unit: "J",
	better: "lower",
	how: "ratio",
	margin: "5%",
	summary: "energy of the GPU for one inference; needs `order: isolated` and nvidia-smi",
	only: "isolated",
	figure: {
		by: "worker",
		value: (sample, { batch }) => told("energy", joulesPerInference(sample, batch))
	}
});
function joulesPerInference({ gpu, samplesMs }, batch) {
	return gpu?.joules === void 0 ? void 0 : gpu.joules / (samplesMs.length * batch);
}
function told(metric, value) {
	if (value !== void 0 && value > 0) return value;
	throw notMeasured(metric, "nvidia-smi does not tell it of this device");
}
const medianLatency = defineMetric({
	name: "latency.p50",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "3%",
	summary: "median time of one run",
	figure: { by: "rounds" }
});
const meanLatency = defineMetric({
	name: "latency.mean",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "3%",
	summary: "mean time of one run",
	figure: {
		by: "mean",
		value: (meanMs) => meanMs
	}
});
const [p90Latency, p95Latency, p99Latency] = [
	percentileLatency(90, "5%"),
	percentileLatency(95, "10%"),
	percentileLatency(99, "10%")
];
function percentileLatency(percent, margin) {
	return defineMetric({
		name: `latency.p${percent}`,
		unit: "ms",
		better: "lower",
		how: "ratio",
		margin,
		summary: `${percent}th percentile of the time of one run`,
		figure: {
			by: "tail",
			p: percent / 100
		}
	});
}
const agreement = defineMetric({
	name: "agreement",
	unit: "share",
	better: "higher",
	how: "paired",
	margin: "1pp",
	summary: "share of examples whose top class is production's",
	needs: { record: "classes" },
	figure: {
		by: "share",
		values: ({ before, after }) => [before.map(() => 1), after.map((top, at) => top >= 0 && top === before[at] ? 1 : 0)]
	}
});
const outputError = defineMetric({
	name: "output-error",
	unit: "share",
	better: "lower",
	how: "paired",
	margin: "1pp",
	summary: "mean distance of the outputs from production's, as a share of their size",
	needs: { record: "errors" },
	relativeTo: "one",
	figure: {
		by: "mean",
		values: ({ before, after }) => [before, after]
	}
});
const peakMemory = defineMetric({
	name: "memory.peak",
	unit: "B",
	better: "lower",
	how: "ratio",
	margin: "10%",
	summary: "peak resident memory of the worker process",
	figure: {
		by: "worker",
		value: ({ peakBytes }) => peakBytes
	}
});
function meanStatistic(values) {
	const all = Float64Array.from(values);
	return (weights) => {
		let sum = 0;
		let examples = 0;
		for (let at = 0; at < all.length; at++) {
			sum += weights[at] * all[at];
			examples += weights[at];
		}
		return sum / examples;
	};
}
function rmseStatistic(outputs, labels) {
	const mean = meanStatistic(outputs.map((output, at) => (output - labels[at]) ** 2));
	return (weights) => Math.sqrt(mean(weights));
}
function r2Statistic(outputs, labels) {
	const errors = Float64Array.from(outputs, (output, at) => (output - labels[at]) ** 2);
	const centre = labels.reduce((sum, label) => sum + label, 0) / labels.length;
	const centred = Float64Array.from(labels, (label) => label - centre);
	return (weights) => {
		let examples = 0;
		let missed = 0;
		let sum = 0;
		let squares = 0;
		for (let at = 0; at < errors.length; at++) {
			const weight = weights[at];
			const label = centred[at];
			examples += weight;
			missed += weight * errors[at];
			sum += weight * label;
			squares += weight * label * label;
		}
		const variation = squares - sum ** 2 / examples;
		if (variation > 0) return 1 - missed / variation;
		return missed === 0 ? 1 : 0;
	};
}
const needs = {
	record: "outputs",
	labels: "numbers"
};
const rmse = defineMetric({
	name: "rmse",
	unit: "1",
	better: "lower",
	how: "paired",
	margin: "2%",
	summary: "root of the mean squared error of a regression, in the unit of the labels",
	needs,
	figure: {
		by: "statistic",
		statistics: ({ before, after, labels }) => ({ of: [rmseStatistic(before, labels), rmseStatistic(after, labels)] })
	}
});
const mae = defineMetric({
	name: "mae",
	unit: "1",
	better: "lower",
	how: "paired",
	margin: "2%",
	summary: "mean absolute error of a regression, in the unit of the labels",
	needs,
	figure: {
		by: "mean",
		values({ before, after, labels }) {
			const errors = (outputs) => outputs.map((output, at) => Math.abs(output - labels[at]));
			return [errors(before), errors(after)];
		}
	}
});
const r2 = defineMetric({
	name: "r2",
	unit: "1",
	better: "higher",
	how: "paired",
	margin: "0.01",
	summary: "share of the labels' variance that a regression explains",
	needs,
	figure: {
		by: "statistic",
		statistics: ({ before, after, labels }) => ({ of: [r2Statistic(before, labels), r2Statistic(after, labels)] })
	}
});
const auc = defineMetric({
	name: "auc",
	unit: "1",
	better: "higher",
	how: "paired",
	margin: "0.005",
	summary: "area under the ROC curve of class 1 of two, else the mean over classes, each against the rest",
	needs: {
		record: "scores",
		labels: "classes"
	},
	figure: { by: "area" }
});
const logLoss = defineMetric({
	name: "log-loss",
	unit: "1",
	better: "lower",
	how: "paired",
	margin: "2%",
	summary: "mean of −ln of the label's probability",
	needs: {
		record: "losses",
		labels: "classes"
	},
	figure: {
		by: "mean",
		values: ({ before, after }) => [before, after]
	}
});
const firstRun = defineMetric({
	name: "first-run",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "20%",
	summary: "time of the first run in a fresh process",
	figure: {
		by: "worker",
		value: ({ firstRunMs }) => firstRunMs
	}
});
const sessionStart = defineMetric({
	name: "session-start",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "20%",
	summary: "time to load the model in a fresh process",
	figure: {
		by: "worker",
		value: ({ sessionMs }) => sessionMs
	}
});
const leastShare = .001;
const steps = 30;
function rateWithin(runsMs, limit, random) {
	const gaps = runsMs.map(() => -Math.log1p(-random.uniform()));
	const all = 1e3 * runsMs.length / runsMs.reduce((sum, ms) => sum + ms, 0);
	const keeps = (share) => keepsLimit(runsMs, gaps, 1e3 / (all * share), limit);
	if (keeps(1)) return all;
	let [low, high] = [leastShare, 1];
	for (let step = 0; step < steps; step++) {
		const middle = (low + high) / 2;
		if (keeps(middle)) low = middle;
		else high = middle;
	}
	return all * low;
}
function keepsLimit(runsMs, gaps, meanGapMs, { p, ms }) {
	const tolerated = Math.floor(runsMs.length * (1 - p) + 1e-6);
	let late = 0;
	let waits = 0;
	for (let at = 0; at < runsMs.length; at++) {
		waits = Math.max(0, waits - gaps[at] * meanGapMs);
		waits += runsMs[at];
		if (waits > ms && ++late > tolerated) return false;
	}
	return true;
}
const throughput = defineMetric({
	name: "throughput",
	unit: "1/s",
	better: "higher",
	how: "ratio",
	margin: "3%",
	summary: "examples per second, one run after the other",
	only: "closed-loop",
	figure: {
		by: "mean",
		value: (meanMs, { batch }) => 1e3 * batch / meanMs
	}
});
function throughputWithin(name) {
	const limit = limitIn(name);
	return limit && withinLimit(name, limit);
}
function limitIn(name) {
	const [, percent, time = ""] = /^throughput\[p([5-9]\d)<([^\]]+)\]$/.exec(name) ?? [];
	const ms = parseDuration(time);
	return ms === void 0 || ms === 0 ? void 0 : {
		p: Number(percent) / 100,
		ms
	};
}
function withinLimit(name, limit) {
	return defineMetric({
		name,
		unit: "1/s",
		better: "higher",
		how: "ratio",
		margin: "5%",
		summary: "examples per second at which requests that come at random are answered within the limit, waiting included; any percentile and time",
		only: "closed-loop",
		figure: {
			by: "tail",
			p: limit.p,
			value: (runsMs, { scenario, random }) => scenario.batch * rateWithin(runsMs, limit, random())
		}
	});
}
const limited = withinLimit("throughput[p99<20ms]", {
	p: .99,
	ms: 20
});
const metrics = [
	medianLatency,
	meanLatency,
	p90Latency,
	p95Latency,
	p99Latency,
	throughput,
	firstRun,
	sessionStart,
	peakMemory,
	gpuMemory,
	energy,
	size,
	parameters,
	accuracy,
	topFive,
	precision,
	recall,
	f1,
	auc,
	logLoss,
	rmse,
	mae,
	r2,
	agreement,
	outputError
];
const listedMetrics = [...metrics, limited];
function metricNamed(name) {
	const within = throughputWithin(name);
	if (within !== void 0) return { metric: within };
	const [, base, array, value] = /^([^[\]]+)\[([^=[\]]+)=([^[\]]*)\]$/.exec(name) ?? [];
	const metric = metrics.find((each) => each.name === (base ?? name));
	if (array === void 0 || value === void 0) return metric && { metric };
	return metric?.how === "paired" ? {
		metric,
		slice: {
			array,
			value
		}
	} : void 0;
}
export { isDistribution, listedMetrics, lossOf, meanStatistic, metricNamed, metrics, rankOf, sliceName, softmax, topClass };
