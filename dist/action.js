import { context, setOutput, warning } from "./chunks/npm-actions-github-lib-github.js";
import { actionWorld, annotationsOf, asAction, choice, exitCodeOf, modes, pipelineInputs, publish, runPipeline, tell } from "./chunks/entry-action-pipeline.js";
import { ofCheckout, runOnGitHub } from "./chunks/entry-base.js";
process.exitCode = await asAction(async (mask) => {
	const here = runOnGitHub(process.env, context.payload);
	const inputs = pipelineInputs(here);
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
	const ran = await runPipeline(inputs, here, world, mask);
	await tell(ran, here, mask);
	setOutput("shard", ran.report.files["shard"] ?? "");
	const measured = await ofCheckout(here, ran.pipeline, world);
	if (measured.commit === void 0) warning("The commit of the event is not what was measured, so nothing is said of it: no comment, no check.", { title: "not-measured" });
	else await publish(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), measured, world, wanted);
	return exitCodeOf(ran.report, inputs.failOn);
});
export {};
