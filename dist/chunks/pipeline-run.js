import { Bug, Cancelled, UserError, messageOf, portError, portProblem } from "./workers.js";
import { ancestors, canonical, combine, digest, exitCodes, giverOf, headIn, nodesOf, printCount, sha256, shellWord, takeLock, version, withAppend, withDefaultContext } from "./start.js";
import { ledgerKindOf, pipelineError, pipelineProblem, stageError } from "./pipelines.js";
import { actingStages, admitActing, admitSource, adoptProduction, extensionsFor, givenTo, inOrder, keyOf, productsAfter, questionsFor, reasonToSkip, refusesCode, stock, subjectOf } from "./pipeline-plan.js";
import { openCache } from "./pipeline-cache.js";
import { homeOf } from "./pipeline-home.js";
import { findRun, newJournal, openJsonLines, reopenJournal } from "./pipeline-journal.js";
import { checkShardName, reasonOfSharing, shardFileName, sharedStage, sharingOf, subjectDigests } from "./pipeline-share.js";
import { lazyLedger, ledgerWarnings } from "./pipeline-registry.js";
import { evidenceText } from "./core-evidence.js";
import { storeOf } from "./pipeline-store.js";
import path from "node:path";
function wholeOf(pipeline, shards, ciRun) {
	const shared = sharedStage(pipeline);
	for (const { file, shard, run, version: other, pipeline: of } of shards) {
		if (ciRun !== void 0 && run !== ciRun.id) throw pipelineError("shard-run-differs", {
			file,
			run,
			own: ciRun.id
		});
		if (other !== "0.1.0") throw pipelineError("shard-version-differs", {
			file,
			version: other,
			own: version
		});
		if (of.sha256 !== pipeline.sha256) throw pipelineError("shard-pipeline-differs", {
			file,
			pipeline: pipeline.file
		});
		checkShardName(shard, shared);
	}
	const found = shared.shards.map(({ name }) => shards.filter(({ shard }) => shard === name));
	for (const same of found) if (same.length > 1) throw pipelineError("shard-duplicate", {
		shard: same[0]?.shard ?? "",
		files: same.map(({ file }) => file)
	});
	const missing = shared.shards.flatMap(({ name }, at) => found[at]?.length === 0 ? [name] : []);
	if (missing.length > 0) throw stageError("shard-missing", { shards: missing });
	return found.flat().map(({ shard, subject, products: { measurements } }) => ({
		shard,
		subject,
		measurements
	}));
}
function checkSubject(shards, subject) {
	const own = subjectDigests(subject);
	for (const { shard, subject: other } of shards) {
		const what = [
			"candidate",
			"production",
			"data"
		].find((part) => canonical(own[part] ?? null) !== canonical(other[part] ?? null));
		if (what !== void 0) throw stageError("shard-subject-differs", {
			shard,
			what: `the ${what}`
		});
	}
}
function finishedStages({ context: { pipeline }, results }) {
	return pipeline.stages.flatMap((stage) => {
		const result = results.get(stage.name);
		return result?.status === "finished" ? [{
			stage,
			product: result.product
		}] : [];
	});
}
function isOvertaken(ended) {
	return failedWith(ended, ["production-changed", "rollout-under-way"]);
}
function isInVain(ended) {
	return isOvertaken(ended) || failedWith(ended, ["commit-not-descendant"]);
}
function failedWith({ results }, codes) {
	return [...results.values()].flatMap((result) => result.status === "failed" ? result.problems : []).some(({ code }) => codes.includes(code));
}
function isResumable({ world }) {
	return world.home.kind !== "isolated";
}
function givenIn({ context: { pipeline, subject }, results }, { name, kind }) {
	const nodes = nodesOf(pipeline.stages);
	const products = [...kind.needs, ...kind.wants].flatMap((product) => {
		const giver = giverOf(nodes, name, product);
		const result = giver === void 0 ? void 0 : results.get(giver);
		return result?.status === "finished" ? [[product, result.product]] : [];
	});
	return {
		...Object.fromEntries(products),
		subject
	};
}
function typed(context, file) {
	return shellWord(shown(context, file));
}
function shown({ world }, file) {
	return path.relative(world.cwd, file) || file;
}
function conclusionOf(ended, stages) {
	if (measuredAShard(ended)) return {
		outcome: "measured",
		exitCode: exitCodes.pass,
		sentence: sentenceOfShard(ended.context)
	};
	const { outcome, exitCode } = outcomeOf([...ended.results.values()]);
	const sentence = sentenceOf(stages, outcome, ended.context);
	if (outcome !== "error" && outcome !== "cancelled") return {
		outcome,
		exitCode,
		sentence
	};
	const open = ended.context.left.rollout;
	return {
		outcome,
		exitCode,
		sentence: `${releasedInVain(ended)}${sentence}${open ? ` ${open.sentence}` : ""}`
	};
}
function releasedInVain(ended) {
	const release = new Map(finishedStages(ended).map(({ stage, product }) => [stage.kind.gives, product])).get("release");
	if (release === void 0 || !isOvertaken(ended)) return "";
	if (release.version === ended.context.subject.production?.version) return "";
	return `${release.model} ${release.version} is released and does not serve: `;
}
function measuredAShard({ context: { sharing }, results }) {
	const unwell = [...results.values()].some(({ status }) => status === "failed");
	return sharing?.only !== void 0 && !unwell && results.get(sharing.stage)?.status === "finished";
}
function sentenceOfShard({ pipeline, sharing }) {
	const name = sharing !== void 0 && "shard" in sharing.share ? sharing.share.shard : "";
	const { shards } = sharedStage(pipeline);
	const measured = shards.find((shard) => shard.name === name)?.holds ?? [];
	return `Measured shard ${name}, one of ${shards.length}: ${measured.join(", ")}. The verdict follows when all shards are merged.`;
}
function outcomeOf(results) {
	const faults = results.flatMap((result) => result.status === "failed" ? [result.fault] : []);
	if (faults.includes("bug")) return {
		outcome: "error",
		exitCode: exitCodes.bug
	};
	if (faults.includes("cancelled")) return {
		outcome: "cancelled",
		exitCode: exitCodes.cancelled
	};
	if (faults.length > 0) return {
		outcome: "error",
		exitCode: exitCodes.input
	};
	const verdicts = results.flatMap((result) => result.status === "finished" ? result.verdict ?? [] : []);
	if (verdicts.includes("rolled-back")) return {
		outcome: "rolled-back",
		exitCode: exitCodes["rolled-back"]
	};
	const verdict = combine(verdicts.filter((each) => each !== "rolled-back"));
	return {
		outcome: verdict,
		exitCode: exitCodes[verdict]
	};
}
function sentenceOf(stages, outcome, context) {
	if (outcome === "cancelled") {
		const others = stages.flatMap((stage) => stage.problems).filter(({ code }) => code !== "run-cancelled").map(({ message }) => withStop(message));
		return [`The run was cancelled; ${isResumable(context) ? "nothing is lost, and it can be resumed" : "a run that is not trusted begins anew"}.`, ...others].join(" ");
	}
	const words = (outcome === "pass" ? concluding(stages, context.pipeline) : stages.filter((stage) => stage.status === outcome)).map((stage) => withStop(stage.summary)).join(" ");
	return words === "" ? "Nothing was judged: no stage of this run gives a verdict." : words;
}
function concluding(stages, pipeline) {
	const concludes = new Map(pipeline.stages.map(({ name, kind }) => [name, kind.concludes]));
	const passed = stages.filter((stage) => [
		"pass",
		"done",
		"cached"
	].includes(stage.status));
	const last = passed.findLast(({ name }) => concludes.get(name) === "reached");
	const chosen = passed.filter((stage) => concludes.get(stage.name) === "decided" || stage === last);
	return chosen.length > 0 ? chosen : passed.filter((stage) => stage.status === "pass");
}
function withStop(summary) {
	return /[.!?]$/.test(summary) ? summary : `${summary}.`;
}
function evidenceIn(ended, recorder = lastRecorder(ended)) {
	const finished = finishedStages(ended);
	const nodes = nodesOf(ended.context.pipeline.stages);
	const before = new Set(recorder && ancestors(nodes, recorder.name).map(({ name }) => name));
	const [restsOn, others] = [finished.filter(isBefore), finished.filter((each) => !isBefore(each))];
	const leaves = ({ stage }) => stage.kind.evidence !== void 0;
	const leaving = [...restsOn.filter(leaves), ...others.filter(leaves)];
	const main = restsOn.findLast(leaves) ?? others.findLast(leaves);
	function isBefore({ stage }) {
		return before.has(stage.name);
	}
	return leaving.flatMap((each) => {
		const { stage } = each;
		const { evidence } = stage.kind;
		if (evidence === void 0) return [];
		const among = before.has(stage.name) ? restsOn : finished;
		const isMain = each === main;
		const name = isMain ? evidence.name : `${evidence.name} of ${stage.name}`;
		const file = isMain ? evidence.file : fileNameFor(stage.name, evidence.file);
		return [{
			...each,
			name,
			file,
			check: evidence.check,
			isMain,
			among
		}];
	});
}
function lastRecorder({ context, results }) {
	return context.pipeline.stages.findLast(({ name, kind }) => {
		const status = results.get(name)?.status;
		return kind.uses.includes("evidence") && (status === "finished" || status === "failed");
	});
}
function fileNameFor(stage, file) {
	const { name, ext } = path.parse(file);
	return `${name}-${stage.replaceAll("/", ".")}${ext}`;
}
async function evidenceTexts(ended, left) {
	const { files } = ended.context.world;
	const texts = [];
	for (const each of left) {
		const bound = bindingOf(ended, each, texts.map(({ sha256 }) => sha256));
		const [given, product] = files.maskedValue([givenIn(ended, each.stage), each.product]);
		const text = evidenceText(files.maskedValue(await each.stage.evidence(given, product, bound)));
		texts.push({
			name: each.name,
			file: each.file,
			text,
			sha256: sha256(text)
		});
	}
	return texts;
}
async function evidenceLeft(ended) {
	const { evidence, store, world } = ended.context;
	const left = evidenceIn(ended);
	const texts = await evidenceTexts(ended, left);
	return Promise.all(texts.map(async (each, at) => {
		const kept = evidence.get(each.file);
		const isMain = left[at]?.isMain === true;
		if (kept === void 0 || kept.sha256 === each.sha256) return {
			...each,
			isMain
		};
		return {
			...each,
			isMain,
			sha256: kept.sha256,
			text: await world.files.readText(await store.path(kept))
		};
	}));
}
function bindingOf({ context }, { stage, among }, earlier) {
	const { pipeline, journal, subject, commit } = context;
	const { model, candidate, production, data } = subject;
	const nodes = nodesOf(pipeline.stages);
	const decidedOn = among.filter(({ stage: { name, kind } }) => kind.concludes === "decided" && kind.needs.includes(stage.kind.gives) && giverOf(nodes, name, stage.kind.gives) === stage.name);
	return {
		version,
		pipeline: {
			name: pipeline.name,
			sha256: pipeline.sha256,
			inputs: journal.started.inputs
		},
		run: {
			id: journal.runId,
			startedAt: journal.started.at,
			...commit === void 0 ? {} : { commit }
		},
		model,
		candidate: candidate.sha256,
		...production === void 0 ? {} : { production: {
			...production.version === void 0 ? {} : { version: production.version },
			sha256: production.artifact.sha256
		} },
		data: Object.fromEntries(Object.entries(data).map(([name, { artifact }]) => [name, artifact.sha256])),
		decisions: decidedOn.map(({ stage: { name, kind, settings }, product }) => ({
			stage: name,
			kind: kind.name,
			settings,
			decision: product
		})),
		earlier
	};
}
async function keepEvidence(ended, recorder) {
	const { evidence, journal, store, world, pipeline } = ended.context;
	const before = ancestors(nodesOf(pipeline.stages), recorder.name);
	const texts = await evidenceTexts(ended, evidenceIn(ended, recorder).filter(({ stage }) => before.some(({ name }) => name === stage.name)));
	for (const { file, text } of texts) {
		const bytes = new TextEncoder().encode(text);
		const artifact = await store.putBytes(file, bytes);
		const earlier = evidence.get(file);
		if (earlier !== void 0 && earlier.sha256 !== artifact.sha256) await world.files.copy(await store.path(earlier), path.join(journal.folder, fileNameFor(earlier.sha256.slice(0, 12), file)));
		await world.files.write(path.join(journal.folder, file), bytes);
		await journal.write({
			event: "evidence-kept",
			file,
			artifact
		});
		evidence.set(file, artifact);
	}
	return texts.at(-1)?.sha256;
}
function warningsOf(result) {
	return result.status === "finished" ? result.record.warnings : [];
}
function reportOf(ended, { command, finishedAt, warnings }) {
	const { context, results } = ended;
	const { pipeline, journal, subject } = context;
	const stages = told([
		...notSealed(context.home.seals),
		...damage(context.home),
		...once(context.warnings),
		...warnings
	], inOrder(pipeline).map((stage) => stageReport(stage, results.get(stage.name))));
	const conclusion = conclusionOf(ended, stages);
	return context.world.files.maskedValue({
		schema: "airworthy.report/2",
		tool: {
			name: "airworthy",
			version
		},
		pipeline: {
			name: pipeline.name,
			file: shown(context, pipeline.file),
			sha256: pipeline.sha256
		},
		runId: journal.runId,
		startedAt: journal.started.at,
		finishedAt,
		...conclusion,
		stages,
		subject,
		...products(ended),
		...context.left.rollout === void 0 ? {} : { openRollout: context.left.rollout },
		files: {},
		next: nextCommands(ended, command, conclusion.outcome)
	});
}
function notSealed({ refused }) {
	if (refused.size === 0) return [];
	const [first = ""] = refused;
	return [{
		code: "kept-not-sealed",
		message: `${refused.size === 1 ? `What was kept in ${first}` : `What was kept in ${printCount(refused.size)} files, such as ${first},`} was not used: it carries no seal of this job, so a commit or a cache may have brought it.`,
		remedy: "Nothing was lost but time: it was made or measured again. To use what other jobs kept, set AIRWORTHY_CACHE_KEY to the same secret in all of them."
	}];
}
function damage({ damaged }) {
	if (damaged.size === 0) return [];
	const [first = ""] = damaged;
	return [{
		code: "kept-damaged",
		message: `${damaged.size === 1 ? `What was kept in ${first} is` : `What was kept in ${printCount(damaged.size)} files, such as ${first}, is`} not what was written there: it was not used.`,
		remedy: "Nothing was lost but time: it was made again. If nobody edited these files, check the disk and the memory of this machine."
	}];
}
function once(warnings) {
	return [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
}
function told(warnings, stages) {
	const first = stages.find(({ status }) => status !== "skipped");
	return stages.map((stage) => stage === first ? {
		...stage,
		warnings: [...warnings, ...stage.warnings]
	} : stage);
}
function stageReport({ name, kind }, result) {
	const base = {
		name,
		kind: kind.name,
		effects: kind.effects,
		seconds: result?.seconds ?? 0
	};
	if (result === void 0) return {
		...base,
		status: "skipped",
		summary: "the run ended before it",
		warnings: [],
		problems: []
	};
	if (result.status === "skipped") return {
		...base,
		status: "skipped",
		summary: result.why,
		warnings: [],
		problems: []
	};
	if (result.status === "failed") return {
		...base,
		status: "error",
		summary: result.problems[0]?.message ?? "failed",
		warnings: [],
		problems: result.problems
	};
	return {
		...base,
		status: statusOf(result),
		summary: result.record.summary,
		warnings: warningsOf(result),
		problems: []
	};
}
function statusOf(result) {
	const { verdict } = result;
	if (verdict !== void 0 && verdict !== "pass") return verdict;
	if (result.cached) return "cached";
	return verdict ?? "done";
}
function products(ended) {
	const reported = new Set(ended.context.pipeline.kinds.filter((kind) => kind.reported).map(({ gives }) => gives));
	const own = [];
	const other = [];
	for (const { stage, product } of finishedStages(ended)) if (reported.has(stage.kind.gives)) own.push([stage.kind.gives, product]);
	else other.push([stage.name, product]);
	return {
		...Object.fromEntries(own),
		other: Object.fromEntries(other)
	};
}
function nextCommands(ended, command, outcome) {
	const { context } = ended;
	const { journal, pipeline } = context;
	const later = isResumable(context);
	const again = {
		command: `${command} run --run ${journal.runId}`,
		what: "resume this run"
	};
	const anew = {
		command: `${command} run ${typed(context, pipeline.file)}`,
		what: "start a new run"
	};
	const report = {
		command: `${command} report ${later ? journal.runId : shellWord(journal.folder)}`,
		what: "show this report again"
	};
	if (outcome === "measured") return [{
		command: `${command} merge ${typed(context, pipeline.file)} FOLDER`,
		what: "merge it with the other shards"
	}, report];
	if (outcome === "error" || outcome === "cancelled") return pipeline.where([]) === void 0 || !later ? [] : [isInVain(ended) ? anew : again];
	const checks = evidenceIn(ended).map(({ file, check }) => ({
		command: `${command} ${check.command} ${typed(context, path.join(journal.folder, file))}`,
		what: check.what
	}));
	const isOpen = outcome === "inconclusive" && later && pipeline.where([]) !== void 0;
	const more = {
		command: `${command} run ${typed(context, pipeline.file)}`,
		what: "measure more: what was measured counts"
	};
	return [
		...isOpen ? [more] : [],
		...checks,
		report
	];
}
async function withFiles(report, ended, formats) {
	const { journal, world } = ended.context;
	const place = (file) => path.join(journal.folder, file);
	const evidence = await evidenceLeft(ended);
	const sha256$1 = evidence.find(({ isMain }) => isMain)?.sha256;
	const kept = [...evidence, ...shardFiles(report, ended)];
	const pages = formats.map((format) => ({
		name: format.name,
		file: `report.${format.extension}`,
		format
	}));
	const files = Object.fromEntries([...pages, ...kept].map(({ name, file }) => [name, place(file)]));
	const complete = {
		...report,
		files,
		...sha256$1 === void 0 ? {} : { evidence: sha256$1 }
	};
	for (const { file, text } of kept) await world.files.write(place(file), new TextEncoder().encode(text));
	const shown = world.files.maskedValue(complete);
	const texts = new Map();
	for (const { file, format } of pages) texts.set(file, world.files.masked(await format.render(shown)));
	const digests = Object.fromEntries([...texts].map(([file, text]) => [file, sha256(text)]));
	if (texts.size > 0) await journal.write({
		event: "reports-kept",
		files: digests
	});
	for (const [file, text] of texts) await world.files.write(place(file), new TextEncoder().encode(text));
	return complete;
}
function shardFiles({ outcome, pipeline, subject, measurements }, { context: { sharing, world } }) {
	if (outcome !== "measured" || subject === void 0 || measurements === void 0) return [];
	if (sharing === void 0 || !("shard" in sharing.share)) return [];
	const shard = {
		schema: "airworthy.shard/2",
		version,
		...world.ciRun?.id === void 0 ? {} : { run: world.ciRun.id },
		pipeline: {
			name: pipeline.name,
			sha256: pipeline.sha256
		},
		subject: subjectDigests(subject),
		shard: sharing.share.shard,
		products: { measurements }
	};
	return [{
		name: "shard",
		file: shardFileName,
		text: `${JSON.stringify(world.files.maskedValue(shard))}\n`
	}];
}
function openMeasurements(home, files, key) {
	const open = (folder) => {
		const file = path.join(folder, `${key}.jsonl`);
		const name = `${path.basename(folder)}/${key}.jsonl`;
		return {
			file,
			...openJsonLines(files, file, {
				name,
				seals: home.seals,
				kind: "measurements"
			})
		};
	};
	const [before, now] = [open(home.history), open(home.measurements)];
	const note = openNote(home, files, key);
	const own = (values, file) => values.map((each) => ownValue(each, key, file));
	return {
		async read() {
			const noted = await note.read();
			const { values, isThrough } = await now.readThrough(noted);
			const isTold = home.seals.refused.has(now.file);
			if (!isThrough && !isTold && await files.exists(now.file)) throw pipelineError("measurements-behind", { file: now.file });
			return [...own(await before.read(), before.file), ...own(values, now.file)];
		},
		noteEnd: async () => note.write(await now.end()),
		async append(value) {
			if (!await files.exists(now.file)) await files.remove(note.file);
			await now.append(isObject(value) ? {
				...value,
				key
			} : value);
		}
	};
}
function openNote({ measurements, seals }, files, key) {
	const file = path.join(measurements, `${key}.end`);
	const name = `${path.basename(measurements)}/${key}.end`;
	return {
		file,
		async read() {
			if (!await files.exists(file)) return "";
			const opened = await seals.unseal(name, (await files.readText(file)).trimEnd());
			return /^\{"end":"([0-9a-f]{64})"\}$/.exec(opened?.text ?? "")?.[1] ?? "";
		},
		async write(end) {
			if (end === "") return;
			const { text } = await seals.seal(name, JSON.stringify({ end }));
			await files.writeText(file, `${text}\n`);
		}
	};
}
function ownValue(entry, key, file) {
	if (!isObject(entry) || !("key" in entry)) return entry;
	const { key: own, ...value } = entry;
	if (own === key) return value;
	throw pipelineError("measurements-foreign", { file });
}
function isObject(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
function measuredAlone(measuring) {
	const { lines, folder, key } = measuring;
	const machine = path.join(folder, `machine-${measuring.world.processes.identity().machine}.lock`);
	const set = path.join(folder, `${key}.lock`);
	let locks = [];
	let hasAppended = false;
	return {
		read: lines.read,
		async append(value) {
			for (const lock of locks) if (!await lock.isOurs()) throw pipelineError("measuring-lost", {});
			await lines.append(value);
			hasAppended = true;
		},
		alone: (work) => withLock(machine, "measures on this machine", measuring, (first) => withLock(set, "measures the same", measuring, (second) => {
			locks = [first, second];
			return work().finally(async () => {
				locks = [];
				if (hasAppended) await lines.noteEnd();
			});
		}))
	};
}
async function withLock(lock, what, { world, runId, signal, waits }, work) {
	const taken = await takeLock(lock, world, {
		patienceMs: Number.POSITIVE_INFINITY,
		purpose: runId,
		signal,
		onWait: (holder) => waits(`for ${runOf(holder)}, which ${what}`)
	});
	if ("holder" in taken) throw pipelineError("measuring-lost", {});
	try {
		return await work(taken.lock);
	} finally {
		await taken.lock.release();
	}
}
function runOf({ purpose, who }) {
	return purpose === void 0 ? who : `run ${purpose} (${who})`;
}
const declared = {
	ledger: ({ stage, context: { ledger, options, warnings }, signal }) => withDefaultContext({
		signal,
		waits: (message) => options.waits?.(`${stage.name}: ${message}`),
		warns: (warning) => warnings.push(warning)
	}, ledger),
	targets: ({ context }) => context.pipeline.targets,
	sources: ({ context }) => context.pipeline.sources,
	measurements: ({ stage, signal, context: { home, journal, waits, world } }) => (key) => measuredAlone({
		lines: openMeasurements(home, world.files, key),
		folder: home.measurements,
		key,
		runId: journal.runId,
		signal,
		world,
		waits: (message) => waits(message, stage.name)
	}),
	questions: ({ stage, context }) => questionsFor(context.pipeline, stage),
	attempts: ({ context }) => context.attempts,
	after: ({ stage, context }) => productsAfter(context.pipeline, stage),
	extensions: ({ stage, context }) => extensionsFor(context.pipeline, stage),
	shard: ({ share }) => share !== void 0 && "shard" in share ? share.shard : void 0,
	override: ({ context }) => context.override,
	evidence: ({ stage, context, results }) => () => keepEvidence({
		context,
		results
	}, stage)
};
function toolsFor(starting) {
	const { stage, key, scratch, signal, context } = starting;
	const { home, pipeline, world, journal, store } = context;
	const checkpoint = `checkpoints/${stage.name.replaceAll("/", "-")}-${key.slice(0, 12)}.jsonl`;
	const place = {
		name: `runs/${journal.runId}/${checkpoint}`,
		seals: home.seals,
		kind: "checkpoint"
	};
	return {
		world,
		store,
		signal,
		scratch,
		checkpoint: openJsonLines(world.files, path.join(journal.folder, checkpoint), place),
		runId: journal.runId,
		stage: stage.name,
		folder: pipeline.folder,
		progress: (message, fraction) => context.progress(stage.name, message, fraction),
		waits: (message) => context.waits(message, stage.name),
		leavesOpen: (rollout) => {
			context.left.rollout = rollout;
		},
		...Object.fromEntries(stage.kind.uses.map((name) => [name, declared[name](starting)]))
	};
}
async function runStage(stage, known, results, context) {
	const started = context.world.clock.monotonicMs();
	try {
		const result = await attempt(stage, known, results, context);
		return {
			...result,
			seconds: result.seconds + (context.world.clock.monotonicMs() - started) / 1e3
		};
	} catch (thrown) {
		const failed = failure(thrown, context);
		const at = context.world.clock.now();
		await context.journal.write({
			event: "stage-failed",
			at,
			stage: stage.name,
			problems: failed.problems
		}).catch(() => {});
		return {
			...failed,
			seconds: (context.world.clock.monotonicMs() - started) / 1e3
		};
	}
}
async function attempt(stage, known, results, context) {
	const left = reasonOfSharing(stage, context.sharing);
	if (left !== void 0) return {
		status: "skipped",
		why: left,
		blocked: false,
		seconds: 0
	};
	const blocker = stage.needs.find((need) => blocks(results.get(need)));
	if (blocker !== void 0) return {
		status: "skipped",
		why: `${blocker} did not pass`,
		blocked: true,
		seconds: 0
	};
	const skip = reasonToSkip(stage, context.pipeline, context.world, context.options);
	if (skip !== void 0) return {
		status: "skipped",
		why: skip,
		blocked: false,
		seconds: 0
	};
	const given = givenTo(context.pipeline, stage, known);
	const missing = stage.kind.needs.find((product) => !given.has(product));
	if (missing !== void 0) return {
		status: "skipped",
		why: `the stage that gives its ${missing} was skipped`,
		blocked: true,
		seconds: 0
	};
	if (refusesCode(stage, context.world)) throw portError("untrusted-code", {
		stage: stage.name,
		why: context.world.trust.why
	}, { where: stage.where });
	const key = await keyOf(context.pipeline, stage, known, context.world, {
		override: context.override,
		share: shareOf(stage, context)
	});
	return await fromJournal(stage, key, context) ?? await fromCache(stage, key, context) ?? await forReal(stage, key, given, results, context);
}
function shareOf({ name }, { sharing }) {
	return sharing?.stage === name ? sharing.share : void 0;
}
function blocks(result) {
	if (result === void 0 || result.status === "failed") return true;
	if (result.status === "skipped") return result.blocked;
	return result.verdict !== void 0 && result.verdict !== "pass";
}
async function fromJournal(stage, key, context) {
	const finished = context.journal.past.findLast((event) => event.event === "stage-finished" && event.stage === stage.name && event.key === key);
	if (finished === void 0) return void 0;
	const product = await context.store.value(finished.record.product);
	if (product === void 0) return void 0;
	return finishedAs(stage, finished.record, product, {
		cached: finished.cached,
		seconds: finished.seconds
	});
}
async function fromCache(stage, key, context) {
	if (context.options.fresh || stage.kind.effects === "remote") return void 0;
	const record = await context.cache.find(key);
	if (record === void 0) return void 0;
	const product = await context.store.value(record.product);
	if (product === void 0) return void 0;
	await finish(stage, key, record, true, 0, context);
	return finishedAs(stage, record, product, {
		cached: true,
		seconds: 0
	});
}
function finishedAs({ kind }, record, product, how) {
	return {
		status: "finished",
		record,
		product,
		verdict: kind.verdictOf === void 0 ? record.verdict : kind.verdictOf(product),
		...how
	};
}
async function forReal(stage, key, given, results, context) {
	const { world, journal } = context;
	await journal.write({
		event: "stage-started",
		at: world.clock.now(),
		stage: stage.name,
		key
	});
	const started = world.clock.monotonicMs();
	const scratch = path.join(journal.folder, "scratch", stage.name);
	await world.files.remove(scratch);
	await world.files.makeDirectory(scratch);
	const values = await Promise.all([...given].map(async ([product, sha256]) => [product, await givenValue(product, sha256, context)]));
	const products = Object.fromEntries(values);
	const share = shareOf(stage, context);
	const outcome = await withinTime(stage, context, (signal) => {
		const tools = toolsFor({
			stage,
			key,
			scratch,
			share,
			signal,
			context,
			results
		});
		return share !== void 0 && "measured" in share ? stage.merge(products, tools, share.measured) : stage.run(products, tools);
	});
	const product = await context.store.putValue(outcome.product);
	const record = {
		product: product.sha256,
		...stage.kind.verdictOf === void 0 && outcome.verdict !== void 0 ? { verdict: outcome.verdict } : {},
		summary: outcome.summary,
		warnings: outcome.warnings ?? []
	};
	await finish(stage, key, record, false, (world.clock.monotonicMs() - started) / 1e3, context);
	if (stage.kind.effects !== "remote" && outcome.settled !== false) await context.cache.keep(key, record);
	await world.files.remove(scratch);
	return finishedAs(stage, record, product.value, {
		cached: false,
		seconds: 0
	});
}
async function givenValue(name, sha256, { store }) {
	const value = await store.value(sha256);
	if (value === void 0) throw pipelineError("artifact-missing", {
		name,
		sha256
	});
	return value;
}
async function finish(stage, key, record, cached, seconds, context) {
	const at = context.world.clock.now();
	await context.journal.write({
		event: "stage-finished",
		at,
		stage: stage.name,
		key,
		seconds,
		cached,
		record
	});
}
async function withinTime(stage, { signal: outer, world: { clock } }, action) {
	const [late, ended] = [new AbortController(), new AbortController()];
	clock.sleep(stage.timeout, ended.signal).then(() => late.abort(), () => {});
	const signal = AbortSignal.any([outer, late.signal]);
	const seconds = Math.round(stage.timeout / 1e3);
	const overrun = new Promise((_, reject) => {
		late.signal.addEventListener("abort", () => setTimeout(() => reject(pipelineError("stage-timeout", {
			stage: stage.name,
			seconds
		})), graceMs).unref(), { once: true });
	});
	try {
		return await Promise.race([action(signal), overrun]);
	} catch (thrown) {
		if (!late.signal.aborted || outer.aborted) throw thrown;
		const problem = pipelineProblem("stage-timeout", {
			stage: stage.name,
			seconds
		});
		const others = thrown instanceof UserError && thrown.code !== problem.code ? thrown.problems : [];
		throw new UserError([problem, ...others], { cause: thrown });
	} finally {
		ended.abort();
	}
}
const graceMs = 5e3;
function failure(thrown, context) {
	const run = isResumable(context) ? context.journal.runId : void 0;
	const cancelled = portProblem("run-cancelled", { run });
	if (thrown instanceof UserError && context.signal.aborted) return {
		status: "failed",
		problems: [cancelled, ...thrown.problems.map((each) => readable(each, context))],
		fault: "cancelled"
	};
	if (thrown instanceof UserError) return {
		status: "failed",
		problems: thrown.problems.map((each) => readable(each, context)),
		fault: "user"
	};
	if (thrown instanceof Cancelled || context.signal.aborted) return {
		status: "failed",
		problems: [cancelled],
		fault: "cancelled"
	};
	const detail = thrown instanceof Bug || !(thrown instanceof Error) ? messageOf(thrown) : thrown.stack ?? thrown.message;
	return {
		status: "failed",
		problems: [portProblem("bug", { detail })],
		fault: "bug"
	};
}
function readable(problem, { store }) {
	return {
		...problem,
		message: store.readable(problem.message),
		hint: store.readable(problem.hint)
	};
}
function sideBySide({ cores, cpuQuota, memoryBytes, memoryLimitBytes }) {
	const processors = Math.floor(Math.min(cores, cpuQuota ?? cores));
	const memory = Math.floor(Math.min(memoryBytes, memoryLimitBytes ?? memoryBytes) / bytesOfOne);
	return {
		working: Math.max(2, Math.min(processors, memory, mostWorking)),
		all: mostWaiting
	};
}
const bytesOfOne = 2 ** 29;
const mostWorking = 16;
const mostWaiting = 32;
async function schedule(tasks, run, most = {
	working: mostWorking,
	all: mostWaiting
}) {
	const waiting = new Set(tasks);
	const done = new Set();
	const running = new Map();
	let working = 0;
	let measuring = false;
	let failure;
	const start = (task) => {
		waiting.delete(task);
		measuring = task.measures;
		if (task.waits !== true) working++;
		const work = run(task.name).then(() => void done.add(task.name)).catch((thrown) => {
			failure ??= { thrown };
		}).finally(() => {
			running.delete(task.name);
			if (task.waits !== true) working--;
			if (task.measures) measuring = false;
		});
		running.set(task.name, work);
	};
	while (failure === void 0 && (waiting.size > 0 || running.size > 0)) {
		const ready = [...waiting].filter((task) => task.needs.every((need) => done.has(need)));
		for (const task of ready) {
			const free = !measuring && (!task.measures || running.size === 0);
			const room = running.size < most.all && (task.waits === true || working < most.working);
			if (free && room) start(task);
		}
		if (running.size === 0) throw new RangeError("tasks need one another in a circle");
		await Promise.race(running.values());
	}
	await Promise.all(running.values());
	if (failure !== void 0) throw failure.thrown;
}
async function run(pipeline, world, options = {}) {
	if (options.override !== void 0) admitOverride(options.override, world, options);
	const home = await homeOf(world);
	const journal = await openJournal(pipeline, world, home, options);
	try {
		return await runJournalled(pipeline, world, {
			home,
			journal
		}, options);
	} finally {
		await journal.release();
	}
}
function admitOverride({ by, reason }, { trust }, { dryRun }) {
	if (by.trim() === "" || reason.trim() === "") throw pipelineError("override-incomplete", {});
	if (dryRun === true) throw pipelineError("override-refused", { why: "a dry run records nothing" });
	if (trust.level === "untrusted") throw pipelineError("override-refused", { why: trust.why });
}
async function openJournal(pipeline, world, home, options) {
	if (options.resume === void 0 || options.resume === false) return newJournal(home, pipeline, {
		inputs: options.inputs ?? {},
		share: await keptShare(pipeline, world, home, options)
	}, world);
	const wanted = typeof options.resume === "string" ? { runId: options.resume } : { file: pipeline.file };
	const { signal, listener } = options;
	return reopenJournal(home, await findRun(home, world, wanted), pipeline, world, {
		signal,
		onWait: ({ who }) => listener?.({
			event: "waiting",
			message: `to see whether this run is still held by ${who}`
		})
	});
}
async function keptShare(pipeline, world, home, options) {
	const share = shareIn(pipeline, world, options);
	return share && (await storeOf(home, world).putValue(share)).sha256;
}
function shareIn(pipeline, { ciRun }, { shard, merge }) {
	if (merge !== void 0) return { measured: wholeOf(pipeline, merge, ciRun) };
	if (shard === void 0) return void 0;
	checkShardName(shard, sharedStage(pipeline));
	return { shard };
}
async function runJournalled(pipeline, world, place, options) {
	const { journal } = place;
	const begun = await begin(pipeline, world, place, options);
	const context = {
		...begun,
		...await establishSubject(begun)
	};
	const ended = {
		context,
		results: await runStages(context, options)
	};
	const report = reportOf(ended, {
		command: options.command ?? "airworthy",
		finishedAt: world.clock.now(),
		warnings: await ledgerWarnings(context.ledger, pipeline, world).catch(() => [])
	});
	const complete = await withFiles(report, ended, options.formats ?? []);
	if (!journal.past.some((event) => event.event === "run-finished") && report.outcome !== "error" && report.outcome !== "cancelled") await journal.write({
		event: "run-finished",
		at: report.finishedAt,
		outcome: report.outcome,
		exitCode: report.exitCode
	});
	return complete;
}
async function begin(pipeline, world, { home, journal }, options) {
	const store = storeOf(home, world);
	const warnings = [];
	return {
		home,
		warnings,
		pipeline,
		world,
		options,
		attempts: world.home.kind === "local" ? 0 : Math.min(options.attempts ?? attemptsBefore(world), mostAttempts),
		override: options.override,
		sharing: await sharingIn(journal, pipeline, store),
		journal,
		store,
		cache: openCache(home, world.files, store),
		ledger: heard(lazyLedger(pipeline, world, journal.folder, {
			signal: options.signal,
			waits: options.waits,
			warns: (warning) => warnings.push(warning)
		}), options),
		evidence: new Map(journal.past.flatMap((event) => event.event === "evidence-kept" ? [[event.file, event.artifact]] : [])),
		left: {},
		signal: options.signal ?? new AbortController().signal,
		waits: (message, stage) => options.listener?.({
			event: "waiting",
			message,
			stage
		}),
		progress: (stage, message, fraction) => options.listener?.({
			event: "progress",
			stage,
			message,
			fraction
		})
	};
}
function attemptsBefore({ env }) {
	const attempt = Number(env["GITHUB_RUN_ATTEMPT"] ?? 1);
	return Number.isInteger(attempt) && attempt > 1 ? attempt - 1 : 0;
}
const mostAttempts = 40;
function heard(ledger, { listener }) {
	return withAppend({
		...ledger,
		async appendAll(records, context) {
			const entries = await ledger.appendAll(records, context);
			for (const entry of entries) listener?.({
				event: "recorded",
				entry
			});
			return entries;
		}
	});
}
async function sharingIn({ started }, pipeline, store) {
	if (started.share === void 0) return void 0;
	const share = await store.value(started.share);
	if (share === void 0) throw pipelineError("artifact-missing", {
		name: "of the shards",
		sha256: started.share
	});
	return sharingOf(pipeline, share);
}
async function establishSubject(begun) {
	const { pipeline, world, journal, store, ledger, sharing } = begun;
	const settled = journal.past.find((event) => event.event === "subject");
	const kept = settled === void 0 ? void 0 : await store.value(settled.product);
	const [subject, commit] = await Promise.all([kept ?? subjectOf(pipeline, ledger, world), commitOf(begun)]);
	if (settled?.commit !== void 0 && commit !== void 0 && settled.commit !== commit && acts(begun)) throw pipelineError("resume-commit", {
		began: settled.commit,
		now: commit
	});
	if (acts(begun)) await admitSource(pipeline, {
		subject,
		commit
	}, world);
	if (sharing !== void 0 && "measured" in sharing.share) checkSubject(sharing.share.measured, subject);
	await stock(subject, pipeline, {
		store,
		world,
		folder: journal.folder
	});
	await admitActing(acts(begun) ? unfinished(begun) : [], {
		...begun,
		subject,
		runId: journal.runId
	});
	if (mayAdopt(begun)) await adoptProduction(pipeline, ledger, world);
	if (kept !== void 0) return {
		subject,
		commit: settled?.commit
	};
	const stored = await store.putValue(subject);
	if (settled !== void 0 && stored.sha256 !== settled.product) throw pipelineError("artifact-missing", {
		name: "that says what the run is about",
		sha256: settled.product
	});
	await journal.write({
		event: "subject",
		product: stored.sha256,
		...commit === void 0 ? {} : { commit }
	});
	return {
		subject: stored.value,
		commit
	};
}
async function commitOf(begun) {
	const { pipeline, world } = begun;
	try {
		return await headIn(pipeline.folder, world);
	} catch (thrown) {
		if (acts(begun) || !(thrown instanceof UserError)) throw thrown;
		return;
	}
}
function acts(begun) {
	return begun.sharing?.only === void 0 && acting(begun).length > 0;
}
function unfinished(begun) {
	const { past } = begun.journal;
	const finished = past.flatMap((event) => event.event === "stage-finished" ? [event.stage] : []);
	return acting(begun).filter(({ name }) => !finished.includes(name));
}
function acting({ pipeline, world, options }) {
	return actingStages(pipeline, world, options);
}
function mayAdopt(begun) {
	const { pipeline, world } = begun;
	const mayWrite = world.trust.level === "trusted" || ledgerKindOf(pipeline.registry).endsWithRun;
	return acts(begun) && mayWrite;
}
async function runStages(context, options) {
	const stages = new Map(inOrder(context.pipeline).map((stage) => [stage.name, stage]));
	const results = new Map();
	const products = new Map();
	const known = {
		subject: digest(context.subject),
		products
	};
	const tell = options.listener ?? (() => {});
	const runOne = async (name) => {
		const stage = stages.get(name);
		tell({
			event: "stage-started",
			stage: name,
			kind: stage.kind.name
		});
		const result = await runStage(stage, known, results, { ...context });
		results.set(name, result);
		if (result.status === "finished") products.set(name, result.record.product);
		tell({
			event: "stage-finished",
			stage: name,
			result
		});
	};
	await schedule([...stages.values()].map(taskOf), runOne, sideBySide(context.world.machine));
	return results;
}
function taskOf({ name, needs, kind }) {
	return {
		name,
		needs,
		measures: kind.measures,
		waits: kind.effects === "remote"
	};
}
export { run };
