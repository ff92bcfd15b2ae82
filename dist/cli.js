#!/usr/bin/env node
import { callContextOf, checkWords, checkoutsAround, entryError, exitCodes, failureOf, isLedgerDamage, jsonText, plainCall, problemLines, processEntry, readJsonFile, terminalOf, terminalText, verdictError, version } from "./chunks/start.js";
import { UserError, messageOf, ownValue } from "./chunks/workers.js";
import path from "node:path";
function flag(description, more = {}) {
	return {
		description,
		...more,
		read: (raw) => raw === true
	};
}
function text(placeholder, description, more = {}) {
	return {
		placeholder,
		description,
		...more,
		read: stringOf
	};
}
function textOr(fallback, placeholder, description) {
	return {
		placeholder,
		description,
		fallback,
		read: (raw) => stringOf(raw) ?? fallback
	};
}
function neededText(placeholder, description, more = {}) {
	return {
		placeholder,
		description,
		required: true,
		...more,
		read: (raw) => stringOf(raw) ?? ""
	};
}
function texts(placeholder, description, more = {}) {
	return {
		placeholder,
		description,
		...more,
		read: (raw) => stringsOf(raw)
	};
}
function one(description) {
	return {
		description,
		takes: "one",
		read: (raw) => stringOf(raw) ?? ""
	};
}
function oneOrNone(description) {
	return {
		description,
		takes: "one or none",
		read: stringOf
	};
}
function oneOrMore(description) {
	return {
		description,
		takes: "one or more",
		read: stringsOf
	};
}
function defineCommand(definition) {
	const taken = {
		...definition.arguments,
		...definition.options
	};
	return {
		...definition,
		run: (entry, raw) => {
			const given = Object.entries(taken).map(([name, { read }]) => [name, read(ownValue(raw, name))]);
			return definition.run(entry, Object.fromEntries(given));
		}
	};
}
function stringOf(raw) {
	return typeof raw === "string" ? raw : void 0;
}
function stringsOf(raw) {
	return Array.isArray(raw) ? raw.filter((each) => typeof each === "string") : [];
}
const json = flag("print one JSON value instead of text");
const input = texts("<name=value...>", "values for the pipeline's inputs");
function inputsOf(pairs) {
	return Object.fromEntries(pairs.map((pair) => {
		const at = pair.indexOf("=");
		if (at < 1) throw entryError("argument-wrong", {
			argument: `--input ${pair}`,
			expected: "name=value"
		});
		return [pair.slice(0, at), typed(pair.slice(at + 1))];
	}));
}
function typed(text) {
	if (text === "true" || text === "false") return text === "true";
	return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
function shapeOf(text) {
	const [, name, dims] = /^([^=]+)=((?:\d+(?:x\d+)*)?)$/.exec(text) ?? [];
	if (name === void 0 || dims === void 0) throw entryError("argument-wrong", {
		argument: `--shape ${text}`,
		expected: "name=AxBxC, such as x=1x3x224x224"
	});
	return [name, dims === "" ? [] : dims.split("x").map(Number)];
}
const shapes = texts("<name=AxB...>", "shapes of made-up inputs, where the model leaves them open", { fallback: [] });
const measuring = {
	provider: textOr("cpu", "<name>", "what runs the model: cpu, cuda, tensorrt, webgpu, wasm"),
	batch: textOr("1", "<sizes>", "batch sizes, separated by commas"),
	threads: textOr("1", "<numbers>", "threads per operator, separated by commas"),
	rate: text("<numbers>", "requests per second, sent at random moments; without it, each run follows the last"),
	budget: textOr("20s", "<time>", "time to spend on measuring"),
	shape: shapes,
	data: text("<npz>", "an .npz file of real inputs, one array per model input, others are left alone; without it, inputs are generated"),
	json
};
function benchmarkSettings(given) {
	const { provider, batch, threads, rate, budget, shape, data } = given;
	return {
		scenarios: [{
			provider,
			batch: numbers(batch, "--batch"),
			threads: numbers(threads, "--threads"),
			...rate === void 0 ? {} : { rate: numbers(rate, "--rate") }
		}],
		budget,
		shapes: shapesOf(shape),
		...data === void 0 ? {} : { data: "eval" }
	};
}
function shapesOf(shape) {
	return Object.fromEntries(shape.map(shapeOf));
}
function dataOf({ data }, label) {
	return data === void 0 ? void 0 : { eval: {
		from: data,
		...label === void 0 ? {} : { label }
	} };
}
function numbers(text, argument) {
	return text.split(",").map((word) => {
		if (/^\d+$/.test(word.trim())) return Number(word);
		throw entryError("argument-wrong", {
			argument: `${argument} ${text}`,
			expected: "whole numbers separated by commas"
		});
	});
}
const bench = defineCommand({
	name: "bench",
	summary: "Measure how fast a model is: fresh processes, raw samples kept.",
	arguments: { model: one("an ONNX file") },
	options: measuring,
	examples: ["airworthy bench model.onnx --batch 1,32 --budget 10s"],
	async run(entry, given) {
		const { runOnModels, printProblems } = await import("./chunks/entry-cli-run-pipeline.js");
		const { speedLines } = await import("./chunks/entry-cli-bench-text.js");
		const report = await runOnModels(entry, {
			candidate: given.model,
			data: dataOf(given),
			stages: { benchmark: benchmarkSettings(given) }
		}, given.json);
		if (report.measurements === void 0) return printProblems(entry, report, given.json);
		if (!given.json) entry.out(speedLines(report.measurements));
		return exitCodes.pass;
	}
});
const check = defineCommand({
	name: "check",
	summary: "Check pipeline files: every problem, with line and column. Runs nothing.",
	arguments: { pipeline: oneOrMore("pipeline files") },
	options: {
		input,
		json
	},
	examples: ["airworthy check airworthy.yml"],
	async run({ world, out }, given) {
		const { load } = await import("./chunks/pipelines.js");
		const inputs = inputsOf(given.input);
		const problems = [];
		for (const file of given.pipeline) try {
			const pipeline = await load(file, world, { inputs });
			out(given.json ? soundJson(pipeline) : soundText(pipeline, file));
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			problems.push(...thrown.problems);
		}
		const [first, ...others] = problems;
		if (first !== void 0) throw new UserError([first, ...others]);
		return exitCodes.pass;
	}
});
function soundText({ stages }, file) {
	return `\u2713 ${terminalText(file)}: ${stages.length} ${stages.length === 1 ? "stage" : "stages"} (${stages.map(({ name }) => name).join(", ")})\n`;
}
function soundJson({ file, name, stages }) {
	return jsonText({
		file,
		pipeline: name,
		stages: stages.map((stage) => stage.name),
		sound: true
	});
}
const compare = defineCommand({
	name: "compare",
	summary: "Compare two models by interleaved measurements: exit 0 when the candidate is not worse, 1 when it is or its interface breaks callers, 3 when the result is inconclusive.",
	arguments: {
		production: one("the ONNX file that serves today"),
		candidate: one("the candidate ONNX file")
	},
	options: {
		...measuring,
		label: text("<array>", "the array of labels in the data: compares accuracy too, unless a metric of quality is named"),
		metric: texts("<name=margin...>", "what to compare and how much worse is acceptable", { fallback: ["latency.p50=3%", "size=5%"] }),
		outputsDiffer: flag("the outputs are meant to differ: without it, outputs that are not alike on the same inputs are inconclusive, unless a metric of quality is named"),
		html: text("<file>", "write the report as a page")
	},
	examples: ["airworthy compare old.onnx new.onnx --metric latency.p50=3% size=5%"],
	async run(entry, given) {
		const { reportText, runOnModels } = await import("./chunks/entry-cli-run-pipeline.js");
		const { metrics, quality } = await metricsOf(given.metric, given.label);
		const report = await runOnModels(entry, {
			candidate: given.candidate,
			production: given.production,
			data: dataOf(given, given.label),
			stages: {
				benchmark: {
					...benchmarkSettings(given),
					outputs: !quality
				},
				compare: {
					metrics,
					interface: "kept",
					outputs: quality || given.outputsDiffer ? "stated" : "alike"
				},
				gate: {}
			}
		}, given.json);
		if (!given.json) entry.out(reportText(entry, report));
		const page = report.files["html"];
		if (given.html !== void 0 && page !== void 0) await entry.world.files.copy(page, path.resolve(entry.world.cwd, given.html));
		return report.exitCode;
	}
});
async function metricsOf(pairs, label) {
	const { isQuality, metricNamed } = await import("./chunks/pipelines.js");
	const metrics = pairs.map(metricOf);
	const doubled = metrics.findIndex(([name], at) => metrics.findIndex(([other]) => other === name) < at);
	if (doubled >= 0) throw entryError("argument-wrong", {
		argument: `--metric ${pairs[doubled]}`,
		expected: `each metric once, and ${metrics[doubled]?.[0]} is named before`
	});
	const judgesQuality = metrics.some(([name]) => isQuality(metricNamed(name)));
	const usual = label === void 0 || judgesQuality ? {} : { accuracy: {} };
	return {
		metrics: {
			...Object.fromEntries(metrics),
			...usual
		},
		quality: judgesQuality || label !== void 0
	};
}
function metricOf(pair) {
	const [, name = pair, margin] = /^([^=[]+(?:\[[^\]]*\])?)(?:=(.*))?$/.exec(pair) ?? [];
	return [name, margin === void 0 ? {} : { margin }];
}
const diff = defineCommand({
	name: "diff",
	summary: "Show how two models differ: interface, graph and weights. Runs nothing.",
	arguments: {
		before: one("an ONNX file"),
		after: one("the candidate ONNX file")
	},
	options: {
		failOn: text("<class>", "exit 1 on a difference of this class or worse: breaking, additive or any"),
		json
	},
	examples: ["airworthy diff old.onnx new.onnx", "airworthy diff old.onnx new.onnx --fail-on breaking"],
	async run({ world: { cwd, files }, out, width }, given) {
		const { diffModels } = await import("./chunks/onnx-diff.js");
		const { wholeModel } = await import("./chunks/entry-cli-whole-model.js");
		const { diffLines } = await import("./chunks/entry-cli-diff-text.js");
		const fails = given.failOn === void 0 ? () => false : failureNamed(given.failOn);
		const before = await wholeModel(path.resolve(cwd, given.before), "production", files);
		const after = await wholeModel(path.resolve(cwd, given.after), "candidate", files);
		const diff = files.maskedValue(diffModels(before.model, after.model));
		out(given.json ? jsonText(diff, 2) : diffLines(diff, width));
		return fails(diff) ? exitCodes.fail : exitCodes.pass;
	}
});
const failures = {
	breaking: (diff) => diff.interface.class === "breaking",
	additive: (diff) => diff.interface.class !== "compatible",
	any: (diff) => !diff.same
};
function failureNamed(name) {
	const failure = ownValue(failures, name);
	if (failure !== void 0) return failure;
	throw entryError("argument-wrong", {
		argument: `--fail-on ${name}`,
		expected: `one of ${Object.keys(failures).join(", ")}`
	});
}
const init = defineCommand({
	name: "init",
	summary: "Write a starter pipeline and workflow for a model, and create the ledger of its registry.",
	arguments: { model: one("an ONNX file") },
	options: {
		force: flag("overwrite existing files"),
		json
	},
	examples: ["airworthy init models/digits.onnx"],
	async run(entry, given) {
		const { world, out, err, command } = entry;
		const place = await placeOf(world);
		const { remote } = place;
		const texts = await startersFor(given.model, place, world);
		await writeAll(texts, world, given.force);
		const written = Object.keys(texts);
		const { ledger, problems } = await ledgerFor(place, world, callContextOf(entry));
		const isWhole = problems.length === 0;
		const next = isWhole ? `${command} run ${pipelineFile}` : `${command} registry init ${pipelineFile}`;
		const remains = `${written.join(" and ")} ${written.length === 1 ? "is" : "are"} written, and the ledger is not there yet: once that is put right, \`${next}\` creates it.`;
		const exitCode = isWhole ? exitCodes.pass : exitCodes.input;
		if (given.json) {
			out(jsonText({
				written,
				ledger: ledger?.describe,
				next,
				problems,
				...isWhole ? {} : { remains }
			}));
			return exitCode;
		}
		for (const name of written) out(`\u2713 wrote ${terminalText(name)}\n`);
		if (ledger !== void 0) out(`\u2713 ${ledger.created ? "created" : "found"} the ledger: ${terminalText(ledger.describe)}\n`);
		if (!isWhole) {
			err(problemLines(problems));
			err(`! ${terminalText(remains)}\n`);
			return exitCode;
		}
		if (remote === void 0) err("! There is no remote `origin`: CI will not see this ledger. Once there is one, add `remote: origin` to the registry, and push the branch airworthy/ledger.\n");
		out(`Next: ${next}\n`);
		return exitCode;
	}
});
const pipelineFile = "airworthy.yml";
async function startersFor(model, place, world) {
	const { readModel } = await import("./chunks/onnx-format.js");
	const { summarize } = await import("./chunks/onnx-graph-facade.js");
	const { pipelineError } = await import("./chunks/pipelines.js");
	const { starterPipeline, starterWorkflow } = await import("./chunks/entry-cli-init-starter.js");
	const file = path.resolve(world.cwd, model);
	if (await world.files.size(file) === void 0) throw pipelineError("model-missing", {
		role: "candidate",
		path: file
	});
	const source = await world.files.open(file);
	const summary = summarize(readModel(source, path.basename(file)), source.length);
	const relative = path.relative(world.cwd, file).split(path.sep).join("/");
	return {
		[pipelineFile]: starterPipeline(relative, summary, place),
		[await workflowFile(place, world)]: starterWorkflow(version, place.folder)
	};
}
async function writeAll(texts, { files, cwd }, force) {
	for (const name of Object.keys(texts)) {
		const file = path.join(cwd, name);
		if (force || !await files.exists(file)) continue;
		const hasPipeline = await files.exists(path.join(cwd, pipelineFile));
		throw entryError("init-exists", {
			path: file,
			pipeline: hasPipeline ? pipelineFile : void 0
		});
	}
	for (const [name, text] of Object.entries(texts).reverse()) await files.write(path.join(cwd, name), new TextEncoder().encode(text));
}
async function ledgerFor(place, world, context) {
	const { createLedger } = await import("./chunks/registry-facade.js");
	const { registryAt } = await import("./chunks/entry-cli-init-starter.js");
	try {
		const { ledger, created } = await createLedger({ ...registryAt(place) }, {
			folder: world.cwd,
			runFolder: world.cwd
		}, world, context);
		return {
			ledger: {
				describe: ledger.describe,
				created
			},
			problems: []
		};
	} catch (thrown) {
		if (thrown instanceof UserError) return { problems: thrown.problems };
		throw thrown;
	}
}
async function placeOf(world) {
	const [top = world.cwd] = await checkoutsAround(world.cwd, world.files);
	return {
		top,
		folder: path.relative(top, world.cwd).split(path.sep).join("/"),
		remote: await remoteOf(world)
	};
}
async function workflowFile({ top, folder }, { cwd, files }) {
	const { isOf, nameFrom } = await import("./chunks/entry-cli-init-starter.js");
	const named = (name) => path.join(top, ".github", "workflows", name);
	const usual = named("airworthy.yml");
	const file = folder !== "" && await files.exists(usual) && !isOf(folder, await files.readText(usual)) ? named(`airworthy-${nameFrom(folder) || "model"}.yml`) : usual;
	return path.relative(cwd, file).split(path.sep).join("/");
}
async function remoteOf(world) {
	const asked = await world.processes.run("git", ["remote"], { cwd: world.cwd }).catch(() => void 0);
	return asked?.code === 0 && asked.stdout.split("\n").includes("origin") ? "origin" : void 0;
}
const inspect = defineCommand({
	name: "inspect",
	summary: "Describe a model: interface, operators, sizes, FLOPs, bytes, and which provider runs each node.",
	arguments: { model: one("an ONNX file") },
	options: {
		shape: texts("<name=dims...>", "dims of an input, such as x=1x3x224x224", {
			fallback: [],
			fallbackText: "as declared"
		}),
		device: text("<device>", "a lower bound of the run time on a100, h100, l4, t4, m1-gpu, raspberry-pi-5 or peak=\u2026,bandwidth=\u2026"),
		provider: text("<names>", "run the model once on each provider and show which nodes it ran, such as cpu,webgpu"),
		top: textOr("5", "<n>", "rows of each table"),
		json
	},
	examples: ["airworthy inspect model.onnx", "airworthy inspect model.onnx --shape x=1x3x224x224 --device peak=2.0TFLOPS,bandwidth=50GB/s"],
	async run(entry, given) {
		const { inspectModel } = await import("./chunks/entry-cli-inspect-inspect-model.js");
		const { inspectionLines } = await import("./chunks/entry-cli-inspect-text.js");
		const asked = await askedBy(given);
		const view = {
			top: topOf(given.top),
			width: entry.width
		};
		const found = await inspectModel(entry, path.resolve(entry.world.cwd, given.model), asked);
		const inspected = entry.world.files.maskedValue(found);
		entry.out(given.json ? jsonText(inspected, 2) : inspectionLines(inspected, given.model, view));
		return exitCodes.pass;
	}
});
async function askedBy({ shape, device, provider }) {
	const { findProvider } = await import("./chunks/workers.js");
	const { deviceOf } = await import("./chunks/entry-cli-inspect-device.js");
	return {
		shapes: new Map(shape.map(shapeOf)),
		device: device === void 0 ? void 0 : deviceOf(device),
		providers: (provider?.split(",") ?? []).map((name) => findProvider(name.trim()).name)
	};
}
function topOf(text) {
	if (/^[1-9]\d*$/.test(text)) return Number(text);
	throw entryError("argument-wrong", {
		argument: `--top ${text}`,
		expected: "a whole number from 1 on"
	});
}
const ledgerVerify = defineCommand({
	name: "ledger verify",
	summary: "Check that no entry of the ledger was changed, taken out or put in: each is chained to those before it, and follows the rules. Exit 0 when that holds, 1 when it does not, 3 when no entry is chained, so that nothing can tell.",
	arguments: { pipeline: oneOrNone("the pipeline file, airworthy.yml unless it is named") },
	options: {
		contains: text("<end>", "an end that was printed before: exit 1 unless the ledger goes on from there"),
		input,
		json
	},
	examples: ["airworthy ledger verify", "airworthy ledger verify airworthy.yml --contains 5feceb66ffc86f38"],
	async run(entry, given) {
		const { world, out } = entry;
		const contains = given.contains === void 0 ? void 0 : endOf(given.contains);
		const { load } = await import("./chunks/pipelines.js");
		const { notCreated, readRegistry, registryPlace } = await import("./chunks/pipeline-registry.js");
		const pipeline = await load(given.pipeline ?? "airworthy.yml", world, { inputs: inputsOf(given.input) });
		const found = await readRegistry(pipeline, world, callContextOf(entry), { whole: true }).then((read) => {
			if (read.entries.length === 0) throw notCreated(read.describe, pipeline, world);
			return verified(read, contains);
		}, (thrown) => damaged(thrown, registryPlace(pipeline, world)));
		out(given.json ? jsonText(found) : verifiedLines(found));
		return exitCodes[found.outcome];
	}
});
function endOf(given) {
	if (/^[0-9a-f]{12,64}$/i.test(given)) return given.toLowerCase();
	throw entryError("argument-wrong", {
		argument: `--contains ${given}`,
		expected: "at least the first 12 digits of an end that `airworthy ledger verify` has printed"
	});
}
async function verified({ describe: ledger, entries, remarks }, contains) {
	const { brokenRules } = await import("./chunks/registry-facade.js");
	const holds = contains === void 0 || entries.some(({ chain }) => chain?.startsWith(contains));
	const broken = [
		...remarks,
		...brokenRules(entries).map(({ entry, why }) => `Entry ${entry} breaks a rule: ${why}`),
		...holds ? [] : [`It does not hold the end ${contains}: entries were cut off or replaced since that was printed.`]
	];
	const chained = entries.filter(({ chain }) => chain !== void 0).length;
	return {
		outcome: broken.length > 0 ? "fail" : chained === 0 ? "inconclusive" : "pass",
		ledger,
		entries: entries.length,
		chained,
		end: entries.at(-1)?.chain,
		problems: [],
		broken
	};
}
function damaged(thrown, ledger) {
	if (!(thrown instanceof UserError) || !isLedgerDamage(thrown.code)) throw thrown;
	return {
		outcome: "fail",
		ledger,
		entries: void 0,
		chained: void 0,
		end: void 0,
		problems: thrown.problems,
		broken: []
	};
}
function verifiedLines({ outcome, ledger, entries = 0, chained = 0, end, problems, broken }) {
	const count = `${entries} ${entries === 1 ? "entry" : "entries"}`;
	const lines = {
		pass: [`\u2713 ${ledger}: ${count}, ${entries === 1 ? "" : "each "}as it was recorded`],
		fail: [
			`\u2717 ${ledger}${entries === 0 ? "" : `: ${count}`}`,
			...problems.flatMap(({ code, message, hint }) => [`  ${message} (${code})`, `  ${hint}`]),
			...broken.map((line) => `  ${line}`)
		],
		inconclusive: [`? ${ledger}: ${count}, none of which is chained`, "  Earlier versions of Airworthy wrote them without a chain, or somebody took it out: nothing here can tell."]
	}[outcome];
	const older = outcome === "pass" && chained < entries ? [`  ${entries - chained} of them are older than the chain: the first chained entry covers them.`] : [];
	return [
		...lines,
		...older,
		...end === void 0 ? [] : [`  end ${end}`]
	].map((line) => `${line.startsWith(" ") ? "  " : ""}${terminalText(line.trimStart())}\n`).join("");
}
const merge = defineCommand({
	name: "merge",
	summary: "Merge the shards of a benchmark and continue the pipeline: compare, gate, release, rollout.",
	arguments: {
		pipeline: one("the pipeline file"),
		shards: oneOrMore("the shard.json files, or folders that hold them")
	},
	options: {
		dryRun: flag("stop before anything outside is touched: no tag, no traffic, no hook"),
		input,
		json
	},
	examples: ["airworthy merge airworthy.yml shards/", "airworthy run --resume   # when it was interrupted"],
	async run(entry, given) {
		const { loadAllowed } = await import("./chunks/entry-base.js");
		const { readShards } = await import("./chunks/pipeline-shard-file.js");
		const { runAndPrint } = await import("./chunks/entry-cli-run-pipeline.js");
		const inputs = inputsOf(given.input);
		const pipeline = await loadAllowed(given.pipeline, entry.world, { inputs });
		const merge = await readShards(given.shards, entry.world);
		return runAndPrint(entry, pipeline, {
			inputs,
			dryRun: given.dryRun,
			merge
		}, given.json);
	}
});
const optimize = defineCommand({
	name: "optimize",
	summary: "Write an optimised copy of a model, checked against the original.",
	arguments: { model: one("an ONNX file") },
	options: {
		out: neededText("<file>", "where to write the optimised model", { short: "-o" }),
		variant: text("<name>", "the variant to make (see Variants in docs/stages.md); default: the first one"),
		level: textOr("basic", "<level>", "basic (portable) or extended (CPU and CUDA kernels)"),
		json
	},
	examples: ["airworthy optimize model.onnx --out model.optimised.onnx"],
	async run(entry, { model, out, variant, level, json }) {
		const { runOnModels, printProblems } = await import("./chunks/entry-cli-run-pipeline.js");
		const { homeOf } = await import("./chunks/pipeline-home.js");
		const { storeOf } = await import("./chunks/pipeline-store.js");
		const { writeStoredModel } = await import("./chunks/entry-cli-write-model.js");
		const { world } = entry;
		const report = await runOnModels(entry, {
			candidate: model,
			stages: { optimize: {
				...variant === void 0 ? {} : { variants: [variant] },
				level
			} }
		}, json);
		if (report.variants === void 0) return printProblems(entry, report, json);
		const store = storeOf(await homeOf(world), world);
		await writeStoredModel(report.variants.chosen.model, path.resolve(world.cwd, out), store, world.files);
		if (!json) entry.out(writtenText(report.variants, out));
		return exitCodes.pass;
	}
});
function writtenText({ chosen, variants }, out) {
	const lines = variants.map((variant) => `${variant.kept ? "\u2713" : "-"} ${variant.id}: ${variant.why}\n`);
	const [model, ...beside] = chosen.model.files ?? [chosen.model];
	const weights = beside.map(({ name, bytes }) => `, and beside it ${name}: ${bytes} bytes`).join("");
	return `${lines.join("")}Wrote ${out}: ${chosen.id}, ${model?.bytes ?? chosen.model.bytes} bytes${weights}.\n`;
}
const plan = defineCommand({
	name: "plan",
	summary: "Print what a run would do: stages, what is cached, what each may touch, how long it takes. Touches nothing.",
	arguments: { pipeline: one("the pipeline file") },
	options: {
		graph: flag("print a Mermaid flowchart"),
		matrix: flag("print the matrix of a workflow: one job for each shard of the benchmark's scenarios"),
		defaultRunner: textOr("ubuntu-latest", "<labels>", "with --matrix: where scenarios without `runner:` are measured, labels separated by commas"),
		fresh: flag("plan as if no result were cached"),
		dryRun: flag("plan a dry run: skip stages that touch anything outside"),
		input,
		json
	},
	examples: ["airworthy plan airworthy.yml --graph", "airworthy plan airworthy.yml --matrix --default-runner self-hosted,quiet"],
	async run(entry, given) {
		const { world, out } = entry;
		const { loadAllowed } = await import("./chunks/entry-base.js");
		const pipeline = await loadAllowed(given.pipeline, world, { inputs: inputsOf(given.input) });
		if (given.matrix) {
			const { matrixOf } = await import("./chunks/pipeline-matrix.js");
			out(jsonText(matrixOf(pipeline, await runnerOf(given.defaultRunner), world.files.masked)));
			return exitCodes.pass;
		}
		const { plan } = await import("./chunks/pipeline-plan.js");
		const { mermaid, planLines } = await import("./chunks/entry-cli-plan-text.js");
		const options = {
			fresh: given.fresh,
			dryRun: given.dryRun,
			...callContextOf(entry)
		};
		const planned = world.files.maskedValue(await plan(pipeline, world, options));
		if (given.json) out(jsonText(planned, 2));
		else out(given.graph ? mermaid(planned) : planLines(planned));
		return exitCodes.pass;
	}
});
async function runnerOf(text) {
	const { runnerLabels } = await import("./chunks/pipelines.js");
	const labels = runnerLabels.safeParse(text.split(",").map((label) => label.trim()));
	if (labels.success) return labels.data;
	const argument = `--default-runner ${text}`;
	throw entryError("argument-wrong", {
		argument,
		expected: "labels separated by commas, such as self-hosted,quiet"
	});
}
const planAb = defineCommand({
	name: "plan-ab",
	summary: "Plan an A/B test: how many users and days it takes, and how likely each verdict is.",
	arguments: {},
	options: {
		baseline: text("<rate>", "the rate of production, such as 5%"),
		mean: text("<number>", "production's mean, instead of --baseline; needs --deviation"),
		deviation: text("<number>", "the standard deviation between users; needs --mean"),
		margin: neededText("<margin>", "how much worse is acceptable, or how much better you want to show: 0.5pp, 3% or 0.2"),
		claim: textOr("not-worse", "<claim>", "not-worse or better"),
		hoped: text("<change>", "how much better you hope it is: a test for not-worse then takes fewer users"),
		lowerIsBetter: flag("a lower rate or mean is better"),
		power: textOr("90%", "<share>", "the probability of a pass to plan for"),
		alpha: textOr("1%", "<share>", "how often a verdict may be wrong, each way"),
		traffic: text("<users>", "users per day"),
		share: textOr("50%", "<share>", "share of users who get the candidate"),
		looks: textOr("5", "<number>", "number of looks in a sequential test"),
		json
	},
	examples: ["airworthy plan-ab --baseline 5% --margin 0.5pp --traffic 5000"],
	async run({ out, width, ascii }, given) {
		const { planOf } = await import("./chunks/entry-cli-plan-ab-plan.js");
		const { questionOf } = await import("./chunks/entry-cli-plan-ab-question.js");
		const { planAbText } = await import("./chunks/entry-cli-plan-ab-text.js");
		const { asciiOnly } = await import("./chunks/report-words.js");
		const plan = planOf(questionOf(given));
		if (given.json) out(jsonText(plan, 2));
		else out(ascii ? asciiOnly(planAbText(plan, width)) : planAbText(plan, width));
		return exitCodes.pass;
	}
});
const registryInit = defineCommand({
	name: "registry init",
	summary: "Create the ledger of a pipeline's registry, once; one that is there stays as it is.",
	arguments: { pipeline: oneOrNone("the pipeline file, airworthy.yml unless it is named") },
	options: {
		input,
		json
	},
	examples: ["airworthy registry init airworthy.yml"],
	async run(entry, given) {
		const { world, out } = entry;
		const { load } = await import("./chunks/pipelines.js");
		const { createRegistry } = await import("./chunks/pipeline-registry.js");
		const { ledger, created } = await createRegistry(await load(given.pipeline ?? "airworthy.yml", world, { inputs: inputsOf(given.input) }), world, callContextOf(entry));
		const entries = (await ledger.read({})).length;
		if (given.json) out(jsonText({
			ledger: ledger.describe,
			created,
			entries
		}));
		else if (created) out(`\u2713 created the ledger: ${terminalText(ledger.describe)}\n`);
		else out(`The ledger is there already, with ${entries} ${entries === 1 ? "entry" : "entries"}: ${terminalText(ledger.describe)}\n`);
		return exitCodes.pass;
	}
});
const report = defineCommand({
	name: "report",
	summary: "Show the report of a run again.",
	arguments: { run: oneOrNone("a run id, or the folder of a run; default: the latest run") },
	options: {
		format: textOr("text", "<name>", "text, markdown, json or html"),
		json: flag("the same as --format json", { implies: { format: "json" } }),
		out: text("<file>", "write it to a file", { short: "-o" })
	},
	examples: ["airworthy report --format markdown --out report.md"],
	async run(entry, given) {
		const { formats, renderTerminal } = await import("./chunks/report.js");
		const format = formats.find((each) => each.name === given.format);
		if (format === void 0) throw entryError("report-format-unknown", {
			name: given.format,
			valid: formats.map((each) => each.name)
		});
		const { report: recorded, remark } = await recordedReport(entry.world, given.run);
		if (remark !== void 0) entry.err(`! ${remark}\n`);
		const text = format.name === "text" && given.out === void 0 ? renderTerminal(recorded, terminalOf(entry)) : await format.render(recorded);
		if (given.out === void 0) entry.out(text);
		else await entry.world.files.writeText(path.resolve(entry.world.cwd, given.out), text);
		return exitCodes.pass;
	}
});
const bounds = {
	text: 1e5,
	texts: 2 ** 25,
	objects: 5e4
};
async function recordedReport(world, id) {
	const folder = await runFolder(world, id);
	const file = path.join(folder, reportName);
	const kept = await keptOf(folder, world);
	if (kept !== void 0 && kept !== "damaged") await admitKept(file, kept, world);
	const report = await readReport(file, kept === "damaged" ? void 0 : kept?.runId, world);
	return {
		report: world.files.maskedValue(report),
		remark: remarkOf(file, kept)
	};
}
async function keptOf(folder, world) {
	const { keptReport } = await import("./chunks/pipeline-journal.js");
	return keptReport(folder, reportName, world).catch((thrown) => {
		if (thrown instanceof UserError && thrown.code === "line-damaged") return "damaged";
		throw thrown;
	});
}
const reportName = "report.json";
async function admitKept(file, { runId: run, digests }, world) {
	if (!await world.files.exists(file)) throw entryError("report-missing", {
		path: file,
		run
	});
	if (digests.includes(await world.files.hash(file))) return;
	const other = await readReport(file, run, world).then(({ runId }) => runId === run ? void 0 : runId, (thrown) => {
		if (digests.length === 0) throw thrown;
	});
	if (other === void 0 && digests.length === 0) return;
	const reason = other === void 0 ? "it was changed since" : `it is that of the run ${other}`;
	throw entryError("report-differs", {
		path: file,
		reason,
		run
	});
}
async function readReport(file, run, world) {
	const wrong = (reason, cause) => entryError("report-unreadable", {
		path: file,
		reason,
		run
	}, { cause });
	const { runReportSchema } = await import("./chunks/core-report.js");
	const { checkUntrusted } = await import("./chunks/core-untrusted-value.js");
	const read = checkUntrusted(runReportSchema, await readJsonFile(world.files, file, "a report", wrong), bounds);
	if ("reason" in read) throw wrong(read.reason);
	return read.value;
}
function remarkOf(file, kept) {
	if (kept === "damaged") return `The journal beside ${file} is damaged, so nothing tells whether the report was changed.`;
	if (kept === void 0) return `No journal lies beside ${file}, so nothing tells whether the report was changed.`;
	if (kept.digests.length > 0) return void 0;
	return `The journal of the run has no digest of ${file}, so nothing tells whether the report was changed. Earlier versions kept none.`;
}
async function runFolder(world, run) {
	if (run !== void 0 && /[\\/]/.test(run)) return path.resolve(world.cwd, run);
	const [{ homeOf }, { findRun }, { unsealed }] = await Promise.all([
		import("./chunks/pipeline-home.js"),
		import("./chunks/pipeline-journal.js"),
		import("./chunks/pipeline-seals.js")
	]);
	const home = await homeOf(world);
	const { runId } = await findRun({
		...home,
		seals: unsealed
	}, world, { runId: run });
	return path.join(home.runs, runId);
}
const run = defineCommand({
	name: "run",
	summary: "Run a pipeline.",
	arguments: { pipeline: oneOrNone("the pipeline file") },
	options: {
		resume: flag("resume the latest run of this pipeline, or of any pipeline if no file is given"),
		run: text("<id>", "resume the run with this id"),
		fresh: flag("ignore cached results; earlier measurements are kept, and inconclusive ones are extended"),
		dryRun: flag("stop before anything outside is touched: no tag, no traffic, no hook"),
		override: text("<reason>", "let a candidate pass that the gate stopped; the reason and the name go to the ledger"),
		by: text("<name>", "who takes responsibility for --override"),
		shard: text("<name>", "measure one shard of the benchmark and stop; plan --matrix lists the shards", { conflicts: ["resume", "run"] }),
		input,
		json
	},
	examples: [
		"airworthy run airworthy.yml",
		"airworthy run --resume",
		"airworthy run --resume --override \"hotfix for the outage\" --by \"Ada Lovelace\""
	],
	async run(entry, given) {
		const { runAndPrint } = await import("./chunks/entry-cli-run-pipeline.js");
		const { pipeline, inputs, resume } = await chosen(entry, {
			...given,
			inputs: inputsOf(given.input)
		});
		const { fresh, dryRun, shard } = given;
		return runAndPrint(entry, pipeline, {
			resume,
			inputs,
			fresh,
			dryRun,
			shard,
			override: overrideOf(given)
		}, given.json);
	}
});
async function chosen({ world }, { pipeline: file, resume, run: runId, inputs }) {
	const { loadAllowed } = await import("./chunks/entry-base.js");
	if (!resume && runId === void 0) {
		if (file === void 0) throw entryError("argument-missing", {
			argument: "PIPELINE",
			command: "run"
		});
		return {
			pipeline: await loadAllowed(file, world, { inputs }),
			inputs,
			resume: void 0
		};
	}
	const { homeOf } = await import("./chunks/pipeline-home.js");
	const { findRun } = await import("./chunks/pipeline-journal.js");
	const absolute = file === void 0 ? void 0 : (await loadAllowed(file, world, { inputs })).file;
	const started = await findRun(await homeOf(world), world, {
		runId,
		file: absolute
	});
	const all = {
		...started.inputs,
		...inputs
	};
	return {
		pipeline: await loadAllowed(started.file, world, { inputs: all }),
		inputs: all,
		resume: started.runId
	};
}
function overrideOf(given) {
	const { override: reason = "", by = "" } = given;
	return reason === "" && by === "" ? void 0 : {
		by,
		reason
	};
}
const validate = defineCommand({
	name: "validate",
	summary: "Check a model: exit 0 when it is sound, 1 when something is wrong with it, 2 when it cannot be read, 3 when a check could not be made.",
	arguments: { model: one("an ONNX file") },
	options: {
		production: text("<model>", "compare its interface with this model"),
		checks: texts("<names...>", "the checks to make", { fallbackText: "graph interface safety runs determinism" }),
		data: text("<npz>", "an .npz file of real inputs to run it on, one array per model input, others are left alone; else inputs are made up"),
		golden: text("<npz>", "an .npz file of inputs and the outputs to expect of them, an array for each"),
		shape: shapes,
		json
	},
	examples: ["airworthy validate model.onnx", "airworthy validate model.onnx --checks graph interface safety"],
	async run(entry, given) {
		const { runOnModels, printProblems } = await import("./chunks/entry-cli-run-pipeline.js");
		const { model, production, checks, golden, shape, json } = given;
		const settings = {
			...checks.length === 0 ? {} : { checks },
			...golden === void 0 ? {} : { golden: { from: golden } },
			...given.data === void 0 ? {} : { data: "eval" },
			shapes: shapesOf(shape)
		};
		const report = await runOnModels(entry, {
			candidate: model,
			production,
			data: dataOf(given),
			stages: { validate: settings }
		}, json);
		if (report.validation === void 0) return printProblems(entry, report, json);
		if (!json) entry.out(validationText(report.validation, model));
		return report.exitCode;
	}
});
function validationText({ checks }, model) {
	const findings = checks.flatMap((check) => check.findings);
	const errors = findings.filter((finding) => finding.severity === "error").length;
	const [open, made] = [true, false].map((unchecked) => checks.filter(({ verdict }) => verdict === "not-checked" === unchecked).map(checkWords).join(", "));
	const name = terminalText(model);
	const head = errors > 0 ? `\u2717 ${name}: ${errors} ${errors === 1 ? "error" : "errors"}` : open === "" ? `\u2713 ${name} is sound` : `? ${name} is not known to be sound`;
	const parts = [open === "" ? "" : `not checked: ${open}`, made === "" ? "" : `checked: ${made}`];
	return `${findingLines(findings)}${head} (${parts.filter((part) => part !== "").join("; ")}).\n`;
}
function findingLines(findings) {
	return findings.map((finding) => `${finding.severity}[${finding.code}] ${finding.where}: ${finding.message}\n  ${finding.hint}`).map((text) => `${text.split("\n").map(terminalText).join("\n")}\n`).join("");
}
const verify = defineCommand({
	name: "verify",
	summary: "Recompute every verdict and the decision of an evidence file from its raw samples, and look for it in the ledger: exit 0 when they are the same, 1 when they differ or there is nothing to recompute, 3 when a part cannot be recomputed.",
	arguments: { evidence: one("an evidence.json") },
	options: {
		pipeline: text("<file>", "the pipeline whose ledger is asked; airworthy.yml where there is one"),
		input,
		recorded: flag("also exit 1 when the ledger does not name the evidence, or cannot be asked"),
		json
	},
	examples: ["airworthy verify .airworthy/runs/RUN/evidence.json", "airworthy verify evidence.json --pipeline airworthy.yml --recorded"],
	async run(entry, given) {
		const { world, out } = entry;
		const { verifyEvidence } = await import("./chunks/entry-verify.js");
		const file = path.resolve(world.cwd, given.evidence);
		const verified = verifyEvidence(await readJsonFile(world.files, file, "evidence", (reason, cause) => verdictError("evidence-wrong", {
			path: file,
			reason
		}, { cause })), file);
		const asked = await askLedger(verified, entry, {
			file: given.pipeline,
			inputs: inputsOf(given.input)
		});
		const differences = [
			...verified.differences,
			...await asWritten(world, file, verified),
			..."differences" in asked ? asked.differences : [],
			...given.recorded ? notNamed(asked) : []
		];
		const outcome = differences.length > 0 ? "fail" : verified.unchecked.length > 0 ? "inconclusive" : "pass";
		const result = {
			...verified,
			outcome,
			same: differences.length === 0,
			differences,
			ledger: asked
		};
		if (given.json) out(jsonText(result, 2));
		else {
			const { verifiedText } = await import("./chunks/entry-cli-verify-text.js");
			out(verifiedText(result));
		}
		return exitCodes[outcome];
	}
});
async function asWritten({ files }, file, { digests }) {
	if (await files.hash(file) === digests.evidence) return [];
	return ["The file is not as Airworthy writes it: other spaces, another order, or a member twice. Its digest is not that of what it says."];
}
function notNamed(asked) {
	if ("notAsked" in asked) return [`The ledger was not asked: ${asked.notAsked}`];
	return asked.named.length > 0 ? [] : ["The ledger does not name it."];
}
async function askLedger(verified, entry, { file, inputs }) {
	const { world } = entry;
	const usual = "airworthy.yml";
	if (file === void 0 && !await world.files.exists(path.resolve(world.cwd, usual))) return { notAsked: `there is no ${usual} here; name the pipeline with --pipeline.` };
	const { load } = await import("./chunks/pipelines.js");
	const { readRegistry } = await import("./chunks/pipeline-registry.js");
	const { recordedIn } = await import("./chunks/entry-verify.js");
	try {
		const { describe, entries } = await readRegistry(await load(file ?? usual, world, { inputs }), world, callContextOf(entry));
		return {
			ledger: describe,
			...recordedIn(entries, verified)
		};
	} catch (thrown) {
		if (file !== void 0 || !(thrown instanceof UserError) || isLedgerDamage(thrown.code)) throw thrown;
		return { notAsked: messageOf(thrown) };
	}
}
const commands = [
	...[
		run,
		check,
		plan,
		merge
	],
	...[
		validate,
		optimize,
		bench,
		compare,
		inspect,
		diff
	],
	...[
		verify,
		report,
		registryInit,
		ledgerVerify
	],
	...[init, planAb]
];
async function runProgram(commands, entry, argv) {
	try {
		const call = plainlyCalled(commands, argv) ?? await (await import("./chunks/entry-cli-parser.js")).parse(commands, argv, entry);
		return "exitCode" in call ? call.exitCode : await call.command.run(entry, call.values);
	} catch (thrown) {
		return tellFailure(thrown, entry, argv.includes("--json"));
	}
}
function plainlyCalled(commands, [, , ...words]) {
	const command = commands.find(({ name }) => name.split(" ").every((word, at) => word === words[at]));
	const values = command && plainCall(command, words.slice(command.name.split(" ").length));
	return command && values && {
		command,
		values
	};
}
function tellFailure(thrown, entry, json) {
	const failure = failureOf(thrown);
	const problems = entry.world.files.maskedValue(failure.problems);
	if (json) entry.out(jsonText({ problems }, 2));
	else entry.err(problemLines(problems));
	return failure.exitCode;
}
process.exitCode = await runProgram(commands, processEntry(), process.argv);
export {};
