import { alike } from "./verdicts-evidence.js";
import "./pipelines.js";
import { doubtWords } from "./verdicts-traffic.js";
import { printChange, printPValue, printShare, printValue } from "./start.js";
function describeCompatibility(found, data) {
	return {
		...found.interface === void 0 ? {} : { interface: {
			...found.interface,
			why: interfaceWords(found.interface)
		} },
		...found.outputs === void 0 ? {} : { outputs: describeOutputs(found.outputs) },
		notCompared: found.notCompared.map(({ what }) => ({
			what,
			why: reasons[what](found, data)
		}))
	};
}
const reasons = {
	quality: (_, data) => Object.keys(data).length === 0 ? "no data was given" : "no quality metric was asked for on the whole data set",
	speed: () => "no speed metric was asked for",
	outputs: ({ outputs, unread = [] }) => unread.length === 0 ? outputs?.missing ?? "" : `no metric reads ${unread.map((name) => `\`${name}\``).join(", ")}`
};
function interfaceWords({ change, reasons }) {
	const list = reasons.join("; ");
	if (change === "compatible") return "Callers of production find the same interface.";
	if (change === "additive") return `Callers of production need not change: ${list}.`;
	return `Callers of production break: ${list}.`;
}
function describeOutputs(judged) {
	const { doubt: _, ...outputs } = judged;
	return {
		...outputs,
		why: outputWords(judged)
	};
}
function outputWords({ doubt, data, output, runs, error = 0, worst = 0, spread = 0, missing }) {
	if (doubt === "missing") return `The outputs were not compared: ${missing}.`;
	const inputs = data === void 0 ? "made-up inputs" : `examples from all over ${data}`;
	const largest = worst > error ? ` (at most ${printShare(worst, 2)})` : "";
	const subject = output === void 0 ? "the outputs differ" : `the output \`${output}\` differs`;
	const found = `In ${runs} ${runs === 1 ? "run" : "runs"} on ${inputs}, ${subject} from production's by ${printShare(error, 2)}${largest}`;
	if (doubt === "large") return `${found}; they count as alike up to ${printShare(alike.error)}.`;
	if (doubt === "constant") return `${found}, but production's outputs are the same for every input, so this says nothing.`;
	if (doubt === "single") return `${found}, and one input is not enough to call them alike.`;
	if (doubt === "unrelated") return `${found}, which is more than a quarter of the ${printShare(spread, 2)} by which production's outputs differ from input to input.`;
	return `${found}.`;
}
function methodWords(method) {
	const say = words[method.code];
	return say(method);
}
const words = {
	exact: () => "exact",
	blocks: ({ blocks, by, looks }) => `${byWords[by]} on ${blocks} blocks${lookWords(looks)}`,
	"block-groups": ({ groups, size, looks }) => `Hodges\u2013Lehmann interval on ${groups} groups of ${size} blocks${lookWords(looks)}`,
	shares: ({ of, examples, gained, lost, midP }) => `${of === "ratio" ? "Score interval of the ratio" : "Tango score interval"} on ${examples} examples, ${gained} gained and ${lost} lost (McNemar mid-p ${printPValue(midP)})`,
	bootstrap: ({ of, resamples, ...sampled }) => `paired bootstrap${of === "mean" ? " of the mean" : ""} on ${sampleWords(sampled)}${resamples === void 0 ? "" : `, ${resamples} resamples`}`,
	areas: ({ plain, p, ...sampled }) => `${plain ? "DeLong interval" : "DeLong placements"} on ${sampleWords(sampled)}${p === void 0 ? "" : ` (p ${printPValue(p)})`}`,
	proportions: () => "Newcombe interval of the difference of two proportions",
	windows: ({ windows }) => `Hodges\u2013Lehmann interval on ${windows} windows`
};
const byWords = {
	blocks: "Hodges\u2013Lehmann interval",
	"weighted-blocks": "weighted Hodges\u2013Lehmann interval",
	means: "Student interval of the means, and Hodges\u2013Lehmann interval,"
};
function sampleWords({ examples, groups }) {
	return groups === void 0 ? `${examples} examples` : `${examples} examples in ${groups} groups`;
}
function lookWords(looks) {
	return looks > 1 ? `, ${looks} looks` : "";
}
function verdictSentence(row) {
	return `${`${row.metric} went from ${printValue(row.production, row.unit)} to ${printValue(row.candidate, row.unit)}`}, ${changeText(row)}; ${allowance(row)}: ${outcome(row)}${resolution(row)}.`;
}
function resolution(row) {
	return row.detectable === void 0 ? "" : ` (smallest detectable change: ${printChange(row, row.detectable)})`;
}
function changeText(row) {
	if (row.change === 0 && row.interval.low === row.interval.high) return "no change";
	const change = directed(row, row.change);
	if (row.method.code === "exact") return change;
	if (row.interval.level === 0) return `${change} (no interval can be given)`;
	return `${change} (${rangeText(row)} with ${printShare(row.interval.level, 3)} confidence)`;
}
function rangeText(row) {
	const { low, high } = row.interval;
	if (low < 0 && high > 0) return `between ${directed(row, low)} and ${directed(row, high)}`;
	const [near, far] = Math.abs(low) < Math.abs(high) ? [low, high] : [high, low];
	return `between ${printChange(row, near)} and ${directed(row, far)}`;
}
function allowance(row) {
	if (row.claim === "equivalent") return `${printChange(row, row.margin)} either way is allowed`;
	if (row.claim === "better") return demand(row);
	if (row.margin === 0) return "nothing worse is allowed";
	return `${directed(row, row.better === "lower" ? row.margin : -row.margin)} is allowed`;
}
function demand(row) {
	if (row.margin === 0) return "it has to be better";
	return `it has to be more than ${directed(row, row.better === "lower" ? -row.margin : row.margin)}`;
}
function outcome(row) {
	if (row.verdict !== "inconclusive") return row.verdict;
	if (row.doubt !== void 0) return `inconclusive, because ${doubtWords(row, row.doubt)}`;
	const { blocks, examples } = row.needs ?? {};
	if (blocks !== void 0) return `inconclusive, about ${blocks} blocks in total would settle it`;
	if (examples !== void 0) return `inconclusive, about ${examples} examples in total would settle it`;
	return "inconclusive, and too close to the margin for more measurements to settle it";
}
function directed(row, change) {
	return `${printChange(row, change)} ${change < 0 ? "lower" : "higher"}`;
}
function describeRows(rows) {
	return rows.map(wordRow);
}
function wordRow(row) {
	const { doubt: _, among, alone, ...facts } = row;
	return {
		...facts,
		method: methodWords(row.method),
		why: `${verdictSentence(row)}${among === void 0 ? "" : aloneWords(among)}`,
		...alone === void 0 ? {} : { alone }
	};
}
function aloneWords(comparisons) {
	return ` Among ${comparisons} comparisons, one such alarm may be chance (Holm).`;
}
export { describeCompatibility, describeRows };
