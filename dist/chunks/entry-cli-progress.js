import { printDuration } from "./core-quantity.js";
import { terminalText } from "./report-escape.js";
import { asciiOnly } from "./report-words.js";
function progressOn(to) {
	const entry = {
		...to,
		err: (text) => to.err(to.ascii ? asciiOnly(text) : text)
	};
	const redraw = (text) => entry.err(`\r\u001b[2K${text}`);
	return (event) => {
		if (event.event === "stage-finished") return entry.err(`${entry.interactive ? "\r\x1B[2K" : ""}${finished(event)}\n`);
		if (event.event === "stage-started") return entry.interactive ? redraw(`  ${event.stage} …`) : void 0;
		if (!entry.interactive || event.event !== "progress") return void 0;
		const share = event.fraction === void 0 ? "" : ` ${bar(event.fraction)}`;
		return redraw(clipped(`  ${event.stage}${share} ${terminalText(event.message)}`, entry.width));
	};
}
function finished({ stage, result }) {
	const took = printDuration(1e3 * result.seconds);
	if (result.status === "skipped") return `- ${stage}: skipped, ${terminalText(result.why)}`;
	if (result.status === "failed") return `✗ ${stage} (${took}): ${terminalText(result.problems[0]?.message ?? "failed")}`;
	const { verdict, summary } = result.record;
	return `${verdict === void 0 || verdict === "pass" ? "✓" : verdict === "inconclusive" ? "?" : "✗"} ${stage} (${result.cached ? "cached" : took}): ${terminalText(summary)}`;
}
function bar(fraction) {
	const width = 12;
	const full = Math.round(Math.min(Math.max(fraction, 0), 1) * width);
	return "█".repeat(full) + "░".repeat(width - full);
}
function clipped(text, width) {
	const characters = [...text];
	return characters.length < width ? text : `${characters.slice(0, width - 2).join("")}…`;
}
export { progressOn };
