import { portError } from "./workers.js";
import { maskedEvent, registryError, withAppend } from "./start.js";
import { asked, withLock } from "./registry-ledger-lock.js";
import { author } from "./registry-ledger-author.js";
import { formatEntry, parseEntry, readEntries } from "./registry-ledger-chained.js";
import { admit } from "./pipelines.js";
async function openFileLedger(path, world) {
	let known = {
		text: "",
		read: readEntries([], placeIn(path))
	};
	const read = async () => {
		const text = await textOf(path, world);
		const read = known.text.endsWith("\n") && text.startsWith(known.text) ? known.read.and(linesOf(text.slice(known.text.length))) : readEntries(linesOf(text), placeIn(path));
		known = {
			text,
			read
		};
		return read;
	};
	const append = async (records) => {
		for (let attempt = 1; attempt <= attempts; attempt++) {
			const { entries, fresh } = await draftOf(await read(), records, path, world);
			if (fresh.length === 0) return entries;
			await mendEnd(path, world);
			await world.files.appendLine(path, fresh.map(formatEntry).join("\n"));
			const chains = new Set((await read()).entries.map(({ chain }) => chain));
			if (fresh.every(({ chain }) => chains.has(chain))) return entries;
		}
		throw registryError("ledger-busy", {
			lock: `${path}.lock`,
			holder: void 0
		});
	};
	return withAppend({
		describe: `ledger file ${path}`,
		read: async () => (await read()).entries,
		appendAll: (records, asking) => asked(asking, () => withLock(`${path}.lock`, world, () => append(records))),
		tags: async () => [],
		remarks: async () => (await read()).ignored.map((at) => `Line ${at + 1} counts for nothing: it continues an earlier end, as a writer that had lost its lock would. Take it out if nobody knows of it; nothing rests on it.`)
	});
}
const attempts = 5;
async function draftOf(before, records, path, world) {
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
function* linesOf(text) {
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
async function mendEnd(path, world) {
	const text = await textOf(path, world);
	if (text === "" || text.endsWith("\n")) return;
	const end = text.lastIndexOf("\n") + 1;
	const mended = isWhole(text.slice(end)) ? `${text}\n` : text.slice(0, end);
	await world.files.write(path, new TextEncoder().encode(mended));
}
export { openFileLedger };
