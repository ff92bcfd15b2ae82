import { parseTag } from "./pipelines.js";
import { registryError } from "./start.js";
import { readEntries } from "./registry-ledger-chained.js";
const branch = "refs/heads/airworthy/ledger";
function createReader(git) {
	const empty = {
		head: void 0,
		commits: [],
		...readEntries([], placeIn(git))
	};
	let known = empty;
	return async (head) => {
		if (head !== known.head) known = head === void 0 ? empty : await readChain(git, head);
		return known;
	};
}
async function readChain(git, head) {
	const history = await historyOf(git, head);
	const commits = history.map(({ commit }) => commit);
	const objects = (await git([
		"ls-tree",
		"-z",
		`${head}:entries`
	])).split("\0").filter((line) => line !== "").map((line) => line.split(/[ \t]/)[2] ?? "");
	const { ledger } = placeIn(git)(0);
	if (objects.length > commits.length && await isCutOff(git, commits[0])) throw registryError("ledger-shallow", { ledger });
	const texts = (await readObjects(git, objects)).map(({ text }) => text.trimEnd());
	const { entries, next } = readEntries(texts, placeIn(git));
	if (texts.length !== commits.length || entries.length !== texts.length) throw registryError("ledger-broken", {
		ledger,
		entry: "its end",
		reason: `${commits.length} commits hold ${entries.length} entries`
	});
	admitHistory(history, objects, ledger);
	return {
		head,
		commits,
		entries,
		next
	};
}
async function historyOf(git, head) {
	const log = await git([
		"log",
		...[
			"--first-parent",
			"--reverse",
			"--diff-merges=first-parent",
			"--root",
			"--no-renames",
			"--raw"
		],
		"--no-abbrev",
		"--format=commit %H",
		head
	]);
	const recordings = [];
	for (const line of log.split("\n")) {
		if (line.startsWith("commit ")) recordings.push({
			commit: line.slice(7),
			changes: []
		});
		const [, object = "", change = "", path = ""] = /^:\d+ \d+ \w+ (\w+) (\w+)\t(.*)$/.exec(line) ?? [];
		if (path.startsWith("entries/")) recordings.at(-1)?.changes.push(`${change} ${object}`);
	}
	return recordings;
}
function admitHistory(history, objects, ledger) {
	const at = history.findIndex(({ changes }, index) => changes.length !== 1 || changes[0] !== `A ${objects[index]}`);
	const [commit, before] = [history[at]?.commit, history[at - 1]?.commit];
	if (commit === void 0) return;
	throw registryError("ledger-rewritten", {
		where: ledger,
		trace: `the commit ${commit.slice(0, 12)} does more than add entry ${at + 1}`,
		repair: `Bring it back to what was before, and record again what was recorded since: \`git push --force-with-lease REMOTE ${before ?? commit}:${branch}\`. A clone that has not fetched since has it, too.`
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
export { branch, createReader, isAncestor, readObjects, readRefs, tagsAmong };
