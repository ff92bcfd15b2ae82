import { printCount, printNumber, printPoints, printShare } from "./start.js";
import { table } from "./report-terminal-layout.js";
import { counted } from "./report-words.js";
function planAbText(plan, width) {
	const options = {
		width,
		heading: (text) => text
	};
	return [
		...questionLines(plan),
		"",
		...table(sizeColumns(plan), sizeRows(plan), options),
		weekLine(plan.traffic),
		"",
		...table(changeColumns, plan.changes.map((change) => changeRow(change, plan.response)), options),
		...plan.warnings.map(({ message, remedy }) => `\n${message} ${remedy}`),
		""
	].join("\n");
}
function questionLines({ response, aim }) {
	const margin = changeText(aim.margin, response);
	const hope = aim.hoped === void 0 ? "no change" : `better by ${changeText(aim.hoped, response)}`;
	const question = aim.claim === "better" ? `Is the candidate better? Planned for better by ${margin}` : `Is the candidate not worse by more than ${margin}? Planned for ${hope}`;
	const spread = response.kind === "mean" ? `, deviation ${printNumber(response.deviation, digits)}` : "";
	return [`${question}, with a chance of ${printShare(aim.power)} to pass.`, `Production: ${valueText(response.baseline, response)}${spread}; ${aim.better} is better. Each verdict is wrong at most ${printShare(aim.alpha)} of the time.`];
}
function sizeColumns({ traffic }) {
	return [{
		title: "design",
		align: "left"
	}, ...[
		"candidate",
		"production",
		"users",
		...traffic === void 0 ? [] : ["days", "whole weeks"]
	].map((title) => ({
		title,
		align: "right"
	}))];
}
function sizeRows({ fixed, sequential, looks }) {
	const row = (name, { candidate, production, users, days, wholeWeeks }) => [{ text: name }, ...[
		candidate,
		production,
		users,
		days,
		wholeWeeks
	].map((value) => ({ text: value === void 0 ? "" : printCount(value) }))];
	return [row("one look", fixed), row(`${counted(looks, "look")}, at most`, sequential.largest)];
}
function weekLine(traffic) {
	return traffic === void 0 ? "Pass --traffic with your users per day to see how long the test takes." : "Run it for whole weeks: weekend users differ from weekday users.";
}
const changeColumns = [
	{
		title: "true change",
		align: "left"
	},
	{
		title: "candidate",
		align: "right"
	},
	{
		title: "pass",
		align: "right"
	},
	{
		title: "fail",
		align: "right"
	},
	{
		title: "inconclusive",
		align: "right"
	}
];
function changeRow({ change, candidate, chances }, response) {
	return [change, ...chances === void 0 ? ["impossible"] : [valueText(candidate, response), ...[
		chances.pass,
		chances.fail,
		chances.inconclusive
	].map(chance)]].map((text) => ({ text }));
}
function valueText(value, { kind }) {
	return kind === "rate" ? printShare(value, digits) : printNumber(value, digits);
}
function changeText(change, { kind }) {
	return kind === "rate" ? printPoints(change, digits) : printNumber(change, digits);
}
const digits = 6;
function chance(value) {
	if (value < 5e-4) return "<0.1 %";
	return value > .9995 ? ">99.9 %" : printShare(Math.round(1e3 * value) / 1e3);
}
export { planAbText };
