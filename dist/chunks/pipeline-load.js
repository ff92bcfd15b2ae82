import { digest } from "./core-json.js";
import { nearest } from "./core-nearest.js";
import { parseMargin } from "./core-quantity-parse.js";
import { Bug, Cancelled, UserError, errorFrom, messageOf } from "./core-errors.js";
import { ZodArray, ZodDefault, ZodNullable, ZodObject, ZodOptional, ZodPipe, ZodPrefault, ZodRecord, ZodUnion, _enum, array, boolean, int, literal, number, record as record$1, strictObject, string } from "./npm-zod-v4-classic-schemas.js";
import { duration as duration$1, margin, share } from "./core-quantity-settings.js";
import { call, listen, readBody, sendJson, writeTensors } from "./serving-open-inference.js";
import { histogramOf } from "./stats-histogram.js";
import "./core-quantity.js";
import { benchmarkSettings, shardsOf } from "./stages-benchmark-shards.js";
import { isProduction } from "./verdicts-row-identity.js";
import { listedMetrics, metricNamed, metrics } from "./verdicts-metrics.js";
import { combine } from "./core-verdict.js";
import { stageError } from "./stages-errors.js";
import { planRelease, releaseEvent, releaseKey, releaseOf } from "./registry.js";
import { registryState, rolloutSettings, runsUserCode } from "./stages-rollout-settings.js";
import { goldenFile, validateSettings } from "./stages-validate-settings.js";
import { isVersion, versionTag } from "./registry-versions-tags.js";
import { pipelineError, pipelineProblem } from "./pipeline-errors.js";
import { commonKeys, pipelineFile, stageCommon } from "./pipeline-schema.js";
import { require_dist } from "./npm-yaml-dist.js";
import path from "node:path";
import { Agent, createServer } from "node:http";
function defineVariant(definition) {
	return {
		...definition,
		make: (settings, original, tools) => definition.make(settings, original, tools)
	};
}
const graph = defineVariant({
	name: "graph",
	summary: "onnxruntime's own graph optimisation",
	settings: strictObject({ level: _enum(["basic", "extended"]).default("basic").describe("`basic` folds constants and fuses into standard operators, which run anywhere; `extended` uses operators of onnxruntime too.") }),
	example: "{ variants: [graph], level: basic }",
	saves: "nodes",
	deterministic: true,
	async make({ level }, { artifact, path: original }, tools) {
		const written = path.join(tools.scratch, `${path.basename(artifact.name, ".onnx")}.${level}.onnx`);
		await writeOptimized(original, written, level, tools);
		const { bringWeights } = await import("./optimize-weights.js");
		await bringWeights(written, original, tools.files);
		return {
			path: written,
			how: `onnxruntime graph optimisation, level ${level}`,
			runtimeOperators: level === "extended"
		};
	}
});
async function writeOptimized(original, written, level, tools) {
	const worker = await tools.worker();
	try {
		const request = {
			do: "open",
			model: original,
			provider: "cpu",
			threads: 1,
			optimization: level
		};
		await worker.ask({
			...request,
			optimizedPath: written
		});
	} finally {
		await worker.close();
	}
}
const variants = [graph];
function defineMetricSource(definition) {
	return {
		...definition,
		make: (settings, tools) => definition.make(settings, tools)
	};
}
const sourceError = errorFrom({ "source-missing": {
	say: () => ({
		message: "The target of the rollout does not count its own traffic.",
		hint: "Name what does under `source:` of the rollout stage."
	}),
	example: {}
} });
const sources = [defineMetricSource({
	kind: "target",
	summary: "What the target counts of its own traffic; the local server does.",
	settings: strictObject({}),
	example: "{}",
	make(_, { ofTarget: counts }) {
		if (counts === void 0) throw sourceError("source-missing", {});
		return {
			...counts,
			close: async () => {}
		};
	}
})];
function defineTarget(definition) {
	return {
		...definition,
		make: (settings, tools) => definition.make(settings, tools)
	};
}
const requestsTotal = "airworthy_requests_total";
const errorsTotal = "airworthy_request_errors_total";
const duration = "airworthy_request_duration_seconds";
const weightGauge = "airworthy_traffic_weight";
const bounds = [
	5e-4,
	.001,
	.002,
	.005,
	.01,
	.02,
	.05,
	.1,
	.2,
	.5,
	1,
	2,
	5,
	10
];
function createCounter() {
	const all = new Map();
	return {
		count(version, { ok, seconds }) {
			const series = all.get(version) ?? {
				requests: 0,
				errors: 0,
				seconds: 0,
				buckets: new Array(bounds.length + 1).fill(0)
			};
			all.set(version, series);
			series.requests += 1;
			if (!ok) {
				series.errors += 1;
				return;
			}
			series.seconds += seconds;
			const bucket = bounds.findIndex((bound) => seconds <= bound);
			const index = bucket === -1 ? bounds.length : bucket;
			series.buckets[index] = (series.buckets[index] ?? 0) + 1;
		},
		text: (weights) => write(all, weights)
	};
}
function readWeights(text) {
	return new Map(samples(text).flatMap(({ name, version, value }) => name === weightGauge ? [[version, value]] : []));
}
function write(all, weights) {
	const series = [...all];
	return [
		...family(requestsTotal, "counter", "Requests, by the version that was asked."),
		...series.map(([version, { requests }]) => sample(requestsTotal, { version }, requests)),
		...family(errorsTotal, "counter", "Requests that failed: an error status, a broken connection, no answer in time."),
		...series.map(([version, { errors }]) => sample(errorsTotal, { version }, errors)),
		...family(duration, "histogram", "Time of the requests that succeeded, as the router saw it."),
		...series.flatMap(([version, one]) => histogram(version, one)),
		...family(weightGauge, "gauge", "Share of traffic that each version is given."),
		...Object.entries(weights).map(([version, weight]) => sample(weightGauge, { version }, weight)),
		""
	].join("\n");
}
function family(name, type, help) {
	return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
function histogram(version, { buckets, seconds }) {
	let total = 0;
	return [
		...buckets.map((count, index) => {
			total += count;
			return sample(`${duration}_bucket`, {
				version,
				le: bounds[index] === void 0 ? "+Inf" : String(bounds[index])
			}, total);
		}),
		sample(`${duration}_sum`, { version }, seconds),
		sample(`${duration}_count`, { version }, total)
	];
}
function sample(name, labels, value) {
	return `${name}{${Object.entries(labels).map(([label, of]) => `${label}="${of.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`).join(",")}} ${value}`;
}
function samples(text) {
	return [...text.matchAll(/^(\w+)\{version="((?:[^"\\]|\\.)*)"\} (\S+)$/gm)].map(([, name = "", version = "", value]) => ({
		name,
		version: version.replace(/\\(.)/g, (_, escaped) => escaped === "n" ? "\n" : escaped),
		value: Number(value)
	}));
}
const servingError = errorFrom({
	"port-taken": {
		say: (d) => ({
			message: `The local target cannot listen on port ${d.port}: ${d.reason}.`,
			hint: "Leave `port:` out, or at 0, to have any free port; ports below 1024 need privileges."
		}),
		example: {
			port: 8080,
			reason: "another program listens there"
		}
	},
	"replica-failed": {
		say: (d) => ({
			message: `Version ${d.version} could not be served: ${d.reason}`,
			hint: "Try the model by itself with `airworthy bench MODEL.onnx`; no traffic was moved."
		}),
		example: {
			version: "1.1.0",
			reason: "The cpu provider does not take the model digits.onnx."
		}
	}
});
const golden = .6180339887498949;
function createSplit() {
	let position = .5;
	return (weight) => {
		position = (position + golden) % 1;
		return position < weight;
	};
}
const versionHeader = "x-airworthy-version";
async function startRouter({ port, timeoutMs, clock }) {
	const agent = new Agent({
		keepAlive: true,
		maxSockets: 128
	});
	const counter = createCounter();
	const toCandidate = createSplit();
	let backends;
	let weight = 0;
	const pick = () => weight > 0 && toCandidate(weight) ? backends?.candidate : backends?.stable;
	const weights = () => ({
		...backends?.stable === void 0 ? {} : { [backends.stable.version]: 1 - weight },
		...backends === void 0 ? {} : { [backends.candidate.version]: weight }
	});
	const pass = async (request, response) => {
		const body = await readBody(request);
		const backend = pick();
		if (backend === void 0) return sendJson(response, 503, { error: "no version is given traffic" });
		const start = clock.monotonicMs();
		const finish = (status, send) => {
			counter.count(backend.version, {
				ok: status < 400,
				seconds: (clock.monotonicMs() - start) / 1e3
			});
			response.setHeader(versionHeader, backend.version);
			send();
		};
		const headers = {
			"content-type": request.headers["content-type"] ?? "application/json",
			"content-length": body.length
		};
		const method = request.method === "POST" ? "POST" : "GET";
		try {
			const answer = await call({
				agent,
				port: backend.port,
				path: request.url ?? "/",
				method,
				headers,
				body,
				timeoutMs
			});
			finish(answer.status, () => response.writeHead(answer.status, { "content-type": answer.headers["content-type"] }).end(answer.body));
		} catch {
			finish(502, () => sendJson(response, 502, { error: `version ${backend.version} gave no answer` }));
		}
	};
	const server = createServer((request, response) => {
		if (request.url === "/metrics") response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(counter.text(weights()));
		else pass(request, response).catch(() => response.destroy());
	});
	return {
		port: await listen(server, port).catch((cause) => {
			throw servingError("port-taken", {
				port,
				reason: cause.code === "EADDRINUSE" ? "another program listens there" : cause.message
			}, { cause });
		}),
		serve: (next) => {
			backends = next;
		},
		split: (next) => {
			weight = next;
		},
		async close() {
			const closed = new Promise((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			agent.destroy();
			await closed;
		}
	};
}
const inFlightLimit = 64;
const longestPauseMs = 5e3;
function startReplay(options) {
	const { clock, rate } = options;
	const stopping = new AbortController();
	const gate = createGate(inFlightLimit);
	const inFlight = new Set();
	const loop = async () => {
		let [start, sent] = [clock.monotonicMs(), 0];
		for (let index = 0; !stopping.signal.aborted;) {
			const elapsed = clock.monotonicMs() - start;
			if (elapsed - sent / rate * 1e3 > longestPauseMs) [start, sent] = [clock.monotonicMs(), 0];
			for (const due = Math.floor(elapsed / 1e3 * rate) + 1; sent < due; sent++) {
				const request = send(options, index++, gate).finally(() => inFlight.delete(request));
				inFlight.add(request);
			}
			const next = start + sent / rate * 1e3 - clock.monotonicMs();
			await clock.sleep(Math.max(1, next), stopping.signal).catch(() => {});
		}
		await Promise.all(inFlight);
	};
	const ended = loop();
	return { stop() {
		stopping.abort();
		return ended;
	} };
}
async function send({ log, ...options }, index, gate) {
	const { agent, port, path, bodies, timeoutMs, clock } = options;
	const start = clock.monotonicMs();
	const finish = log.arrive();
	const body = bodies[index % bodies.length];
	let answered = {
		version: void 0,
		ok: false
	};
	const leave = await gate(timeoutMs);
	try {
		if (leave === void 0) return;
		const headers = {
			"content-type": "application/json",
			"content-length": body.length
		};
		const { status, headers: said } = await call({
			agent,
			port,
			path,
			method: "POST",
			headers,
			body,
			timeoutMs
		});
		const version = said[versionHeader];
		if (typeof version === "string") answered = {
			version,
			ok: status < 400
		};
	} catch {} finally {
		leave?.();
		finish({
			...answered,
			ms: clock.monotonicMs() - start
		});
	}
}
function createGate(limit) {
	let inside = 0;
	const line = new Set();
	const leave = () => {
		const [next] = line;
		if (next === void 0) inside -= 1;
		else next();
	};
	return async (patienceMs) => {
		if (inside < limit) {
			inside += 1;
			return leave;
		}
		return new Promise((resolve) => {
			const settle = (slot) => {
				clearTimeout(timer);
				line.delete(enter);
				resolve(slot);
			};
			const enter = () => settle(leave);
			const timer = setTimeout(() => settle(void 0), patienceMs);
			line.add(enter);
		});
	};
}
async function startReplica({ version, path }, { world, signal, model }) {
	const worker = await world.processes.worker("serve", { signal });
	const ask = (request) => worker.ask(request, { timeoutMs: 6e4 });
	const { port } = await ask({
		do: "start",
		model: path,
		name: model,
		version,
		port: 0
	}).catch(async (cause) => {
		await worker.close();
		if (cause instanceof Cancelled) throw cause;
		throw servingError("replica-failed", {
			version,
			reason: messageOf(cause)
		}, { cause });
	});
	return {
		version,
		port,
		inject: (fault) => ask({
			do: "fault",
			fault
		}),
		close: () => worker.close()
	};
}
function createTrafficLog(describe, clock) {
	const began = clock.now();
	let entries = [];
	return {
		describe,
		arrive() {
			const entry = {
				at: Date.parse(clock.now()),
				answered: void 0
			};
			entries.push(entry);
			return (answered) => {
				entry.answered = answered;
			};
		},
		since: async () => began,
		async window(span, versions) {
			const [from, to] = [Date.parse(span.from), Date.parse(span.to)];
			if (Date.parse(clock.now()) < to || from < Date.parse(began)) return void 0;
			entries = entries.filter(({ at }) => at >= from - keptMs);
			const within = entries.filter(({ at }) => at >= from && at < to);
			const answered = within.flatMap((entry) => entry.answered ?? []);
			if (answered.length < within.length) return void 0;
			return windowOf(span, versions, answered);
		},
		async close() {
			entries = [];
		}
	};
}
const keptMs = 36e5;
function windowOf({ from, to }, { stable, candidate }, answered) {
	const of = (version) => {
		const own = version === void 0 ? [] : answered.filter((each) => each.version === version);
		const good = own.filter(({ ok }) => ok);
		return {
			requests: own.length,
			errors: own.length - good.length,
			latency: histogramOf(good.map(({ ms }) => ms))
		};
	};
	return {
		from,
		to,
		stable: of(stable),
		candidate: of(candidate)
	};
}
async function startLocalServer(options) {
	const { world, model, port, timeoutMs, bodies, rate } = options;
	const { clock } = world;
	const opened = [];
	const keep = (part) => {
		opened.push(part);
		return part;
	};
	try {
		const router = keep(await startRouter({
			port,
			timeoutMs,
			clock
		}));
		const stable = options.stable && keep(await startReplica(options.stable, options));
		const candidate = keep(await startReplica(options.candidate, options));
		router.serve({
			stable,
			candidate
		});
		const agent = new Agent({
			keepAlive: true,
			maxSockets: 128
		});
		const traffic = createTrafficLog("the local server", clock);
		const path = `/v2/models/${encodeURIComponent(model)}/infer`;
		const patience = 2 * timeoutMs + 1e3;
		const replay = startReplay({
			agent,
			port: router.port,
			path,
			bodies,
			rate,
			timeoutMs: patience,
			clock,
			log: traffic
		});
		return {
			router,
			stable,
			candidate,
			traffic,
			async weight() {
				const { body } = await call({
					agent,
					port: router.port,
					path: "/metrics",
					timeoutMs: timeoutMs + 1e4
				});
				return readWeights(body.toString("utf8")).get(candidate.version) ?? 0;
			},
			async close() {
				const stopped = replay.stop();
				agent.destroy();
				await router.close();
				await stopped;
				await Promise.all([
					stable?.close(),
					candidate.close(),
					traffic.close()
				]);
			}
		};
	} catch (error) {
		await Promise.all(opened.map((part) => part.close()));
		throw error;
	}
}
const targetError = errorFrom({ "replay-empty": {
	say: (d) => ({
		message: `The data set ${d.data} holds no requests to replay.`,
		hint: "Name a data set with examples under `replay:`."
	}),
	example: { data: "eval" }
} });
const fault = strictObject({
	errors: share().prefault("0%").describe("This share of the requests to the candidate answers 500."),
	"above-weight": share().optional().describe("Only while the candidate is given more than this share of traffic."),
	delay: duration$1().prefault("0ms").describe("Every request to the candidate waits this long.")
}).describe("A fault in the candidate while it serves, to rehearse a rollback.");
const local = defineTarget({
	kind: "local",
	ownProcesses: true,
	summary: "A server on this machine that both versions answer behind, fed with replayed requests; it ends with the rollout.",
	settings: strictObject({
		replay: string().default("eval").describe("The data set whose examples are sent as requests, round and round."),
		rate: number().positive().max(1e4).default(200).describe("Requests per second, whether or not answers keep up."),
		port: int().min(0).max(65535).default(0).describe("Port of the router on 127.0.0.1; 0 takes any free one."),
		timeout: duration$1().prefault("2s").describe("A request without an answer after this time has failed."),
		fault: fault.optional()
	}),
	example: "{ replay: eval, rate: 200 }",
	make: createLocal
});
function createLocal(options, tools) {
	let server;
	const ready = () => {
		if (server === void 0) throw new Bug("a local target was used before prepare()");
		return server;
	};
	const apply = async (weight) => {
		await ready().candidate.inject(faultAt(weight, options));
		ready().router.split(weight);
	};
	return {
		describe: "local",
		traffic: {
			describe: "the local server",
			since: async () => server?.traffic.since(),
			window: async (span, versions) => ready().traffic.window(span, versions),
			close: async () => {}
		},
		async prepare(stable, candidate) {
			if (server?.candidate.version === candidate.version && server.stable?.version === stable?.version) return "ready";
			await server?.close();
			server = void 0;
			server = await start(stable, candidate, options, tools);
			return "ready";
		},
		apply,
		weight: () => ready().weight(),
		async restore() {
			server?.router.split(0);
		},
		async close() {
			const last = server;
			server = void 0;
			await last?.close();
		}
	};
}
async function start(stable, candidate, { replay, rate, port, timeout }, tools) {
	const local = async ({ version, artifact }) => ({
		version,
		path: await tools.fetch(artifact)
	});
	return startLocalServer({
		...tools,
		stable: stable && await local(stable),
		candidate: await local(candidate),
		port,
		timeoutMs: timeout,
		bodies: await bodiesOf(replay, tools),
		rate
	});
}
async function bodiesOf(data, tools) {
	const requests = await tools.replay(data);
	if (requests.length === 0) throw targetError("replay-empty", { data });
	return requests.map((inputs) => Buffer.from(`{"inputs":${writeTensors(inputs)}}`));
}
function faultAt(weight, { fault }) {
	if (fault === void 0 || weight <= (fault["above-weight"] ?? 0)) return void 0;
	return {
		errors: fault.errors,
		delayMs: fault.delay
	};
}
const targets = [local];
const effects = [
	"none",
	"files",
	"remote"
];
function defineStage(definition) {
	const { sharing, evidence } = definition;
	const kind = {
		kind: definition.kind,
		summary: definition.summary,
		effects: definition.effects,
		measures: definition.measures ?? false,
		runsUserCode: (settings) => definition.runsUserCode?.(settings) ?? false,
		needs: definition.needs,
		wants: definition.wants ?? [],
		gives: definition.gives,
		uses: definition.uses ?? [],
		sharable: sharing !== void 0,
		concludes: definition.concludes,
		reported: definition.reported ?? false,
		evidence,
		settings: definition.settings,
		example: definition.example,
		make: (raw, { folder }) => made(kind, definition, definition.settings.parse(raw, { jitless: true }), folder)
	};
	return kind;
}
function made(kind, definition, settings, folder) {
	const { sharing, evidence } = definition;
	const inputOf = (given, tools) => ({
		settings,
		given,
		tools
	});
	return {
		kind,
		settings,
		questions: definition.questions?.(settings, folder) ?? [],
		extensions: definition.extensions?.(settings) ?? 0,
		files: definition.files?.(settings, folder) ?? [],
		estimateMs: definition.estimateMs?.(settings) ?? 1e3,
		shards: sharing?.shards(settings) ?? [],
		run: (given, tools) => definition.run(inputOf(given, tools)),
		async join(given, tools, measured) {
			if (sharing === void 0) throw new Bug(`stages of kind ${kind.kind} are not shared`);
			return sharing.join(inputOf(given, tools), measured);
		},
		evidence: async (given, product) => evidence?.of({
			settings,
			given,
			folder
		}, product)
	};
}
const benchmark = defineStage({
	kind: "benchmark",
	summary: "Measures the candidate beside production: speed, memory, size and quality.",
	effects: "files",
	measures: true,
	needs: ["subject"],
	wants: ["variants"],
	uses: [
		"questions",
		"extensions",
		"measurements",
		"shard"
	],
	gives: "measurements",
	reported: true,
	settings: benchmarkSettings,
	example: `benchmark:
  scenarios:
    - { provider: cpu, threads: 1, batch: [1, 32] }
  budget: 20s
  data: eval`,
	estimateMs: (settings) => settings.budget + overheadMs,
	run: async (input) => (await import("./stages-benchmark-measure.js")).measure(input),
	sharing: {
		shards: (settings) => shardsOf(settings).map(({ name, runner, scenarios }) => ({
			name,
			runner,
			holds: scenarios.map(({ id }) => id)
		})),
		join: async (input, measured) => (await import("./stages-benchmark-join.js")).join(input, measured)
	}
});
const overheadMs = 3e3;
const metricSettings = strictObject({
	margin: margin().optional().describe("How much worse is still acceptable: `3%` of production, or `0.5pp`, `2ms`, `1MiB`, `0.005` in its own unit. With `claim:`, how much better it has to be, or how different it may be."),
	claim: _enum([
		"not-worse",
		"better",
		"equivalent"
	]).default("not-worse").describe("`not-worse` than production by the margin; `better` than production by more than the margin, which is then nothing unless stated; `equivalent`: neither worse nor better by the margin."),
	uses: string().min(1).optional().describe("A metric of your own: a module whose default export gives a number for `{ outputs, label, index }`, or whose export `combine` makes one number of what it gave for all examples."),
	better: _enum(["lower", "higher"]).optional().describe("Which way is good, for a metric of your own.")
});
const compareSettings = strictObject({
	against: literal("production").default("production").describe("What the candidate is compared with."),
	metrics: record$1(string(), metricSettings).superRefine((given, context) => {
		if (Object.keys(given).length === 0) context.addIssue({
			code: "custom",
			message: "name at least one metric"
		});
		for (const [name, settings] of Object.entries(given)) {
			const message = objection(name, settings);
			if (message !== void 0) context.addIssue({
				code: "custom",
				path: [name],
				message,
				params: { metric: name }
			});
		}
	}).describe("The metrics to compare, each with its margin."),
	alpha: number().min(1e-4).max(.2).default(.01).describe("How often a verdict of a metric may be wrong, each way: 0.01 is once in a hundred.")
});
function questionsOf(settings, folder) {
	return Object.entries(settings.metrics).map(([metric, { margin: stated, claim, uses, better }]) => ({
		metric,
		margin: stated ?? usualMargin(metric, claim),
		alpha: settings.alpha,
		...claim === "not-worse" ? {} : { claim },
		...uses === void 0 ? {} : {
			uses: { path: path.resolve(folder, uses) },
			better
		}
	}));
}
function metricFiles(settings, folder) {
	return Object.values(settings.metrics).flatMap(({ uses }) => uses === void 0 ? [] : [path.resolve(folder, uses)]);
}
function objection(name, settings) {
	const known = metricNamed(name) !== void 0;
	if (settings.uses === void 0) return known ? void 0 : unknownMetric(name);
	if (known) return `${name} is a metric of Airworthy; give your own another name`;
	if (settings.better === void 0) return `say which way ${name} is good, with \`better: lower\` or \`better: higher\``;
	return settings.margin === void 0 ? `state a \`margin:\` for ${name}` : void 0;
}
function unknownMetric(name) {
	const names = listedMetrics.map((metric) => metric.name);
	const meant = nearest(name, names);
	return `unknown metric "${name}"${meant === void 0 ? "" : `; the nearest is ${meant}`}; metrics are ${names.join(", ")}; your own needs \`uses:\``;
}
function usualMargin(metric, claim) {
	if (claim === "better") return { relative: 0 };
	return parseMargin(metricNamed(metric)?.metric.margin ?? "0%") ?? { relative: 0 };
}
const compare = defineStage({
	kind: "compare",
	summary: "Compares the candidate with production, metric by metric, against stated margins.",
	effects: "none",
	needs: ["measurements"],
	gives: "comparison",
	reported: true,
	settings: compareSettings,
	example: `compare:
  against: production
  metrics:
    latency.p50: { margin: 3% }
    accuracy: { margin: 0.5pp }
    size: { margin: 5% }`,
	runsUserCode: (settings) => Object.values(settings.metrics).some(({ uses }) => uses !== void 0),
	questions: questionsOf,
	files: metricFiles,
	async run({ settings, given: { measurements, subject }, tools }) {
		const { compareRows, wordRows } = await import("./verdicts-facade.js");
		const rows = wordRows(compareRows(measurements, questionsOf(settings, tools.folder), settings.alpha));
		const { production } = subject;
		const warnings = production === void 0 ? [firstRelease(subject.model)] : rows.flatMap(followed);
		const comparison = {
			contender: measurements.chosen,
			against: {
				...production?.version === void 0 ? {} : { version: production.version },
				sha256: production?.artifact.sha256 ?? ""
			},
			identical: isProduction(measurements.contenders, measurements.chosen),
			rows,
			alpha: settings.alpha,
			warnings,
			evidence: digest(measurements)
		};
		return {
			product: comparison,
			summary: comparison.identical ? "the candidate is production itself, byte for byte" : summaryOf(rows),
			warnings
		};
	},
	evidence: {
		name: "evidence",
		file: "evidence.json",
		check: {
			command: "verify",
			what: "recompute every verdict from the raw samples"
		},
		async of({ settings, given: { measurements }, folder }, comparison) {
			const { evidenceOf } = await import("./verdicts-evidence-facade.js");
			return evidenceOf(measurements, comparison, questionsOf(settings, folder), comparison.alpha);
		}
	}
});
function firstRelease(model) {
	return {
		code: "first-release",
		message: `No version of ${model} is in production, so there was nothing to compare with.`,
		remedy: "Check the registry if there should be one; the next release will be compared with this one."
	};
}
function followed({ metric, scenario, effective }) {
	if (effective === void 0) return [];
	return [{
		code: "blocks-correlated",
		message: `Values of ${metric} at ${scenario} followed one another: they are worth ${Math.floor(effective)} independent ones, and the interval is narrower than it should be.`,
		remedy: "Something slow went on beside the measurement: measure again, on a calmer machine or for longer."
	}];
}
function summaryOf(rows) {
	if (rows.length === 0) return "nothing to compare with";
	const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
	const parts = [
		"pass",
		"fail",
		"inconclusive"
	].flatMap((verdict) => count(verdict) > 0 ? [`${count(verdict)} ${verdict}`] : []);
	return `${rows.length} ${rows.length === 1 ? "comparison" : "comparisons"}: ${parts.join(", ")}`;
}
const gate = defineStage({
	kind: "gate",
	summary: "Decides from the comparison: pass, fail or inconclusive.",
	effects: "none",
	needs: ["comparison"],
	uses: ["ledger", "override"],
	gives: "decision",
	concludes: "decided",
	reported: true,
	settings: strictObject({
		require: array(string()).min(1).optional().describe("Metrics that must not be worse than production by more than their margins; all that were compared, when left out."),
		inconclusive: _enum([
			"fail",
			"warn",
			"extend"
		]).default("fail").describe("What to do when the evidence settles nothing: stop the run (exit code 3), go on with a warning, or measure more and stop only then."),
		extensions: int().min(1).max(10).default(3).describe("With `inconclusive: extend`: how often the budget of the benchmark may be spent again."),
		"first-release": _enum(["pass", "fail"]).default("pass").describe("What to do when there is no version in production to compare with.")
	}),
	example: `gate:
  require: [latency.p50, accuracy]
  inconclusive: fail`,
	extensions: (chosen) => chosen.inconclusive === "extend" ? chosen.extensions : 0,
	async run({ settings: chosen, given: { comparison, subject }, tools }) {
		const first = subject.production === void 0;
		const decision = first ? decideFirst(subject.model, chosen) : comparison.identical ? unchanged : decide(comparison, chosen);
		const final = await overridden(decision, subject, tools);
		const warnings = first ? [] : [...reservations(decision), ...overrideWarning(final)];
		const settled = final.override === void 0;
		return {
			product: final,
			verdict: final.verdict,
			summary: final.sentence,
			warnings,
			settled
		};
	}
});
async function overridden(decision, subject, tools) {
	const { override, ledger } = tools;
	if (override === void 0 || decision.verdict === "pass") return decision;
	const { model, candidate } = subject;
	const { verdict } = decision;
	const key = `override:${model}:${candidate.sha256}:${digest({
		...override,
		verdict
	}).slice(0, 16)}`;
	await ledger.append(key, {
		kind: "override",
		model,
		candidate: candidate.sha256,
		verdict,
		approver: override.by,
		reason: override.reason
	});
	const sentence = `Let through by ${override.by}, who said: ${override.reason} Without that: ${decision.sentence}`;
	return {
		...decision,
		verdict: "pass",
		override: {
			...override,
			verdict
		},
		sentence
	};
}
function overrideWarning({ override }) {
	if (override === void 0) return [];
	return [{
		code: "gate-overridden",
		message: `The gate said ${override.verdict}; ${override.by} let the candidate through: ${override.reason}`,
		remedy: "The ledger holds who and why. Watch the rollout, and have a version to go back to."
	}];
}
function decide(comparison, { require, inconclusive }) {
	const required = requiredRows(comparison.rows, require);
	const found = combine(required.map((row) => row.verdict));
	const verdict = found === "inconclusive" && inconclusive === "warn" && required.length > 0 ? "pass" : found;
	return {
		verdict,
		reasons: required.map(({ metric, scenario, verdict, why }) => ({
			metric,
			...scenario === void 0 ? {} : { scenario },
			verdict,
			why
		})),
		sentence: sentenceOf(required, found, verdict)
	};
}
const unchanged = {
	verdict: "pass",
	reasons: [],
	sentence: "Passed. The candidate is production itself, byte for byte: nothing can have changed."
};
function decideFirst(model, chosen) {
	const verdict = chosen["first-release"];
	return {
		verdict,
		reasons: [],
		sentence: `${`No version of ${model} is in production, so nothing was compared`}: ${verdict === "pass" ? "a first release passes" : "a first release does not pass this gate"}.`
	};
}
function requiredRows(rows, require) {
	if (require === void 0) return rows;
	const compared = [...new Set(rows.map((row) => row.metric))];
	const missing = require.find((metric) => !compared.includes(metric));
	if (missing !== void 0) throw stageError("gate-metric-not-compared", {
		metric: missing,
		compared
	});
	return rows.filter((row) => require.includes(row.metric));
}
function sentenceOf(rows, found, verdict) {
	const deciding = rows.filter((row) => row.verdict === found).sort((a, b) => excess(b) - excess(a));
	const [first] = deciding;
	if (first === void 0) return "Inconclusive: nothing was compared.";
	const where = first.scenario === void 0 ? "" : ` (${first.scenario})`;
	const others = deciding.length > 1 ? ` So ${deciding.length === 2 ? "is 1 other" : `are ${deciding.length - 1} others`}.` : "";
	if (found === "fail") return `Failed on ${first.metric}${where}: ${first.why}${others}`;
	if (found === "inconclusive") return `${verdict === "pass" ? "Passed with reservations: undecided" : "Inconclusive"} on ${first.metric}${where}: ${first.why}${others}`;
	return `Passed. ${rows.length === 1 ? "The one comparison required" : `All ${rows.length} comparisons required`} came out well; closest to its margin${where}: ${first.why}`;
}
function excess({ better, interval, margin, claim }) {
	const [least, most] = better === "lower" ? [interval.low, interval.high] : [-interval.high, -interval.low];
	const worst = claim === "equivalent" ? Math.max(-least, most) : claim === "better" ? most + margin : most;
	return margin === 0 ? worst * 1e9 : worst / margin;
}
function reservations(decision) {
	if (decision.verdict !== "pass") return [];
	return decision.reasons.filter(({ verdict }) => verdict === "inconclusive").map(({ metric, scenario, why }) => ({
		code: "gate-inconclusive",
		message: `${metric}${scenario === void 0 ? "" : ` (${scenario})`} was let through undecided: ${why}`,
		remedy: "Give the benchmark a larger `budget:` or more data, or set `inconclusive: fail`."
	}));
}
function settingsFor(variants) {
	const names = variants.map(({ name }) => name);
	const own = Object.fromEntries(variants.flatMap(({ settings }) => Object.entries(settings.shape)));
	const summaries = variants.map(({ name, summary }) => `\`${name}\` is ${summary}`);
	return strictObject({
		variants: array(_enum(names)).min(1).default(names.slice(0, 1)).describe(`Which variants of the candidate to make: ${summaries.join("; ")}.`),
		...own,
		tolerance: number().nonnegative().default(1e-4).describe("How far a variant's outputs may be from the candidate's, as a part of the largest output value.")
	});
}
function optimizeWith(variants) {
	return defineStage({
		kind: "optimize",
		summary: "Makes variants of the candidate that should be faster, and keeps one only when it answers the same.",
		effects: "files",
		needs: ["subject"],
		gives: "variants",
		reported: true,
		settings: settingsFor(variants),
		example: variants[0]?.example ?? "",
		estimateMs: (chosen) => 2e3 * chosen.variants.length,
		async run({ settings: chosen, given: { subject }, tools }) {
			const { makeVariant } = await import("./optimize-make.js");
			const made = [];
			for (const kind of [...new Set(chosen.variants)].flatMap((name) => variants.find((row) => row.name === name) ?? [])) {
				tools.progress(`variant ${kind.name}`);
				made.push(await makeVariant(kind, subject.candidate, chosen, tools));
			}
			const best = made.find((variant) => variant.kept) ?? {
				id: "candidate",
				model: subject.candidate
			};
			return {
				product: {
					variants: made,
					chosen: {
						id: best.id,
						model: best.model
					}
				},
				summary: sentence(best.id, made)
			};
		}
	});
}
function sentence(chosen, variants) {
	return `${chosen === "candidate" ? "the candidate goes on as it came" : `variant ${chosen} goes on`}: ${variants.map((variant) => `variant ${variant.id} ${variant.why}`).join("; ")}`;
}
const fromEvidence = "from-evidence";
const release = defineStage({
	kind: "release",
	summary: "Gives what passed a semantic version that follows from the evidence, and records it in the registry.",
	effects: "remote",
	needs: ["subject", "decision"],
	wants: [
		"validation",
		"variants",
		"comparison",
		"measurements"
	],
	uses: ["ledger"],
	gives: "release",
	concludes: "reached",
	reported: true,
	settings: strictObject({
		version: string().refine((text) => text === fromEvidence || isVersion(text), "expected from-evidence or a semantic version such as 1.4.0").default(fromEvidence).describe("`from-evidence` lets the evidence decide (interface break: major, better quality: minor, else patch); or an exact version such as `2.0.0`."),
		candidate: boolean().default(false).describe("Release as a candidate of the version that the evidence says, such as `1.4.0-rc.1`; the same file becomes `1.4.0` when it is released without."),
		tag: boolean().default(true).describe("Show the release as a git tag in the grammar of GTO, such as `digits@v1.4.0`.")
	}),
	example: "{ version: from-evidence, tag: true }",
	async run({ settings, given, tools }) {
		const { subject, decision, variants, comparison } = given;
		if (decision.verdict !== "pass") throw stageError("release-refused", { verdict: decision.verdict });
		const { model } = subject;
		const artifact = variants?.chosen.model ?? subject.candidate;
		const { versions } = registryState(await tools.ledger.read(), model);
		const known = releaseOf(artifact.sha256, versions, settings);
		if (known !== void 0) return kept(model, known, settings, tools);
		const product = await record({
			model,
			artifact,
			evidence: await gather(subject.production?.artifact, artifact, comparison, tools),
			comparison,
			settings,
			tools
		});
		return {
			product,
			summary: `${model} ${product.version} (${product.why})`
		};
	}
});
function wantedBy({ version, candidate }) {
	return {
		exact: version === fromEvidence ? void 0 : version,
		candidate
	};
}
async function kept(model, { version, artifact, why }, settings, tools) {
	const here = await plannedBefore(tools, version);
	const product = {
		model,
		version,
		tag: versionTag(model, version),
		artifact,
		bump: here?.bump ?? "none",
		why,
		existed: here === void 0
	};
	await ensureShown(product, settings, tools);
	const { exact } = wantedBy(settings);
	const warnings = exact === void 0 || exact === version ? [] : [versionKept(model, version, exact)];
	return {
		product,
		summary: here === void 0 ? `${model} ${version} was released before` : `${model} ${version} (${why})`,
		warnings
	};
}
async function ensureShown({ model, artifact, ...planned }, { tag }, tools) {
	const key = releaseKey(model, artifact, planned.version);
	if (!(await tools.ledger.read()).some((entry) => entry.key === key)) return;
	const source = tools.world.commit;
	await tools.ledger.append(key, releaseEvent({
		model,
		artifact,
		planned,
		source,
		evidence: void 0,
		tag
	}));
}
function versionKept(model, version, wanted) {
	return {
		code: "version-kept",
		message: `The same model file is ${model} ${version} already, so it did not become ${wanted}.`,
		remedy: `Take out \`version: ${wanted}\`, or release a different file.`
	};
}
async function gather(production, artifact, comparison, { world, store }) {
	const improved = comparison?.rows.filter((row) => row.improved && isQuality(row.metric)).map(({ metric }) => metric) ?? [];
	if (production === void 0) return {
		interfaceChange: void 0,
		improved
	};
	const { diffInterface } = await import("./onnx-diff-facade.js");
	const { readModel } = await import("./onnx-format-facade.js");
	const [before, after] = await Promise.all([production, artifact].map(async (each) => readModel(await world.files.open(await store.path(each)), each.name)));
	return {
		interfaceChange: before && after && diffInterface(before, after),
		improved
	};
}
function isQuality(metric) {
	const known = metrics.find(({ name }) => name === metric.replace(/\[.*\]$/, ""));
	return known === void 0 || known.how === "paired";
}
async function record({ model, artifact, evidence, comparison, settings, tools }) {
	const wanted = wantedBy(settings);
	for (let attempt = 1;; attempt++) {
		const { versions } = registryState(await tools.ledger.read(), model);
		const known = versions.map(({ version }) => version);
		const planned = planRelease(known, evidence, wanted);
		await tools.checkpoint.append({ releasing: planned });
		try {
			const event = releaseEvent({
				model,
				artifact,
				planned,
				source: tools.world.commit,
				evidence: comparison?.evidence,
				tag: settings.tag
			});
			const entry = await tools.ledger.append(releaseKey(model, artifact, planned.version), event);
			const version = entry.kind === "release" ? entry.version : planned.version;
			const existed = version !== planned.version;
			return {
				...planned,
				version,
				model,
				tag: versionTag(model, version),
				artifact,
				existed
			};
		} catch (error) {
			if (!(error instanceof UserError && error.code === "version-exists") || wanted.exact !== void 0 || attempt === 5) throw error;
		}
	}
}
async function plannedBefore({ checkpoint }, version) {
	return (await checkpoint.read()).map(({ releasing }) => releasing).findLast((planned) => planned?.version === version);
}
function rolloutOn(targets, sources) {
	return defineStage({
		kind: "rollout",
		summary: "Gives the release traffic step by step, judges each step, and promotes it or takes it back.",
		effects: "remote",
		needs: ["subject", "release"],
		wants: ["decision"],
		uses: [
			"ledger",
			"targets",
			"sources"
		],
		gives: "rollout",
		concludes: "reached",
		reported: true,
		settings: rolloutSettings(targets, sources),
		example: "{ target: { local: { replay: eval } }, steps: [5%, 25%, 100%], bake: 60s, analysis: [{ metric: error-rate, margin: 1pp }] }",
		runsUserCode,
		estimateMs: ({ steps, bake }) => steps.length * bake + 2e3,
		run: async (input) => (await import("./stages-rollout-take-through.js")).takeThrough(input)
	});
}
const costs = {
	loading: 1e3,
	reading: 100
};
function validateOn(targets) {
	return defineStage({
		kind: "validate",
		summary: "Checks that the candidate is a sound ONNX model: its graph, its interface, its safety, that it runs, and what it must answer, state and stay below.",
		effects: "none",
		needs: ["subject"],
		uses: ["targets"],
		gives: "validation",
		reported: true,
		settings: validateSettings(targets),
		example: "{ checks: [graph, interface, safety, runs], limits: { size: 20MB } }",
		files: ({ golden }, folder) => golden.map((set) => goldenFile(set, folder)),
		estimateMs: ({ checks, golden, "load-test": load }) => costs.reading * checks.length + costs.loading * (checks.filter((name) => name === "runs" || name === "determinism").length + golden.length) + (load === void 0 ? 0 : costs.loading + load.for),
		run: async (input) => (await import("./stages-validate-check-all.js")).checkAll(input)
	});
}
const builtIn = {
	targets,
	sources,
	variants
};
function stageKindsFor(families) {
	return [
		validateOn(families.targets),
		optimizeWith(families.variants),
		benchmark,
		compare,
		gate,
		release,
		rolloutOn(families.targets, families.sources)
	];
}
const stageKinds = stageKindsFor(builtIn);
const expression = /\$\{\{(.*?)\}\}/g;
function substitute(value, source, scope) {
	const problems = [];
	const look = (term, path) => {
		const found = lookUp(term, scope);
		if (!("problem" in found)) return found.value;
		problems.push({
			...found.problem,
			where: source.where(path)
		});
		return "";
	};
	const visit = (part, path) => {
		if (typeof part === "string") return substituteText(part, (term) => look(term, path));
		if (Array.isArray(part)) return part.map((member, index) => visit(member, [...path, index]));
		if (part === null || typeof part !== "object") return part;
		return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, visit(member, [...path, key])]));
	};
	return {
		value: visit(value, []),
		problems
	};
}
function substituteText(text, look) {
	const whole = /^\s*\$\{\{([^}]*)\}\}\s*$/.exec(text);
	if (whole?.[1] !== void 0) return look(whole[1].trim());
	return text.replace(expression, (_, term) => String(look(term.trim())));
}
function lookUp(term, scope) {
	const [, kind, name = ""] = /^(env|inputs)\.([A-Za-z_][\w-]*)$/.exec(term) ?? [];
	if (kind === void 0) return { problem: pipelineProblem("expression-unknown", { term }) };
	const value = kind === "env" ? scope.env[name] : ownValue(scope.inputs, name);
	if (value !== void 0) return { value };
	const valid = kind === "env" ? [] : Object.keys(scope.inputs);
	return { problem: pipelineProblem("expression-undefined", {
		term,
		nearest: nearest(name, valid)
	}) };
}
function ownValue(record, name) {
	return Object.hasOwn(record, name) ? record[name] : void 0;
}
function topological(nodes) {
	const byName = new Map(nodes.map((node) => [node.name, node]));
	const order = [];
	const path = [];
	const visit = (name) => {
		if (order.includes(name)) return void 0;
		if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
		path.push(name);
		for (const need of byName.get(name)?.needs ?? []) {
			const cycle = visit(need);
			if (cycle !== void 0) return cycle;
		}
		path.pop();
		order.push(name);
	};
	for (const node of nodes) {
		const cycle = visit(node.name);
		if (cycle !== void 0) return { cycle };
	}
	return { order };
}
function ancestors(nodes, name) {
	const byName = new Map(nodes.map((node) => [node.name, node]));
	const found = new Set();
	const visit = (at) => {
		for (const need of byName.get(at)?.needs ?? []) {
			if (found.has(need)) continue;
			found.add(need);
			visit(need);
		}
	};
	visit(name);
	const sorted = topological(nodes);
	return ("order" in sorted ? sorted.order : []).filter((each) => found.has(each)).flatMap((each) => byName.get(each) ?? []);
}
function giverOf(nodes, name, product) {
	return ancestors(nodes, name).findLast((node) => node.gives === product)?.name;
}
function descendants(nodes, name) {
	return nodes.filter((node) => ancestors(nodes, node.name).some((before) => before.name === name)).map((node) => node.name);
}
function problemsOf(issues, schema, source, base, also = []) {
	return issues.flatMap((issue) => problemsOfIssue(issue, schema, source, base, also));
}
function problemsOfIssue(issue, schema, source, base, also) {
	const inside = issue.path.map((step) => typeof step === "symbol" ? String(step) : step);
	const path = [...base, ...inside];
	if (issue.code === "unrecognized_keys") {
		const valid = [...keysAt(schema, inside), ...inside.length === 0 ? also : []];
		return issue.keys.map((key) => unknownKey(key, path, valid, source.whereKey([...path, key])));
	}
	if (issue.code === "invalid_union") {
		const meant = keysMeant(schemaAt(schema, inside, 0), issue.input);
		if (meant.unknown.length > 0) return meant.unknown.map((key) => unknownKey(key, path, meant.valid, source.whereKey([...path, key])));
		const branch = bestBranch(issue.errors);
		if (branch !== void 0) return branch.flatMap((nested) => problemsOfIssue(nested, schemaAt(schema, inside, 0) ?? schema, source, path, []));
	}
	if (issue.code === "invalid_type" && issue.input === void 0 && issue.message.includes("received undefined")) {
		const key = String(path.at(-1) ?? "pipeline");
		return [pipelineProblem("pipeline-missing-key", {
			key,
			at: nameOf(path.slice(0, -1))
		}, source.where(path))];
	}
	return [wrongValue(issue, path, source.where(path))];
}
function unknownKey(key, path, valid, where) {
	return pipelineProblem("pipeline-unknown-key", {
		key,
		at: nameOf(path),
		valid,
		nearest: nearest(key, valid)
	}, where);
}
function wrongValue(issue, path, where) {
	if (issue.code === "invalid_value") {
		const valid = issue.values.map(String);
		const given = typeof issue.input === "string" ? issue.input : "";
		return pipelineProblem("pipeline-wrong-value", {
			at: nameOf(path),
			expected: `one of ${valid.join(", ")}`,
			nearest: nearest(given, valid)
		}, where);
	}
	return pipelineProblem("pipeline-wrong-value", {
		at: nameOf(path),
		expected: lowerFirst(issue.message),
		nearest: void 0
	}, where);
}
function keysMeant(schema, value) {
	const options = objectsIn(schema);
	if (options.length === 0 || value === null || typeof value !== "object" || Array.isArray(value)) return {
		valid: [],
		unknown: []
	};
	const keys = Object.keys(value);
	const known = options.map(({ shape }) => keys.filter((key) => Object.hasOwn(shape, key)).length);
	const meant = options.filter((_, at) => known[at] === Math.max(...known));
	const valid = [...new Set(meant.flatMap(({ shape }) => Object.keys(shape)))];
	return {
		valid,
		unknown: keys.filter((key) => !valid.includes(key))
	};
}
function bestBranch(branches) {
	const depth = (issues) => Math.max(...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" || issue.code === "custom" ? .5 : 0)));
	return branches.filter((issues) => issues.length > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
}
function nameOf(path) {
	return path.length === 0 ? "the pipeline" : path.map((step) => typeof step === "number" ? `[${step}]` : step).join(".");
}
function lowerFirst(text) {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
function keysAt(schema, path) {
	return [...new Set(objectsIn(schemaAt(schema, path, 0)).flatMap(({ shape }) => Object.keys(shape)))];
}
function schemaAt(schema, path, depth) {
	const bare = unwrapped(schema);
	const step = path[depth];
	if (step === void 0) return bare;
	if (bare instanceof ZodUnion) return bare.options.map((option) => schemaAt(option, path, depth)).find((found) => found !== void 0);
	if (bare instanceof ZodObject) return descend(bare.shape[step], path, depth);
	if (bare instanceof ZodArray) return descend(bare.element, path, depth);
	if (bare instanceof ZodRecord) return descend(bare.valueType, path, depth);
}
function objectsIn(schema) {
	if (schema instanceof ZodObject) return [schema];
	return schema instanceof ZodUnion ? schema.options.map(unwrapped).flatMap(objectsIn) : [];
}
function descend(schema, path, depth) {
	return schema === void 0 ? void 0 : schemaAt(schema, path, depth + 1);
}
function unwrapped(schema) {
	if (schema instanceof ZodOptional || schema instanceof ZodDefault || schema instanceof ZodNullable || schema instanceof ZodPrefault) return unwrapped(schema.unwrap());
	if (schema instanceof ZodPipe) return unwrapped(schema.in);
	return schema;
}
var import_dist = require_dist();
const mostAliases = 100;
function parseSource(text, file) {
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false,
		strict: true
	});
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		};
	};
	throwIfAny(document.errors.map((error) => syntaxProblem(error, place(error.pos[0]))));
	const value = plainValue(() => document.toJS({ maxAliasCount: mostAliases }), place(0));
	const offset = (path, key) => offsetOf(document.contents, path, key);
	return {
		file,
		value,
		where: (path) => place(offset(path, false)),
		whereKey: (path) => place(offset(path, true))
	};
}
function sourceOf(value, file) {
	return {
		file,
		value,
		where: () => void 0,
		whereKey: () => void 0
	};
}
function throwIfAny(problems) {
	const [first, ...others] = problems;
	if (first !== void 0) throw new UserError([first, ...others]);
}
function syntaxProblem(error, where) {
	if (error.code === "DUPLICATE_KEY") return pipelineProblem("pipeline-duplicate-name", {}, where);
	return pipelineProblem("pipeline-not-yaml", { reason: error.message.split("\n")[0] ?? error.code }, where);
}
function plainValue(convert, where) {
	try {
		return convert();
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new UserError([pipelineProblem("pipeline-not-yaml", { reason }, where)], { cause });
	}
}
function offsetOf(root, path, key) {
	let node = root;
	let offset = startOf(root) ?? 0;
	for (const [index, step] of path.entries()) {
		if (!(0, import_dist.isCollection)(node)) break;
		const pair = (0, import_dist.isMap)(node) ? node.items.find((item) => keyOf(item) === String(step)) : void 0;
		const child = (0, import_dist.isMap)(node) ? pair?.value : node.items[Number(step)];
		offset = startOf(pair !== void 0 && (key ? index === path.length - 1 : !(0, import_dist.isNode)(child)) ? pair.key : child) ?? startOf(pair?.key) ?? offset;
		node = child;
	}
	return offset;
}
function keyOf(pair) {
	return (0, import_dist.isScalar)(pair.key) ? String(pair.key.value) : String(pair.key);
}
function startOf(node) {
	return (0, import_dist.isNode)(node) ? node.range?.[0] : void 0;
}
const once = {
	reportInput: true,
	jitless: true
};
async function load(file, world, options = {}) {
	const absolute = path.resolve(world.cwd, file);
	if (options.text !== void 0) return check(parseSource(options.text, absolute), world, options);
	const size = await world.files.size(absolute);
	if (size === void 0) throw pipelineError("pipeline-missing", { path: absolute });
	if (size > 1048576) throw pipelineError("pipeline-too-large", {
		path: absolute,
		bytes: size
	});
	return check(parseSource(await world.files.readText(absolute), absolute), world, options);
}
function pipelineOf(value, folder, world, options = {}) {
	return check(sourceOf(value, path.join(folder, "pipeline")), world, options);
}
function check(source, world, options) {
	const families = {
		targets: [...builtIn.targets, ...options.targets ?? []],
		sources: [...builtIn.sources, ...options.sources ?? []],
		variants: [...builtIn.variants, ...options.variants ?? []]
	};
	const kinds = [...stageKindsFor(families), ...options.kinds ?? []];
	const { value, problems } = substituted(source, world, options.inputs ?? {});
	const parsed = pipelineFile.safeParse(value, once);
	if (!parsed.success) {
		const stages = stagesOf(value);
		const others = stages === void 0 ? [] : checkStages(stages, kinds, source).problems;
		throwIfAny([
			...problems,
			...problemsOf(parsed.error.issues, pipelineFile, source, []),
			...others
		]);
		throw parsed.error;
	}
	world.hide(parsed.data.secrets);
	const stages = checkStages(parsed.data.stages, kinds, source);
	throwIfAny([
		...problems,
		...stages.problems,
		...stages.problems.length === 0 ? graphProblems(stages.stages, kinds) : []
	]);
	return {
		name: parsed.data.pipeline,
		file: source.file,
		folder: path.dirname(source.file),
		sha256: digest(value),
		model: parsed.data.model,
		registry: parsed.data.registry,
		data: parsed.data.data,
		stages: stages.stages,
		kinds,
		targets: families.targets,
		sources: families.sources,
		where: source.where
	};
}
function stagesOf(value) {
	return asRecord(asRecord(value)?.["stages"]);
}
function asRecord(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value) ? value : void 0;
}
function substituted(source, world, given) {
	const file = asRecord(source.value);
	if (file === void 0) return {
		value: source.value,
		problems: []
	};
	const { inputs: declarations, ...rest } = file;
	const declared = asRecord(declarations) ?? {};
	const problems = Object.keys(given).filter((name) => !Object.hasOwn(declared, name)).map((name) => pipelineProblem("input-unknown", {
		name,
		valid: Object.keys(declared),
		nearest: nearest(name, Object.keys(declared))
	}, source.where(["inputs"])));
	const defaults = Object.entries(declared).flatMap(([name, declaration]) => {
		const value = asRecord(declaration)?.["default"];
		return value === void 0 ? [] : [[name, value]];
	});
	const replaced = substitute(rest, source, {
		env: world.env,
		inputs: {
			...Object.fromEntries(defaults),
			...given
		}
	});
	return {
		value: declarations === void 0 ? replaced.value : {
			...replaced.value,
			inputs: declarations
		},
		problems: [...problems, ...replaced.problems]
	};
}
function checkStages(bodies, kinds, source) {
	const names = Object.keys(bodies);
	const results = Object.entries(bodies).map(([name, body], index) => checkStage(name, body, names[index - 1], kinds, source));
	const stages = results.flatMap((result) => result.stage === void 0 ? [] : [result.stage]);
	const needs = stages.flatMap((stage) => needsProblems(stage, names, source));
	return {
		stages,
		problems: [...results.flatMap((result) => result.problems), ...needs]
	};
}
function checkStage(name, body, previous, kinds, source) {
	const at = ["stages", name];
	const record = body === null ? {} : asRecord(body);
	if (record === void 0) return { problems: [pipelineProblem("pipeline-wrong-value", {
		at: `stages.${name}`,
		expected: "a mapping of settings",
		nearest: void 0
	}, source.where(at))] };
	const [common, settings] = split(record);
	const kindName = typeof common["kind"] === "string" ? common["kind"] : name;
	const kind = kinds.find((each) => each.kind === kindName);
	const valid = kinds.map((each) => each.kind);
	if (kind === void 0) return { problems: [pipelineProblem("stage-kind-unknown", {
		kind: kindName,
		valid,
		nearest: nearest(kindName, valid)
	}, source.whereKey(at))] };
	const commonResult = stageCommon.safeParse(common, once);
	const settingsResult = kind.settings.safeParse(settings, once);
	const problems = [...issuesOf(commonResult, stageCommon, source, at, []), ...issuesOf(settingsResult, kind.settings, source, at, commonKeys)];
	if (problems.length > 0 || !commonResult.success) return { problems };
	const { needs, when, timeout } = commonResult.data;
	const before = needs === void 0 ? previous === void 0 ? [] : [previous] : [needs].flat();
	return {
		stage: {
			...kind.make(settings, { folder: path.dirname(source.file) }),
			name,
			needs: before,
			when,
			timeout,
			where: source.whereKey(at)
		},
		problems
	};
}
function split(record) {
	const entries = Object.entries(record);
	const isCommon = ([key]) => commonKeys.includes(key);
	return [Object.fromEntries(entries.filter(isCommon)), Object.fromEntries(entries.filter((entry) => !isCommon(entry)))];
}
function issuesOf(result, schema, source, at, also) {
	return result.success ? [] : problemsOf(result.error.issues, schema, source, at, also);
}
function needsProblems(stage, names, source) {
	return stage.needs.filter((need) => !names.includes(need)).map((need) => pipelineProblem("stage-unknown", {
		name: need,
		valid: names,
		nearest: nearest(need, names)
	}, source.where([
		"stages",
		stage.name,
		"needs"
	])));
}
function graphProblems(stages, kinds) {
	const nodes = nodesOf(stages);
	const sorted = topological(nodes);
	if ("cycle" in sorted) {
		const where = stages.find((stage) => stage.name === sorted.cycle[0])?.where;
		return [pipelineProblem("pipeline-cycle", { cycle: sorted.cycle }, where)];
	}
	return stages.flatMap((stage) => stage.kind.needs.filter((product) => product !== "subject" && giverOf(nodes, stage.name, product) === void 0).map((product) => {
		const givers = kinds.filter((kind) => kind.gives === product).map((kind) => kind.kind);
		return pipelineProblem("stage-input-missing", {
			stage: stage.name,
			product,
			givers
		}, stage.where);
	}));
}
function nodesOf(stages) {
	return stages.map((stage) => ({
		name: stage.name,
		needs: stage.needs,
		gives: stage.kind.gives
	}));
}
export { ancestors, defineMetricSource, defineStage, defineTarget, defineVariant, descendants, effects, giverOf, load, nodesOf, pipelineOf, stageKinds, topological };
