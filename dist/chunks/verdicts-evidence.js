import { canonical, digest, isMeant, isProduction, largestInfluence, meanStatistic, notMeasured, sliceName, unseenAllowance, unseenShare, verdictError, weightOfUnseen } from "./start.js";
import { decide, isQuality, metricNamed, metricNames, policySchema } from "./pipelines.js";
import { claimedIn, edgeOf, factsOf, fewestValues, judgeExactly, judgementOf, mcnemar, pairedChange, pairedDifference, rowOf, scaleFor, signedRankInterval, tidied, tidy } from "./stats-signed-rank.js";
import { median, quantile } from "./core-quantile.js";
import { _enum, array, looseObject, number, object, record, string, unknown } from "./npm-zod-v4-classic-schemas.js";
import { Bug, messageOf, nearest, ownValue } from "./workers.js";
import { evidenceDigest } from "./core-evidence.js";
import { checkUntrusted } from "./core-untrusted-value.js";
import { standardDeviation } from "./npm-simple-statistics-dist-simple-statistics.js";
import { normalCdf, normalQuantile, studentLimit, studentQuantile } from "./stats-distributions.js";
import { effectiveUnits, skewnessAllowance, unitsOf } from "./stats-small-sample.js";
import { mean } from "./stats-describe.js";
import { createRandom } from "./stats-random.js";
import { spendingBounds } from "./stats-spending.js";
import { sha256Schema } from "./core-schema.js";
import { comparisonRowSchema, comparisonSchema, decisionSchema, questionSchema } from "./core-products-decision.js";
import { comparedInterfaceSchema, comparedOutputsSchema, measurementsSchema, notComparedSchema } from "./core-products-measurements.js";
const alike = {
	error: .1,
	ofSpread: .25
};
function leastAlike(outputs) {
	const telling = outputs.filter((each) => !isConstant(each) || meanOf(each.errors) > alike.error);
	return (telling.length === 0 ? outputs : telling).reduce((most, each) => excessOf(each) > excessOf(most) ? each : most);
}
function isConstant({ spreads }) {
	return spreads.length > 0 && meanOf(spreads) < 1e-6;
}
function excessOf(output) {
	const { errors, spreads } = output;
	const most = spreads.length === 0 || isConstant(output) ? alike.error : Math.min(alike.error, alike.ofSpread * meanOf(spreads));
	return meanOf(errors) / most;
}
function meanOf(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
const nothingExpected = {
	interface: "stated",
	outputs: "stated"
};
function compareCompatibility(measurements, questions, expected) {
	const { contenders, chosen } = measurements;
	if (!contenders.some(({ role }) => role === "production") || isProduction(contenders, chosen)) return { notCompared: [] };
	const outputs = judgeOutputs(measurements.outputs, expected);
	const unread = outputs === void 0 ? measurements.quality?.unread ?? [] : [];
	return {
		...judgeInterface(measurements, expected),
		...outputs === void 0 ? {} : { outputs },
		...unread.length === 0 ? {} : { unread },
		notCompared: notCompared(questions, outputs, unread)
	};
}
function judgeInterface({ interface: found }, expected) {
	if (found === void 0 && expected.interface === "kept") throw notMeasured("interface", "the benchmark did not look at it");
	if (found === void 0) return {};
	const { change, reasons } = found;
	if (expected.interface === "stated") return { interface: {
		change,
		reasons
	} };
	return { interface: {
		change,
		reasons,
		verdict: change === "breaking" ? "fail" : "pass"
	} };
}
function judgeOutputs(found, expected) {
	const judges = expected.outputs === "alike";
	if (found === void 0 && !judges) return void 0;
	const { data, output, errors, spreads, missing } = found ?? unmeasured$1;
	const figures = {
		...data === void 0 ? {} : { data },
		...output === void 0 ? {} : { output },
		runs: errors.length,
		...errors.length === 0 ? {} : {
			error: tidy(meanOf(errors)),
			worst: tidy(Math.max(...errors))
		},
		...spreads.length === 0 ? {} : { spread: tidy(meanOf(spreads)) },
		...missing === void 0 ? {} : { missing }
	};
	const doubt = doubtOf(figures);
	const verdict = doubt === void 0 ? "pass" : "inconclusive";
	return {
		...figures,
		...doubt === void 0 ? {} : { doubt },
		...judges ? { verdict } : {}
	};
}
const unmeasured$1 = {
	errors: [],
	spreads: [],
	missing: "the benchmark did not run the models for that"
};
function doubtOf({ runs, error, spread }) {
	if (error === void 0) return "missing";
	if (error > alike.error) return "large";
	if (runs === 1) return "single";
	if (spread === void 0) return void 0;
	if (spread < 1e-6) return "constant";
	return error > alike.ofSpread * spread ? "unrelated" : void 0;
}
function notCompared(questions, outputs, unread) {
	const named = questions.map(({ metric }) => metricNamed(metric));
	return [
		...named.some((each) => each === void 0 || isQuality(each)) ? [] : [{ what: "quality" }],
		...outputs?.doubt === "missing" || unread.length > 0 ? [{ what: "outputs" }] : [],
		...named.some((each) => each?.metric.how === "ratio") ? [] : [{ what: "speed" }]
	];
}
function metricAsked({ metric: name, uses, better }) {
	if (better !== void 0 || uses !== void 0) return { metric: {
		how: "own",
		unit: "1",
		better: better ?? "higher"
	} };
	const known = metricNamed(name);
	if (known !== void 0) return known;
	throw verdictError("metric-unknown", {
		metric: name,
		nearest: nearest(name, metricNames),
		valid: metricNames
	});
}
function widenedTo(interval, halfWidth) {
	const { estimate, low, high } = interval;
	return {
		...interval,
		low: Math.min(low, estimate - halfWidth),
		high: Math.max(high, estimate + halfWidth)
	};
}
function spanOf(one, other) {
	const { estimate } = one;
	return {
		estimate,
		low: Math.min(one.low, other.low),
		high: Math.max(one.high, other.high),
		level: Math.min(one.level, other.level)
	};
}
const usualPower = .9;
function detectableChange(differences, alpha, power = usualPower) {
	const n = differences.length;
	if (n < 2) return void 0;
	const spread = deviation(differences) / Math.sqrt(n);
	return (studentQuantile(1 - alpha, n - 1) + studentQuantile(power, n - 1)) * spread;
}
function valuesNeeded(differences, aim, power = usualPower) {
	return differences.length < 2 ? void 0 : needed$1(deviation(differences), aim, power);
}
function detectableFrom(interval, alpha, power = usualPower) {
	const z = normalQuantile(1 - alpha);
	return halfWidth(interval) * (z + normalQuantile(power)) / z;
}
function valuesNeededFrom(interval, n, aim, power = usualPower) {
	return needed$1(halfWidth(interval) * Math.sqrt(n) / normalQuantile(1 - aim.alpha), aim, power);
}
function needed$1(spread, { estimate, margin, alpha }, power) {
	const z = normalQuantile(1 - alpha) + normalQuantile(power);
	const values = Math.ceil((z * spread / (margin - estimate)) ** 2 + 2);
	return values <= 1e6 ? values : void 0;
}
function halfWidth({ low, high }) {
	return (high - low) / 2;
}
function deviation(values) {
	return standardDeviation([...values]) * Math.sqrt(values.length / (values.length - 1));
}
function cannotFail(metric, { better, claim }, production, { scale, margin }) {
	const worst = worstOf(metric);
	if (claim !== void 0 || worst === void 0) return void 0;
	return passes(worst, better, production, allowedBy({
		scale,
		margin
	}, production)) ? {
		code: "cannot-fail",
		worst
	} : void 0;
}
function noSkill(metric, { better, claim }, production, { scale, guess }) {
	if (claim !== void 0 || guess === void 0) return void 0;
	return passes(guess, better, production, worstOf(metric) === void 0 ? 0 : allowedBy(scale, production)) ? {
		code: "no-skill",
		guess
	} : void 0;
}
function allowedBy({ scale, margin }, production) {
	return scale === "relative" ? margin * Math.abs(production) : margin;
}
function passes(value, better, production, allowed) {
	return better === "higher" ? value >= production - allowed : value <= production + allowed;
}
function worstOf(metric) {
	if (metric.how === "own") return void 0;
	if (metric.better === "lower") return metric.range;
	return metric.how === "ratio" || metric.range !== void 0 ? 0 : void 0;
}
function askedOf({ name, metric, question, alpha }, scenario) {
	const { unit, better } = metric;
	return {
		metric: name,
		scenario,
		unit,
		better,
		claim: question.claim,
		alpha
	};
}
const allRules = ["airworthy.evidence/2", "airworthy.evidence/3"];
const currentRules = "airworthy.evidence/3";
const ruleSets = {
	"airworthy.evidence/2": {
		weighsBlocks: true,
		comparesMeans: false,
		allowsForUnseen: "where-alike",
		asksForSupport: false,
		asksIfItCanFail: false
	},
	"airworthy.evidence/3": {
		weighsBlocks: false,
		comparesMeans: true,
		allowsForUnseen: "always",
		asksForSupport: true,
		asksIfItCanFail: true
	}
};
function recordedOf(examined, { record }) {
	const { quality, production, chosen } = examined;
	const held = record === "classes" ? quality.predictions : quality.records?.[record];
	const of = (contender) => {
		const found = ownValue(held, contender);
		if (found === void 0 || found.length === 0) throw notMeasured(examined.metric, `there are no predictions of ${contender}`);
		if (!found.every(Number.isFinite)) throw notMeasured(examined.metric, `what ${contender} gives is no number`);
		return found;
	};
	return {
		before: of(production),
		after: of(chosen),
		classes: ownValue(quality.classes, production),
		get labels() {
			return labelsOf(examined);
		}
	};
}
function labelsOf({ quality, metric }) {
	if (quality.labels === void 0) throw notMeasured(metric, `the data set ${quality.data} has no labels`);
	return quality.labels;
}
function sampleOf({ quality: { examples, groups } }) {
	return {
		examples,
		groups
	};
}
function sampledOf(examined) {
	const { examples, groups } = sampleOf(examined);
	return groups === void 0 ? { examples } : {
		examples,
		groups: unitsOf({
			examples,
			groups
		})
	};
}
function fewOfClass(examined, which, members) {
	const examples = members.length;
	const told = {
		code: "few-of-class",
		...which,
		examples,
		needed: 30
	};
	const { groups } = examined.quality;
	if (groups === void 0 || !ruleSets[examined.rules].asksForSupport) return examples < 30 ? told : void 0;
	if (tooFew(sampleOf(examined)) !== void 0) return void 0;
	const units = effectiveUnits({
		examples,
		groups: Array.from(members, (at) => groups[at])
	});
	return units < 30 ? {
		...told,
		worth: Math.floor(units + rounding$6)
	} : void 0;
}
const rounding$6 = 1e-9;
function worthOf({ examples, worth = examples }) {
	return worth;
}
function tooFew(sample) {
	const units = effectiveUnits(sample);
	if (units >= 30) return void 0;
	return sample.groups === void 0 ? {
		code: "few-examples",
		examples: sample.examples,
		needed: 30
	} : {
		code: "few-groups",
		worth: Math.floor(units),
		needed: 30
	};
}
function compareAreas(before, after, positive) {
	const [first, second] = [rankedBy(before, positive), rankedBy(after, positive)];
	const moved = second.influences.map((influence, at) => influence - first.influences[at]);
	const apart = second.placements.map((placement, at) => placement - first.placements[at]);
	return {
		areas: [first.area, second.area],
		difference: second.area - first.area,
		error: areaError(moved, positive),
		influences: [first.influences, second.influences],
		differing: apart.filter((distance) => Math.abs(distance) > rounding$5).length
	};
}
const rounding$5 = 1e-12;
function delong({ difference, error }) {
	if (!(error > 0)) return void 0;
	const z = difference / error;
	return {
		z,
		p: 2 * normalCdf(-Math.abs(z))
	};
}
function areaError(influences, positive) {
	const variance = [true, false].reduce((sum, wanted) => {
		const moves = split(influences, positive, wanted);
		const squares = moves.reduce((total, move) => total + move ** 2, 0);
		return sum + (moves.length < 2 ? Infinity : squares * moves.length / (moves.length - 1));
	}, 0);
	return Math.sqrt(variance);
}
function rankedBy(scores, positive) {
	const placed = placements(scores, positive);
	const ups = split(placed, positive, true);
	const area = ups.reduce((sum, placement) => sum + placement, 0) / ups.length;
	const downs = placed.length - ups.length;
	return {
		placements: placed,
		area,
		influences: placed.map((placement, at) => (placement - area) / (positive[at] ? ups.length : downs))
	};
}
function placements(scores, positive) {
	const all = Float64Array.from(scores);
	const [ups, downs] = [split(all, positive, true).sort(), split(all, positive, false).sort()];
	if (ups.length === 0 || downs.length === 0) throw new RangeError("an area needs examples of both classes");
	for (let at = 0; at < all.length; at++) {
		const score = all[at];
		const others = positive[at] ? downs : ups;
		const below = countBelow(others, score);
		const share = (below + (others[below] === score ? countTied(others, score, below) : 0) / 2) / others.length;
		all[at] = positive[at] ? share : 1 - share;
	}
	return all;
}
function countBelow(sorted, score) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const half = low + high >> 1;
		if (sorted[half] < score) low = half + 1;
		else high = half;
	}
	return low;
}
function countTied(sorted, score, from) {
	let [low, high] = [from, sorted.length];
	while (low < high) {
		const half = low + high >> 1;
		if (sorted[half] === score) low = half + 1;
		else high = half;
	}
	return low - from;
}
function split(values, positive, wanted) {
	const chosen = new Float64Array(values.length);
	let count = 0;
	for (let at = 0; at < values.length; at++) if (positive[at] === wanted) chosen[count++] = values[at];
	return chosen.subarray(0, count);
}
function replicate(statistic, sample, resampling) {
	const units = unitsOf(sample);
	if (units === 0) throw new RangeError("nothing can be drawn from no examples");
	const weigh = weighing(statistic, sample);
	const value = weigh(new Uint8Array(units).fill(1));
	const resampled = draws(units, resampling, weigh);
	const sets = Math.min(units, mostSets);
	return {
		value,
		resampled,
		without: units === 1 ? [value] : Array.from({ length: sets }, (_, set) => weigh(leavingOut(set, sets, units)))
	};
}
const mostSets = 500;
function resamplesFor(examples, alpha) {
	const enough = Math.min(2e4, Math.max(1e3, Math.ceil(10 / alpha)));
	return Math.max(enough, Math.min(4e3, Math.floor(2e7 / Math.max(1, examples))));
}
function bootstrapDifference(before, after, { level, units, relative = false }) {
	const unit = relative ? Math.abs(before.value) : 1;
	const meaningless = relative && isAboutZero(before);
	const pairwise = (first, second) => relative && !meaningless ? shares$1(first, second) : gaps(first, second).map((gap) => gap / unit);
	const estimate = (after.value - before.value) / unit;
	const differences = pairwise(before.resampled, after.resampled).sort();
	const resamples = differences.length;
	const rank = Math.floor(((1 - level) / 2 + rounding$4) * (resamples + 1));
	const widening = Math.sqrt(units / Math.max(1, units - 1));
	const allowance = skewnessAllowance(influencesOf$1(pairwise(before.without, after.without)), level);
	const reach = (end) => Math.abs(estimate - end) * widening + allowance;
	const low = Math.min(estimate, differences[Math.max(0, rank - 1)]);
	const high = Math.max(estimate, differences[Math.min(resamples - 1, resamples - rank)]);
	return {
		estimate,
		low: estimate - reach(low),
		high: estimate + reach(high),
		level: units < 30 || rank < 1 || meaningless ? 0 : level
	};
}
function isAboutZero({ value, resampled, without }) {
	return [resampled, without].some((values) => values.some((each) => Math.sign(each) !== Math.sign(value)));
}
const rounding$4 = 1e-12;
function influencesOf$1(without) {
	const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
	return without.map((value) => (mean - value) * (without.length - 1) / without.length);
}
function gaps(before, after) {
	const found = new Float64Array(after.length);
	for (let at = 0; at < after.length; at++) found[at] = after[at] - before[at];
	return found;
}
function shares$1(before, after) {
	return gaps(before, after).map((gap, at) => gap / Math.abs(before[at]));
}
function weighing(statistic, { examples, groups }) {
	if (groups === void 0) return statistic;
	const [units, weights] = [Uint32Array.from(groups), new Uint8Array(examples)];
	return (unitWeights) => {
		for (let at = 0; at < examples; at++) weights[at] = unitWeights[units[at]];
		return statistic(weights);
	};
}
function leavingOut(set, sets, units) {
	const weights = new Uint8Array(units).fill(1);
	for (let unit = set; unit < units; unit += sets) weights[unit] = 0;
	return weights;
}
function draws(units, { seed, resamples }, statistic) {
	const results = [];
	if (units * resamples <= mostKept) {
		const kept = keptDraws(units, seed, resamples);
		for (let at = 0; at < resamples; at++) results.push(statistic(kept.subarray(at * units, (at + 1) * units)));
		return results;
	}
	const [random, weights] = [createRandom(seed), new Uint8Array(units)];
	for (let at = 0; at < resamples; at++) results.push(statistic(drawInto(weights.fill(0), random)));
	return results;
}
const mostKept = 4e7;
const lastDraws = new Map();
function keptDraws(units, seed, resamples) {
	const key = `${units}/${seed}/${resamples}`;
	const weights = lastDraws.get(key) ?? drawn(units, seed, resamples);
	lastDraws.delete(key);
	const room = mostKept - weights.length;
	for (let kept = bytesKept(); kept > room; kept = bytesKept()) lastDraws.delete([...lastDraws.keys()][0]);
	lastDraws.set(key, weights);
	return weights;
}
function bytesKept() {
	return [...lastDraws.values()].reduce((sum, { length }) => sum + length, 0);
}
function drawn(units, seed, resamples) {
	const [random, weights] = [createRandom(seed), new Uint8Array(units * resamples)];
	for (let at = 0; at < resamples; at++) drawInto(weights.subarray(at * units, (at + 1) * units), random);
	return weights;
}
function drawInto(weights, { below }) {
	for (let draw = 0; draw < weights.length; draw++) {
		const unit = below(weights.length);
		weights[unit] = weights[unit] + 1;
	}
	return weights;
}
function earlierAllowance(examined, unseen) {
	const sample = sampleOf(examined);
	const missed = sample.examples * unseenShare(effectiveUnits(sample), examined.alpha);
	if ("fall" in unseen) return () => unseen.fall(missed);
	if (unseen.differing >= 10) return () => 0;
	return (replicates) => missed * Math.max(...replicates.map(({ without }) => largestInfluence(influencesOf$1(Float64Array.from(without)))));
}
function earlierShare(examined) {
	const sample = sampleOf(examined);
	const perExample = effectiveUnits(sample) / sample.examples;
	return unseenAllowance([{
		examples: sample.examples * perExample,
		weight: 1
	}], examined.alpha);
}
function unseenOf(examined) {
	const sample = sampleOf(examined);
	return (kinds) => unseenAllowance(sample.groups === void 0 ? alone(kinds, sample) : together$1(kinds, sample), examined.alpha);
}
function alone(kinds, sample) {
	return kinds.map(({ members, weight }) => ({
		examples: members?.length ?? sample.examples,
		weight
	}));
}
function together$1(kinds, { examples, groups = [] }) {
	const weights = new Float64Array(groups.reduce((most, group) => Math.max(most, group + 1), 0));
	for (const { members, weight } of kinds) {
		const count = members?.length ?? examples;
		for (let at = 0; at < count; at++) {
			const group = groups[members?.[at] ?? at];
			weights[group] = weights[group] + weight / count;
		}
	}
	return Array.from(weights, (weight) => ({
		examples: 1,
		weight
	}));
}
function allowanceOfShare(examined) {
	if (ruleSets[examined.rules].allowsForUnseen === "where-alike") return () => earlierShare(examined);
	return () => ofAll(examined, 1);
}
function allowanceOfMean(examined, values, noSkill) {
	if (ruleSets[examined.rules].allowsForUnseen === "where-alike") return earlierAllowance(examined, { differing: differingOf(values) });
	const weights = values.map((each) => noSkill === void 0 ? furthestOf(each) : weightOfUnseen(each, noSkill));
	return () => ofAll(examined, Math.max(...weights));
}
function allowanceOfStatistic(examined, { allowance, fall }, values) {
	if (ruleSets[examined.rules].allowsForUnseen === "where-alike") return earlierAllowance(examined, fall === void 0 ? { differing: differingOf(values) } : { fall });
	return () => allowance(unseenOf(examined));
}
function allowanceOfCorpus(examined, figures) {
	if (ruleSets[examined.rules].allowsForUnseen === "where-alike") return earlierAllowance(examined, figures[1]);
	const most = Math.max(...figures.map(({ without }) => largestOf(influencesOf$1(Float64Array.from(without)))));
	return () => ofAll(examined, most * examined.quality.examples);
}
function ofAll(examined, weight) {
	return unseenOf(examined)([{ weight }]);
}
function furthestOf(values) {
	const centre = mean(values);
	return largestOf(values.map((value) => value - centre));
}
function largestOf(values) {
	let most = 0;
	for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at]));
	return most;
}
function differingOf([before, after]) {
	return before.reduce((count, value, at) => count + (value === after[at] ? 0 : 1), 0);
}
function areas(examined, recorded) {
	const apart = classesDiffer$1(recorded);
	if (apart !== void 0) return unmeasured(examined, apart);
	const classes = classesOf(recorded);
	const missing = classes.find(({ positive, positives }) => positives === 0 || positives === positive.length);
	if (missing !== void 0) return unmeasured(examined, noneOf(missing));
	const compared = classes.map(({ before, after, positive }) => compareAreas(before, after, positive));
	const [only] = compared;
	const plain = only !== void 0 && compared.length === 1 && examined.quality.groups === void 0;
	const { values, change, unit, moves } = changeOf$1(compared, examined.relative);
	const influences = influencesOf(examined, moves);
	const error = plain ? areaError(moves[0], classes[0]?.positive ?? []) : errorOf(influences);
	const level = 1 - 2 * examined.alpha;
	const width = normalQuantile((1 + level) / 2) * error + skewnessAllowance(influences, level);
	const unseen = ruleSets[examined.rules].allowsForUnseen === "where-alike" ? earlierFall(examined, classes, compared) : fallOf(examined, classes, compared);
	const halfWidth = Math.min(2 / unit, Math.max(width, unseen / unit));
	const doubt = fewOfAClass(examined, classes) ?? tooFew(sampleOf(examined));
	const [low, high] = [Math.max(-1, change - halfWidth), Math.min(1 / unit, change + halfWidth)];
	return {
		values,
		difference: {
			estimate: change,
			low,
			high,
			level: doubt === void 0 ? level : 0
		},
		method: {
			code: "areas",
			plain,
			...sampledOf(examined),
			...plain ? { p: delong(only)?.p } : {}
		},
		halfWidths: {
			seen: width,
			unseen: unseen / unit
		},
		doubt
	};
}
function unmeasured(examined, doubt) {
	return {
		values: [0, 0],
		difference: {
			estimate: 0,
			low: -1,
			high: 1,
			level: 0
		},
		method: {
			code: "areas",
			plain: false,
			...sampledOf(examined)
		},
		doubt
	};
}
function noneOf({ name, positives }) {
	return {
		code: "few-of-class",
		class: name,
		side: positives === 0 ? "of" : "not-of",
		examples: 0,
		needed: 30
	};
}
function classesDiffer$1({ before, after, labels }) {
	if (before.length === after.length) return void 0;
	const classes = ({ length }) => Math.max(2, length / labels.length);
	return {
		code: "classes-differ",
		classes: [classes(before), classes(after)]
	};
}
function changeOf$1(areas, relative) {
	const [first, second] = [mean(areas.map((each) => each.areas[0])), mean(areas.map((each) => each.areas[1]))];
	const [ratio, unit] = relative && first > 0 ? [second / first, first] : [1, 1];
	const moves = areas.map(({ influences: [before, after] }) => after.map((move, example) => (move - ratio * before[example]) / unit));
	return {
		values: [first, second],
		change: (second - first) / unit,
		unit,
		moves
	};
}
function classesOf({ before, after, labels }) {
	const columns = before.length / labels.length;
	const column = (scores, at) => labels.map((_, example) => scores[example * columns + at]);
	return Array.from({ length: columns }, (_, at) => {
		const name = columns === 1 ? 1 : at;
		const positive = labels.map((label) => label === name);
		return {
			name,
			positive,
			positives: positive.filter(Boolean).length,
			before: column(before, at),
			after: column(after, at)
		};
	});
}
function influencesOf(examined, moves) {
	const { groups } = examined.quality;
	const influences = new Float64Array(unitsOf(sampleOf(examined)));
	for (const moved of moves) for (const [example, influence] of moved.entries()) {
		const unit = groups?.[example] ?? example;
		influences[unit] = influences[unit] + influence / moves.length;
	}
	return influences;
}
function errorOf(influences) {
	const squares = influences.reduce((sum, influence) => sum + influence ** 2, 0);
	return Math.sqrt(squares * influences.length / Math.max(1, influences.length - 1));
}
function fallOf(examined, classes, areas) {
	const { labels = [] } = examined.quality;
	const kinds = [...placesOf(labels)].map(([label, members]) => {
		const parts = classes.map((each, at) => {
			const own = each.name === label;
			const lost = lossOf(areas[at], each, own);
			return own ? lost : lost * members.length / (labels.length - each.positives);
		});
		return {
			members,
			weight: mean(parts)
		};
	});
	return unseenOf(examined)(kinds);
}
function placesOf(values) {
	const places = new Map();
	for (const [at, value] of values.entries()) {
		const found = places.get(value);
		if (found === void 0) places.set(value, [at]);
		else found.push(at);
	}
	return places;
}
function lossOf({ areas, influences }, { positive, positives }, own) {
	const size = own ? positives : positive.length - positives;
	const seen = influences.map((moves) => size * largestInfluence(moves.filter((_, at) => positive[at] === own)));
	return Math.max(...areas.map((area) => area - .5), ...seen);
}
function earlierFall(examined, classes, areas) {
	if (areas.some(({ differing }) => differing >= 10)) return 0;
	const sample = sampleOf(examined);
	const perExample = effectiveUnits(sample) / sample.examples;
	const share = (examples) => unseenShare(examples * perExample, examined.alpha / 2);
	return mean(classes.map(({ positives }) => share(positives) + share(sample.examples - positives)));
}
function fewOfAClass(examined, classes) {
	for (const { name, positive } of classes) {
		const places = placesOf(positive);
		const few = fewOfClass(examined, {
			class: name,
			side: "of"
		}, places.get(true) ?? []) ?? fewOfClass(examined, {
			class: name,
			side: "not-of"
		}, places.get(false) ?? []);
		if (few !== void 0) return few;
	}
}
function resampled(examined, statistics, allowance) {
	const sample = sampleOf(examined);
	const resampling = {
		seed: examined.seed,
		resamples: resamplesFor(sample.examples, examined.alpha)
	};
	return compared(examined, [replicate(statistics[0], sample, resampling), replicate(statistics[1], sample, resampling)], {
		allowance,
		method: {
			code: "bootstrap",
			of: "statistic",
			...sampledOf(examined)
		},
		mayBeConstant: ruleSets[examined.rules].allowsForUnseen === "always"
	});
}
function resampledMeans(examined, values, allowance) {
	return {
		...resampled(examined, [meanStatistic(values[0]), meanStatistic(values[1])], allowance),
		method: {
			code: "bootstrap",
			of: "mean",
			...sampledOf(examined)
		}
	};
}
function resampledCorpus(examined) {
	const figures = figuresOf(examined);
	const resamples = figures[0].resampled.length;
	const method = {
		code: "bootstrap",
		of: "statistic",
		...sampledOf(examined),
		resamples
	};
	const mayBeConstant = ruleSets[examined.rules].allowsForUnseen === "always" || figures[1].differing < 10;
	return compared(examined, figures, {
		allowance: allowanceOfCorpus(examined, figures),
		method,
		mayBeConstant
	});
}
function compared(examined, [before, after], { allowance, method, mayBeConstant }) {
	const sample = sampleOf(examined);
	const units = effectiveUnits(sample);
	const relative = examined.relative && before.value !== 0;
	const unit = relative ? Math.abs(before.value) : 1;
	const unseen = allowance([before, after]) / unit;
	const seen = bootstrapDifference(before, after, {
		level: 1 - 2 * examined.alpha,
		units,
		relative
	});
	const difference = widenedTo(seen, unseen);
	const constant = mayBeConstant && unseen * unit <= rounding$3 * Math.abs(before.value);
	const doubt = tooFew(sample) ?? (constant ? neverVaries : void 0) ?? (relative ? aboutZero(before) : void 0);
	return {
		values: [before.value, after.value],
		difference: doubt === void 0 ? difference : {
			...difference,
			level: 0
		},
		method,
		halfWidths: {
			seen: (seen.high - seen.low) / 2,
			unseen
		},
		doubt
	};
}
const rounding$3 = 1e-9;
const neverVaries = { code: "never-varies" };
function aboutZero(before) {
	return isAboutZero(before) ? { code: "about-zero" } : void 0;
}
function figuresOf({ quality, metric, production, chosen }) {
	const [before, after] = [production, chosen].map((contender) => ownValue(ownValue(quality.corpus, metric), contender));
	if (before === void 0 || after === void 0) throw notMeasured(metric, "there are no values of it");
	return [before, after];
}
function shares(examined, values) {
	const { quality, alpha } = examined;
	const { examples, groups } = quality;
	if (groups !== void 0) return resampledMeans(examined, values, allowanceOfShare(examined));
	const [before, after] = values;
	const [gained, lost] = [countWhere(after, before), countWhere(before, after)];
	const [first, second] = [countWhere(before), countWhere(after)];
	const level = 1 - 2 * alpha;
	const varied = normalQuantile(1 - alpha) * Math.sqrt(gained + lost) / examples;
	const { of, interval, seen, doubt } = examined.relative && first > 0 ? {
		of: "ratio",
		interval: pairedChange(gained, lost, first - lost, level),
		seen: varied * examples / first,
		doubt: fewEverRight(first + gained)
	} : {
		of: "difference",
		interval: pairedDifference(gained, lost, examples, level),
		seen: varied,
		doubt: tooFew(sampleOf(examined))
	};
	return {
		values: [first / examples, second / examples],
		difference: {
			...interval,
			level: doubt === void 0 ? level : 0
		},
		method: {
			code: "shares",
			of,
			examples,
			gained,
			lost,
			midP: mcnemar(gained, lost).midP
		},
		halfWidths: {
			seen,
			unseen: Math.max(0, (interval.high - interval.low) / 2 - seen)
		},
		doubt
	};
}
function fewEverRight(examples) {
	return examples < 30 ? {
		code: "few-right",
		examples,
		needed: 30
	} : void 0;
}
function countWhere(values, others) {
	return values.reduce((count, value, at) => count + (value === 1 && others?.[at] !== 1 ? 1 : 0), 0);
}
function outcomeOf(examined, metric) {
	if (metric.how === "own") return ownOutcome(examined);
	const outcome = outcomeByFigure(examined, metric);
	const doubt = outcome.doubt ?? fewClasses(examined, metric) ?? readingsDiffer(examined, metric);
	return doubt === void 0 ? outcome : {
		...outcome,
		difference: {
			...outcome.difference,
			level: 0
		},
		doubt
	};
}
function outcomeByFigure(examined, { figure, needs }) {
	const recorded = recordedOf(examined, needs);
	switch (figure.by) {
		case "share": return shares(examined, figure.values(recorded));
		case "mean": {
			const values = figure.values(recorded);
			return resampledMeans(examined, values, allowanceOfMean(examined, values, figure.noSkill(recorded)));
		}
		case "statistic": {
			const statistics = figure.statistics(recorded);
			const allowance = allowanceOfStatistic(examined, statistics, [recorded.before, recorded.after]);
			return supported(examined, statistics, resampled(examined, statistics.of, allowance));
		}
		case "area": return areas(examined, recorded);
		default: return figure;
	}
}
function supported(examined, { support = [] }, outcome) {
	const differing = classesDiffer(examined);
	if (differing !== void 0) return {
		...outcome,
		doubt: differing
	};
	if (!ruleSets[examined.rules].asksForSupport) return outcome;
	const [doubt] = support.flatMap(({ class: name, by, members }) => fewOfClass(examined, {
		class: name,
		side: by === "label" ? "of" : "predicted"
	}, members) ?? []).toSorted((one, other) => worthOf(one) - worthOf(other));
	return doubt === void 0 ? outcome : {
		...outcome,
		doubt
	};
}
function classesDiffer({ quality: { classes }, production, chosen }) {
	const [before, after] = [ownValue(classes, production), ownValue(classes, chosen)];
	if (before === void 0 || after === void 0 || before === after) return void 0;
	return {
		code: "classes-differ",
		classes: [before, after]
	};
}
function fewClasses({ quality, production, chosen }, { needs }) {
	if (needs.classes === void 0 || quality.classes === void 0) return void 0;
	const [least = needs.classes] = [production, chosen].flatMap((id) => ownValue(quality.classes, id) ?? []).sort((a, b) => a - b);
	return least < needs.classes ? {
		code: "few-classes",
		classes: least,
		needed: needs.classes
	} : void 0;
}
function readingsDiffer({ quality: { readings }, production, chosen }, { needs }) {
	const [before, after] = [ownValue(readings, production), ownValue(readings, chosen)];
	if (!(needs.record === "scores" || needs.record === "losses") || before === void 0 || after === void 0 || before === after) return void 0;
	return {
		code: "readings-differ",
		readings: [before, after]
	};
}
function ownOutcome(examined) {
	const { quality, metric, production, chosen } = examined;
	if (ownValue(quality.corpus, metric) !== void 0) return resampledCorpus(examined);
	const [before, after] = [production, chosen].map((contender) => ownValue(ownValue(quality.custom, metric), contender));
	if (before === void 0 || after === void 0) throw notMeasured(metric, "there are no values of it");
	if ([before, after].every((values) => values.every((value) => value === 0 || value === 1))) return shares(examined, [before, after]);
	return resampledMeans(examined, [before, after], allowanceOfMean(examined, [before, after]));
}
function onSlice(quality, slice, metric) {
	const chosen = ownValue(quality.slices, slice);
	if (chosen === void 0 || chosen.length === 0) throw notMeasured(metric, `no example of ${quality.data} has ${slice}`);
	const of = (values) => rowsOf$1(values, chosen, values.length / quality.examples);
	const { data, labels, groups, predictions, classes, readings, records } = quality;
	return {
		data,
		examples: chosen.length,
		...labels === void 0 ? {} : { labels: of(labels) },
		...groups === void 0 ? {} : { groups: renumbered(of(groups)) },
		predictions: mapped(predictions, of),
		...classes === void 0 ? {} : { classes },
		...readings === void 0 ? {} : { readings },
		...records === void 0 ? {} : { records: mapped(records, (held) => mapped(held ?? {}, of)) },
		custom: {}
	};
}
function rowsOf$1(values, chosen, width) {
	return chosen.flatMap((example) => values.slice(example * width, (example + 1) * width));
}
function renumbered(groups) {
	const numbers = new Map([...new Set(groups)].map((group, number) => [group, number]));
	return groups.map((group) => numbers.get(group));
}
function mapped(values, map) {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
function qualityRow(comparing) {
	const { metric, question, alpha } = comparing;
	const asked = askedOf(comparing);
	const stated = marginIn(metric, question.margin);
	const examined = {
		...examinedOf(comparing),
		relative: "relative" in stated
	};
	const outcome = outcomeOf(examined, metric);
	const { values, difference, method } = outcome;
	const scale = scaleFor(stated, values[0]);
	const found = {
		values,
		scale,
		interval: difference,
		method
	};
	const needsSkill = ruleSets[comparing.rules].asksIfItCanFail && rowOf(asked, found).improved !== true;
	const doubt = outcome.doubt ?? (needsSkill ? needless(comparing, examined, values[0], scale) : void 0);
	const row = tidied(rowOf(asked, {
		...found,
		doubt
	}));
	return {
		...row,
		...row.verdict === "inconclusive" && doubt?.code !== "cannot-fail" && doubt?.code !== "no-skill" ? needsOf$1(examined, outcome, asked, scale) : {},
		...difference.level === 0 ? {} : { detectable: tidy(detectableFrom(difference, alpha)) }
	};
}
function needless(comparing, examined, production, scale) {
	const { metric } = comparing;
	const asked = askedOf(comparing);
	const guess = metric.how === "own" ? void 0 : metric.guess?.(recordedOf(examined, metric.needs));
	return cannotFail(metric, asked, production, scale) ?? noSkill(metric, asked, production, {
		scale,
		guess
	});
}
function examinedOf(comparing) {
	const { name, slice, measurements, production, chosen, alpha, rules } = comparing;
	const { quality, seed } = measurements;
	if (quality === void 0) throw notMeasured(name, "the models were not run on any data");
	return {
		metric: name,
		quality: slice === void 0 ? quality : onSlice(quality, sliceName(slice), name),
		production,
		chosen,
		alpha,
		seed,
		rules
	};
}
function marginIn(metric, margin) {
	return metric.how === "paired" && metric.relativeTo === "one" && "relative" in margin ? { absolute: margin.relative } : margin;
}
function needsOf$1(examined, { difference, halfWidths }, asked, scale) {
	const { estimate } = difference;
	const sample = sampleOf(examined);
	const margin = edgeOf(estimate, claimedIn(asked, scale));
	const [seen, unseen] = halfWidths === void 0 || ruleSets[examined.rules].allowsForUnseen === "where-alike" ? [difference, 0] : [widenedTo({
		...difference,
		low: estimate,
		high: estimate
	}, halfWidths.seen), halfWidths.unseen];
	const planned = valuesNeededFrom(seen, sample.examples, {
		estimate,
		margin,
		alpha: asked.alpha
	});
	if (planned === void 0) return {};
	const shown = Math.ceil(sample.examples * unseen / Math.abs(margin - estimate)) + 1;
	const enough = Math.ceil(30 * sample.examples / Math.max(1, effectiveUnits(sample)));
	const examples = Math.max(planned, sample.examples + 1, enough, shown);
	return examples <= 1e6 ? { needs: { examples } } : {};
}
function holm(alarms, { comparisons, alpha }, raises) {
	const holding = new Set();
	for (;;) {
		const level = alpha / (comparisons - holding.size);
		const more = alarms.filter((alarm) => !holding.has(alarm) && raises(alarm, level));
		if (more.length === 0) return holding;
		for (const alarm of more) holding.add(alarm);
	}
}
function together(comparisons, alpha) {
	const chancy = comparisons.filter(({ row }) => row.method.code !== "exact");
	const alarms = chancy.filter(({ row }) => row.verdict === "fail");
	const raises = (alarm, level) => level === alpha || alarm.at(level).verdict === alarm.row.verdict;
	const holding = holm(alarms, {
		comparisons: chancy.length,
		alpha
	}, raises);
	return comparisons.map((each) => alarms.includes(each) && !holding.has(each) ? {
		...each.row,
		alone: true,
		among: chancy.length
	} : each.row);
}
function autocorrelation(values, lag) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const centred = values.map((value) => value - mean);
	const total = centred.reduce((sum, value) => sum + value * value, 0);
	if (total === 0) return 0;
	let shared = 0;
	for (let at = lag; at < centred.length; at++) shared += centred[at] * centred[at - lag];
	return shared / total;
}
function effectiveSize(values) {
	const n = values.length;
	let sum = 0;
	let last = Infinity;
	for (let lag = 1; lag + 1 < n; lag += 2) {
		const pair = autocorrelation(values, lag) + autocorrelation(values, lag + 1);
		if (pair <= 0) break;
		last = Math.min(last, pair);
		sum += last;
	}
	return Math.min(n, Math.max(1, n / (1 + 2 * sum)));
}
function blockFigure(figure, scale, [first, second], scenario) {
	const [before, after] = [figure.rounds(first, scenario), figure.rounds(second, scenario)];
	const [from, to] = before.length === after.length ? [before, after] : [[median(before)], [median(after)]];
	const rounds = to.map((value, round) => difference(scale, from[round], value));
	const middle = median(rounds);
	return {
		difference: middle,
		scatter: median(rounds.map((value) => Math.abs(value - middle)))
	};
}
function difference(scale, before, after) {
	return scale === "relative" ? Math.log(after / before) : after - before;
}
function pairsOf(blocks, first, second) {
	return blocks.flatMap(({ runs }) => {
		const [one, other] = [ownValue(runs, first), ownValue(runs, second)];
		return one === void 0 || other === void 0 ? [] : [[one, other]];
	});
}
const driftBeyond = .025;
function clocksDrifted(means) {
	const known = means.filter((each) => each !== void 0);
	return known.length > 1 && Math.max(...known) / Math.min(...known) - 1 > driftBeyond;
}
function clocksOf(pairs) {
	const known = pairs.flatMap(([first, second]) => {
		const [before, after] = [first.gpu?.smMHz, second.gpu?.smMHz];
		return before === void 0 || after === void 0 ? [] : [[before, after]];
	});
	if (known.length < pairs.length || !known.some((clocks) => clocksDrifted(clocks))) return void 0;
	return [mean(known.map(([before]) => before)), mean(known.map(([, after]) => after))];
}
function atOneClock(pairs) {
	return pairs.map(([first, second]) => {
		const factor = (second.gpu?.smMHz ?? 1) / (first.gpu?.smMHz ?? 1);
		return [first, {
			...second,
			samplesMs: second.samplesMs.map((ms) => ms * factor)
		}];
	});
}
function workerFigure(figure) {
	switch (figure.by) {
		case "rounds": return {
			value: ({ samplesMs }) => median(samplesMs),
			rounds: roundMedians
		};
		case "mean": return averaged({
			part: ({ samplesMs }) => mean(samplesMs),
			value: figure.value
		});
		case "worker": return figure.averaged ? averaged({
			part: figure.value,
			value: (average) => average
		}) : whole(figure.value);
		default: return figure;
	}
}
function averaged({ part, value }) {
	return {
		...whole((sample, scenario) => value(part(sample, scenario), scenario)),
		averaged: {
			part,
			value
		}
	};
}
function whole(value) {
	return {
		value,
		rounds: (sample, scenario) => [value(sample, scenario)]
	};
}
function roundMedians({ samplesMs, turns }) {
	const medians = [];
	let start = 0;
	for (const count of turns) {
		medians.push(median(samplesMs.slice(start, start + count)));
		start += count;
	}
	if (medians.length % 2 === 1) return medians;
	return medians.flatMap((first, turn) => turn % 2 === 0 ? [Math.sqrt(first * medians[turn + 1])] : []);
}
function repeatedInterval(differences, looks, alpha, intervalOf = (count, level) => signedRankInterval(differences.slice(0, count), level)) {
	const taken = feasible(looks, differences.length, alpha);
	const last = taken.at(-1);
	if (last === void 0) return {
		...intervalOf(differences.length, alpha),
		level: 0
	};
	const levels = nominalLevels(taken, alpha);
	let [low, high, estimate] = [
		-Infinity,
		Infinity,
		0
	];
	for (const [at, { count }] of taken.entries()) {
		const interval = intervalOf(count, levels[at]);
		estimate = interval.estimate;
		if (interval.level < 1 - 2 * levels[at] - rounding$2) continue;
		low = Math.max(low, interval.low);
		high = Math.min(high, interval.high);
	}
	if (low === -Infinity || low > high) return {
		...intervalOf(differences.length, alpha),
		level: 0
	};
	return {
		estimate,
		low,
		high,
		level: 1 - 2 * alpha * last.spent
	};
}
function lastInterval(count, looks, alpha, intervalOf) {
	const taken = feasible(looks, count, alpha);
	const last = taken.at(-1);
	if (last === void 0) return {
		...intervalOf(count, alpha),
		level: 0
	};
	const level = nominalLevels(taken, alpha).at(-1);
	const interval = intervalOf(last.count, level);
	return {
		...interval,
		level: interval.level < 1 - 2 * level - rounding$2 ? 0 : 1 - 2 * alpha * last.spent
	};
}
const rounding$2 = 1e-12;
function feasible(looks, count, alpha) {
	return looks.filter((look) => look.count <= count && look.count >= fewestValues(alpha * look.spent));
}
const known = new Map();
function nominalLevels(looks, alpha) {
	const stages = looks.map(({ count, spent }) => ({
		information: count,
		spent: alpha * spent
	}));
	return spendingBounds(stages, known).map((bound) => normalCdf(-bound));
}
function weightsOf(scatters) {
	const most = scatters.length === 0 ? 0 : median(scatters);
	return scatters.map((scatter) => most === 0 || scatter <= most ? 1 : (most / scatter) ** 2);
}
function changeOfMeans(before, after, change, alpha) {
	const n = after.length;
	if (n === 0) throw new RangeError("an interval needs at least one value");
	const [first, second] = [sumOf(before), sumOf(after)];
	const estimate = change(first / n, second / n);
	if (n === 1) return {
		estimate,
		low: -Infinity,
		high: Infinity,
		level: 0
	};
	const without = after.map((value, at) => change((first - before[at]) / (n - 1), (second - value) / (n - 1)));
	const influences = influencesOf$1(Float64Array.from(without));
	const error = Math.sqrt(sumOf(influences.map((influence) => influence ** 2)) * n / (n - 1));
	const level = 1 - 2 * alpha;
	const reach = studentLimit(alpha, n - 1) * error + skewnessAllowance(influences, level);
	return {
		estimate,
		low: estimate - reach,
		high: estimate + reach,
		level
	};
}
function sumOf(values) {
	let sum = 0;
	for (const value of values) sum += value;
	return sum;
}
function meansOf({ part, value }, scenario, pairs) {
	const parts = [0, 1].map((side) => pairs.map((pair) => part(pair[side], scenario)));
	const of = (average) => value(average, scenario);
	return {
		values: [of(mean(parts[0])), of(mean(parts[1]))],
		intervalOf: ({ scale }, count, alpha) => {
			const [before, after] = [parts[0].slice(0, count), parts[1].slice(0, count)];
			return changeOfMeans(before, after, (first, second) => difference(scale, of(first), of(second)), alpha);
		}
	};
}
const exceedancesPerValue = 10;
function percentile(p) {
	return {
		p,
		value: (runsMs) => quantile(runsMs, p)
	};
}
function tailOf(pairs, { p, value }, scale, looks) {
	const size = groupSize(pairs, p);
	const differences = Array.from({ length: Math.floor(pairs.length / size) }, (_, at) => pairs.slice(at * size, (at + 1) * size)).map((group, at) => difference(scale, value(runsOf(group, 0), at), value(runsOf(group, 1), at)));
	const runs = Math.min(...[0, 1].map((side) => countOf$1(pairs, side)));
	return {
		differences,
		looks: looksAtGroups(looks, size),
		size,
		exceedances: Math.floor(runs * (1 - p) + rounding$1)
	};
}
const rounding$1 = 1e-6;
function countOf$1(pairs, side) {
	return pairs.reduce((sum, pair) => sum + pair[side].samplesMs.length, 0);
}
function runsOf(pairs, side) {
	return pairs.flatMap((pair) => pair[side].samplesMs);
}
function groupSize(pairs, p) {
	const first = pairs.slice(0, 4);
	const runs = Math.min(...first.flatMap((pair) => pair.map(({ samplesMs }) => samplesMs.length)));
	return Math.max(1, Math.ceil(exceedancesPerValue / ((1 - p) * runs) - rounding$1));
}
function looksAtGroups(looks, size) {
	const at = looks.map(({ count, spent }) => ({
		count: Math.floor(count / size),
		spent
	}));
	return at.filter(({ count }, index) => count > 0 && at[index + 1]?.count !== count);
}
function pairedOf(comparing, speed, pairs) {
	const looks = speed.looks.map(({ blocks, spent }) => ({
		count: blocks,
		spent
	}));
	const { figure } = comparing.metric;
	return figure.by === "tail" ? tailsOf(comparing, pairs, groupFigure(figure, comparing, speed), looks) : centreOf(comparing, workerFigure(figure), speed, pairs, looks);
}
function groupFigure({ p, value }, { measurements }, { scenario }) {
	if (value === void 0) return percentile(p);
	const groupOf = (group) => ({
		scenario,
		random: () => createRandom(measurements.seed, group)
	});
	return {
		p,
		value: (runsMs, group) => value(runsMs, groupOf(group))
	};
}
function centreOf(comparing, figure, { scenario }, pairs, looks) {
	const { weighsBlocks, comparesMeans } = ruleSets[comparing.rules];
	const means = comparesMeans && figure.averaged ? meansOf(figure.averaged, scenario, pairs) : void 0;
	const value = (side) => median(pairs.map((pair) => figure.value(pair[side], scenario)));
	const values = means?.values ?? [value(0), value(1)];
	const scale = scaleFor(comparing.question.margin, values[0]);
	const blocks = pairs.map((pair) => blockFigure(figure, scale.scale, pair, scenario));
	const differences = blocks.map((block) => block.difference);
	const weightsIn = (count) => weighsBlocks ? weightsOf(blocks.slice(0, count).map(({ scatter }) => scatter)) : void 0;
	const centre = (count, alpha) => signedRankInterval(differences.slice(0, count), alpha, weightsIn(count));
	const weighted = weightsIn(blocks.length)?.some((weight) => weight < 1) === true;
	const by = means === void 0 ? weighted ? "weighted-blocks" : "blocks" : "means";
	return {
		values,
		scale,
		differences,
		intervalOf: means === void 0 ? centre : (count, alpha) => spanOf(means.intervalOf(scale, count, alpha), centre(count, alpha)),
		byLastLook: means !== void 0,
		looks,
		size: 1,
		method: {
			code: "blocks",
			blocks: pairs.length,
			looks: looks.length,
			by
		}
	};
}
function tailsOf(comparing, pairs, figure, looks) {
	const values = [figure.value(runsOf(pairs, 0), 0), figure.value(runsOf(pairs, 1), 0)];
	const scale = scaleFor(comparing.question.margin, values[0]);
	const tail = tailOf(pairs, figure, scale.scale, looks);
	const { size } = tail;
	const differences = tail.differences.length === 0 ? [0] : tail.differences;
	return {
		values,
		scale,
		differences,
		intervalOf: (count, alpha) => signedRankInterval(differences.slice(0, count), alpha),
		byLastLook: false,
		looks: tail.looks,
		size,
		method: {
			code: "block-groups",
			groups: tail.differences.length,
			size,
			looks: tail.looks.length
		},
		doubt: fewSlowRuns(tail, figure.p)
	};
}
function fewSlowRuns({ exceedances, differences }, p) {
	if (exceedances >= 100 && differences.length > 0) return void 0;
	return {
		code: "few-slow-runs",
		slower: exceedances,
		needed: 100,
		runs: Math.ceil(100 / (1 - p) - rounding)
	};
}
const rounding = 1e-6;
function foundIn({ values, scale, differences, intervalOf, byLastLook, looks, method, doubt }, alpha) {
	return {
		values,
		scale,
		interval: changeOf(scale, byLastLook ? lastInterval(differences.length, looks, alpha, intervalOf) : repeatedInterval(differences, looks, alpha, intervalOf)),
		method,
		doubt
	};
}
function changeOf({ scale }, interval) {
	if (scale === "absolute") return interval;
	const { estimate, low, high, level } = interval;
	return {
		estimate: Math.expm1(estimate),
		low: Math.expm1(low),
		high: Math.expm1(high),
		level
	};
}
function clockDoubt(comparing, speed, pairs, asked, inTime) {
	const mhz = clocksOf(pairs);
	if (mhz === void 0) return void 0;
	const inCycles = foundIn(pairedOf(comparing, speed, atOneClock(pairs)), asked.alpha);
	const { verdict } = judgementOf(asked, inCycles);
	return verdict === judgementOf(asked, inTime).verdict ? void 0 : {
		code: "clocks-differ",
		mhz,
		inCycles: verdict
	};
}
function noiseOf(comparing, speed) {
	const { alpha, measurements, metric, production } = comparing;
	const copy = measurements.contenders.find(({ role }) => role === "copy");
	if (copy === void 0 || metric.figure.by === "tail") return void 0;
	const pairs = pairsOf(speed.blocks, production, copy.id);
	if (pairs.length === 0) return void 0;
	const { scale, intervalOf } = centreOf(comparing, workerFigure(metric.figure), speed, pairs, []);
	const { estimate, low, high, level } = changeOf(scale, intervalOf(pairs.length, alpha));
	const floor = {
		blocks: pairs.length,
		low: tidy(low),
		high: tidy(high),
		level: tidy(level)
	};
	if (!((low > 0 || high < 0) && level >= 1 - 2 * alpha) || Math.abs(estimate) <= scale.margin / 2) return { floor };
	return {
		floor,
		doubt: {
			code: "copies-differ",
			scale: scale.scale,
			change: estimate
		}
	};
}
function speedRows(comparing) {
	const { name, metric, measurements } = comparing;
	const { speed } = measurements;
	if (speed.length === 0 || speed.some(({ blocks }) => blocks.length === 0)) throw notMeasured(name, "the models were not benchmarked");
	const meant = speed.filter(({ scenario }) => isMeant(metric, scenario));
	if (meant.length === 0) throw notMeasured(name, needed(metric));
	return meant.map((measured) => speedRow(comparing, measured));
}
function needed({ only }) {
	return only === "isolated" ? "the contenders share the GPU within a block; it needs a scenario with `order: isolated`" : "an open loop answers what is sent; it needs a scenario without `rate:`";
}
function speedRow(comparing, speed) {
	const { metric, rules } = comparing;
	const asked = askedOf(comparing, speed.scenario.id);
	const pairs = pairsHeld(comparing, speed);
	const paired = pairedOf(comparing, speed, pairs);
	const noise = noiseOf(comparing, speed);
	const found = foundIn(paired, asked.alpha);
	const unfailing = ruleSets[rules].asksIfItCanFail ? cannotFail(metric, asked, found.values[0], found.scale) : void 0;
	const doubt = found.doubt ?? unfailing ?? noise?.doubt ?? clockDoubt(comparing, speed, pairs, asked, found);
	const row = tidied(rowOf(asked, {
		...found,
		doubt
	}));
	return {
		...row,
		...followed(paired.differences),
		...row.verdict === "inconclusive" && unfailing === void 0 ? needsOf(asked, paired) : {},
		...detectableOf(asked, paired),
		...noise === void 0 ? {} : { noise: noise.floor }
	};
}
function followed(differences) {
	const n = differences.length;
	const beyondChance = normalQuantile(.99) / Math.sqrt(n);
	return n < fewestForSeries || autocorrelation(differences, 1) <= beyondChance ? {} : { effective: tidy(effectiveSize(differences)) };
}
const fewestForSeries = 8;
function pairsHeld({ name, production, chosen }, { scenario, blocks }) {
	const pairs = pairsOf(blocks, production, chosen);
	if (pairs.length < blocks.length) throw notMeasured(name, `a block of ${scenario.id} does not hold ${production} and ${chosen}`);
	return pairs;
}
function needsOf(asked, { scale, differences, intervalOf, size, looks, doubt }) {
	const { alpha } = asked;
	const { estimate } = intervalOf(differences.length, alpha);
	const edge = edgeOf(estimate, claimedIn(asked, scale));
	const values = valuesNeeded(differences, {
		estimate,
		margin: scale.scale === "relative" ? Math.log1p(edge) : edge,
		alpha
	});
	if (values === void 0) return {};
	const least = doubt === void 0 ? differences.length + 1 : differences.length;
	const spent = Math.max(...looks.map((look) => look.spent), .5);
	return { needs: { blocks: size * Math.max(values, least, fewestValues(alpha * spent)) } };
}
function detectableOf({ better, alpha }, { scale, differences }) {
	const detectable = detectableChange(differences, alpha);
	if (detectable === void 0) return {};
	if (scale.scale === "absolute") return { detectable: tidy(detectable) };
	return { detectable: tidy(better === "lower" ? Math.expm1(detectable) : -Math.expm1(-detectable)) };
}
function countRow(comparing) {
	const { production, chosen, question } = comparing;
	const [before, after] = [countOf(comparing, production), countOf(comparing, chosen)];
	const scale = scaleFor(question.margin, before);
	const change = tidy(scale.scale === "relative" ? (after - before) / before : after - before);
	const found = {
		values: [before, after],
		scale,
		interval: {
			estimate: change,
			low: change,
			high: change,
			level: 1
		},
		method: { code: "exact" }
	};
	const asked = askedOf(comparing);
	return rowOf(asked, found, judgeExactly(change, claimedIn(asked, scale)));
}
function countOf({ name, metric, measurements }, contender) {
	const count = ownValue(ownValue(measurements.counts, contender), metric.name);
	if (count === void 0) throw notMeasured(name, `there is no count of ${contender}`);
	return count;
}
function compareRows(measurements, questions, alpha, rules = currentRules) {
	const production = measurements.contenders.find(({ role }) => role === "production");
	if (production === void 0 || isProduction(measurements.contenders, measurements.chosen)) return [];
	return together(questions.flatMap((question) => {
		const asked = {
			question,
			measurements,
			production: production.id,
			chosen: measurements.chosen,
			rules
		};
		const rowsAt = (level) => rowsOf({
			...asked,
			alpha: level
		});
		return rowsAt(alpha).map((row, at) => ({
			row,
			at: (level) => rowsAt(level)[at]
		}));
	}), alpha);
}
function rowsOf(given) {
	const { metric, slice } = metricAsked(given.question);
	const asked = {
		...given,
		name: given.question.metric,
		slice
	};
	switch (metric.how) {
		case "ratio": return speedRows({
			...asked,
			metric
		});
		case "paired":
		case "own": return [qualityRow({
			...asked,
			metric
		})];
		case "exact": return [countRow({
			...asked,
			metric
		})];
		default: throw new Bug(`no rows for ${metric}`);
	}
}
function evidenceOf(measurements, comparison, questions, alpha, { interface: contract, outputs } = nothingExpected, bound) {
	const asked = questions.map(({ metric, margin, better, claim, alpha: rate }) => ({
		metric,
		margin,
		alpha: rate,
		...claim === void 0 ? {} : { claim },
		...better === void 0 ? {} : { better }
	}));
	return JSON.parse(canonical({
		schema: currentRules,
		alpha,
		questions: asked,
		expected: {
			interface: contract,
			outputs
		},
		measurements,
		comparison: {
			...comparison,
			evidence: digest(measurements)
		},
		bound
	}));
}
function recomputeDecisions(evidence, recomputed) {
	const { bound } = evidence;
	if (bound === void 0) return [];
	const comparison = wordless(evidence, recomputed);
	const compared = {
		model: bound.model,
		first: bound.production === void 0,
		comparison
	};
	return bound.decisions.map(({ stage, kind, settings, decision: recorded }) => {
		const policy = recordedPolicy.safeParse(settings);
		return {
			stage,
			kind,
			recorded,
			found: policy.success ? decide(compared, policy.data) : void 0
		};
	});
}
const { require, inconclusive, "first-release": firstRelease } = policySchema.shape;
const recordedPolicy = looseObject({
	require,
	inconclusive: inconclusive.unwrap(),
	"first-release": firstRelease.unwrap()
});
function wordless({ comparison }, { rows, interface: contract, outputs }) {
	const words = {
		method: "",
		why: ""
	};
	return {
		...comparison,
		warnings: [],
		notCompared: [],
		rows: rows.map((row) => ({
			...row,
			...words
		})),
		interface: contract && {
			...contract,
			...words
		},
		outputs: outputs && {
			...outputs,
			...words
		}
	};
}
function bindingDifferences(evidence, decisions) {
	const { bound } = evidence;
	if (bound === void 0) return [];
	return [...modelDifferences(evidence, bound), ...decisions.flatMap(decisionDifferences)];
}
function modelDifferences({ measurements: { contenders }, comparison: { against } }, bound) {
	return [
		[
			"candidate that was measured",
			contenders.find(({ role }) => role === "candidate")?.model.sha256 ?? bound.candidate,
			bound.candidate
		],
		[
			"production model that was compared with",
			against.sha256,
			bound.production?.sha256 ?? ""
		],
		[
			"production version that was compared with",
			against.version,
			bound.production?.version
		]
	].flatMap(([what, measured, named]) => measured === named ? [] : [`The ${what} is not the one that the evidence is bound to.`]);
}
function decisionDifferences({ stage, recorded, found }) {
	if (found === void 0) return [];
	const { verdict, override } = recorded;
	const said = override?.verdict ?? verdict;
	if (found.verdict !== said) return [`The decision of ${stage} was recorded as ${said}, recomputed it is ${found.verdict}.`];
	if (override !== void 0 && verdict !== "pass") return [`The decision of ${stage} was overridden, and is recorded as ${verdict} all the same.`];
	return canonical(reasonsOf(found)) === canonical(reasonsOf(recorded)) ? [] : [`The reasons that are recorded of ${stage} do not follow from the rows.`];
}
function reasonsOf({ reasons }) {
	return reasons.map(({ why: _, ...facts }) => facts);
}
const text = string();
const bindingSchema = object({
	version: text,
	pipeline: object({
		name: text,
		sha256: sha256Schema,
		inputs: record(text, unknown())
	}),
	run: object({
		id: text,
		startedAt: text,
		commit: text.optional()
	}),
	model: text,
	candidate: sha256Schema,
	production: object({
		version: text.optional(),
		sha256: sha256Schema
	}).optional(),
	data: record(text, sha256Schema),
	decisions: array(object({
		stage: text,
		kind: text,
		settings: unknown(),
		decision: decisionSchema
	})),
	earlier: array(sha256Schema)
});
const recordedRow = comparisonRowSchema.pick({
	metric: true,
	scenario: true,
	verdict: true
}).extend({
	method: unknown(),
	why: unknown()
});
const evidenceSchema = object({
	schema: _enum(allRules),
	alpha: number().min(1e-4).max(.2),
	questions: array(questionSchema).refine((asked) => new Set(asked.map(({ metric }) => metric)).size === asked.length, "a metric is asked for twice"),
	expected: object({
		interface: _enum(["kept", "stated"]),
		outputs: _enum(["alike", "stated"])
	}).optional(),
	measurements: measurementsSchema,
	comparison: comparisonSchema.pick({
		contender: true,
		identical: true,
		alpha: true
	}).extend({
		against: object({
			version: string().optional(),
			sha256: string()
		}),
		rows: array(recordedRow),
		interface: comparedInterfaceSchema.extend({ why: unknown() }).optional(),
		outputs: comparedOutputsSchema.extend({ why: unknown() }).optional(),
		notCompared: array(notComparedSchema.extend({ why: unknown() })).optional(),
		evidence: string()
	}),
	bound: bindingSchema.optional()
});
function verifyEvidence(json, name = "The file") {
	const evidence = read(json, name);
	const orWrong = wrongOtherwise(name);
	const { measurements, comparison, bound, schema: rules } = evidence;
	const digests = orWrong(() => ({
		evidence: evidenceDigest(json),
		measurements: digest(measurements)
	}));
	const rows = orWrong(() => recompute(evidence));
	const compatibility = orWrong(() => compatibilityOf(evidence));
	const recomputed = {
		...compatibility,
		rows: rows.map(factsOf)
	};
	const decisions = orWrong(() => recomputeDecisions(evidence, recomputed));
	const differences = [
		...rows.length === 0 && decisions.every(({ found }) => found === void 0) ? ["It holds no verdict and no decision that could be recomputed."] : [],
		...claimDifferences(evidence),
		...rowDifferences(recomputed.rows, comparison.rows),
		...compatibilityDifferences(evidence, compatibility),
		...bindingDifferences(evidence, decisions)
	];
	const chosen = measurements.contenders.find(({ id }) => id === measurements.chosen);
	return {
		same: differences.length === 0,
		differences,
		rows,
		recorded: comparison.rows,
		rules,
		decisions,
		bound,
		model: chosen?.model.sha256,
		digests
	};
}
function read(json, path) {
	const checked = checkUntrusted(evidenceSchema, json);
	if ("value" in checked) return checked.value;
	throw verdictError("evidence-wrong", {
		path,
		reason: checked.reason
	});
}
function recompute({ schema: rules, measurements, questions, alpha }) {
	return compareRows(measurements, questions, alpha, rules);
}
function compatibilityOf({ measurements, questions, expected }) {
	return compareCompatibility(measurements, questions, expected ?? nothingExpected);
}
function wrongOtherwise(path) {
	return (compute) => {
		try {
			return compute();
		} catch (cause) {
			throw verdictError("evidence-wrong", {
				path,
				reason: messageOf(cause).replace(/\.$/, "")
			}, { cause });
		}
	};
}
function claimDifferences({ measurements, questions, comparison, alpha }) {
	const { contenders, chosen } = measurements;
	const production = contenders.find(({ role }) => role === "production");
	return [
		[digest(measurements) === comparison.evidence, "The measurements are not those that were compared: their digest differs."],
		[alpha === comparison.alpha, `The error rate is ${alpha}, the comparison says ${comparison.alpha}.`],
		[questions.every((question) => question.alpha === alpha), "A question was asked at another error rate than the comparison says."],
		[chosen === comparison.contender, `The chosen contender is ${chosen}, the comparison is of ${comparison.contender}.`],
		[comparison.identical === isProduction(contenders, chosen), "Whether the candidate is production itself does not follow from the contenders."],
		[(production?.model.sha256 ?? "") === comparison.against.sha256, "The production model that was measured is not the one that the comparison names."]
	].flatMap(([holds, otherwise]) => holds ? [] : [otherwise]);
}
function rowDifferences(recomputed, recorded) {
	const differences = recomputed.flatMap((row, at) => {
		const other = recorded[at];
		if (other === void 0) return [`${rowName(row)} is not recorded; recomputed it is ${row.verdict}.`];
		const keys = keysThatDiffer(row, other);
		if (keys.length === 0) return [];
		const verdicts = row.verdict === other.verdict ? "" : ` It was recorded as ${other.verdict}, recomputed it is ${row.verdict}.`;
		return [`${rowName(row)} differs in ${keys.join(", ")}.${verdicts}`];
	});
	const surplus = recorded.slice(recomputed.length).map((row) => `${rowName(row)} is recorded, but nothing asks for it.`);
	return [...differences, ...surplus];
}
function compatibilityDifferences({ schema, comparison }, { notCompared, ...found }) {
	const differences = ["interface", "outputs"].flatMap((part) => canonical(withoutWords(found[part])) === canonical(withoutWords(comparison[part])) ? [] : [`What is recorded of the ${part} does not follow from the measurements.`]);
	const named = (parts) => parts.map(({ what }) => what).join();
	if (comparison.notCompared === void 0 ? schema === "airworthy.evidence/3" : named(comparison.notCompared) !== named(notCompared)) differences.push("What is recorded as not compared does not follow from the questions.");
	return differences;
}
function withoutWords(part) {
	const { why: _, doubt: __, ...facts } = { ...part };
	return facts;
}
function keysThatDiffer(row, { method: _, why: __, ...recorded }) {
	const [one, two] = [row, recorded];
	return [...new Set([...Object.keys(one), ...Object.keys(two)])].filter((key) => canonical(one[key] ?? null) !== canonical(two[key] ?? null));
}
function rowName({ metric, scenario }) {
	return scenario === void 0 ? metric : `${metric} at ${scenario}`;
}
export { alike, clocksDrifted, compareCompatibility, compareRows, currentRules, evidenceOf, leastAlike, replicate, resamplesFor, rowName, verifyEvidence };
