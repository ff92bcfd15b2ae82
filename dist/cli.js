#!/usr/bin/env node
import { Command, CommanderError, Option } from "./chunks/npm-commander-esm.js";
import { exitCodes } from "./chunks/core-verdict.js";
import { version } from "./chunks/core-version.js";
import { processEntry } from "./chunks/entry-context.js";
import { failureOf, problemLines } from "./chunks/entry-failure.js";
const runCommand = () => import("./chunks/entry-cli-run-facade.js");
const checkCommand = () => import("./chunks/entry-cli-check.js");
const planCommand = () => import("./chunks/entry-cli-plan.js");
const mergeCommand = () => import("./chunks/entry-cli-merge.js");
const modelCommands = () => import("./chunks/entry-cli-model.js");
const diffCommands = () => import("./chunks/entry-cli-diff.js");
const inspectCommands = () => import("./chunks/entry-cli-inspect.js");
const reportCommands = () => import("./chunks/entry-cli-report.js");
const planAbCommand = () => import("./chunks/entry-cli-plan-ab.js");
const initCommand = () => import("./chunks/entry-cli-init.js");
const exitCodeHelp = `
Exit codes:
  0 pass · 1 the gate failed · 2 wrong input or pipeline · 3 cannot be told · 4 rolled back · 70 our bug · 130 cancelled`;
