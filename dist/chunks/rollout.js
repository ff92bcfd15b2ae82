import { Bug, Cancelled, UserError, errorFrom } from "./workers.js";
import { entriesOf, headAfter, leaseBounds, lostRollout, mayAcquire, printDuration, printShare, rolloutOf, runIn, watchMs } from "./start.js";
import { longestHookMs } from "./pipelines.js";
import { secondsOf } from "./core-traffic.js";
import { analyse, sharedAlpha, totals, windowsPerLook } from "./verdicts-traffic.js";
import { isDeepStrictEqual } from "node:util";
const keys = {
	started: (id) => `${id}/started`,
	weight: (id, step) => `${id}/step-${step + 1}/weight`,
	look: (id, step, look) => `${id}/step-${step + 1}/look-${look}`,
	rollback: (id) => `${id}/rollback/weight`,
	promoted: (id) => `${id}/promoted`,
	hook: (id, on, index) => `${id}/${on}/hook-${index + 1}`,
	finished: (id) => `${id}/finished`,
	claimed: (id, nonce) => `${id}/claimed/${nonce}`,
	left: (id, nonce) => `${id}/left/${nonce}`
};
function nextStep(state, rules, moment) {
	if (state.finished !== void 0) return { do: "done" };
	if (state.promoted) {
		const why = promotionReason(state);
		return hookToRun(state, rules, "promoted", why) ?? {
			do: "finish",
			outcome: "promoted",
			why
		};
	}
	const halt = haltReason(state, rules);
	if (halt === void 0) return advance(state, rules, moment);
	const rollback = state.weights.find(({ weight }) => weight === 0);
	if (rollback === void 0) return {
		do: "roll-back",
		...halt
	};
	return hookToRun(state, rules, "rolled-back", halt.why) ?? verification(rollback.at, halt.why, rules, moment);
}
function weightOf(state) {
	return state.weights.at(-1)?.weight ?? 0;
}
function advance(state, rules, moment) {
	const step = state.steps.findIndex((_, index) => !state.looks.some((look) => look.step === index && look.verdict === "pass"));
	const weight = state.steps[step];
	if (weight === void 0) return { do: "promote" };
	const set = state.weights.find((each) => each.step === step);
	if (set === void 0) return {
		do: "set-weight",
		step,
		weight
	};
	const looks = state.looks.filter((look) => look.step === step);
	const last = looks.at(-1);
	const span = spanFrom(latest(set.at, last && endOf(last), moment.since), rules.bakeMs);
	if (moment.now < span.to) return {
		do: "wait",
		until: span.to
	};
	return {
		do: "judge",
		step,
		look: looks.length + 1,
		span
	};
}
function endOf({ windows, at }) {
	const to = windows.at(-1)?.to;
	return to !== void 0 && to < at ? to : at;
}
function latest(first, ...others) {
	return others.reduce((last, each) => each !== void 0 && each > last ? each : last, first);
}
function spanFrom(from, ms) {
	return {
		from,
		to: new Date(Date.parse(from) + ms).toISOString()
	};
}
function haltReason(state, { hold }) {
	const last = state.looks.at(-1);
	if (last === void 0 || last.verdict === "pass") return void 0;
	const { step } = last;
	const share = `at ${printShare(state.steps[step] ?? 0)} of traffic`;
	const reasons = last.judgements.filter(({ verdict }) => verdict === last.verdict).map(({ why }) => why);
	const because = reasons.length === 0 ? "nothing could be judged" : reasons.join("; ");
	if (last.verdict === "fail") return {
		step,
		why: `${share}, ${because}`
	};
	const looks = state.looks.filter((look) => look.step === step).length;
	if (looks <= hold) return void 0;
	return {
		step,
		why: `${share}, still inconclusive after ${looks} ${looks === 1 ? "look" : "looks"}: ${because}`
	};
}
function hookToRun(state, rules, on, why) {
	const ran = new Set(state.hooks.map(({ key }) => key));
	for (let index = 0; index < rules.hooks[on]; index++) if (!ran.has(keys.hook(state.id, on, index))) return {
		do: "run-hook",
		on,
		index,
		why
	};
}
const verifications = 5;
const longestVerificationMs = 1e4;
const longestLag = 30;
function verification(rollbackAt, why, { bakeMs }, { now, since }) {
	const from = Date.parse(latest(rollbackAt, since));
	const ms = Math.min(bakeMs, longestVerificationMs);
	const over = Math.floor((Date.parse(now) - from) / ms);
	if (over < 1) return {
		do: "wait",
		until: new Date(from + ms).toISOString()
	};
	return {
		do: "verify",
		spans: Array.from({ length: Math.min(over, longestLag) }, (_, back) => spanFrom(new Date(from + (over - 1 - back) * ms).toISOString(), ms)),
		last: over >= verifications,
		why
	};
}
function promotionReason({ steps }) {
	return steps.length === 1 ? "its one step passed" : `all ${steps.length} steps passed`;
}
const patienceMs = 6e4;
const marginMs = leaseBounds.shortest;
const longestLeaseMs = leaseBounds.longest - marginMs;
const heartbeatMs = longestLeaseMs / 2;
function patienceOf({ settings }) {
	return Math.max(patienceMs, settings.bakeMs);
}
function rulesOf({ settings: { bakeMs, hold } }, { hooks }) {
	return {
		bakeMs,
		hold,
		hooks: {
			promoted: hooks.promoted.length,
			"rolled-back": hooks["rolled-back"].length
		}
	};
}
function leaseMs(state, plan, ports) {
	const now = ports.clock.now();
	const next = nextStep(state, rulesOf(plan, ports), {
		now,
		since: void 0
	});
	return Math.min(longestLeaseMs, waitFor(next, Date.parse(now), plan, ports.target.settlesWithinMs ?? 0)) + marginMs;
}
function waitFor(next, now, plan, settlesWithinMs) {
	switch (next.do) {
		case "set-weight":
		case "promote":
		case "roll-back":
		case "finish": return settlesWithinMs;
		case "wait": return Math.max(0, Date.parse(next.until) - now) + settlesWithinMs + patienceOf(plan);
		case "judge":
		case "verify": return settlesWithinMs + patienceOf(plan);
		case "run-hook": return longestHookMs;
		case "done": return 0;
		default: return next;
	}
}
function rolloutState(entries, id) {
	const start = entries.findIndex((entry) => entry.kind === "rollout-started" && entry.rollout === id);
	const first = entries[start];
	if (first?.kind !== "rollout-started") return void 0;
	const after = entriesOf(entries.slice(start + 1), first.model);
	const [begun = first, ...own] = byLastClock([first, ...after.filter((entry) => rolloutOf(entry) === id)]);
	const head = [begun, ...own].reduce(headAfter, void 0);
	if (head === void 0) return void 0;
	return {
		id,
		version: first.version,
		from: first.from,
		source: first.source,
		target: first.target,
		steps: first.steps,
		settings: first.settings,
		at: begun.at,
		head,
		weights: own.flatMap((entry) => entry.kind === "rollout-weight" ? [{
			step: entry.step,
			weight: entry.weight,
			at: entry.at
		}] : []),
		looks: own.flatMap((entry) => entry.kind === "rollout-judged" ? [lookOf(entry)] : []),
		promoted: after.some((entry) => entry.kind === "assign" && promotes(entry, first)),
		hooks: own.flatMap((entry) => entry.kind === "hook" ? [{
			key: entry.key,
			name: entry.name,
			outcome: entry.outcome,
			detail: entry.detail
		}] : []),
		finished: own.find((entry) => entry.kind === "rollout-finished")
	};
}
function byLastClock(entries) {
	let latest;
	return entries.toReversed().map((entry) => {
		const at = latest !== void 0 && latest < entry.at ? latest : entry.at;
		if (entry.kind === "rollout-claimed") latest = at;
		return at === entry.at ? entry : {
			...entry,
			at
		};
	}).toReversed();
}
function promotes({ stage, version, rollout }, started) {
	return stage === "production" && version === started.version && (rollout ?? started.rollout) === started.rollout;
}
function openRollout(entries, model) {
	const own = entriesOf(entries, model);
	return own.flatMap((entry) => entry.kind === "rollout-started" ? [rolloutState(own, entry.rollout)] : []).findLast((rollout) => rollout?.finished === void 0);
}
function lookOf(entry) {
	const { step, requests, judgements, seconds, windows = [], at } = entry;
	const seen = requests.candidate > 0 && judgements.length > 0;
	return {
		step,
		verdict: entry.verdict === "pass" && !seen ? "inconclusive" : entry.verdict,
		requests,
		judgements,
		seconds,
		windows,
		at
	};
}
function openLog({ id, model }, { ledger, clock, driver }) {
	let entries = [];
	let added = [];
	const state = (rollout = id) => rolloutState([...entries, ...added.map(toBe)], rollout);
	const read = async (asking) => {
		entries = await ledger.read(asking);
		const known = new Set(entries.map(({ key }) => key));
		added = added.filter(({ key }) => !known.has(key));
		return state();
	};
	return {
		state: () => state(),
		read,
		async readThere(asking) {
			await ledger.appendAll([], asking);
			return read(asking);
		},
		add(key, event) {
			const before = "rollout" in event && event.rollout !== void 0 ? state(event.rollout) : void 0;
			const named = {
				...event,
				driver,
				...before === void 0 ? {} : { follows: before.head.last }
			};
			added = [...added, {
				key,
				event: named,
				at: clock.now()
			}];
		},
		isAhead: () => added.length > 0,
		isToBeRecorded: (key) => added.some((each) => each.key === key),
		forget() {
			added = [];
		},
		async record(expires, asking) {
			const records = added.map(({ key, event }) => ({
				key,
				event: isLast(event) ? event : {
					...event,
					expires
				}
			}));
			const recorded = await ledger.appendAll(records, asking);
			entries = [...entries, ...recorded];
			added = [];
			if (records.every(({ event }, at) => isSame(event, recorded[at]))) return recorded;
			throw lostRollout({
				model,
				rollout: id,
				driver
			}, state()?.head);
		}
	};
}
function toBe({ key, event, at }) {
	return {
		...event,
		...isLast(event) ? {} : { expires: at },
		key,
		at,
		by: ""
	};
}
function isLast({ kind }) {
	return kind === "rollout-finished" || kind === "rollout-left";
}
function isSame(event, entry) {
	const [one, other] = [event, entry ?? {}];
	return [
		"kind",
		"driver",
		"follows",
		"expires",
		"process"
	].every((name) => isDeepStrictEqual(one?.[name], other?.[name]));
}
const reserveMs = 15e3;
async function acquireLease(plan, ports, watched) {
	const holding = await begin(plan, ports, watched);
	const { log } = holding;
	return {
		state: () => stateOf(holding),
		async read() {
			const found = await log.read();
			if (found?.finished === void 0 && !isHolder(holding, found)) throw lost(holding);
			return stateOf(holding);
		},
		add: log.add,
		leftMs: () => leftMs(holding) - reserveMs,
		async lost() {
			const asking = { signal: AbortSignal.timeout(leavingMs) };
			const found = await log.readThere(asking).catch(() => void 0);
			if (found === void 0) return void 0;
			return found.finished === void 0 && isHolder(holding, found) || found.head.endedBy === ports.driver ? void 0 : lost(holding);
		},
		async flush() {
			if (!log.isAhead()) return;
			await record(holding);
			holding.progressedMs = ports.clock.monotonicMs();
		},
		hold: (what = {}) => hold(holding, what),
		claim: () => renew(holding, 0),
		leave: () => leaveSoon(holding)
	};
}
async function begin(plan, ports, watched) {
	const { clock, signal } = ports;
	const log = openLog(plan, ports);
	const before = await log.read();
	const holding = {
		plan,
		ports,
		log,
		began: [],
		deadline: {
			monotonicMs: 0,
			expires: ""
		},
		progressedMs: clock.monotonicMs(),
		untouched: before === void 0 || before.head.untouched
	};
	try {
		if (before === void 0) {
			for (const { key, event } of startOf(plan, ports)) log.add(key, event);
			holding.began = [keys.started(plan.id)];
			await record(holding);
		} else await renew(holding, 0, reasonToAcquire(before.head, ports, watched));
		return holding;
	} catch (thrown) {
		if (signal.aborted) await leaveSoon(holding);
		throw thrown;
	}
}
function reasonToAcquire(head, { driver, processes }, watched) {
	if (mayAcquire(head, { driver })) return {};
	const { process } = head.lease ?? {};
	if (process !== void 0 && processes.fate({
		host: "",
		...process
	}) === "gone") return { gone: true };
	return { watchedMs: watched?.key === head.last ? watched.ms : 0 };
}
function startOf(plan, { randomId, processes }) {
	const { id: rollout, model, version, from, evidence, source, steps, settings, instead } = plan;
	const started = {
		kind: "rollout-started",
		model,
		rollout,
		version,
		from,
		target: Object.keys(settings.target)[0] ?? "",
		steps,
		settings,
		process: processOf(processes),
		...evidence === void 0 ? {} : { evidence },
		...source === void 0 ? {} : { source }
	};
	const start = {
		key: keys.started(rollout),
		event: started
	};
	if (instead === void 0) return [start];
	const why = `it ended before it began, for the rollout ${rollout}`;
	return [
		{
			key: keys.claimed(instead, randomId()),
			event: claimEvent({
				id: instead,
				model
			}, processes)
		},
		{
			key: keys.finished(instead),
			event: {
				kind: "rollout-finished",
				model,
				rollout: instead,
				outcome: "rolled-back",
				why
			}
		},
		start
	];
}
function claimEvent({ id: rollout, model }, processes, reason = {}) {
	return {
		kind: "rollout-claimed",
		model,
		rollout,
		driver: "",
		follows: "",
		expires: "",
		process: processOf(processes),
		...reason
	};
}
function processOf(processes) {
	const { pid, start, machine, namespace } = processes.identity();
	return {
		pid,
		start,
		machine,
		namespace
	};
}
function stateOf({ log }) {
	const state = log.state();
	if (state === void 0) throw new Bug("a rollout was looked at before it began");
	return state;
}
function lost({ plan: { id: rollout, model }, ports: { driver }, log }) {
	return lostRollout({
		model,
		rollout,
		driver
	}, log.state()?.head);
}
async function record(holding, atLeastMs = 0, asking) {
	const { plan, ports, log } = holding;
	const ms = Math.max(atLeastMs, leaseMs(stateOf(holding), plan, ports));
	const expires = new Date(Date.parse(ports.clock.now()) + ms).toISOString();
	const deadline = {
		monotonicMs: ports.clock.monotonicMs() + ms,
		expires
	};
	await log.record(expires, asking);
	holding.deadline = deadline;
}
function isHolder({ began }, found) {
	return began.includes(found?.head.lease?.began ?? "");
}
function leftMs({ deadline, ports: { clock } }) {
	return Math.min(deadline.monotonicMs - clock.monotonicMs(), Date.parse(deadline.expires) - Date.parse(clock.now()));
}
async function renew(holding, atLeastMs, reason = {}) {
	const { plan, ports, log } = holding;
	if (!holding.began.some(log.isToBeRecorded)) {
		const key = keys.claimed(plan.id, ports.randomId());
		holding.began = [...holding.began, key];
		log.add(key, claimEvent(plan, ports.processes, reason));
	}
	await record(holding, atLeastMs);
}
async function hold(holding, { until, moves = false }) {
	const { clock } = holding.ports;
	if (moves) holding.untouched = false;
	const now = Date.parse(clock.now());
	const waitMs = until === void 0 ? 0 : Math.max(0, Date.parse(until) - now);
	const needed = reserveMs + Math.min(longestLeaseMs, waitMs);
	const againMs = Math.min(longestLeaseMs, clock.monotonicMs() - holding.progressedMs);
	if (leftMs(holding) < needed) await renew(holding, Math.min(longestLeaseMs, needed + againMs) + marginMs);
}
const leavingMs = 4500;
async function leaveSoon(holding) {
	const leaving = leave(holding, { signal: AbortSignal.timeout(leavingMs) }).catch(() => {});
	await Promise.race([leaving, new Promise((resolve) => setTimeout(resolve, leavingMs).unref())]);
}
async function leave(holding, asking) {
	const { plan, ports, log } = holding;
	const drives = (found) => found.finished === void 0 && isHolder(holding, found);
	const end = async () => {
		const found = await log.readThere(asking);
		if (found === void 0 || !drives(found)) return;
		const { id: rollout, model } = plan;
		const event = {
			kind: "rollout-left",
			model,
			rollout,
			driver: "",
			follows: "",
			...holding.untouched ? { untouched: true } : {}
		};
		log.add(keys.left(rollout, ports.randomId()), event);
		await record(holding, 0, asking);
	};
	await end().catch(async (thrown) => {
		if (!(thrown instanceof UserError)) throw thrown;
		log.forget();
		await end();
	});
}
const rolloutError = errorFrom({
	"rollback-unverified": {
		say: (d) => ({
			message: d.candidate > 0 ? `Traffic was set back, but ${d.candidate} requests still reached the candidate; ${d.stable} reached the stable version (rollout ${d.rollout}).` : `Traffic was set back, but no request to the stable version was seen that proves it (rollout ${d.rollout}).`,
			hint: "Check the target, then run `airworthy run --resume`: it sets traffic back and checks again."
		}),
		example: {
			rollout: "20260101-120000-abcdefgh/rollout",
			candidate: 3,
			stable: 197
		}
	},
	"weight-not-in-force": {
		say: (d) => ({
			message: `${d.target} was set to send ${printShare(d.wanted)} of traffic to the candidate but sends ${printShare(d.found)}.`,
			hint: "Check the target: something else may be setting its weights. No further step was taken."
		}),
		example: {
			target: "local",
			wanted: .25,
			found: .05
		}
	}
});
const lookAgainMs = 5e3;
async function enforce(weight, state, { target, clock }) {
	if (isClose(await target.weight(), weight)) return void 0;
	await target.apply(weight);
	const found = await target.weight();
	if (isClose(found, weight)) return void 0;
	const settlesWithinMs = target.settlesWithinMs ?? 0;
	const now = Date.parse(clock.now());
	if (now - Date.parse(lastMoment(state)) >= settlesWithinMs) throw rolloutError("weight-not-in-force", {
		target: target.describe,
		wanted: weight,
		found
	});
	return {
		until: new Date(now + Math.min(lookAgainMs, settlesWithinMs)).toISOString(),
		why: `waits for ${target.describe} to shift traffic`
	};
}
function lastMoment({ at, weights, looks }) {
	return [
		at,
		...weights.map((set) => set.at),
		...looks.map((look) => look.at)
	].sort().at(-1);
}
function isClose(found, wanted) {
	return wanted === 0 || wanted === 1 ? found === wanted : Math.abs(found - wanted) <= .005;
}
function heldTarget(target, lease) {
	return {
		describe: target.describe,
		settlesWithinMs: target.settlesWithinMs,
		traffic: target.traffic,
		async prepare(stable, candidate) {
			await lease.hold();
			return target.prepare(stable, candidate);
		},
		async apply(weight) {
			await lease.hold({ moves: true });
			return target.apply(weight);
		},
		weight: () => target.weight(),
		async restore() {
			await lease.hold({ moves: true });
			return target.restore();
		},
		close: () => target.close()
	};
}
const alpha = .01;
async function judge({ step, look, span }, state, plan, ports, lease) {
	const weight = weightOf(state);
	const { analysis, hold } = plan.settings;
	const alphas = sharedAlpha(alpha, {
		steps: state.steps.length,
		hold,
		metrics: analysis.length
	});
	const seen = await windowsOf(cut(span, windowsPerLook(analysis, alphas)), plan, ports);
	if (seen === void 0) return pauseBriefly(plan, ports, "the metric source");
	const windows = [...windowsAt(state, (at) => at === step), ...seen];
	const before = totals(windowsAt(state, (at) => at < step)).stable;
	const { verdict, judgements } = analyse(analysis, windows, weight, before, alphas);
	const { stable, candidate } = totals(windows);
	ports.progress(`${printShare(weight)} of traffic: ${verdict} (${judgements.map(({ why }) => why).join("; ")})`, (step + 1) / state.steps.length);
	lease.add(keys.look(plan.id, step, look), {
		kind: "rollout-judged",
		model: plan.model,
		rollout: plan.id,
		step,
		verdict,
		requests: {
			stable: stable.requests,
			candidate: candidate.requests
		},
		judgements,
		seconds: windows.reduce((sum, window) => sum + secondsOf(window), 0),
		windows: seen
	});
}
function windowsAt({ looks }, holds) {
	return looks.filter(({ step }) => holds(step)).flatMap(({ windows }) => windows);
}
function cut({ from, to }, count) {
	const [start, end] = [Date.parse(from), Date.parse(to)];
	const bounds = Array.from({ length: count + 1 }, (_, at) => new Date(Math.round(start + (end - start) * at / count)).toISOString());
	return bounds.slice(1).map((each, at) => ({
		from: bounds[at],
		to: each
	}));
}
async function windowsOf(spans, plan, ports) {
	const windows = [];
	for (const span of spans) {
		const window = await ports.source.window(span, versionsOf(plan));
		if (window === void 0 && !isOverdue(span, plan, ports)) return void 0;
		windows.push(window ?? {
			...span,
			stable: silence,
			candidate: silence
		});
	}
	return windows;
}
const silence = {
	requests: 0,
	errors: 0
};
function isOverdue({ to }, plan, { clock }) {
	return Date.parse(clock.now()) - Date.parse(to) > patienceOf(plan);
}
function versionsOf({ from, version }) {
	return {
		stable: from,
		candidate: version
	};
}
async function verifyRollback({ spans, last, why }, plan, ports, lease) {
	const window = await latestTold(spans, plan, ports);
	const oldest = spans.at(-1);
	if (window === void 0 && oldest !== void 0 && !isOverdue(oldest, plan, ports)) return pauseBriefly(plan, ports, "the metric source");
	const [stable, candidate] = [window?.stable.requests ?? 0, window?.candidate.requests ?? 0];
	if (window !== void 0 && candidate === 0 && (stable > 0 || plan.from === void 0)) {
		lease.add(keys.finished(plan.id), {
			kind: "rollout-finished",
			model: plan.model,
			rollout: plan.id,
			outcome: "rolled-back",
			why,
			verified: {
				stable,
				candidate
			}
		});
		return;
	}
	if (last) throw rolloutError("rollback-unverified", {
		rollout: plan.id,
		stable,
		candidate
	});
	return pauseBriefly(plan, ports, "traffic to be back");
}
async function latestTold(spans, plan, { source }) {
	for (const span of spans) {
		const window = await source.window(span, versionsOf(plan));
		if (window !== void 0) return window;
	}
}
function pauseBriefly({ settings: { bakeMs } }, { clock }, what) {
	const ms = Math.min(5e3, Math.max(50, bakeMs / 20));
	return {
		until: new Date(Date.parse(clock.now()) + ms).toISOString(),
		why: `waits for ${what}`
	};
}
async function tick(plan, given, lease) {
	const ports = {
		...given,
		target: heldTarget(given.target, lease)
	};
	const found = await lease.read();
	if (found.finished !== void 0) return { state: found };
	const readiness = await ports.target.prepare(ports.stable, ports.candidate);
	if (readiness !== "ready") return paused(pauseBriefly(plan, ports, readiness.waitsFor), lease);
	while (lease.state().finished === void 0) {
		if (ports.signal.aborted) throw new Cancelled("the rollout was cancelled");
		const since = await ports.source.since();
		const state = lease.state();
		const pause = await perform(nextStep(state, rulesOf(plan, ports), {
			now: ports.clock.now(),
			since
		}), state, {
			plan,
			ports,
			lease
		});
		if (pause !== void 0) return paused(pause, lease);
	}
	await lease.flush();
	return { state: await lease.read() };
}
async function paused(pause, lease) {
	await lease.flush();
	await lease.hold({ until: pause.until });
	return {
		state: await lease.read(),
		pause
	};
}
async function perform(action, state, driving) {
	const { plan, ports, lease } = driving;
	const { id, model, version } = plan;
	const of = {
		model,
		rollout: id
	};
	switch (action.do) {
		case "set-weight": {
			const { step, weight } = action;
			ports.progress(`${printShare(weight)} of traffic to ${version}`);
			const pause = await enforce(weight, state, ports);
			if (pause === void 0) lease.add(keys.weight(id, step), {
				kind: "rollout-weight",
				...of,
				step,
				weight
			});
			return pause;
		}
		case "judge": return await enforce(weightOf(state), state, ports) ?? judge(action, state, plan, ports, lease);
		case "promote": {
			const { source, from: against = "" } = state;
			const why = `promoted by rollout ${id}`;
			const assigned = {
				kind: "assign",
				...of,
				stage: "production",
				version,
				why,
				against
			};
			lease.add(keys.promoted(id), {
				...assigned,
				...source === void 0 ? {} : { source }
			});
			return;
		}
		case "roll-back": {
			ports.progress(`rolling back: ${action.why}`);
			await ports.target.restore();
			const pause = await enforce(0, state, ports);
			if (pause === void 0) lease.add(keys.rollback(id), {
				kind: "rollout-weight",
				...of,
				step: action.step,
				weight: 0
			});
			return pause;
		}
		case "run-hook": return callHook(action, driving);
		case "verify": return await enforce(0, state, ports) ?? verifyRollback(action, plan, ports, lease);
		case "finish": {
			const { outcome, why } = action;
			lease.add(keys.finished(id), {
				kind: "rollout-finished",
				...of,
				outcome,
				why
			});
			return;
		}
		case "wait": return await enforce(weightOf(state), state, ports) ?? {
			until: action.until,
			why: "traffic flows"
		};
		case "done": throw new Bug("a finished rollout was asked to go on");
		default: return action;
	}
}
async function callHook({ on, index, why }, { plan: { id, model, version }, ports, lease }) {
	const hook = ports.hooks[on][index];
	if (hook === void 0) throw new Bug(`a rollout has no hook ${index} on ${on}`);
	await lease.flush();
	await lease.hold();
	const key = keys.hook(id, on, index);
	const { outcome, detail } = await ports.runHook(hook, {
		model,
		version,
		rollout: id,
		event: on,
		eventId: key,
		why
	});
	ports.progress(`hook ${hook.name}: ${outcome}`);
	lease.add(key, {
		kind: "hook",
		model,
		rollout: id,
		name: hook.name,
		outcome,
		detail
	});
}
const toleranceMs = 1e3;
function watchWallClock({ now, monotonicMs }) {
	const gapMs = () => Date.parse(now()) - monotonicMs();
	let last = gapMs();
	return () => {
		const [before, after] = [last, gapMs()];
		last = after;
		return Math.abs(after - before) > toleranceMs ? after - before : 0;
	};
}
function steadySource({ clock, source, progress }, lease) {
	const jumpedMs = watchWallClock(clock);
	let steadySince;
	return {
		describe: source.describe,
		async since() {
			const since = await source.since();
			const ms = jumpedMs();
			if (ms !== 0) {
				steadySince = clock.now();
				progress(`the clock of this machine jumped ${ms > 0 ? "ahead" : "back"} by ${printDuration(Math.abs(ms))}: this look begins anew`);
			}
			if (ms < 0) await lease.claim();
			return steadySince !== void 0 && (since === void 0 || steadySince > since) ? steadySince : since;
		},
		window: (span, versions) => source.window(span, versions),
		close: () => source.close()
	};
}
async function drive(plan, ports) {
	const lease = await waitForLease(plan, ports);
	if ("finished" in lease) return lease;
	try {
		return await driveOn(plan, {
			...ports,
			source: steadySource(ports, lease)
		}, lease);
	} catch (thrown) {
		const lost = ports.signal.aborted ? void 0 : await lease.lost();
		if (lost === void 0) ports.leavesOpen(lease.state());
		await lease.leave();
		throw lost ?? thrown;
	}
}
async function driveOn(plan, ports, lease) {
	for (;;) try {
		const { state, pause } = await tick(plan, ports, lease);
		if (pause === void 0) return state;
		await waitUntil(pause.until, ports, lease);
	} catch (thrown) {
		await waitForLedger(thrown, ports, lease);
	}
}
async function waitForLedger(thrown, { clock, signal, progress }, lease) {
	if (!(thrown instanceof UserError && ledgerAway.has(thrown.code)) || signal.aborted || lease.leftMs() < askAgainMs) throw thrown;
	progress(`waits for the ledger, at most ${printDuration(lease.leftMs())}: ${thrown.message}`);
	await clock.sleep(askAgainMs, signal);
}
const ledgerAway = new Set(["registry-unreachable", "ledger-unsettled"]);
async function waitUntil(until, { clock, signal }, lease) {
	const jumpedMs = watchWallClock(clock);
	for (;;) {
		const left = Date.parse(until) - Date.parse(clock.now());
		await clock.sleep(Math.max(1, Math.min(left, heartbeatMs)), signal);
		if (left <= heartbeatMs || jumpedMs() !== 0) return;
		await lease.hold({ until: new Date(Date.parse(until) + heartbeatMs).toISOString() });
	}
}
async function waitForLease(plan, ports) {
	const { ledger, clock, signal } = ports;
	let last = {
		key: "",
		seenMs: 0
	};
	let told = "";
	for (;;) {
		if (signal.aborted) throw new Cancelled("the rollout was cancelled");
		const state = rolloutState(await ledger.read(), plan.id);
		if (state?.finished !== void 0) return state;
		const key = state?.head.last ?? "";
		if (key !== last.key) last = {
			key,
			seenMs: clock.monotonicMs()
		};
		const ms = clock.monotonicMs() - last.seenMs;
		try {
			return await acquireLease(plan, ports, {
				key,
				ms
			});
		} catch (thrown) {
			if (!isOthers(thrown)) throw thrown;
		}
		const others = rolloutState(await ledger.read(), plan.id);
		if (others === void 0 || others.finished !== void 0 || others.head.left) continue;
		const { lease, last: latest } = others.head;
		const left = watchMs(others.head) - (latest === key ? ms : 0);
		const who = lease === void 0 ? "a run of an earlier version" : `the run ${runIn(lease.driver)}`;
		const whom = `for ${who}, which drives this rollout; takes over after ${printDuration(left)} without a new entry of it`;
		if (told !== who) ports.waits(whom);
		told = who;
		ports.progress(`waits ${whom}`);
		await clock.sleep(Math.max(50, Math.min(askAgainMs, left, plan.settings.bakeMs / 2)), signal);
	}
}
function isOthers(thrown) {
	return thrown instanceof UserError && (thrown.code === "rollout-held" || thrown.code === "rollout-lost");
}
const askAgainMs = 5e3;
export { drive, openRollout, rolloutState };
