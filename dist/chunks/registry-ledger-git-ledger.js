import { UserError } from "./workers.js";
import { maskedEvent, printShare, registryError } from "./start.js";
import { admit, countersOf, parseTag, stageTag, versionTag } from "./pipelines.js";
import { author } from "./registry-ledger-author.js";
import { formatEntry, parseEntry } from "./registry-ledger-chained.js";
import { withLock } from "./registry-ledger-lock.js";
import { branch, createReader, isAncestor, readObjects, readRefs, tagsAmong } from "./registry-ledger-git-refs.js";
import { openGit } from "./registry-ledger-git-command.js";
import path from "node:path";
function oneLine(text) {
	return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/[\p{Cf}\p{Cs}]/gu, "").trim();
}
function messageOf(subject, entry, trailers = {}) {
	const why = "why" in entry ? oneLine(entry.why) : "";
	const shown = Object.entries({
		...trailers,
		[keyTrailer]: entry.key
	}).flatMap(([name, value]) => value === void 0 ? [] : [`${name}: ${oneLine(value)}\n`]);
	return [
		subject === "" ? [] : `${oneLine(subject)}\n`,
		why === "" ? [] : `${why}\n`,
		shown.join("")
	].flat().join("\n");
}
const keyTrailer = "Airworthy-Key";
const ledgerTrailer = "Airworthy-Ledger";
function trailerIn(message, name) {
	return (message.trimEnd().split("\n\n").at(-1) ?? "").split("\n").findLast((each) => each.startsWith(`${name}: `))?.slice(name.length + 2);
}
const readme = `# The ledger of Airworthy

What was released, what serves, and why: one commit for each entry, never rewritten. \`entries/\` is what Airworthy reads,
\`releases/\` is for people. Versions and assignments show as tags in GTO's grammar. Please do not edit this branch by hand.
`;
async function commitEntry(git, chain, entry, remote) {
	const tree = await treeWith(git, chain, entry);
	const parent = chain.head === void 0 ? [] : ["-p", chain.head];
	const identity = {
		name: entry.by,
		at: entry.at
	};
	const commit = (await git([
		"commit-tree",
		tree,
		...parent
	], {
		input: messageOf(subjectOf(entry), entry),
		identity
	})).trim();
	if (remote !== void 0 && !await remote.push(commit, chain.head)) return void 0;
	return (await git.try([
		"update-ref",
		"-m",
		"airworthy",
		"refs/heads/airworthy/ledger",
		commit,
		chain.head ?? ""
	])).code === 0 ? commit : void 0;
}
async function treeWith(git, chain, entry) {
	const number = String(chain.commits.length + 1).padStart(6, "0");
	const blob = async (text) => (await git([
		"hash-object",
		"-w",
		"--stdin"
	], { input: text })).trim();
	const folder = async (name, file, text) => {
		const before = await filesOf(git, chain.head, name);
		const files = file === void 0 ? before : [...before, `100644 blob ${await blob(text)}\t${file}`];
		return files.length === 0 ? [] : [`040000 tree ${await makeTree(git, files)}\t${name}`];
	};
	const release = entry.kind === "release" ? `${number}-${versionTag(entry.model, entry.version).replaceAll("/", "_")}.md` : void 0;
	return makeTree(git, [
		`100644 blob ${await blob(readme)}\tREADME.md`,
		...await folder("entries", `${number}.json`, `${formatEntry(entry)}\n`),
		...await folder("releases", release, recordOf(entry))
	]);
}
async function filesOf(git, head, folder) {
	if (head === void 0) return [];
	const { code, stdout } = await git.try([
		"ls-tree",
		"-z",
		`${head}:${folder}`
	]);
	return code === 0 ? stdout.split("\0").filter((line) => line !== "") : [];
}
async function makeTree(git, lines) {
	return (await git(["mktree", "-z"], { input: lines.map((line) => `${line}\0`).join("") })).trim();
}
function subjectOf(entry) {
	switch (entry.kind) {
		case "created": return "Create the ledger";
		case "release": return `Release ${entry.model} ${entry.version}`;
		case "assign": return `Assign ${entry.model} ${entry.version} to ${entry.stage}`;
		case "override": return entry.commit === void 0 ? `Override the gate for ${entry.model}: it had said ${entry.verdict}` : `Let a release of ${entry.model} from ${entry.commit.slice(0, 12)}, which does not descend from what serves`;
		case "rollout-started": return `Start the rollout of ${entry.model} ${entry.version}`;
		case "rollout-weight": return `Send ${printShare(entry.weight)} of ${entry.model} to the candidate`;
		case "rollout-judged": return `Judge step ${entry.step + 1} of the rollout of ${entry.model}: ${entry.verdict}`;
		case "hook": return `Run the hook ${entry.name} for ${entry.model}: ${entry.outcome}`;
		case "rollout-finished": return `Finish the rollout of ${entry.model}: ${entry.outcome}`;
		default: return entry;
	}
}
function recordOf(entry) {
	if (entry.kind !== "release") return "";
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
async function admitRef(git, wanted, others = []) {
	const parts = wanted.split("/");
	const above = parts.slice(3).map((_, at) => parts.slice(0, at + 3).join("/"));
	const ref = [...(await git([
		"for-each-ref",
		"--format=%(refname)",
		...above,
		wanted
	])).trim().split("\n"), ...others].find((name) => above.includes(name) || name.startsWith(`${wanted}/`));
	if (ref !== void 0) throw registryError("ref-in-the-way", {
		ref,
		wanted
	});
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
async function listTags(git) {
	return readTags(git, (await readRefs(git)).tags);
}
async function readTags(git, tags) {
	const objects = await readObjects(git, [...tags.values()]);
	return [...tags.keys()].map((name, at) => {
		const { type, text } = objects[at] ?? {
			type: "",
			text: ""
		};
		if (type !== "tag") return {
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
function tagsAstray({ entries, commits }, tags) {
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
function sourceOf(release) {
	return release?.kind === "release" ? release.source : void 0;
}
function isNameOf(name, entry) {
	if (entry.kind === "release") return name === versionTag(entry.model, entry.version);
	const tag = parseTag(name);
	return entry.kind === "assign" && tag?.kind === "stage" && tag.model === entry.model && tag.stage === entry.stage;
}
async function ensureTags(git, chain) {
	const existing = await listTags(git);
	const missing = missingTags(chain, existing);
	for (const tag of missing) await makeTag(git, tag);
	return [...existing.filter(({ key }) => key !== void 0), ...missing].map(({ name }) => name);
}
function missingTags({ entries, commits }, existing) {
	const names = new Set(existing.map(({ name }) => name));
	const counters = countersOf(names);
	const replaced = replacedIn(entries, new Set(existing.map(({ key }) => key)));
	const releaseOf = releasesIn(entries);
	const wanted = [];
	entries.forEach((entry, index) => {
		const release = releaseOf(entry);
		const commit = commits[release];
		if (commit === void 0 || isHidden(entries[release])) return;
		const name = nameOf(entry, counters);
		if (name === void 0 || names.has(name) || replaced(entry, index)) return;
		names.add(name);
		if (entry.kind === "assign") counters.set(entry.model, (counters.get(entry.model) ?? 0) + 1);
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
function nameOf(entry, counters) {
	if (entry.kind === "release") return versionTag(entry.model, entry.version);
	return entry.kind === "assign" ? stageTag(entry.model, entry.stage, 1 + (counters.get(entry.model) ?? 0)) : void 0;
}
function releasesIn(entries) {
	const places = new Map();
	const nameOfRelease = ({ model, version }) => JSON.stringify([model, version]);
	entries.forEach((entry, index) => {
		if (entry.kind === "release" && !places.has(nameOfRelease(entry))) places.set(nameOfRelease(entry), index);
	});
	return (entry) => entry.kind === "release" || entry.kind === "assign" ? places.get(nameOfRelease(entry)) ?? -1 : -1;
}
function isHiddenIn(entries, event) {
	if (event.kind === "release") return event.tagged === false;
	return event.kind === "assign" && isHidden(entries[releasesIn(entries)(event)]);
}
function isHidden(release) {
	return release?.kind === "release" && release.tagged === false;
}
async function makeTag(git, { name, ledger, on: [source, release], entry }) {
	const version = entry.kind === "assign" ? `refs/tags/${versionTag(entry.model, entry.version)}` : void 0;
	const shown = version === void 0 ? void 0 : await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		`${version}^{commit}`
	]);
	const isHere = source !== void 0 && (await git.try([
		"cat-file",
		"-e",
		`${source}^{commit}`
	])).code === 0;
	const commit = shown?.code === 0 ? shown.stdout.trim() : isHere ? source : release;
	const message = messageOf("", entry, { [ledgerTrailer]: commit === source ? ledger : void 0 });
	const seconds = Math.floor(Date.parse(entry.at) / 1e3);
	const object = (await git(["mktag"], { input: `object ${commit}\ntype commit\ntag ${name}\ntagger ${entry.by} <airworthy@localhost> ${seconds} +0000\n\n${message}` })).trim();
	if ((await git.try([
		"update-ref",
		`refs/tags/${name}`,
		object,
		""
	])).code === 0) return;
	await admitRef(git, `refs/tags/${name}`);
	await git([
		"rev-parse",
		"--verify",
		"--quiet",
		`refs/tags/${name}^{commit}`
	]);
}
const short = branch.slice(11);
async function admitHead(git, here, there) {
	if (there === void 0) await admitLocal(git, here);
	else await admitShared(git, here, there);
}
async function admitLocal(git, { head, seen }) {
	for (const [remote, end] of seen) {
		const repair = `Say so in the pipeline, \`registry: { git: ., remote: ${remote} }\`, or fetch it: \`git fetch ${remote} ${short}:${short}\`.`;
		if (head === void 0) throw registryError("ledger-missing", {
			where: git.directory,
			trace: `${remote} has one`,
			repair
		});
		if (!await isAncestor(git, end, head)) throw registryError("ledger-behind", {
			where: git.directory,
			remote,
			repair
		});
	}
}
async function admitShared(git, here, { remote, head }) {
	const last = here.seen.get(remote);
	if (head === void 0) {
		if (here.head !== void 0) throw registryError("ledger-missing", {
			where: remote,
			trace: "the repository here has one",
			repair: `If it is the right one, share it: \`git push ${remote} ${short}\`.`
		});
		if (last !== void 0) throw registryError("ledger-missing", {
			where: remote,
			trace: "it had one when it was last fetched",
			repair: `Bring it back: \`git push ${remote} refs/remotes/${remote}/${short}:${branch}\`.`
		});
		return;
	}
	for (const known of [here.head, last]) if (known !== void 0 && !await isAncestor(git, known, head)) throw registryError("ledger-rewritten", await parted(git, {
		remote,
		head
	}, known, known === here.head));
}
async function parted(git, { remote, head }, known, isOurs) {
	const ref = isOurs ? branch : `refs/remotes/${remote}/${short}`;
	if (await isAncestor(git, head, known)) return {
		where: remote,
		trace: `it ends before ${known.slice(0, 12)}, which it held`,
		repair: `Put the entries back that it lacks: \`git push ${remote} ${known}:${branch}\`.`
	};
	const { code, stdout } = await git.try([
		"merge-base",
		known,
		head
	]);
	const fork = code === 0 ? stdout.trim() : void 0;
	if (isOurs && fork !== void 0) return {
		where: remote,
		trace: `it and the one here have both gone on after ${fork.slice(0, 12)}`,
		repair: `Look at what is here alone: \`git log ${fork.slice(0, 12)}..${short}\`. What the remote has is what counts; to go on from it, forget these entries and their tags: \`git update-ref -d ${ref}\`.`
	};
	return {
		where: remote,
		trace: `it does not continue ${known.slice(0, 12)}, which was its end before`,
		repair: `If nobody meant to, put it back: \`git push --force-with-lease ${remote} ${known}:${branch}\`, which drops what was added since. If it was meant, forget the one here: \`git update-ref -d ${ref}\`.`
	};
}
async function admitTags(git, chain, tags) {
	const astray = tagsAstray(chain, tags);
	const [first] = astray;
	if (first === void 0) return;
	const end = await lastOf(git, astray);
	const anew = "If the ledger is to begin anew on purpose, delete the tags of the old one first.";
	const repair = end === void 0 ? `Bring the branch ${short} back from a clone that has it: \`git push REMOTE ${short}\`. ${anew}` : `If nobody meant to, bring it back up to the latest of these tags: \`git push --force-with-lease REMOTE ${end}:${branch}\`; a clone may have more of it. ${anew}`;
	const names = astray.map(({ name }) => name);
	const shown = `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
	if (chain.head === void 0) throw registryError("ledger-missing", {
		where: git.directory,
		trace: `tags show entries of one: ${shown}`,
		repair
	});
	throw registryError("ledger-rewritten", {
		where: git.directory,
		trace: `it does not hold what tags show: ${shown}`,
		repair
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
			"entries"
		]);
		if (code === 0 && Number(stdout) > longest) [longest, found] = [Number(stdout), commit];
	}
	return found;
}
function openRemote(git, name, entriesOf) {
	const unreachable = (stderr) => inTheWay(stderr) ?? registryError("registry-unreachable", {
		remote: name,
		reason: tellingLine(stderr)
	});
	const list = async () => {
		const above = branch.slice(0, branch.lastIndexOf("/"));
		const { code, stdout, stderr } = await git.try([
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
	};
	const bring = async (objects) => {
		const missing = await missingAmong(git, objects);
		const options = [
			"--quiet",
			"--no-tags",
			"--no-write-fetch-head",
			"--refmap="
		];
		for (let at = 0; at < missing.length; at += mostNamed) {
			const wanted = missing.slice(at, at + mostNamed);
			const { code, stderr } = await git.try([
				"fetch",
				...options,
				"--",
				name,
				...wanted
			]);
			if (code !== 0) throw unreachable(stderr);
		}
	};
	const look = async (model) => {
		const { annotated, ...listed } = await list();
		const { head, tags } = listed;
		const ledger = head === void 0 ? [] : [[branch, head]];
		const traces = [...tags].filter(([tag]) => annotated.has(tag)).map(inTags);
		await bring(traces.length <= fewTags ? [...ledger, ...traces] : ledger);
		const entries = head === void 0 ? [] : await entriesOf(head);
		const models = new Set(entries.flatMap((entry) => "model" in entry ? [entry.model] : []));
		const isEmpty = models.size === 0;
		if (model !== void 0) models.add(model);
		const ours = new Map([...tags].filter(([tag]) => models.has(parseTag(tag)?.model ?? "")));
		await bring([...[...ours].map(inTags), ...isEmpty ? traces : []]);
		return {
			...listed,
			ours
		};
	};
	return {
		name,
		look,
		async push(commit, old) {
			const lease = `--force-with-lease=${branch}:${old ?? ""}`;
			const { code, stderr } = await git.try([
				"push",
				"--quiet",
				lease,
				"--",
				name,
				`${commit}:${branch}`
			]);
			if (code === 0) return true;
			if (inTheWay(stderr) !== void 0) throw unreachable(stderr);
			if (isContended(stderr) || (await list()).head !== old) return false;
			throw unreachable(stderr);
		},
		async pushTags(names) {
			let missing = names;
			for (let attempt = 1; missing.length > 0; attempt++) {
				const { code, stderr } = await git.try([
					"push",
					"--quiet",
					"--",
					name,
					...missing.map((tag) => `refs/tags/${tag}`)
				]);
				if (code === 0) return;
				if (inTheWay(stderr) !== void 0) throw unreachable(stderr);
				const shown = (await list()).tags;
				missing = names.filter((tag) => !shown.has(tag));
				if (missing.length > 0 && (attempt === tagAttempts || !isContended(stderr))) throw unreachable(stderr);
			}
		}
	};
}
const tagAttempts = 10;
const peeled = "^{}";
const fewTags = 50;
const mostNamed = 500;
function inTags([name, object]) {
	return [`refs/tags/${name}`, object];
}
function tellingLine(stderr) {
	const lines = stderr.split("\n").flatMap((line) => line.trim() === "" ? [] : [line.trim()]);
	const causes = lines.filter((line) => !general.test(line));
	return (causes.find((each) => /^(fatal|error|remote: error):/.test(each)) ?? causes[0] ?? lines[0])?.replace(/\.$/, "") ?? "git did not say why";
}
const general = /could not read from remote repository|failed to push some refs|make sure you have the correct access|^and the repository/i;
async function missingAmong(git, refs) {
	if (refs.length === 0) return [];
	const lines = (await git(["cat-file", "--batch-check"], { input: `${refs.map(([, object]) => object).join("\n")}\n` })).split("\n");
	return refs.flatMap(([ref], at) => lines[at]?.endsWith(" missing") ? [ref] : []);
}
function isContended(stderr) {
	return /cannot lock ref|failed to update ref|reference already exists|stale info|fetch first|non-fast-forward/i.test(stderr);
}
const attempts = 10;
async function openGitLedger({ repository, remote: remoteName, purpose = "append" }, world) {
	const git = await openGit(repository, purpose === "create", world);
	if (world.trust.level === "untrusted" && remoteName !== void 0) await admitRemote(git, remoteName, world);
	if (world.trust.level === "untrusted") {
		await refuseForks(git, remoteName, world);
		if (remoteName === void 0) await admitBranch(git, world);
	}
	const reader = createReader(git);
	const entriesOf = async (head) => (await reader(head)).entries;
	const remote = remoteName === void 0 ? void 0 : openRemote(git, remoteName, entriesOf);
	const state = await meet(git, remote && (world.home.kind === "local" ? remote : asFetched(git, remote)), purpose);
	await admitTags(git, await reader(state.head), await readTags(git, state.tags));
	const headNow = async () => (purpose === "look" ? state : await readRefs(git)).head;
	const read = async () => reader(await headNow());
	const ensure = createEnsure(git, remote);
	return {
		describe: `git registry at ${repository}${remoteName === void 0 ? "" : `, shared at ${remoteName}`}`,
		read: async () => (await read()).entries,
		append: (key, event) => withLock(path.join(git.common, "airworthy-ledger.lock"), world, async () => {
			const entry = await appendTo({
				git,
				remote,
				purpose,
				read,
				world
			}, key, event);
			await ensure(await read());
			return entry;
		}),
		tags: async () => [...(purpose === "look" ? state : await readRefs(git)).tags.keys()].sort()
	};
}
async function meet(git, remote, purpose, model) {
	const [here, there] = [await readRefs(git), await remote?.look(model)];
	await admitHead(git, here, there);
	if (there === void 0) return {
		...here,
		names: []
	};
	admitSameTags(here, there);
	if (purpose !== "look") await follow(git, here, there);
	return {
		head: there.head,
		tags: new Map([...here.tags, ...there.tags]),
		names: there.names
	};
}
function asFetched(git, remote) {
	return {
		...remote,
		async look() {
			try {
				return await remote.look();
			} catch (thrown) {
				if (!(thrown instanceof UserError) || thrown.code !== "registry-unreachable" || !asksWho.test(thrown.message)) throw thrown;
				const { seen, tags } = await readRefs(git);
				const head = seen.get(remote.name);
				if (head === void 0) throw thrown;
				return {
					remote: remote.name,
					head,
					tags,
					ours: new Map(),
					names: []
				};
			}
		}
	};
}
const asksWho = /could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied|Repository not found|returned error: 40[13]/i;
function admitSameTags({ tags }, there) {
	const other = [...there.ours].find(([name, object]) => (tags.get(name) ?? object) !== object)?.[0];
	if (other === void 0) return;
	throw registryError("ledger-rewritten", {
		where: there.remote,
		trace: `the tag ${other} there is another than here`,
		repair: `Find out which one is right; then delete the one here, \`git tag -d '${other}'\`, or put it back there.`
	});
}
async function follow(git, here, { head, ours }) {
	if (head !== void 0 && head !== here.head) {
		if (here.head === void 0) await admitRef(git, branch);
		await git.try([
			"update-ref",
			"-m",
			"airworthy",
			branch,
			head,
			here.head ?? ""
		]);
	}
	const missing = [...ours].filter(([name]) => !here.tags.has(name));
	if (missing.length === 0) return;
	const input = missing.map(([name, object]) => `create refs/tags/${name} ${object}\n`).join("");
	if ((await git.try(["update-ref", "--stdin"], { input })).code !== 0) for (const [name, object] of missing) await git.try([
		"update-ref",
		`refs/tags/${name}`,
		object,
		""
	]);
}
async function admitBranch(git, { trust }) {
	const { head, seen } = await readRefs(git);
	if (head === void 0 || seen.size === 0 || [...seen.values()].includes(head)) return;
	const reason = `its branch ${branch.slice(11)} is not what was fetched of one`;
	throw registryError("registry-untrusted", {
		path: git.directory,
		reason,
		why: trust.why
	});
}
async function admitRemote(git, remote, { trust }) {
	if ((await git(["remote"])).split("\n").filter((name) => name !== "").includes(remote)) return;
	const reason = `the checkout names no remote ${remote}`;
	throw registryError("registry-untrusted", {
		path: git.directory,
		reason,
		why: trust.why
	});
}
async function appendTo({ git, remote, purpose, read, world }, wanted, given) {
	const key = world.files.maskedValue(wanted);
	const event = maskedEvent(given, world);
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const { names } = await meet(git, remote, purpose, "model" in event ? event.model : void 0);
		const chain = await read();
		const known = chain.entries.find((entry) => entry.key === key);
		if (known !== void 0) return known;
		admit(chain.entries, event, `the git registry ${git.directory}`);
		if (chain.head === void 0) await admitRef(git, branch, names);
		await admitTag(git, chain, event, names);
		const entry = chain.next(masked({
			...event,
			key,
			at: world.clock.now(),
			by: author(world)
		}, world));
		if (await commitEntry(git, chain, entry, remote) !== void 0) return entry;
		await clearStaleLock(git, world, attempt);
		await world.clock.sleep(20 * attempt + world.processes.pid % 17);
	}
	throw registryError("ledger-busy", {
		lock: lockOf(git),
		holder: void 0
	});
}
async function admitTag(git, { entries }, event, namesThere) {
	if (event.kind !== "release" && event.kind !== "assign" || isHiddenIn(entries, event)) return;
	const { model, version } = event;
	const name = event.kind === "release" ? versionTag(model, version) : stageTag(model, event.stage, 1);
	await admitRef(git, `refs/tags/${name}`, namesThere);
	if (event.kind === "assign") return;
	if ((await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		`refs/tags/${name}`
	])).code === 0 || namesThere.includes(`refs/tags/${name}`)) throw registryError("version-exists", {
		model,
		version,
		where: "the tags of the repository"
	});
}
function masked(entry, { files }) {
	return parseEntry(formatEntry(files.maskedValue(entry)), {
		ledger: branch,
		entry: entry.key
	});
}
async function clearStaleLock(git, { files }, attempt) {
	if (attempt === 8) await files.remove(lockOf(git));
}
function lockOf(git) {
	return path.join(git.common, `${branch}.lock`);
}
function createEnsure(git, remote) {
	let shown = -1;
	return async (chain) => {
		const toShow = chain.entries.filter(({ kind }) => kind === "release" || kind === "assign").length;
		if (toShow === shown) return;
		const names = await ensureTags(git, chain);
		await remote?.pushTags(names);
		shown = toShow;
	};
}
export { openGitLedger };
