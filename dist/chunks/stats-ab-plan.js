import { normalCdf, normalQuantile, studentQuantile } from "./stats-distributions.js";
import { obrienFleming, spendingBounds } from "./stats-spending.js";
function planAb({ response, aim, looks }) {
	const fixed = fixedSize(response, aim);
	const changes = trueChanges(aim).map(([change, worse]) => {
		const chances = chancesWhen(worse, response, aim, fixed);
		return {
			change,
			candidate: valueWhen(worse, response, aim.better),
			...chances === void 0 ? {} : { chances }
		};
	});
	return {
		response,
		aim,
		looks,
		fixed,
		sequential: sequentialDesign(response, aim, looks),
		changes
	};
}
function trueChanges({ claim, margin, hoped }) {
	const way = claim === "better" ? "better" : "worse";
	const worse = way === "better" ? -margin : margin;
	return [
		["none", 0],
		[`${way} by the margin`, worse],
		[`${way} by twice the margin`, 2 * worse],
		hoped === void 0 ? ["better by half the margin", -margin / 2] : ["better as hoped", -hoped]
	];
}
function fixedSize(response, aim) {
	return inArms(usersNeeded(response, aim), aim);
}
function chancesWhen(worse, response, aim, size) {
	const rate = valueWhen(worse, response, aim.better);
	if (response.kind === "rate" && (rate < 0 || rate > 1)) return void 0;
	const error = Math.sqrt(varianceAt(rate, response) / size.candidate + varianceAt(response.baseline, response) / size.production);
	const inside = ((aim.claim === "better" ? 0 : aim.margin) - worse) / error;
	const degrees = response.kind === "rate" ? Infinity : size.candidate + size.production - 2;
	const [pass, fail] = [chanceToExceed(inside, aim.alpha, degrees), chanceToExceed(-inside, aim.alpha, degrees)];
	return {
		pass,
		fail,
		inconclusive: Math.max(0, 1 - pass - fail)
	};
}
function valueWhen(worse, response, better) {
	return response.baseline + (better === "lower" ? worse : -worse);
}
function sequentialDesign(response, aim, looks) {
	const stages = Array.from({ length: looks }, (_, at) => ({
		information: at + 1,
		spent: obrienFleming(aim.alpha, (at + 1) / looks)
	}));
	const bounds = spendingBounds(stages);
	const power = normalQuantile(aim.power);
	const once = -normalQuantile(aim.alpha);
	const inflation = (((bounds.at(-1) ?? once) + power) / (once + power)) ** 2;
	return {
		largest: inArms(inflation * usersNeeded(response, aim), aim),
		inflation,
		bounds
	};
}
function inArms(users, { share }) {
	return {
		candidate: Math.ceil(users * share),
		production: Math.ceil(users * (1 - share))
	};
}
function usersNeeded(response, aim) {
	const { claim, margin, hoped = 0, better, share, alpha, power } = aim;
	const [planned, distance] = claim === "better" ? [-margin, margin] : [-hoped, margin + hoped];
	const variance = varianceAt(valueWhen(planned, response, better), response) / share + varianceAt(response.baseline, response) / (1 - share);
	const users = variance * ((normalQuantile(power) - normalQuantile(alpha)) / distance) ** 2;
	if (response.kind === "rate") return users;
	return leastWhere((each) => chanceToExceed(distance / Math.sqrt(variance / each), alpha, each - 2) >= power, Math.max(users, fewestUsersOfMean));
}
const fewestUsersOfMean = 9;
function leastWhere(holds, start) {
	if (holds(start)) return start;
	let [low, high] = [start, 2 * start];
	while (!holds(high)) high *= 2;
	while (high - low > 1e-12 * high) {
		const half = (low + high) / 2;
		if (holds(half)) high = half;
		else low = half;
	}
	return high;
}
function chanceToExceed(distance, alpha, degrees) {
	if (degrees === Infinity) return normalCdf(distance + normalQuantile(alpha));
	const critical = studentQuantile(1 - alpha, degrees);
	return normalCdf((distance - critical * (1 - 1 / (4 * degrees))) / Math.sqrt(1 + critical ** 2 / (2 * degrees)));
}
function varianceAt(value, response) {
	return response.kind === "rate" ? value * (1 - value) : response.deviation ** 2;
}
export { fixedSize, planAb, valueWhen };
