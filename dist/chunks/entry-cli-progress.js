import { clipped, printDuration, terminalText } from "./start.js";
import { asciiOnly } from "./report-words.js";
function progressOn(to) {
	const shown = (text) => terminalText(to.masked(text));
	const entry = {
		...to,
		err: (text) => to.err(to.ascii ? asciiOnly(text) : text)
	};
	const redraw = (text) => entry.err(`\r\u001b[2K${text}`);
	return (event) => {
		if (event.event === "stage-finished") return entry.err(`${entry.interactive ? "\r\x1B[2K" : ""}${finished(event, shown)}\n`);
		if (event.event === "waiting") return entry.err(`${entry.interactive ? "\r\x1B[2K" : ""}\u2026 ${waiting(event)} ${shown(event.message)}\n`);
		if (event.event === "stage-started") return entry.interactive ? redraw(`  ${event.stage} \u2026`) : void 0;
		if (!entry.interactive || event.event !== "progress") return void 0;
		const share = event.fraction === void 0 ? "" : ` ${bar(event.fraction)}`;
		return redraw(clipped(`  ${event.stage}${share} ${shown(event.message)}`, entry.width));
	};
}
function waiting({ stage }) {
	return stage === void 0 ? "waits" : `${stage}: waits`;
}
function finished({ stage, result }, shown) {
	const took = printDuration(1e3 * result.seconds);
	if (result.status === "skipped") return `- ${stage}: skipped, ${shown(result.why)}`;
	if (result.status === "failed") return `\u2717 ${stage} (${took}): ${shown(result.problems[0]?.message ?? "failed")}`;
	const { verdict, record } = result;
	return `${verdict === void 0 || verdict === "pass" ? "\u2713" : verdict === "inconclusive" ? "?" : "\u2717"} ${stage} (${result.cached ? "cached" : took}): ${shown(record.summary)}`;
}
function bar(fraction) {
	const width = 12;
	const full = Math.round(Math.min(Math.max(fraction, 0), 1) * width);
	return "\u2588".repeat(full) + "\u2591".repeat(width - full);
}
export { progressOn };
