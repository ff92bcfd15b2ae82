import { checkoutsAround, registryError, shellWord } from "./start.js";
import { Cancelled, UserError, clip } from "./workers.js";
import { currentCallContext, withLock } from "./registry-ledger-lock.js";
import { branch } from "./registry-ledger-git-branch.js";
import path from "node:path";
const ofReaching = {
	"core.sshcommand": "ssh",
	"core.askpass": "",
	"credential.helper": ""
};
const ofHelpers = /^credential\..*helper$/s;
function closedSettings(settings) {
	const users = settings.filter(({ local }) => !local);
	const named = Object.entries(ofReaching).map(([name, without]) => {
		const own = users.findLast((setting) => setting.name === name);
		return [name, own === void 0 || ofHelpers.test(name) ? without : own.value];
	});
	const helpers = users.flatMap(({ name, value }) => ofHelpers.test(name) && !name.includes("=") ? [[name, value]] : []);
	return [...named, ...helpers].flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
function closedVariables(env, settings) {
	return settings.some(({ name, local }) => local && name === "core.gitproxy") ? { GIT_PROXY_COMMAND: env["GIT_PROXY_COMMAND"] ?? "" } : {};
}
const ofRemotes = /^remote\..*\.(?:uploadpack|receivepack|vcs)$/s;
function admitPrograms(directory, settings) {
	const found = settings.find(({ name, local }) => local && ofRemotes.test(name));
	if (found !== void 0) throw registryError("registry-program", {
		path: directory,
		setting: found.name
	});
}
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
			const { signal, waits } = currentCallContext();
			if (waited >= 2e3) waits?.(`waits for the lock ${file}, ${Math.round(waited / 1e3)} s of at most 10 s`);
			await clock.sleep(100, signal);
		}
	}
}
function notOwnedIn(stderr, remote) {
	const [, now, before] = /dubious ownership in repository at '(.+)'|unsafe repository \('(.+)' is owned by someone else\)/.exec(stderr) ?? [];
	const path = now ?? before;
	return path === void 0 ? void 0 : registryError("registry-not-owned", {
		path,
		remote
	});
}
const plain = [
	"file",
	"git",
	"http",
	"https",
	"ssh"
];
const command = "ext";
function protocolsOf({ GIT_ALLOW_PROTOCOL: allowed }) {
	return allowed === void 0 ? void 0 : listOf(allowed.split(":").filter((name) => name !== command));
}
function plainProtocols(env, settings, heeds) {
	const { GIT_ALLOW_PROTOCOL: allowed } = env;
	if (allowed !== void 0) return listOf(allowed.split(":").filter((name) => plain.includes(name)));
	const said = settings.filter(heeds);
	const of = (name) => said.findLast((setting) => setting.name === name)?.value;
	return listOf(plain.filter((name) => isAllowed(of(`protocol.${name}.allow`) ?? of("protocol.allow") ?? "always", env)));
}
function isAllowed(policy, { GIT_PROTOCOL_FROM_USER: fromUser }) {
	if (policy.toLowerCase() === "user") return fromUser === void 0 || !/^(?:0|false|no|off|)$/i.test(fromUser);
	return policy.toLowerCase() === "always";
}
function listOf(names) {
	return names.length === 0 ? "none" : names.join(":");
}
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
function identityLine({ by, at }) {
	const name = oneLine(by).replace(/[<>]/g, "").replace(/^[.,:;"'\\\s]+|[.,:;"'\\\s]+$/g, "");
	const seconds = Math.max(0, Math.floor(Date.parse(at) / 1e3));
	return `${name === "" ? "airworthy" : name} <airworthy@localhost> ${seconds} +0000`;
}
const largestTag = 1048576;
const keyTrailer = "Airworthy-Key";
const ledgerTrailer = "Airworthy-Ledger";
function trailerIn(message, name) {
	return (message.trimEnd().split("\n\n").at(-1) ?? "").split("\n").findLast((each) => each.startsWith(`${name}: `))?.slice(name.length + 2);
}
const longestReason = 600;
function reasonIn(stderr, masked) {
	const lines = masked(withoutColour(stderr)).replace(/^((?:fatal|error): .*:)((?:\n[\t ]+.+)+)/gm, (_, cause, list) => cause + list.replace(/\s+/g, " ")).split(/[\r\n]+/).flatMap((line) => line.trim() === "" || progress.test(line) || trace.test(line) ? [] : [line.trim()]);
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
const trace = /^(?:remote: *)?\d\d:\d\d:\d\d\.\d{6} \S+:\d+ /;
const general = /could not read from remote repository|failed to push some refs|make sure you have the correct access|^and the repository|the remote end hung up unexpectedly/i;
function withoutColour(text) {
	return text.replace(/\u001b\[[\d;]*[A-Za-z]/g, "");
}
function remoteIn({ remote }) {
	return remote === void 0 ? "REMOTE" : shellWord(withoutPassword(remote));
}
function pushBack(remote, commit, from) {
	return `git push --force-with-lease=${branch}:${from ?? ""} ${remote} ${commit}:${branch}`;
}
function withoutPassword(text) {
	return text.replace(/(:\/\/)([^/?#\s'"]*@)?([^\s?#'"]*)([?#][^\s'"]*)?/g, "$1$3");
}
const quietMs = 3e3;
async function withinReach({ name, limitMs }, { clock }, run) {
	const { signal, waits } = currentCallContext();
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
async function readSettings(git) {
	const { code, stdout } = await git([
		"config",
		"--show-scope",
		"--null",
		"--list"
	]);
	if (code === 0) {
		const parts = stdout.split("\0");
		return parts.flatMap((scope, at) => at % 2 === 0 && parts[at + 1] !== void 0 ? [settingOf(parts[at + 1], scope)] : []);
	}
	return (await git([
		"config",
		"--null",
		"--list"
	])).stdout.split("\0").flatMap((part) => part === "" ? [] : [settingOf(part, "worktree")]);
}
function settingOf(part, scope) {
	const end = part.indexOf("\n");
	const [name, value] = end < 0 ? [part, "true"] : [part.slice(0, end), part.slice(end + 1)];
	return {
		name,
		value,
		local: /^(?:local|worktree)$/.test(scope)
	};
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
	"color.advice=false",
	"color.diff=false",
	"color.push=false",
	"color.remote=false",
	"color.transport=false",
	"log.showSignature=false",
	"log.mailmap=false",
	"pack.packSizeLimit=0",
	"i18n.commitEncoding=utf-8",
	"i18n.logOutputEncoding=utf-8",
	"core.fsync=all"
].flatMap((setting) => ["-c", setting]);
async function openGit(repository, create, world, use = "alone") {
	const untrusted = world.trust.level === "untrusted";
	if (untrusted) await admitUntrusted(repository, world);
	const found = await findGit(repository, world, use === "any-owner") ?? await made(repository, create && !untrusted, world);
	const { directory } = found;
	const top = found.bare ? directory : path.resolve(repository);
	const common = await commonOf(found, world);
	let closed = [];
	const runIn = (args, options) => run([
		...closed,
		`--git-dir=${directory}`,
		...args
	], {
		cwd: top,
		...options
	}, world);
	let read;
	const settings = () => {
		read ??= readSettings((args) => runIn(args, {}));
		return read;
	};
	const brought = found.bare && use === "shared" ? await settings() : [];
	admitPrograms(directory, brought);
	if (found.bare || use === "any-owner") closed = closedSettings(brought);
	const env = {
		...closedVariables(world.env, brought),
		GIT_ALLOW_PROTOCOL: use === "any-owner" || found.bare && use === "alone" ? "none" : found.bare || untrusted ? plainProtocols(world.env, await settings(), ({ local }) => !local || !found.bare) : protocolsOf(world.env)
	};
	const ours = [path.join(await world.files.realPath(common), `${branch}.lock`)];
	const attempt = (args, options = {}) => {
		const once = () => runIn(args, {
			...options,
			env
		});
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
		top,
		common,
		try: attempt,
		reason,
		settings
	});
}
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
async function findGit(repository, world, isAnyOwners = false) {
	const { files } = world;
	if (!await files.exists(repository) || await files.size(repository) !== void 0) return void 0;
	const inside = path.join(repository, ".git");
	const args = [
		"-c",
		"safe.bareRepository=all",
		...isAnyOwners ? ["-c", "safe.directory=*"] : []
	];
	const env = { GIT_CEILING_DIRECTORIES: path.dirname(await files.realPath(repository)) };
	const { code, stdout, stderr } = await run([
		...args,
		"rev-parse",
		"--absolute-git-dir"
	], {
		cwd: repository,
		env
	}, world);
	if (code !== 0) {
		const notOurs = notOwnedIn(stderr);
		if (notOurs !== void 0) throw notOurs;
		if (/^fatal: not a git repository \(or any/m.test(stderr)) return void 0;
		throw registryError("registry-not-git", {
			path: repository,
			reason: reasonIn(stderr, files.masked),
			isDamaged: true
		});
	}
	const found = stdout.replace(/\n$/, "");
	if (await files.size(inside) !== void 0) return {
		directory: found,
		bare: false
	};
	for (const directory of [inside, repository]) if (await files.realPath(directory) === found) return {
		directory,
		bare: path.basename(directory) !== ".git"
	};
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
			diesWithParent: "shell"
		}));
	} catch (cause) {
		if (cause instanceof UserError && cause.code === "program-missing") throw registryError("git-missing", { reason: cause.message }, { cause });
		throw cause;
	}
}
const limitHereMs = 3e5;
async function runHere(args, options, { processes, clock }) {
	const started = clock.monotonicMs();
	const { signal } = currentCallContext();
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
function programOptions({ input, identity, cwd, env }) {
	return {
		env: {
			...environment(identity),
			...env
		},
		graceful: true,
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
export { identityLine, keyTrailer, largestTag, ledgerTrailer, lockIn, messageOf, notOwnedIn, oneLine, openGit, pushBack, remoteIn, trailerIn, withoutPassword };
