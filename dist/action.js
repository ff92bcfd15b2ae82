import { context, setOutput } from "./chunks/npm-actions-github-lib-github.js";
import { actionWorld, annotationsOf, asAction, choice, exitCodeOf, modes, pipelineInputs, publish, runPipeline, tell } from "./chunks/entry-action-pipeline.js";
import { ofCheckout, runOnGitHub } from "./chunks/entry-base.js";
process.exitCode = await asAction(async (mask) => {
	const started = runOnGitHub(process.env, context.payload);
	const inputs = pipelineInputs(started);
	const wanted = {
		comment: choice("comment", modes),
		check: choice("check", modes),
		status: choice("status", [
			"never",
			"auto",
			"always"
		]),
		silentWhen: choice("silent-when", ["never", "pass"])
	};
	const world = actionWorld(inputs.folder, mask);
	const here = await ofCheckout(started, world);
	const ran = await runPipeline(inputs, here, world, mask);
	await tell(ran, here, mask);
	setOutput("shard", ran.report.files["shard"] ?? "");
	await publish(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), here, world, wanted);
	return exitCodeOf(ran.report, inputs.failOn);
});
export {};
