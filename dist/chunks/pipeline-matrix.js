import { pipelineError } from "./pipelines.js";
import { sharedStage } from "./pipeline-share.js";
const mostJobs = 256;
function matrixOf(pipeline, defaultRunner = ["ubuntu-latest"], masked = (text) => text) {
	const { shards } = sharedStage(pipeline);
	if (shards.length > mostJobs) throw pipelineError("matrix-too-large", {
		jobs: shards.length,
		most: mostJobs
	});
	return { include: shards.map(({ name, runner, holds }) => ({
		shard: name,
		"runs-on": runner ?? defaultRunner,
		scenarios: namesOf(holds.map(masked))
	})) };
}
function namesOf(ids) {
	const shown = ids.slice(0, 8).map((id) => id.replace(/[^A-Za-z0-9./=_-]/g, "_").slice(0, 100));
	const more = ids.length - shown.length;
	return [...shown, ...more > 0 ? [`and ${more} more`] : []].join(" ");
}
export { matrixOf };
