import { portError } from "./workers.js";
import { problemSchema } from "./core-errors-problem.js";
import { array, boolean, discriminatedUnion, literal, number, object, record, string } from "./npm-zod-v4-classic-schemas.js";
import { artifactSchema } from "./core-products-artifact.js";
import { fits, misfit } from "./core-schema.js";
import { stageRecord } from "./pipeline-cache.js";
import { inputValue, pipelineError } from "./pipelines.js";
import { largestText } from "./start.js";
import path from "node:path";
function openJsonLines(files, path, chain) {
	return chain?.seals.required ? sealedLines(files, path, chain) : plainLines(files, path, chain);
}
function plainLines(files, path, chain) {
	let whole;
	return {
		async read() {
			const values = [];
			for await (const line of linesOf(files, path)) {
				const { text } = await chain?.seals.unseal(chain.name, line) ?? { text: line };
				values.push(...parsed(text));
			}
			return values;
		},
		async append(value) {
			whole ??= endTornLine(files, path);
			await whole;
			await files.appendLine(path, JSON.stringify(files.maskedValue(value)));
		}
	};
}
function sealedLines(files, path, { name, seals }) {
	let tail;
	let last = Promise.resolve();
	const scan = async (each) => {
		const size = await files.size(path) ?? 0;
		let seal = "";
		for await (const line of linesOf(files, path)) {
			if (parsed(line).length === 0) continue;
			const opened = await seals.unseal(name, line, seal);
			if (opened === void 0) continue;
			seal = opened.seal;
			each(opened.text, seal);
		}
		return {
			size,
			seal
		};
	};
	const append = async (value) => {
		const text = JSON.stringify(files.maskedValue(value));
		for (let kept = false; !kept;) {
			const size = await files.size(path) ?? 0;
			if (tail?.size !== size) {
				await endTornLine(files, path);
				tail = await scan(() => {});
			}
			const { size: begin, seal: before } = tail;
			tail = void 0;
			const { text: line, seal } = await seals.seal(name, text, before);
			await files.appendLine(path, line);
			const seen = [];
			const after = await files.size(path) ?? 0;
			kept = after === begin + new TextEncoder().encode(line).length + 1;
			tail = kept ? {
				size: after,
				seal
			} : await scan((_, each) => void seen.push(each));
			kept ||= seen.includes(seal);
		}
	};
	const inTurn = (work) => {
		const turn = last.then(work, work);
		last = turn.catch(() => {});
		return turn;
	};
	return {
		read: () => inTurn(async () => {
			const values = [];
			await scan((text) => void values.push(...parsed(text)));
			return values;
		}),
		append: (value) => inTurn(() => append(value))
	};
}
const longestLine = largestText;
async function* linesOf(files, path) {
	if (!await files.exists(path)) return;
	const decoder = new TextDecoder();
	let [begun, length] = [[], 0];
	for await (const piece of files.pieces(path, 0)) {
		const [first = "", ...others] = decoder.decode(piece, { stream: true }).split("\n");
		begun.push(first);
		length += first.length;
		for (const next of others) {
			yield begun.join("");
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
	yield begun.join("") + decoder.decode();
}
async function endTornLine(files, path) {
	const size = await files.size(path);
	if (size === void 0 || size === 0) return;
	const [last] = await files.readRange(path, size - 1, 1);
	if (last !== "\n".charCodeAt(0)) await files.appendLine(path, "");
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
		seals
	});
	return {
		...lines,
		async read() {
			const bytes = await files.size(file) ?? 0;
			if (bytes > longestJournal) throw portError("file-too-large", {
				path: file,
				what: "a journal",
				count: bytes,
				of: "bytes",
				limit: longestJournal
			});
			return lines.read();
		}
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
	const journal = await open(home, started, [], world);
	await journal.write(started);
	return journal;
}
async function reopenJournal(home, started, pipeline, world) {
	if (started.sha256 !== pipeline.sha256) throw pipelineError("resume-changed", {
		run: started.runId,
		file: pipeline.file
	});
	const lines = journalOf(home, started.runId, world);
	return open(home, started, eventsOf(started.runId, await lines.read()), world);
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
		const [first] = await journalOf(home, name, world).read();
		if (fits(runStarted, first) && first.runId === name && (wanted.file === void 0 || first.file === wanted.file)) return first;
	}
	const all = await world.files.list(home.runs);
	if (wanted.runId !== void 0 && !all.includes(path.basename(wanted.runId))) {
		const latest = all.at(-1);
		throw pipelineError("run-missing", {
			run: wanted.runId,
			home: home.folder,
			latest
		});
	}
	throw pipelineError("resume-nothing", {
		home: home.folder,
		refused: home.seals.refused.size
	});
}
async function open(home, started, past, world) {
	const folder = path.join(home.runs, started.runId);
	const lock = path.join(folder, "lock");
	await acquire(lock, started.runId, world);
	const lines = journalOf(home, started.runId, world);
	return {
		runId: started.runId,
		folder,
		started,
		past,
		write: (event) => lines.append(event),
		release: () => world.files.remove(lock)
	};
}
async function acquire(lock, run, world) {
	const { files, processes } = world;
	if (await files.createExclusive(lock, String(processes.pid))) return;
	const pid = Number(await files.readText(lock));
	if (pid > 0 && pid !== processes.pid && processes.alive(pid)) throw pipelineError("run-busy", {
		run,
		pid
	});
	await files.remove(lock);
	if (!await files.createExclusive(lock, String(processes.pid)) || await files.readText(lock) !== String(processes.pid)) throw pipelineError("run-busy", {
		run,
		pid
	});
}
export { findRun, journalEvent, newJournal, openJsonLines, reopenJournal };
