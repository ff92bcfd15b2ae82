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
	const appendOne = async ({ key: wanted, event: given }) => {
		const key = world.files.maskedValue(wanted);
		const event = maskedEvent(given, world);
		for (let attempt = 1; attempt <= attempts; attempt++) {
			const before = await read();
			const known = before.entries.find((entry) => entry.key === key);
			if (known !== void 0) return known;
			const at = world.clock.now();
			admit(before.entries, event, `the ledger file ${path}`, at);
			const entry = {
				...event,
				key,
				at,
				by: await author(world)
			};
			const written = before.next(parseEntry(formatEntry(world.files.maskedValue(entry)), {
				ledger: path,
				entry: key
			}));
			await mendEnd(path, world);
			await world.files.appendLine(path, formatEntry(written));
			if ((await read()).entries.some((each) => each.chain === written.chain)) return written;
		}
		throw registryError("ledger-busy", {
			lock: `${path}.lock`,
			holder: void 0
		});
	};
	return withAppend({
		describe: `ledger file ${path}`,
		read: async () => (await read()).entries,
		appendAll: (records, asking) => asked(asking, () => withLock(`${path}.lock`, world, async () => {
			const entries = [];
			for (const record of records) entries.push(await appendOne(record));
			return entries;
		})),
		tags: async () => [],
		remarks: async () => (await read()).ignored.map((at) => `Line ${at + 1} counts for nothing: it continues an earlier end, as a writer that had lost its lock would. Take it out if nobody knows of it; nothing rests on it.`)
	});
}
const attempts = 5;
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
