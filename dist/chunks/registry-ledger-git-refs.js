import { parseTag, versionTag } from "./pipelines.js";
import { registryError, sha256 } from "./start.js";
import { readChecked, readEntries } from "./registry-ledger-chained.js";
import { branch } from "./registry-ledger-git-message.js";
import { UserError, createHash } from "./workers.js";
import path from "node:path";
import { deflateSync } from "node:zlib";
const short = branch.slice(11);
function damaged(git, reason, what = "its objects in git") {
	const repair = `Take a clone that is whole, or get them again: \`git fsck\` names the files that are damaged; remove those, and \`git fetch --refetch --no-filter REMOTE ${short}\`. Nothing is lost that the remote, or a clone, has.`;
	return registryError("ledger-broken", {
		ledger: `${git.directory} ${branch}`,
		entry: what,
		reason,
		repair
	});
}
const ofSurroundings = /permission denied|did not end|dubious ownership|no space|out of memory|cannot allocate|too many open/i;
const ofObject = /^(?:error|fatal): .*(?:header for [0-9a-f]{40}|loose object|inflate: |packed object|hash mismatch)/m;
function damageIn(git, stderr) {
	return ofObject.test(stderr) ? damaged(git, git.reason(stderr)) : void 0;
}
async function reading(git, read) {
	try {
		return await read();
	} catch (thrown) {
		if (!(thrown instanceof UserError) || thrown.code !== "git-failed" || ofSurroundings.test(thrown.message)) throw thrown;
		if (/promisor remote|lazy fetching disabled/.test(thrown.message) || await isPartial(git)) throw registryError("ledger-partial", {
			ledger: git.directory,
			branch
		}, { cause: thrown });
		const [, reason = thrown.message] = /failed in the registry: (.*)\.$/s.exec(thrown.message) ?? [];
		throw damaged(git, reason);
	}
}
async function isPartial(git) {
	return (await git.try([
		"config",
		"--get-regexp",
		"^remote\\..*\\.promisor$"
	])).stdout.includes(" true");
}
async function admitObjects(git, { head, tags, models }, world) {
	const shown = [...tags].filter(([name]) => models.has(parseTag(name)?.model ?? ""));
	const kinds = shown.length === 0 ? [] : (await git(["cat-file", "--batch-check"], { input: linesOf(shown.map(([, object]) => object)) })).split("\n");
	const gone = shown.find((_, at) => / missing$/.test(kinds[at] ?? ""));
	if (gone !== void 0) throw damaged(git, `its object ${gone[1]} is missing or corrupt`, `the tag ${gone[0]}`);
	const small = shown.flatMap(([, object], at) => Number(kinds[at]?.split(" ")[2]) <= 1048576 ? [object] : []);
	const objects = `${await git([
		"-c",
		"core.commitGraph=false",
		"rev-list",
		"--objects",
		"--no-object-names",
		head
	])}${linesOf(small)}`;
	const folder = path.join(git.common, `airworthy-ledger.verify-${world.randomId()}`);
	try {
		await world.files.makeDirectory(folder);
		const made = (await git([
			"pack-objects",
			"--quiet",
			"--window=0",
			path.join(folder, "pack")
		], { input: objects })).trim();
		await git(["verify-pack", path.join(folder, `pack-${made}.idx`)]);
	} finally {
		await world.files.remove(folder);
	}
}
function linesOf(objects) {
	return objects.map((object) => `${object}\n`).join("");
}
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
function placesFor(number) {
	const [high, low] = beneath(number).split("/");
	const ways = ["log", versionsFolder].flatMap((top) => [
		top,
		`${top}/`,
		`${top}/${high}/`,
		`${top}/${high}/${low}/`
	]);
	return [
		"README.md",
		formerFolder,
		formerReleases,
		...ways
	];
}
const formerReleases = "releases";
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
async function foldersOf(git, commit, places) {
	const folders = new Map();
	if (commit === void 0) return folders;
	for (const line of (await git([
		"ls-tree",
		"-t",
		"-z",
		commit,
		"--",
		...places
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
async function filesIn(git, commit, tops) {
	return (await git([
		"ls-tree",
		"-r",
		"-z",
		commit,
		"--",
		...tops
	])).split("\0").flatMap((line) => {
		const tab = line.indexOf("	");
		return tab < 0 ? [] : [[line.slice(tab + 1), line.slice(line.lastIndexOf(" ", tab) + 1, tab)]];
	});
}
function withFiles(before, files, format) {
	const folders = new Map(before);
	const changed = new Map();
	const put = (path, item) => {
		const [folder, name] = split(path);
		const items = changed.get(folder) ?? new Map(folders.get(folder));
		changed.set(folder, items.set(name, item));
	};
	for (const [path, object] of files) put(path, {
		mode: "100644",
		object
	});
	const objects = [];
	for (let depth = Math.max(...[...changed.keys()].map(depthOf)); depth >= 0; depth--) for (const [folder, items] of [...changed].filter(([each]) => depthOf(each) === depth)) {
		const tree = treeOf(items, format);
		objects.push(tree);
		folders.set(folder, items);
		if (folder !== "") put(folder, {
			mode: folderMode,
			object: tree.id
		});
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
function createReader(git, before) {
	const empty = {
		head: void 0,
		commits: [],
		...readEntries([], placeIn(git))
	};
	let known = before ?? empty;
	let shown = {
		head: void 0,
		folders: new Map()
	};
	const read = async (head) => {
		if (head === void 0) return empty;
		return reading(git, async () => await continued(git, known, head) ?? readChain(git, head));
	};
	return Object.assign(async (head) => {
		if (head !== known.head) known = await read(head);
		return known;
	}, {
		async folders({ head, commits }) {
			if (shown.head !== head) shown = {
				head,
				folders: await reading(git, () => foldersOf(git, head, placesFor(commits.length + 1)))
			};
			return shown.folders;
		},
		keep(chain, folders) {
			known = chain;
			shown = {
				head: chain.head,
				folders
			};
		}
	});
}
async function checkedChain(git, { commit, texts }, text) {
	const read = readChecked(text, placeIn(git), texts);
	const { code, stdout } = await git.try([
		"rev-list",
		"--first-parent",
		"--reverse",
		commit
	]);
	const commits = stdout.trimEnd().split("\n");
	return code === 0 && read !== void 0 && commits.length === texts.count ? {
		head: commit,
		commits,
		...read
	} : void 0;
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
	if (history[0]?.parents[0] !== known.head || !history.every((recording, at) => isOwn(recording, files[at], from + at))) return void 0;
	const texts = await textsOf(git, files);
	return {
		head,
		commits: [...known.commits, ...commitsOf(history)],
		...known.and(texts)
	};
}
async function readChain(git, head) {
	const { ledger } = placeIn(git)(0);
	const history = recordingsIn(await git([...historyCommand, head]));
	const commits = commitsOf(history);
	admitLine(history, ledger);
	const files = await entryFiles(git, head);
	if (files.length > commits.length && await isCutOff(git, commits[0])) throw registryError("ledger-shallow", { ledger });
	const read = readEntries(await textsOf(git, files), placeIn(git));
	if (files.length !== commits.length || read.entries.length !== files.length) throw registryError("ledger-broken", {
		ledger,
		entry: "its end",
		reason: `${commits.length} commits hold ${read.entries.length} entries`
	});
	admitHistory(history, files, ledger);
	return {
		head,
		commits,
		...read
	};
}
async function entryFiles(git, head) {
	const numberIn = (path) => Number.parseInt(path.slice(path.lastIndexOf("/") + 1), 10);
	return (await filesIn(git, head, [formerFolder, "log"])).map((file) => ({
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
function recordingsIn(log) {
	const recordings = [];
	for (const line of log.split("\n")) {
		const [word, commit = "", ...parents] = line.split(" ");
		if (word === "commit") recordings.push({
			commit,
			parents: parents.filter((each) => each !== ""),
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
function admitHistory(history, files, ledger) {
	const at = history.findIndex((recording, index) => !isOwn(recording, files[index], index));
	const [commit, before] = [history[at]?.commit, history[at - 1]?.commit];
	if (commit === void 0) return;
	throw registryError("ledger-rewritten", {
		where: ledger,
		trace: `the commit ${commit.slice(0, 12)} does more than add entry ${at + 1}`,
		repair: `Bring it back to what was before, and record again what was recorded since: \`git push --force-with-lease REMOTE ${before ?? commit}:${branch}\`. A clone that has not fetched since has it, too.`
	});
}
function admitLine(history, ledger) {
	const merge = history.find(({ parents }) => parents.length > 1);
	if (merge === void 0) return;
	throw registryError("ledger-rewritten", {
		where: ledger,
		trace: `the commit ${merge.commit.slice(0, 12)} is a merge, which puts other entries in the place of what was recorded`,
		repair: `Bring it back to the end that it had, one of ${merge.parents.map((each) => each.slice(0, 12)).join(" and ")}: \`git push --force-with-lease REMOTE COMMIT:${branch}\`. A clone that has not fetched since tells which.`
	});
}
function isOwn({ changes, parents }, [path, object] = [void 0, void 0], entry) {
	return parents.length <= 1 && changes.length === 1 && changes[0] === `A ${object} ${path}` && (path === entryPath(entry + 1) || path === formerPath(entry + 1));
}
async function textsOf(git, files) {
	const objects = files.map(([, object]) => object ?? "");
	return (await readObjects(git, objects)).map(({ type, text }, at) => {
		if (type === "missing" || type === "") throw damaged(git, `its object ${objects[at]} is missing or corrupt`, `the file ${files[at]?.[0]}`);
		return text.trimEnd();
	});
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
	const bytes = Buffer.byteLength(output) === output.length ? void 0 : Buffer.from(output);
	const textOf = (from, to) => bytes?.toString("utf8", from, to) ?? output.slice(from, to);
	const length = bytes?.length ?? output.length;
	const found = [];
	for (let at = 0; at < length;) {
		const end = bytes?.indexOf(10, at) ?? output.indexOf("\n", at);
		const [, type = "", bytesOfIt] = textOf(at, end).split(" ");
		const size = Number(bytesOfIt);
		const isThere = Number.isInteger(size);
		found.push({
			type,
			text: isThere ? textOf(end + 1, end + 1 + size) : ""
		});
		at = isThere ? end + 1 + size + 1 : end + 1;
	}
	return found;
}
function listingOf(text) {
	let known;
	let digest;
	const listing = {
		text,
		digest() {
			digest ??= sha256(text);
			return digest;
		},
		has: (ref) => text.includes(` ${ref}\n`),
		objectOf(name) {
			const at = text.indexOf(` ${folder}${name}\n`);
			return at < 0 ? void 0 : text.slice(text.lastIndexOf("\n", at) + 1, at);
		},
		beneath(ref) {
			const at = text.indexOf(` ${ref}/`);
			return at < 0 ? void 0 : text.slice(at + 1, text.indexOf("\n", at));
		},
		and(tags) {
			if (tags.size === 0) return listing;
			return listingOf(tags.size > mostInserted ? merged(text, tags) : [...tags].reduce(inserted, text));
		},
		all() {
			known ??= new Map(text.split("\n").flatMap((line) => line === "" ? [] : [[nameIn(line), objectIn$1(line)]]));
			return known;
		},
		beginningWith(start) {
			const found = [];
			const begin = ` ${folder}${start}`;
			for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) found.push(text.slice(at + 1 + folder.length, text.indexOf("\n", at)));
			return found;
		}
	};
	return listing;
}
const folder = "refs/tags/";
const mostInserted = 16;
function merged(text, tags) {
	const named = [...text.split("\n").filter((line) => line !== ""), ...[...tags].map(([name, object]) => `${object} ${folder}${name}`)].map((line) => [nameIn(line), line]);
	named.sort(([a], [b]) => a < b ? -1 : 1);
	return named.map(([, line]) => `${line}\n`).join("");
}
function inserted(text, [name, object]) {
	let [low, high] = [0, text.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const start = middle === 0 ? 0 : text.lastIndexOf("\n", middle - 1) + 1;
		const end = text.indexOf("\n", start) + 1;
		if (nameIn(text.slice(start, end - 1)) < name) low = end;
		else high = start;
	}
	return `${text.slice(0, low)}${object} ${folder}${name}\n${text.slice(low)}`;
}
function nameIn(line) {
	return line.slice(line.indexOf(" ") + 1 + 10);
}
function objectIn$1(line) {
	return line.slice(0, line.indexOf(" "));
}
async function readRefs(git) {
	const text = await git([
		"for-each-ref",
		"--format=%(objectname) %(refname)",
		branch,
		"refs/tags",
		`refs/remotes/**/${shortName}`
	]);
	const tag = text.indexOf(" refs/tags/");
	const begin = tag < 0 ? text.length : text.lastIndexOf("\n", tag) + 1;
	const refs = text.slice(0, begin).split("\n").flatMap((line) => line === "" ? [] : [[line.slice(line.indexOf(" ") + 1), objectIn(line)]]);
	const listing = listingOf(text.slice(begin));
	let tags;
	return {
		head: refs.find(([name]) => name === branch)?.[1],
		seen: new Map(refs.flatMap(([name, object]) => seenAt(name, object))),
		listing,
		get tags() {
			tags ??= ofGrammar(listing.all());
			return tags;
		}
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
	return ofGrammar(refs.flatMap(([ref, object]) => {
		const name = ref.replace(/^refs\/tags\//, "");
		return name === ref ? [] : [[name, object]];
	}));
}
function ofGrammar(tags) {
	return new Map([...tags].filter(([name]) => parseTag(name) !== void 0));
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
async function isBeginning(git, end, of) {
	if (end === of) return true;
	return await isAncestor(git, end, of) && await mergeSince(git, end, of) === void 0;
}
async function mergeSince(git, end, commit) {
	return (await git([
		"rev-list",
		"--min-parents=2",
		"--max-count=1",
		`${end}..${commit}`
	])).trim() || void 0;
}
export { admitObjects, checkedChain, createReader, damageIn, entryPath, formatOf, formerFolder, headOf, isAncestor, isBeginning, listingOf, mergeSince, objectOf, readObjects, readRefs, reading, releasePath, tagsAmong, withFiles, writeObjects };
