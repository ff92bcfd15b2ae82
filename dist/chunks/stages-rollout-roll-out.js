import { baselineOf, callHook as callHook$1, chosenName, hookKinds, openTarget, registryState, settingsForLedger, stageError } from "./pipelines.js";
import { commitIn, entriesOf, printShare, registryError } from "./start.js";
import { Bug, Cancelled, errorFrom } from "./workers.js";
import { secondsOf } from "./core-traffic.js";
import { analyse, sharedAlpha, totals, windowsPerLook } from "./verdicts-traffic.js";
function resultOf(state) {
	const { finished } = state;
	return {
		id: state.id,
		outcome: finished?.outcome ?? "held",
		version: state.version,
		...state.from === void 0 ? {} : { from: state.from },
		target: state.target,
		steps: state.steps.flatMap((weight, step) => stepOf(state, weight, step)),
		why: finished?.why ?? "not finished",
		hooks: state.hooks.map(({ name, outcome, detail }) => ({
			name,
			outcome,
			detail
		})),
		...finished?.verified === void 0 ? {} : { verified: finished.verified }
	};
}
function stepOf(state, weight, step) {
	const began = state.weights.find((set) => set.step === step && set.weight > 0);
	if (began === void 0) return [];
	const look = state.looks.findLast((one) => one.step === step);
	const requests = look?.requests ?? {
		stable: 0,
		candidate: 0
	};
	const total = requests.stable + requests.candidate;
	return [{
		weight,
		...total === 0 ? {} : { observed: requests.candidate / total },
		requests,
		verdict: look?.verdict ?? "inconclusive",
		judgements: look?.judgements ?? [],
		startedAt: began.at,
		seconds: look?.seconds ?? 0
	}];
}
function rolloutState(entries, id) {
	const start = entries.findIndex((entry) => entry.kind === "rollout-started" && entry.rollout === id);
	const first = entries[start];
	if (first?.kind !== "rollout-started") return void 0;
	const after = entriesOf(entries.slice(start + 1), first.model);
	const own = after.filter((entry) => "rollout" in entry && entry.rollout === id);
	return {
		id,
		version: first.version,
		from: first.from,
		source: first.source,
		target: first.target,
		steps: first.steps,
		settings: first.settings,
		at: first.at,
		weights: own.flatMap((entry) => entry.kind === "rollout-weight" ? [{
			step: entry.step,
			weight: entry.weight,
			at: entry.at
		}] : []),
		looks: own.flatMap((entry) => entry.kind === "rollout-judged" ? [lookOf(entry)] : []),
		promoted: after.some((entry) => entry.kind === "assign" && entry.stage === "production" && entry.version === first.version),
		hooks: own.flatMap((entry) => entry.kind === "hook" ? [{
			key: entry.key,
			name: entry.name,
			outcome: entry.outcome,
			detail: entry.detail
		}] : []),
		finished: own.find((entry) => entry.kind === "rollout-finished")
	};
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
const keys = {
	started: (id) => `${id}/started`,
	weight: (id, step) => `${id}/step-${step + 1}/weight`,
	look: (id, step, look) => `${id}/step-${step + 1}/look-${look}`,
	rollback: (id) => `${id}/rollback/weight`,
	promoted: (id) => `${id}/promoted`,
	hook: (id, on, index) => `${id}/${on}/hook-${index + 1}`,
	finished: (id) => `${id}/finished`
};
function nextStep(state, rules, moment) {
	if (state === void 0) return { do: "start" };
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
	const span = spanFrom(latest(set.at, last?.windows.at(-1)?.to ?? last?.at, moment.since), rules.bakeMs);
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
const alpha = .01;
const patienceMs = 6e4;
async function judge({ step, look, span }, state, plan, ports) {
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
	await ports.ledger.append(keys.look(plan.id, step, look), {
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
function isOverdue({ to }, { settings }, { clock }) {
	return Date.parse(clock.now()) - Date.parse(to) > Math.max(patienceMs, settings.bakeMs);
}
function versionsOf({ from, version }) {
	return {
		stable: from,
		candidate: version
	};
}
async function verifyRollback({ spans, last, why }, plan, ports) {
	const window = await latestTold(spans, plan, ports);
	const oldest = spans.at(-1);
	if (window === void 0 && oldest !== void 0 && !isOverdue(oldest, plan, ports)) return pauseBriefly(plan, ports, "the metric source");
	const [stable, candidate] = [window?.stable.requests ?? 0, window?.candidate.requests ?? 0];
	if (window !== void 0 && candidate === 0 && (stable > 0 || plan.from === void 0)) {
		await ports.ledger.append(keys.finished(plan.id), {
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
async function tick(plan, ports) {
	const { bakeMs, hold } = plan.settings;
	const hooks = {
		promoted: ports.hooks.promoted.length,
		"rolled-back": ports.hooks["rolled-back"].length
	};
	const read = async () => rolloutState(await ports.ledger.read(), plan.id);
	const first = await read();
	if (first?.finished !== void 0) return { state: first };
	const readiness = await ports.target.prepare(ports.stable, ports.candidate);
	if (readiness !== "ready") return {
		state: first,
		pause: pauseBriefly(plan, ports, readiness.waitsFor)
	};
	for (let state = first;; state = await read()) {
		if (state?.finished !== void 0) return { state };
		if (ports.signal.aborted) throw new Cancelled("the rollout was cancelled");
		const moment = {
			now: ports.clock.now(),
			since: await ports.source.since()
		};
		const pause = await perform(nextStep(state, {
			bakeMs,
			hold,
			hooks
		}, moment), state, plan, ports);
		if (pause !== void 0) return {
			state: await read(),
			pause
		};
	}
}
async function drive(plan, ports) {
	for (;;) {
		const { state, pause } = await tick(plan, ports);
		if (pause === void 0) return state;
		const ms = Date.parse(pause.until) - Date.parse(ports.clock.now());
		await ports.clock.sleep(Math.max(1, ms), ports.signal);
	}
}
async function perform(action, state, plan, ports) {
	const { ledger, progress } = ports;
	const { id, model, version } = plan;
	const of = {
		model,
		rollout: id
	};
	switch (action.do) {
		case "start": {
			const { from, source, steps, settings } = plan;
			const target = Object.keys(settings.target)[0] ?? "";
			const started = {
				kind: "rollout-started",
				...of,
				version,
				from,
				target,
				steps,
				settings
			};
			await ledger.append(keys.started(id), {
				...started,
				...source === void 0 ? {} : { source }
			});
			return;
		}
		case "set-weight": {
			const { step, weight } = action;
			progress(`${printShare(weight)} of traffic to ${version}`);
			const pause = await enforce(weight, begun(state), ports);
			if (pause !== void 0) return pause;
			await ledger.append(keys.weight(id, step), {
				kind: "rollout-weight",
				...of,
				step,
				weight
			});
			return;
		}
		case "judge": return await enforce(weightOf(begun(state)), begun(state), ports) ?? judge(action, begun(state), plan, ports);
		case "promote": {
			const why = `promoted by rollout ${id}`;
			const { source } = begun(state);
			const assigned = {
				kind: "assign",
				model,
				stage: "production",
				version,
				why
			};
			await ledger.append(keys.promoted(id), {
				...assigned,
				...source === void 0 ? {} : { source }
			});
			return;
		}
		case "roll-back": {
			progress(`rolling back: ${action.why}`);
			await ports.target.restore();
			const pause = await enforce(0, begun(state), ports);
			if (pause !== void 0) return pause;
			await ledger.append(keys.rollback(id), {
				kind: "rollout-weight",
				...of,
				step: action.step,
				weight: 0
			});
			return;
		}
		case "run-hook": return callHook(action, plan, ports);
		case "verify": return await enforce(0, begun(state), ports) ?? verifyRollback(action, plan, ports);
		case "finish": {
			const { outcome, why } = action;
			await ledger.append(keys.finished(id), {
				kind: "rollout-finished",
				...of,
				outcome,
				why
			});
			return;
		}
		case "wait": return await enforce(weightOf(begun(state)), begun(state), ports) ?? {
			until: action.until,
			why: "traffic flows"
		};
		case "done": throw new Bug("a finished rollout was asked to go on");
		default: return action;
	}
}
async function callHook({ on, index, why }, plan, ports) {
	const hook = ports.hooks[on][index];
	if (hook === void 0) throw new Bug(`a rollout has no hook ${index} on ${on}`);
	const { id, model, version } = plan;
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
	await ports.ledger.append(key, {
		kind: "hook",
		model,
		rollout: id,
		name: hook.name,
		outcome,
		detail
	});
}
function begun(state) {
	if (state === void 0) throw new Bug("a rollout was looked at before it began");
	return state;
}
async function rollOut({ settings: chosen, given: { subject, release }, tools }) {
	const id = `${tools.runId}/${tools.stage}`;
	const entries = await tools.ledger.read();
	const current = rolloutState(entries, id) ?? rolloutToResume(entries, release, chosenName(chosen.target));
	const { stages } = registryState(entries, release.model);
	if (current === void 0 && stages["production"] === release.version) return alreadyServing(id, release, chosen);
	if (current?.finished !== void 0) return outcomeOf(resultOf(current), release);
	const source = current === void 0 ? await commitIn(tools.folder, tools.world) : current.source;
	if (current === void 0) admitCompared(subject, release, entries);
	return outcomeOf(resultOf(await driveRollout(prepareRollout(current, {
		id,
		source
	}, chosen, release, entries), subject, tools)), release);
}
function rolloutToResume(entries, { model, version }, target) {
	const open = openRollout(entries, model);
	if (open === void 0) return void 0;
	if (open.version === version && open.target === target) return open;
	throw stageError("rollout-open", {
		model,
		open: open.id,
		version: open.version,
		target: open.target
	});
}
function admitCompared({ production, model }, { version }, entries) {
	const serving = baselineOf(entries, model, { but: version })?.version;
	if (!(production !== void 0 && production.version === void 0) && production?.version !== version && production?.version !== serving) throw registryError("production-changed", {
		model,
		compared: production?.version,
		serving
	});
}
function prepareRollout(current, { id, source }, chosen, release, entries) {
	const { versions } = registryState(entries, release.model);
	const serving = baselineOf(entries, release.model, { but: release.version });
	const from = current === void 0 ? serving?.version : current.from;
	const plan = {
		id: current?.id ?? id,
		model: release.model,
		version: release.version,
		from,
		source,
		steps: current?.steps ?? (from === void 0 ? [1] : chosen.steps),
		settings: current?.settings ?? settingsForLedger(chosen)
	};
	const stable = versions.find(({ version }) => version === from);
	return {
		plan,
		stable: stable && {
			version: stable.version,
			artifact: stable.artifact
		},
		candidate: {
			version: release.version,
			artifact: release.artifact
		}
	};
}
async function driveRollout({ plan, stable, candidate }, subject, tools) {
	const { world, signal, folder, ledger, progress } = tools;
	const target = openTarget(plan.settings.target, subject, tools);
	const opened = [target];
	try {
		const source = openSource(plan.settings, target, subject, tools);
		opened.unshift(source);
		return await drive(plan, {
			ledger,
			target,
			source,
			stable,
			candidate,
			clock: world.clock,
			signal,
			progress,
			hooks: hooksOf(plan.settings),
			runHook: (hook, call) => callHook$1(hook, call, {
				world,
				folder,
				signal
			})
		});
	} finally {
		for (const each of opened) await each.close();
	}
}
function openSource({ source: choice }, { traffic }, { model }, { world, signal, sources }) {
	const name = chosenName(choice);
	const kind = sources.find((row) => row.name === name);
	if (kind === void 0) throw stageError("source-unknown", {
		name,
		valid: sources.map((row) => row.name)
	});
	return kind.make(choice[name], {
		world,
		signal,
		model,
		targetTraffic: traffic
	});
}
function hooksOf({ hooks }) {
	const made = (chosen) => chosen.map((choice) => {
		const name = chosenName(choice);
		const kind = hookKinds.find((row) => row.name === name);
		if (kind === void 0) throw stageError("hook-unknown", {
			name,
			valid: hookKinds.map((row) => row.name)
		});
		return kind.make(choice[name]);
	});
	return {
		promoted: made(hooks.promoted),
		"rolled-back": made(hooks["rolled-back"])
	};
}
function alreadyServing(id, { model, version }, chosen) {
	const why = `${model} ${version} is in production already`;
	return {
		product: {
			id,
			outcome: "already-serving",
			version,
			from: version,
			target: chosenName(chosen.target),
			steps: [],
			why,
			hooks: []
		},
		verdict: "pass",
		summary: `${why}; nothing was done`
	};
}
function outcomeOf(product, { model, version }) {
	const promoted = product.outcome === "promoted";
	const before = product.from === void 0 ? "nothing serves" : `${product.from} serves again`;
	return {
		product,
		verdict: promoted ? "pass" : "rolled-back",
		summary: promoted ? `${model} ${version} serves all traffic: ${product.why}` : `${model} ${version} was rolled back, ${before}: ${product.why}`,
		warnings: [...failedHooks(product), ...firstRelease(product)]
	};
}
function failedHooks({ hooks }) {
	return hooks.filter(({ outcome }) => outcome === "failed").map(({ name, detail }) => ({
		code: "hook-failed",
		message: `The hook ${name} failed (${detail}).`,
		remedy: "Do by hand what it should have done, and check that it is executable and its paths start at the folder of the pipeline file."
	}));
}
function firstRelease({ from, steps }) {
	if (from !== void 0 || steps.length === 0) return [];
	const requests = steps.at(-1)?.requests.candidate ?? 0;
	return [{
		code: "nothing-in-production",
		message: `Nothing was in production to compare with: the release took ${printShare(1)} of traffic at once, and was judged by its own errors in ${requests} requests.`,
		remedy: "The next release is compared with this one; to compare with a model that serves already, take it in with `adopt:`."
	}];
}
export { rollOut };
