import { parseTag } from "./pipelines.js";
import { branch, shortBranch } from "./registry-ledger-git-branch.js";
import { sha256 } from "./start.js";
import path from "node:path";
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
		`refs/remotes/**/${shortBranch}`
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
function brokenRefIn({ common }, stderr) {
	return stderr.includes(`'refs/heads/airworthy/ledger': reference broken`) || stderr.includes(`ignoring broken ref refs/heads/airworthy/ledger`) ? path.join(common, branch) : void 0;
}
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
export { brokenRefIn, headOf, isAncestor, isBeginning, listingOf, mergeSince, readRefs, tagsAmong };
