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
			await dropTornLine(path, world);
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
	const lines = text.split("\n").slice(0, -1);
	return onePerKey(lines.map((line, index) => parseEntry(line, {
		ledger: path,
		entry: `line ${index + 1}`
	})));
}
async function dropTornLine(path, world) {
	const text = await textOf(path, world);
	if (text === "" || text.endsWith("\n")) return;
	await world.files.write(path, new TextEncoder().encode(text.slice(0, text.lastIndexOf("\n") + 1)));
}
export { openFileLedger };
