import { clip, createHash, portError } from "./workers.js";
import { maskedEvent, registryError, withAppend } from "./start.js";
import { author, formatEntry, parseEntry, readEntries } from "./registry-ledger-chained.js";
import { withCallContext, withLock } from "./registry-ledger-lock.js";
import { admit } from "./pipelines.js";
import path from "node:path";
const longest = 2 ** 20;
async function keptTornLines(ledger, { files }) {
	const [folder, begin] = [path.dirname(ledger), `${path.basename(ledger)}.torn-`];
	const lines = (await files.list(folder)).filter((name) => name.startsWith(begin)).map(async (kept) => {
		const file = path.join(folder, kept);
		const bytes = await files.size(file);
		return bytes === void 0 || bytes > longest ? [] : [{
			kept,
			text: await files.readText(file)
		}];
	});
	return (await Promise.all(lines)).flat();
}
async function keepTornLine(ledger, bytes, { files }) {
	const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
	await files.write(`${ledger}.torn-${digest}`, bytes);
}
function takes({ text }, { key, model, version }) {
	const torn = releaseIn(text);
	return torn !== void 0 && torn.key !== key && torn.model === model && torn.version === version;
}
function releaseIn(text) {
	const [key, kind, model, version] = [
		"key",
		"kind",
		"model",
		"version"
	].map((name) => new RegExp(`[{,]"${name}":"([^"\\\\]*)"`).exec(text)?.[1]);
	if (kind !== "release" || key === void 0 || model === void 0 || version === void 0) return void 0;
	return {
		key,
		model,
		version
	};
}
function tornRemark({ kept, text }, line) {
	const begins = `It begins with ${clip(text, 160).replace(/\p{Cc}/gu, "\uFFFD")}`;
	const cause = "A run that is killed while it writes leaves such a line, and nothing relies on it. If somebody cut the file, an entry is gone: bring the ledger back from a backup.";
	const release = releaseIn(text);
	const reserved = release === void 0 ? "" : ` ${release.model} ${release.version} goes to no other file meanwhile.`;
	return kept === void 0 ? `Line ${line} lacks its end and counts for nothing. ${cause}${reserved} ${begins}` : `${kept} keeps a line that lacked its end and counts for nothing. ${cause}${reserved} Remove that file once the line is accounted for. ${begins}`;
}
async function openFileLedger(given, world) {
	const path = await world.files.realPath(given);
	let known = {
		text: "",
		read: readEntries([], placeIn(path))
	};
	const read = async () => {
		const text = await textOf(path, world);
		const grew = known.text.endsWith("\n") && text.startsWith(known.text);
		const read = grew ? known.read.and(entryTextsIn(text.slice(known.text.length))) : readEntries(entryTextsIn(text), placeIn(path));
		if (read.entries.length === 0 && text.trim() !== "") throw registryError("ledger-broken", {
			...placeIn(path)(0),
			reason: "no entry begins there"
		});
		if (!grew) admitGrowth(path, known.read, read);
		known = {
			text,
			read
		};
		return read;
	};
	const tornLines = async () => {
		const text = endOf(known.text);
		return [...await keptTornLines(path, world), ...isTorn(text) ? [{
			kept: void 0,
			text
		}] : []];
	};
	const append = async (records) => {
		for (let attempt = 1; attempt <= attempts; attempt++) {
			const { entries, fresh } = await draftOf({
				before: await read(),
				torn: await tornLines()
			}, records, path, world);
			if (fresh.length === 0) return entries;
			const lines = fresh.map(formatEntry).join("\n");
			if (await world.files.exists(path)) {
				if (!await mendEnd(path, world)) continue;
				await world.files.appendLine(path, lines);
			} else if (!await world.files.createExclusive(path, `${lines}\n`)) continue;
			const chains = new Set((await read()).entries.map(({ chain }) => chain));
			if (fresh.every(({ chain }) => chains.has(chain))) return entries;
		}
		throw registryError("ledger-busy", {
			lock: `${path}.lock`,
			holder: void 0
		});
	};
	return withAppend({
		describe: `ledger file ${given}`,
		read: async () => (await read()).entries,
		appendAll: (records, context) => withCallContext(context, () => withLock(`${path}.lock`, world, () => append(records))),
		tags: async () => [],
		remarks: async () => {
			const { ignored } = await read();
			const torn = await tornLines();
			return [...ignored.map(staleRemark), ...torn.map((each) => tornRemark(each, known.text.split("\n").length))];
		}
	});
}
function admitGrowth(path, before, now) {
	const count = before.entries.length;
	const [last, found] = [before.entries[count - 1], now.entries[count - 1]];
	if (last === void 0 || last.key === found?.key && last.chain === found.chain) return;
	throw registryError("ledger-rewritten", {
		where: path,
		trace: `its entry ${count}, ${last.key}, is not there any more`,
		repair: "Put the file back as it was, from a copy or with what version control has of it, and run this again."
	});
}
const attempts = 5;
function staleRemark(at) {
	return `Line ${at + 1} counts for nothing: it continues an earlier end, as a writer that had lost its lock would. Take it out if nobody knows of it; nothing rests on it.`;
}
async function draftOf({ before, torn }, records, path, world) {
	const [entries, fresh] = [[], []];
	let draft = before;
	for (const { key: wanted, event: given } of records) {
		const key = world.files.maskedValue(wanted);
		const event = maskedEvent(given, world);
		const known = draft.entries.find((entry) => entry.key === key);
		entries.push(known ?? await entryOf(key, event));
		if (known !== void 0) continue;
		const entry = entries.at(-1);
		fresh.push(entry);
		draft = draft.and([formatEntry(entry)]);
	}
	return {
		entries,
		fresh
	};
	async function entryOf(key, event) {
		const at = world.clock.now();
		admit(draft.entries, event, `the ledger file ${path}`, at);
		if (event.kind === "release" && torn.some((line) => takes(line, {
			key,
			...event
		}))) throw registryError("version-exists", {
			...event,
			where: `a line that was cut off the end of ${path}`
		});
		const entry = {
			...event,
			key,
			at,
			by: await author(world)
		};
		return draft.next(parseEntry(formatEntry(world.files.maskedValue(entry)), {
			ledger: path,
			entry: key
		}));
	}
}
const largestLedger = 2 ** 27;
async function textOf(path, { files }) {
	const bytes = await files.size(path);
	if (bytes !== void 0 && bytes > largestLedger) throw portError("file-too-large", {
		path,
		what: "a ledger",
		count: bytes,
		of: "bytes",
		limit: largestLedger
	});
	if (bytes === void 0) {
		if (await files.exists(path)) throw portError("file-denied", {
			path,
			reason: "it is a directory"
		});
		return "";
	}
	return files.readText(path);
}
function* entryTextsIn(text) {
	let begin = 0;
	for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", begin)) {
		yield text.slice(begin, end).replace(/\r$/, "");
		begin = end + 1;
	}
	const last = text.slice(begin).replace(/\r$/, "");
	if (isWhole(last) || isWhole(last.slice(0, -1))) yield last;
}
function placeIn(path) {
	return (at) => ({
		ledger: path,
		entry: `line ${at + 1}`
	});
}
function isWhole(line) {
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}
function endOf(text) {
	return text.slice(text.lastIndexOf("\n") + 1);
}
function isTorn(end) {
	return end.trim() !== "" && !isWhole(end);
}
async function mendEnd(path, world) {
	const bytes = await world.files.read(path);
	const end = bytes.subarray(bytes.lastIndexOf(10) + 1);
	if (end.length === 0) return true;
	const text = new TextDecoder().decode(end);
	if (isWhole(text)) {
		await world.files.appendLine(path, "");
		return true;
	}
	if (isTorn(text)) await keepTornLine(path, end, world);
	return world.files.cutEnd(path, end);
}
export { openFileLedger };
