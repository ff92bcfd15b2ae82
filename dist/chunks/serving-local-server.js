import { call, listen, readBody, sendJson } from "./serving-http.js";
import { Cancelled, errorFrom, messageOf, randomUUID } from "./workers.js";
import { histogramOf } from "./stats-histogram.js";
import { Agent, createServer } from "node:http";
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
		...family(requestsTotal, "counter", "Requests of the replay, by the version that was asked."),
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
const ownHeader = "x-airworthy-replay";
async function startRouter({ port, timeoutMs, clock }) {
	const agent = new Agent({
		keepAlive: true,
		maxSockets: 128
	});
	const counter = createCounter();
	const ownKey = randomUUID();
	const toCandidate = {
		own: createSplit(),
		others: createSplit()
	};
	let backends;
	let weight = 0;
	const pick = (whose) => weight > 0 && toCandidate[whose](weight) ? backends?.candidate : backends?.stable;
	const weights = () => ({
		...backends?.stable === void 0 ? {} : { [backends.stable.version]: 1 - weight },
		...backends === void 0 ? {} : { [backends.candidate.version]: weight }
	});
	const pass = async (request, response) => {
		const body = await readBody(request);
		const whose = request.headers["x-airworthy-replay"] === ownKey ? "own" : "others";
		const backend = pick(whose);
		if (backend === void 0) return sendJson(response, 503, { error: "no version is given traffic" });
		const start = clock.monotonicMs();
		const finish = (status, send) => {
			if (whose === "own") counter.count(backend.version, {
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
		ownKey,
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
	const { agent, port, path, ownKey, bodies, timeoutMs, clock } = options;
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
			"content-length": body.length,
			[ownHeader]: ownKey
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
			ownKey: router.ownKey,
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
export { startLocalServer };
