import { UserError } from "./workers.js";
import { registryError } from "./start.js";
import { withLock } from "./registry-ledger-lock.js";
import path from "node:path";
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
	const found = await findGit(repository, world) ?? await made(repository, create && !untrusted, world);
	const { directory } = found;
	const closed = found.bare ? closedSettings : [];
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
		common: await commonOf(found, world),
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
		throw registryError("registry-not-git", {
			path: repository,
			reason
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
	if (code !== 0) throw refuse(lastLine(stderr));
	return repository;
}
async function run(args, { input, identity, cwd }, { processes }) {
	try {
		return await processes.run("git", [...settings, ...args], {
			env: environment(identity),
			...input === void 0 ? {} : { input },
			...cwd === void 0 ? {} : { cwd }
		});
	} catch (cause) {
		if (cause instanceof UserError && cause.code === "program-missing") throw registryError("git-missing", { reason: cause.message }, { cause });
		throw cause;
	}
}
function environment(identity) {
	const email = "airworthy@localhost";
	const plain = {
		LC_ALL: "C",
		GIT_TERMINAL_PROMPT: "0",
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
function lastLine(text) {
	return text.trim().split("\n").at(-1)?.replace(/^(?:fatal|error): /, "") ?? "";
}
export { openGit };
