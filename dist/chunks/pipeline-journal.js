import { Bug, createHash, portError } from "./workers.js";
import { problemSchema } from "./core-errors-problem.js";
import { array, boolean, discriminatedUnion, literal, number, object, record, string } from "./npm-zod-v4-classic-schemas.js";
import { largestText, takeLock } from "./start.js";
import { artifactSchema } from "./core-products-artifact.js";
import { fits, misfit } from "./core-schema.js";
import { stageRecord } from "./pipeline-cache.js";
import { inputValue, pipelineError } from "./pipelines.js";
import { unsealed } from "./pipeline-seals.js";
import path from "node:path";
const domain = "airworthy: a line, 1\n";
const legacy = "airworthy: a line without a digest, 1\n";
function withDigest(text, before) {
	const digest = digestOf(text, before);
	if (!text.startsWith("{")) return {
		line: `{"digest-of-value":"${digest}","value":${text}}`,
		digest
	};
	return {
		line: `{"digest":"${digest}"${text === "{}" ? "" : ","}${text.slice(1)}`,
		digest
	};
}
function checkLine(line, before, areDigested) {
	const { text, digest } = split(line);
	if (digest !== void 0) {
		const own = digestOf(text, before);
		return own === digest ? {
			is: "whole",
			text,
			digest: own
		} : { is: "wrong" };
	}
	if (areDigested || looksDigested(text)) return { is: "wrong" };
	return {
		is: "old",
		text: line,
		digest: sha256Of(legacy, before, "\n", line)
	};
}
function followsFrom(line, digests) {
	const { text, digest } = split(line);
	return digest !== void 0 && digests.some((before) => digestOf(text, before) === digest);
}
function looksDigested(line) {
	return [..."{\"digest"].filter((character, at) => line[at] !== character).length <= 1;
}
const digested = /^\{"digest":"([0-9a-f]{64})"(?:,(?=")|(?=\}$))/;
const digestedBeside = /^\{"digest-of-value":"([0-9a-f]{64})","value":(.*)\}$/s;
function split(line) {
	const beside = digestedBeside.exec(line);
	if (beside !== null) return {
		text: beside[2] ?? "",
		digest: beside[1]
	};
	const [start = "", digest] = digested.exec(line) ?? [];
	return digest === void 0 ? {
		text: line,
		digest
	} : {
		text: `{${line.slice(start.length)}`,
		digest
	};
}
function digestOf(text, before) {
	return sha256Of(domain, before, "\n", text);
}
function sha256Of(...parts) {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part);
	return hash.digest("hex");
}
function openJsonLines(files, path, place = {
	name: path,
	seals: unsealed,
	kind: "checkpoint"
}) {
	let tail;
	let last = Promise.resolve();
	const readAll = async (each, passed = () => {}) => {
		const reading = scan(files, path, place, passed);
		for (;;) {
			const { done, value } = await reading.next();
			if (done) return value;
			each(value);
		}
	};
	const append = async (value) => {
		const text = JSON.stringify(files.maskedValue(value));
		for (let attempt = 0; attempt < mostAttempts; attempt++) {
			const size = await files.size(path) ?? 0;
			if (tail?.size !== size) tail = await readAll(() => {});
			const { size: begin, digest: before, seal: sealBefore, end } = tail;
			tail = void 0;
			if (end !== "") await files.appendLine(path, end === "torn" ? tornMark : "");
			if (end !== "") continue;
			const { line, digest } = withDigest(text, before);
			const { text: kept, seal } = await place.seals.seal(place.name, line, sealBefore);
			await files.appendLine(path, kept);
			const after = await files.size(path) ?? 0;
			if (after === begin + new TextEncoder().encode(kept).length + 1) {
				tail = {
					size: after,
					digest,
					seal,
					end: ""
				};
				return;
			}
			const seen = new Set();
			tail = await readAll((each) => seen.add(each.digest));
			if (seen.has(digest)) return;
		}
		throw new Bug(`${path} did not take a line`);
	};
	const inTurn = (work) => {
		const turn = last.then(work, work);
		last = turn.catch(() => {});
		return turn;
	};
	const readThrough = (digest) => inTurn(async () => {
		const values = [];
		let isThrough = digest === "";
		tail = await readAll(({ value }) => void values.push(value), (passed) => {
			isThrough ||= passed === digest;
		});
		return {
			values,
			isThrough
		};
	});
	return {
		read: () => readThrough("").then(({ values }) => values),
		readThrough,
		end: () => inTurn(async () => {
			tail ??= await readAll(() => {});
			return tail.digest;
		}),
		first: () => inTurn(async () => {
			for await (const { value } of scan(files, path, place)) return value;
		}),
		append: (value) => inTurn(() => append(value))
	};
}
const mostAttempts = 50;
const tornMark = " <- cut off, and passed over";
const longestDelay = 32;
async function* scan(files, path, { name, seals, kind }, passed = () => {}) {
	const size = await files.size(path) ?? 0;
	const digests = [""];
	let [areDigested, seal, end, number] = [
		false,
		"",
		"",
		0
	];
	for await (const { line, isEnded } of linesOf(files, path)) {
		number++;
		if (line.trim() === "" || line.endsWith(tornMark)) continue;
		const before = digests.at(-1) ?? "";
		const stripped = (await unsealed.unseal(name, line))?.text ?? line;
		const checked = checkLine(stripped, before, areDigested);
		const values = checked.is === "wrong" ? [] : parsed(checked.text);
		if (values.length === 0 && !isEnded && checkLine(stripped.slice(0, -1), before, areDigested).is !== "whole") {
			end = "torn";
			continue;
		}
		if (checked.is === "wrong") {
			if (seals.required) seals.refused.add(path);
			else if (!followsFrom(stripped, digests)) throw pipelineError("line-damaged", {
				file: path,
				line: number,
				kind
			});
			continue;
		}
		digests.push(checked.digest);
		passed(checked.digest);
		if (digests.length > longestDelay) digests.shift();
		areDigested ||= checked.is === "whole";
		if (!isEnded) end = "whole";
		if (values.length === 0) continue;
		const opened = await seals.unseal(name, line, seal, path);
		if (opened === void 0) continue;
		seal = opened.seal;
		for (const value of values) yield {
			value,
			digest: checked.digest
		};
	}
	return {
		size,
		digest: digests.at(-1) ?? "",
		seal,
		end
	};
}
const longestLine = largestText;
async function* linesOf(files, path) {
	if (!await files.exists(path)) return;
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	let [begun, length] = [[], 0];
	for await (const piece of files.pieces(path, 0)) {
		const [first = "", ...others] = decoder.decode(piece, { stream: true }).split("\n");
		begun.push(first);
		length += first.length;
		for (const next of others) {
			yield {
				line: begun.join(""),
				isEnded: true
			};
			begun = [next];
			length = next.length;
		}
		if (length > longestLine) throw portError("file-too-large", {
			path,
			what: "a record",
			count: length,
			of: "characters in a line",
			limit: longestLine
		});
	}
	yield {
		line: begun.join("") + decoder.decode(),
		isEnded: false
	};
}
function parsed(line) {
	if (line.trim() === "") return [];
	try {
		return [JSON.parse(line)];
	} catch {
		return [];
	}
}
const at = string();
const stage = string();
const runStarted = object({
	event: literal("run-started"),
	at,
	runId: string(),
	file: string(),
	name: string(),
	sha256: string(),
	inputs: record(string(), inputValue),
	share: string().optional()
});
const stageFinished = object({
	event: literal("stage-finished"),
	at,
	stage,
	key: string(),
	seconds: number(),
	cached: boolean(),
	record: stageRecord
});
const journalEvent = discriminatedUnion("event", [
	runStarted,
	object({
		event: literal("subject"),
		product: string(),
		commit: string().optional()
	}),
	object({
		event: literal("stage-started"),
		at,
		stage,
		key: string()
	}),
	stageFinished,
	object({
		event: literal("stage-failed"),
		at,
		stage,
		problems: array(problemSchema)
	}),
	object({
		event: literal("evidence-kept"),
		file: string(),
		artifact: artifactSchema
	}),
	object({
		event: literal("reports-kept"),
		files: record(string(), string())
	}),
	object({
		event: literal("run-finished"),
		at,
		outcome: string(),
		exitCode: number()
	})
]);
function journalOf({ runs, seals }, runId, { files }) {
	const file = path.join(runs, runId, journalName);
	const lines = openJsonLines(files, file, {
		name: `runs/${runId}/${journalName}`,
		seals,
		kind: "journal"
	});
	const admitSize = async () => {
		const count = await files.size(file) ?? 0;
		if (count > longestJournal) throw portError("file-too-large", {
			path: file,
			what: "a journal",
			count,
			of: "bytes",
			limit: longestJournal
		});
	};
	return {
		...lines,
		first: () => admitSize().then(lines.first),
		read: () => admitSize().then(lines.read)
	};
}
const longestJournal = 2 ** 26;
const journalName = "journal.jsonl";
async function newJournal(home, pipeline, { inputs, share }, world) {
	const at = world.clock.now();
	const started = {
		event: "run-started",
		at,
		runId: `${at.slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}-${world.randomId()}`,
		file: pipeline.file,
		name: pipeline.name,
		sha256: pipeline.sha256,
		inputs,
		...share === void 0 ? {} : { share }
	};
	const ignore = path.join(home.folder, ".gitignore");
	if (!await world.files.exists(ignore)) await world.files.writeText(ignore, "*\n");
	const journal = await open(home, started, { past: async () => [] }, world);
	await journal.write(started);
	return journal;
}
async function reopenJournal(home, started, pipeline, world, options = {}) {
	if (started.sha256 !== pipeline.sha256) throw pipelineError("resume-changed", {
		run: started.runId,
		file: pipeline.file
	});
	const lines = journalOf(home, started.runId, world);
	const past = async () => eventsOf(started.runId, await lines.read());
	return open(home, started, {
		...options,
		past
	}, world);
}
async function keptReport(folder, report, { files }) {
	const file = path.join(folder, journalName);
	const events = await openJsonLines(files, file, {
		name: file,
		seals: unsealed,
		kind: "journal"
	}).read();
	const [first] = events;
	if (!fits(runStarted, first)) return void 0;
	const kept = events.flatMap((event) => fits(journalEvent, event) && event.event === "reports-kept" ? [event] : []);
	return {
		runId: first.runId,
		digests: kept.flatMap(({ files }) => files[report] ?? [])
	};
}
function eventsOf(run, values) {
	return values.map((value) => {
		const reason = misfit(journalEvent, value);
		if (reason !== void 0) throw pipelineError("resume-unreadable", {
			run,
			reason
		});
		return value;
	});
}
async function findRun(home, world, wanted) {
	if (world.home.kind === "isolated") throw pipelineError("resume-untrusted", { why: world.trust.why });
	const names = wanted.runId === void 0 ? [...await world.files.list(home.runs)].reverse() : [path.basename(wanted.runId)];
	for (const name of names) {
		const first = await journalOf(home, name, world).first();
		if (fits(runStarted, first) && first.runId === name && (wanted.file === void 0 || first.file === wanted.file)) return first;
	}
	const { runId: run } = wanted;
	const refused = home.seals.refused.size;
	if (run === void 0 || refused > 0) throw pipelineError("resume-nothing", {
		home: home.folder,
		refused
	});
	const all = await world.files.list(home.runs);
	const folder = path.join(home.runs, path.basename(run));
	if (all.includes(path.basename(run))) throw pipelineError("run-illegible", {
		run,
		folder
	});
	throw pipelineError("run-missing", {
		run,
		home: home.folder,
		latest: all.at(-1)
	});
}
async function open(home, started, { past, ...options }, world) {
	const folder = path.join(home.runs, started.runId);
	const lock = path.join(folder, "lock");
	const busy = (holder) => pipelineError("run-busy", {
		run: started.runId,
		lock,
		holder
	});
	const taken = await takeLock(lock, world, {
		patienceMs: 0,
		...options
	});
	if ("holder" in taken) throw busy(taken.holder);
	try {
		const lines = journalOf(home, started.runId, world);
		return {
			runId: started.runId,
			folder,
			started,
			past: await past(),
			async write(event) {
				if (!await taken.lock.isOurs()) throw busy(void 0);
				await lines.append(event);
			},
			release: () => taken.lock.release()
		};
	} catch (thrown) {
		await taken.lock.release();
		throw thrown;
	}
}
export { findRun, journalEvent, keptReport, newJournal, openJsonLines, reopenJournal };
