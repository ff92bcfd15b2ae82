import { pipelineOf } from "./pipelines.js";
import { run } from "./pipeline-run.js";
import { formats, renderTerminal } from "./report.js";
import { problemLines, renderJson, terminalOf, waitsOn } from "./start.js";
import { progressOn } from "./entry-cli-progress.js";
import path from "node:path";
async function runAndPrint(entry, pipeline, options, json) {
	const report = await runHere(entry, pipeline, options);
	entry.out(json ? renderJson(report) : reportText(entry, report));
	return report.exitCode;
}
async function runOnModels(entry, { candidate, production, data, stages }, json) {
	const value = {
		pipeline: nameOf(candidate),
		model: {
			candidate,
			...production === void 0 ? {} : { production }
		},
		...data === void 0 ? {} : { data },
		stages,
		registry: { scratch: true }
	};
	const report = await runHere(entry, pipelineOf(value, entry.world.cwd, entry.world, { nameOf: optionOf }), {});
	if (json) entry.out(renderJson(report));
	return report;
}
function optionOf(path) {
	const keys = path.filter((step) => typeof step === "string");
	const [, , setting = keys.at(-1), name] = keys;
	if (setting === "metrics") return `--metric ${name}`;
	if (setting === "shapes") return `--shape ${name}`;
	return keys[0] === "data" ? "--data" : `--${setting === "scenarios" ? keys.at(-1) : setting}`;
}
function printProblems(entry, report, json) {
	if (!json) entry.err(problemLines(report.stages.flatMap((stage) => stage.problems)));
	return report.exitCode;
}
function reportText(entry, report) {
	return `\n${renderTerminal(report, terminalOf(entry))}`;
}
function runHere(entry, pipeline, options) {
	const { world, command, signal } = entry;
	const progress = {
		...entry,
		masked: world.files.masked
	};
	return run(pipeline, world, {
		...options,
		formats,
		command,
		signal,
		waits: waitsOn(progress),
		listener: progressOn(progress)
	});
}
function nameOf(file) {
	return path.basename(file).replace(/\.onnx$/i, "").replace(/[^a-zA-Z0-9_/-]+/g, "-").replace(/^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$/g, "") || "model";
}
export { printProblems, reportText, runAndPrint, runOnModels };
