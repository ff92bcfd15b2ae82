import { entryError, parseMargin, parseShare, printPoints, printShare } from "./start.js";
import { fixedSize, valueWhen } from "./stats-ab-plan.js";
function questionOf(options) {
	const response = responseOf(options);
	const aim = {
		claim: claimOf(options.claim),
		margin: changeOf("margin", options.margin, response),
		...hopeOf(options, response),
		better: options.lowerIsBetter ? "lower" : "higher",
		alpha: shareOf("alpha", options.alpha, 1e-4, .2, "a share from 0.01% to 20%"),
		power: shareOf("power", options.power, .5, .9999, "a share from 50% to 99.99%"),
		share: shareOf("share", options.share, .001, .999, "a share from 0.1% to 99.9%")
	};
	requireReach(response, aim, options);
	const looks = numberOf("looks", options.looks, isLooks, "a whole number from 1 to 20");
	if (options.traffic === void 0) return {
		response,
		aim,
		looks
	};
	return {
		response,
		aim,
		looks,
		traffic: numberOf("traffic", options.traffic, (users) => users >= 1, "a number of users per day, at least 1")
	};
}
function isLooks(number) {
	return Number.isInteger(number) && number >= 1 && number <= 20;
}
function responseOf({ baseline, mean, deviation }) {
	const number = mean === void 0 ? deviation && `--deviation ${deviation}` : `--mean ${mean}`;
	if (baseline !== void 0) {
		if (number) throw wrong(`--baseline ${baseline} with ${number}`, "a rate alone, or a mean with its deviation");
		return {
			kind: "rate",
			baseline: rateOf(baseline)
		};
	}
	const missing = number ? mean === void 0 ? "--mean" : "--deviation" : "--baseline, or --mean with --deviation,";
	if (mean === void 0 || deviation === void 0) throw entryError("argument-missing", {
		argument: missing,
		command: "plan-ab"
	});
	return {
		kind: "mean",
		baseline: numberOf("mean", mean, Number.isFinite, "a number"),
		deviation: numberOf("deviation", deviation, (value) => value > 0, "a number above 0")
	};
}
function rateOf(text) {
	const rate = parseShare(text);
	if (rate !== void 0 && rate > 0 && rate < 1) return rate;
	throw wrong(`--baseline ${text}`, "a rate between 0% and 100%, such as 5%");
}
function claimOf(text) {
	if (text === "not-worse" || text === "better") return text;
	throw wrong(`--claim ${text}`, "not-worse or better");
}
function changeOf(name, text, { kind, baseline }) {
	const margin = parseMargin(text);
	const absolute = margin === void 0 ? 0 : absoluteOf(margin, kind, baseline) ?? 0;
	if (absolute > 0) return absolute;
	const examples = kind === "rate" ? "0.5pp, 3% (of the baseline) or 0.005" : "3% (of a mean that is not 0) or 0.5 (in the unit of the mean, without naming it)";
	throw wrong(`--${name} ${text}`, `a change above 0, such as ${examples}`);
}
function hopeOf({ hoped, claim }, response) {
	if (hoped === void 0) return {};
	if (claim === "better") throw wrong(`--hoped ${hoped} with --claim better`, "--margin alone: with --claim better the test is planned for the margin");
	return { hoped: changeOf("hoped", hoped, response) };
}
function absoluteOf(margin, kind, baseline) {
	if ("relative" in margin) return margin.relative * Math.abs(baseline);
	return (kind === "rate" ? ["pp", ""] : [""]).includes(margin.unit) ? margin.absolute : void 0;
}
function requireReach(response, aim, { margin, hoped }) {
	requireRate(aim.claim === "better" ? -aim.margin : aim.margin, response, aim, `--margin ${margin}`);
	if (aim.hoped !== void 0) requireRate(-aim.hoped, response, aim, `--hoped ${hoped}`);
	const { candidate, production } = fixedSize(response, aim);
	if (!Number.isSafeInteger(2 * (candidate + production))) throw wrong(`--margin ${margin}`, "a larger margin: this one needs more users than can be counted");
}
function requireRate(worse, response, { better }, argument) {
	const end = valueWhen(worse, response, better);
	if (response.kind === "mean" || end > 0 && end < 1) return;
	const room = end <= 0 ? response.baseline : 1 - response.baseline;
	throw wrong(argument, `a change below ${printPoints(room, 6)}, what lies between the baseline and ${printShare(end <= 0 ? 0 : 1)}`);
}
function shareOf(name, text, from, to, expected) {
	const value = parseShare(text);
	if (value !== void 0 && value >= from && value <= to) return value;
	throw wrong(`--${name} ${text}`, expected);
}
function numberOf(name, text, holds, expected) {
	const value = /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : NaN;
	if (Number.isFinite(value) && holds(value)) return value;
	throw wrong(`--${name} ${text}`, expected);
}
function wrong(argument, expected) {
	return entryError("argument-wrong", {
		argument,
		expected
	});
}
export { questionOf };
