import { binomialCdf, binomialPmf, normalCdf, normalQuantile } from "./stats-distributions.js";
function scaleFor(margin, production) {
	if ("absolute" in margin) return {
		scale: "absolute",
		margin: margin.absolute
	};
	return production === 0 ? {
		scale: "absolute",
		margin: 0
	} : {
		scale: "relative",
		margin: margin.relative
	};
}
function tidy(value) {
	return Number(value.toPrecision(12));
}
function judge(interval, { alpha, ...claimed }) {
	if (!(interval.level >= 1 - 2 * alpha - 1e-12 && interval.low <= interval.high)) return {
		verdict: "inconclusive",
		improved: false
	};
	const [least, most] = worsening(interval, claimed);
	return {
		verdict: verdictOf(least, most, claimed),
		improved: most < 0
	};
}
function verdictOf(least, most, { claim, margin }) {
	const edge = claim === "better" ? -margin : margin;
	if (claim === "equivalent" && most < -margin) return "fail";
	if (least > edge) return "fail";
	return most < edge && (claim !== "equivalent" || least > -margin) ? "pass" : "inconclusive";
}
function judgeExactly(change, { claim, margin, better }) {
	const worse = better === "lower" ? change : -change;
	return {
		verdict: {
			"not-worse": worse <= margin,
			better: worse < 0 && worse <= -margin,
			equivalent: Math.abs(worse) <= margin
		}[claim] ? "pass" : "fail",
		improved: worse < 0
	};
}
function edgeOf(change, { claim, margin, better }) {
	const worse = better === "lower" ? 1 : -1;
	if (claim === "better") return -worse * margin;
	if (claim === "equivalent") return Math.sign(change) * margin || margin;
	return worse * margin;
}
function worsening({ low, high }, { better }) {
	return better === "lower" ? [low, high] : [-high, -low];
}
function claimedIn({ claim, better }, { margin }) {
	return {
		claim: claim ?? "not-worse",
		margin,
		better
	};
}
function judgementOf(asked, { interval, scale, doubt }) {
	if (doubt !== void 0) return {
		verdict: "inconclusive",
		improved: false
	};
	return judge(interval, {
		...claimedIn(asked, scale),
		alpha: asked.alpha
	});
}
function rowOf(asked, found, judgement = judgementOf(asked, found)) {
	const { metric, scenario, unit, better, claim } = asked;
	const { values, scale, interval, method, doubt } = found;
	return {
		metric,
		...scenario === void 0 ? {} : { scenario },
		unit,
		better,
		production: values[0],
		candidate: values[1],
		scale: scale.scale,
		change: interval.estimate,
		interval: {
			low: interval.low,
			high: interval.high,
			level: interval.level
		},
		margin: scale.margin,
		...claim === void 0 ? {} : { claim },
		...judgement,
		method,
		...doubt === void 0 ? {} : { doubt }
	};
}
function tidied(row) {
	const { low, high, level } = row.interval;
	return {
		...row,
		production: tidy(row.production),
		candidate: tidy(row.candidate),
		change: tidy(row.change),
		interval: {
			low: tidy(low),
			high: tidy(high),
			level: tidy(level)
		}
	};
}
function factsOf({ method: _, doubt: __, among: ___, ...facts }) {
	return facts;
}
function proportionDifference(x1, n1, x2, n2, level) {
	if (n1 === 0 || n2 === 0) return {
		estimate: 0,
		low: -1,
		high: 1,
		level
	};
	const z = normalQuantile((1 + level) / 2);
	const [first, second] = [wilson(x1, n1, z), wilson(x2, n2, z)];
	const estimate = x1 / n1 - x2 / n2;
	const down = Math.hypot(x1 / n1 - first.low, second.high - x2 / n2);
	const up = Math.hypot(first.high - x1 / n1, x2 / n2 - second.low);
	return {
		estimate,
		low: estimate - down,
		high: estimate + up,
		level
	};
}
function pairedDifference(gained, lost, examples, level) {
	if (examples === 0) return {
		estimate: 0,
		low: -1,
		high: 1,
		level
	};
	const estimate = (gained - lost) / examples;
	const z = normalQuantile((1 + level) / 2);
	const score = (difference) => tangoScore(gained, lost, examples, difference);
	return {
		estimate,
		low: crossing((difference) => score(difference) > z, -1, estimate),
		high: crossing((difference) => score(difference) > -z, estimate, 1),
		level
	};
}
function pairedChange(gained, lost, both, level) {
	const [first, second] = [both + lost, both + gained];
	if (first === 0) throw new RangeError("a change is told as a share of something");
	const ratio = second / first;
	const z = normalQuantile((1 + level) / 2);
	const score = (supposed) => ratioScore(gained, lost, both, supposed);
	let top = 2 * Math.max(1, ratio);
	while (score(top) > -z) top *= 2;
	const low = crossing((supposed) => score(supposed) > z, 0, ratio);
	const high = crossing((supposed) => score(supposed) > -z, ratio, top);
	return {
		estimate: (gained - lost) / first,
		low: low - 1,
		high: high - 1,
		level
	};
}
function mcnemar(gained, lost) {
	const [fewer, pairs] = [Math.min(gained, lost), gained + lost];
	const tail = 2 * binomialCdf(fewer, pairs, .5);
	return {
		exact: Math.min(1, tail),
		midP: tail - binomialPmf(fewer, pairs, .5)
	};
}
function wilson(x, n, z) {
	const centre = (x + z ** 2 / 2) / (n + z ** 2);
	const half = z / (n + z ** 2) * Math.sqrt(x * (n - x) / n + z ** 2 / 4);
	return {
		low: Math.max(0, centre - half),
		high: Math.min(1, centre + half)
	};
}
function tangoScore(gained, lost, n, difference) {
	const b = (2 * n - gained + lost) * difference - gained - lost;
	const c = -lost * difference * (1 - difference);
	const variance = n * (2 * ((Math.sqrt(Math.max(0, b ** 2 - 8 * n * c)) - b) / (4 * n)) + difference * (1 - difference));
	const distance = gained - lost - n * difference;
	if (distance === 0) return 0;
	return variance <= 0 ? Math.sign(distance) * Infinity : distance / Math.sqrt(variance);
}
function ratioScore(gained, lost, both, ratio) {
	const distance = both + gained - ratio * (both + lost);
	if (distance === 0) return 0;
	const any = both + gained + lost;
	const square = ratio * (1 + ratio);
	const linear = ratio ** 2 * lost + (2 * ratio ** 2 - 1) * gained - (1 - ratio ** 2) * both;
	const root = Math.sqrt(Math.max(0, linear ** 2 + 4 * square * gained * ratio * (1 - ratio) * any));
	const onlySecond = square === 0 ? 0 : (linear + root) / (2 * square);
	const variance = ratio * (any * (1 - ratio) + ratio * onlySecond + onlySecond);
	return variance <= 0 ? Math.sign(distance) * Infinity : distance / Math.sqrt(variance);
}
function crossing(holds, from, to) {
	let [low, high] = [from, to];
	for (let step = 0; step < 200 && low < high; step++) {
		const half = (low + high) / 2;
		if (half === low || half === high) break;
		if (holds(half)) low = half;
		else high = half;
	}
	return (low + high) / 2;
}
function signedRankInterval(differences, alpha, weights = differences.map(() => 1)) {
	if (differences.length === 0) throw new RangeError("an interval needs at least one value");
	const walsh = walshAverages(differences, weights);
	const below = signedRankBelow(differences.length);
	const q = Math.max(1, firstRankSum(below, alpha));
	return {
		estimate: middle(walsh),
		low: walsh[q - 1],
		high: walsh[walsh.length - q],
		level: 1 - 2 * below(q - 1)
	};
}
function fewestValues(alpha) {
	return Math.ceil(-Math.log2(alpha));
}
function signedRankBelow(n) {
	if (n > exactLimit) {
		const mean = n * (n + 1) / 4;
		const deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
		return (s) => s < 0 ? 0 : normalCdf((Math.floor(s) + .5 - mean) / deviation);
	}
	const cumulative = cumulativeSignedRank(n);
	return (s) => s < 0 ? 0 : cumulative[Math.min(Math.floor(s), cumulative.length - 1)];
}
const exactLimit = 400;
const known = new Map();
function cumulativeSignedRank(n) {
	const found = known.get(n);
	if (found !== void 0) return found;
	const mass = new Float64Array(n * (n + 1) / 2 + 1);
	mass[0] = 1;
	for (let rank = 1; rank <= n; rank++) for (let sum = rank * (rank + 1) / 2; sum >= 0; sum--) mass[sum] = (mass[sum] + (sum >= rank ? mass[sum - rank] : 0)) / 2;
	for (let sum = 1; sum < mass.length; sum++) mass[sum] = mass[sum] + mass[sum - 1];
	known.set(n, mass);
	return mass;
}
function firstRankSum(below, alpha) {
	let [from, to] = [0, 1];
	while (below(to) < alpha) to *= 2;
	while (from < to) {
		const half = Math.floor((from + to) / 2);
		if (below(half) >= alpha) to = half;
		else from = half + 1;
	}
	return from;
}
function walshAverages(values, weights) {
	const averages = new Float64Array(values.length * (values.length + 1) / 2);
	let at = 0;
	for (let i = 0; i < values.length; i++) {
		const [x, v] = [values[i], weights[i]];
		for (let j = i; j < values.length; j++) {
			const [y, w] = [values[j], weights[j]];
			averages[at++] = v === w ? (x + y) / 2 : (v * x + w * y) / (v + w);
		}
	}
	return averages.sort();
}
function middle(sorted) {
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
export { claimedIn, edgeOf, factsOf, fewestValues, judgeExactly, judgementOf, mcnemar, pairedChange, pairedDifference, proportionDifference, rowOf, scaleFor, signedRankInterval, tidied, tidy };
