import { asksWho, checkoutsAround, maskedEvent, modelsIn, printShare, registryError, sha256, shellWord, withAppend } from "./start.js";
import { admit, countersOf, parseTag, stageTag, tagStart, versionTag } from "./pipelines.js";
import { becomeUninterruptible, cancellableWorld, currentCallContext, uninterruptible, withCallContext, withLock } from "./registry-ledger-lock.js";
import { branch, shortBranch } from "./registry-ledger-git-branch.js";
import { author, formatEntry, joinLines, readChecked, readEntries } from "./registry-ledger-chained.js";
import { Cancelled, UserError, createHash, messageOf } from "./workers.js";
import { identityLine, keyTrailer, ledgerTrailer, lockIn, messageOf as messageOf$1, notOwnedIn, oneLine, openGit, pushBack, remoteIn, trailerIn, withoutPassword } from "./registry-ledger-git-command.js";
import { brokenRefIn, headOf, isBeginning, listingOf, mergeSince, readRefs, tagsAmong } from "./registry-ledger-git-refs.js";
import path from "node:path";
import { deflateSync } from "node:zlib";
const temporary = /^airworthy-ledger\.(?:(?:checked|texts|shared|lock)\.[\w-]+\.part|verify-[\w-]+)$/;
const leftBehindMs = 36e5;
async function removeLeftovers({ common }, { files, clock }) {
	try {
		const names = (await files.list(common)).filter((name) => temporary.test(name));
		for (const file of names.map((name) => path.join(common, name))) {
			const at = await files.writtenAt(file);
			if (at !== void 0 && Date.parse(clock.now()) - Date.parse(at) > leftBehindMs) await files.remove(file);
		}
	} catch {}
}
function damaged(git, reason, what = "its objects in git") {
	const repair = `Take a clone that is whole, or get the damaged objects again: \`git fsck\` names their files; remove those, and \`git fetch --refetch --no-filter ${remoteIn(git)} ${shortBranch}\`. Nothing is lost that the remote, or a clone, has.`;
	return registryError("ledger-broken", {
		ledger: `${git.directory} ${branch}`,
		entry: what,
		reason,
		repair
	});
}
const ofSurroundings = /permission denied|did not end|dubious ownership|no space|out of diskspace|quota exceeded|read-only file system|out of memory|cannot allocate|too many open/i;
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
	const kinds = shown.length === 0 ? [] : (await git(["cat-file", "--batch-check"], { input: joinLines(shown.map(([, object]) => object)) })).split("\n");
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
	])}${joinLines(small)}`;
	const folder = path.join(git.common, `airworthy-ledger.verify-${world.randomId()}`);
	await removeLeftovers(git, world);
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
		"--full-tree",
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
	const from = known.commits.length;
	if (history[0]?.parents[0] !== known.head || oddOneIn(history, from) !== void 0) return void 0;
	const texts = await textsOf(git, history.map(fileOf$1));
	const chain = {
		head,
		commits: [...known.commits, ...commitsOf(history)],
		...known.and(texts)
	};
	return isWhole(chain) ? chain : void 0;
}
async function readChain(git, head) {
	const { ledger } = placeIn(git)(0);
	const history = recordingsIn(await git([...historyCommand, head]));
	const commits = commitsOf(history);
	admitLine(history, ledger, remoteIn(git));
	const odd = oddOneIn(history, 0);
	if (odd !== void 0 && await isCutOff(git, commits[0])) throw registryError("ledger-shallow", { ledger });
	if (odd !== void 0) throw strayed(history, odd, ledger, remoteIn(git));
	const chain = {
		head,
		commits,
		...readEntries(await textsOf(git, history.map(fileOf$1)), placeIn(git))
	};
	if (isWhole(chain)) return chain;
	throw strayed(history, firstWithoutEffect(chain), ledger, remoteIn(git));
}
function isWhole({ commits, entries, ignored }) {
	return ignored.length === 0 && entries.length === commits.length;
}
function firstWithoutEffect({ ignored, linesFrom }) {
	const lines = (linesFrom(0) ?? "").trimEnd().split("\n");
	const [keys, stale] = [new Set(), ignored[0] ?? Number.POSITIVE_INFINITY];
	const again = lines.findIndex((line) => keys.size === keys.add(JSON.parse(line).key).size);
	return again < 0 ? stale : Math.min(stale, again);
}
const historyCommand = [
	"log",
	"--first-parent",
	"--reverse",
	"--diff-merges=first-parent",
	"--root",
	"--no-renames",
	"--no-relative",
	"--no-ext-diff",
	"--ignore-submodules=none",
	"-O/dev/null",
	"--raw",
	"--no-abbrev",
	"--no-notes",
	"--encoding=UTF-8",
	"-z",
	"--format=commit %H %P"
];
function recordingsIn(log) {
	const recordings = [];
	const fields = log.split("\0");
	for (let at = 0; at < fields.length; at++) {
		const field = fields[at]?.trimStart() ?? "";
		const [, mode = "", object = "", kind] = /^:\d+ (\d+) \w+ (\w+) (\w+)$/.exec(field) ?? [];
		if (kind === void 0) {
			const [word, commit = "", ...parents] = field.trimEnd().split(" ");
			if (word === "commit") recordings.push({
				commit,
				parents: parents.filter((each) => each !== ""),
				changes: []
			});
			continue;
		}
		at += 1;
		const path = fields[at] ?? "";
		if (isEntries(path)) recordings.at(-1)?.changes.push({
			kind,
			mode,
			object,
			path
		});
	}
	return recordings;
}
function isEntries(path) {
	return ["log", formerFolder].some((folder) => path === folder || path.startsWith(`${folder}/`));
}
function fileOf$1({ changes: [change] }) {
	return [change?.path, change?.object];
}
function commitsOf(history) {
	return history.map(({ commit }) => commit);
}
function oddOneIn(history, from) {
	const at = history.findIndex((recording, index) => !isOwn(recording, from + index));
	return at < 0 ? void 0 : at;
}
function strayed(history, at, ledger, remote) {
	const recording = history[at];
	const commit = recording?.commit ?? "";
	const nth = `entry ${at + 1}`;
	const does = recording?.changes.length === 0 ? `does not add ${nth}, as each commit has to` : recording !== void 0 && isOwn(recording, at) ? `adds as ${nth} what is no entry after those before it` : `does more than add ${nth}`;
	const trace = `the commit ${commit.slice(0, 12)} ${does}`;
	return registryError("ledger-rewritten", {
		where: ledger,
		trace,
		repair: repairOf(history, at, remote)
	});
}
function repairOf(history, at, remote) {
	const [before, end] = [history[at - 1]?.commit, history.at(-1)?.commit];
	if (before === void 0) return `No ledger begins so. If it is a branch of yours, call it something else: \`git branch -m ${shortBranch} NAME\`. If the ledger was there, put it back from a clone that has it: \`${pushBack(remote, branch, end)}\`.`;
	return `Bring it back to what was before${at === history.length - 1 ? "" : ", and record again what was recorded since"}: here, \`git update-ref --no-deref ${branch} ${before}\`, and at a remote that has it, \`${pushBack(remote, before, end)}\`. A clone that has not fetched since has it, too.`;
}
function admitLine(history, ledger, remote) {
	const merge = history.find(({ parents }) => parents.length > 1);
	if (merge === void 0) return;
	throw registryError("ledger-rewritten", {
		where: ledger,
		trace: `the commit ${merge.commit.slice(0, 12)} is a merge, which puts other entries in the place of what was recorded`,
		repair: `Bring it back to the end that it had, one of ${merge.parents.map((each) => each.slice(0, 12)).join(" and ")}: \`${pushBack(remote, "COMMIT", history.at(-1)?.commit)}\`. A clone that has not fetched since tells which.`
	});
}
function isOwn({ changes: [change, ...others], parents }, entry) {
	return parents.length <= 1 && others.length === 0 && change?.kind === "A" && change.mode === "100644" && (change.path === entryPath(entry + 1) || change.path === formerPath(entry + 1));
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
const rules$1 = 3;
async function readMark(git, { files }) {
	const text = await files.readText(fileOf(git, "checked")).catch(() => "");
	try {
		const { rules: ofRules, commit, count, digest, tags, bytes } = JSON.parse(text);
		return ofRules === rules$1 && isHex(commit) && isCount(count) && isHex(digest) && isCount(bytes) ? {
			commit,
			texts: {
				count,
				digest
			},
			tags: isHex(tags) ? tags : void 0,
			bytes
		} : void 0;
	} catch {
		return;
	}
}
async function readCopy(git, { bytes }, { files }) {
	try {
		return new TextDecoder().decode((await files.read(fileOf(git, "texts"))).subarray(0, bytes));
	} catch {
		return;
	}
}
async function writeMark(git, chain, { commit, tags }, before, world) {
	const { files } = world;
	await removeLeftovers(git, world);
	const texts = chain.checked();
	const copy = fileOf(git, "texts");
	try {
		const kept = before !== void 0 && await files.size(copy) === before.bytes ? before : void 0;
		const more = chain.linesFrom(kept?.texts.count ?? 0);
		const all = more ?? chain.linesFrom(0) ?? "";
		const isMore = kept !== void 0 && more !== void 0;
		if (isMore && more !== "") await files.appendPieces(copy, piecesOf(more));
		else if (!isMore) await files.write(copy, new TextEncoder().encode(all));
		const bytes = (isMore ? kept.bytes : 0) + Buffer.byteLength(all);
		const text = `${JSON.stringify({
			rules: rules$1,
			commit,
			...texts,
			tags,
			bytes
		})}\n`;
		await files.write(fileOf(git, "checked"), new TextEncoder().encode(text));
		return {
			commit,
			texts,
			tags,
			bytes
		};
	} catch {
		return;
	}
}
async function* piecesOf(text) {
	yield new TextEncoder().encode(text);
}
function markOf(git) {
	return fileOf(git, "checked");
}
function fileOf({ common }, name) {
	return path.join(common, `airworthy-ledger.${name}`);
}
function isHex(value) {
	return typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value);
}
function isCount(value) {
	return Number.isSafeInteger(value) && Number(value) > 0;
}
async function admitRef(git, wanted, others = []) {
	const near = (await git([
		"for-each-ref",
		"--format=%(refname)",
		...aboveIn(wanted),
		wanted
	])).trim().split("\n");
	const [way] = refsInTheWay([wanted], [...near, ...others]);
	if (way !== void 0) throw registryError("ref-in-the-way", way);
}
function refsInTheWay(wanted, others) {
	const there = new Set(others);
	const beneath = new Map([...there].flatMap((ref) => aboveIn(ref).map((above) => [above, ref])));
	return wanted.map((each) => {
		const ref = aboveIn(each).find((above) => there.has(above)) ?? beneath.get(each);
		return ref === void 0 ? void 0 : {
			ref,
			wanted: each
		};
	});
}
function admitTagNames(listing, names, others = []) {
	for (const name of names) {
		const wanted = `refs/tags/${name}`;
		const ref = aboveIn(wanted).find((each) => listing.has(each)) ?? listing.beneath(wanted);
		if (ref !== void 0) throw registryError("ref-in-the-way", {
			ref,
			wanted
		});
	}
	if (others.length === 0 || names.length === 0) return;
	const wanted = names.map((name) => `refs/tags/${name}`);
	const above = new Set(wanted.flatMap(aboveIn));
	const way = refsInTheWay(wanted, others.filter((ref) => above.has(ref) || wanted.some((each) => ref.startsWith(`${each}/`)))).find((each) => each !== void 0);
	if (way !== void 0) throw registryError("ref-in-the-way", way);
}
function aboveIn(ref) {
	const parts = ref.split("/");
	return parts.slice(3).map((_, at) => parts.slice(0, at + 3).join("/"));
}
function inTheWay(stderr) {
	const [, ref, wanted] = /'(refs\/[^']+)' exists; cannot create '(refs\/[^']+)'/.exec(stderr) ?? [];
	return ref === void 0 || wanted === void 0 ? void 0 : registryError("ref-in-the-way", {
		ref,
		wanted
	});
}
async function refuseForks(git, remote, { env, trust }) {
	const own = env["GITHUB_REPOSITORY"];
	if (own === void 0) return;
	const server = repositoryAt(`${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${own}`);
	const names = remote === void 0 ? (await git(["remote"])).split("\n").filter((name) => name !== "") : [remote];
	for (const name of names) {
		const { stdout } = await git.try([
			"remote",
			"get-url",
			"--all",
			name
		]);
		const fork = stdout.split("\n").map(repositoryAt).find((each) => each?.host === server?.host && each?.name !== server?.name);
		if (fork === void 0) continue;
		const reason = `its remote ${name} is ${fork.name}, and this run belongs to ${own}`;
		throw registryError("registry-untrusted", {
			path: git.directory,
			reason,
			why: trust.why
		});
	}
}
function repositoryAt(address) {
	const [, host, name] = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/+(.+)$/i.exec(address) ?? /^(?:[^/@]*@)?([^/:]+):(.+)$/.exec(address) ?? [];
	if (host === void 0 || name === void 0) return void 0;
	return {
		host: host.toLowerCase(),
		name: name.toLowerCase().replace(/\/+$/, "").replace(/\.git$/, "")
	};
}
async function readTags(git, tags) {
	const named = [...tags].filter(([name]) => parseTag(name) !== void 0);
	const texts = await textsOfTags(git, named.map(([, object]) => object));
	return named.map(([name, object]) => {
		const text = texts.get(object);
		if (text === void 0) return {
			name,
			key: void 0,
			commit: void 0,
			ledger: void 0
		};
		return {
			name,
			key: trailerIn(text, keyTrailer),
			ledger: trailerIn(text, ledgerTrailer),
			commit: /^object (\w+)$/m.exec(text.split("\n", 1)[0] ?? "")?.[1]
		};
	});
}
async function textsOfTags(git, objects) {
	if (objects.length === 0) return new Map();
	const asked = [...new Set(objects)];
	const lines = (await git(["cat-file", "--batch-check"], { input: `${asked.join("\n")}\n` })).split("\n");
	const tags = asked.filter((_, at) => {
		const [, type, bytes] = lines[at]?.split(" ") ?? [];
		return type === "tag" && Number(bytes) <= 1048576;
	});
	const read = await readObjects(git, tags);
	return new Map(tags.map((object, at) => [object, read[at]?.text ?? ""]));
}
function shownIn(listing, from) {
	return {
		has: (name) => listing.has(`refs/tags/${name}`),
		counterOf: (model) => highestOf(model, listing.beginningWith(tagStart(model))),
		keys: new Set(),
		from
	};
}
function highestOf(model, names) {
	return names.reduceRight((highest, name) => {
		const number = Number(name.slice(name.lastIndexOf("#") + 1));
		return number > highest && parseTag(name)?.model === model ? number : highest;
	}, 0);
}
function shownOf(listing, existing) {
	const counters = countersOf(existing.map(({ name }) => name));
	return {
		has: (name) => listing.all().has(name),
		counterOf: (model) => counters.get(model) ?? 0,
		keys: new Set(existing.map(({ key }) => key)),
		from: 0
	};
}
function misplacedTags({ entries, commits }, tags) {
	const places = new Map(entries.map(({ key }, index) => [key, index]));
	const releaseOf = releasesIn(entries);
	return tags.filter(({ name, key, commit, ledger }) => {
		if (key === void 0) return false;
		const index = places.get(key) ?? -1;
		const entry = entries[index];
		if (entry === void 0 || !isNameOf(name, entry)) return true;
		const release = releaseOf(entry);
		if (ledger === void 0) return commits[release] !== commit;
		return commits[index] !== ledger || sourceOf(entries[release]) !== commit;
	});
}
async function foreignAmong(git, tags) {
	const ends = tags.map(({ ledger, commit }) => ledger ?? commit ?? "");
	if (ends.length === 0) return new Set();
	const lines = (await git(["cat-file", "--batch-check"], { input: `${ends.flatMap((end) => [
		`${end}^{commit}`,
		`${end}:log`,
		`${end}:${formerFolder}`
	]).join("\n")}\n` })).split("\n");
	const isThere = (at) => / (?:commit|tree) \d+$/.test(lines[at] ?? "");
	return new Set(tags.filter((_, at) => isThere(3 * at) && !isThere(3 * at + 1) && !isThere(3 * at + 2)));
}
function sourceOf(release) {
	return release?.kind === "release" ? release.source : void 0;
}
function isNameOf(name, entry) {
	if (entry.kind === "release") return name === versionTag(entry.model, entry.version);
	const tag = parseTag(name);
	return entry.kind === "assign" && tag?.kind === "stage" && tag.model === entry.model && tag.stage === entry.stage;
}
function missingTags({ entries, commits }, shown) {
	const { from, keys, has, counterOf } = shown;
	if (from === entries.length) return [];
	const names = new Set();
	const counters = new Map();
	const replaced = replacedIn(entries, keys);
	const releaseOf = releasesIn(entries);
	const wanted = [];
	entries.slice(from).forEach((entry, at) => {
		const index = from + at;
		const release = releaseOf(entry);
		const commit = commits[release];
		if (commit === void 0 || isHidden(entries[release])) return;
		const counter = entry.kind === "assign" ? 1 + (counters.get(entry.model) ?? counterOf(entry.model)) : 0;
		const name = nameOf(entry, counter);
		if (name === void 0 || names.has(name) || has(name) || replaced(entry, index)) return;
		names.add(name);
		if (entry.kind === "assign") counters.set(entry.model, counter);
		wanted.push({
			name,
			ledger: commits[index],
			on: [sourceOf(entries[release]), commit],
			entry
		});
	});
	return wanted;
}
function replacedIn(entries, shown) {
	const last = new Map();
	entries.forEach((entry, index) => {
		if (entry.kind === "assign" && shown.has(entry.key)) last.set(slotOf(entry), index);
	});
	return (entry, index) => entry.kind === "assign" && (last.get(slotOf(entry)) ?? -1) >= index;
}
function slotOf({ model, stage }) {
	return JSON.stringify([model, stage]);
}
function nameOf(entry, counter) {
	if (entry.kind === "release") return versionTag(entry.model, entry.version);
	return entry.kind === "assign" ? stageTag(entry.model, entry.stage, counter) : void 0;
}
function releasesIn(entries) {
	const places = new Map();
	const nameOfRelease = ({ model, version }) => `${model.length} ${model} ${version}`;
	entries.forEach((entry, index) => {
		if (entry.kind === "release" && !places.has(nameOfRelease(entry))) places.set(nameOfRelease(entry), index);
	});
	return (entry) => entry.kind === "release" || entry.kind === "assign" ? places.get(nameOfRelease(entry)) ?? -1 : -1;
}
function isHiddenIn(entries, event) {
	if (event.kind === "release") return event.tagged === false;
	if (event.kind !== "assign") return false;
	const { model, version } = event;
	return isHidden(entries.find((entry) => entry.kind === "release" && entry.model === model && entry.version === version));
}
function isHidden(release) {
	return release?.kind === "release" && release.tagged === false;
}
async function makeTags(git, missing, tags, format) {
	const commitAt = await commitsAt(git, missing.flatMap(({ entry, on: [source] }) => [shownBy(entry, tags) ?? [], source ?? []].flat()));
	const places = new Map();
	const made = new Map();
	for (const { name, ledger, on, entry } of missing) {
		const [source, release] = on;
		const commit = (entry.kind === "assign" ? places.get(versionTag(entry.model, entry.version)) : void 0) ?? commitAt(shownBy(entry, tags)) ?? commitAt(source) ?? release;
		places.set(name, commit);
		made.set(name, tagOf({
			name,
			ledger,
			entry,
			on
		}, commit, format));
	}
	return made;
}
function tagOf({ name, ledger, entry, on: [source] }, commit, format) {
	const message = messageOf$1("", entry, { [ledgerTrailer]: commit === source ? ledger : void 0 });
	return objectOf("tag", `object ${commit}\ntype commit\ntag ${name}\ntagger ${identityLine(entry)}\n\n` + message, format);
}
function shownBy(entry, tags) {
	return entry.kind === "assign" ? tags.objectOf(versionTag(entry.model, entry.version)) : void 0;
}
async function commitsAt(git, objects) {
	const asked = [...new Set(objects.filter((each) => /^[0-9a-f]{40,64}$/.test(each)))];
	if (asked.length === 0) return () => void 0;
	const lines = (await git(["cat-file", "--batch-check"], { input: asked.map((object) => `${object}^{commit}\n`).join("") })).split("\n");
	const commits = new Map(asked.map((object, at) => [object, /^([0-9a-f]+) commit /.exec(lines[at] ?? "")?.[1]]));
	return (object) => object === void 0 ? void 0 : commits.get(object);
}
async function admitHead(git, here, there, known) {
	if (there === void 0) await admitLocal(git, here);
	else await admitShared(git, here, there);
	await admitChecked(git, here, there, known);
}
async function admitLocal(git, { head, seen }) {
	for (const [remote, end] of seen) {
		const repair = `Say so in the pipeline, \`registry: { git: ., remote: ${remote} }\`, or fetch it: \`git fetch ${shellWord(remote)} ${shortBranch}:${shortBranch}\`.`;
		if (head === void 0) throw registryError("ledger-missing", {
			where: git.directory,
			trace: `${remote} has one`,
			repair
		});
		if (!await isBeginning(git, end, head)) throw registryError("ledger-behind", {
			where: git.directory,
			remote,
			repair
		});
	}
}
async function admitShared(git, here, { remote: name, head }) {
	const [remote, last] = [withoutPassword(name), await lastSeen(git, here, name)];
	const to = shellWord(remote);
	if (head === void 0) {
		if (here.head !== void 0) throw registryError("ledger-missing", {
			where: remote,
			trace: "the repository here has one",
			repair: `If it is the right one, share it: \`git push ${to} ${shortBranch}\`.`
		});
		const [from] = last ?? [...here.seen][0] ?? [];
		if (from !== void 0) throw registryError("ledger-missing", {
			where: remote,
			trace: `${last === void 0 ? from : "it"} had one when it was last fetched`,
			repair: `Bring it back: \`git push ${to} refs/remotes/${from}/${shortBranch}:${branch}\`. If this one is to be another, forget that: \`git update-ref -d refs/remotes/${from}/${shortBranch}\`.`
		});
		return;
	}
	for (const [from, known] of [[void 0, here.head], last ?? []]) if (known !== void 0 && !await isBeginning(git, known, head)) throw registryError("ledger-rewritten", await parted(git, {
		remote,
		head
	}, known, from));
}
async function lastSeen(git, { seen }, remote) {
	const own = seen.get(remote);
	if (own !== void 0) return [remote, own];
	for (const [name, end] of seen) {
		const { stdout } = await git.try([
			"config",
			"--get-all",
			`remote.${name}.url`
		]);
		if (stdout.split("\n").filter((each) => each !== "").some((each) => each === remote || path.resolve(git.top, each) === remote)) return [name, end];
	}
}
async function admitChecked(git, here, there, { checked }) {
	if (checked === void 0) return;
	const { commit, file } = checked;
	const { head } = there ?? here;
	if (head !== void 0 && await isBeginning(git, commit, head)) return;
	const isHere = (await git.try([
		"cat-file",
		"-e",
		`${commit}^{commit}`
	])).code === 0;
	const broken = brokenRefIn(git, (await git.try(["for-each-ref", branch])).stderr);
	const put = there === void 0 ? `${broken === void 0 ? "" : `rm '${broken}' && `}git update-ref --no-deref ${branch} ${commit}` : pushBack(shellWord(withoutPassword(there.remote)), commit, head);
	const about = {
		where: there === void 0 ? git.directory : withoutPassword(there.remote),
		repair: `${isHere ? `If nobody meant to, put it back: \`${put}\`.` : "If nobody meant to, put it back from a clone that has it."} If it was meant, forget what was read: \`rm '${file}'\`.`
	};
	const end = commit.slice(0, 12);
	if (head === void 0) throw registryError("ledger-missing", {
		...about,
		trace: `it was read here up to ${end}`
	});
	const trace = isHere && await isBeginning(git, head, commit) ? `it ends before ${end}, up to which it was read here` : `it does not continue ${end}, up to which it was read here`;
	throw registryError("ledger-rewritten", {
		...about,
		trace
	});
}
async function parted(git, { remote, head }, known, from) {
	const to = shellWord(remote);
	const forget = `\`git update-ref --no-deref -d ${from === void 0 ? branch : `refs/remotes/${from}/${shortBranch}`}\` and \`rm -f '${markOf(git)}'\``;
	if (await isBeginning(git, head, known)) return {
		where: remote,
		trace: `it ends before ${known.slice(0, 12)}, which it held`,
		repair: `Put the entries back that it lacks: \`git push ${to} ${known}:${branch}\`.`
	};
	const { code, stdout } = await git.try([
		"merge-base",
		known,
		head
	]);
	const fork = code === 0 ? stdout.trim() : void 0;
	if (fork === known) return {
		where: remote,
		trace: `the merge ${(await mergeSince(git, known, head))?.slice(0, 12)} puts other entries in the place of what it held at ${known.slice(0, 12)}`,
		repair: `Put it back: \`${pushBack(to, known, head)}\`, which drops what was added since.`
	};
	if (from === void 0 && fork !== void 0) return {
		where: remote,
		trace: `it and the one here have both gone on after ${fork.slice(0, 12)}`,
		repair: `Look at what is here alone: \`git log ${fork.slice(0, 12)}..${shortBranch}\`. What the remote has is what counts; to go on from it, forget these entries and their tags: ${forget}.`
	};
	return {
		where: remote,
		trace: `it does not continue ${known.slice(0, 12)}, which was its end before`,
		repair: `If nobody meant to, put it back: \`${pushBack(to, known, head)}\`, which drops what was added since. If it was meant, forget the one here: ${forget}.`
	};
}
async function admitTags(git, chain, tags) {
	const all = misplacedTags(chain, tags);
	if (all.length === 0) return;
	const foreign = await foreignAmong(git, all);
	const misplaced = all.filter((tag) => !foreign.has(tag));
	const [first] = misplaced;
	if (first === void 0) return;
	const end = await lastOf(git, misplaced);
	const forged = `If Airworthy did not make ${misplaced.length === 1 ? "this tag" : "these tags"} (\`git cat-file -p 'refs/tags/${first.name}'\` says who did), delete ${misplaced.length === 1 ? "it" : "them"}, here and at the remote: \`git tag -d '${first.name}'\`, \`git push ${remoteIn(git)} ':refs/tags/${first.name}'\`; the ledger is as it was.`;
	const anew = `If the ledger is to begin anew on purpose, delete the tags of the old one first, and \`${markOf(git)}\`.`;
	const repair = end === void 0 ? `If they are of a ledger that was lost, bring its branch ${shortBranch} back from a clone that has it: \`git push ${remoteIn(git)} ${shortBranch}\`.` : `If the ledger was cut back or replaced, bring it back up to the latest of these tags: \`${pushBack(remoteIn(git), end, chain.head)}\`; a clone may have more of it.`;
	const names = misplaced.map(({ name }) => name);
	const shown = `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
	const hint = `${forged} ${repair} ${anew}`;
	if (chain.head === void 0) throw registryError("ledger-missing", {
		where: git.directory,
		trace: `tags show entries of one: ${shown}`,
		repair: hint
	});
	const says = `the ${names.length === 1 ? `tag ${shown} says` : `tags ${shown} say`}`;
	throw registryError("ledger-rewritten", {
		where: git.directory,
		trace: `it does not hold what ${says}, or ${names.length === 1 ? "the tag is" : "they are"} foreign`,
		repair: hint
	});
}
async function lastOf(git, tags) {
	let [longest, found] = [0, void 0];
	for (const commit of new Set(tags.flatMap(({ ledger, commit }) => ledger ?? commit ?? []))) {
		const { code, stdout } = await git.try([
			"rev-list",
			"--count",
			"--first-parent",
			commit,
			"--",
			`:/log`,
			`:/${formerFolder}`
		]);
		if (code === 0 && Number(stdout) > longest) [longest, found] = [Number(stdout), commit];
	}
	return found;
}
async function admitNoQuarantine({ directory, common }, { env, files }) {
	const quarantine = env["GIT_QUARANTINE_PATH"];
	if (quarantine === void 0 || quarantine === "") return;
	const [objects, apart] = await Promise.all([files.realPath(path.join(common, "objects")), files.realPath(quarantine)]);
	if (apart.startsWith(objects + path.sep)) throw registryError("registry-quarantined", { path: directory });
}
function wasRefused(stderr) {
	return /^ ! \[(?!remote failure)|RPC failed; HTTP 4\d\d|returned error: 403|^fatal: remote error: (?:service not enabled|access denied)/m.test(stderr) || /^ERROR: .*(?:denied|read.only|not allowed)/im.test(stderr);
}
function hasOtherNames(stderr) {
	return /mismatched algorithms|does not support this repository's hash algorithm|unexpected capabilities\^\{\}|couldn't find remote ref (?:[\da-f]{40}|[\da-f]{64})$/m.test(stderr);
}
function wasSent(stderr) {
	return /Writing objects:|Total \d+ /.test(stderr);
}
function rejectedTags(stderr) {
	return new Set([...stderr.matchAll(/^ ! \[[\w ]+\] +\S+ -> (\S+)/gm)].map(([, tag = ""]) => tag));
}
const notAtomic = /does not support --atomic/i;
const lacksBase = /unresolved deltas|promisor/;
function isContended$1(stderr) {
	return /cannot lock ref|failed to update ref|already exists|stale info|fetch first|non-fast-forward/i.test(stderr);
}
async function settingsOf(git, name) {
	const settings = await git.settings();
	const of = (key) => settings.flatMap((setting) => setting.name === `remote.${name}.${key}` ? [setting.value] : []);
	const isRewritten = settings.some((setting) => /^url\..*\.(?:push)?insteadof$/s.test(setting.name));
	return {
		urls: of("url"),
		pushUrls: of("pushurl"),
		isRewritten
	};
}
async function readAddressOf(git, name) {
	const { urls, isRewritten } = await settingsOf(git, name);
	const [address = /[:/]/.test(name) ? name : void 0] = urls;
	if (address !== void 0 && !isRewritten) return address;
	return (await git([
		"ls-remote",
		"--get-url",
		"--",
		name
	])).replace(/\n$/, "");
}
async function addressesOf(git, name) {
	const { urls, pushUrls, isRewritten } = await settingsOf(git, name);
	const read = await readAddressOf(git, name);
	if ((urls.length === 1 || urls.length === 0 && read === name && /[:/]/.test(name)) && pushUrls.length === 0 && !isRewritten) return {
		read,
		push: [read]
	};
	const pushOf = (before, remote) => git.try([
		...before,
		"remote",
		"get-url",
		"--push",
		"--all",
		remote
	]);
	const named = await pushOf([], name);
	const { stdout } = named.code === 0 ? named : await pushOf(["-c", `remote.${unnamed}.url=${name}`], unnamed);
	const push = stdout.split("\n").filter((line) => line !== "");
	return {
		read,
		push: push.length === 0 ? [read] : push
	};
}
const unnamed = "airworthy-unnamed";
async function receivingEnd(git, { push }, { cwd, files }) {
	const locals = push.flatMap((address) => localPath(address) ?? []);
	if (locals.some((local) => /^~|\ufffd/.test(local))) return closedEnd;
	const folders = [
		cwd,
		git.top,
		git.directory,
		path.dirname(git.directory)
	];
	const places = locals.flatMap((local) => folders.map((folder) => path.resolve(folder, local)));
	for (const place of new Set(places.flatMap((each) => [each, `${each}.git`]))) if (await mayBeBrought(place, files)) return closedEnd;
}
const closedEnd = [
	"git",
	...[
		"core.hooksPath=/dev/null",
		"core.alternateRefsCommand=true",
		"core.fsmonitor=false",
		"receive.autogc=false",
		"receive.denyCurrentBranch=refuse"
	].flatMap((setting) => ["-c", setting]),
	"receive-pack"
].join(" ");
function localPath(address) {
	const [, named] = /^file:\/\/[^/]*(\/.*)$/is.exec(address) ?? [];
	if (named !== void 0) return decoded(named);
	return /^[^/]*:/.test(address) ? void 0 : address;
}
function decoded(text) {
	return text.replace(/(?:%[\da-f]{2})+/gi, (signs) => Buffer.from(signs.replaceAll("%", ""), "hex").toString());
}
async function mayBeBrought(place, files) {
	const real = await files.realPath(place);
	if (!await files.exists(real) || real.split(path.sep).includes(".git")) return false;
	if (await files.exists(path.join(real, ".git"))) return false;
	return (await checkoutsAround(path.dirname(real), files)).length > 0;
}
function connect(git, name, limitMs, world) {
	const { clock } = world;
	const shown = withoutPassword(name);
	const ask = async (args, { input, limitMs: within = limitMs } = {}) => {
		const reach = {
			name,
			limitMs: within
		};
		const result = await git.try(args, {
			reach,
			...input === void 0 ? {} : { input }
		});
		if (result.ended !== void 0) throw result.ended;
		return result;
	};
	const unreachable = (stderr, doing = "read") => notOwnedIn(stderr, shown) ?? (hasOtherNames(stderr) ? registryError("registry-format", {
		remote: shown,
		path: git.directory
	}) : void 0) ?? inTheWay(stderr) ?? damageIn(git, stderr) ?? registryError("registry-unreachable", {
		remote: shown,
		reason: git.reason(stderr),
		doing
	});
	let addresses;
	let options;
	const findOptions = async () => {
		const end = await receivingEnd(git, await connection.addresses(), world);
		return [...nothingElse, ...end === void 0 ? [] : [`--receive-pack=${end}`]];
	};
	const connection = {
		git,
		name,
		shown,
		limitMs,
		clock,
		ask,
		unreachable,
		addresses() {
			addresses ??= addressesOf(git, name);
			return addresses;
		},
		pushOptions() {
			options ??= findOptions();
			return options;
		},
		async end(within = limitMs, address = name) {
			const { code, stdout, stderr } = await ask([
				"ls-remote",
				"--heads",
				"--",
				address,
				branch
			], { limitMs: within });
			if (code !== 0) throw unreachable(stderr);
			return stdout.split("\n").find((line) => line.endsWith(`\t${branch}`))?.split("	")[0];
		}
	};
	return connection;
}
const nothingElse = [
	"--progress",
	"--no-follow-tags",
	"--no-signed",
	"--recurse-submodules=no"
];
function createFetch({ git, name, ask, unreachable }) {
	const present = new Set();
	return async (objects, end) => {
		const unknown = objects.filter(([, object]) => !present.has(object));
		const missing = await missingAmong(git, unknown);
		const away = new Set(missing);
		for (const [, object] of unknown) if (!away.has(object)) present.add(object);
		if (missing.length === 0) return;
		const options = [...toNowhere, ...tipsOf(end)];
		const input = missing.map((object) => `${object}\n`).join("");
		const atOnce = await ask([
			"fetch",
			...options,
			"--no-write-fetch-head",
			"--stdin",
			"--",
			name
		], { input });
		const isOlder = atOnce.code === 129;
		if (!isOlder && atOnce.code !== 0) {
			if (!lacksBase.test(atOnce.stderr)) throw unreachable(atOnce.stderr);
			const { code, stderr } = await ask([
				"fetch",
				...anew,
				"--stdin",
				"--",
				name
			], { input });
			if (code !== 0) throw unreachable(stderr);
		}
		for (let at = 0; isOlder && at < missing.length; at += mostNamed) {
			const { code, stderr } = await ask([
				"fetch",
				...options,
				"--",
				name,
				...missing.slice(at, at + mostNamed)
			]);
			if (code !== 0) throw unreachable(stderr);
		}
	};
}
const toNowhere = [
	"--progress",
	"--no-tags",
	"--no-prune",
	"--no-prune-tags",
	"--no-recurse-submodules",
	"--no-filter",
	"--refmap="
];
const anew = [
	...toNowhere,
	"--no-write-fetch-head",
	"--refetch"
];
function tipsOf(end) {
	return end === void 0 ? [] : [`--negotiation-tip=${end}`, "--negotiation-tip=refs/*"];
}
const mostNamed = 500;
async function missingAmong(git, refs) {
	if (refs.length === 0) return [];
	const lines = (await git(["cat-file", "--batch-check"], { input: `${refs.map(([, object]) => object).join("\n")}\n` })).split("\n");
	return refs.flatMap(([, object], at) => lines[at]?.endsWith(" missing") ? [object] : []);
}
async function listRemote({ name, ask, unreachable }) {
	const above = branch.slice(0, branch.lastIndexOf("/"));
	const { code, stdout, stderr } = await ask([
		"ls-remote",
		"--",
		name,
		branch,
		above,
		"refs/tags/*"
	]);
	if (code !== 0) throw unreachable(stderr);
	const lines = stdout.split("\n").flatMap((line) => {
		const [object = "", ref] = line.split("	");
		return ref === void 0 ? [] : [[ref, object]];
	});
	const refs = lines.filter(([ref]) => !ref.endsWith(peeled));
	return {
		remote: name,
		head: refs.find(([ref]) => ref === branch)?.[1],
		tags: tagsAmong(refs),
		annotated: new Set(lines.flatMap(([ref]) => ref.endsWith(peeled) ? [ref.slice(10, -3)] : [])),
		names: refs.map(([ref]) => ref)
	};
}
function createLook(connection, fetchObjects, entriesOf) {
	const { name, ask } = connection;
	const look = async (here, others = []) => {
		const { annotated, ...listed } = await listRemote(connection);
		const { head, tags } = listed;
		if (here !== void 0 && head === void 0) await admitFormat(connection, here);
		const shownOf = (models) => [...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? "") && annotated.has(tag)).map(inTags);
		const expected = new Set([...here === void 0 ? [] : await modelsAt(here), ...others]);
		await fetchObjects([...head === void 0 ? [] : [[branch, head]], ...shownOf(expected)]);
		const named = head === void 0 ? new Set() : await modelsAt(head);
		const models = new Set([...named, ...others]);
		const traces = tracesAmong([...tags].filter(([tag]) => annotated.has(tag))).map(inTags);
		await fetchObjects([...shownOf(models), ...named.size === 0 ? traces : []], head);
		return {
			...listed,
			isListed: true,
			ours: new Map([...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? "")))
		};
	};
	const modelsAt = async (end) => modelsIn(await wholeEntriesOf(end));
	const wholeEntriesOf = async (end) => {
		try {
			return await entriesOf(end);
		} catch (thrown) {
			if (!(thrown instanceof UserError) || thrown.code !== "ledger-partial") throw thrown;
			const { code } = await ask([
				"fetch",
				...anew,
				"--",
				name,
				branch
			]);
			if (code !== 0) throw thrown;
			return entriesOf(end);
		}
	};
	return look;
}
async function admitFormat({ name, ask, unreachable, pushOptions }, here) {
	const { stderr } = await ask([
		"push",
		"--dry-run",
		...await pushOptions(),
		"--",
		name,
		`${here}:${branch}`
	]);
	if (hasOtherNames(stderr)) throw unreachable(stderr);
}
function tracesAmong(tags) {
	const last = new Map();
	for (const tag of tags) {
		const { model = "", kind = "" } = parseTag(tag[0]) ?? {};
		last.set(`${kind} ${model}`, tag);
	}
	return [...last.values()].slice(0, mostTraces);
}
const mostTraces = 100;
const peeled = "^{}";
function inTags([name, object]) {
	return [`refs/tags/${name}`, object];
}
function warnOfTags(names, where, reason) {
	if (names.length === 0) return;
	const shown = `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
	currentCallContext().warns?.({
		code: "ledger-tag-missing",
		message: `What ${shown} ${names.length === 1 ? "shows" : "show"} is recorded, and the ${names.length === 1 ? "tag" : "tags"} could not be made in ${where}: ${reason.replace(/\.$/, "")}.`,
		remedy: remedyFor(reason)
	});
}
function remedyFor(reason) {
	const [, file] = /(?:Unable to create '|The lock file )([^'\n]+?\.lock)(?='| )/.exec(reason) ?? [];
	if (file === void 0) return "The next run that records something makes it, once what is in its way is gone.";
	return `If no git is at work there, remove the lock file, \`rm '${file}'\`: the next run that records something then makes it.`;
}
async function warnOfWorkTree(git, { files }) {
	if (!await mayBeCheckedOut(git, files)) return;
	const { code, stdout } = await git.try([
		"for-each-ref",
		"--format=%(worktreepath)",
		branch
	]);
	const place = stdout.trim();
	if (code !== 0 || place === "") return;
	currentCallContext().warns?.({
		code: "ledger-checked-out",
		message: `The branch of the ledger is checked out in ${place}, whose files do not follow what is recorded.`,
		remedy: `Check another branch out there, \`git -C '${place}' switch -\`, and commit nothing on this one.`
	});
}
async function mayBeCheckedOut({ common }, files) {
	const trees = path.join(common, "worktrees");
	const linked = (await files.list(trees).catch(() => [])).map((name) => path.join(trees, name));
	return (await Promise.all([common, ...linked].map((folder) => files.readText(path.join(folder, "HEAD")).catch(() => "")))).some((head) => head.includes("refs/heads/airworthy/ledger") || head.includes("refs/heads/.invalid"));
}
function createLockCheck({ shown, clock }) {
	let seen;
	return (stderr) => {
		const file = lockIn(stderr, "remote");
		if (file === void 0 || seen?.file !== file) seen = file === void 0 ? void 0 : {
			file,
			since: clock.monotonicMs()
		};
		else if (clock.monotonicMs() - seen.since >= leftMs) throw registryError("git-locked", {
			file,
			since: void 0,
			where: shown
		});
	};
}
const leftMs = 1e3;
function createSettle({ git, shown, limitMs, end }, fetchObjects) {
	const contains = async ({ commit, old }) => {
		const head = await end(Math.min(limitMs, askAgainMs));
		if (head === commit) return true;
		if (head === old || head === void 0) return void 0;
		await fetchObjects([[branch, head]]);
		return isBeginning(git, commit, head);
	};
	return async (what, cause) => {
		becomeUninterruptible();
		const found = await contains(what).catch(() => void 0);
		if (found !== void 0) return found;
		throw registryError("ledger-unsettled", {
			remote: shown,
			branch,
			commit: what.commit,
			reason: reasonOf(cause, limitMs)
		}, { cause });
	};
}
function reasonOf(cause, limitMs) {
	if (typeof cause === "string") return cause;
	if (cause instanceof Cancelled) return "it was cancelled before it answered";
	return `it said nothing for ${Math.round(limitMs / 1e3)} s`;
}
const askAgainMs = 2e3;
function createSplitCheck({ git, shown, limitMs, end, addresses }, fetchObjects) {
	const others = async () => {
		const { read, push } = await addresses();
		return push.filter((address) => address !== read);
	};
	const isSame = async (address) => {
		for (let times = 0; times < 3; times++) if (await end(limitMs, address) === await end()) return true;
		return false;
	};
	return {
		async before() {
			for (const address of await others()) if (!await isSame(address)) throw registryError("registry-split", {
				remote: shown,
				branch,
				pushed: { to: withoutPassword(address) }
			});
		},
		async after({ commit, old }) {
			if (old !== void 0 && (await others()).length === 0) return;
			const head = await end().catch((cause) => {
				throw registryError("ledger-unsettled", {
					remote: shown,
					branch,
					commit,
					reason: "it took a push, and could not be read after that"
				}, { cause });
			});
			if (head === commit) return;
			if (head !== void 0 && head !== old) {
				await fetchObjects([[branch, head]]);
				if (await isBeginning(git, commit, head)) return;
			}
			throw registryError("registry-split", {
				remote: shown,
				branch,
				pushed: { from: old }
			});
		}
	};
}
function withStagesApart(push, { git, name, shown, limitMs, pushOptions }) {
	const untaken = new Set();
	const show = async (tags) => {
		const refs = [...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`);
		const args = [
			"push",
			...await pushOptions(),
			"--",
			name,
			...refs
		];
		const { code, stderr, ended } = await git.try(args, { reach: {
			name,
			limitMs
		} });
		if (code === 0) return;
		const named = rejectedTags(stderr);
		const refused = [...tags.keys()].filter((tag) => named.size === 0 || named.has(tag));
		if (untaken.size === 0) warnOfTags(refused, shown, ended?.message ?? git.reason(stderr));
		for (const tag of refused) untaken.add(tag);
	};
	return async (what) => {
		const tags = new Map([...what.tags].filter(([tag]) => !untaken.has(tag)));
		try {
			const pushed = await push({
				...what,
				tags
			});
			return pushed && { shows: pushed.shows && tags.size === what.tags.size };
		} catch (thrown) {
			const stages = new Map([...tags].filter(([tag]) => isOfStage(tag)));
			if (stages.size === 0 || !isOfRefs(thrown)) throw thrown;
			const others = new Map([...tags].filter(([tag]) => !isOfStage(tag)));
			const pushed = await push({
				...what,
				tags: others
			}).catch((again) => {
				throw isOfRefs(again) ? thrown : again;
			});
			if (pushed !== void 0) await show(stages);
			return pushed && { shows: false };
		}
	};
}
function isOfStage(tag) {
	return parseTag(tag)?.kind === "stage";
}
function isOfRefs(thrown) {
	return thrown instanceof UserError && ofRefs.includes(thrown.code);
}
const ofRefs = [
	"registry-refused",
	"git-locked",
	"ref-in-the-way"
];
function createPush(connection, fetchObjects) {
	const { git, name, shown, limitMs, ask, end, unreachable, pushOptions } = connection;
	const admitLock = createLockCheck(connection);
	const settle = createSettle(connection, fetchObjects);
	const split = createSplitCheck(connection, fetchObjects);
	const isOther = createContention(end);
	let isPlain = false;
	const refused = (stderr) => wasRefused(stderr) ? registryError("registry-refused", {
		remote: shown,
		reason: git.reason(stderr)
	}) : unreachable(stderr, "push");
	const attempt = async (old, refs, isAtomic = false) => {
		const options = [...await pushOptions(), ...isAtomic ? ["--atomic"] : []];
		const lease = `--force-with-lease=${branch}:${old ?? ""}`;
		return git.try([
			"push",
			...options,
			lease,
			"--",
			name,
			...refs
		], { reach: {
			name,
			limitMs
		} });
	};
	const landed = async (what, tags) => {
		becomeUninterruptible();
		await split.after(what);
		if (tags.length === 0) return { shows: true };
		const { code, stderr, ended } = await attempt(what.old, tags);
		if (code !== 0 && !isContended$1(stderr)) warnOfTags([...what.tags.keys()], shown, ended?.message ?? git.reason(stderr));
		return { shows: code === 0 };
	};
	const failed = async (what, { stderr, ended }, isAll) => {
		if (wasSent(stderr) && !wasRefused(stderr)) return await settle(what, ended ?? git.reason(stderr)) ? { shows: isAll } : void 0;
		if (ended !== void 0) throw ended;
		if (inTheWay(stderr) !== void 0) throw unreachable(stderr);
		admitLock(stderr);
		if (await isOther(what.old, stderr)) return void 0;
		throw refused(stderr);
	};
	const push = async (what) => {
		const { commit, old, tags, isListed } = what;
		const ofBranch = `${commit}:${branch}`;
		const ofTags = [...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`);
		const atOnce = isPlain ? void 0 : await attempt(old, [ofBranch, ...ofTags], ofTags.length > 0);
		isPlain ||= notAtomic.test(atOnce?.stderr ?? "");
		const isApart = isPlain && ofTags.length > 0;
		if (isApart && !isListed) return void 0;
		const result = atOnce === void 0 || isApart ? await attempt(old, [ofBranch]) : atOnce;
		return result.code === 0 ? landed(what, isApart ? ofTags : []) : failed(what, result, !isApart);
	};
	const pushApart = withStagesApart(push, connection);
	return {
		async push(what) {
			await split.before();
			return pushApart(what);
		},
		async pushTags(names) {
			let missing = names;
			for (let times = 1; missing.length > 0; times++) {
				const refs = missing.map((tag) => `refs/tags/${tag}`);
				const { code, stderr } = await ask([
					"push",
					...await pushOptions(),
					"--",
					name,
					...refs
				]);
				if (code === 0) return;
				if (inTheWay(stderr) !== void 0) throw unreachable(stderr);
				admitLock(stderr);
				const there = (await listRemote(connection)).tags;
				missing = names.filter((tag) => !there.has(tag));
				if (missing.length > 0 && (times === tagAttempts || !isContended$1(stderr))) throw refused(stderr);
			}
		}
	};
}
function createContention(end) {
	let seen = {
		old: void 0,
		times: 0
	};
	return async (old, stderr) => {
		if (isContended$1(stderr)) {
			seen = {
				old,
				times: seen.old === old ? seen.times + 1 : 1
			};
			if (seen.times < mostContended) return true;
		}
		return await end() !== old;
	};
}
const tagAttempts = 10;
const mostContended = 5;
function openRemote(git, { name, limitMs, world, entriesOf }) {
	const connection = connect(git, name, limitMs, world);
	const fetchObjects = createFetch(connection);
	return {
		name,
		end: () => connection.end(),
		look: createLook(connection, fetchObjects, entriesOf),
		...createPush(connection, fetchObjects)
	};
}
function createRemoteCache(git, name, remember, world) {
	const file = path.join(git.common, "airworthy-ledger.shared");
	let last;
	let address;
	const digestOfAddress = () => {
		address ??= readAddressOf(git, name).then((url) => sha256(url.trim()));
		return address;
	};
	return {
		async recall({ head, listing }) {
			const isStill = (seen) => seen?.head === head && seen?.here === listing.digest();
			if (isStill(last)) return last;
			const written = remember ? await read(file, digestOfAddress, world) : void 0;
			return isStill(written) ? written : void 0;
		},
		keep(seen) {
			last = seen;
		},
		async writeDown(seen) {
			last = seen;
			if (!remember) return;
			await removeLeftovers(git, world);
			try {
				const { head, here, absent } = seen;
				const first = JSON.stringify({
					rules,
					remote: await digestOfAddress(),
					head,
					here,
					absent: absent.digest()
				});
				await world.files.write(file, new TextEncoder().encode(`${first}\n${absent.text}`));
			} catch {}
		}
	};
}
const rules = 1;
async function read(file, digestOfAddress, { files }) {
	const text = await files.readText(file).catch(() => "");
	const end = text.indexOf("\n");
	try {
		const { rules: ofRules, remote, head, here, absent: digest } = JSON.parse(text.slice(0, end));
		const absent = listingOf(text.slice(end + 1));
		return ofRules === rules && digest === absent.digest() && remote === await digestOfAddress() ? {
			head,
			here,
			absent,
			names: [],
			shared: void 0
		} : void 0;
	} catch {
		return;
	}
}
async function withAbsolutePath(remote, folder, git, { files }) {
	if (path.isAbsolute(remote) || remote.includes(":")) return remote;
	const place = path.resolve(folder, remote);
	if (/^\.\.?(?:[\\/]|$)/.test(remote)) return place;
	if (!await files.exists(place)) return remote;
	return (await remotesOf(git)).includes(remote) ? remote : place;
}
async function remotesOf(git) {
	return (await git(["remote"])).split("\n").filter((name) => name !== "");
}
async function sync(syncing, { models = [], freshness }) {
	const { git, remote, cache, known } = syncing;
	const here = await readRefs(git);
	if (remote === void 0 || cache === void 0) {
		await admitHead(git, here, void 0, known);
		return {
			...alone(here),
			freshness: "listed"
		};
	}
	const seen = freshness === "listed" ? void 0 : await recalled(syncing, here, models);
	if (seen !== void 0 && (freshness === "assumed" || await remote.end() === seen.head)) {
		await admitHead(git, here, {
			remote: remote.name,
			head: seen.head
		}, known);
		const { head, absent, names, shared } = seen;
		const tags = here.listing.and(absent.all());
		return {
			head,
			freshness,
			here: here.listing,
			tags,
			absent,
			names,
			shared
		};
	}
	const there = await remote.look(here.head, models);
	const synced = await joined(syncing, here, there);
	const { head, absent, names, shared } = synced;
	if (head !== void 0 && there.isListed) cache.keep({
		head,
		here: synced.here.digest(),
		absent,
		names,
		shared
	});
	return synced;
}
function alone({ head, listing }) {
	return {
		head,
		here: listing,
		tags: listing,
		absent: listingOf(""),
		names: [],
		shared: void 0
	};
}
async function recalled({ cache, reader }, here, models) {
	const seen = await cache?.recall(here);
	if (seen === void 0) return void 0;
	const { entries } = await reader(seen.head);
	const named = modelsIn(entries);
	return named.size > 0 && models.every((model) => named.has(model)) ? seen : void 0;
}
async function joined({ git, purpose, reader, known, behind }, here, there) {
	await admitHead(git, here, there, known);
	await admitSameTags(git, here, there);
	const made = purpose === "look" ? new Map() : await follow({
		git,
		behind
	}, here, there, await reader(there.head));
	const missing = [...there.tags].filter(([name]) => !here.tags.has(name));
	const absent = listingOf("").and(new Map(missing.filter(([name]) => !made.has(name))));
	const [listing, tags] = [here.listing.and(made), here.listing.and(new Map(missing))];
	const { head, names, tags: shared } = there;
	return {
		head,
		freshness: "listed",
		here: listing,
		tags,
		absent,
		names,
		shared
	};
}
function asFetched(git, remote) {
	const isUnknown = (thrown) => thrown instanceof UserError && thrown.code === "registry-unreachable" && asksWho.test(thrown.message);
	return {
		...remote,
		end: () => remote.end().catch((thrown) => {
			if (isUnknown(thrown)) return void 0;
			throw thrown;
		}),
		async look(here, others) {
			try {
				return await remote.look(here, others);
			} catch (thrown) {
				if (!isUnknown(thrown)) throw thrown;
				const { seen, tags } = await readRefs(git);
				const head = seen.get(remote.name);
				if (head === void 0) throw thrown;
				return {
					remote: remote.name,
					head,
					tags,
					ours: new Map(),
					names: [],
					isListed: false
				};
			}
		}
	};
}
async function admitSameTags(git, { tags }, there) {
	const others = [...there.ours].filter(([name, object]) => (tags.get(name) ?? object) !== object);
	if (others.length === 0) return;
	const here = new Map(others.map(([name]) => [name, tags.get(name)]));
	const other = [...await readTags(git, new Map(others)), ...await readTags(git, here)].find(({ key }) => key !== void 0)?.name;
	if (other === void 0) return;
	throw registryError("ledger-rewritten", {
		where: withoutPassword(there.remote),
		trace: `the tag ${other} there is another than here`,
		repair: `Find out which one is right; then delete the one here, \`git tag -d '${other}'\`, or put it back there.`
	});
}
async function follow({ git, behind }, here, there, chain) {
	if (there.head !== void 0 && !await moveOn(git, here.head, there.head)) behind({
		here: here.head,
		there: there.head
	});
	return showTags(git, here, there, chain);
}
async function moveOn(git, old, head) {
	if (head === old) return true;
	if (old === void 0) await admitRef(git, branch);
	if ((await git.try([
		"update-ref",
		"--no-deref",
		"-m",
		"airworthy",
		"refs/heads/airworthy/ledger",
		head,
		old ?? ""
	]).catch(unlessLocked))?.code === 0) return true;
	const now = await headOf(git);
	return now !== void 0 && await isBeginning(git, head, now);
}
async function showTags(git, here, { ours }, chain) {
	const absent = new Map([...ours].filter(([name]) => !here.tags.has(name)));
	if (absent.size === 0) return absent;
	const tags = await readTags(git, absent);
	const misplaced = new Set(misplacedTags(chain, tags));
	const missing = tags.filter((tag) => tag.key !== void 0 && !misplaced.has(tag)).map(({ name }) => [name, absent.get(name)]);
	const input = missing.map(([name, object]) => `create refs/tags/${name} ${object}\n`).join("");
	if ((await git.try([
		"update-ref",
		"--no-deref",
		"--stdin"
	], {
		input,
		optional: true
	})).code === 0) return new Map(missing);
	const made = new Map();
	for (const [name, object] of missing) if ((await git.try([
		"update-ref",
		"--no-deref",
		`refs/tags/${name}`,
		object,
		""
	], { optional: true })).code === 0) made.set(name, object);
	return made;
}
function unlessLocked(thrown) {
	if (!(thrown instanceof UserError) || thrown.code !== "git-locked") throw thrown;
}
function createTagIndex(git, world, mark, remember) {
	let written = mark;
	let checked = mark;
	const isKnown = ({ head, checked: texts }, tags) => {
		if (checked === void 0 || head !== checked.commit || tags !== checked.tags) return false;
		const { count, digest } = texts();
		return count === checked.texts.count && digest === checked.texts.digest;
	};
	const keep = async (chain, tags) => {
		const { head: commit } = chain;
		if (commit === void 0 || isKnown(chain, tags)) return;
		checked = {
			commit,
			texts: chain.checked(),
			tags
		};
		if (remember) written = await writeMark(git, chain, {
			commit,
			tags
		}, written, world);
	};
	return {
		async look(chain, tags) {
			const digest = tags.digest();
			if (isKnown(chain, digest)) return shownIn(tags, chain.entries.length);
			const existing = await readTags(git, tags.all());
			await admitTags(git, chain, existing);
			const shown = shownOf(tags, existing);
			await keep(chain, missingTags(chain, shown).length === 0 ? digest : void 0);
			return shown;
		},
		async unshared(chain, { tags, shared }) {
			if (shared === void 0) return new Map();
			const lacking = new Map([...tags.all()].filter(([name]) => !shared.has(name)));
			const existing = await readTags(git, lacking);
			const misplaced = new Set(misplacedTags(chain, existing));
			const ours = existing.flatMap((tag) => tag.key === void 0 || misplaced.has(tag) ? [] : [tag.name]);
			return new Map(ours.map((name) => [name, lacking.get(name)]));
		},
		keep: (chain, tags) => keep(chain, tags.digest())
	};
}
const readme = `# The ledger of Airworthy

What was released, what serves, and why: one commit for each entry, never rewritten. \`log/\` is what Airworthy reads, \`versions/\` is
for people. Where an earlier version of Airworthy began the ledger, its first entries are in \`entries/\` and \`releases/\`.
Versions and assignments show as tags in GTO's grammar. Please do not edit this branch by hand.
`;
function withEntry({ chain, folders, objects }, entry, format) {
	const number = chain.commits.length + 1;
	const text = formatEntry(entry);
	const read = chain.and([text]);
	const blobs = new Map([
		["README.md", objectOf("blob", readme, format)],
		[entryPath(number), objectOf("blob", `${text}\n`, format)],
		...entry.kind === "release" ? [[releasePath(number, entry.model, entry.version), objectOf("blob", recordOf(entry), format)]] : []
	]);
	const changed = withFiles(folders, new Map([...blobs].map(([path, { id }]) => [path, id])), format);
	const commit = objectOf("commit", commitOf(entry, changed.root, chain.head), format);
	return {
		chain: {
			head: commit.id,
			commits: [...chain.commits, commit.id],
			...read
		},
		folders: changed.folders,
		objects: [
			...objects,
			...blobs.values(),
			...changed.objects,
			commit
		]
	};
}
function commitOf(entry, tree, parent) {
	const identity = identityLine(entry);
	return [
		`tree ${tree}`,
		...parent === void 0 ? [] : [`parent ${parent}`],
		`author ${identity}`,
		`committer ${identity}`,
		"",
		messageOf$1(subjectOf(entry), entry)
	].join("\n");
}
function subjectOf(entry) {
	switch (entry.kind) {
		case "created": return "Create the ledger";
		case "release": return `Release ${entry.model} ${entry.version}`;
		case "assign": return `Assign ${entry.model} ${entry.version} to ${entry.stage}`;
		case "override": return entry.commit === void 0 ? `Override the gate for ${entry.model}: it had said ${entry.verdict}` : `Let a release of ${entry.model} from ${entry.commit.slice(0, 12)}, which does not descend from what serves`;
		case "rollout-started": return `Start the rollout of ${entry.model} ${entry.version}`;
		case "rollout-claimed": return `Go on with the rollout of ${entry.model} in ${entry.driver}`;
		case "rollout-left": return `Leave the rollout of ${entry.model} to the next run`;
		case "rollout-weight": return `Send ${printShare(entry.weight)} of ${entry.model} to the candidate`;
		case "rollout-judged": return `Judge step ${entry.step + 1} of the rollout of ${entry.model}: ${entry.verdict}`;
		case "hook": return `Run the hook ${entry.name} for ${entry.model}: ${entry.outcome}`;
		case "rollout-finished": return `Finish the rollout of ${entry.model}: ${entry.outcome}`;
		default: return entry;
	}
}
function recordOf(entry) {
	const rows = [
		["file", code(entry.artifact.name)],
		["bytes", String(entry.artifact.bytes)],
		["sha256", entry.artifact.sha256],
		["why", code(entry.why)],
		["source", entry.source ?? "not recorded"],
		["evidence", entry.evidence ?? "none: taken as it was"],
		["released", `${entry.at} by ${code(entry.by)}`]
	];
	return `# ${entry.model} ${entry.version}\n\n${rows.map(([name, value]) => `* ${name}: ${value}`).join("\n")}\n`;
}
function code(text) {
	const line = oneLine(text);
	const fence = "`".repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length)));
	return `${fence} ${line} ${fence}`;
}
async function land(place, { synced, chain, draft, made, unshared, format }) {
	const { git, remote } = place;
	const tags = new Map([...made].map(([name, { id }]) => [name, id]));
	await writeObjects(git, [...draft.objects, ...made.values()], format);
	const end = draft.chain.head;
	const isNew = draft.fresh.length > 0;
	const local = remote === void 0 || isNew ? chain.head : await headOf(git);
	const here = {
		tags,
		...end === void 0 || end === local ? {} : {
			commit: end,
			old: local
		}
	};
	if (remote === void 0) return {
		refused: await moveRefs(git, here),
		shows: true
	};
	const there = new Map([...unshared, ...tags]);
	if (isNew && end !== void 0) {
		const isListed = synced.freshness === "listed";
		const pushed = await remote.push({
			commit: end,
			old: chain.head,
			tags: there,
			isListed
		});
		if (pushed === void 0) return {
			refused: "",
			shows: false
		};
		await followLanded(place, here, remote);
		return pushed;
	}
	const refused = await moveRefs(git, here);
	return {
		refused,
		shows: refused === void 0 && await pushTags(remote, [...there.keys()])
	};
}
async function pushTags(remote, names) {
	try {
		await remote.pushTags(names);
		return true;
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		warnOfTags(names, withoutPassword(remote.name), thrown.message);
		return false;
	}
}
async function followLanded({ git, behind }, moves, { name }) {
	if (await unlessRefused(() => moveRefs(git, moves)) === void 0) return;
	const { commit, old, tags } = moves;
	if (commit !== void 0) {
		const here = await headOf(git);
		const from = here === void 0 || await isBeginning(git, here, commit) ? here : old;
		const isThere = here !== void 0 && await isBeginning(git, commit, here);
		const alone = {
			commit,
			old: from,
			tags: new Map()
		};
		const refused = isThere ? void 0 : await unlessRefused(() => moveRefs(git, alone));
		if (refused !== void 0) {
			behind({
				here,
				there: commit
			});
			warnOfBranch(withoutPassword(name), git.reason(refused), brokenRefIn(git, refused));
		}
	}
	for (const tag of tags) {
		const refused = await unlessRefused(() => moveRefs(git, { tags: new Map([tag]) }, true));
		if (refused !== void 0 && !/reference already exists/.test(refused)) warnOfTags([tag[0]], "this repository", git.reason(refused));
	}
}
async function unlessRefused(move) {
	try {
		return await move();
	} catch (thrown) {
		if (thrown instanceof UserError) return messageOf(thrown);
		throw thrown;
	}
}
function warnOfBranch(remote, reason, broken) {
	currentCallContext().warns?.({
		code: "ledger-branch-behind",
		message: `It is recorded at ${remote}, and the branch ${shortBranch} here could not follow: ${reason}.`,
		remedy: broken === void 0 ? "The next run moves it on, once what is in its way is gone." : `git finds no commit in the file of the branch. Remove it, \`rm '${broken}'\`: the next run that records something writes it anew.`
	});
}
async function moveRefs(git, { commit, old, tags }, optional = false) {
	const lines = [...tags].map(([name, object]) => `create refs/tags/${name} ${object}\n`);
	if (commit !== void 0) lines.unshift(old === void 0 ? `create ${branch} ${commit}\n` : `update ${branch} ${commit} ${old}\n`);
	if (lines.length === 0) return void 0;
	const { code, stderr } = await uninterruptible(() => git.try([
		"update-ref",
		"--no-deref",
		"-m",
		"airworthy",
		"--stdin"
	], {
		input: lines.join(""),
		optional
	}));
	if (code !== 0) return stderr;
	becomeUninterruptible();
}
const often = 500;
async function repack(git, before, after, tags) {
	const [first, last] = [before, after].map(({ commits }) => Math.floor(commits.length / often));
	if (first === last || after.head === void 0) return;
	const packed = after.commits[(first - 1) * often];
	const range = [after.head, ...packed === void 0 ? [] : [`^${packed}`]];
	const listed = await git.try([
		"rev-list",
		"--objects",
		"--no-object-names",
		...range
	]);
	if (listed.code !== 0) return;
	const pack = path.join(git.common, "objects", "pack", "pack");
	const input = `${listed.stdout}${[...tags.all().values()].join("\n")}\n`;
	if ((await git.try([
		"pack-objects",
		"--quiet",
		"--incremental",
		"--local",
		pack
	], { input })).code !== 0) return;
	await git.try(["prune-packed", "--quiet"], { optional: true });
	await git.try(["pack-refs"], { optional: true });
}
const attempts = 10;
const plainAttempts = 3;
const isContended = /File exists|but expected|already exists|unable to resolve reference/i;
async function appendAll(writing, given) {
	const { git, sync, world } = writing;
	const records = given.map(({ key, event }) => ({
		key: world.files.maskedValue(key),
		event: maskedEvent(event, world)
	}));
	const models = [...modelsIn(records.map(({ event }) => event))];
	let lock = lockOf(git);
	let freshness = "assumed";
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const synced = await sync(models, freshness);
		freshness = "listed";
		const landing = await landingOf(writing, synced, records).catch((thrown) => {
			if (synced.freshness === "listed" || !(thrown instanceof UserError)) throw thrown;
		});
		if (landing === void 0) continue;
		const { refused, shows } = await land(writing, landing);
		if (refused === void 0) {
			await settled(writing, landing, shows);
			return landing.draft.entries;
		}
		if (attempt >= plainAttempts && refused !== "" && !isContended.test(refused)) throw unmoved(git, refused);
		lock = lockIn(refused, "here") ?? lock;
		await world.clock.sleep(20 * attempt + world.processes.pid % 17);
	}
	throw registryError("ledger-busy", {
		lock,
		holder: void 0
	});
}
async function landingOf(writing, synced, records) {
	const { git, reader, tagIndex } = writing;
	const chain = await reader(synced.head);
	const format = await formatOf(git, chain.head);
	const draft = await draftOf(writing, chain, records, format);
	if (synced.freshness === "assumed" && draft.fresh.length === 0) return void 0;
	await admitNames(git, draft, synced);
	const shown = await tagIndex.look(chain, synced.tags);
	const wanted = await makeTags(git, missingTags(draft.chain, shown), synced.tags, format);
	const made = withoutBlocked(wanted, synced);
	return {
		synced,
		chain,
		draft,
		made,
		isWhole: made.size === wanted.size,
		unshared: await tagIndex.unshared(chain, synced),
		format
	};
}
async function settled({ git, reader, tagIndex, cache, reached }, { synced, chain, draft, made, isWhole }, shows) {
	const [tags, here] = [synced.tags.and(idsOf(made)), synced.here.and(idsOf(made))];
	const { head } = draft.chain;
	const { absent, names } = synced;
	reader.keep(draft.chain, draft.folders);
	reached(head);
	if (isWhole) await tagIndex.keep(draft.chain, tags);
	if (head !== void 0 && shows && isWhole) await cache?.writeDown({
		head,
		here: here.digest(),
		absent,
		names,
		shared: void 0
	});
	await repack(git, chain, draft.chain, tags);
}
function unmoved(git, stderr) {
	return inTheWay(stderr) ?? registryError("git-failed", {
		command: "update-ref",
		reason: git.reason(stderr)
	});
}
async function draftOf({ git, reader, world }, chain, records, format) {
	let draft = {
		chain,
		folders: await reader.folders(chain),
		objects: []
	};
	const [entries, fresh] = [[], []];
	for (const { key, event } of records) {
		const known = draft.chain.entries.find((entry) => entry.key === key);
		if (known === void 0) {
			const at = world.clock.now();
			admit(draft.chain.entries, event, `the git registry ${git.directory}`, at);
			const entry = {
				...event,
				key,
				at,
				by: await author(world)
			};
			draft = withEntry(draft, draft.chain.next(world.files.maskedValue(entry)), format);
			fresh.push(draft.chain.entries.at(-1));
		}
		entries.push(known ?? fresh.at(-1));
	}
	return {
		...draft,
		entries,
		fresh
	};
}
function withoutBlocked(wanted, { tags, names }) {
	return new Map([...wanted].filter(([name]) => {
		try {
			admitTagNames(tags, [name], names);
			return true;
		} catch (thrown) {
			if (!(thrown instanceof UserError) || parseTag(name)?.kind !== "stage") throw thrown;
			warnOfTags([name], "the registry", thrown.message);
			return false;
		}
	}));
}
async function admitNames(git, { chain, fresh }, { head, tags, names }) {
	const wanted = fresh.flatMap((entry) => {
		if (entry.kind !== "release" || isHiddenIn(chain.entries, entry)) return [];
		const { model, version } = entry;
		return [{
			model,
			version,
			name: versionTag(model, version)
		}];
	});
	if (head === void 0 && fresh.length > 0) await admitRef(git, branch, names);
	admitTagNames(tags, wanted.map(({ name }) => name), names);
	const taken = wanted.find(({ name }) => tags.has(`refs/tags/${name}`));
	if (taken === void 0) return;
	const { model, version } = taken;
	throw registryError("version-exists", {
		model,
		version,
		where: "the tags of the repository"
	});
}
function idsOf(made) {
	return new Map([...made].map(([name, { id }]) => [name, id]));
}
function lockOf(git) {
	return path.join(git.common, `${branch}.lock`);
}
const usualLimitMs = 6e4;
function openGitLedger(options, world, context) {
	return withCallContext(context, () => open(options, cancellableWorld(world)));
}
async function open(options, world) {
	const { repository, folder, purpose = "append" } = options;
	const opened = await openGit(repository, purpose === "create", world, options.remote === void 0 ? "alone" : "shared");
	const remote = options.remote !== void 0 && folder !== void 0 ? await withAbsolutePath(options.remote, folder, opened, world) : options.remote;
	const git = Object.assign(opened, { remote });
	await admitPlace(git, remote, world);
	const parts = await partsOf(git, {
		...options,
		remote
	}, world);
	const { reader, writing } = parts;
	const view = await createView(parts);
	if (purpose !== "look") await warnOfWorkTree(git, world);
	return withAppend({
		describe: `git registry at ${repository}${remote === void 0 ? "" : `, shared at ${withoutPassword(remote)}`}`,
		read: (context) => withCallContext(context, async () => (await reader(await view.head())).entries),
		appendAll: (records, context) => withCallContext(context, async () => {
			await admitNoQuarantine(git, world);
			return withLock(path.join(git.common, "airworthy-ledger.lock"), world, () => appendAll(writing, records));
		}),
		tags: (context) => withCallContext(context, async () => {
			const { tags, absent } = await view.whole();
			return namesIn(purpose === "look" ? tags : (await readRefs(git)).listing, absent);
		}),
		readWhole: (context) => withCallContext(context, async () => readWhole(git, await view.whole(), world)),
		admitTags: (wanted, context) => withCallContext(context, async () => {
			await admitNoQuarantine(git, world);
			await admitWanted(git, wanted, await view.whole());
		})
	});
}
async function admitPlace(git, remote, world) {
	if (world.trust.level !== "untrusted") return;
	if (remote !== void 0) await admitRemote(git, remote, world);
	await refuseForks(git, remote, world);
	if (remote === void 0) await admitBranch(git, world);
}
async function partsOf(git, { remote: name, limitMs = usualLimitMs, purpose = "append" }, world) {
	const mark = await readMark(git, world);
	const before = mark && await readBefore(git, mark, world);
	const known = { checked: mark && {
		commit: mark.commit,
		file: markOf(git)
	} };
	const reached = (commit) => {
		if (commit !== void 0) known.checked = {
			commit,
			file: markOf(git)
		};
	};
	const reader = createReader(git, before?.chain);
	const isTrusted = world.trust.level === "trusted";
	const tagIndex = createTagIndex(git, world, before?.mark, purpose !== "look" && isTrusted);
	const entriesOf = async (head) => (await reader(head)).entries;
	const remote = name === void 0 ? void 0 : openRemote(git, {
		name,
		limitMs,
		world,
		entriesOf
	});
	const cache = name === void 0 ? void 0 : createRemoteCache(git, name, isTrusted, world);
	let landed;
	const behind = (at) => {
		landed = at;
	};
	const syncing = {
		git,
		remote,
		cache,
		purpose,
		reader,
		known,
		behind
	};
	return {
		reader,
		tagIndex,
		reached,
		syncing: {
			...syncing,
			remote: remote && (world.home.kind === "local" ? remote : asFetched(git, remote))
		},
		writing: {
			git,
			remote,
			reader,
			tagIndex,
			cache,
			world,
			behind,
			reached,
			sync: (models, freshness) => sync(syncing, {
				models,
				freshness
			})
		},
		landed: () => landed
	};
}
async function createView({ reader, tagIndex, syncing, reached, landed }) {
	const { git, purpose, remote, known } = syncing;
	const look = async (freshness) => {
		const synced = await sync(syncing, { freshness });
		await tagIndex.look(await reader(synced.head), synced.tags);
		return synced;
	};
	const opened = await look("head-only");
	reached(opened.head);
	let listed = opened.freshness === "listed" ? opened : void 0;
	return {
		async head() {
			if (purpose === "look") return opened.head;
			const here = await headOf(git);
			const at = landed();
			if (at !== void 0 && at.here === here) return at.there;
			const before = known.checked?.commit;
			if (before !== void 0 && !(here !== void 0 && await isBeginning(git, before, here))) {
				if (remote !== void 0) return before;
				await admitChecked(git, { head: here }, void 0, known);
			}
			reached(here);
			return here;
		},
		async whole() {
			listed ??= await look("listed");
			return listed;
		}
	};
}
async function readBefore(git, mark, world) {
	const text = await readCopy(git, mark, world);
	const chain = text === void 0 ? void 0 : await checkedChain(git, mark, text);
	return chain && {
		mark,
		chain
	};
}
async function readWhole(git, { head, here, tags }, world) {
	if (head === void 0) return [];
	const chain = await createReader(git, void 0)(head);
	const models = modelsIn(chain.entries);
	await reading(git, () => admitObjects(git, {
		head,
		tags: here.all(),
		models
	}, world));
	await admitTags(git, chain, await readTags(git, tags.all()));
	return chain.entries;
}
function namesIn(...listings) {
	return [...new Set(listings.flatMap((listing) => [...listing.all().keys()]))].filter((name) => parseTag(name) !== void 0).sort();
}
async function admitBranch(git, { trust }) {
	const { head, seen } = await readRefs(git);
	if (head === void 0 || seen.size === 0 || [...seen.values()].includes(head)) return;
	const reason = `its branch ${shortBranch} is not what was fetched of one`;
	throw registryError("registry-untrusted", {
		path: git.directory,
		reason,
		why: trust.why
	});
}
async function admitRemote(git, remote, { trust }) {
	if ((await remotesOf(git)).includes(remote)) return;
	const reason = `the checkout names no remote ${remote}`;
	throw registryError("registry-untrusted", {
		path: git.directory,
		reason,
		why: trust.why
	});
}
async function admitWanted(git, { model, versions, stages }, { head, tags, names }) {
	const here = await git([
		"for-each-ref",
		"--format=%(refname)",
		"refs/tags",
		"refs/heads/airworthy"
	]);
	const inTheWayOf = (wanted) => refsInTheWay(wanted, [...here.split("\n"), ...names]);
	const ways = inTheWayOf(versions.map((version) => `refs/tags/${versionTag(model, version)}`));
	const first = ways.find((way) => way !== void 0);
	const free = versions.filter((_, at) => ways[at] === void 0);
	if (first !== void 0) throw registryError("ref-in-the-way", {
		...first,
		free
	});
	const number = 1 + (countersOf([...tags.all().keys()]).get(model) ?? 0);
	const others = stages.map((stage) => `refs/tags/${stageTag(model, stage, number)}`);
	const other = inTheWayOf(head === void 0 ? [...others, branch] : others).find((way) => way !== void 0);
	if (other !== void 0) throw registryError("ref-in-the-way", other);
}
export { openGitLedger };
