import { Bug, findProvider } from "./workers.js";
import { median } from "./core-quantile.js";
import { inspectPlacement } from "./providers-placement.js";
import "./stats-describe.js";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { performance } from "node:perf_hooks";
const negligible = .01;
function steady(times) {
	if (times.length < 4) return false;
	const half = times.length >> 1;
	const [first, second] = [times.slice(0, half), times.slice(half)];
	const [before, after] = [median(first), median(second)];
	const error = Math.hypot(errorOfMedian(first, before), errorOfMedian(second, after));
	return before - after <= Math.max(negligible * before, 3 * error);
}
function errorOfMedian(values, middle) {
	return 1.2533 * (1.4826 * median(values.map((value) => Math.abs(value - middle)))) / Math.sqrt(values.length);
}
function peakBytes() {
	const kilobytes = /^(\d+) kB$/.exec(statusLine("VmHWM") ?? "")?.[1];
	return (kilobytes === void 0 ? process.resourceUsage().maxRSS : Number(kilobytes)) * 1024;
}
function processors() {
	return parseProcessors(statusLine("Cpus_allowed_list") ?? "");
}
function parseProcessors(list) {
	if (!/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(list)) return [];
	return list.split(",").flatMap((range) => {
		const [from = 0, to = from] = range.split("-").map(Number);
		return Array.from({ length: to - from + 1 }, (_, at) => from + at);
	});
}
function statusLine(key) {
	try {
		const status = readFileSync("/proc/self/status", "utf8");
		return new RegExp(`^${key}:\\s*(.*)$`, "m").exec(status)?.[1]?.trim();
	} catch {
		return;
	}
}
function createBenchRole() {
	let session;
	let timedRun;
	let slowdown = 1;
	const open = async (request) => {
		await session?.close();
		timedRun = void 0;
		slowdown = request.slowdown ?? 1;
		const provider = findProvider(request.provider);
		await provider.version();
		const start = performance.now();
		session = await provider.open(request.model, request);
		return {
			inputs: session.inputs,
			outputs: session.outputs,
			sessionMs: performance.now() - start
		};
	};
	const warm = async ({ feeds }) => {
		timedRun = timed(needed(session, "open"), feeds, slowdown);
		return warmUp(timedRun);
	};
	return async (message) => {
		const request = message;
		switch (request.do) {
			case "prepare": return prepare(request.provider);
			case "open": return open(request);
			case "place": return place(request);
			case "run": return { outputs: await needed(session, "open").run(request.feeds) };
			case "warm": return warm(request);
			case "measure":
				await times(needed(timedRun, "warm"), request.settle);
				return { samplesMs: await times(needed(timedRun, "warm"), request.runs) };
			case "serve": return serve(needed(timedRun, "warm"), request.arrivals);
			case "peak": return { peakBytes: peakBytes() };
			default: throw new Bug(`a bench worker was asked what it does not know: ${JSON.stringify(request)}`);
		}
	};
}
async function prepare(provider) {
	return {
		runtime: await findProvider(provider).version(),
		processors: processors()
	};
}
async function place({ provider, model, feeds, ...options }) {
	return { placement: await inspectPlacement(findProvider(provider), model, options, () => feeds) };
}
function timed(session, feeds, slowdown) {
	const run = session.prepare(feeds);
	return async () => {
		const start = performance.now();
		await run();
		let end = performance.now();
		const until = start + (end - start) * slowdown;
		while (end < until) end = performance.now();
		return end - start;
	};
}
async function times(run, count) {
	const taken = [];
	for (let at = 0; at < count; at++) taken.push(await run());
	return taken;
}
async function serve(run, arrivals) {
	await run();
	const begin = performance.now();
	const samplesMs = [];
	let idleMs = 0;
	for (const arrival of arrivals) {
		idleMs += await until(begin + arrival);
		await run();
		samplesMs.push(performance.now() - (begin + arrival));
	}
	const ms = performance.now() - begin;
	return {
		samplesMs,
		served: {
			ms,
			busyMs: ms - idleMs
		}
	};
}
const awakeMs = 3;
async function until(due) {
	const from = performance.now();
	if (from >= due) return 0;
	if (due - from > awakeMs) await setTimeout(due - from - awakeMs);
	while (performance.now() < due);
	return performance.now() - from;
}
const stretch = {
	ms: 60,
	leastRuns: 4,
	mostRuns: 2e3
};
const warmupMs = 1e3;
async function warmUp(run) {
	const begin = performance.now();
	const firstRunMs = await run();
	let runs = 1;
	for (;;) {
		const taken = await stretchOf(run);
		runs += taken.length;
		const isSteady = steady(taken);
		const ms = performance.now() - begin;
		if (isSteady || ms >= warmupMs) return {
			firstRunMs,
			runMs: median(taken),
			runs,
			ms,
			steady: isSteady
		};
	}
}
async function stretchOf(run) {
	const taken = [];
	const begin = performance.now();
	while (taken.length < stretch.leastRuns || performance.now() - begin < stretch.ms) {
		taken.push(await run());
		if (taken.length >= stretch.mostRuns) break;
	}
	return taken;
}
function needed(value, what) {
	if (value === void 0) throw new Bug(`a bench worker was asked to run before it was asked to: ${what}`);
	return value;
}
export { createBenchRole };
