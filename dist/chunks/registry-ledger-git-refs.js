import { parseTag, versionTag } from "./pipelines.js";
import { registryError } from "./start.js";
import { readAfterChecked, readEntries } from "./registry-ledger-chained.js";
import { branch } from "./registry-ledger-git-branch.js";
import { createHash } from "./workers.js";
import { deflateSync } from "node:zlib";
const versionsFolder = "versions";
const formerFolder = "entries";
function entryPath(number) {
	return `log/${beneath(number)}.json`;
}
function formerPath(number) {
	return `${formerFolder}/${padded(number)}.json`;
}
function releasePath(number, model, version) {
	return `${versionsFolder}/${beneath(number)}-${versionTag(model, version).replaceAll("/", "_")}.md`;
}
function beneath(number) {
	const name = padded(number);
	return `${name.slice(0, -4)}/${name.slice(-4, -2)}/${name}`;
}
function padded(number) {
	return String(number).padStart(6, "0");
}
async function formatOf(git, id) {
	if (id !== void 0) return id.length === 64 ? "sha256" : "sha1";
	const { stdout } = await git.try(["rev-parse", "--show-object-format"]);
	return stdout.trim() === "sha256" ? "sha256" : "sha1";
}
function objectOf(type, content, format) {
	const body = typeof content === "string" ? Buffer.from(content) : content;
	return {
		id: createHash(format).update(`${type} ${body.length}\0`).update(body).digest("hex"),
		type,
		body
	};
}
async function writeObjects(git, objects, format) {
	if (objects.length === 0) return;
	await git(objects.length < mostLoose ? ["unpack-objects", "-q"] : ["index-pack", "--stdin"], { input: packOf(objects, format) });
}
const mostLoose = 100;
function packOf(objects, format) {
	const header = Buffer.alloc(12);
	header.write("PACK");
	header.writeUInt32BE(2, 4);
	header.writeUInt32BE(objects.length, 8);
	const pack = Buffer.concat([header, ...objects.flatMap(({ type, body }) => [packHeader(type, body.length), deflateSync(body)])]);
	return Buffer.concat([pack, createHash(format).update(pack).digest()]);
}
const typeNumbers = {
	commit: 1,
	tree: 2,
	blob: 3,
	tag: 4
};
function packHeader(type, length) {
	const bytes = [typeNumbers[type] << 4 | length & 15];
	for (let rest = Math.floor(length / 16); rest > 0; rest = Math.floor(rest / 128)) bytes.push((bytes.pop() ?? 0) | 128, rest & 127);
	return Uint8Array.from(bytes);
}
const folderMode = "40000";
async function foldersOf(git, commit) {
	const folders = new Map();
	if (commit === void 0) return folders;
	for (const line of (await git([
		"ls-tree",
		"-r",
		"-t",
		"-z",
		commit
	])).split("\0")) {
		const tab = line.indexOf("	");
		if (tab < 0) continue;
		const [mode = "", , object = ""] = line.slice(0, tab).split(" ");
		const [folder, name] = split(line.slice(tab + 1));
		const items = folders.get(folder) ?? new Map();
		folders.set(folder, items.set(name, {
			mode: mode.replace(/^0/, ""),
			object
		}));
	}
	return folders;
}
function filesIn(folders, top) {
	return [...folders].flatMap(([folder, items]) => folder === top || folder.startsWith(`${top}/`) ? [...items].flatMap(([name, { mode, object }]) => mode === folderMode ? [] : [[`${folder}/${name}`, object]]) : []);
}
function withFiles(before, files, format) {
	const folders = new Map(before);
	const put = (path, item) => {
		const [folder, name] = split(path);
		folders.set(folder, new Map(folders.get(folder)).set(name, item));
		return folder;
	};
	let changed = new Set([...files].map(([path, object]) => put(path, {
		mode: "100644",
		object
	})));
	const objects = [];
	for (let depth = Math.max(...[...changed].map(depthOf)); depth >= 0; depth--) for (const folder of [...changed].filter((each) => depthOf(each) === depth)) {
		const tree = treeOf(folders.get(folder) ?? new Map(), format);
		objects.push(tree);
		if (folder !== "") changed = changed.add(put(folder, {
			mode: folderMode,
			object: tree.id
		}));
	}
	return {
		folders,
		root: objects.at(-1)?.id ?? "",
		objects
	};
}
function split(path) {
	const slash = path.lastIndexOf("/");
	return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
}
function depthOf(folder) {
	return folder === "" ? 0 : folder.split("/").length;
}
function treeOf(items, format) {
	const parts = [...items].map(([name, item]) => ({
		...item,
		name,
		order: Buffer.from(item.mode === folderMode ? `${name}/` : name)
	})).sort((a, b) => Buffer.compare(a.order, b.order)).flatMap(({ mode, name, object }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(object, "hex")]);
	return objectOf("tree", Buffer.concat(parts), format);
}
function createReader(git, checked) {
	let known = {
		head: void 0,
		commits: [],
		...readEntries([], placeIn(git))
	};
	const empty = known;
	let shown = {
		head: void 0,
		folders: new Map()
	};
	const foldersAt = async (head) => {
		if (shown.head !== head) shown = {
			head,
			folders: await foldersOf(git, head)
		};
		return shown.folders;
	};
	const read = async (head) => {
		if (head === void 0) return empty;
		return await continued(git, known, head) ?? readChain(git, head, await foldersAt(head), checked);
	};
	return Object.assign(async (head) => {
		if (head !== known.head) known = await read(head);
		return known;
	}, {
		folders: ({ head }) => foldersAt(head),
		keep(chain, folders) {
			known = chain;
			shown = {
				head: chain.head,
				folders
			};
		}
	});
}
async function continued(git, known, head) {
	if (known.head === void 0) return void 0;
	const { code, stdout } = await git.try([...historyCommand, `${known.head}..${head}`]);
	const history = code === 0 ? recordingsIn(stdout) : [];
	const files = history.map(({ changes: [first = ""] }) => {
		const [, object, path] = first.split(" ");
		return [path, object];
	});
	const from = known.commits.length;
	if (history[0]?.parent !== known.head || !history.every((recording, at) => isOwn(recording, files[at], from + at))) return void 0;
	const texts = await textsOf(git, files);
	return {
		head,
		commits: [...known.commits, ...commitsOf(history)],
		...known.and(texts)
	};
}
async function readChain(git, head, folders, checked) {
	const placeOf = placeIn(git);
	const { ledger } = placeOf(0);
	const files = entryFiles(folders);
	const texts = await textsOf(git, files);
	const known = checked && await checkedPart(git, head, texts, checked);
	const from = known?.commits.length ?? 0;
	const last = known?.commits.at(-1);
	const history = last === head ? [] : await historyOf(git, last === void 0 ? head : `${last}..${head}`);
	const commits = [...known?.commits ?? [], ...commitsOf(history)];
	if (files.length > commits.length && await isCutOff(git, commits[0])) throw registryError("ledger-shallow", { ledger });
	const read = known?.read ?? readEntries(texts, placeOf);
	if (texts.length !== commits.length || read.entries.length !== texts.length) throw registryError("ledger-broken", {
		ledger,
		entry: "its end",
		reason: `${commits.length} commits hold ${read.entries.length} entries`
	});
	admitHistory(history, files, {
		ledger,
		from,
		last
	});
	return {
		head,
		commits,
		...read
	};
}
async function checkedPart(git, head, texts, checked) {
	const { count } = checked.texts;
	const commits = (await git([
		"rev-list",
		"--first-parent",
		"--reverse",
		head
	])).split("\n").slice(0, count);
	if (commits.at(-1) !== checked.commit || commits.length !== count) return void 0;
	const read = readAfterChecked(texts, placeIn(git), checked.texts);
	return read && {
		commits,
		read
	};
}
function entryFiles(folders) {
	const numberIn = (path) => Number.parseInt(path.slice(path.lastIndexOf("/") + 1), 10);
	return [formerFolder, "log"].flatMap((top) => filesIn(folders, top)).map((file) => ({
		file,
		number: numberIn(file[0])
	})).sort((a, b) => a.number - b.number).map(({ file }) => file);
}
const historyCommand = [
	"log",
	"--first-parent",
	"--reverse",
	"--diff-merges=first-parent",
	"--root",
	"--no-renames",
	"--raw",
	"--no-abbrev",
	"--format=commit %H %P"
];
async function historyOf(git, range) {
	return recordingsIn(await git([...historyCommand, range]));
}
function recordingsIn(log) {
	const recordings = [];
	for (const line of log.split("\n")) {
		const [word, commit = "", parent] = line.split(" ", 3);
		if (word === "commit") recordings.push({
			commit,
			parent: parent || void 0,
			changes: []
		});
		const [, object = "", change = "", path = ""] = /^:\d+ \d+ \w+ (\w+) (\w+)\t(.*)$/.exec(line) ?? [];
		if (path.startsWith(`log/`) || path.startsWith(`entries/`)) recordings.at(-1)?.changes.push(`${change} ${object} ${path}`);
	}
	return recordings;
}
function commitsOf(history) {
	return history.map(({ commit }) => commit);
}
function admitHistory(history, files, { ledger, from, last }) {
	const at = history.findIndex((recording, index) => !isOwn(recording, files[from + index], from + index));
	const [commit, before] = [history[at]?.commit, history[at - 1]?.commit ?? last];
	if (commit === void 0) return;
	throw registryError("ledger-rewritten", {
		where: ledger,
		trace: `the commit ${commit.slice(0, 12)} does more than add entry ${from + at + 1}`,
		repair: `Bring it back to what was before, and record again what was recorded since: \`git push --force-with-lease REMOTE ${before ?? commit}:${branch}\`. A clone that has not fetched since has it, too.`
	});
}
function isOwn({ changes }, [path, object] = [void 0, void 0], entry) {
	return changes.length === 1 && changes[0] === `A ${object} ${path}` && (path === entryPath(entry + 1) || path === formerPath(entry + 1));
}
async function textsOf(git, files) {
	return (await readObjects(git, files.map(([, object]) => object ?? ""))).map(({ text }) => text.trimEnd());
}
function placeIn({ directory }) {
	return (at) => ({
		ledger: `${directory} ${branch}`,
		entry: `entry ${at + 1}`
	});
}
async function isCutOff(git, first) {
	if (first === void 0) return false;
	return (await git(["rev-parse", "--is-shallow-repository"])).trim() === "true" && /^parent /m.test((await git([
		"cat-file",
		"commit",
		first
	])).split("\n\n")[0] ?? "");
}
async function readObjects(git, objects) {
	if (objects.length === 0) return [];
	return parseObjects(await git(["cat-file", "--batch"], { input: `${objects.join("\n")}\n` }));
}
function parseObjects(output) {
	const bytes = Buffer.from(output);
	const found = [];
	for (let at = 0; at < bytes.length;) {
		const end = bytes.indexOf(10, at);
		const [, type = "", length] = bytes.toString("utf8", at, end).split(" ");
		const size = Number(length);
		const isThere = Number.isInteger(size);
		found.push({
			type,
			text: isThere ? bytes.toString("utf8", end + 1, end + 1 + size) : ""
		});
		at = isThere ? end + 1 + size + 1 : end + 1;
	}
	return found;
}
async function readRefs(git) {
	const refs = (await git([
		"for-each-ref",
		"--format=%(objectname) %(refname)",
		branch,
		"refs/tags",
		`refs/remotes/*/${shortName}`
	])).split("\n").flatMap((line) => line === "" ? [] : [[line.slice(line.indexOf(" ") + 1), objectIn(line)]]);
	return {
		head: refs.find(([name]) => name === branch)?.[1],
		seen: new Map(refs.flatMap(([name, object]) => seenAt(name, object))),
		tags: tagsAmong(refs)
	};
}
async function headOf(git) {
	return objectIn(await git([
		"for-each-ref",
		"--format=%(objectname) %(refname)",
		"refs/heads/airworthy/ledger"
	])) || void 0;
}
const shortName = branch.slice(11);
function tagsAmong(refs) {
	return new Map(refs.flatMap(([ref, object]) => {
		const name = ref.replace(/^refs\/tags\//, "");
		return name !== ref && parseTag(name) !== void 0 ? [[name, object]] : [];
	}));
}
function objectIn(line) {
	return line.slice(0, line.indexOf(" "));
}
function seenAt(ref, object) {
	const [, remote] = /^refs\/remotes\/(.+)\/airworthy\/ledger$/.exec(ref) ?? [];
	return remote === void 0 ? [] : [[remote, object]];
}
async function isAncestor(git, commit, of) {
	return commit === of || (await git.try([
		"merge-base",
		"--is-ancestor",
		commit,
		of
	])).code === 0;
}
export { createReader, entryPath, formatOf, formerFolder, headOf, isAncestor, objectOf, readObjects, readRefs, releasePath, tagsAmong, withFiles, writeObjects };
