import { defineMetricSource, defineTarget, defineVariant, isQuality, load, metricNamed, metrics as metrics$1, pipelineOf, stageKinds } from "./chunks/pipelines.js";
import { run } from "./chunks/pipeline-run.js";
import { combine, defineStage, exitCodes, processWorld } from "./chunks/start.js";
import { external_exports } from "./chunks/npm-zod-v4-classic-external.js";
import { Bug, Cancelled, UserError } from "./chunks/workers.js";
import { matrixOf } from "./chunks/pipeline-matrix.js";
import { plan } from "./chunks/pipeline-plan.js";
import { createRegistry, readRegistry } from "./chunks/pipeline-registry.js";
import { readShards } from "./chunks/pipeline-shard-file.js";
import { formats } from "./chunks/report.js";
import { recordedIn, verifyEvidence } from "./chunks/entry-verify.js";
import path from "node:path";
const metrics = metrics$1;
function createWorldHere(cwd) {
	return processWorld({ cwd: cwd === void 0 ? void 0 : path.resolve(cwd) });
}
function compare(production, candidate, options = {}) {
	const world = options.world ?? createWorldHere();
	const asked = options.metrics ?? {
		"latency.p50": "3%",
		size: "5%"
	};
	const quality = Object.keys(asked).some((name) => isQuality(metricNamed(name)));
	const value = {
		pipeline: "comparison",
		model: {
			candidate: path.resolve(world.cwd, candidate),
			production: path.resolve(world.cwd, production)
		},
		...options.data === void 0 ? {} : { data: { eval: {
			...options.data,
			from: path.resolve(world.cwd, options.data.from)
		} } },
		stages: {
			benchmark: {
				scenarios: [{
					provider: options.provider ?? "cpu",
					batch: options.batch ?? 1,
					threads: options.threads ?? 1
				}],
				budget: options.budget ?? "20s",
				...options.data === void 0 ? {} : { data: "eval" },
				outputs: !quality
			},
			compare: {
				metrics: Object.fromEntries(Object.entries(asked).map(([name, margin]) => [name, { margin }])),
				interface: "kept",
				outputs: quality || options.outputsDiffer === true ? "stated" : "alike"
			},
			gate: {}
		}
	};
	return run(pipelineOf(value, world.cwd, world), world, options);
}
export { Bug, Cancelled, UserError, combine, compare, createRegistry, createWorldHere, defineMetricSource, defineStage, defineTarget, defineVariant, exitCodes, formats, load, matrixOf, metrics, pipelineOf, plan, readRegistry, readShards, recordedIn, run, stageKinds, verifyEvidence, external_exports as z };
