import { printDuration, terminalText } from "./start.js";
const verbs = {
	run: "run",
	cached: "cached",
	skip: "skip",
	refuse: "REFUSE"
};
function planLines(plan) {
	const rows = plan.stages.map((stage) => [
		verbs[stage.action],
		stage.name,
		stage.effects,
		stage.measures ? "alone" : "",
		stage.action === "run" ? `~${estimate(stage.estimateMs)}` : "",
		terminalText(stage.why)
	]);
	const header = [
		"",
		"stage",
		"effects",
		"",
		"time",
		""
	];
	const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
	const line = (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd();
	const production = plan.subject.production;
	const against = production === void 0 ? "nothing yet: the first release" : production.version ?? production.artifact.name;
	return [
		`${plan.pipeline}: ${terminalText(plan.subject.candidate.name)} against ${terminalText(against)}`,
		...[header, ...rows].map(line),
		`about ${estimate(plan.estimateMs)} in all`,
		...(plan.warnings ?? []).map(({ message, remedy }) => `! ${terminalText(message)} ${terminalText(remedy)}`),
		""
	].join("\n");
}
function mermaid(plan) {
	const id = (name) => `s${plan.stages.findIndex((stage) => stage.name === name)}`;
	const shape = (stage) => {
		const label = `"${stage.name}"`;
		if (stage.measures) return `{{${label}}}`;
		return stage.effects === "remote" ? `[[${label}]]` : `[${label}]`;
	};
	const nodes = plan.stages.map((stage) => `  ${id(stage.name)}${shape(stage)}`);
	const edges = plan.stages.flatMap((stage) => stage.needs.map((need) => `  ${id(need)} --> ${id(stage.name)}`));
	const idle = plan.stages.filter((stage) => stage.action !== "run").map((stage) => id(stage.name));
	const styles = idle.length === 0 ? [] : [`  style ${idle.join(",")} stroke-dasharray: 4 4`];
	return `${[
		"flowchart TD",
		...nodes,
		...edges,
		...styles
	].join("\n")}\n`;
}
function estimate(ms) {
	return printDuration(Number(ms.toPrecision(2)));
}
export { mermaid, planLines };
