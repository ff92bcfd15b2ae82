import { portError } from "./workers.js";
import { admit, author } from "./registry-ledger-rules.js";
import { formatEntry, onePerKey, parseEntry } from "./registry-ledger-entry.js";
import { withLock } from "./registry-ledger-lock.js";
async function openFileLedger(path, world) {
	const read = async () => entriesOf(await textOf(path, world), path);
	return {
		describe: `ledger file ${path}`,
		read,
		append: (key, event) => withLock(`${path}.lock`, world, async () => {
			const entries = await read();
			const known = entries.find((entry) => entry.key === key);
			if (known !== void 0) return known;
			admit(entries, event, `the ledger file ${path}`);
			const entry = {
				...event,
				key,
				at: world.clock.now(),
				by: author(world)
			};
			const line = world.files.masked(formatEntry(entry));
			const written = parseEntry(line, {
				ledger: path,
				entry: key
			});
			await mendEnd(path, world);
			await world.files.appendLine(path, line);
			return written;
		}),
		tags: async () => []
	};
}
async function textOf(path, { files }) {
	if (await files.size(path) === void 0) {
		if (await files.exists(path)) throw portError("file-denied", {
			path,
			reason: "it is a directory"
		});
		return "";
	}
	return files.readText(path);
}
function entriesOf(text, path) {
	const lines = text.split("\n");
	const last = lines.pop() ?? "";
	const whole = isWhole(last) ? [...lines, last] : lines;
	return onePerKey(whole.map((line, index) => parseEntry(line, {
		ledger: path,
		entry: `line ${index + 1}`
	})));
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
