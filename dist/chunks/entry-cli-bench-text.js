import { ownValue } from "./workers.js";
import { median, quantile } from "./core-quantile.js";
import { printCount, printMilliseconds, printShare, terminalText } from "./start.js";
function speedLines(measured) {
	return `${measured.speed.flatMap(({ scenario, blocks, profiles }) => measured.contenders.map(({ id, model }) => {
		const medians = blocks.flatMap((block) => {
			const samples = ownValue(block.runs, id)?.samplesMs;
			return samples === void 0 ? [] : [median(samples)];
		});
		const samples = blocks.flatMap((block) => ownValue(block.runs, id)?.samplesMs ?? []);
		const spread = `blocks ${printMilliseconds(Math.min(...medians))} to ${printMilliseconds(Math.max(...medians))}`;
		return `${scenario.id}  ${model.name}: p50 ${printMilliseconds(median(medians))} (${spread}), p99 ${printMilliseconds(quantile(samples, .99))}; ${printCount(samples.length)} ${scenario.rate === void 0 ? "runs" : "requests"} in ${blocks.length} blocks${busy(blocks, id)}${profiled(ownValue(profiles, id))}`;
	})).map(terminalText).join("\n")}\n`;
}
function busy(blocks, id) {
	const loads = blocks.flatMap(({ runs }) => ownValue(runs, id)?.load ?? []);
	return loads.length === 0 ? "" : `, busy ${printShare(median(loads), 2)} of the time`;
}
function profiled(profile) {
	if (profile === void 0) return "";
	const { wallMs, kernelMs, copyMs, clock } = profile;
	return `; of a profiled run of ${printMilliseconds(wallMs)}, kernels ${printMilliseconds(kernelMs)} by the ${clock}'s clock and copies ${printMilliseconds(copyMs)}`;
}
export { speedLines };
