import { baselineOf, callHook, chosenName, hookKinds, openTarget, registryState, settingsForLedger, stageError } from "./pipelines.js";
import { UserError } from "./workers.js";
import { commitIn, openRolloutError, printShare } from "./start.js";
import { drive, openRollout, rolloutState } from "./rollout.js";
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
async function rollOut(input) {
	for (;;) {
		const outcome = await rollOutOnce(input);
		if (outcome !== void 0) return outcome;
	}
}
async function rollOutOnce(input) {
	const { settings: chosen, given, tools } = input;
	const { release, subject } = given;
	const id = idOf(tools);
	const entries = await tools.ledger.read();
	const { current, instead } = rolloutToResume(entries, id, release, chosen);
	const { stages } = registryState(entries, release.model);
	if (current === void 0 && stages["production"] === release.version) return alreadyServing(id, release, chosen);
	if (current?.finished !== void 0) return outcomeOf(resultOf(current), release);
	const prepared = preparedOf(current ?? await begunBy(input, entries), {
		chosen,
		release,
		entries,
		instead
	});
	try {
		return outcomeOf(resultOf(await driveRollout(prepared, subject, tools)), release);
	} catch (thrown) {
		if (!(thrown instanceof UserError && thrown.code === "rollout-under-way" && current === void 0)) throw thrown;
		return;
	}
}
function idOf({ runId, stage }) {
	return `${runId}/${stage}`;
}
function rolloutToResume(entries, id, { model, version }, chosen) {
	const own = rolloutState(entries, id);
	const open = own ?? openRollout(entries, model);
	if (own !== void 0 || open === void 0) return { current: own };
	if (open.head.untouched) return { instead: open.id };
	if (open.version === version && open.target === chosenName(chosen.target)) return { current: open };
	throw openRolloutError("rollout-under-way", open.head);
}
async function begunBy({ given, tools }, entries) {
	const { subject, release } = given;
	return {
		id: idOf(tools),
		from: comparedWith(subject, release, entries),
		source: await commitIn(tools.folder, tools.world),
		evidence: await tools.evidence()
	};
}
function comparedWith({ production, model }, { version }, entries) {
	return production === void 0 || production.version !== void 0 && production.version !== version ? production?.version : baselineOf(entries, model, { but: version })?.version;
}
function preparedOf({ id, from, source, evidence, steps, settings }, { chosen, release, entries, instead }) {
	const { model, version, artifact } = release;
	const { versions } = registryState(entries, model);
	const stable = versions.find((each) => each.version === from);
	return {
		plan: {
			id,
			model,
			version,
			from,
			source,
			evidence,
			instead,
			steps: steps ?? (from === void 0 ? [1] : chosen.steps),
			settings: settings ?? settingsForLedger(chosen)
		},
		stable: stable && {
			version: stable.version,
			artifact: stable.artifact
		},
		candidate: {
			version,
			artifact
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
			driver: idOf(tools),
			target,
			source,
			stable,
			candidate,
			clock: world.clock,
			processes: world.processes,
			signal,
			progress,
			waits: (message) => tools.waits?.(message),
			leavesOpen: (state) => tools.leavesOpen?.(openRolloutOf(state, plan.model)),
			randomId: world.randomId,
			hooks: hooksOf(plan.settings),
			runHook: (hook, call) => callHook(hook, call, {
				world,
				folder,
				signal
			})
		});
	} finally {
		for (const each of opened) await each.close();
	}
}
function openRolloutOf(state, model) {
	const { id, version, from, target, promoted } = state;
	const weight = state.weights.at(-1)?.weight ?? 0;
	const passed = state.looks.filter(({ verdict }) => verdict === "pass").length;
	const steps = state.steps.length;
	const what = `The rollout of ${model} ${version}`;
	const others = `no other version of ${model} is rolled out until it has ended`;
	const sentence = promoted ? `${model} ${version} serves; what follows its promotion is not done yet.` : state.weights.length === 0 ? `${what} has moved no traffic yet.` : `${what} is open: ${weight === 0 ? "its traffic was taken back" : `it was given ${printShare(weight)} of traffic`}, and ${passed} of ${steps} steps passed; ${others}.`;
	return {
		id,
		version,
		...from === void 0 ? {} : { from },
		target,
		weight,
		passed,
		steps,
		promoted,
		sentence
	};
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
		summary: `${why}; nothing was done`
	};
}
function outcomeOf(product, { model, version }) {
	const promoted = product.outcome === "promoted";
	const before = product.from === void 0 ? "nothing serves" : `${product.from} serves again`;
	return {
		product,
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
