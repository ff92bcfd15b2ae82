import { combine, printChange, printMilliseconds, printPoints, printShare, printSigned, printValue } from "./start.js";
import { fewestValues, proportionDifference, rowOf, signedRankInterval } from "./stats-signed-rank.js";
import { addHistograms, countOf, histogramQuantile } from "./stats-histogram.js";
function doubtWords(row, doubt) {
	const say = words[doubt.code];
	return say(doubt, row);
}
const words = {
	"few-examples": ({ examples, needed }) => `${examples === 1 ? "there is only one example" : `there are only ${examples} examples`}, and ${needed} are needed`,
	"few-groups": ({ worth, needed }) => `the groups are worth only ${worth} ${worth === 1 ? "group" : "groups"} of equal size, and ${needed} are needed`,
	"few-right": ({ examples, needed }) => `at least one model is right on only ${examples} ${examples === 1 ? "example" : "examples"}, and ${needed} are needed`,
	"few-of-class": ({ class: name, side, examples, worth, needed }) => {
		const which = {
			of: `of class ${name}`,
			"not-of": `not of class ${name}`,
			predicted: `predicted as class ${name}`
		};
		if (examples === 0) return `no example is ${which[side]}`;
		return worth !== void 0 ? `the groups of the ${examples} examples that are ${which[side]} are worth only ${worth} ${worth === 1 ? "group" : "groups"} of equal size, and ${needed} are needed` : `only ${examples === 1 ? "one example is" : `${examples} examples are`} ${which[side]}, and ${needed} are needed`;
	},
	"never-varies": (_, { metric }) => `${metric} is the same whichever examples are left out`,
	"about-zero": (_, { metric }) => `production's ${metric} is about 0, so a change cannot be stated as a share of it (state the margin in the metric's own unit)`,
	"few-classes": ({ classes, needed }, { metric }) => `of ${classes} classes ${metric} is the same whatever a model answers, and ${needed} are needed`,
	"cannot-fail": ({ worst }, { metric, unit, production }) => `no ${metric} is worse than ${printValue(worst, unit)}, so that with production at ${printValue(production, unit)} no candidate could fail (state a smaller margin, and see whether the labels are those of these outputs)`,
	"no-skill": ({ guess }, { metric, unit, production }) => `a model that knows nothing of its inputs has ${metric} of ${printValue(guess, unit)}, and production ${printValue(production, unit)}, so that guessing would pass (state a smaller margin, and see whether the labels are those of these outputs)`,
	"classes-differ": ({ classes: [before, after] }) => `production distinguishes ${before} classes, and the candidate ${after}`,
	"readings-differ": ({ readings: [before, after] }) => `production's scores look like ${before}, and the candidate's like ${after}`,
	"few-slow-runs": ({ slower, needed, runs }) => `only ${slower} runs were slower than that percentile, and ${needed} are needed (${runs} runs of each)`,
	"copies-differ": ({ scale, change }, { unit }) => `two copies of production differed by ${printChange({
		scale,
		unit
	}, change)} in the same run`,
	"clocks-differ": ({ mhz, inCycles }) => `the GPU clock was ${Math.round(mhz[0])} MHz for production and ${Math.round(mhz[1])} MHz for the candidate, and in clock cycles the verdict would be ${inCycles}`,
	"few-requests": ({ candidate, stable, needed }) => `too few requests to judge (${candidate} to the candidate, ${stable} to stable; ${needed} are needed)`,
	"few-windows": ({ windows, needed, requests, requestsNeeded }) => `too little to judge (${windows} windows of ${needed}, ${requests} requests of ${requestsNeeded})`
};
function trafficReason(row) {
	const { metric, doubt, method } = row;
	if (doubt !== void 0) return `${metric}: ${doubtWords(row, doubt)}`;
	return `${metric}: ${method.code === "proportions" ? errorWords(row, method) : latencyWords(row)}`;
}
function errorWords({ candidate, production, interval, margin }, method) {
	const { errors, requests } = method.candidate;
	const against = {
		beside: `${printShare(production)} for stable`,
		before: `${printShare(production)} for stable at earlier steps`,
		nothing: "0 %, because there is no stable version to compare with"
	};
	const rates = `${errors} of ${requests} requests failed (${printShare(candidate)}) against ${against[method.against]}`;
	const allowed = printPoints(margin, 4);
	return `${rates}; the difference is between ${points(interval.low)} and ${points(interval.high)}, the margin ${allowed}`;
}
function latencyWords({ candidate, production, interval: { low, high }, margin }) {
	return `${`${printMilliseconds(candidate)} against ${printMilliseconds(production)}`}; the change is between ${signed(low)} and ${signed(high)}, the margin ${printShare(margin)}`;
}
function points(difference) {
	return printSigned(difference, (size) => printPoints(size, 3));
}
function signed(change) {
	return printSigned(change, (size) => printShare(size, 3));
}
function totals(windows) {
	return {
		stable: sumOf(windows.map(({ stable }) => stable)),
		candidate: sumOf(windows.map(({ candidate }) => candidate))
	};
}
function rateOf({ requests, errors }) {
	return requests === 0 ? 0 : errors / requests;
}
function sumOf(traffic) {
	return {
		requests: traffic.reduce((total, { requests }) => total + requests, 0),
		errors: traffic.reduce((total, { errors }) => total + errors, 0)
	};
}
const flawless = {
	seen: "nothing",
	stable: {
		requests: Number.MAX_SAFE_INTEGER,
		errors: 0
	}
};
function errorRow({ minRequests, margin }, { seen, stable }, candidate, alphas) {
	const at = (alpha) => proportionDifference(candidate.errors, candidate.requests, stable.errors, stable.requests, 1 - 2 * alpha);
	const { pass, fail } = alphas;
	const interval = {
		estimate: rateOf(candidate) - rateOf(stable),
		low: at(fail).low,
		high: at(pass).high,
		level: 1 - pass - fail
	};
	return rowOf({
		metric: "error-rate",
		unit: "share",
		better: "lower",
		alpha: (pass + fail) / 2
	}, {
		values: [rateOf(stable), rateOf(candidate)],
		scale: {
			scale: "absolute",
			margin
		},
		interval,
		method: {
			code: "proportions",
			candidate,
			stable,
			against: seen
		},
		doubt: tooFew$1(candidate, stable, minRequests)
	});
}
function tooFew$1(candidate, stable, needed) {
	if (candidate.requests >= needed && stable.requests > 0) return void 0;
	return {
		code: "few-requests",
		candidate: candidate.requests,
		stable: stable.requests,
		needed
	};
}
function timedIn(traffic) {
	return traffic.reduce((count, { latency = [] }) => count + countOf(latency), 0);
}
function medianOf(traffic) {
	const latency = addHistograms(traffic.map((each) => each.latency ?? []));
	return countOf(latency) === 0 ? 0 : histogramQuantile(latency, .5);
}
function mediansOf(windows) {
	return {
		stable: medianOf(stableIn(windows)),
		candidate: medianOf(candidateIn(windows))
	};
}
const fewestPerWindow = 5;
function pairedMedians(windows) {
	const joined = [];
	let open = [];
	for (const window of windows) {
		open.push(window);
		if (Math.min(timedIn(stableIn(open)), timedIn(candidateIn(open))) < fewestPerWindow) continue;
		joined.push(open);
		open = [];
	}
	joined.at(-1)?.push(...open);
	return joined.map(mediansOf);
}
function stableIn(windows) {
	return windows.map(({ stable }) => stable);
}
function candidateIn(windows) {
	return windows.map(({ candidate }) => candidate);
}
function sharedAlpha(alpha, { steps, hold, metrics }) {
	const looks = 1 + hold;
	return {
		pass: alpha / looks,
		fail: alpha / (looks * steps * metrics)
	};
}
function windowsPerLook(rules, alphas) {
	return rules.some(({ metric }) => metric === "latency.p50") ? fewestWindows(alphas) + 2 : 1;
}
function fewestWindows({ pass, fail }) {
	return fewestValues(Math.min(pass, fail));
}
function latencyRow(rule, windows, alphas) {
	const pairs = pairedMedians(windows);
	const { stable, candidate } = mediansOf(windows);
	const doubt = tooFew(rule, pairs, totals(windows).candidate.requests, alphas);
	const change = stable === 0 ? 0 : candidate / stable - 1;
	return rowOf({
		metric: "latency.p50",
		unit: "ms",
		better: "lower",
		alpha: (alphas.pass + alphas.fail) / 2
	}, {
		values: [stable, candidate],
		scale: {
			scale: "relative",
			margin: rule.margin
		},
		interval: doubt === void 0 ? changeOf(pairs, alphas) : {
			estimate: change,
			low: change,
			high: change,
			level: 0
		},
		method: {
			code: "windows",
			windows: pairs.length
		},
		doubt
	});
}
function tooFew({ minRequests }, { length: windows }, requests, alphas) {
	const needed = fewestWindows(alphas);
	if (windows >= needed && requests >= minRequests) return void 0;
	return {
		code: "few-windows",
		windows,
		needed,
		requests,
		requestsNeeded: minRequests
	};
}
function changeOf(pairs, alphas) {
	const ratios = pairs.map(({ stable, candidate }) => Math.log(candidate / stable));
	const [below, above] = [signedRankInterval(ratios, alphas.fail), signedRankInterval(ratios, alphas.pass)];
	return {
		estimate: Math.exp(above.estimate) - 1,
		low: Math.exp(below.low) - 1,
		high: Math.exp(above.high) - 1,
		level: (below.level + above.level) / 2
	};
}
function analyse(rules, windows, weight, before, alphas) {
	const rows = weight < 1 ? trafficRows(rules, windows, alphas) : [rowAlone(rules, windows, before, alphas)];
	return {
		verdict: combine(rows.map(({ verdict }) => verdict)),
		judgements: rows.map(judgementFrom)
	};
}
function trafficRows(rules, windows, alphas) {
	return rules.map((rule) => rowsOfTraffic[rule.metric](rule, windows, alphas));
}
const rowsOfTraffic = {
	"error-rate": (rule, windows, alphas) => {
		const { stable, candidate } = totals(windows);
		return errorRow(rule, {
			seen: "beside",
			stable
		}, candidate, alphas);
	},
	"latency.p50": latencyRow
};
const usualRule = {
	metric: "error-rate",
	margin: .01,
	minRequests: 50
};
function rowAlone(rules, windows, before, alphas) {
	return errorRow(rules.find(({ metric }) => metric === "error-rate") ?? usualRule, before.requests > 0 ? {
		seen: "before",
		stable: before
	} : flawless, totals(windows).candidate, alphas);
}
function judgementFrom(row) {
	const { metric, production, candidate, change, interval, margin, verdict } = row;
	return {
		metric,
		stable: production,
		candidate,
		change,
		interval,
		margin,
		verdict,
		why: trafficReason(row)
	};
}
export { analyse, doubtWords, sharedAlpha, totals, windowsPerLook };
