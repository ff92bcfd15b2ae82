import { clip } from "./workers.js";
import { printCount, printNumber, printShare, printSigned, terminalText } from "./start.js";
import { table } from "./report-terminal-layout.js";
const shown = 10;
function diffLines(diff, width) {
	return [
		verdict(diff),
		...interfaceLines(diff),
		...graphLines(diff, width),
		...weightLines(diff, width),
		""
	].join("\n");
}
function verdict({ same, interface: { class: worst, changes }, graph, weights }) {
	if (same) return "same: only internal names differ";
	const first = changes[0];
	if (first !== void 0 && worst !== "compatible") return terminalText(`${worst}: ${first.reason}`);
	const unread = weights.unread.length > 0 ? "; some weights could not be read" : "";
	return `compatible: callers see the same inputs and outputs; ${[
		...graph.changed,
		...graph.added,
		...graph.removed
	].length === 0 ? "the same graph" : "another graph"}, ${[
		...weights.changed,
		...weights.added,
		...weights.removed
	].length === 0 ? "the same weights" : "other weights"}${unread}`;
}
function interfaceLines({ interface: { changes } }) {
	if (changes.length === 0) return ["", "Interface: no change"];
	const lines = changes.map((change) => line(`  ${change.class.padEnd(10)}  `, change.reason));
	return [
		"",
		`Interface: ${count(changes.length, "change")}`,
		...cut(lines)
	];
}
function graphLines({ graph }, width) {
	const { nodes, unchanged, changed, added, removed } = graph;
	const many = (regions) => regions.reduce((sum, { size, places }) => sum + size * places.length, 0);
	return [
		"",
		`Graph: ${nodes.before} \u2192 ${nodes.after} nodes: ${unchanged} unchanged, ${changed.length} changed, ${many(added)} added, ${many(removed)} removed`,
		...tableOf([
			"  operator",
			"before",
			"after",
			"change"
		], graph.operators.filter(({ before, after }) => before !== after).map(({ operator, before, after }) => [
			`  ${operator}`,
			before,
			after,
			printSigned(after - before, printCount)
		]), width),
		...cut(changed.map(changedLine)),
		...cut(added.map((region) => regionLine("+", region))),
		...cut(removed.map((region) => regionLine("-", region)))
	];
}
function changedLine({ operator, after, what }) {
	return line("  ~ ", `${operator} at ${after}: ${what.join("; ")}`);
}
function regionLine(sign, { operators, size, places }) {
	const chain = operators.length > 6 ? [
		...operators.slice(0, 5),
		"\u2026",
		operators.at(-1)
	] : operators;
	const [first = []] = places;
	const ends = first.length > 1 ? `${first[0]} to ${first.at(-1)}` : first[0];
	const times = places.length > 1 ? `${places.length} times, the first ` : "";
	return line(`  ${sign} `, `${chain.join(" \u2192 ")}, ${count(size, "node")}: ${times}at ${ends}`);
}
function weightLines({ weights }, width) {
	const { parameters, equal, changed, added, removed, unread } = weights;
	const lost = unread.length === 0 ? "" : `, ${unread.length} not read`;
	return [
		"",
		`Weights: ${equal} equal, ${changed.length} changed, ${added.length} added, ${removed.length} removed${lost}; ${printCount(parameters.before)} \u2192 ${printCount(parameters.after)} parameters`,
		...tableOf([
			"  tensor",
			"norm",
			"relative",
			"largest",
			"zeros",
			"changed"
		], changed.map(weightRow), width),
		...cut(added.map((one) => line("  + ", `${one.name}: ${facts(one)}`))),
		...cut(removed.map((one) => line("  - ", `${one.name}: ${facts(one)}`))),
		...cut(unread.map((one) => line("  ? ", `${one.name}: ${one.why}`)))
	];
}
function weightRow({ name, newName, before, after, values }) {
	const label = name === newName ? name : `${name} \u2192 ${newName}`;
	if (values === void 0) return [
		`  ${label}: ${facts(before)} \u2192 ${facts(after)}`,
		"",
		"",
		"",
		"",
		""
	];
	const { norm, relativeChange, largestChange, sparsity, changedShare } = values;
	return [
		`  ${label}`,
		`${printNumber(norm.before)} \u2192 ${printNumber(norm.after)}`,
		relativeChange === void 0 ? "from 0" : printShare(relativeChange, 3),
		printNumber(largestChange),
		`${printShare(sparsity.before, 3)} \u2192 ${printShare(sparsity.after, 3)}`,
		printShare(changedShare, 3)
	];
}
function facts({ type, dims }) {
	return `${type}[${dims.join(", ")}]`;
}
function tableOf(titles, rows, width) {
	if (rows.length === 0) return [];
	const columns = titles.map((title, index) => ({
		title,
		align: index === 0 ? "left" : "right"
	}));
	const cells = rows.slice(0, shown).map((row) => row.map((cell) => ({ text: cellText(String(cell)) })));
	return [...table(columns, cells, {
		width,
		heading: (text) => text
	}), ...rest(rows.length)];
}
function cellText(text) {
	const indent = text.startsWith("  ") ? "  " : "";
	return `${indent}${tail(terminalText(text.slice(indent.length)), 60)}`;
}
function tail(text, length) {
	return text.length <= length ? text : `\u2026${[...text].slice(1 - length).join("")}`;
}
function line(mark, text) {
	return `${mark}${clip(terminalText(text), 240)}`;
}
function cut(lines) {
	return [...lines.slice(0, shown), ...rest(lines.length)];
}
function rest(length) {
	return length > shown ? [`  and ${length - shown} more (--json has all)`] : [];
}
function count(number, word) {
	return `${number} ${word}${number === 1 ? "" : "s"}`;
}
export { diffLines };
