import { __toESM } from "./rolldown-runtime.js";
import { nearest } from "./core-nearest.js";
import { Bug, errorFrom, fewOf, messageOf } from "./core-errors.js";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { tmpdir } from "node:os";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
const providerError = errorFrom({
	"model-rejected": {
		say: (d) => ({
			message: `The ${d.provider} provider does not take the model ${d.model}: ${d.reason}`,
			hint: "Check the model with `airworthy validate`; an operator may be newer than the runtime, or unknown to the provider."
		}),
		example: {
			model: "digits.onnx",
			provider: "cpu",
			reason: "No opset import for domain com.example."
		}
	},
	"model-run-failed": {
		say: (d) => ({
			message: `The model ${d.model} failed while it ran: ${d.reason}`,
			hint: "Check that the inputs have the shapes the model expects; give real data where made-up inputs do not fit."
		}),
		example: {
			model: "digits.onnx",
			reason: "Got invalid dimensions for input: image."
		}
	},
	"optimized-not-written": {
		say: (d) => ({
			message: `onnxruntime could not write the optimised model to ${d.path}: ${d.reason}`,
			hint: "Check that there is free space on that disk; `airworthy run --resume` goes on from here."
		}),
		example: {
			path: "digits.basic.onnx",
			reason: "No space left on device"
		}
	},
	"provider-fallback": {
		say: (d) => ({
			message: `The ${d.provider} provider does not run all of the model ${d.model}: ${d.nodes.length === 0 ? "some nodes" : fewOf(d.nodes)} would run on the CPU.`,
			hint: "Replace these operators, or set `allow-fallback: true` to measure the model as it is, with a warning."
		}),
		example: {
			provider: "cuda",
			model: "digits.onnx",
			nodes: ["NonMaxSuppression_3"]
		}
	},
	"provider-missing": {
		say: (d) => ({
			message: `The provider ${d.provider} is not available on this machine: ${d.reason}.`,
			hint: d.provider === "cpu" ? "The native library of onnxruntime does not load here: on Linux it needs glibc 2.28 or newer (no musl), and all files of its package." : d.provider === "wasm" ? "Install the runtime with `npm install onnxruntime-web`." : `Run on a machine that has it, with the libraries that onnxruntime needs for ${d.provider}; it is never replaced by the CPU.`
		}),
		example: {
			provider: "cuda",
			reason: "libcudnn.so.9 was not found"
		}
	},
	"provider-unknown": {
		say: (d) => ({
			message: `There is no provider called ${d.name}.`,
			hint: `${d.nearest === void 0 ? "" : `Did you mean ${d.nearest}? `}Providers are ${d.names.join(", ")}.`
		}),
		example: {
			name: "cdua",
			nearest: "cuda",
			names: [
				"cpu",
				"cuda",
				"webgpu"
			]
		}
	},
	"provider-unused": {
		say: (d) => ({
			message: `The ${d.provider} provider runs nothing of the model ${d.model}: all of it would run on the CPU.`,
			hint: "Measure it with `provider: cpu`: a figure of this device would be one of the CPU."
		}),
		example: {
			provider: "webgpu",
			model: "digits.onnx"
		}
	}
});
async function loadNative(provider) {
	return explained(provider, async () => (await import("./npm-onnxruntime-node-dist-facade.js").then((m) => __toESM(m.default, 1))).default);
}
async function loadWeb() {
	return explained("wasm", async () => {
		const entry = resolve("onnxruntime-web").replace(/\.js$/, ".mjs");
		const { default: runtime } = await import(pathToFileURL(entry).href);
		return runtime;
	});
}
function resolve(name) {
	try {
		return createRequire(import.meta.url).resolve(name);
	} catch {
		return createRequire(path.resolve("package.json")).resolve(name);
	}
}
async function explained(provider, load) {
	try {
		return await load();
	} catch (cause) {
		throw providerError("provider-missing", {
			provider,
			reason: firstLine(messageOf(cause))
		}, { cause });
	}
}
function firstLine(text) {
	return text.split("\n")[0] ?? "";
}
function parseProfile(text) {
	const events = parseEvents(text);
	const walls = events.filter(({ cat, name }) => cat === "Session" && name === "model_run").map(spanOf);
	if (walls.length === 0) return void 0;
	const onHost = hostKernels(events);
	const onDevice = deviceKernels(events);
	const kernels = onDevice.length > 0 ? onDevice : onHost.filter(({ operator }) => !isCopy(operator));
	return {
		runs: walls.map((wall) => runOf(wall, kernels, onHost)),
		nodes: nodesOf(walls, onHost, onDevice),
		clock: onDevice.length > 0 ? "device" : "host",
		peakBytes: peakOf(events)
	};
}
function isCopy(operator) {
	return operator === "MemcpyToHost" || operator === "MemcpyFromHost";
}
function parseEvents(text) {
	try {
		const events = JSON.parse(text);
		return Array.isArray(events) ? events.filter(isEvent) : [];
	} catch {
		return [];
	}
}
function isEvent(value) {
	const { cat, name, ts, dur } = value ?? {};
	return typeof cat === "string" && typeof name === "string" && typeof ts === "number" && typeof dur === "number";
}
function spanOf({ ts, dur }) {
	return {
		from: ts,
		to: ts + dur
	};
}
const suffix = "_kernel_time";
function isNode({ cat, name }) {
	return cat === "Node" && name.endsWith(suffix);
}
function hostKernels(events) {
	return events.filter(isNode).map((event) => ({
		...spanOf(event),
		node: event.name.slice(0, -12),
		operator: String(event.args?.["op_name"] ?? ""),
		provider: String(event.args?.["provider"] ?? "")
	}));
}
function deviceKernels(events) {
	const kernels = [];
	let node = "";
	for (const event of events) {
		if (isNode(event)) node = event.name.slice(0, -12);
		if (event.cat === "Kernel") kernels.push({
			...spanOf(event),
			node,
			operator: "",
			provider: ""
		});
		const [name = "", operator, program] = event.name.split("&");
		if (event.cat === "Api" && operator !== void 0 && program !== void 0) kernels.push({
			...spanOf(event),
			node: name,
			operator,
			provider: ""
		});
	}
	return kernels;
}
function runOf(wall, kernels, onHost) {
	const copies = onHost.filter(({ operator }) => isCopy(operator));
	return {
		wallMs: (wall.to - wall.from) / 1e3,
		kernelMs: covered(within(kernels, wall)) / 1e3,
		copyMs: covered(within(copies, wall)) / 1e3
	};
}
function within(spans, { from, to }) {
	return spans.filter((span) => span.from >= from && span.from <= to);
}
function covered(spans) {
	let sum = 0;
	let until = Number.NEGATIVE_INFINITY;
	for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
		sum += Math.max(0, to - Math.max(from, until));
		until = Math.max(until, to);
	}
	return sum;
}
function nodesOf(walls, onHost, onDevice) {
	const timesOf = grouped(onDevice.length > 0 ? onDevice : onHost);
	return [...grouped(onHost)].map(([name, calls]) => {
		const { operator, provider } = calls[0];
		const kernels = timesOf.get(name) ?? (isDevice(provider) && !isCopy(operator) ? [] : calls);
		return {
			name,
			operator,
			provider,
			kernelMs: walls.map((wall) => covered(within(kernels, wall)) / 1e3)
		};
	});
}
function isDevice(provider) {
	return provider !== "CPUExecutionProvider";
}
function grouped(kernels) {
	const groups = new Map();
	for (const kernel of kernels) {
		const group = groups.get(kernel.node);
		if (group === void 0) groups.set(kernel.node, [kernel]);
		else group.push(kernel);
	}
	return groups;
}
function peakOf(events) {
	const peak = events.reduce((most, { args }) => Math.max(most, Number(args?.["mem_in_use_peak"] ?? 0)), 0);
	return peak > 0 ? peak : void 0;
}
async function withProfilePrefix(use) {
	const folder = await mkdtemp(path.join(tmpdir(), "airworthy-profile-"));
	try {
		return await use(path.join(folder, "profile"));
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function readProfile(prefix) {
	const folder = path.dirname(prefix);
	const names = (await readdir(folder)).filter((name) => name.startsWith(`${path.basename(prefix)}_`)).sort();
	for (const name of names.reverse()) {
		const profile = parseProfile(await readFile(path.join(folder, name), "utf8"));
		if (profile !== void 0) return profile;
	}
}
function toSession(runtime, session, model) {
	const failed = (cause) => providerError("model-run-failed", {
		model,
		reason: messageOf(cause)
	}, { cause });
	return {
		inputs: session.inputMetadata.map(toInfo),
		outputs: session.outputMetadata.map(toInfo),
		async run(feeds) {
			try {
				return unwrap(await session.run(wrap(runtime, feeds)));
			} catch (cause) {
				throw failed(cause);
			}
		},
		prepare(feeds) {
			const ready = wrap(runtime, feeds);
			return async () => {
				try {
					await session.run(ready);
				} catch (cause) {
					throw failed(cause);
				}
			};
		},
		close: () => session.release()
	};
}
function toInfo(value) {
	return value.isTensor ? {
		name: value.name,
		type: value.type,
		dims: value.shape
	} : {
		name: value.name,
		type: "not a tensor",
		dims: []
	};
}
function wrap(runtime, feeds) {
	const entries = Object.entries(feeds).map(([name, { type, data, dims }]) => {
		return [name, new runtime.Tensor(type, data, dims)];
	});
	return Object.fromEntries(entries);
}
function unwrap(results) {
	const outputs = {};
	for (const name in results) {
		const { type, dims, data } = results[name];
		outputs[name] = {
			type,
			dims,
			data: type === "float16" ? halfBits(data) : data
		};
	}
	return outputs;
}
function halfBits(data) {
	const array = data;
	return new Uint16Array(array.buffer, array.byteOffset, array.length);
}
const cpu = provider({
	name: "cpu",
	summary: "onnxruntime's own kernels on the CPU",
	device: "cpu",
	executor: "CPUExecutionProvider",
	chain: () => [{ name: "cpu" }]
});
function onDevice(name, { device }) {
	return {
		name,
		...present("deviceId", device)
	};
}
const cuda = provider({
	name: "cuda",
	summary: "NVIDIA GPUs through CUDA and cuDNN",
	device: "gpu",
	executor: "CUDAExecutionProvider",
	chain: (raw) => [onDevice("cuda", raw)]
});
const tensorrt = provider({
	name: "tensorrt",
	summary: "NVIDIA GPUs through TensorRT",
	device: "gpu",
	executor: "TensorrtExecutionProvider",
	chain: (raw, allowFallback) => [onDevice("tensorrt", raw), ...allowFallback ? [onDevice("cuda", raw)] : []]
});
const webgpu = provider({
	name: "webgpu",
	summary: "any GPU with a Vulkan, Metal or Direct3D 12 driver, through WebGPU",
	device: "gpu",
	executor: "WebGpuExecutionProvider",
	chain: (options) => [{
		name: "webgpu",
		...present("preferredLayout", options["preferred-layout"]),
		...present("validationMode", options["validation-mode"]),
		...present("forceCpuNodeNames", options["force-cpu-nodes"])
	}]
});
function present(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
function provider({ chain, ...row }) {
	return {
		...row,
		runtime: "onnxruntime-node",
		async version() {
			return `onnxruntime-node ${(await load(row.name)).env.versions.node ?? "of unknown version"}`;
		},
		async open(modelPath, options) {
			const links = chain(options.options ?? {}, options.allowFallback === true);
			const runtime = await load(row.name);
			const session = await create$1(runtime, modelPath, links, options);
			const { profilePrefix } = options;
			return {
				...toSession(runtime, session, modelPath),
				async endProfile() {
					if (profilePrefix === void 0) return void 0;
					session.endProfiling();
					return readProfile(profilePrefix);
				}
			};
		}
	};
}
async function load(name) {
	const runtime = await loadNative(name);
	runtime.env.logLevel = "fatal";
	if (!runtime.listSupportedBackends().some((backend) => backend.name === name)) throw providerError("provider-missing", {
		provider: name,
		reason: "this build of onnxruntime-node does not have it"
	});
	return runtime;
}
async function create$1(runtime, model, links, options) {
	const { name } = links[0];
	try {
		return await runtime.InferenceSession.create(model, sessionOptions(links, options));
	} catch (cause) {
		const reason = messageOf(cause);
		if (isAboutFallback(reason)) throw providerError("provider-fallback", {
			provider: name,
			model,
			nodes: []
		}, { cause });
		if (isAboutProvider(reason)) throw providerError("provider-missing", {
			provider: name,
			reason
		}, { cause });
		if (options.optimizedPath !== void 0 && /serializ|no space|cannot open|open file/i.test(reason)) throw providerError("optimized-not-written", {
			path: options.optimizedPath,
			reason
		}, { cause });
		throw providerError("model-rejected", {
			model,
			provider: name,
			reason
		}, { cause });
	}
}
function sessionOptions(links, options) {
	const strict = links[0]?.name !== "cpu" && options.allowFallback !== true;
	return {
		executionProviders: links,
		...options.threads > 0 ? {
			intraOpNumThreads: options.threads,
			interOpNumThreads: 1
		} : {},
		graphOptimizationLevel: options.optimization ?? "all",
		...options.optimizedPath === void 0 ? {} : { optimizedModelFilePath: options.optimizedPath },
		...options.profilePrefix === void 0 ? {} : {
			enableProfiling: true,
			profileFilePrefix: options.profilePrefix
		},
		logSeverityLevel: 4,
		...strict ? { extra: { session: { disable_cpu_ep_fallback: "1" } } } : {}
	};
}
function isAboutFallback(reason) {
	return /fallback to CPU EP has been explicitly disabled/i.test(reason);
}
function isAboutProvider(reason) {
	return /backend not found|shared library|no available adapter|failed to get.*adapter|no (supported )?adapter|CUDA driver|CUDA failure|cudaGetDevice/i.test(reason);
}
const wasm = {
	name: "wasm",
	summary: "onnxruntime in WebAssembly, as a browser runs it",
	device: "cpu",
	runtime: "onnxruntime-web",
	executor: "CPUExecutionProvider",
	async version() {
		return `onnxruntime-web ${(await loadWeb()).env.versions.web ?? "of unknown version"}`;
	},
	async open(model, options) {
		if (options.optimizedPath !== void 0) throw providerError("optimized-not-written", {
			path: options.optimizedPath,
			reason: "the wasm provider writes no files"
		});
		const runtime = await loadWeb();
		setThreads(runtime, options.threads);
		return toSession(runtime, await create(runtime, model, options), model);
	}
};
let threadsOfProcess;
function setThreads(runtime, threads) {
	threadsOfProcess ??= threads;
	if (threadsOfProcess !== threads) throw new Bug(`a worker was asked to run wasm with ${threads} threads after it did with ${threadsOfProcess}`);
	if (threads > 0) runtime.env.wasm.numThreads = threads;
	runtime.env.logLevel = "fatal";
}
async function create(runtime, model, options) {
	try {
		return await runtime.InferenceSession.create(model, {
			executionProviders: ["wasm"],
			graphOptimizationLevel: options.optimization ?? "all",
			logSeverityLevel: 4
		});
	} catch (cause) {
		throw providerError("model-rejected", {
			model,
			provider: "wasm",
			reason: messageOf(cause)
		}, { cause });
	}
}
const providers = {
	cpu,
	cuda,
	tensorrt,
	webgpu,
	wasm
};
const providerNames = Object.keys(providers);
function findProvider(name) {
	const provider = Object.values(providers).find((row) => row.name === name);
	if (provider === void 0) throw providerError("provider-unknown", {
		name,
		nearest: nearest(name, providerNames),
		names: providerNames
	});
	return provider;
}
export { findProvider, isCopy, providerError, providerNames, providers, withProfilePrefix };
