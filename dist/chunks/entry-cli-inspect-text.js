import { clip } from "./workers.js";
import { printAmount, printBound, printBytes, printCount, printNumber, terminalText } from "./start.js";
import { table } from "./report-terminal-layout.js";
import { counted } from "./report-words.js";
function inspectionLines(inspected, file, view) {
	const lines = [
		...[
			sizeLines(inspected, view),
			costLines(inspected, view),
			rooflineLines(inspected, view)
		].flat(),
		...(inspected.placements ?? []).flatMap((placed) => placementLines(placed, view)),
		""
	];
	return `${summaryLines(inspected, file)}${lines.join("\n")}`;
}
function summaryLines(summary, file) {
	const opset = Object.entries(summary.opset).map(([domain, version]) => `${domain === "" ? "ai.onnx" : domain} ${version}`);
	const operators = Object.entries(summary.operators).sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} \u00D7 ${count}`);
	return [
		`${terminalText(file)}: ${printBytes(summary.bytes)}, ${printCount(summary.parameters)} ${summary.parameters === 1 ? "parameter" : "parameters"}, ${counted(summary.nodes, "node")}`,
		`  made by    ${terminalText(summary.producer) || "unknown"}; IR ${summary.irVersion}; opset ${terminalText(opset.join(", "))}`,
		...summary.inputs.map((value) => `  input      ${terminalText(valueText(value))}`),
		...summary.outputs.map((value) => `  output     ${terminalText(valueText(value))}`),
		`  operators  ${terminalText(operators.join(", "))}`,
		""
	].join("\n");
}
function valueText({ name, type, dims }) {
	return `${name}: ${type}[${dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}
function sizeLines({ sizes: { tensors, operators, duplicates } }, view) {
	if (tensors.length === 0) return [];
	const saved = duplicates.reduce((sum, { savedBytes }) => sum + savedBytes, 0);
	const twice = `  ${duplicates.length} groups of tensors have the same content: keeping each once saves ${printBytes(saved)}`;
	return [
		"",
		"Size",
		...tableOf([
			"largest tensors",
			"type",
			"bytes"
		], tensors.map(({ name, type, dims, bytes }) => [
			name,
			`${type}[${dims.join(", ")}]`,
			printBytes(bytes)
		]), view),
		...tableOf([
			"taken by",
			"tensors",
			"bytes"
		], operators.map((one) => [
			one.operator,
			String(one.tensors),
			printBytes(one.bytes)
		]), view),
		...saved === 0 ? [] : [twice]
	];
}
function costLines({ cost: { total, nodes, unknown } }, view) {
	const rows = nodes.filter(({ nested, flops }) => !nested && flops !== void 0 && flops > 0).toSorted((one, two) => (two.flops ?? 0) - (one.flops ?? 0)).map(({ where, operator, flops = 0, bytes }) => [
		where.replace(/^graph\/node /, ""),
		operator,
		printAmount(flops, "FLOP"),
		bytes === void 0 ? "not known" : printBytes(bytes),
		bytes === void 0 || bytes === 0 ? "" : printNumber(flops / bytes)
	]);
	const nested = nodes.filter((node) => node.nested).length;
	const left = Object.entries(unknown).map(([operator, count]) => `${operator} \u00D7 ${count}`);
	return [
		"",
		`Cost of one run: ${printAmount(total.flops, "FLOP")} (known for ${total.flopsKnown} of ${counted(total.nodes, "node")}), ${printBytes(total.bytes)} moved (${total.bytesKnown} of ${total.nodes})`,
		...left.length === 0 ? [] : [line(`FLOPs not known: ${left.slice(0, view.top).join(", ")}${left.length > view.top ? ", \u2026" : ""}`)],
		...nested === 0 ? [] : [`  ${nested} nodes in branches, loops and functions are in --json for one execution each; how often they run is not known`],
		...tableOf([
			"most FLOPs",
			"operator",
			"FLOPs",
			"bytes",
			"FLOP/B"
		], rows, view)
	];
}
function rooflineLines({ roofline }, view) {
	if (roofline === void 0) return [];
	const { device, ridge, nodes, ms, arithmeticMs } = roofline;
	if (nodes.length === 0) return ["", `Roofline of ${device.name}: FLOPs and bytes are known of no node`];
	const rows = nodes.toSorted((one, two) => two.ms - one.ms).map((node) => [
		node.where.replace(/^graph\/node /, ""),
		node.operator,
		printNumber(node.intensity),
		node.bound,
		printBound(node.ms)
	]);
	return [
		"",
		`Roofline of ${device.name}: ${printAmount(device.peak, "FLOP/s")}, ${printAmount(device.bandwidth, "B/s")} (${device.source}); ridge at ${printNumber(ridge)} FLOP/B`,
		`  at least ${printBound(ms)} node by node, ${printBound(arithmeticMs)} of arithmetic whatever is fused: bounds of the ${nodes.length} nodes that are known, not predictions`,
		...tableOf([
			"slowest",
			"operator",
			"FLOP/B",
			"bound",
			"at least"
		], rows, view)
	];
}
function placementLines({ provider, nodes = {}, elsewhere = [], absent }, { top }) {
	if (absent !== void 0) return ["", line(`Provider ${provider}: ${absent}`, "")];
	const counts = Object.entries(nodes).map(([name, list]) => `${name} ${list.length}`);
	const fell = elsewhere.slice(0, top).map((node) => line(`- ${node}`));
	return [
		"",
		line(`Provider ${provider} (measured, after the runtime's optimisations): ${counts.join(", ")} nodes`, ""),
		...elsewhere.length === 0 ? [] : [
			`  ${elsewhere.length} nodes ran elsewhere:`,
			...fell,
			...rest(elsewhere.length, top)
		]
	];
}
function tableOf(titles, rows, { top, width }) {
	if (rows.length === 0) return [];
	const columns = titles.map((title, index) => ({
		title,
		align: index === 0 ? "left" : "right"
	}));
	const cells = rows.slice(0, top).map((row) => row.map((cell) => ({ text: clip(terminalText(cell), 60) })));
	return [...table(columns, cells, {
		width: width - 2,
		heading: (text) => text
	}).map((text) => `  ${text}`), ...rest(rows.length, top)];
}
function rest(length, top) {
	return length > top ? [`  and ${length - top} more`] : [];
}
function line(text, indent = "  ") {
	return `${indent}${clip(terminalText(text), 240)}`;
}
export { inspectionLines };