const entry = processEntry();
process.stdout.on("error", ignoreClosedPipe);
process.exitCode = await main(process.argv);
async function main(argv) {
	let exitCode = exitCodes.pass;
	const program = createProgram(entry, (code) => {
		exitCode = code;
	});
	try {
		await program.parseAsync(argv);
		return exitCode;
	} catch (thrown) {
		if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.pass : exitCodes.input;
		return tellFailure(thrown, argv.includes("--json"));
	}
}
function tellFailure(thrown, json) {
	const failure = failureOf(thrown);
	if (json) entry.out(`${JSON.stringify({ problems: failure.problems }, null, 2)}\n`);
	else entry.err(problemLines(failure.problems));
	return failure.exitCode;
}
function ignoreClosedPipe(error) {
	if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
	throw error;
}
function createProgram(at, done) {
	const program = new Command("airworthy").description("Measure a model against the version in production, gate it, version it, roll it out in steps, and take it back.").version(version).exitOverride().showHelpAfterError("Use --help for what this command takes.").showSuggestionAfterError().addHelpText("after", exitCodeHelp);
	const json = new Option("--json", "print one JSON value instead of text");
	const input = new Option("--input <name=value...>", "values for the pipeline's inputs");
	program.command("run").description("Run a pipeline.").argument("[pipeline]", "the pipeline file").option("--resume", "go on with the latest run of this pipeline (of any, without a file)").option("--run <id>", "go on with the run of this id").option("--fresh", "leave cached results aside; what was measured is kept, and added to where it settled nothing").option("--dry-run", "stop before anything outside is touched: no tag, no traffic, no hook").option("--override <reason>", "let a candidate through that the gate stops; the ledger keeps the reason and the name").option("--by <name>", "who takes the responsibility for --override").addOption(new Option("--shard <name>", "measure one shard of the benchmark, and stop: see plan --matrix").conflicts(["resume", "run"])).addOption(input).addOption(json).addHelpText("after", "\nExample:\n  $ airworthy run airworthy.yml\n  $ airworthy run --resume\n  $ airworthy run --resume --override \"hotfix for the outage\" --by \"Ada Lovelace\"").action(async (file, options) => done(await (await runCommand()).runCommand(at, file, options)));
	program.command("check").description("Check pipeline files: every problem, with line and column. Runs nothing.").argument("<pipeline...>", "pipeline files").addOption(input).addOption(json).addHelpText("after", "\nExample:\n  $ airworthy check airworthy.yml").action(async (files, options) => done(await (await checkCommand()).checkCommand(at, files, options)));
	program.command("plan").description("Print what a run would do: stages, what is cached, what each may touch, how long it takes. Touches nothing.").argument("<pipeline>", "the pipeline file").option("--graph", "print a Mermaid flowchart").option("--matrix", "print the matrix of a workflow: one job for each shard of the benchmark's scenarios").option("--default-runner <labels>", "with --matrix: where scenarios without `runner:` are measured, labels separated by commas", "ubuntu-latest").option("--fresh", "as for run").option("--dry-run", "as for run").addOption(input).addOption(json).addHelpText("after", "\nExample:\n  $ airworthy plan airworthy.yml --graph\n  $ airworthy plan airworthy.yml --matrix --default-runner self-hosted,quiet").action(async (file, options) => done(await (await planCommand()).planCommand(at, file, options)));
	program.command("merge").description("Join what all shards of a benchmark measured, and go on with the pipeline: compare, gate, release, rollout.").argument("<pipeline>", "the pipeline file").argument("<shards...>", "the shard.json files, or folders that hold them").option("--dry-run", "as for run").addOption(input).addOption(json).addHelpText("after", "\nExample:\n  $ airworthy merge airworthy.yml shards/\n  $ airworthy run --resume   # when it was interrupted").action(async (file, shards, options) => done(await (await mergeCommand()).mergeCommand(at, file, shards, options)));
	program.command("validate").description("Check a model: exit 0 when it is sound, 1 when something is wrong with it, 2 when it cannot be read.").argument("<model>", "an ONNX file").option("--production <model>", "compare its interface with this model").addOption(json).addHelpText("after", "\nExample:\n  $ airworthy validate model.onnx").action(async (model, options) => done(await (await modelCommands()).validateCommand(at, model, options)));
	program.command("optimize").description("Write an optimised copy of a model, checked against the original.").argument("<model>", "an ONNX file").requiredOption("-o, --out <file>", "where to write the optimised model").option("--level <level>", "basic (portable) or extended (CPU and CUDA kernels)", "basic").addOption(json).addHelpText("after", "\nExample:\n  $ airworthy optimize model.onnx --out model.optimised.onnx").action(async (model, options) => done(await (await modelCommands()).optimizeCommand(at, model, options)));
	const measuring = (command) => command.option("--provider <name>", "what runs the model: cpu, cuda, tensorrt, webgpu, wasm", "cpu").option("--batch <sizes>", "batch sizes, separated by commas", "1").option("--threads <numbers>", "threads per operator, separated by commas", "1").option("--rate <numbers>", "requests a second, sent at random moments; one run after the other otherwise").option("--budget <time>", "time to spend on measuring", "20s").option("--shape <name=AxB...>", "shapes of made-up inputs, where the model leaves them open", []).option("--data <npz>", "real inputs, as arrays named like the inputs of the model; made from its metadata otherwise").addOption(json);
	measuring(program.command("bench")).description("Measure how fast a model is: fresh processes, raw samples kept.").argument("<model>", "an ONNX file").addHelpText("after", "\nExample:\n  $ airworthy bench model.onnx --batch 1,32 --budget 10s").action(async (model, options) => done(await (await modelCommands()).benchCommand(at, model, options)));
	measuring(program.command("compare")).description("Compare two models by interleaved measurements: exit 0 when the candidate is not worse, 1 when it is, 3 when it cannot be told.").argument("<production>", "the ONNX file that serves today").argument("<candidate>", "the ONNX file that shall replace it").option("--label <array>", "the array of labels in the data: compares accuracy too, unless a metric of quality is named").option("--metric <name=margin...>", "what to compare and how much worse is acceptable", ["latency.p50=3%", "size=5%"]).option("--html <file>", "write the report as a page").addHelpText("after", "\nExample:\n  $ airworthy compare old.onnx new.onnx --metric latency.p50=3% size=5%").action(async (production, candidate, options) => done(await (await modelCommands()).compareCommand(at, production, candidate, options)));
	program.command("inspect").description("Show what a model is: interface, operators, sizes, FLOPs, bytes, and who would run it.").argument("<model>", "an ONNX file").addOption(new Option("--shape <name=dims...>", "dims of an input, such as x=1x3x224x224").default([], "as declared")).option("--device <device>", "bound the time on a100, h100, l4, t4, m1-gpu, raspberry-pi-5 or peak=…,bandwidth=…").option("--provider <names>", "run it once on each of these, and tell which ran which node: cpu,webgpu").option("--top <n>", "rows of each table", "5").addOption(json).addHelpText("after", "\nExample:\n  $ airworthy inspect model.onnx\n  $ airworthy inspect model.onnx --shape x=1x3x224x224 --device peak=2.0TFLOPS,bandwidth=50GB/s").action(async (model, options) => done(await (await inspectCommands()).inspectCommand(at, model, options)));
	program.command("diff").description("Show how two models differ: interface, graph and weights. Runs nothing.").argument("<before>", "an ONNX file").argument("<after>", "the ONNX file that shall replace it").option("--fail-on <class>", "exit 1 when the interface is breaking, additive (or breaking), or when any thing differs").addOption(json).addHelpText("after", "\nExample:\n  $ airworthy diff old.onnx new.onnx\n  $ airworthy diff old.onnx new.onnx --fail-on breaking").action(async (before, after, options) => done(await (await diffCommands()).diffCommand(at, before, after, options)));
	program.command("verify").description("Recompute every verdict of an evidence file from its raw samples: exit 0 when they are the same, 1 when they differ.").argument("<evidence>", "an evidence.json").addOption(json).addHelpText("after", "\nExample:\n  $ airworthy verify .airworthy/runs/RUN/evidence.json").action(async (file, options) => done(await (await reportCommands()).verifyCommand(at, file, options)));
	program.command("report").description("Show the report of a run again.").argument("[run]", "a run id; the latest run without it").option("--format <name>", "text, markdown, json or html", "text").addOption(new Option("--json", "the same as --format json").implies({ format: "json" })).option("-o, --out <file>", "write it to a file").addHelpText("after", "\nExample:\n  $ airworthy report --format markdown --out report.md").action(async (run, options) => done(await (await reportCommands()).reportCommand(at, run, options)));
	program.command("init").description("Write a starter pipeline and workflow for a model.").argument("<model>", "an ONNX file").option("--force", "overwrite files that are there").addOption(json).addHelpText("after", "\nExample:\n  $ airworthy init models/digits.onnx").action(async (model, options) => done(await (await initCommand()).initCommand(at, model, options)));
	program.command("plan-ab").description("Plan an A/B test: how many users and days it takes, and how likely each verdict is.").option("--baseline <rate>", "the rate of production, such as 5%").option("--mean <number>", "or the mean of production,").option("--deviation <number>", "with the standard deviation between users").requiredOption("--margin <margin>", "how much worse is acceptable, or how much better is looked for: 0.5pp, 3% or 0.2").option("--claim <claim>", "not-worse or better", "not-worse").option("--hoped <change>", "how much better you hope it is: a test for not-worse then takes fewer users").option("--lower-is-better", "a lower rate or mean is better").option("--power <share>", "the chance to pass that is planned for", "90%").option("--alpha <share>", "how often a verdict may be wrong, each way", "1%").option("--traffic <users>", "users per day").option("--share <share>", "of the users, who meet the candidate", "50%").option("--looks <number>", "how often a sequential test is looked at", "5").addOption(json).addHelpText("after", "\nExample:\n  $ airworthy plan-ab --baseline 5% --margin 0.5pp --traffic 5000").action(async (options) => done(await (await planAbCommand()).planAbCommand(at, options)));
	for (const command of program.commands) command.exitOverride().showHelpAfterError("Use --help for what this command takes.");
	return program;
}
export {};
