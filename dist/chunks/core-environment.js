import { digest } from "./start.js";
function environmentOf(machine, { gpus = [], runtimes = [] } = {}) {
	const { cpu, cores, governor, cpuQuota, memoryBytes, memoryLimitBytes, platform, node, onnxruntime } = machine;
	const fingerprint = digest({
		cpu,
		cores,
		governor,
		cpuQuota,
		memory: gibibytes(memoryBytes),
		memoryLimit: memoryLimitBytes === void 0 ? void 0 : gibibytes(memoryLimitBytes),
		platform,
		node,
		onnxruntime,
		gpus: gpus.map(({ name, driver }) => [name, driver]),
		runtimes: runtimes.toSorted()
	});
	return {
		...machine,
		...gpus.length === 0 ? {} : { gpus: gpus.map(({ name, driver, uuid }) => ({
			name,
			driver,
			uuid
		})) },
		...runtimes.length === 0 ? {} : { runtimes: runtimes.toSorted() },
		fingerprint
	};
}
function gibibytes(bytes) {
	return Math.round(bytes / 2 ** 30);
}
export { environmentOf };
