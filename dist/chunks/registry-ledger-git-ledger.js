import { admit, author, formatEntry, onePerKey, parseEntry, registryError, withLock } from "./registry-ledger-rules.js";
import { nextCounter, parseTag, stageTag, versionTag } from "./pipelines.js";
import { UserError } from "./workers.js";
import { printShare } from "./start.js";
import path from "node:path";
const branch = "refs/heads/airworthy/ledger";
function createReader(git) {
	let known = {
		head: void 0,
		commits: [],
		entries: []
	};
	return async () => {
		const head = (await git([
			"for-each-ref",
			"--format=%(objectname)",
			"refs/heads/airworthy/ledger"
		])).trim() || void 0;
		if (head !== known.head) known = head === void 0 ? {
			head,
			commits: [],
			entries: []
		} : await readChain(git, head);
		return known;
	};
}
async function readChain(git, head) {
	const commits = (await git([
		"rev-list",
		"--reverse",
		"--first-parent",
		head
	])).trim().split("\n");
	const entries = parseObjects(await git(["cat-file", "--batch"], { input: `${(await git([
		"ls-tree",
		"-z",
		`${head}:entries`
	])).split("\0").filter((line) => line !== "").map((line) => line.split(/[ \t]/)[2] ?? "").join("\n")}\n` }), git.directory);
	if (entries.length !== commits.length || onePerKey(entries).length !== entries.length) throw registryError("ledger-broken", {
		ledger: `${git.directory} ${branch}`,
		entry: "its end",
		reason: `${commits.length} commits hold ${entries.length} entries`
	});
	return {
		head,
		commits,
		entries
	};
}
function parseObjects(output, ledger) {
	const bytes = Buffer.from(output);
	const entries = [];
	for (let at = 0; at < bytes.length;) {
		const end = bytes.indexOf(10, at);
		const size = Number(bytes.toString("utf8", at, end).split(" ")[2]);
		const text = Number.isInteger(size) ? bytes.toString("utf8", end + 1, end + 1 + size) : "";
		entries.push(parseEntry(text, {
			ledger: `${ledger} ${branch}`,
			entry: `entry ${entries.length + 1}`
		}));
		at = end + 1 + size + 1;
	}
	return entries;
}
const ofInit = [
	"HEAD",
	"branches",
	"config",
	"config.lock",
	"description",
	"hooks",
	"info",
	"objects",
	"refs"
];
const settings = [
	"core.fsmonitor=false",
	"core.pager=cat",
	"core.editor=true",
	"core.alternateRefsCommand=true",
	"protocol.ext.allow=never",
	"core.hooksPath=/dev/null",
	"commit.gpgsign=false",
	"tag.gpgsign=false",
	"gc.auto=0",
	"core.fsync=all",
	"i18n.commitEncoding=utf-8"
].flatMap((setting) => ["-c", setting]);
async function openGit(repository, create, world) {
	const untrusted = world.trust.level === "untrusted";
	if (untrusted) await admitUntrusted(repository, world);
	const directory = await gitDirectory(repository, world) ?? await made(repository, create && !untrusted, world);
	const closed = path.basename(directory) === ".git" ? [] : closedSettings;
	const attempt = (args, options = {}) => run([
		...closed,
		`--git-dir=${directory}`,
		...args
	], options, world);
	const git = async (args, options) => {
		const { code, stdout, stderr } = await attempt(args, options);
		if (code !== 0) throw registryError("git-failed", {
			command: args[0] ?? "",
			reason: lastLine(stderr)
		});
		return stdout;
	};
	return Object.assign(git, {
		directory,
		try: attempt
	});
}
const closedSettings = [
	"core.sshCommand=ssh",
	"core.askPass=",
	"core.gitProxy=",
	"credential.helper="
].flatMap((setting) => ["-c", setting]);
async function admitUntrusted(repository, { cwd, env, files, trust }) {
	const refuse = (reason) => registryError("registry-untrusted", {
		path: repository,
		reason,
		why: trust.why
	});
	const top = path.resolve(env["GITHUB_WORKSPACE"] ?? env["CI_PROJECT_DIR"] ?? await topOf(cwd, files));
	if (path.resolve(repository) !== top) throw refuse("it is not the checkout itself, and what a commit brings may configure git");
	if (!await files.exists(path.join(repository, ".git", "HEAD"))) throw refuse("it is no checkout");
}
async function topOf(folder, files) {
	if (await files.exists(path.join(folder, ".git", "HEAD"))) return folder;
	const above = path.dirname(folder);
	return above === folder ? folder : topOf(above, files);
}
async function gitDirectory(repository, world) {
	for (const place of [path.join(repository, ".git"), repository]) {
		if (!await world.files.exists(place)) continue;
		const { code, stdout } = await run([
			"rev-parse",
			"--resolve-git-dir",
			place
		], {}, world);
		if (code === 0) return path.resolve(repository, stdout.trim());
	}
}
async function made(repository, create, world) {
	if (!create) {
		const reason = await world.files.exists(repository) ? "it holds no repository" : "there is no such folder";
		throw registryError("registry-not-git", {
			path: repository,
			reason
		});
	}
	return withLock(`${repository}.lock`, world, async () => {
		return await gitDirectory(repository, world) ?? await initialise(repository, world);
	});
}
async function initialise(repository, world) {
	const refuse = (reason) => registryError("registry-not-git", {
		path: repository,
		reason
	});
	if ((await world.files.list(repository)).some((name) => !ofInit.includes(name))) throw refuse("the folder holds other files");
	await world.files.makeDirectory(repository);
	const { code, stderr } = await run([
		"init",
		"--quiet",
		"--bare",
		"--initial-branch=main",
		"--template=",
		repository
	], {}, world);
	if (code !== 0) throw refuse(lastLine(stderr));
	return repository;
}
async function run(args, { input, identity }, { processes }) {
	try {
		return await processes.run("git", [...settings, ...args], {
			env: environment(identity),
			...input === void 0 ? {} : { input }
		});
	} catch (cause) {
		if (cause instanceof UserError && cause.code === "program-missing") throw registryError("git-missing", { reason: cause.message }, { cause });
		throw cause;
	}
}
function environment(identity) {
	const plain = {
		LC_ALL: "C",
		GIT_TERMINAL_PROMPT: "0",
		GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh"
	};
	if (identity === void 0) return plain;
	const { name, at } = identity;
	const email = "airworthy@localhost";
	return {
		...plain,
		GIT_AUTHOR_NAME: name,
		GIT_AUTHOR_EMAIL: email,
		GIT_AUTHOR_DATE: at,
		GIT_COMMITTER_NAME: name,
		GIT_COMMITTER_EMAIL: email,
		GIT_COMMITTER_DATE: at
	};
}
function lastLine(text) {
	return text.trim().split("\n").at(-1)?.replace(/^(?:fatal|error): /, "") ?? "";
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
		input: messageOf(entry),
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
function messageOf(entry) {
	const why = "why" in entry ? `${entry.why}\n\n` : "";
	return `${subjectOf(entry)}\n\n${why}Airworthy-Key: ${entry.key}\n`;
}
function subjectOf(entry) {
	switch (entry.kind) {
		case "release": return `Release ${entry.model} ${entry.version}`;
		case "assign": return `Assign ${entry.model} ${entry.version} to ${entry.stage}`;
		case "override": return `Override the gate for ${entry.model}: it had said ${entry.verdict}`;
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
		["file", entry.artifact.name],
		["bytes", String(entry.artifact.bytes)],
		["sha256", entry.artifact.sha256],
		["why", entry.why],
		["source", entry.source ?? "not recorded"],
		["evidence", entry.evidence ?? "none: taken as it was"],
		["released", `${entry.at} by ${entry.by}`]
	];
	return `# ${entry.model} ${entry.version}\n\n${rows.map(([name, value]) => `* ${name}: ${value}`).join("\n")}\n`;
}
async function admitRef(git, wanted) {
	const parts = wanted.split("/");
	const above = parts.slice(3).map((_, at) => parts.slice(0, at + 3).join("/"));
	const ref = (await git([
		"for-each-ref",
		"--format=%(refname)",
		...above,
		wanted
	])).trim().split("\n").find((name) => above.includes(name) || name.startsWith(`${wanted}/`));
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
function openRemote(git, name) {
	const unreachable = (stderr) => inTheWay(stderr) ?? registryError("registry-unreachable", {
		remote: name,
		reason: stderr.trim().split("\n").at(-1) ?? ""
	});
	const headThere = async () => {
		const { code, stdout, stderr } = await git.try([
			"ls-remote",
			"--",
			name,
			branch
		]);
		if (code !== 0) throw unreachable(stderr);
		return stdout.split("	")[0]?.trim() || void 0;
	};
	const tagsThere = async () => {
		const { code, stdout, stderr } = await git.try([
			"ls-remote",
			"--tags",
			"--refs",
			"--",
			name
		]);
		if (code !== 0) throw unreachable(stderr);
		return new Set(stdout.split("\n").map((line) => line.split("	refs/tags/")[1] ?? ""));
	};
	const bring = async (refs) => {
		const { code, stderr } = await git.try([
			"fetch",
			"--quiet",
			"--no-tags",
			"--no-write-fetch-head",
			"--",
			name,
			...refs
		]);
		if (code !== 0) throw unreachable(stderr);
	};
	return {
		async fetch() {
			const refs = await headThere() === void 0 ? [] : [`+${branch}:${branch}`];
			await bring([...refs, "refs/tags/*:refs/tags/*"]);
		},
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
			if (isContended(stderr) || await headThere() !== old) return false;
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
				const shown = await tagsThere();
				missing = names.filter((tag) => !shown.has(tag));
				if (missing.length > 0 && (attempt === tagAttempts || !isContended(stderr))) throw unreachable(stderr);
			}
		}
	};
}
const tagAttempts = 10;
function isContended(stderr) {
	return /cannot lock ref|failed to update ref|reference already exists|stale info|fetch first|non-fast-forward/i.test(stderr);
}
const trailer = "Airworthy-Key: ";
async function listTags(git) {
	const fields = (await git([
		"for-each-ref",
		`--format=%(refname:lstrip=2)%00%(contents)%00`,
		"refs/tags"
	])).split("\0");
	const tags = [];
	for (let at = 0; at + 1 < fields.length; at += 2) {
		const name = (fields[at] ?? "").trim();
		const line = (fields[at + 1] ?? "").split("\n").find((text) => text.startsWith(trailer));
		if (parseTag(name) !== void 0) tags.push({
			name,
			key: line?.slice(15)
		});
	}
	return tags;
}
async function ensureTags(git, chain) {
	const existing = await listTags(git);
	const missing = missingTags(chain, existing);
	for (const tag of missing) await makeTag(git, tag);
	return [...existing.filter(({ key }) => key !== void 0), ...missing].map(({ name }) => name);
}
function missingTags({ entries, commits }, existing) {
	const names = existing.map(({ name }) => name);
	const keys = new Set(existing.map(({ key }) => key));
	const wanted = [];
	entries.forEach((entry, index) => {
		const release = releaseOf(entries, entry);
		const commit = commits[release];
		if (commit === void 0 || isHidden(entries[release])) return;
		const name = nameOf(entry, names);
		if (name === void 0 || names.includes(name)) return;
		if (entry.kind === "assign" && entries.slice(index).some((later) => keys.has(later.key) && isSameSlot(later, entry))) return;
		names.push(name);
		wanted.push({
			name,
			commit,
			entry
		});
	});
	return wanted;
}
function nameOf(entry, names) {
	if (entry.kind === "release") return versionTag(entry.model, entry.version);
	return entry.kind === "assign" ? stageTag(entry.model, entry.stage, nextCounter(entry.model, names)) : void 0;
}
function releaseOf(entries, entry) {
	if (entry.kind !== "release" && entry.kind !== "assign") return -1;
	return entries.findIndex(({ kind, model, ...rest }) => kind === "release" && model === entry.model && "version" in rest && rest.version === entry.version);
}
function isHiddenIn(entries, event) {
	if (event.kind === "release") return event.tagged === false;
	return event.kind === "assign" && isHidden(entries[releaseOf(entries, event)]);
}
function isHidden(release) {
	return release?.kind === "release" && release.tagged === false;
}
function isSameSlot(a, b) {
	return a.kind === "assign" && a.model === b.model && a.stage === b.stage;
}
async function makeTag(git, { name, commit, entry }) {
	const seconds = Math.floor(Date.parse(entry.at) / 1e3);
	const why = "why" in entry ? entry.why : "";
	const object = (await git(["mktag"], { input: `object ${commit}\ntype commit\ntag ${name}\ntagger ${entry.by} <airworthy@localhost> ${seconds} +0000\n\n${why}\n\n${trailer}${entry.key}\n` })).trim();
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
const attempts = 10;
async function openGitLedger({ repository, create = false, remote: remoteName }, world) {
	const git = await openGit(repository, create, world);
	if (world.trust.level === "untrusted" && remoteName !== void 0) await admitRemote(git, remoteName, world);
	const remote = remoteName === void 0 ? void 0 : openRemote(git, remoteName);
	await remote?.fetch();
	const read = createReader(git);
	const ensure = createEnsure(git, remote);
	return {
		describe: `git registry at ${repository}${remoteName === void 0 ? "" : `, shared at ${remoteName}`}`,
		read: async () => (await read()).entries,
		append: (key, event) => withLock(path.join(git.directory, "airworthy-ledger.lock"), world, async () => {
			const entry = await appendTo(git, remote, read, key, event, world);
			await ensure(await read());
			return entry;
		}),
		tags: async () => (await listTags(git)).map(({ name }) => name).sort()
	};
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
async function appendTo(git, remote, read, key, event, world) {
	for (let attempt = 1; attempt <= attempts; attempt++) {
		await remote?.fetch();
		const chain = await read();
		const known = chain.entries.find((entry) => entry.key === key);
		if (known !== void 0) return known;
		admit(chain.entries, event);
		if (chain.head === void 0) await admitRef(git, branch);
		await admitTag(git, chain, event);
		const entry = masked({
			...event,
			key,
			at: world.clock.now(),
			by: author(world)
		}, world);
		if (await commitEntry(git, chain, entry, remote) !== void 0) return entry;
		await clearStaleLock(git, world, attempt);
		await world.clock.sleep(20 * attempt + world.processes.pid % 17);
	}
	throw registryError("ledger-busy", {
		lock: lockOf(git),
		holder: void 0
	});
}
async function admitTag(git, { entries }, event) {
	if (event.kind !== "release" && event.kind !== "assign" || isHiddenIn(entries, event)) return;
	const { model, version } = event;
	const name = event.kind === "release" ? versionTag(model, version) : stageTag(model, event.stage, 1);
	await admitRef(git, `refs/tags/${name}`);
	if (event.kind === "assign") return;
	if ((await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		`refs/tags/${name}`
	])).code === 0) throw registryError("version-exists", {
		model,
		version,
		where: "the tags of the repository"
	});
}
function masked(entry, { files }) {
	return parseEntry(files.masked(formatEntry(entry)), {
		ledger: branch,
		entry: entry.key
	});
}
async function clearStaleLock(git, { files }, attempt) {
	if (attempt === 8) await files.remove(lockOf(git));
}
function lockOf(git) {
	return path.join(git.directory, `${branch}.lock`);
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
