import { checkoutsAround, registryError } from "./start.js";
import { Cancelled, UserError, clip } from "./workers.js";
import { askingNow, withLock } from "./registry-ledger-lock.js";
import { branch, oneLine } from "./registry-ledger-git-message.js";
import path from "node:path";
const localVariables = [
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_ATTR_SOURCE",
	"GIT_COMMON_DIR",
	"GIT_CONFIG",
	"GIT_DIFF_OPTS",
	"GIT_DIR",
	"GIT_EXTERNAL_DIFF",
	"GIT_GLOB_PATHSPECS",
	"GIT_GRAFT_FILE",
	"GIT_ICASE_PATHSPECS",
	"GIT_IMPLICIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_INTERNAL_SUPER_PREFIX",
	"GIT_LITERAL_PATHSPECS",
	"GIT_NAMESPACE",
	"GIT_NOGLOB_PATHSPECS",
	"GIT_NO_REPLACE_OBJECTS",
	"GIT_OBJECT_DIRECTORY",
	"GIT_PREFIX",
	"GIT_PUSH_OPTION_COUNT",
	"GIT_QUARANTINE_PATH",
	"GIT_REFERENCE_BACKEND",
	"GIT_REFLOG_ACTION",
	"GIT_REPLACE_REF_BASE",
	"GIT_SHALLOW_FILE",
	"GIT_WORK_TREE"
];
function lockIn(stderr, where) {
	const isThere = (line) => line.startsWith("remote: ") === (where === "remote");
	const line = stderr.split("\n").find((each) => isThere(each) && lockPattern.test(each));
	const file = line === void 0 ? void 0 : lockPattern.exec(line)?.[1];
	return where === "remote" ? file?.replace(/(^|\/)\.\//g, "$1") : file;
}
const lockPattern = /Unable to create '([^']+\.lock)': File exists/;
const leftBehindMs = 1e4;
async function pastLocks(attempt, { files, clock }, ours) {
	let seen;
	for (;;) {
		const result = await attempt();
		const file = result.code === 0 ? void 0 : lockIn(result.stderr, "here");
		if (file === void 0) return result;
		const stamp = await files.stamp(file);
		if (seen?.file !== file || seen.stamp !== stamp) seen = {
			file,
			stamp,
			since: clock.monotonicMs()
		};
		const waited = clock.monotonicMs() - seen.since;
		if (waited >= leftBehindMs) {
			if (!ours.includes(await files.realPath(file))) throw registryError("git-locked", {
				file,
				since: await files.writtenAt(file),
				where: void 0
			});
			if (await files.stamp(file) === stamp) await files.remove(file);
		} else {
			const { signal, waits } = askingNow();
			if (waited >= 2e3) waits?.(`waits for the lock ${file}, ${Math.round(waited / 1e3)} s of at most 10 s`);
			await clock.sleep(100, signal);
		}
	}
}
const longestReason = 600;
function reasonIn(stderr, masked) {
	const lines = masked(withoutColour(stderr)).split(/[\r\n]+/).flatMap((line) => line.trim() === "" || progress.test(line) ? [] : [line.trim()]);
	const said = lines.flatMap((line) => /^remote: *(.*[\p{L}\p{N}].*)$/u.exec(line)?.[1]?.trim() ?? []);
	const refusals = lines.flatMap((line) => /^! .*\[(?:remote )?\w+\].* \((.*)\)$/.exec(line)?.[1] ?? []);
	const reasons = said.length === 0 ? refusals : refusals.filter((refusal) => !/hook declined$/.test(refusal));
	const causes = lines.filter((line) => /^(?:fatal|error):/.test(line) && !general.test(line));
	const told = [
		...said.length === 0 ? [] : [`remote: ${said.join(" ")}`],
		...new Set(reasons),
		...reasons.length > 0 ? [] : causes.slice(0, 1)
	];
	const others = lines.filter((line) => !general.test(line) && !/^(?:To |remote:|hint:|warning:|!)/.test(line));
	const text = told.length > 0 ? told.join("; ") : others[0] ?? lines[0] ?? "";
	return clip(oneLine(withoutPassword(text)), longestReason).replace(/\.$/, "") || "git did not say why";
}
const progress = /^(?:remote: )?(?:[A-Z][\w -]+: +\d+% |Total \d+ |(?:Enumerating|Counting|Compressing) objects: |POST git-|Everything up-to-date|Done$)/;
const general = /could not read from remote repository|failed to push some refs|make sure you have the correct access|^and the repository|the remote end hung up unexpectedly/i;
function withoutColour(text) {
	return text.replace(/\u001b\[[\d;]*[A-Za-z]/g, "");
}
function withoutPassword(text) {
	return text.replace(/(:\/\/)([^/?#\s'"]*@)?([^\s?#'"]*)([?#][^\s'"]*)?/g, "$1$3");
}
const quietMs = 3e3;
async function withinReach({ name, limitMs }, { clock }, run) {
	const { signal, waits } = askingNow();
	if (signal?.aborted) throw new Cancelled(`${withoutPassword(name)} was not asked: the run was cancelled`);
	const shown = withoutPassword(name);
	const over = new AbortController();
	let last = clock.monotonicMs();
	const watch = setInterval(() => {
		const silent = clock.monotonicMs() - last;
		if (silent >= limitMs) over.abort();
		else if (silent >= quietMs) waits?.(`waits for ${shown}, ${seconds(silent)} s of at most ${seconds(limitMs)} s`);
	}, Math.min(1e3, limitMs / 4));
	try {
		const until = signal === void 0 ? over.signal : AbortSignal.any([over.signal, signal]);
		const result = await run(until, () => {
			last = clock.monotonicMs();
		});
		if (result.code === 0 || !until.aborted) return result;
		const reason = `it said nothing for ${seconds(limitMs)} s`;
		const ended = over.signal.aborted ? registryError("registry-unreachable", {
			remote: shown,
			reason
		}) : new Cancelled(`${shown} was no longer waited for`);
		return {
			...result,
			ended
		};
	} finally {
		clearInterval(watch);
	}
}
function seconds(ms) {
	return Math.round(ms / 1e3);
}
function pinsOf(name) {
	if (/[:\n]|^\//.test(name)) return [];
	return Object.entries(pins).flatMap(([variable, { setting, value }]) => name.includes("=") ? [`--config-env=remote.${name}.${setting}=${variable}`] : ["-c", `remote.${name}.${setting}=${value}`]);
}
const pins = {
	AIRWORTHY_GIT_PRUNE: {
		setting: "prune",
		value: "false"
	},
	AIRWORTHY_GIT_PRUNE_TAGS: {
		setting: "pruneTags",
		value: "false"
	},
	AIRWORTHY_GIT_MIRROR: {
		setting: "mirror",
		value: "false"
	},
	AIRWORTHY_GIT_FOLLOW_HEAD: {
		setting: "followRemoteHEAD",
		value: "never"
	},
	AIRWORTHY_GIT_TAG_OPTION: {
		setting: "tagOpt",
		value: "--no-tags"
	}
};
const pinVariables = Object.fromEntries(Object.entries(pins).map(([variable, { value }]) => [variable, value]));
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
	"maintenance.auto=false",
	"fetch.prune=false",
	"fetch.pruneTags=false",
	"fetch.recurseSubmodules=false",
	"fetch.writeCommitGraph=false",
	"fetch.bundleURI=",
	"submodule.recurse=false",
	"push.followTags=false",
	"push.gpgSign=false",
	"push.pushOption=",
	"push.recurseSubmodules=no",
	"push.useForceIfIncludes=false",
	"push.negotiate=false",
	"push.autoSetupRemote=false",
	"color.ui=false",
	"log.showSignature=false",
	"core.fsync=all",
	"i18n.commitEncoding=utf-8"
].flatMap((setting) => ["-c", setting]);
async function openGit(repository, create, world) {
	const untrusted = world.trust.level === "untrusted";
	if (untrusted) await admitUntrusted(repository, world);
	const found = await findGit(repository, world) ?? await made(repository, create && !untrusted, world);
	const { directory } = found;
	const common = await commonOf(found, world);
	const closed = found.bare ? closedSettings : [];
	const ours = [path.join(await world.files.realPath(common), `${branch}.lock`)];
	const attempt = (args, options = {}) => {
		const once = () => run([
			...closed,
			`--git-dir=${directory}`,
			...args
		], options, world);
		return options.optional === true ? once() : pastLocks(once, world, ours);
	};
	const reason = (stderr) => reasonIn(stderr, world.files.masked);
	const git = async (args, options) => {
		const { code, stdout, stderr } = await attempt(args, options);
		if (code !== 0) throw registryError("git-failed", {
			command: args[0] ?? "",
			reason: reason(stderr)
		});
		return stdout;
	};
	return Object.assign(git, {
		directory,
		common,
		try: attempt,
		reason
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
async function findGit(repository, world) {
	for (const place of [path.join(repository, ".git"), repository]) {
		if (!await world.files.exists(place)) continue;
		const { code, stdout } = await run([
			"rev-parse",
			"--resolve-git-dir",
			place
		], {}, world);
		if (code === 0) return {
			directory: path.resolve(repository, stdout.trim()),
			bare: path.basename(place) !== ".git"
		};
	}
}
async function commonOf({ directory, bare }, { files }) {
	const link = path.join(directory, "commondir");
	if (bare || !await files.exists(link)) return directory;
	return path.resolve(directory, (await files.readText(link)).trim());
}
async function made(repository, create, world) {
	if (!create) {
		const reason = await world.files.exists(repository) ? "it holds no repository" : "there is no such folder";
		const [inside] = await checkoutsAround(path.dirname(repository), world.files);
		throw registryError("registry-not-git", {
			path: repository,
			reason,
			inside
		});
	}
	return withLock(`${repository}.lock`, world, async () => {
		return await findGit(repository, world) ?? {
			directory: await initialise(repository, world),
			bare: true
		};
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
	if (code !== 0) throw refuse(reasonIn(stderr, world.files.masked));
	return repository;
}
async function run(args, options, world) {
	const { reach } = options;
	try {
		if (reach === void 0) return await runHere(args, options, world);
		const pinned = [...pinsOf(reach.name), ...args];
		const plain = programOptions(options);
		const talking = {
			...plain,
			env: {
				...plain.env,
				...pinVariables
			}
		};
		return await withinReach(reach, world, (until, heard) => world.processes.run("git", [...settings, ...pinned], {
			...talking,
			until,
			heard,
			lifeline: true
		}));
	} catch (cause) {
		if (cause instanceof UserError && cause.code === "program-missing") throw registryError("git-missing", { reason: cause.message }, { cause });
		throw cause;
	}
}
const limitHereMs = 3e5;
async function runHere(args, options, { processes, clock }) {
	const started = clock.monotonicMs();
	const { signal } = askingNow();
	const result = await processes.run("git", [...settings, ...args], {
		...programOptions(options),
		...signal === void 0 ? {} : { signal },
		timeoutMs: limitHereMs
	});
	if (result.code === 0 || clock.monotonicMs() - started < limitHereMs) return result;
	return {
		...result,
		stderr: `fatal: it did not end within ${limitHereMs / 1e3} s`
	};
}
function programOptions({ input, identity, cwd }) {
	return {
		env: environment(identity),
		asked: true,
		...input === void 0 ? {} : { input },
		...cwd === void 0 ? {} : { cwd }
	};
}
const withoutLocal = Object.fromEntries(localVariables.map((name) => [name, void 0]));
function environment(identity) {
	const email = "airworthy@localhost";
	const plain = {
		...withoutLocal,
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_GRAFT_FILE: "/dev/null/none",
		LC_ALL: "C",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh",
		GIT_COMMITTER_NAME: "airworthy",
		GIT_COMMITTER_EMAIL: email
	};
	if (identity === void 0) return plain;
	const { name, at } = identity;
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
export { lockIn, openGit, withoutPassword };
