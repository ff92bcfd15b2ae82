import { Bug, Cancelled, UserError, checkoutOf, createHash, createHmac, createMask, createProcesses, didYouMean, errorFrom, isWithin as isWithin$1, nearest, portError, portProblem, problemFrom, randomBytes, randomUUID, timingSafeEqual, withParents } from "./workers.js";
import * as fs$1 from "node:fs";
import { constants, existsSync, lstatSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import os, { arch, homedir, platform, tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
import * as fs from "node:fs/promises";
function shellWord(text) {
	return /^[\w@%+=:,./^-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
const github = {
	name: "GitHub",
	mark: "GITHUB_ACTIONS",
	run: [
		"GITHUB_SERVER_URL",
		"GITHUB_REPOSITORY",
		"GITHUB_RUN_ID"
	],
	saysOf: (env) => ({
		event: env["GITHUB_EVENT_NAME"] ?? "unknown",
		branch: env["GITHUB_BASE_REF"] || (env["GITHUB_REF_TYPE"] === "tag" ? void 0 : env["GITHUB_REF_NAME"] || void 0),
		commit: env["GITHUB_SHA"],
		actor: env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"]
	})
};
const gitlab = {
	name: "GitLab",
	mark: "GITLAB_CI",
	run: [
		"CI_SERVER_URL",
		"CI_PROJECT_PATH",
		"CI_PIPELINE_ID"
	],
	saysOf(env) {
		const ref = env["CI_COMMIT_REF_NAME"] ?? "";
		const pull = isSet(env["CI_MERGE_REQUEST_IID"]) || isSet(env["CI_EXTERNAL_PULL_REQUEST_IID"]) || ref.startsWith("refs/merge-requests/");
		const source = inWords(env["CI_PIPELINE_SOURCE"] || "unknown", {
			merge_request_event: "pull_request",
			external_pull_request_event: "pull_request",
			web: "workflow_dispatch"
		});
		const target = env["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] || env["CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME"];
		return said({
			event: pull ? "pull_request" : source,
			target,
			branch: isSet(env["CI_COMMIT_TAG"]) ? void 0 : env["CI_COMMIT_BRANCH"],
			commit: env["CI_COMMIT_SHA"],
			actor: env["GITLAB_USER_LOGIN"]
		});
	}
};
const azure = {
	name: "Azure Pipelines",
	mark: "TF_BUILD",
	run: [
		"SYSTEM_COLLECTIONURI",
		"SYSTEM_TEAMPROJECT",
		"BUILD_BUILDID"
	],
	saysOf(env) {
		const ref = env["BUILD_SOURCEBRANCH"] ?? "";
		const pull = isSet(env["SYSTEM_PULLREQUEST_PULLREQUESTID"]) || ref.startsWith("refs/pull/");
		const reason = inWords(env["BUILD_REASON"] || "unknown", {
			PullRequest: "pull_request",
			IndividualCI: "push",
			BatchedCI: "push",
			Schedule: "schedule",
			Manual: "workflow_dispatch"
		});
		return said({
			event: pull ? "pull_request" : reason,
			target: env["SYSTEM_PULLREQUEST_TARGETBRANCH"]?.replace(/^refs\/heads\//, ""),
			branch: ref.startsWith("refs/heads/") ? ref.slice(11) : void 0,
			commit: env["BUILD_SOURCEVERSION"],
			actor: env["BUILD_REQUESTEDFOR"]
		});
	}
};
const buildkite = {
	name: "Buildkite",
	mark: "BUILDKITE",
	run: ["BUILDKITE_BUILD_ID"],
	saysOf: (env) => said({
		event: isSet(env["BUILDKITE_PULL_REQUEST"]) ? "pull_request" : inWords(env["BUILDKITE_SOURCE"] || "unknown", {
			webhook: "push",
			ui: "workflow_dispatch"
		}),
		target: env["BUILDKITE_PULL_REQUEST_BASE_BRANCH"],
		branch: isSet(env["BUILDKITE_TAG"]) ? void 0 : env["BUILDKITE_BRANCH"],
		commit: isSet(env["BUILDKITE_PULL_REQUEST"]) ? void 0 : env["BUILDKITE_COMMIT"],
		actor: env["BUILDKITE_BUILD_CREATOR"]
	})
};
const circleci = {
	name: "CircleCI",
	mark: "CIRCLECI",
	run: ["CIRCLE_PIPELINE_ID"],
	saysOf(env) {
		return said({
			event: [
				"CIRCLE_PULL_REQUEST",
				"CIRCLE_PULL_REQUESTS",
				"CIRCLE_PR_NUMBER"
			].some((name) => isSet(env[name])) || /^pull\/\d+/.test(env["CIRCLE_BRANCH"] ?? "") ? "pull_request" : "push",
			branch: isSet(env["CIRCLE_TAG"]) ? void 0 : env["CIRCLE_BRANCH"],
			commit: env["CIRCLE_SHA1"],
			actor: env["CIRCLE_USERNAME"]
		});
	}
};
const bitbucket = {
	name: "Bitbucket",
	mark: "BITBUCKET_BUILD_NUMBER",
	run: ["BITBUCKET_REPO_FULL_NAME", "BITBUCKET_BUILD_NUMBER"],
	saysOf(env) {
		const pull = isSet(env["BITBUCKET_PR_ID"]);
		return said({
			event: pull ? "pull_request" : "push",
			target: env["BITBUCKET_PR_DESTINATION_BRANCH"],
			branch: isSet(env["BITBUCKET_TAG"]) ? void 0 : env["BITBUCKET_BRANCH"],
			commit: pull ? void 0 : env["BITBUCKET_COMMIT"],
			actor: env["BITBUCKET_STEP_TRIGGERER_UUID"]
		});
	}
};
const jenkins = {
	name: "Jenkins",
	mark: "JENKINS_URL",
	run: [
		"JENKINS_URL",
		"JOB_NAME",
		"BUILD_NUMBER"
	],
	saysOf(env) {
		const pull = [
			"CHANGE_ID",
			"ghprbPullId",
			"gitlabMergeRequestIid"
		].some((name) => isSet(env[name])) || inGerrit(env);
		const cause = inWords(env["BUILD_CAUSE"] || "SCMTRIGGER", {
			SCMTRIGGER: "push",
			TIMERTRIGGER: "schedule",
			MANUALTRIGGER: "workflow_dispatch"
		});
		return said({
			event: pull ? "pull_request" : cause,
			target: env["CHANGE_TARGET"] || env["ghprbTargetBranch"] || env["gitlabTargetBranch"] || env["GERRIT_BRANCH"],
			branch: isSet(env["TAG_NAME"]) ? void 0 : env["BRANCH_NAME"] || env["GIT_BRANCH"]?.replace(/^origin\//, ""),
			commit: pull ? void 0 : env["GIT_COMMIT"],
			actor: env["BUILD_USER_ID"]
		});
	}
};
function inGerrit(env) {
	return isSet(env["GERRIT_CHANGE_NUMBER"]) && !["change-merged", "ref-updated"].includes(env["GERRIT_EVENT_TYPE"] ?? "");
}
const ciSystems = [
	github,
	gitlab,
	azure,
	buildkite,
	circleci,
	bitbucket,
	jenkins
];
function ciSystemOf(env) {
	if (env[github.mark] === "true") return github;
	return ciSystems.find((system) => system !== github && isSet(env[system.mark])) ?? (env["GITHUB_EVENT_NAME"] === void 0 ? void 0 : github);
}
function isSet(value) {
	return value !== void 0 && ![
		"",
		"false",
		"0"
	].includes(value.toLowerCase());
}
function said({ event, target, branch, commit, actor }) {
	return {
		event,
		branch: (event === "pull_request" ? target : branch) || void 0,
		commit: commit !== void 0 && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) ? commit : void 0,
		actor: actor || void 0
	};
}
function inWords(word, words) {
	return Object.hasOwn(words, word) ? words[word] ?? word : word;
}
const trustedEvents = [
	"push",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch",
	"release",
	"merge_group"
];
function isPrivileged(event, ciSystem = github.name) {
	return ciSystem === github.name && event !== "local" && !isTrusted(event) && (event === "pull_request_target" || !event.startsWith("pull_request"));
}
const trustVariable = "AIRWORTHY_TRUSTED";
const otherMarks = [
	...ciSystems.filter((system) => system !== github).map(({ mark }) => mark),
	"TEAMCITY_VERSION",
	"CODEBUILD_BUILD_ID",
	"APPVEYOR",
	"BITRISE_IO",
	"BUDDY_WORKSPACE_ID",
	"CF_BUILD_ID",
	"CIRRUS_CI",
	"CM_BUILD_ID",
	"DRONE",
	"GERRIT_PROJECT",
	"GITEA_ACTIONS",
	"GO_PIPELINE_LABEL",
	"GO_PIPELINE_NAME",
	"HARNESS_BUILD_ID",
	"HUDSON_URL",
	"JENKINS_HOME",
	"MAGNUM",
	"PROW_JOB_ID",
	"SCREWDRIVER",
	"SEMAPHORE",
	"TASKCLUSTER_ROOT_URL",
	"TRAVIS",
	"VELA",
	"WOODPECKER",
	"bamboo_planKey"
];
function ciFacts(env, payload) {
	const system = ciSystemOf(env);
	const said = system === void 0 ? notKnown(env) : system.saysOf(env);
	const ci = onGitHub(env) || markOf(env) !== void 0;
	return {
		...said,
		ciSystem: system?.name,
		trust: trustOf(env, said.event, payload),
		ci
	};
}
function onGitHub(env) {
	return env["GITHUB_ACTIONS"] === "true" || env["GITHUB_EVENT_NAME"] !== void 0;
}
function notKnown(env) {
	return {
		...github.saysOf(env),
		event: "local"
	};
}
function trustOf(env, event, payload) {
	if (onGitHub(env)) return env["GITHUB_ACTIONS"] === "true" ? trustOfEvent(event, payload) : unsure;
	const mark = markOf(env);
	if (mark === void 0) return {
		level: "trusted",
		why: "no CI runs it"
	};
	if (env["AIRWORTHY_TRUSTED"] === "true") return {
		level: "trusted",
		why: `${trustVariable} says so`
	};
	return {
		level: "untrusted",
		why: `${mark} is set and nothing says who may have written this commit: set ${trustVariable}=true where only protected branches run`
	};
}
const unsure = {
	level: "untrusted",
	why: "GITHUB_EVENT_NAME is set and GITHUB_ACTIONS is not true, so that it is not clear what runs this"
};
function markOf(env) {
	return isSet(env["CI"]) ? "CI" : otherMarks.find((name) => isSet(env[name]));
}
function trustOfEvent(event, payload) {
	if (isTrusted(event)) return {
		level: "trusted",
		why: `the event is ${event}`
	};
	if (event === "pull_request") return trustOfPull(payload);
	return {
		level: "untrusted",
		why: isPrivileged(event) ? `the trigger ${event} runs with the repository's rights on content that anybody may have written` : `anybody may have started a run on ${event}`
	};
}
function trustOfPull(payload) {
	const pull = memberOf(payload, "pull_request");
	const [head, base] = [repositoryOf(memberOf(pull, "head")), repositoryOf(memberOf(pull, "base"))];
	if (base === void 0) return {
		level: "untrusted",
		why: "the event does not say where the pull request comes from"
	};
	if (head === base) return {
		level: "trusted",
		why: "the pull request comes from a branch of the repository"
	};
	return {
		level: "untrusted",
		why: "the pull request comes from a fork"
	};
}
function isTrusted(event) {
	return trustedEvents.some((trusted) => trusted === event);
}
function repositoryOf(end) {
	const name = memberOf(memberOf(end, "repo"), "full_name");
	return typeof name === "string" ? name : void 0;
}
function memberOf(value, name) {
	return typeof value === "object" && value !== null ? value[name] : void 0;
}
const runVariable = "AIRWORTHY_RUN_ID";
function ciRunOf(env) {
	if (!onGitHub(env) && markOf(env) === void 0) return void 0;
	if (!onGitHub(env) && env["AIRWORTHY_RUN_ID"]) return { id: `${runVariable}:${env[runVariable]}` };
	return { id: ciSystems.map((system) => idIn$1(system, env)).find((id) => id !== void 0) };
}
function idIn$1({ mark, run }, env) {
	const values = run.map((name) => env[name] || void 0);
	if (!env[mark] || values.at(-1) === void 0) return void 0;
	return [mark, ...values.map((value) => value ?? "")].join(":");
}
function branchIn(folder) {
	const top = withParents(folder).find((each) => statSync(path.join(each, ".git"), { throwIfNoEntry: false }));
	if (top === void 0) return void 0;
	try {
		const [, branch] = /^ref: refs\/heads\/(.+)$/m.exec(readFileSync(path.join(gitFolderOf(top), "HEAD"), "utf8")) ?? [];
		return branch === ".invalid" ? void 0 : branch;
	} catch {
		return;
	}
}
function gitFolderOf(top) {
	const place = path.join(top, ".git");
	if (statSync(place).isDirectory()) return place;
	const [, elsewhere = ".git"] = /^gitdir: (.+)$/m.exec(readFileSync(place, "utf8")) ?? [];
	return path.resolve(top, elsewhere);
}
const longestTimerMs = 2 ** 31 - 1;
const systemClock = {
	now: () => new Date().toISOString(),
	monotonicMs: () => performance.now(),
	async sleep(ms, signal) {
		try {
			let left = ms;
			do {
				await setTimeout(Math.min(left, longestTimerMs), void 0, signal === void 0 ? {} : { signal });
				left -= longestTimerMs;
			} while (left > 0);
		} catch (cause) {
			throw new Cancelled("waiting was cancelled", { cause });
		}
	}
};
function fileSource(file) {
	const first = withFile(file, 0, (handle) => fs$1.fstatSync(handle));
	if (!first.isFile()) throw portError("file-denied", {
		path: file,
		reason: "it is not a regular file"
	});
	return sourceOf(file, first, 0);
}
function sourceWithin(folder, location) {
	const segments = location.split("/");
	if (location === "" || /[\0\\]/.test(location) || /^([A-Za-z]:|\/)/.test(location) || segments.includes("..")) return "outside";
	try {
		return openWithin(fs$1.realpathSync(folder === "" ? "." : folder), segments);
	} catch (thrown) {
		const code = thrown.code ?? "";
		if (code === "ENOENT" || code === "ENOTDIR") return "missing";
		if (code === "ELOOP") return "link";
		if (code === "EACCES" || code === "EPERM") return "denied";
		throw thrown;
	}
}
const { O_RDONLY: O_RDONLY$1, O_NOFOLLOW = 0, O_NONBLOCK: O_NONBLOCK$1 = 0 } = fs$1.constants;
const carefully = O_RDONLY$1 | O_NOFOLLOW | O_NONBLOCK$1;
function openWithin(folder, segments) {
	let at = folder;
	for (const segment of segments) {
		at = path.join(at, segment);
		if (fs$1.lstatSync(at).isSymbolicLink()) return "link";
	}
	const seen = fs$1.lstatSync(at);
	if (!seen.isFile()) return "not-a-file";
	const opened = withFile(at, carefully, (handle) => fs$1.fstatSync(handle));
	if (opened.nlink > 1) return "hard-link";
	if (!same(seen, opened) || !isWithin(folder, fs$1.realpathSync(at))) return "outside";
	return sourceOf(at, opened, carefully);
}
function isWithin(folder, file) {
	const steps = path.relative(folder, file).split(path.sep);
	return steps[0] !== ".." && !path.isAbsolute(steps.join(path.sep));
}
function sourceOf(file, first, flags) {
	const opened = openForNow(file, flags);
	const fill = (into, start) => {
		const handle = opened();
		if (!same(first, fs$1.fstatSync(handle)) || !filled(handle, into, start)) throw portError("file-changed", { path: file });
	};
	return {
		length: first.size,
		fill,
		read(start, end) {
			const bytes = new Uint8Array(end - start);
			fill(bytes, start);
			return bytes;
		}
	};
}
const mostAtOnce = 2 ** 30;
function filled(handle, bytes, position) {
	for (let done = 0; done < bytes.length;) {
		const read = fs$1.readSync(handle, bytes, done, Math.min(mostAtOnce, bytes.length - done), position + done);
		if (read === 0) return false;
		done += read;
	}
	return true;
}
function same(a, b) {
	return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;
}
function openForNow(file, flags) {
	let now;
	return () => {
		if (now !== void 0) return now;
		const handle = fs$1.openSync(file, flags);
		now = handle;
		queueMicrotask(() => {
			now = void 0;
			fs$1.closeSync(handle);
		});
		return handle;
	};
}
function withFile(file, flags, action) {
	const handle = fs$1.openSync(file, flags);
	try {
		return action(handle);
	} finally {
		fs$1.closeSync(handle);
	}
}
async function makeFolder(folder, mode) {
	try {
		await fs.mkdir(folder, {
			recursive: true,
			...mode === void 0 ? {} : { mode }
		});
	} catch (cause) {
		if (codeOf(cause) !== "ENOENT") throw cause;
		await makeEach(folder, mode);
	}
}
async function makeEach(folder, mode) {
	try {
		await fs.mkdir(folder, mode);
	} catch (cause) {
		const above = path.dirname(folder);
		if (codeOf(cause) === "EEXIST") return;
		if (codeOf(cause) !== "ENOENT" || above === folder) throw cause;
		await makeEach(above, mode);
		await fs.mkdir(folder, mode);
	}
}
function codeOf(cause) {
	return cause.code;
}
const words = "A lock of Airworthy. The name of this file says who holds it: host, process, its start, machine, namespace of process ids, since when, what for.\n";
const lockFiles = {
	async take(lock, name) {
		const folder = `${lock}.${name.slice(name.lastIndexOf(",") + 1)}.part`;
		await makeFolder(path.dirname(lock));
		try {
			await fs.mkdir(folder);
			await makeFile(path.join(folder, name), lock);
			await fs.chmod(folder, await modeBeside(lock));
			await fs.rename(folder, lock);
			return true;
		} catch (cause) {
			await fs.rm(folder, {
				recursive: true,
				force: true
			});
			if (!isOneOf(cause, "ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM", "EBUSY")) throw cause;
			await removeEmpty(lock);
			return false;
		}
	},
	async look(lock) {
		for (;;) {
			const stats = await unlessMissing$1(() => fs.lstat(lock));
			if (stats === void 0) return void 0;
			const obstacle = obstacleOf(stats);
			if (obstacle !== void 0) return { obstacle: `it is ${obstacle}` };
			const seen = stats.isDirectory() ? await seenIn(lock) : await seenFile(lock) ?? "changed";
			if (seen !== "changed") return seen;
		}
	},
	async takeOver(lock, from, to) {
		const own = `${lock}.${to.slice(to.lastIndexOf(",") + 1)}.part`;
		const file = path.join(lock, to);
		try {
			await makeFile(own, lock);
			if (await unlessMissing$1(() => fs.rename(path.join(lock, from), file).then(() => true)) !== true) return false;
			await fs.rename(own, file);
		} catch (cause) {
			if (!isOneOf(cause, "EACCES", "EPERM", "EBUSY")) throw cause;
			throw portError("lock-obstructed", {
				lock,
				what: `its holder is gone, and ${reasonOf(cause)}`
			}, { cause });
		} finally {
			await fs.rm(own, { force: true });
		}
		if ((await fs.readdir(lock)).filter((name) => name !== to && !name.startsWith(".")).length === 0) return true;
		await fs.rm(file, { force: true });
		return false;
	},
	async removeOld(lock) {
		await fs.unlink(lock).catch((cause) => {
			if (!isOneOf(cause, "ENOENT", "EISDIR", "EPERM")) throw cause;
		});
	},
	beat: (lock, name) => touch(path.join(lock, name)),
	async drop(lock, name) {
		await unlessMissing$1(() => fs.unlink(path.join(lock, name)));
		await removeEmpty(lock);
	}
};
function obstacleOf(entry) {
	if (entry.isSymbolicLink()) return "a symbolic link";
	if (entry.isFIFO()) return "a named pipe";
	if (entry.isSocket()) return "a socket";
	return entry.isDirectory() || entry.isFile() ? void 0 : "a device";
}
async function seenIn(lock) {
	const entries = await readFolder(lock);
	if (entries === void 0) return "changed";
	for (const entry of entries) {
		const obstacle = entry.isDirectory() ? "a folder" : obstacleOf(entry);
		if (obstacle !== void 0) return { obstacle: `${entry.name} in it is ${obstacle}` };
	}
	const names = entries.map(({ name }) => name).sort();
	const name = names.find((each) => !each.startsWith(".")) ?? names[0];
	if (name === void 0) return void 0;
	const stamp = await stampOf$1(path.join(lock, name));
	return stamp === void 0 ? "changed" : {
		name,
		stamp
	};
}
async function readFolder(lock) {
	return unlessMissing$1(() => fs.readdir(lock, { withFileTypes: true }));
}
async function makeFile(file, lock) {
	await fs.writeFile(file, words);
	await fs.chmod(file, await modeBeside(lock) & 438);
}
async function modeBeside(lock) {
	return (await fs.stat(path.dirname(lock))).mode & 511;
}
async function seenFile(lock) {
	try {
		const stamp = await stampOf$1(lock);
		return stamp === void 0 ? void 0 : {
			text: await textOf(lock),
			stamp
		};
	} catch (cause) {
		if (isOneOf(cause, "ENOENT", "EISDIR", "ELOOP")) return void 0;
		throw cause;
	}
}
async function textOf(file) {
	const handle = await fs.open(file, asItIs);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0);
		return buffer.toString("utf8", 0, bytesRead);
	} finally {
		await handle.close();
	}
}
const asItIs = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
async function stampOf$1(file) {
	return unlessMissing$1(async () => {
		const handle = await fs.open(file, asItIs).catch((cause) => {
			if (!isOneOf(cause, "EACCES")) throw cause;
		});
		try {
			const { mtimeNs, ctimeNs } = await (handle?.stat({ bigint: true }) ?? fs.lstat(file, { bigint: true }));
			return `${mtimeNs} ${ctimeNs}`;
		} finally {
			await handle?.close();
		}
	});
}
async function touch(file) {
	const now = new Date();
	return await unlessMissing$1(() => fs.utimes(file, now, now).then(() => true)) ?? false;
}
async function removeEmpty(lock) {
	await fs.rmdir(lock).catch((cause) => {
		if (!isOneOf(cause, "ENOENT", "ENOTDIR", "ENOTEMPTY", "EEXIST", "EPERM", "EBUSY")) throw cause;
	});
}
async function unlessMissing$1(action) {
	try {
		return await action();
	} catch (cause) {
		if (isOneOf(cause, "ENOENT", "ENOTDIR")) return void 0;
		throw cause;
	}
}
function reasonOf(cause) {
	const { code } = cause;
	return code === "EBUSY" ? "a file in it is in use" : "this user may not take it over";
}
function isOneOf(cause, ...codes) {
	return codes.includes(cause.code ?? "");
}
function createFiles(mask, closed) {
	const write = (file, action) => explain(file, async () => {
		if (closed !== void 0 && file.startsWith(`${closed}${path.sep}`)) await makeFolder(closed, 448);
		return action();
	});
	return {
		read: (file) => explain(file, () => readWhole(file)),
		readText: (file) => explain(file, () => fs.readFile(file, "utf8")),
		open: (file) => explain(file, async () => fileSource(file)),
		openWithin: (folder, name) => explain(folder, async () => sourceWithin(folder, name)),
		readRange: (file, offset, length) => explain(file, () => readRange(file, offset, length)),
		pieces: (file, from) => piecesOf(file, from),
		size: (file) => explain(file, () => sizeOf(file)),
		exists: (file) => explain(file, async () => await statOf(file) !== void 0),
		isLink: (file) => explain(file, () => isLink(file)),
		realPath: (file) => explain(file, () => realPath(file)),
		writtenAt: (file) => explain(file, async () => (await statOf(file))?.mtime.toISOString()),
		stamp: (file) => explain(file, () => stampOf(file)),
		list: (directory) => explain(directory, () => list$1(directory)),
		write: (file, bytes) => write(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, bytes))),
		writePieces: (file, pieces) => write(file, () => writeAtomically(file, (temporary) => writePieces(temporary, pieces))),
		writeText: (file, text) => write(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, mask(text)))),
		appendLine: (file, line) => write(file, () => appendLine(file, mask(line))),
		cutEnd: (file, end) => write(file, () => cutEnd(file, end)),
		appendPieces: (file, pieces) => write(file, () => appendPieces(file, pieces)),
		move: (from, to) => write(to, () => explain(from, () => fs.rename(from, to))),
		copy: (from, to) => write(to, () => copy(from, to)),
		makeDirectory: (directory) => write(directory, () => makeFolder(directory)),
		remove: (file) => explain(file, () => fs.rm(file, {
			recursive: true,
			force: true
		})),
		hash: (file) => explain(file, () => hash(file)),
		createExclusive: (file, text) => write(file, () => createExclusive(file, mask(text))),
		locks: {
			take: (lock, name) => write(lock, () => lockFiles.take(lock, name)),
			look: (lock) => explain(lock, () => lockFiles.look(lock)),
			takeOver: (lock, from, to) => explain(lock, () => lockFiles.takeOver(lock, from, to)),
			removeOld: (lock) => explain(lock, () => lockFiles.removeOld(lock)),
			beat: (lock, name) => explain(lock, () => lockFiles.beat(lock, name)),
			drop: (lock, name) => explain(lock, () => lockFiles.drop(lock, name))
		},
		masked: mask,
		maskedRest: mask.torn,
		maskedValue: mask.value
	};
}
async function explain(file, action) {
	try {
		return await action();
	} catch (cause) {
		const code = cause.code;
		if (code === "ENOENT") throw portError("file-missing", { path: file }, { cause });
		if (code === "ENOSPC" || code === "EDQUOT") throw portError("disk-full", { path: file }, { cause });
		const reason = reasons[code ?? ""];
		if (reason !== void 0) throw portError("file-denied", {
			path: file,
			reason
		}, { cause });
		throw cause;
	}
}
const reasons = {
	EACCES: "permission denied",
	EPERM: "permission denied",
	EROFS: "the file system is read-only",
	EISDIR: "it is a folder",
	ENOTDIR: "a part of its path is not a folder",
	ENAMETOOLONG: "its name is too long",
	ELOOP: "its symbolic links go in circles",
	ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB, too large to be read at once",
	ERR_INVALID_ARG_VALUE: "its name has a NUL character",
	EIO: "the disk reports an error",
	ENXIO: "it is a socket, or a device that is not there",
	EMFILE: "too many files are open"
};
function statOf(file) {
	return unlessMissing(() => fs.stat(file));
}
async function unlessMissing(look) {
	try {
		return await look();
	} catch (cause) {
		const code = cause.code;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw cause;
	}
}
async function isLink(file) {
	return (await unlessMissing(() => fs.lstat(file)))?.isSymbolicLink() ?? false;
}
async function realPath(file) {
	try {
		return await fs.realpath(file);
	} catch (cause) {
		const above = path.dirname(file);
		if (cause.code !== "ENOENT" || above === file) throw cause;
		return path.join(await realPath(above), path.basename(file));
	}
}
async function stampOf(file) {
	const stat = await unlessMissing(() => fs.stat(file, { bigint: true }));
	if (stat === void 0) return void 0;
	return [
		stat.dev,
		stat.ino,
		stat.mode,
		stat.size,
		stat.mtimeNs,
		stat.ctimeNs
	].join(" ");
}
async function sizeOf(file) {
	const stat = await statOf(file);
	return stat?.isFile() ? Number(stat.size) : void 0;
}
const { O_RDONLY, O_NONBLOCK = 0 } = fs.constants;
async function openRegular(file) {
	const handle = await fs.open(file, O_RDONLY | O_NONBLOCK);
	const stat = await handle.stat();
	if (stat.isFile() || stat.isDirectory()) return handle;
	await handle.close();
	throw portError("file-denied", {
		path: file,
		reason: "it is not a regular file"
	});
}
async function readWhole(file) {
	const handle = await openRegular(file);
	try {
		return await handle.readFile();
	} finally {
		await handle.close();
	}
}
async function readRange(file, offset, length) {
	const handle = await openRegular(file);
	try {
		const buffer = new Uint8Array(length);
		let done = 0;
		while (done < length) {
			const { bytesRead } = await handle.read(buffer, done, length - done, offset + done);
			if (bytesRead === 0) break;
			done += bytesRead;
		}
		return buffer.subarray(0, done);
	} finally {
		await handle.close();
	}
}
async function* piecesOf(file, from) {
	const handle = await explain(file, () => openRegular(file));
	try {
		for (let at = from;;) {
			const buffer = new Uint8Array(pieceBytes);
			const { bytesRead } = await explain(file, () => handle.read(buffer, 0, pieceBytes, at));
			if (bytesRead === 0) return;
			at += bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		await handle.close();
	}
}
const pieceBytes = 2 ** 20;
async function list$1(directory) {
	return (await statOf(directory))?.isDirectory() ? (await fs.readdir(directory)).sort() : [];
}
async function writeAtomically(file, write) {
	await makeFolder(path.dirname(file));
	const temporary = temporaryOf(file);
	try {
		await write(temporary);
		await fs.rename(temporary, file);
	} catch (cause) {
		await fs.rm(temporary, { force: true });
		throw cause;
	}
}
function temporaryOf(file) {
	return `${file}.${randomUUID().slice(0, 8)}.part`;
}
const noLinks = new Set([
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS",
	"EMLINK"
]);
async function writeDurably(file, content) {
	await withHandle(file, "wx", (handle) => handle.writeFile(content));
}
async function writePieces(file, pieces) {
	await withHandle(file, "wx", async (handle) => {
		for (const piece of pieces) await handle.writeFile(piece);
	});
}
async function appendPieces(file, pieces) {
	await makeFolder(path.dirname(file));
	await withHandle(file, "a", async (handle) => {
		for await (const piece of pieces) await handle.writeFile(piece);
	});
}
async function copy(from, to) {
	await explain(from, () => fs.access(from, fs.constants.R_OK));
	await explain(to, () => writeAtomically(to, (temporary) => copyDurably(from, temporary)));
}
async function copyDurably(from, to) {
	await fs.copyFile(from, to);
	await fs.chmod(to, 420);
	await withHandle(to, "r+", async () => {});
}
async function appendLine(file, line) {
	await makeFolder(path.dirname(file));
	await withHandle(file, "a", (handle) => handle.writeFile(`${line}\n`));
}
async function cutEnd(file, end) {
	return withHandle(file, "r+", async (handle) => {
		const at = (await handle.stat()).size - end.length;
		if (at < 0) return false;
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(end.length), 0, end.length, at);
		if (bytesRead !== end.length || !buffer.equals(end)) return false;
		await handle.truncate(at);
		return true;
	});
}
async function withHandle(file, flags, action) {
	const handle = await fs.open(file, flags);
	try {
		const result = await action(handle);
		await handle.sync();
		return result;
	} finally {
		await handle.close();
	}
}
async function hash(file) {
	const digest = createHash("sha256");
	const handle = await openRegular(file);
	for await (const chunk of handle.createReadStream()) digest.update(chunk);
	return digest.digest("hex");
}
async function createExclusive(file, text) {
	await makeFolder(path.dirname(file));
	const temporary = temporaryOf(file);
	try {
		await writeDurably(temporary, text);
		await fs.link(temporary, file).catch((cause) => {
			if (!noLinks.has(cause.code ?? "")) throw cause;
			return fs.copyFile(temporary, file, fs.constants.COPYFILE_EXCL);
		});
		return true;
	} catch (cause) {
		if (cause.code === "EEXIST") return false;
		throw cause;
	} finally {
		await fs.rm(temporary, { force: true });
	}
}
const attempts = 5;
const answerWithinMs = 3e4;
const longestWaitMs = 9e4;
function createGitHub(env, { sleep }, mask) {
	const [owner, repo] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const token = env["GITHUB_TOKEN"];
	if (!owner || !repo || !token) return void 0;
	let connected;
	const api = () => {
		connected ??= connect(token, env["GITHUB_API_URL"] ?? "https://api.github.com", sleep);
		return connected;
	};
	const here = (route, parameters = {}) => route.includes("{owner}") ? {
		owner,
		repo,
		...parameters
	} : parameters;
	return {
		owner,
		repo,
		web: `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${owner}/${repo}`,
		sleep,
		async request(route, parameters) {
			const { status, data, headers } = await (await api()).request(route, here(route, masked(route, parameters, mask)));
			return {
				status,
				data,
				headers
			};
		},
		async *pages(route, parameters) {
			const { iterator } = (await api()).paginate;
			let pages = 0;
			for await (const { data } of iterator(route, here(route, parameters))) {
				if (++pages > mostPages) throw Object.assign(new Error(`the list has more than ${mostPages} pages`), { status: 500 });
				yield data;
			}
		}
	};
}
const longestAnswer = 67108864;
const mostPages = 1e3;
var AnswerTooLong = class extends Error {
	name = "AnswerTooLong";
};
async function withinLimit(response) {
	const pieces = [];
	let bytes = 0;
	for await (const piece of response.body ?? []) {
		bytes += piece.length;
		if (bytes > longestAnswer) throw new AnswerTooLong(`the answer has more than ${longestAnswer} bytes`);
		pieces.push(piece);
	}
	const { status, statusText, headers, url } = response;
	const whole = new Response(response.body === null ? null : Buffer.concat(pieces), {
		status,
		statusText,
		headers
	});
	return Object.defineProperty(whole, "url", { value: url });
}
function masked(route, parameters = {}, mask) {
	if (route.startsWith("GET ")) return parameters;
	const stays = (name) => name === "data" || name === "headers" || route.includes(`{${name}}`);
	return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, stays(name) ? value : mask.outgoing(value)]));
}
async function connect(token, baseUrl, sleep) {
	const [{ Octokit }, { paginateRest }] = await Promise.all([import("./npm-octokit-core-dist-src.js"), import("./npm-octokit-plugin-paginate-rest-dist-bundle.js")]);
	const octokit = new (Octokit.plugin(paginateRest))({
		auth: token,
		baseUrl,
		log: quiet,
		request: { fetch: async (url, options) => withinLimit(await fetch(url, {
			...options,
			signal: options.signal ?? AbortSignal.timeout(answerWithinMs)
		})) }
	});
	octokit.hook.wrap("request", async (request, options) => {
		for (let attempt = 1;; attempt++) try {
			const response = await request(options);
			if (isCutShort(response)) throw Object.assign(new Error("the answer broke off"), { status: 502 });
			return response;
		} catch (error) {
			if (error instanceof Error && error.cause instanceof AnswerTooLong) throw error;
			const wait = waitBeforeAgain(error, options.method ?? "GET", attempt);
			if (wait === void 0) throw error;
			await sleep(wait);
		}
	});
	return octokit;
}
function isCutShort({ status, data, headers }) {
	if (status === 204) return false;
	if (data instanceof ArrayBuffer) return data.byteLength !== Number(headers["content-length"] ?? data.byteLength);
	return typeof data === "string" && /\bjson\b/.test(String(headers["content-type"] ?? ""));
}
function waitBeforeAgain({ status, response }, method, attempt, nowMs = Date.now()) {
	if (attempt >= attempts) return void 0;
	const asked = limitWait(status, response?.headers ?? {}, nowMs);
	if (asked !== void 0) return asked <= longestWaitMs ? asked : void 0;
	const failed = status === void 0 || status >= 500;
	const repeatable = method.toUpperCase() !== "POST";
	return failed && repeatable ? backoffMs(attempt) : void 0;
}
function limitWait(status, headers, nowMs) {
	if (status !== 403 && status !== 429) return void 0;
	const after = Number(headers["retry-after"]);
	if (Number.isFinite(after) && headers["retry-after"] !== void 0) return after * 1e3;
	if (String(headers["x-ratelimit-remaining"]) === "0") return Math.max(0, Number(headers["x-ratelimit-reset"]) * 1e3 - nowMs) + 1e3;
	return status === 429 ? 6e4 : void 0;
}
function backoffMs(attempt) {
	return 250 * 2 ** (attempt - 1) * (.75 + Math.random() / 2);
}
const nothing = () => {};
const quiet = {
	debug: nothing,
	info: nothing,
	warn: nothing,
	error: nothing
};
function homePlace({ cwd, env, trust, ci = false }, seal) {
	const named = env["AIRWORTHY_HOME"] || void 0;
	const usual = path.resolve(cwd, named ?? ".airworthy");
	if (trust.level === "trusted") return ci ? {
		kind: "ci",
		folder: usual,
		seal
	} : {
		kind: "local",
		folder: usual
	};
	const base = named === void 0 ? path.resolve(cwd, env["RUNNER_TEMP"] || tmpdir()) : usual;
	return {
		kind: "isolated",
		folder: path.join(base, `airworthy-${randomUUID()}`),
		usual,
		named: named !== void 0
	};
}
function cgroupFolders(text, controller) {
	return text.split("\n").flatMap((line) => {
		const [id, controllers = "", path] = line.split(":");
		if (path === void 0) return [];
		if (id === "0" && controllers === "") return upwards("/sys/fs/cgroup", path);
		return controllers.split(",").includes(controller) ? upwards(`/sys/fs/cgroup/${controller}`, path) : [];
	});
}
function upwards(mount, path) {
	const parts = path.split("/").filter((part) => part !== "");
	return Array.from({ length: parts.length + 1 }, (_, at) => [mount, ...parts.slice(0, parts.length - at)].join("/"));
}
function describeMachine(onnxruntime, files = systemFiles) {
	const cpus = os.cpus();
	return {
		cpu: cpus[0]?.model.trim() ?? "unknown",
		cores: cpus.length,
		memoryBytes: os.totalmem(),
		platform: `${os.platform()}-${os.arch()}`,
		node: process.version,
		onnxruntime,
		...describeSystem(files)
	};
}
function describeSystem(files) {
	const cgroup = files.read("/proc/self/cgroup") ?? "";
	const least = (controller, limit) => {
		const limits = cgroupFolders(cgroup, controller).flatMap((each) => limit(each) ?? []);
		return limits.length === 0 ? void 0 : Math.min(...limits);
	};
	return {
		governor: governorOf(files),
		cpuQuota: least("cpu", (each) => quotaOf(each, files)),
		memoryLimitBytes: least("memory", (each) => memoryLimitOf(each, files)),
		host: hostOf(files)
	};
}
function governorOf({ read, list }) {
	const policies = "/sys/devices/system/cpu/cpufreq";
	const governors = (list(policies) ?? []).flatMap((policy) => read(`${policies}/${policy}/scaling_governor`) ?? []);
	return [...new Set(governors)].sort().join(", ") || "unknown";
}
function quotaOf(folder, { read }) {
	const [quota, period] = read(`${folder}/cpu.max`)?.split(" ") ?? [read(`${folder}/cpu.cfs_quota_us`), read(`${folder}/cpu.cfs_period_us`)];
	const share = Number(quota) / Number(period);
	return share > 0 && Number.isFinite(share) ? share : void 0;
}
function memoryLimitOf(folder, { read }) {
	const bytes = Number(read(`${folder}/memory.max`) ?? read(`${folder}/memory.limit_in_bytes`));
	return bytes > 0 && bytes < 2 ** 60 ? bytes : void 0;
}
function hostOf({ read }) {
	const dmi = "/sys/class/dmi/id";
	const maker = [read(`${dmi}/sys_vendor`), read(`${dmi}/product_name`)].filter((each) => each !== void 0).join(" ");
	if (maker !== "") return maker;
	return /^flags\s*:.*\bhypervisor\b/m.test(read("/proc/cpuinfo") ?? "") ? "a virtual machine" : "unknown";
}
const systemFiles = {
	read: (file) => attempt(() => readFileSync(file, "utf8").trim()),
	list: (folder) => attempt(() => readdirSync(folder))
};
function attempt(look) {
	try {
		return look();
	} catch {
		return;
	}
}
const worldError = errorFrom({
	"cache-key-file": {
		say: (d) => ({
			message: `The key file ${d.path}, which seals what is kept, cannot be trusted: ${d.reason}.`,
			hint: "Remove the file, and a new one is made; or set AIRWORTHY_CACHE_KEY to a secret of your own."
		}),
		example: {
			path: "/home/runner/work/_temp/airworthy-key",
			reason: "other users may read it"
		}
	},
	"cache-key-short": {
		say: (d) => ({
			message: `AIRWORTHY_CACHE_KEY has ${d.characters} characters; it needs at least ${d.least}.`,
			hint: "Make one with `openssl rand -hex 32`, and keep it as a CI secret."
		}),
		example: {
			characters: 8,
			least: 32
		}
	},
	"cuda-libraries": {
		say: (d) => ({
			message: `The CUDA libraries of ${d.path} cannot be used: ${d.reason}.`,
			hint: "Name a folder that holds libonnxruntime_providers_shared.so and libonnxruntime_providers_cuda.so of the same onnxruntime, or its package Microsoft.ML.OnnxRuntime.Gpu.Linux (.nupkg) with its SHA-256."
		}),
		example: {
			path: "/opt/cuda",
			reason: "it holds no libonnxruntime_providers_cuda.so"
		}
	},
	"runtime-changed": {
		say: (d) => ({
			message: `${d.folder} is not what ${d.name} ${d.version} was published with: ${d.reason}. Nothing of it was loaded.`,
			hint: "Find out who changed it, then remove that folder and install or download the package again; CUDA libraries of your own are named with AIRWORTHY_CUDA."
		}),
		example: {
			folder: "/opt/tools/airworthy-onnxruntime/1.30.0/x64/bin/napi-v6/linux/x64",
			reason: "libonnxruntime.so.1 is a symbolic link",
			name: "onnxruntime-node",
			version: "1.30.0"
		}
	},
	"runtime-download": {
		say: (d) => ({
			message: `onnxruntime-node ${d.version} could not be downloaded: ${d.reason}.`,
			hint: `Nothing of it was kept. Check npm's registry and proxy, or run \`npm install onnxruntime-node@${d.version}\` before; a folder that holds the package is named by \`onnxruntime:\` (AIRWORTHY_ORT).`
		}),
		example: {
			version: "1.30.0",
			reason: "npm ended with exit code 1"
		}
	},
	"runtime-missing": {
		say: (d) => ({
			message: `${d.name} ${d.version} for ${d.platform}, which runs the models, was not found.`,
			hint: `Run \`npm install ${d.name}@${d.version}\` where you work${d.name === "onnxruntime-node" ? ", or name a folder that holds the package with AIRWORTHY_ORT (`onnxruntime:` of the Action)" : ""}.${d.offline ? " Without `offline` the Action downloads it." : ""} Looked for here: ${d.tried.join("; ")}.`
		}),
		example: {
			name: "onnxruntime-node",
			version: "1.30.0",
			platform: "linux/x64",
			tried: ["node_modules: not there"],
			offline: false
		}
	},
	"runtime-wrong": {
		say: (d) => ({
			message: `${d.folder} is not an onnxruntime that can be used here: ${d.reason}.`,
			hint: `Name a folder that holds the package onnxruntime-node ${d.version} with AIRWORTHY_ORT (\`onnxruntime:\` of the Action), or leave it out.`
		}),
		example: {
			folder: "/opt/onnxruntime",
			reason: "it is version 1.20.0",
			version: "1.30.0"
		}
	}
});
const pin = {
	name: "onnxruntime-node",
	version: "1.30.0",
	integrity: "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==",
	files: {
		"bin/napi-v6/darwin/arm64/libonnxruntime.1.30.0.dylib": "685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d",
		"bin/napi-v6/darwin/arm64/libonnxruntime.1.dylib": "685d2be5dba1309c89d3a5324b7fd06a5c42f1a61bfea32d14c4cc28d072121d",
		"bin/napi-v6/darwin/arm64/onnxruntime_binding.node": "a3f993357759b06ae2411f70af60f5e041d04521ea7f0d12cb7546e411a527dd",
		"bin/napi-v6/linux/arm64/libonnxruntime.so.1": "1f549d46250b005580b597f4164984aaf75b3bcb9f3aeb07c7f8a8fe60b23c76",
		"bin/napi-v6/linux/arm64/onnxruntime_binding.node": "afec78dc11d38dc81605b068cefe1fc73ffe77ca240c15468aa40786150beac8",
		"bin/napi-v6/linux/x64/libonnxruntime.so.1": "ffb75a925ba05e47b235bb66e3e3911714a80b328a9c9425539feb204aa32a23",
		"bin/napi-v6/linux/x64/onnxruntime_binding.node": "ccdc60b981d93a490cf9513d3f583547252b6e285b72988a96a494f2f006c7b8",
		"bin/napi-v6/win32/arm64/DirectML.dll": "aaf72a9d55aa123e0708d957d30dd4fbeb7a2e335ec6257ed5ff4261a402b9ee",
		"bin/napi-v6/win32/arm64/dxcompiler.dll": "442a995492579e1048cf1f05a86ab00f476c46b7f9d0996e588884040a543bbe",
		"bin/napi-v6/win32/arm64/dxil.dll": "859b6d638c5ca3df39e9cab2a602cb0f63d0e63d750f84bb2a9ec9031319b73e",
		"bin/napi-v6/win32/arm64/onnxruntime.dll": "6c3a2abf5c6aca11c48a0d338a91af309f2266f25ce2e4084e6a87bbcb0fbfd0",
		"bin/napi-v6/win32/arm64/onnxruntime_binding.node": "d8179924f15c2d3c1c8a75c50adf1671ec28c7f1cb0da9fc28b17daa02c5ecf5",
		"bin/napi-v6/win32/x64/DirectML.dll": "234e8898778cdec88d3cb0539508273494082812c968699f3de665a018971625",
		"bin/napi-v6/win32/x64/dxcompiler.dll": "593d42df78c7f9cbd97c1374af107cfe20985759f98b77afc1448fe41ee3cc76",
		"bin/napi-v6/win32/x64/dxil.dll": "cf9a3981263f8ec30c9905d136eeaf4b4573209c602198671b958ec86905dea8",
		"bin/napi-v6/win32/x64/onnxruntime.dll": "508c362f5673483dd3a086379c392795b2e42d10d5e6f3f90ebd7ac21c97af67",
		"bin/napi-v6/win32/x64/onnxruntime_binding.node": "ddd428464069b84414d34ec1796c7c2a69c33a976e4b0390692629e394f92fa1"
	}
};
const webPin = {
	name: "onnxruntime-web",
	version: "1.30.0",
	integrity: "sha512-q0y+JrrtukXSzsBWEMccVfqX25LRmosXHF+CaRJmg8pZClzcV7svNc4rKY3jL02Vb7QmRMDs1SigqR4CXAfKYQ==",
	files: {
		"dist/ort-wasm-simd-threaded.mjs": "e13f7f94fc51b4ca72b12faeb1ee95f4ace6dfbc8939bc718aabdc0a27c4299b",
		"dist/ort-wasm-simd-threaded.wasm": "3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2"
	}
};
function nativeFolder({ platform, arch }) {
	return path.posix.join("bin", "napi-v6", platform, arch);
}
function neededFiles({ platform }) {
	return ["onnxruntime_binding.node", ...libraries[platform] ?? []];
}
const libraries = {
	linux: ["libonnxruntime.so.1"],
	darwin: ["libonnxruntime.1.dylib"],
	win32: ["onnxruntime.dll"]
};
function targetName({ platform, arch }) {
	return `${platform}-${arch}`;
}
const cudaLibraries = [
	"libonnxruntime_providers_shared.so",
	"libonnxruntime_providers_cuda.so",
	"libonnxruntime_providers_tensorrt.so"
];
const rows = [
	({ env, cwd, pin }) => {
		const named = env["AIRWORTHY_ORT"] || void 0;
		if (named === void 0) return {
			where: "AIRWORTHY_ORT",
			folders: [],
			closed: "it is not set"
		};
		const folder = path.resolve(cwd, named);
		return {
			where: `AIRWORTHY_ORT, ${folder}`,
			folders: [folder, ...installedIn([folder], pin)],
			named: true
		};
	},
	({ bundle, ...target }) => {
		const folder = path.join(bundle, "native", targetName(target));
		return {
			where: folder,
			folders: [folder]
		};
	},
	besideTheTool,
	(around) => {
		const { folder, marker } = cacheEntry(around, "airworthy-onnxruntime", around.pin.version);
		return {
			where: `the tool cache, ${folder}`,
			folders: [folder],
			marker,
			onlyOurs: true
		};
	},
	inTheWorkingFolder
];
function placesIn(around) {
	return rows.map((row) => row(around));
}
function webPlacesIn(around) {
	return [besideTheTool(around), inTheWorkingFolder(around)];
}
function besideTheTool({ bundle, pin, ...around }) {
	const folders = withParents(bundle).filter((folder) => around.trusted || isOfTheTool(folder, bundle, around));
	return {
		where: `node_modules beside ${bundle}`,
		folders: installedIn(folders, pin)
	};
}
function inTheWorkingFolder({ cwd, trusted, pin }) {
	return {
		where: `node_modules of ${cwd}`,
		folders: installedIn(withParents(cwd), pin),
		closed: trusted ? void 0 : "a stranger may have written what is there"
	};
}
function isOfTheTool(folder, bundle, { cwd, env }) {
	if (isWithin$1(bundle, path.join(folder, "node_modules"))) return true;
	const checkout = checkoutOf(cwd, env);
	return isWithin$1(bundle, checkout) ? isWithin$1(folder, checkout) : !isWithin$1(checkout, folder);
}
function installedIn(folders, { name }) {
	return folders.map((folder) => path.join(folder, "node_modules", name));
}
function cacheEntry(around, tool, version) {
	const folder = path.join(cacheFolder(around), tool, version, around.arch);
	return {
		folder,
		marker: `${folder}.complete`
	};
}
function cacheFolder({ env, cwd, home }) {
	const tools = env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"];
	if (tools) return path.resolve(tools);
	const own = env["AIRWORTHY_HOME"];
	return own ? path.resolve(cwd, own, "tools") : path.join(env["XDG_CACHE_HOME"] || path.join(home, ".cache"), "airworthy");
}
function search(around) {
	return searchFor({
		pin: around.pin,
		places: placesIn(around),
		part: nativeFolder(around),
		files: neededFiles(around),
		target: targetName(around)
	});
}
function searchWeb(around) {
	const { pin } = around;
	const files = Object.keys(pin.files).map((file) => path.posix.basename(file));
	return searchFor({
		pin,
		places: webPlacesIn(around),
		part: "dist",
		files,
		target: "WebAssembly"
	});
}
function searchFor(wanted) {
	const tried = [];
	const passedOver = [];
	for (const place of wanted.places) {
		const { folder, reason, there } = lookAt(place, wanted);
		if (folder !== void 0 && reason === void 0) {
			const { pin, part } = wanted;
			return {
				found: true,
				pin,
				place,
				folder,
				within: path.join(folder, part),
				part,
				passedOver
			};
		}
		tried.push(`${place.where}: ${reason}`);
		if (there) passedOver.push(`${place.where}: ${reason}`);
		if (place.named) return {
			found: false,
			tried,
			wrong: {
				folder: place.folders[0] ?? "",
				reason: reason ?? ""
			}
		};
	}
	return {
		found: false,
		tried
	};
}
function lookAt({ folders, marker, closed }, wanted) {
	if (closed !== void 0) return {
		reason: closed,
		there: false
	};
	const folder = folders.find((each) => existsSync(path.join(each, "package.json")));
	if (folder === void 0) return {
		reason: "the package is not there",
		there: false
	};
	const whole = marker === void 0 || existsSync(marker);
	const seen = {
		...describe(folder),
		files: list(path.join(folder, wanted.part))
	};
	return {
		folder,
		reason: whole ? misfit(seen, wanted) : "it is not complete",
		there: true
	};
}
function describe(folder) {
	try {
		const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
		return {
			name,
			version
		};
	} catch {
		return {
			name: void 0,
			version: void 0
		};
	}
}
function list(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
function misfit({ name, version, files }, wanted) {
	const { pin } = wanted;
	if (name !== pin.name) return `it is not the package ${pin.name}`;
	if (version !== pin.version) return `it is version ${version}, not ${pin.version}`;
	const missing = wanted.files.filter((file) => !files.includes(file));
	return missing.length === 0 ? void 0 : `it has no ${missing.join(" and no ")} for ${wanted.target}`;
}
const variables = {
	"onnxruntime-node": "AIRWORTHY_NATIVE",
	"onnxruntime-node-cuda": "AIRWORTHY_NATIVE",
	"onnxruntime-web": "AIRWORTHY_WEB"
};
function createRuntime(around, { run, say }) {
	const native = once(async (signal) => checked(await findOrFetch(signal)));
	const cuda = once(async (signal) => (await import("./world-runtime-cuda.js")).withCuda(await native(signal), around));
	const web = once(async () => checked(findWeb()));
	const folders = {
		"onnxruntime-node": async (signal) => (await native(signal)).within,
		"onnxruntime-node-cuda": cuda,
		"onnxruntime-web": async (signal) => (await web(signal)).within
	};
	const checked = async (found) => {
		for (const each of found.passedOver) say(`Not used: ${each}.`);
		await (await import("./world-runtime-check.js")).refuseChanged(found);
		return found;
	};
	const findOrFetch = async (signal) => {
		const first = search(around);
		if (first.found) return first;
		if (first.wrong !== void 0 || !mayDownload(around)) throw missing(first, around);
		say(`Downloading ${around.pin.name} ${around.pin.version} for ${targetName(around)}: it is in none of its places.`);
		const { download } = await import("./world-runtime-download.js");
		const { folder } = await download(around, {
			run,
			signal
		});
		say(`${around.pin.name} ${around.pin.version} is in ${folder}.`);
		const second = search(around);
		if (!second.found) throw new Bug(`what was downloaded was not found: ${second.tried.join("; ")}`);
		return second;
	};
	const findWeb = () => {
		const found = searchWeb({
			...around,
			pin: webPin
		});
		if (found.found) return found;
		const { name, version } = webPin;
		throw worldError("runtime-missing", {
			name,
			version,
			platform: "WebAssembly",
			tried: found.tried,
			offline: false
		});
	};
	return {
		get version() {
			return search(around).found || mayDownload(around) ? around.pin.version : "none";
		},
		async prepare(runtime, signal) {
			return { [variables[runtime]]: await folders[runtime](signal) };
		}
	};
}
function once(make) {
	let made;
	return (signal) => {
		made ??= make(signal).catch((thrown) => {
			made = void 0;
			throw thrown;
		});
		return made;
	};
}
function mayDownload({ env }) {
	return env["AIRWORTHY_DOWNLOAD"] === "true" && !isOffline(env);
}
function isOffline(env) {
	return ![
		"",
		"false",
		void 0
	].includes(env["AIRWORTHY_OFFLINE"]);
}
function missing({ tried, wrong }, around) {
	const { name, version } = around.pin;
	if (wrong !== void 0) return worldError("runtime-wrong", {
		...wrong,
		version
	});
	return worldError("runtime-missing", {
		name,
		version,
		platform: targetName(around),
		tried,
		offline: isOffline(around.env)
	});
}
async function checkoutsAround(folder, files) {
	const above = path.dirname(folder);
	const further = above === folder ? [] : await checkoutsAround(above, files);
	return await files.exists(path.join(folder, ".git")) ? [folder, ...further] : further;
}
function isIn(folder, file) {
	const [first = ""] = path.relative(folder, file).split(path.sep);
	return first !== ".." && !path.isAbsolute(first);
}
async function isInCheckout(file, env, cwd, files) {
	const tops = [
		...[env["GITHUB_WORKSPACE"], env["CI_PROJECT_DIR"]].filter((each) => each !== void 0 && each !== "").map((each) => path.resolve(each)),
		cwd,
		...await checkoutsAround(cwd, files)
	];
	const real = await files.realPath(file);
	for (const top of tops) if (isIn(await files.realPath(top), real)) return true;
	return false;
}
const keyVariable = "AIRWORTHY_CACHE_KEY";
const leastCharacters = 32;
function createSeal(facts, files) {
	let known;
	const key = (make) => {
		known = (known ?? Promise.resolve(void 0)).then((found) => found ?? findKey(facts, files, make));
		return known;
	};
	return {
		async of(parts) {
			return sealOf(await key(true), parts).toString("hex");
		},
		async fits(parts, seal) {
			const found = await key(false);
			const given = Buffer.from(seal, "hex");
			return found !== void 0 && given.length === sealBytes && timingSafeEqual(sealOf(found, parts), given);
		}
	};
}
const sealBytes = 32;
function sealOf(key, parts) {
	return createHmac("sha256", key).update(JSON.stringify(parts)).digest();
}
async function findKey(facts, files, make) {
	const secret = facts.env[keyVariable];
	if (secret) {
		if (secret.length < leastCharacters) throw worldError("cache-key-short", {
			characters: secret.length,
			least: leastCharacters
		});
		return Buffer.from(secret);
	}
	const file = keyFile(facts);
	if (await isInCheckout(file, facts.env, facts.cwd, files)) return make ? randomBytes(keyBytes) : void 0;
	return await readKey(file) ?? (make ? makeKey(file) : void 0);
}
function keyFile({ cwd, env }) {
	const temporary = env["RUNNER_TEMP"];
	if (temporary) return path.resolve(cwd, temporary, "airworthy-key");
	return path.resolve(env["XDG_STATE_HOME"] || path.join(homedir(), ".local", "state"), "airworthy", "key");
}
const keyBytes = 32;
async function readKey(file) {
	const refuse = (reason) => worldError("cache-key-file", {
		path: file,
		reason
	});
	let handle;
	try {
		if ((await fs.lstat(file)).isSymbolicLink()) throw refuse("it is a symbolic link");
		handle = await fs.open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
	} catch (thrown) {
		const code = thrown.code ?? "";
		if (code === "ELOOP") throw refuse("it is a symbolic link");
		if (noKey.includes(code)) return void 0;
		throw thrown;
	}
	try {
		const stat = await handle.stat();
		if (!stat.isFile()) throw refuse("it is not a regular file");
		if (process.platform !== "win32" && (stat.mode & 63) !== 0) throw refuse("other users may read it");
		if (process.geteuid !== void 0 && stat.uid !== process.geteuid()) throw refuse("it is of another user");
		const text = (await handle.readFile("utf8")).trim();
		if (!/^[0-9a-f]{64}$/.test(text)) throw refuse("it holds no key");
		return Buffer.from(text, "hex");
	} finally {
		await handle.close();
	}
}
const noKey = [
	"ENOENT",
	"ENOTDIR",
	"EACCES",
	"EPERM"
];
async function makeKey(file) {
	const key = randomBytes(keyBytes);
	const written = `${file}.${randomUUID()}`;
	try {
		await makeFolder(path.dirname(file), 448);
		await fs.writeFile(written, `${key.toString("hex")}\n`, {
			flag: "wx",
			mode: 384,
			flush: true
		});
		await fs.link(written, file);
		return key;
	} catch (thrown) {
		if (thrown.code !== "EEXIST") return key;
		return await readKey(file) ?? key;
	} finally {
		await fs.rm(written, { force: true }).catch(() => {});
	}
}
function createWorld(options) {
	const mask = options.mask ?? createMask(options.env);
	const trusted = options.trust.level === "trusted";
	const processes = createProcesses({
		workerScript: options.workerScript,
		cwd: options.cwd,
		checkout: trusted ? void 0 : checkoutOf(options.cwd, options.env),
		prepare: (name, signal) => runtime.prepare(name, signal),
		mask
	});
	const runtime = createRuntime({
		pin,
		env: options.env,
		cwd: options.cwd,
		bundle: path.dirname(options.workerScript),
		home: homedir(),
		trusted,
		platform: platform(),
		arch: arch()
	}, {
		run: processes.run,
		say: options.say ?? (() => {})
	});
	const home = homePlace(options, createSeal(options, createFiles(mask)));
	let machine;
	return {
		files: createFiles(mask, home.kind === "isolated" ? home.folder : void 0),
		hide: mask.hide,
		processes,
		clock: systemClock,
		env: options.env,
		cwd: options.cwd,
		workerScript: options.workerScript,
		trust: options.trust,
		event: options.event,
		ciSystem: options.ciSystem,
		actor: options.actor,
		ciRun: options.ciRun,
		get branch() {
			return options.branch !== void 0 || options.ciSystem !== void 0 || !trusted ? options.branch : branchIn(options.cwd);
		},
		commit: options.commit,
		get machine() {
			machine ??= describeMachine(runtime.version);
			return machine;
		},
		home,
		github: createGitHub(options.env, systemClock, mask),
		randomId: () => randomBytes(4).toString("hex")
	};
}
const results = ["report.json", "shard.json"];
const whileRunning = ["journal.jsonl", "scratch"];
function tidyHome(home) {
	if (home.kind !== "isolated") return;
	try {
		if (lstatSync(home.folder, { throwIfNoEntry: false })?.isDirectory()) tidy(home.folder);
	} catch {}
}
function tidy(home) {
	const runs = path.join(home, "runs");
	const reported = namesIn(runs).filter((run) => results.some((name) => existsSync(path.join(runs, run, name))));
	for (const place of reported.length === 0 ? [home] : rest(home, runs, reported)) rmSync(place, {
		recursive: true,
		force: true
	});
}
function rest(home, runs, reported) {
	const others = namesIn(home).filter((name) => name !== "runs" && name !== ".gitignore");
	const unfinished = namesIn(runs).filter((run) => !reported.includes(run));
	const working = reported.flatMap((run) => whileRunning.map((name) => path.join(run, name)));
	return [...others.map((name) => path.join(home, name)), ...[...unfinished, ...working].map((name) => path.join(runs, name))];
}
function namesIn(folder) {
	return existsSync(folder) ? readdirSync(folder) : [];
}
function writerTo(output, lost = () => {}) {
	let isLost = false;
	const lose = (error) => {
		if (isLost) return;
		isLost = true;
		const { code, message } = error;
		if (code !== "EPIPE") lost(message);
	};
	output.on("error", lose);
	return (text) => {
		if (isLost) return;
		try {
			output.write(text);
		} catch (thrown) {
			lose(thrown);
		}
	};
}
const sameWish = 1e3;
function cancelSignal(process, outlives, now = () => performance.now()) {
	const controller = new AbortController();
	for (const name of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) {
		let firstAt;
		process.on(name, () => {
			if (name === "SIGHUP" && outlives) return;
			firstAt ??= now();
			controller.abort();
			if (now() - firstAt >= sameWish) process.exit(130);
		});
	}
	return controller.signal;
}
function outlivesTerminal(env, descriptor = standardInput()) {
	const flags = /^flags:\s*([0-7]+)$/m.exec(descriptor)?.[1] ?? "0";
	return path.basename(env["_"] ?? "") === "nohup" || (Number.parseInt(flags, 8) & accessMode) === writeOnly;
}
const accessMode = 3;
const writeOnly = 1;
function standardInput() {
	try {
		return readFileSync("/proc/self/fdinfo/0", "utf8");
	} catch {
		return "";
	}
}
function processEntry() {
	const mask = createMask(process.env);
	const writeErr = writerTo(process.stderr);
	const writeOut = writerTo(process.stdout, (reason) => writeErr(mask(`warning[output-lost]: What is left to print cannot be written to standard output: ${reason}.\n`)));
	return {
		world: processWorld({
			mask,
			say: (line) => writeErr(mask(`${line}\n`))
		}),
		out: (text) => writeOut(mask(text)),
		err: (text) => writeErr(mask(text)),
		colour: wantsColour(),
		width: process.stdout.columns ?? 100,
		ascii: showsOnlyAscii(),
		interactive: process.stderr.isTTY === true && process.env["CI"] === void 0,
		signal: cancelSignal(process, outlivesTerminal(process.env)),
		command: commandName()
	};
}
function processWorld(options = {}) {
	const facts = ciFacts(process.env, eventPayload());
	const world = createWorld({
		cwd: options.cwd ?? process.cwd(),
		env: {
			...process.env,
			...options.env
		},
		workerScript: workerScript(),
		...facts,
		ciRun: ciRunOf(process.env),
		...options.mask === void 0 ? {} : { mask: options.mask },
		say: options.say
	});
	tidyAtExit(world.home);
	return world;
}
const homes = [];
function tidyAtExit(home) {
	if (home.kind !== "isolated") return;
	if (homes.length === 0) process.once("exit", () => homes.forEach(tidyHome));
	homes.push(home);
}
function workerScript() {
	const here = path.dirname(fileURLToPath(import.meta.url));
	return path.join(path.basename(here) === "chunks" ? path.dirname(here) : here, "worker.js");
}
const largestPayload = 2 ** 26;
function eventPayload() {
	const file = process.env["GITHUB_EVENT_PATH"];
	if (file === void 0) return void 0;
	try {
		if (statSync(file).size > largestPayload) return void 0;
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return;
	}
}
function wantsColour() {
	if (process.env["NO_COLOR"]) return false;
	if (process.env["FORCE_COLOR"]) return true;
	return process.stdout.isTTY === true && process.env["TERM"] !== "dumb";
}
function showsOnlyAscii() {
	const locale = process.env["LC_ALL"] || process.env["LC_CTYPE"] || process.env["LANG"];
	return locale !== void 0 && locale !== "" && !/utf-?8/i.test(locale);
}
function terminalOf({ colour, width, ascii }) {
	return {
		colour,
		width,
		ascii
	};
}
function commandName() {
	const script = process.argv[1] ?? "airworthy";
	return script.endsWith(".js") ? `node ${shellWord(path.relative(process.cwd(), script))}` : "npx airworthy";
}
const verdicts = [
	"pass",
	"fail",
	"inconclusive"
];
const severity = {
	pass: 0,
	inconclusive: 1,
	fail: 2
};
function combine(verdicts) {
	if (verdicts.length === 0) return "inconclusive";
	return verdicts.reduce((worst, verdict) => severity[verdict] > severity[worst] ? verdict : worst);
}
const outcomes = [...verdicts, "rolled-back"];
const exitCodes = {
	pass: 0,
	fail: 1,
	input: 2,
	inconclusive: 3,
	"rolled-back": 4,
	bug: 70,
	cancelled: 130
};
const entryError = errorFrom({
	"argument-missing": {
		say: (d) => ({
			message: `${d.argument} is missing.`,
			hint: `Name it, or see \`airworthy ${d.command} --help\`.`
		}),
		example: {
			argument: "MODEL",
			command: "bench"
		}
	},
	"argument-wrong": {
		say: (d) => ({
			message: `${d.argument} is not valid.`,
			hint: `Expected ${d.expected}.`
		}),
		example: {
			argument: "--batch",
			expected: "a whole number of 1 or more"
		}
	},
	"call-wrong": {
		say: (d) => ({
			message: `airworthy cannot be called like this: ${d.reason}${/[.?!)]$/.test(d.reason) ? "" : "."}`,
			hint: "Use --help for what this command takes."
		}),
		example: { reason: "unknown command 'rnu' (Did you mean run?)" }
	},
	"comment-event": {
		say: (d) => ({
			message: `The comment Action posts the report of another workflow run; the event ${d.event} names none.`,
			hint: "Call it from a workflow triggered by workflow_run; see examples/workflows/comment.yml."
		}),
		example: { event: "push" }
	},
	"github-token-missing": {
		say: () => ({
			message: "There is no token to talk to GitHub with.",
			hint: "Leave github-token out, so that the token of the job is taken, or give it one."
		}),
		example: {}
	},
	"file-of-base": {
		say: (d) => ({
			message: `A stranger may have written what is checked out, so ${d.file} has to be the repository's own, and ${d.why}.`,
			hint: "Check out the base, and only the candidate from the pull request. Data and models that the pipeline names change by commits to the base."
		}),
		example: {
			file: "data/test.npz",
			why: "what is checked out is another"
		}
	},
	"init-exists": {
		say: (d) => ({
			message: `There is a file ${d.path} already.`,
			hint: `Use --force to overwrite it.${d.pipeline === void 0 ? "" : ` If only the ledger is missing, \`airworthy registry init ${d.pipeline}\` creates it.`}`
		}),
		example: {
			path: "airworthy.yml",
			pipeline: "airworthy.yml"
		}
	},
	"pipeline-of-base": {
		say: (d) => ({
			message: `Under the trigger ${d.event} the pipeline is read from the repository itself, and there is no token to read it with.`,
			hint: "Set github-token, with permissions: contents: read."
		}),
		example: { event: "pull_request_target" }
	},
	"report-differs": {
		say: (d) => ({
			message: `${d.path} is not the report that the run ${d.run} wrote: ${d.reason}.`,
			hint: `\`airworthy run --run ${d.run}\` writes it again, from what the run kept. Its evidence is checked by \`airworthy verify\`.`
		}),
		example: {
			path: ".airworthy/runs/20261130-120000-ab12cd34/report.json",
			run: "20261130-120000-ab12cd34",
			reason: "it was changed since"
		}
	},
	"report-format-unknown": {
		say: (d) => ({
			message: `There is no report format ${d.name}.`,
			hint: `Formats are ${d.valid.join(", ")}.`
		}),
		example: {
			name: "pdf",
			valid: [
				"text",
				"markdown",
				"json",
				"html"
			]
		}
	},
	"report-missing": {
		say: (d) => ({
			message: `The run ${d.run} has no report in ${d.path}: it ended before it wrote one, or somebody removed it.`,
			hint: `\`airworthy run --run ${d.run}\` goes on with the run where it stopped, and writes it.`
		}),
		example: {
			path: ".airworthy/runs/20261130-120000-ab12cd34/report.json",
			run: "20261130-120000-ab12cd34"
		}
	},
	"report-unreadable": {
		say: (d) => ({
			message: `${d.path} is not a report of this version: ${d.reason}.`,
			hint: d.run === void 0 ? "Read it with the version of Airworthy that wrote it, or bring back the file as its run wrote it." : `\`airworthy run --run ${d.run}\` writes it again, from what the run kept. If another version wrote it, read it with that one.`
		}),
		example: {
			path: ".airworthy/runs/20261130-120000-ab12cd34/report.json",
			reason: "sentence: missing, expected string",
			run: "20261130-120000-ab12cd34"
		}
	},
	"weights-exist": {
		say: (d) => ({
			message: `The weights of ${d.model} must go to ${d.path}, but a different file is already there.`,
			hint: "Write the model to a folder of its own, with --out."
		}),
		example: {
			path: "models/weights.bin",
			model: "smaller.onnx"
		}
	}
});
const html = template("html");
const markdown = template("markdown");
function trusted(language, text) {
	return made$1(language, text);
}
function joined(language, pieces, separator = "") {
	return made$1(language, pieces.map((piece) => written$1(piece, language)).join(separator));
}
function plain$1(text) {
	return text.replace(terminalSequence, "").replace(/[\s\u0085\u2028\u2029]+/g, " ").replace(/\p{Cf}/gu, "").replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");
}
function terminalText(text) {
	return plain$1(text).replace(/(?<!\S):{2,}/g, (colons) => [...colons].join(" ")).replaceAll("##[", "## [");
}
function htmlText(text) {
	return plain$1(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
function markdownText(text) {
	return plain$1(text).replace(/[&<>`\\*_[\]|~$]|^ ?(?:[-+](?=[-+ ]|$)|=+ ?$)|::/g, entities).replace(/^ ?\d+(?=[.)](?: |$))/, `$&${zeroWidth}`).replace(/@(?=\S)/g, `@${zeroWidth}`).replace(/(?<!&)#/g, `#${zeroWidth}`).replace(/\b(gh-)(?=\d)/gi, `$1${zeroWidth}`).replace(/(?<![a-z])(https?|ftp|mailto|xmpp):/gi, `$1${zeroWidth}:`).replace(/(?<![a-z])(www)\./gi, `$1${zeroWidth}.`);
}
const safeIn = {
	html: htmlText,
	markdown: markdownText
};
const zeroWidth = "&#8203;";
function entities(punctuation) {
	return [...punctuation].map((one) => one === " " ? one : `&#${one.charCodeAt(0)};`).join("");
}
const terminalSequence = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[PX\]^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0090\u0098-\u009f]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g;
function template(language) {
	const inserted = (value) => {
		if (value === void 0) return "";
		if (typeof value === "string" || typeof value === "number") return safeIn[language](String(value));
		return [value].flat().map((one) => written$1(one, language)).join("");
	};
	return (parts, ...values) => made$1(language, parts.reduce((text, part, index) => text + inserted(values[index - 1]) + part));
}
const genuine = new WeakSet();
function made$1(language, text) {
	const markup = Object.freeze({
		language,
		text
	});
	genuine.add(markup);
	return markup;
}
function written$1(markup, language) {
	if (genuine.has(markup) && markup.language === language) return markup.text;
	return safeIn[language](JSON.stringify(markup) ?? "");
}
function renderJson(report) {
	return harmless(`${written(report, "")}\n`);
}
function jsonText(value, spaces = 0) {
	return harmless(`${JSON.stringify(value, null, spaces)}\n`);
}
function harmless(json) {
	return json.replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, escaped);
}
function written(value, indent) {
	if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
	if (Array.isArray(value)) {
		if (value.length > 0 && value.every(Number.isFinite)) return `[${value.join(", ")}]`;
		return block("[]", value.map((member) => written(member, `${indent}  `)), indent);
	}
	return block("{}", Object.entries(value).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([key, member]) => `${JSON.stringify(key)}: ${written(member, `${indent}  `)}`), indent);
}
function block([open, close], members, indent) {
	if (members.length === 0) return `${open}${close}`;
	return `${open}\n${indent}  ${members.join(`,\n${indent}  `)}\n${indent}${close}`;
}
function escaped(characters) {
	return Array.from({ length: characters.length }, (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}
const version = "0.1.0";
function failureOf(thrown) {
	if (thrown instanceof UserError) return {
		exitCode: exitCodes.input,
		problems: thrown.problems
	};
	if (thrown instanceof Cancelled) return {
		exitCode: exitCodes.cancelled,
		problems: [portProblem("run-cancelled", { run: void 0 })]
	};
	const detail = thrown instanceof Error && !(thrown instanceof Bug) ? thrown.stack ?? thrown.message : thrown instanceof Error ? thrown.message : String(thrown);
	return {
		exitCode: exitCodes.bug,
		problems: [portProblem("bug", { detail })]
	};
}
function problemLines(problems) {
	return problems.map(({ code, message, hint, where }) => {
		return `${where === void 0 ? "" : `${terminalText(where.file)}:${where.line}:${where.column}: `}error[${code}]: ${terminalText(message)}\n  ${terminalText(hint)}\n`;
	}).join("");
}
const between = 15;
function waitsOn(to) {
	let calls = 0;
	return (message) => {
		const shown = terminalText(to.masked(message));
		if (to.interactive) to.err(`\r\u001b[2K${clipped(`  ${shown}`, to.width)}`);
		else if (calls++ % between === 0) to.err(`${shown}\n`);
	};
}
function callContextOf(entry) {
	const { masked } = entry.world.files;
	return {
		signal: entry.signal,
		waits: waitsOn({
			...entry,
			masked
		}),
		warns: ({ message, remedy }) => entry.err(`warning: ${terminalText(masked(message))}\n  ${terminalText(masked(remedy))}\n`)
	};
}
function clipped(text, width) {
	const characters = [...text];
	return characters.length < width ? text : `${characters.slice(0, width - 2).join("")}\u2026`;
}
const beatMs = 2e3;
const silenceMs = 10 * beatMs;
const againMs = 2.5 * beatMs;
const known = new WeakMap();
function knownTo(processes) {
	const own = known.get(processes) ?? {
		held: new Set(),
		silent: new Set()
	};
	known.set(processes, own);
	return own;
}
async function takeLock(path, world, options) {
	const { files, clock, processes } = world;
	const own = nameFor(world, options.purpose);
	const watch = createWatch(world, options.patienceMs);
	const held = knownTo(processes).held;
	for (let attempt = 0;; attempt++) {
		if (options.signal?.aborted) throw new Cancelled(`waiting for ${path} was cancelled`);
		const seen = await files.locks.look(path);
		if (seen !== void 0 && "obstacle" in seen) throw portError("lock-obstructed", {
			lock: path,
			what: seen.obstacle
		});
		const { isGone, isLively, waitedMs, isStuck, isNew } = watch.see(seen);
		held.add(own);
		if (seen === void 0 ? await files.locks.take(path, own) : isGone && await takeOver(path, seen, own, world)) return { lock: startHeartbeat(path, own, world) };
		held.delete(own);
		if (isStuck) throw portError("lock-obstructed", {
			lock: path,
			what: "nobody holds it, and it cannot be made"
		});
		if (seen !== void 0 && !isGone) {
			if (isLively && waitedMs >= options.patienceMs) return { holder: holderOf(seen, world) };
			if (isNew) options.onWait?.(holderOf(seen, world));
		}
		const longest = seen === void 0 || isGone ? 5 : options.patienceMs > longWaitMs ? 500 : 50;
		await clock.sleep(Math.min(longest, 2 + attempt * 3) + processes.pid % 7, options.signal);
	}
}
const longWaitMs = 12e4;
async function takeOver(path, seen, own, { files }) {
	if ("name" in seen) return files.locks.takeOver(path, seen.name, own);
	await files.locks.removeOld(path);
	return files.locks.take(path, own);
}
function startHeartbeat(path, own, { files, processes }) {
	const beating = setInterval(() => {
		files.locks.beat(path, own).catch(() => {});
	}, beatMs).unref();
	return {
		isOurs: () => files.locks.beat(path, own),
		async release() {
			clearInterval(beating);
			try {
				await files.locks.drop(path, own);
			} finally {
				knownTo(processes).held.delete(own);
			}
		}
	};
}
function createWatch({ clock, processes }, patienceMs) {
	const begin = clock.monotonicMs();
	const { silent } = knownTo(processes);
	let [who, stamp, since, hasBeaten] = [
		"",
		"",
		begin,
		false
	];
	return { see(seen) {
		const now = clock.monotonicMs();
		const name = seen === void 0 ? "" : "name" in seen ? seen.name : `old ${seen.text}`;
		const isNew = name !== who;
		if (isNew || (seen?.stamp ?? "") !== stamp) {
			hasBeaten = !isNew;
			[who, stamp, since] = [
				name,
				seen?.stamp ?? "",
				now
			];
		}
		const fate = seen === void 0 ? "unknown" : fateOf(seen, processes);
		const mayBeSilentMs = name === "old " ? emptyMs : silent.has(processIn(name)) ? againMs : silenceMs;
		const isSilent = fate === "unknown" && seen !== void 0 && now - since >= mayBeSilentMs;
		if (isSilent && "name" in seen) silent.add(processIn(name));
		const isGone = fate === "gone" || isSilent;
		const isFree = seen === void 0 || isGone;
		const waitedMs = now - begin;
		const isCrowded = waitedMs - silenceMs >= patienceMs;
		return {
			isGone,
			isLively: fate === "running" || hasBeaten || isCrowded,
			waitedMs,
			isStuck: isFree && now - since >= 2e4 + (isSilent ? mayBeSilentMs : 0),
			isNew
		};
	} };
}
const emptyMs = 2e3;
function fateOf(seen, processes) {
	if ("name" in seen) {
		if (knownTo(processes).held.has(seen.name)) return "running";
		const holder = parseName(seen.name);
		return holder === void 0 ? "unknown" : processes.fate(holder);
	}
	const pid = oldPid(seen.text);
	if (pid === void 0) return "unknown";
	return pid !== processes.pid && processes.alive(pid) ? "running" : "gone";
}
function oldPid(text) {
	const pid = Number.parseInt(text, 10);
	return Number.isInteger(pid) && pid > 0 ? pid : void 0;
}
function processIn(name) {
	return name.split(",").slice(0, 5).join(",");
}
function nameFor({ processes, clock, files, randomId }, purpose = "") {
	const { host, pid, start, machine, namespace } = processes.identity();
	const since = clock.now().replace(/\.\d+|[-:]/g, "");
	return [
		plain(files.masked(host), 30),
		pid,
		start,
		machine,
		namespace,
		since,
		plain(purpose, 40),
		randomId()
	].join(",");
}
function plain(text, longest) {
	return text.replace(/[^\w.-]/g, "_").slice(0, longest);
}
function parseName(name) {
	const [host, pid, start, machine, namespace, since, purpose, token] = name.split(",");
	if (host === void 0 || start === void 0 || machine === void 0 || namespace === void 0) return void 0;
	if (since === void 0 || purpose === void 0 || token === void 0 || !/^\d+$/.test(pid ?? "")) return void 0;
	return {
		host,
		pid: Number(pid),
		start,
		machine,
		namespace,
		since,
		purpose
	};
}
function holderOf(seen, { processes }) {
	if (!("name" in seen)) {
		const pid = oldPid(seen.text);
		return {
			who: pid === void 0 ? "another process" : `process ${pid}`,
			isOld: true
		};
	}
	const holder = parseName(seen.name);
	if (seen.name.startsWith(".")) return {
		who: `nobody (${seen.name} lies in its lock)`,
		isOld: false
	};
	if (holder === void 0) return {
		who: "a process of another version of Airworthy",
		isOld: false
	};
	const { host, pid, since, purpose } = holder;
	const own = processes.identity();
	const isHere = holder.machine === own.machine && holder.namespace === own.namespace;
	const where = isHere || host !== plain(own.host, 30) ? "" : holder.machine === own.machine ? " (in a container with process ids of its own)" : " (another machine of that name, or this one before a restart)";
	return {
		who: `process ${pid} on host ${host}, since ${momentOf(since)}${where}`,
		...isHere ? { pid } : {},
		...purpose === "" ? {} : { purpose },
		isOld: false
	};
}
function momentOf(since) {
	return since.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d).*$/, "$1-$2-$3 $4:$5 UTC");
}
function lockRemedy(lock, holder) {
	if (holder === void 0 || holder.isOld) return `Try again when it is done. If that is no process of Airworthy, remove ${lock}.`;
	return `Wait for it, or ${holder.pid === void 0 ? "end it where it runs" : `end process ${holder.pid}`}: the lock of a process that is gone is taken over within ${silenceMs / 1e3} s.`;
}
function refWords(ref) {
	return ref.replace(/^refs\/tags\//, "tag ").replace(/^refs\/heads\//, "branch ");
}
function named(tags) {
	const [last, more] = [tags.slice(-3), tags.length - 3];
	return more > 0 ? `${last.join(", ")} and ${more} more` : last.join(", ");
}
function versionIn(tags) {
	return tags.at(-1)?.split("@v")[1] ?? "1.0.0";
}
const asksWho = /could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied|Repository not found|returned error: 40[13]/i;
const noRepository$1 = /does not appear to be a git repository|repository '[^']*' not found|no such remote/i;
const noServer = /could not resolve host|couldn't resolve|name or service not known|connection (refused|timed out|reset)|network is unreachable|no route to host|(failed|could not|couldn't|unable) to connect|operation timed out/i;
function unreachableHint({ remote, reason, doing }) {
	const isName = /^[\w.-]+$/.test(remote);
	const address = isName ? `\`git remote get-url ${remote}\`` : "the address in the pipeline";
	if (noRepository$1.test(reason) && reason.includes(`'${remote}'`) && isName) return `The repository has no remote ${remote}: add it, \`git remote add ${remote} ADDRESS\`, or name another in the pipeline.`;
	if (noRepository$1.test(reason) && !asksWho.test(reason)) return `Check whether the repository is there: ${isName ? `${address} says where it is looked for, and \`git remote set-url ${remote} ADDRESS\` names another place` : `${address} says where it is looked for`}.`;
	if (noServer.test(reason)) return `Check the network, and the name of the server in ${address}.`;
	if (/said nothing/.test(reason)) return "Run it again once the server answers. One that needs longer is given it in the pipeline: `registry: { \u2026, timeout: 5m }`.";
	if (!asksWho.test(reason)) return `Check that git reaches it from here, \`git ls-remote ${shellWord(remote)}\`, and that whoever runs this may ${doing === "push" ? "write" : "read and write"} there.`;
	return `${/Repository not found/i.test(reason) ? `Check the name in ${address}. ` : ""}${doing === "read" ? fetchHint(remote) : ""}A job that records needs a token that may write (permissions: contents: write).`;
}
function fetchHint(remote) {
	return /^[\w.-]+$/.test(remote) ? `A job that only reads can fetch the ledger first: \`git fetch ${remote} airworthy/ledger\`. ` : "";
}
function takeBack(remote, branch, old) {
	const to = shellWord(remote);
	return old === void 0 ? `Delete the branch that was pushed, \`git push ${to} :${branch}\`` : `Put the branch that was pushed back, \`git push --force ${to} ${old}:${branch}\``;
}
function idIn(driver) {
	return driver.split("/")[0] ?? driver;
}
function resumeOf(driver) {
	return `\`airworthy run --run ${idIn(driver)}\``;
}
function whoHolds({ driver, expires, left, rollout }) {
	if (left) return "its run has left it";
	if (driver === void 0) return `the run ${idIn(rollout)} of an earlier version began it`;
	const until = expires === void 0 ? "" : `, and unless it records more, another run can take it over after ${expires}`;
	return `the run ${idIn(driver)} drives it${until}`;
}
function whereToFinish({ driver, rollout, model, version, source }) {
	return `${source === void 0 ? `run the pipeline where it releases ${model} ${version}` : `check out its commit, \`git checkout ${source.slice(0, 12)}\`, and run the pipeline there`}, or ${resumeOf(driver ?? rollout)} in the folder where it began`;
}
function whoDrives({ other, isSameRun, at, outcome, endedBy }) {
	if (outcome !== void 0) return endedBy === void 0 ? `it has ended, ${outcome}` : `the run ${idIn(endedBy)} ended it, ${outcome}`;
	if (other !== void 0) return `the run ${idIn(other.driver)} took it over at ${other.since}`;
	if (isSameRun) return `another process of the same run drives it, and recorded something at ${at}`;
	return at === void 0 ? "no such rollout has begun" : `something else was recorded of it at ${at}`;
}
const registryError = errorFrom({
	"candidate-differs": {
		say: (d) => ({
			message: `${d.file} is not the file that the checked-out commit has: something has changed it since.`,
			hint: "Release what was reviewed: check the commit out again, and write models that the job makes to a file that git does not have."
		}),
		example: { file: "models/digits.onnx" }
	},
	"commit-differs": {
		say: (d) => ({
			message: `Commit ${d.head.slice(0, 12)} is checked out, but this run was started for ${d.started.slice(0, 12)}.`,
			hint: "Check out the commit that the run is for (actions/checkout without `ref:`), so that what is released is what was reviewed."
		}),
		example: {
			head: "0123456789abcdef",
			started: "fedcba9876543210"
		}
	},
	"commit-not-descendant": {
		say: ({ head, served, why }) => {
			const released = `What serves was released from commit ${served.slice(0, 12)}`;
			const commit = head === void 0 ? "this" : `commit ${head.slice(0, 12)}`;
			if (why === void 0) return {
				message: `${released}, and this shallow clone lacks the history that tells whether ${commit} contains it.`,
				hint: "Get all of it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout."
			};
			return {
				message: `${released}, and ${commit} does not contain it: ${why}.`,
				hint: "Release from a commit that contains what serves. To go back on purpose, run it with --override and --by: the ledger records who and why."
			};
		},
		example: {
			head: "0123456789abcdef",
			served: "fedcba9876543210",
			why: "it stands on another line of commits, or comes before"
		}
	},
	"git-failed": {
		say: (d) => ({
			message: `git ${d.command} failed in the registry: ${d.reason}.`,
			hint: "Check that the repository is intact (`git fsck`), writable, and that the disk has space."
		}),
		example: {
			command: "commit-tree",
			reason: "unable to write the object"
		}
	},
	"git-locked": {
		say: (d) => ({
			message: `The lock file ${d.file}${d.where === void 0 ? "" : ` at ${d.where}`} ${d.since === void 0 ? "" : `has been there since ${d.since} and `}blocks git, which leaves such a file when it is killed.`,
			hint: d.where === void 0 ? `If no git is at work there, remove it, \`rm '${d.file}'\`, and run this again: nothing is recorded twice.` : `If no git is at work there, have it removed on the server (\`rm '${d.file}'\` there), and run this again: nothing is recorded twice.`
		}),
		example: {
			file: "/work/digits/.git/packed-refs.lock",
			since: "2026-01-01T12:00:00.000Z",
			where: void 0
		}
	},
	"git-missing": {
		say: (d) => ({
			message: `The registry is a git repository, and git could not be started: ${d.reason}.`,
			hint: "Install git, or keep the ledger in a file: `registry: { file: ledger.jsonl }`."
		}),
		example: { reason: "ENOENT" }
	},
	"ledger-broken": {
		say: (d) => ({
			message: `The ledger ${d.ledger} is damaged at ${d.entry}: ${d.reason}.`,
			hint: d.repair ?? "Restore it from a backup or an earlier commit; if a newer Airworthy wrote it, use that version."
		}),
		example: {
			ledger: "ledger.jsonl",
			entry: "line 4",
			reason: "it is no JSON, as if a part of it were missing"
		}
	},
	"ledger-behind": {
		say: (d) => ({
			message: `The ledger in ${d.where} is out of date: ${d.remote} has entries that it lacks.`,
			hint: d.repair
		}),
		example: {
			where: "/work/digits/.git",
			remote: "origin",
			repair: "Say so in the pipeline, `registry: { git: ., remote: origin }`, or fetch it: `git fetch origin airworthy/ledger:airworthy/ledger`."
		}
	},
	"ledger-busy": {
		say: (d) => ({
			message: `The ledger is held by ${d.holder?.who ?? "another writer"}.`,
			hint: lockRemedy(d.lock, d.holder)
		}),
		example: {
			lock: "ledger.jsonl.lock",
			holder: {
				who: "process 4711 on host build-3, since 2026-11-30 12:34 UTC",
				pid: 4711,
				isOld: false
			}
		}
	},
	"ledger-missing": {
		say: (d) => ({
			message: `There is no ledger in ${d.where}, but there should be one: ${d.trace}. Without it, what serves is unknown.`,
			hint: d.repair
		}),
		example: {
			where: "origin",
			trace: "the repository here has one",
			repair: "If it is the right one, share it: `git push origin airworthy/ledger`."
		}
	},
	"ledger-not-created": {
		say: (d) => ({
			message: `There is no ledger yet: ${d.ledger} is empty or not there.`,
			hint: `If this is its first use, create it: \`airworthy registry init${d.pipeline === void 0 ? "" : ` ${shellWord(d.pipeline)}`}\`. If there was one, restore it: only the ledger records what serves.`
		}),
		example: { ledger: "the ledger file ledger.jsonl" }
	},
	"ledger-partial": {
		say: (d) => ({
			message: `Parts of the ledger ${d.ledger} ${d.branch} are not here: the clone is partial, and was made with a filter.`,
			hint: `Get all of it: \`git fetch --refetch --no-filter REMOTE ${d.branch.replace("refs/heads/", "")}\`; or name its remote in the pipeline, \`registry: { git: ., remote: origin }\`, from which they are fetched.`
		}),
		example: {
			ledger: "/work/digits/.git",
			branch: "refs/heads/airworthy/ledger"
		}
	},
	"ledger-rewritten": {
		say: (d) => ({
			message: `The ledger in ${d.where} was rewritten: ${d.trace}. A ledger only ever grows.`,
			hint: d.repair
		}),
		example: {
			where: "origin",
			trace: "it does not continue 0123456789ab, which was its end before",
			repair: "If nobody meant to, put it back: `git push --force-with-lease=refs/heads/airworthy/ledger:fedcba987654 origin 0123456789ab:refs/heads/airworthy/ledger`, which drops what was added since."
		}
	},
	"ledger-shallow": {
		say: (d) => ({
			message: `The beginning of the ledger ${d.ledger} is not here: the clone is shallow.`,
			hint: "Get all of it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout."
		}),
		example: { ledger: "/work/digits/.git refs/heads/airworthy/ledger" }
	},
	"ledger-unsettled": {
		say: (d) => ({
			message: `It is not known whether ${d.remote} has recorded what was sent to it: ${d.reason}.`,
			hint: `Run it again: it looks first, and records nothing twice. To look yourself, \`git ls-remote ${shellWord(d.remote)} ${d.branch}\` says ${d.commit.slice(0, 12)}\u2026 if that is the end of the ledger.`
		}),
		example: {
			remote: "origin",
			branch: "refs/heads/airworthy/ledger",
			commit: "0123456789abcdef",
			reason: "it said nothing for 60 s"
		}
	},
	"model-name": {
		say: (d) => ({
			message: `${JSON.stringify(d.name)} is not a valid model name.`,
			hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit."
		}),
		example: { name: "my model" }
	},
	"name-masked": {
		say: (d) => ({
			message: `The name of the ${d.what} holds the value of a variable that is masked as a secret, so it cannot be recorded.`,
			hint: "Give the model, or the pipeline, another name; or if the variable holds no secret, name it without a word such as token, secret or key."
		}),
		example: { what: "model" }
	},
	"production-changed": {
		say: (d) => ({
			message: `${d.serving === void 0 ? `No version of ${d.model} serves` : `${d.model} ${d.serving} serves`} now, and the candidate was compared with ${d.compared || "nothing"}: another run came first.`,
			hint: "Run it again, from a commit that contains what serves: the candidate is then compared with that."
		}),
		example: {
			model: "digits",
			compared: "1.0.0",
			serving: "1.0.1"
		}
	},
	"ref-in-the-way": {
		say: (d) => ({
			message: `The ${refWords(d.ref)} is in the way of the ${refWords(d.wanted)}: git cannot keep both.`,
			hint: `Delete or rename it here and at every remote (\`git push REMOTE :${d.ref}\`)${d.wanted.startsWith("refs/tags/") ? ", call the pipeline something else, or release with `tag: false`" : ""}.${d.free?.length ? ` The tag of ${d.free.join(" or ")} can be made, if you release with \`version: ${d.free[0]}\`.` : ""}`
		}),
		example: {
			ref: "refs/tags/team",
			wanted: "refs/tags/team/digits@v1.0.0"
		}
	},
	"registry-format": {
		say: (d) => ({
			message: `${d.remote} and the repository ${d.path} have different object formats, one SHA-1 and one SHA-256: git moves nothing from one to the other.`,
			hint: "Share the ledger at a repository of the same format. Where the remote is new, make it again, with the format that this repository has (`git rev-parse --show-object-format`): `git init --bare --object-format=FORMAT`."
		}),
		example: {
			remote: "origin",
			path: "/work/digits/.git"
		}
	},
	"registry-not-git": {
		say: (d) => ({
			message: d.isDamaged ? `git cannot read the repository ${d.path}: ${d.reason}.` : `The registry ${d.path} is not a git repository: ${d.reason}.`,
			hint: d.isDamaged ? `Put right what git names, until \`git -C ${shellWord(d.path)} branch\` works. What a newer git has made needs that git.` : d.inside === void 0 ? "Give the top folder of a repository (`git init` makes a folder one), or an empty folder: `airworthy registry init` makes a bare repository there." : `It lies in the repository ${d.inside}: give the path that leads there from the folder of the pipeline file, such as \`registry: { git: .. }\`.`
		}),
		example: {
			path: "registry",
			reason: "it holds no repository"
		}
	},
	"registry-not-owned": {
		say: (d) => ({
			message: `git does not open the repository ${d.path}${d.remote === void 0 ? "" : ` at ${d.remote}`}: it belongs to another user, whose settings could start programs.`,
			hint: `If you trust whoever owns it, say so${d.remote === void 0 ? "" : " on the machine where it lies, as the user that git runs as there"}: \`git config --global --add safe.directory ${shellWord(d.path)}\`.`
		}),
		example: { path: "/srv/git/digits.git" }
	},
	"registry-program": {
		say: (d) => ({
			message: `The configuration of the bare repository ${d.path} names a program for a remote, \`${d.setting}\`, and may have come with a commit.`,
			hint: `Set it for yourself (\`git config --global\`), and take it from there: \`git --git-dir=${shellWord(d.path)} config --unset-all ${shellWord(d.setting)}\`.`
		}),
		example: {
			path: "/work/digits/registry.git",
			setting: "remote.origin.uploadpack"
		}
	},
	"registry-quarantined": {
		say: (d) => ({
			message: `Nothing can be recorded in the git registry ${d.path} now: a hook of it is still deciding on a push, and git moves no ref until it has.`,
			hint: "Run it from the hook `post-receive` instead of `pre-receive` or `update`, or in CI once the push is through."
		}),
		example: { path: "/srv/git/digits.git" }
	},
	"registry-refused": {
		say: (d) => ({
			message: `${d.remote} refused what was to be recorded: ${d.reason}.`,
			hint: /no space left|quota exceeded/i.test(d.reason) ? "Free some space there, and run it again. Nothing of this write was recorded; what was recorded before stands." : "Let whoever runs this push the branch `airworthy/ledger` and the tags of its models there (on GitHub: `permissions: contents: write`, and a rule that lets it), or ask who made that rule. Nothing of this write was recorded; what was recorded before stands."
		}),
		example: {
			remote: "origin",
			reason: "remote: POLICY: only release-bot may push here"
		}
	},
	"registry-split": {
		say: (d) => ({
			message: "to" in d.pushed ? `${d.remote} is read from one repository and pushed to another: at ${d.pushed.to} the ledger does not end where it ends in the one that is read.` : `What was pushed to ${d.remote} does not show there: it is read from one repository and pushed to another, or the server hides the branch.`,
			hint: `${"to" in d.pushed ? "Nothing was recorded. Let" : `${takeBack(d.remote, d.branch, d.pushed.from)}, let`} \`git remote get-url --all ${shellWord(d.remote)}\` and \`git remote get-url --push --all ${shellWord(d.remote)}\` lead to the same repository${"to" in d.pushed ? "" : " and the server show the branch (`uploadpack.hideRefs` there)"}, and run this again.`
		}),
		example: {
			remote: "origin",
			branch: "refs/heads/airworthy/ledger",
			pushed: { from: void 0 }
		}
	},
	"registry-untrusted": {
		say: (d) => ({
			message: `This run may not use ${"path" in d ? `the git registry at ${d.path}` : `the ${d.registry}`}: ${d.reason}, and the run is not trusted (${d.why}).`,
			hint: "Such a run reads the ledger from the checkout itself and from a remote that it names: `registry: { git: ., remote: origin }`."
		}),
		example: {
			path: "ledger.git",
			reason: "what a commit brings may configure git",
			why: "the pull request comes from a fork"
		}
	},
	"registry-unreachable": {
		say: (d) => ({
			message: `The registry could not be ${d.doing === "read" ? "read from" : d.doing === "push" ? "pushed to" : "reached at"} ${d.remote}: ${d.reason}.`,
			hint: `${unreachableHint(d)} Nothing was recorded locally that the remote does not have.`
		}),
		example: {
			remote: "origin",
			reason: "fatal: could not read Username for https://github.com",
			doing: "read"
		}
	},
	"rollout-held": {
		say: (d) => ({
			message: `The rollout of ${d.model} ${d.version} on ${d.target} is under way: ${whoHolds(d)}.`,
			hint: `Let it go on. If it was killed, ${whereToFinish(d)}; another run waits until it has seen nothing recorded for as long as that.`
		}),
		example: {
			model: "digits",
			version: "1.1.0",
			rollout: "20261130-120000-ab12cd34/rollout",
			target: "local",
			driver: "20261130-120000-ab12cd34/rollout",
			expires: "2026-11-30T12:34:56.000Z",
			left: false,
			source: "0123456789abcdef"
		}
	},
	"rollout-lost": {
		say: (d) => ({
			message: `${d.driver === void 0 ? "This run" : `The run ${idIn(d.driver)}`} no longer drives the rollout of ${d.model} that the run ${idIn(d.rollout)} began: ${whoDrives(d)}.`,
			hint: `It recorded nothing more of it. To have its result, resume the run (${resumeOf(d.driver ?? d.rollout)}): it waits until the rollout has ended.`
		}),
		example: {
			model: "digits",
			rollout: "20261130-120000-ab12cd34/rollout",
			driver: "20261130-120000-ab12cd34/rollout",
			other: {
				driver: "20261130-124500-ef56ab78/rollout",
				since: "2026-11-30T12:46:00.000Z",
				expires: "2026-11-30T12:50:00.000Z"
			},
			at: "2026-11-30T12:46:00.000Z",
			outcome: void 0,
			endedBy: void 0
		}
	},
	"rollout-under-way": {
		say: (d) => ({
			message: `The rollout of ${d.model} ${d.version} on ${d.target} is under way: ${whoHolds(d)}. Two candidates cannot share one traffic.`,
			hint: `Let it end, then start a new run. If nobody drives it any more, finish it first: ${whereToFinish(d)}.`
		}),
		example: {
			model: "digits",
			version: "1.1.0",
			rollout: "20261130-120000-ab12cd34/rollout",
			target: "local",
			driver: "20261130-120000-ab12cd34/rollout",
			expires: "2026-11-30T12:34:56.000Z",
			left: false,
			source: "0123456789abcdef"
		}
	},
	"stage-name": {
		say: (d) => ({
			message: `${JSON.stringify(d.name)} is not a valid registry stage name.`,
			hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit, such as `production`."
		}),
		example: { name: "#1" }
	},
	"version-exists": {
		say: (d) => ({
			message: `${d.model} ${d.version} already exists in ${d.where}, as another release.`,
			hint: "Leave `version:` at `from-evidence`, or give a version that is not taken."
		}),
		example: {
			model: "digits",
			version: "1.1.0",
			where: "the ledger"
		}
	},
	"version-invalid": {
		say: (d) => ({
			message: `${JSON.stringify(d.version)} is not a semantic version.`,
			hint: "Write three numbers, as in `1.4.0`, without a `v`; see semver.org."
		}),
		example: { version: "v1.1" }
	},
	"version-unknown": {
		say: (d) => ({
			message: `The registry holds no version ${d.version} of ${d.model}.`,
			hint: d.versions.length === 0 ? "It holds none yet: release one first." : `It holds ${d.versions.join(", ")}.`
		}),
		example: {
			model: "digits",
			version: "9.0.0",
			versions: ["1.0.0", "1.1.0"]
		}
	},
	"versions-foreign": {
		say: (d) => ({
			message: `The ledger holds no version of ${d.model}, but the repository has version tags: ${named(d.tags)}.`,
			hint: `Take what serves into the ledger: \`registry: { \u2026, adopt: { version: ${versionIn(d.tags)}, model: FILE } }\`. Or delete the tags, if no such model serves.`
		}),
		example: {
			model: "digits",
			tags: ["digits@v3.1.0", "digits@v3.2.0"]
		}
	}
});
const ledgerDamage = [
	"ledger-broken",
	"ledger-rewritten",
	"ledger-missing",
	"ledger-behind"
];
function isLedgerDamage(code) {
	return ledgerDamage.includes(code);
}
const largestText = 2 ** 28;
const recordLimits = {
	bytes: largestText + 2 ** 26,
	values: 3e6,
	all: 25e6
};
async function readJsonFile(files, file, what, wrong, limits = recordLimits) {
	const size = await files.size(file);
	if (size !== void 0 && size > limits.bytes) throw portError("file-too-large", {
		path: file,
		what,
		count: size,
		of: "bytes",
		limit: limits.bytes
	});
	const text = textWithin(await files.read(file), limits);
	if (typeof text !== "string") throw portError("file-too-large", {
		path: file,
		what,
		...text
	});
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw wrong("it is not JSON", cause);
	}
}
function textWithin(bytes, limits) {
	return beyondLimits(bytes, limits) ?? new TextDecoder().decode(bytes);
}
function beyondLimits(bytes, limits) {
	const { length } = bytes;
	if (length > limits.bytes) return {
		count: length,
		of: "bytes",
		limit: limits.bytes
	};
	if (length < limits.values * 2) return void 0;
	let [opened, quotes, commas] = [
		0,
		0,
		0
	];
	for (let at = 0; at < length; at++) {
		const byte = bytes[at];
		if (byte === comma) commas++;
		else if (byte === quote) quotes++;
		else if (byte === brace || byte === bracket) opened++;
	}
	const values = opened + quotes / 2;
	if (values > limits.values) return {
		count: values,
		of: "texts, lists and objects",
		limit: limits.values
	};
	return commas > limits.all ? {
		count: commas,
		of: "values",
		limit: limits.all
	} : void 0;
}
const [comma, quote, brace, bracket] = [
	44,
	34,
	123,
	91
];
function checkWords({ check, findings }) {
	return [check, ...new Set(findings.flatMap(({ partly }) => partly ?? []))].join(" ");
}
const verdictErrors = {
	"evidence-wrong": {
		say: (d) => ({
			message: `${d.path} is not an evidence file: ${d.reason}.`,
			hint: "Evidence is the evidence.json in the folder of a run that compared; `airworthy report` names it."
		}),
		example: {
			path: "evidence.json",
			reason: "alpha: expected a number"
		}
	},
	"gate-metric-not-compared": {
		say: (d) => ({
			message: `The gate requires ${d.metric}, which was not compared.`,
			hint: `Add it under \`metrics:\` of the compare stage. Compared: ${d.compared.join(", ") || "nothing"}.${didYouMean(nearest(d.metric, d.compared))}`
		}),
		example: {
			metric: "accuracy",
			compared: ["latency.p50"]
		}
	},
	"metric-not-measured": {
		say: (d) => ({
			message: `The metric ${d.metric} cannot be compared, because it was not measured: ${d.why}.`,
			hint: "Put a benchmark stage before the compare stage. It measures the metrics that compare needs."
		}),
		example: {
			metric: "accuracy",
			why: "the models were not run on any data"
		}
	},
	"metric-unknown": {
		say: (d) => ({
			message: `There is no metric ${d.metric}.${didYouMean(d.nearest)}`,
			hint: `Metrics are ${d.valid.join(", ")}. Your own needs \`uses:\` and \`better:\`.`
		}),
		example: {
			metric: "acuracy",
			nearest: "accuracy",
			valid: [
				"accuracy",
				"latency.p50",
				"size"
			]
		}
	}
};
const verdictError = errorFrom(verdictErrors);
const verdictProblem = problemFrom(verdictErrors);
function notMeasured(metric, why) {
	return verdictError("metric-not-measured", {
		metric,
		why
	});
}
function longName(option) {
	return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
function plainCall(command, words) {
	const options = Object.entries(command.options);
	if (options.some(([, { required }]) => required === true)) return void 0;
	const flags = new Map(options.flatMap(([name, option]) => isPlainFlag(option) ? [[longName(name), name]] : []));
	const found = {};
	for (const [name, { fallback }] of options) if (fallback !== void 0) found[name] = fallback;
	const rest = [];
	for (const word of words) {
		const flag = flags.get(word);
		if (flag !== void 0) found[flag] = true;
		else if (word.startsWith("-")) return void 0;
		else rest.push(word);
	}
	for (const [name, { takes }] of Object.entries(command.arguments)) {
		if (takes === "one or more") found[name] = rest.splice(0);
		else found[name] = rest.shift();
		if (takes !== "one or none" && [found[name]].flat()[0] === void 0) return void 0;
	}
	return rest.length === 0 ? found : void 0;
}
function isPlainFlag({ placeholder, conflicts, implies }) {
	return placeholder === void 0 && conflicts === void 0 && implies === void 0;
}
const millisecondsIn = new Map([
	["d", 864e5],
	["h", 36e5],
	["m", 6e4],
	["min", 6e4],
	["s", 1e3],
	["ms", 1]
]);
const bytesIn = new Map([
	["B", 1],
	["kB", 1e3],
	["MB", 1e6],
	["GB", 1e9],
	["KiB", 1024],
	["MiB", 2 ** 20],
	["GiB", 2 ** 30]
]);
const joulesIn = new Map([
	["kJ", 1e3],
	["J", 1],
	["mJ", .001]
]);
const shareIn = new Map([["%", .01]]);
const pointsIn = new Map([["pp", .01]]);
const plainIn = new Map([["", 1]]);
function parseDuration(text) {
	const terms = text.trim().match(/\d[\d.]*\s*[A-Za-z]+\s*|./gs) ?? [];
	let [sum, smallest] = [0, Number.POSITIVE_INFINITY];
	for (const term of terms) {
		const unit = millisecondsIn.get(/[A-Za-z]+/.exec(term)?.[0] ?? "");
		const value = parseWith(term, millisecondsIn);
		if (value === void 0 || unit === void 0 || unit >= smallest) return void 0;
		sum += value;
		smallest = unit;
	}
	return terms.length === 0 ? void 0 : sum;
}
function parseBytes(text) {
	return parseWith(text, bytesIn);
}
function parseShare(text) {
	const share = parseWith(text, shareIn);
	return share !== void 0 && share <= 1 ? share : void 0;
}
function parseMargin(text) {
	const relative = parseWith(text, shareIn);
	if (relative !== void 0) return { relative };
	for (const [unit, parse] of absolutes) {
		const absolute = parse(text);
		if (absolute !== void 0) return {
			absolute,
			unit
		};
	}
}
const absolutes = [
	["pp", (text) => parseWith(text, pointsIn)],
	["ms", parseDuration],
	["B", parseBytes],
	["J", (text) => parseWith(text, joulesIn)],
	["", (text) => parseWith(text, plainIn)]
];
function parseWith(text, units) {
	const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(text.trim());
	const scale = units.get(match?.[2] ?? "");
	if (match === null || scale === void 0) return void 0;
	const number = Number(match[1]);
	const value = scale < 1 ? number / Math.round(1 / scale) : number * scale;
	return Number.isFinite(value) ? value : void 0;
}
function printNumber(value, significant = 3) {
	if (Number.isNaN(value)) return "unknown";
	if (!Number.isFinite(value)) return value < 0 ? "-\u221E" : "\u221E";
	const rounded = Number(value.toPrecision(significant));
	if (Math.abs(rounded) >= 10 ** significant) return printWhole(Math.round(value));
	return formatOf(significant).format(rounded);
}
function printWhole(whole) {
	return Math.abs(whole) < 1e21 ? String(whole) : String(BigInt(whole));
}
function printCount(value) {
	return Number.isSafeInteger(value) ? grouped(value) : printNumber(value);
}
function printValue(value, unit, extra = 0) {
	if (unit === "B") return printBytes(value, 3 + extra);
	if (unit === "share") return printShare(value, 4 + extra);
	if (unit === "1") return printNumber(value, Number.isInteger(value) ? 15 : Math.min(15, 4 + extra));
	return withUnit(value, unit === "1/s" ? "per second" : unit, 3 + extra);
}
function printChange({ scale, unit }, change, extra = 0) {
	const size = Math.abs(change);
	if (scale === "relative") return printShare(size, 2 + extra);
	return unit === "share" ? printPoints(size, 2 + extra) : printValue(size, unit, extra);
}
function printSigned(value, print) {
	return `${value > 0 ? "+" : value < 0 ? "-" : ""}${print(Math.abs(value))}`;
}
function printShare(share, significant = 4) {
	return withUnit(share * 100, "%", significant);
}
function printPoints(difference, significant = 2) {
	return withUnit(difference * 100, "pp", significant);
}
function printPValue(p) {
	return p.toPrecision(2);
}
function printMilliseconds(ms) {
	return withUnit(ms, "ms", 3);
}
function printBound(ms) {
	return ms < 1 ? withUnit(ms * 1e3, "\u00B5s", 3) : printMilliseconds(ms);
}
function printDuration(ms) {
	if (ms < 0) return `-${printDuration(-ms)}`;
	if (ms < 999.5) return printMilliseconds(ms);
	if (ms < 99950) return `${printNumber(Math.round(ms / 100) / 10)} s`;
	const seconds = Math.round(ms / 1e3);
	if (!Number.isSafeInteger(seconds)) return withUnit(ms / 36e5, "h", 3);
	if (seconds < 3600) return inTwo(seconds, 60, "min", "s");
	return inTwo(Math.round(seconds / 60), 60, "h", "min");
}
function printBytes(bytes, significant = 3) {
	return prefixed(bytes, "B", "kMG", significant);
}
function printAmount(value, unit) {
	return prefixed(value, unit, "kMGTP", 3);
}
function prefixed(value, unit, prefixes, significant) {
	const step = Math.min(prefixes.length, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3));
	return withUnit(Number.isNaN(step) ? value : value / 1e3 ** step, `${prefixes[step - 1] ?? ""}${unit}`, significant);
}
function withUnit(value, unit, significant) {
	return Number.isNaN(value) ? printNumber(value) : `${printNumber(value, Math.min(15, significant))} ${unit}`;
}
function inTwo(whole, size, large, small) {
	return `${printNumber(Math.floor(whole / size), 15)} ${large} ${whole % size} ${small}`;
}
let grouping;
function grouped(whole) {
	grouping ??= new Intl.NumberFormat("en");
	return grouping.format(whole);
}
const formats = new Map();
function formatOf(significant) {
	const known = formats.get(significant);
	if (known !== void 0) return known;
	const made = new Intl.NumberFormat("en", {
		maximumSignificantDigits: significant,
		useGrouping: false
	});
	formats.set(significant, made);
	return made;
}
function ofItself(world, why) {
	return Object.create(world, { trust: { value: {
		level: "trusted",
		why
	} } });
}
async function commitIn(folder, world) {
	const git = await checkoutAt(folder, world);
	return git && headOf(git, world);
}
async function admitDescent(served, folder, world) {
	if (served === void 0) return;
	const git = await checkoutAt(folder, world);
	const head = git && await headOf(git, world);
	const refuse = (why) => registryError("commit-not-descendant", {
		head,
		served,
		why
	});
	if (git === void 0 || head === void 0) throw refuse("no commit is checked out here");
	const { isAncestor } = await import("./registry-ledger-git-refs.js");
	if (await isAncestor(git, served, head)) return;
	if ((await git(["rev-parse", "--is-shallow-repository"])).trim() === "true") throw refuse();
	throw refuse((await git.try([
		"cat-file",
		"-e",
		`${served}^{commit}`
	])).code === 0 ? "it stands on another line of commits, or comes before" : "that commit is not in this repository");
}
async function headIn(folder, world) {
	const git = await checkoutAt(folder, world);
	return git && headNow(git);
}
async function headNow(git) {
	const { code, stdout } = await git.try([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	]);
	return code === 0 ? stdout.trim() : void 0;
}
async function admitCandidate(file, { files: members }, world) {
	const all = members?.map(({ name }) => path.join(path.dirname(file), name)) ?? [file];
	for (const each of all) await admitFile(each, world);
}
async function admitFile(file, world) {
	const { files } = world;
	for (const place of new Set([path.resolve(file), await files.realPath(file)])) {
		const [top] = await checkoutsAround(path.dirname(place), files);
		const git = top === void 0 ? void 0 : await checkoutAt(top, world);
		if (top === void 0 || git === void 0) continue;
		const name = path.relative(top, place).split(path.sep).join("/");
		const wanted = await committedAs(git, name);
		if (wanted === void 0) continue;
		const { blobNames } = await import("./registry-blob-names.js");
		if (!(await blobNames(files, file, wanted.length === 64 ? "sha256" : "sha1")).includes(wanted)) throw registryError("candidate-differs", { file: name });
	}
}
async function committedAs(git, name) {
	if (name.includes("\n")) throw registryError("candidate-differs", { file: name });
	const asked = await git.try([
		"cat-file",
		"--batch-check",
		"--follow-symlinks"
	], { input: `HEAD:${name}\n` });
	const found = /^([0-9a-f]{40,64}) blob \d+\n/.exec(asked.stdout)?.[1];
	if (asked.code === 0 && found !== void 0) return found;
	const { code, stdout } = await git.try([
		"ls-tree",
		"-z",
		"--full-tree",
		"HEAD",
		"--",
		`:(top,literal)${name}`
	]);
	return code === 0 ? /^100\d+ blob ([0-9a-f]{40,64})\t/.exec(stdout)?.[1] : void 0;
}
async function headOf(git, { commit: started }) {
	const head = await headNow(git);
	if (head !== void 0 && started !== void 0 && head !== started) throw registryError("commit-differs", {
		head,
		started
	});
	return head;
}
function none(thrown) {
	if (thrown instanceof UserError && ["git-missing", "registry-not-git"].includes(thrown.code)) return void 0;
	throw thrown;
}
async function checkoutAt(folder, world) {
	const { files } = world;
	if (await files.exists(path.join(folder, ".git"))) {
		const { openGit } = await import("./registry-ledger-git-command.js");
		return openGit(folder, false, ofItself(world, "no commit can bring a `.git`"), "any-owner").catch(none);
	}
	const above = path.dirname(folder);
	return above === folder ? void 0 : checkoutAt(above, world);
}
function entriesOnEvidence(entries, digest) {
	return entries.filter((entry) => "evidence" in entry && entry.evidence === digest);
}
function releasesOfFile(entries, sha256) {
	return entries.flatMap((entry) => entry.kind === "release" && entry.artifact.sha256 === sha256 ? [entry] : []);
}
async function findBytes(artifact, folder, to, world) {
	const [top] = await checkoutsAround(folder, world.files);
	if (top === void 0) return void 0;
	const { openGit } = await import("./registry-ledger-git-command.js");
	const git = await openGit(top, false, ofItself(world, "what is found is told by its digest")).catch(() => void 0);
	const members = artifact.files ?? [artifact];
	if (git === void 0 || members.some(({ name }) => path.basename(name) !== name)) return void 0;
	await world.files.makeDirectory(to);
	for (const member of members) if (!await findFile(git, member, to, world)) return void 0;
	return path.join(to, members[0].name);
}
async function findFile(git, { sha256, bytes, name }, to, { files }) {
	const kept = path.join(git.common, "lfs", "objects", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
	const place = path.join(to, name);
	if (await files.size(kept) === bytes && await files.hash(kept) === sha256) {
		await files.copy(kept, place);
		return true;
	}
	for (const blob of await blobsOf(git, bytes)) {
		const { code, stdout } = await git.try([
			`--work-tree=${path.resolve(to)}`,
			"unpack-file",
			blob
		], { cwd: to });
		const written = path.join(to, stdout.trim());
		if (code !== 0) continue;
		if (await files.hash(written) === sha256) {
			await files.move(written, place);
			return true;
		}
		await files.remove(written);
	}
	return false;
}
async function blobsOf(git, bytes) {
	const { code, stdout } = await git.try([
		"cat-file",
		"--batch-all-objects",
		"--unordered",
		"--batch-check=%(objectname) %(objecttype) %(objectsize)"
	]);
	if (code !== 0) return [];
	const end = ` blob ${bytes}`;
	return stdout.split("\n").flatMap((line) => line.endsWith(end) ? [line.slice(0, -end.length)] : []);
}
function withAppend(driver) {
	return {
		...driver,
		append: async (key, event, context) => (await driver.appendAll([{
			key,
			event
		}], context))[0]
	};
}
function withDefaultContext(context, ledger) {
	const { read, appendAll, tags, remarks, readWhole, admitTags } = ledger;
	return withAppend({
		...ledger,
		read: (own) => read(own ?? context),
		appendAll: (records, own) => appendAll(records, own ?? context),
		tags: (own) => tags(own ?? context),
		...remarks === void 0 ? {} : { remarks: (own) => remarks(own ?? context) },
		...readWhole === void 0 ? {} : { readWhole: (own) => readWhole(own ?? context) },
		...admitTags === void 0 ? {} : { admitTags: (wanted, own) => admitTags(wanted, own ?? context) }
	});
}
function defineLedger(definition) {
	const { where, open, files } = definition;
	return {
		...definition,
		endsWithRun: definition.endsWithRun ?? false,
		files: (settings, place) => files?.(settings, place) ?? [],
		where: (settings, place) => where(settings, place),
		open: (settings, place, world, purpose, context) => open(settings, place, world, purpose, context)
	};
}
function rolloutOf(entry) {
	return "rollout" in entry ? entry.rollout : void 0;
}
function headAfter(before, entry) {
	const { key: last, at } = entry;
	if (entry.kind === "rollout-started") {
		if (before !== void 0) return before;
		const lease = leaseIn(entry, void 0);
		return {
			started: entry,
			last,
			at,
			lease,
			namesDrivers: lease !== void 0,
			left: false,
			untouched: false,
			endedBy: void 0,
			outcome: void 0
		};
	}
	if (before === void 0 || before.outcome !== void 0) return before;
	const left = entry.kind === "rollout-left";
	const untouched = left && entry.untouched === true;
	const { outcome, driver: endedBy } = entry.kind === "rollout-finished" ? entry : {};
	const lease = leaseIn(entry, before.lease);
	const namesDrivers = before.namesDrivers || lease !== void 0;
	return {
		...before,
		last,
		at,
		lease,
		namesDrivers,
		left,
		untouched,
		endedBy,
		outcome
	};
}
function leaseIn(entry, before) {
	if (!("expires" in entry) || entry.driver === void 0 || entry.expires === void 0) return void 0;
	const { driver, expires } = entry;
	if (before !== void 0 && before.driver === driver && entry.kind !== "rollout-claimed") return {
		...before,
		expires
	};
	return {
		driver,
		began: entry.key,
		since: entry.at,
		expires,
		process: "process" in entry ? entry.process : void 0
	};
}
function mayAcquire(head, { driver, watchedMs = 0, gone = false }) {
	const { lease, started, namesDrivers } = head;
	return (lease === void 0 && !namesDrivers ? started.rollout : lease?.driver) === driver || gone && lease?.process !== void 0 || watchedMs >= watchMs(head);
}
const leaseBounds = {
	shortest: 6e4,
	longest: 126e4
};
function watchMs({ at, lease, left, started }) {
	if (left) return 0;
	if (lease === void 0) return unnamedMs(started);
	const wantedMs = Date.parse(lease.expires) - Date.parse(at);
	return Math.min(leaseBounds.longest, Math.max(leaseBounds.shortest, wantedMs));
}
function unnamedMs({ settings }) {
	const bakeMs = settings?.bakeMs ?? minuteMs;
	return bakeMs + Math.max(minuteMs, bakeMs) + minuteMs;
}
const minuteMs = 6e4;
function runIn(driver) {
	return driver.split("/")[0] ?? driver;
}
function lostRollout({ model, rollout, driver }, head) {
	const { lease, at, outcome, endedBy } = head ?? {};
	const other = lease === void 0 || lease.driver === driver ? void 0 : lease;
	const isSameRun = lease !== void 0 && lease.driver === driver;
	return registryError("rollout-lost", {
		model,
		rollout,
		driver,
		other,
		isSameRun,
		at,
		outcome,
		endedBy
	});
}
function openRolloutError(code, head) {
	const { model, version, rollout, target, source } = head.started;
	const { driver, expires } = head.lease ?? {};
	return registryError(code, {
		model,
		version,
		rollout,
		target,
		source,
		driver,
		expires,
		left: head.left
	});
}
function maskedEvent(event, { files }) {
	const masked = files.maskedValue(event);
	const [before, after] = [event, masked];
	const lost = names.find((name) => before?.[name] !== after?.[name]);
	if (lost !== void 0) throw registryError("name-masked", { what: lost });
	return masked;
}
const names = [
	"model",
	"version",
	"stage",
	"rollout",
	"against",
	"from",
	"driver"
];
function admitName(model, { files }) {
	if (files.maskedValue(model) !== model) throw registryError("name-masked", { what: "model" });
}
function entriesOf(entries, model) {
	return entries.filter((entry) => entry.kind !== "created" && entry.model === model);
}
function modelsIn(events) {
	return new Set(events.flatMap((event) => event.kind === "created" ? [] : [event.model]));
}
async function trackedFile(top, place, world) {
	const { openGit } = await import("./registry-ledger-git-command.js");
	const within = path.relative(top, place).split(path.sep).join("/");
	const inside = `:(top,icase,literal)${within}`;
	const ignore = `:(top,icase,literal,exclude)${within}${within === "" ? "" : "/"}.gitignore`;
	try {
		return (await (await openGit(top, false, ofItself(world, "no commit can bring a `.git`, and its index alone is read")))([
			"ls-files",
			"-z",
			"--",
			inside,
			ignore
		])).split("\0").find((name) => name !== "");
	} catch (thrown) {
		if (thrown instanceof UserError && noRepository.includes(thrown.code)) return void 0;
		throw thrown;
	}
}
const noRepository = ["git-missing", "registry-not-git"];
function canonical(value) {
	return JSON.stringify(value, (_key, member) => {
		if (typeof member === "number" && !Number.isFinite(member)) throw new TypeError(`${member} has no JSON form`);
		if (member === null || typeof member !== "object" || Array.isArray(member)) return member;
		return Object.fromEntries(Object.entries(member).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
	});
}
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}
function sha256Of(pieces) {
	const hash = createHash("sha256");
	for (const piece of pieces) hash.update(piece);
	return hash.digest("hex");
}
function sha1(pieces) {
	const hash = createHash("sha1");
	for (const piece of pieces) hash.update(piece);
	return hash.digest("hex");
}
function digest(value) {
	return sha256(canonical(value));
}
function nodesOf(stages) {
	return stages.map(({ name, needs, kind }) => ({
		name,
		needs,
		gives: kind.gives
	}));
}
function topological(nodes) {
	const byName = new Map(nodes.map((node) => [node.name, node]));
	const [order, path] = [new Set(), new Set()];
	const visit = (name) => {
		if (order.has(name)) return void 0;
		if (path.has(name)) return [...[...path].slice([...path].indexOf(name)), name];
		path.add(name);
		for (const need of byName.get(name)?.needs ?? []) {
			const cycle = visit(need);
			if (cycle !== void 0) return cycle;
		}
		path.delete(name);
		order.add(name);
	};
	for (const node of nodes) {
		const cycle = visit(node.name);
		if (cycle !== void 0) return { cycle };
	}
	return { order: [...order] };
}
function ancestors(nodes, name) {
	const byName = new Map(nodes.map((node) => [node.name, node]));
	const before = reached(name, (at) => byName.get(at)?.needs ?? []);
	const sorted = topological(nodes.filter((node) => before.has(node.name)));
	return "order" in sorted ? sorted.order.flatMap((each) => byName.get(each) ?? []) : [];
}
function reached(name, next) {
	const found = new Set();
	const left = [name];
	for (let at = left.pop(); at !== void 0; at = left.pop()) for (const each of next(at)) {
		if (found.has(each)) continue;
		found.add(each);
		left.push(each);
	}
	return found;
}
function giverOf(nodes, name, product) {
	return ancestors(nodes, name).findLast((node) => node.gives === product)?.name;
}
function descendants(nodes, name) {
	const after = new Map();
	for (const node of nodes) for (const need of node.needs) after.set(need, [...after.get(need) ?? [], node.name]);
	const found = reached(name, (at) => after.get(at) ?? []);
	return nodes.flatMap((node) => found.has(node.name) ? [node.name] : []);
}
const refusals = {
	missing: "is not there",
	outside: "is outside of the model's folder",
	link: "is reached through a symbolic link",
	"hard-link": "has a second name (a hard link) that may lie elsewhere",
	"not-a-file": "is not a regular file",
	denied: "may not be read"
};
function keepsItsPlace(name) {
	return !/^\d+$/.test(name);
}
const placeLost = "a name of digits alone loses its place in the order of the file; add a letter, as in step-2";
const effects = [
	"none",
	"files",
	"remote"
];
function defineStage(definition) {
	const { sharing, evidence, verdictOf } = definition;
	const kind = {
		name: definition.name,
		summary: definition.summary,
		effects: definition.effects,
		measures: definition.measures ?? false,
		runsUserCode: (settings) => definition.runsUserCode?.(settings) ?? false,
		reachesOut: (settings) => definition.reachesOut?.(settings) ?? definition.effects === "remote",
		needs: definition.needs,
		wants: definition.wants ?? [],
		gives: definition.gives,
		uses: definition.uses ?? [],
		sharable: sharing !== void 0,
		concludes: definition.concludes,
		verdictOf: verdictOf && ((product) => verdictOf(product)),
		reported: definition.reported ?? false,
		evidence,
		settings: definition.settings,
		example: definition.example,
		make: (raw, { folder }) => made(kind, definition, definition.settings.parse(raw, { jitless: true }), folder)
	};
	return kind;
}
function made(kind, definition, settings, folder) {
	const { sharing, evidence } = definition;
	const judged = async (outcome) => {
		const { verdict, ...given } = await outcome;
		return {
			...given,
			verdict: definition.verdictOf === void 0 ? verdict : definition.verdictOf(given.product)
		};
	};
	const inputOf = (given, tools) => ({
		settings,
		given,
		tools
	});
	return {
		kind,
		settings,
		questions: definition.questions?.(settings, folder) ?? [],
		extensions: definition.extensions?.(settings) ?? 0,
		files: definition.files?.(settings, folder) ?? [],
		estimateMs: definition.estimateMs?.(settings) ?? 1e3,
		shards: sharing?.shards(settings) ?? [],
		shows: definition.shows?.(settings),
		preflight: (surroundings) => definition.preflight?.(settings, surroundings) ?? [],
		admit: async (outlook) => definition.admit?.(settings, outlook),
		run: (given, tools) => judged(definition.run(inputOf(given, tools))),
		async merge(given, tools, measured) {
			if (sharing === void 0) throw new Bug(`stages of kind ${kind.name} are not shared`);
			return judged(sharing.merge(inputOf(given, tools), measured));
		},
		evidence: async (given, product, bound) => evidence?.of({
			settings,
			given,
			folder,
			bound
		}, product)
	};
}
function defineMetric(metric) {
	return metric;
}
function sliceName({ array, value }) {
	return `${array}=${value}`;
}
function isMeant({ only }, { rate, order }) {
	if (only === "isolated") return order === "isolated";
	return only === void 0 || rate === void 0;
}
const accuracy = defineMetric({
	name: "accuracy",
	unit: "share",
	better: "higher",
	how: "paired",
	margin: "0.5pp",
	range: 1,
	summary: "share of examples whose top class is the label",
	needs: {
		record: "classes",
		labels: "classes"
	},
	guess: ({ classes }) => classes === void 0 ? void 0 : 1 / classes,
	figure: {
		by: "share",
		values({ before, after, labels }) {
			const right = (classes) => classes.map((top, at) => top === labels[at] ? 1 : 0);
			return [right(before), right(after)];
		}
	}
});
const topFive = defineMetric({
	name: "top-5",
	unit: "share",
	better: "higher",
	how: "paired",
	margin: "0.5pp",
	range: 1,
	summary: "share of examples whose label fewer than five other classes score at least as high as; a tie with the fifth place is wrong",
	needs: {
		record: "ranks",
		labels: "classes",
		classes: 6
	},
	guess: ({ classes }) => classes === void 0 ? void 0 : 5 / classes,
	figure: {
		by: "share",
		values({ before, after }) {
			const among = (ranks) => ranks.map((rank) => rank < 5 ? 1 : 0);
			return [among(before), among(after)];
		}
	}
});
const agreement = defineMetric({
	name: "agreement",
	unit: "share",
	better: "higher",
	how: "paired",
	margin: "1pp",
	range: 1,
	summary: "share of examples whose top class is production's",
	needs: { record: "classes" },
	figure: {
		by: "share",
		values: ({ before, after }) => [before.map(() => 1), after.map((top, at) => top >= 0 && top === before[at] ? 1 : 0)]
	}
});
const outputError = defineMetric({
	name: "output-error",
	unit: "share",
	better: "lower",
	how: "paired",
	margin: "1pp",
	summary: "mean distance of the outputs from production's, as a share of their size; of each example that of the furthest output",
	needs: { record: "errors" },
	relativeTo: "one",
	figure: {
		by: "mean",
		values: ({ before, after }) => [before, after],
		noSkill: () => 1
	}
});
function topClass(scores) {
	let best = 0;
	for (let at = 0; at < scores.length; at++) {
		const score = scores[at];
		if (Number.isNaN(score)) return -1;
		if (score > scores[best]) best = at;
	}
	return best;
}
function rankOf(label, scores) {
	const own = scores[label];
	let before = 0;
	for (let at = 0; at < scores.length; at++) {
		const score = scores[at];
		if (Number.isNaN(score)) return scores.length;
		if (score >= own && at !== label) before += 1;
	}
	return before;
}
function scoreTypeOf(scores) {
	if (scores.some((score) => !(score >= 0 && score <= 1 + rounding))) return "logits";
	const sum = sumOf(scores);
	if (scores.length === 1 || Math.abs(sum - 1) <= rounding) return "probabilities";
	return sum <= 1 + Math.max(rounding, scores.length * halfStep) ? "either" : "logits";
}
const rounding = .01;
const halfStep = 1 / 510;
function scoreTypeTogether(one, other) {
	const order = [
		"probabilities",
		"either",
		"logits"
	];
	return order.indexOf(one) > order.indexOf(other) ? one : other;
}
function readingsOf(scoreTypes) {
	const production = scoreTypes[0] === "logits" ? "logits" : "probabilities";
	return scoreTypes.map((scoreType) => scoreType === "either" ? production : scoreType);
}
function softmax(logits) {
	const top = Math.max(...logits);
	const powers = Float64Array.from(logits, (logit) => Math.exp(logit - top));
	const sum = sumOf(powers);
	return powers.map((power) => power / sum);
}
function lossOf(label, scores, kind) {
	const loss = kind === "logits" ? logitLoss(label, scores) : -Math.log(probabilityOf(label, scores));
	return loss <= largestLoss ? Math.max(0, loss) : largestLoss;
}
const largestLoss = 23 * Math.LN2;
function probabilityOf(label, scores) {
	const first = scores[0];
	if (scores.length === 1) return label === 1 ? first : 1 - first;
	const sum = sumOf(scores);
	return sum > 1 + ofSingles ? scores[label] / sum : scores[label];
}
const ofSingles = 1e-5;
function logitLoss(label, logits) {
	const all = logits.length === 1 ? Float64Array.of(0, logits[0]) : Float64Array.from(logits);
	const top = Math.max(...all);
	const sum = sumOf(all.map((logit) => Math.exp(logit - top)));
	return top + Math.log(sum) - all[label];
}
function sumOf(values) {
	let sum = 0;
	for (const value of values) sum += value;
	return sum;
}
const scores = {
	precision: ({ hits, predicted }) => predicted === 0 ? 0 : hits / predicted,
	recall: ({ hits, support }) => support === 0 ? 0 : hits / support,
	f1: ({ hits, support, predicted }) => hits === 0 ? 0 : 2 * hits / (support + predicted)
};
function looksBinary(labels, ...predictions) {
	return [labels, ...predictions].every((classes) => classes.every((each) => each <= 1));
}
function classStatistic(name, labels, predictions, binary) {
	const table = tableOf(labels, predictions);
	const all = countsOf(table, new Uint8Array(labels.length).fill(1));
	const countsWith = (weights) => {
		const counts = countsOf(table, weights);
		return binary ? counts.slice(1, 2) : counts;
	};
	return {
		statistic: (weights) => meanOf(countsWith(weights), scores[name]),
		kinds: kindsOf(name, table, binary),
		positives: {
			labelled: membersBy("label", table).get(1) ?? [],
			predicted: membersBy("prediction", table).get(1) ?? []
		},
		fall: (examples) => fallOf(binary ? all.slice(1, 2) : all, scores[name], examples)
	};
}
function kindsOf(name, table, binary) {
	const [labelled, predicted] = [membersBy("label", table), membersBy("prediction", table)];
	const present = binary ? [1] : [...new Set([...labelled.keys(), ...predicted.keys()])];
	return present.flatMap((each) => {
		const members = (name === "precision" ? predicted : labelled).get(each);
		return members === void 0 ? [] : [{
			members,
			weight: 1 / present.length
		}];
	});
}
function membersBy(by, { pairs }) {
	const members = new Map();
	for (const pair of pairs) {
		if (pair[by] === -1) continue;
		const found = members.get(pair[by]) ?? [];
		for (const at of pair.examples) found.push(at);
		members.set(pair[by], found);
	}
	return members;
}
function tableOf(labels, predictions) {
	const index = new Map([0, 1].map((each) => [each, each]));
	const numberOf = (each) => {
		if (each !== -1 && !index.has(each)) index.set(each, index.size);
		return index.get(each) ?? -1;
	};
	const pairsOf = labels.map((label, at) => [numberOf(label), numberOf(predictions[at])]);
	const classes = index.size;
	const examplesOf = new Map();
	for (const [at, [label, prediction]] of pairsOf.entries()) {
		const key = label * (classes + 1) + prediction - -1;
		const examples = examplesOf.get(key);
		if (examples === void 0) examplesOf.set(key, [at]);
		else examples.push(at);
	}
	return {
		classes,
		pairs: [...examplesOf.values()].map((examples) => {
			const [label, prediction] = pairsOf[examples[0]];
			return {
				label,
				prediction,
				examples: Uint32Array.from(examples)
			};
		})
	};
}
function countsOf({ classes, pairs }, weights) {
	const counts = Array.from({ length: Math.max(2, classes) }, () => ({
		hits: 0,
		support: 0,
		predicted: 0
	}));
	for (const { label, prediction, examples } of pairs) {
		let often = 0;
		for (let at = 0; at < examples.length; at++) often += weights[examples[at]];
		const [own, other] = [counts[label], counts[prediction]];
		if (own !== void 0) own.support += often;
		if (other !== void 0) other.predicted += often;
		if (own !== void 0 && label === prediction) own.hits += often;
	}
	return counts;
}
function meanOf(counts, score) {
	let [sum, present] = [0, 0];
	for (const each of counts) {
		if (each.support === 0 && each.predicted === 0) continue;
		sum += score(each);
		present += 1;
	}
	return present === 0 ? 0 : sum / present;
}
function fallOf(counts, score, examples) {
	const present = counts.filter(({ support, predicted }) => support > 0 || predicted > 0);
	const misses = present.map((each) => ({
		weight: weightOfHit(each, score),
		hits: each.hits
	}));
	let [left, fall] = [examples, 0];
	for (const { weight, hits } of misses.sort((one, other) => other.weight - one.weight)) {
		fall += weight * Math.min(left, hits);
		left -= Math.min(left, hits);
	}
	const alarms = present.map((each) => score(each) - score({
		...each,
		predicted: each.predicted + examples
	}));
	return (fall + Math.max(0, ...alarms)) / Math.max(1, present.length);
}
function weightOfHit(counts, score) {
	const { hits, support, predicted } = counts;
	return hits === 0 ? 0 : score(counts) - score({
		hits: hits - 1,
		support,
		predicted: predicted - 1
	});
}
const precision = classMetric("precision", "share of examples predicted as a class that belong to it: class 1 if there are two classes, else the mean over classes");
const recall = classMetric("recall", "share of examples of a class that are predicted as it: class 1 if there are two classes, else the mean over classes");
const f1 = classMetric("f1", "harmonic mean of precision and recall: class 1 if there are two classes, else the mean over classes");
function classMetric(name, summary) {
	return defineMetric({
		name,
		unit: "share",
		better: "higher",
		how: "paired",
		margin: "1pp",
		range: 1,
		summary,
		needs: {
			record: "classes",
			labels: "classes"
		},
		figure: {
			by: "statistic",
			statistics({ before, after, labels, classes }) {
				const binary = classes === void 0 ? looksBinary(labels, before, after) : classes === 2;
				const [one, two] = [classStatistic(name, labels, before, binary), classStatistic(name, labels, after, binary)];
				return {
					of: [one.statistic, two.statistic],
					allowance: (unseen) => Math.max(unseen(one.kinds), unseen(two.kinds)),
					support: binary ? supportOf(name, [one, two]) : [],
					fall: (examples) => Math.max(one.fall(examples), two.fall(examples))
				};
			}
		}
	});
}
function supportOf(name, statistics) {
	return statistics.flatMap(({ positives }) => [{
		class: 1,
		by: "label",
		members: positives.labelled
	}, ...name === "precision" ? [{
		class: 1,
		by: "prediction",
		members: positives.predicted
	}] : []]);
}
const size = defineMetric({
	name: "size",
	unit: "B",
	better: "lower",
	how: "exact",
	margin: "5%",
	summary: "bytes of the model, external data included"
});
const parameters = defineMetric({
	name: "parameters",
	unit: "1",
	better: "lower",
	how: "exact",
	margin: "0%",
	summary: "elements of all weights"
});
const medianLatency = defineMetric({
	name: "latency.p50",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "3%",
	summary: "median time of one run",
	figure: { by: "rounds" }
});
const meanLatency = defineMetric({
	name: "latency.mean",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "3%",
	summary: "mean time of one run",
	figure: {
		by: "mean",
		value: (meanMs) => meanMs
	}
});
const [p90Latency, p95Latency, p99Latency] = [
	percentileLatency(90, "5%"),
	percentileLatency(95, "10%"),
	percentileLatency(99, "10%")
];
function percentileLatency(percent, margin) {
	return defineMetric({
		name: `latency.p${percent}`,
		unit: "ms",
		better: "lower",
		how: "ratio",
		margin,
		summary: `${percent}th percentile of the time of one run`,
		figure: {
			by: "tail",
			p: percent / 100
		}
	});
}
const peakMemory = defineMetric({
	name: "memory.peak",
	unit: "B",
	better: "lower",
	how: "ratio",
	margin: "10%",
	summary: "peak resident memory of the worker process",
	figure: {
		by: "worker",
		value: ({ peakBytes }) => peakBytes
	}
});
function unseenShare(units, alpha) {
	return units <= 0 ? 1 : -Math.expm1(Math.log(alpha) / units);
}
function unseenAllowance(strata, alpha) {
	const unknown = strata.filter(({ examples, weight }) => examples <= 0 && weight > 0);
	const sorted = strata.filter(({ examples, weight }) => examples > 0 && weight > 0).map(({ examples, weight }) => ({
		examples,
		weight,
		most: weight / examples
	})).sort((one, other) => other.most - one.most);
	let [examples, logs, count, rest] = [
		0,
		0,
		0,
		0
	];
	for (const each of sorted) {
		const joined = (Math.log(alpha) + logs + each.examples * Math.log(each.most)) / (examples + each.examples);
		if (count > 0 && joined >= Math.log(each.most)) break;
		examples += each.examples;
		logs += each.examples * Math.log(each.most);
		rest = joined;
		count += 1;
	}
	const level = Math.exp(rest);
	return sorted.slice(0, count).reduce((sum, { weight, most }) => sum + weight * (1 - level / most), 0) + unknown.reduce((sum, { weight }) => sum + weight, 0);
}
function largestInfluence(influences) {
	let [squares, cubes] = [0, 0];
	for (const influence of influences) {
		squares += influence ** 2;
		cubes += Math.abs(influence) ** 3;
	}
	return squares === 0 ? 0 : cubes / squares;
}
function weightOfUnseen(values, noSkill) {
	const centre = mean(values);
	return Math.max(Math.abs(noSkill - centre), largestInfluence(Float64Array.from(values, (value) => value - centre)));
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function deviationOf(labels) {
	const centre = mean(labels);
	return mean(labels.map((label) => Math.abs(label - centre)));
}
function varianceOf(labels) {
	const centre = mean(labels);
	return mean(labels.map((label) => (label - centre) ** 2));
}
function entropyOf(labels) {
	const counts = new Map();
	for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
	return [...counts.values()].map((count) => count / labels.length).reduce((sum, share) => sum - share * Math.log(share), 0);
}
function meanStatistic(values) {
	const all = Float64Array.from(values);
	return (weights) => {
		let sum = 0;
		let examples = 0;
		for (let at = 0; at < all.length; at++) {
			sum += weights[at] * all[at];
			examples += weights[at];
		}
		return sum / examples;
	};
}
function rmseStatistic(outputs, labels) {
	const mean = meanStatistic(squaresOf(outputs, labels));
	return (weights) => Math.sqrt(mean(weights));
}
function r2Statistic(outputs, labels) {
	const errors = Float64Array.from(squaresOf(outputs, labels));
	const centre = labels.reduce((sum, label) => sum + label, 0) / labels.length;
	const centred = Float64Array.from(labels, (label) => label - centre);
	return (weights) => {
		let examples = 0;
		let missed = 0;
		let sum = 0;
		let squares = 0;
		for (let at = 0; at < errors.length; at++) {
			const weight = weights[at];
			const label = centred[at];
			examples += weight;
			missed += weight * errors[at];
			sum += weight * label;
			squares += weight * label * label;
		}
		const variation = squares - sum ** 2 / examples;
		if (variation > 0) return 1 - missed / variation;
		return missed === 0 ? 1 : 0;
	};
}
function squaresOf(outputs, labels) {
	return outputs.map((output, at) => (output - labels[at]) ** 2);
}
const needs = {
	record: "outputs",
	labels: "numbers"
};
const rmse = defineMetric({
	name: "rmse",
	unit: "1",
	better: "lower",
	how: "paired",
	margin: "2%",
	summary: "root of the mean squared error of a regression, in the unit of the labels",
	needs,
	guess: ({ labels }) => Math.sqrt(varianceOf(labels)),
	figure: {
		by: "statistic",
		statistics: ({ before, after, labels }) => ({
			of: [rmseStatistic(before, labels), rmseStatistic(after, labels)],
			allowance: (unseen) => mostOf([before, after], labels, (mean, weight) => {
				const more = unseen([{ weight }]);
				return Math.sqrt(mean + more) - Math.sqrt(mean);
			})
		})
	}
});
const mae = defineMetric({
	name: "mae",
	unit: "1",
	better: "lower",
	how: "paired",
	margin: "2%",
	summary: "mean absolute error of a regression, in the unit of the labels",
	needs,
	guess: ({ labels }) => deviationOf(labels),
	figure: {
		by: "mean",
		values({ before, after, labels }) {
			const errors = (outputs) => outputs.map((output, at) => Math.abs(output - labels[at]));
			return [errors(before), errors(after)];
		},
		noSkill: ({ labels }) => deviationOf(labels)
	}
});
const r2 = defineMetric({
	name: "r2",
	unit: "1",
	better: "higher",
	how: "paired",
	margin: "0.01",
	summary: "share of the labels' variance that a regression explains",
	needs,
	guess: () => 0,
	figure: {
		by: "statistic",
		statistics: ({ before, after, labels }) => ({
			of: [r2Statistic(before, labels), r2Statistic(after, labels)],
			allowance: (unseen) => mostOf([before, after], labels, (_, weight) => {
				const variance = varianceOf(labels);
				return variance === 0 ? 0 : unseen([{ weight }]) / variance;
			})
		})
	}
});
function mostOf(outputs, labels, moved) {
	const each = outputs.map((given) => {
		const squares = squaresOf(given, labels);
		return moved(mean(squares), weightOfUnseen(squares, varianceOf(labels)));
	});
	return Math.max(...each);
}
const auc = defineMetric({
	name: "auc",
	unit: "1",
	better: "higher",
	how: "paired",
	margin: "0.005",
	range: 1,
	summary: "area under the ROC curve of class 1 of two, else the mean over classes, each against the rest",
	needs: {
		record: "scores",
		labels: "classes"
	},
	guess: () => .5,
	figure: { by: "area" }
});
const logLoss = defineMetric({
	name: "log-loss",
	unit: "1",
	better: "lower",
	how: "paired",
	margin: "2%",
	range: 23 * Math.LN2,
	summary: "mean of \u2212ln of the label's probability",
	needs: {
		record: "losses",
		labels: "classes"
	},
	figure: {
		by: "mean",
		values: ({ before, after }) => [before, after],
		noSkill: ({ labels }) => entropyOf(labels)
	}
});
const firstRun = defineMetric({
	name: "first-run",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "20%",
	summary: "time of the first run in a fresh process",
	figure: {
		by: "worker",
		value: ({ firstRunMs }) => firstRunMs
	}
});
const sessionStart = defineMetric({
	name: "session-start",
	unit: "ms",
	better: "lower",
	how: "ratio",
	margin: "20%",
	summary: "time to load the model in a fresh process",
	figure: {
		by: "worker",
		value: ({ sessionMs }) => sessionMs
	}
});
const leastShare = .001;
const steps = 30;
function rateWithin(runsMs, limit, random) {
	const gaps = runsMs.map(() => -Math.log1p(-random.uniform()));
	const all = 1e3 * runsMs.length / runsMs.reduce((sum, ms) => sum + ms, 0);
	const keeps = (share) => keepsLimit(runsMs, gaps, 1e3 / (all * share), limit);
	if (keeps(1)) return all;
	let [low, high] = [leastShare, 1];
	for (let step = 0; step < steps; step++) {
		const middle = (low + high) / 2;
		if (keeps(middle)) low = middle;
		else high = middle;
	}
	return all * low;
}
function keepsLimit(runsMs, gaps, meanGapMs, { p, ms }) {
	const tolerated = Math.floor(runsMs.length * (1 - p) + 1e-6);
	let late = 0;
	let waits = 0;
	for (let at = 0; at < runsMs.length; at++) {
		waits = Math.max(0, waits - gaps[at] * meanGapMs);
		waits += runsMs[at];
		if (waits > ms && ++late > tolerated) return false;
	}
	return true;
}
function isProduction(contenders, chosen) {
	const production = contenders.find(({ role }) => role === "production");
	const model = contenders.find(({ id }) => id === chosen)?.model;
	return production !== void 0 && production.model.sha256 === model?.sha256;
}
export { accuracy, admitCandidate, admitDescent, admitName, agreement, ancestors, asksWho, auc, cacheEntry, callContextOf, canonical, cgroupFolders, checkWords, checkoutsAround, clipped, combine, commitIn, cudaLibraries, defineLedger, defineMetric, defineStage, descendants, digest, effects, entriesOf, entriesOnEvidence, entryError, exitCodes, f1, failureOf, findBytes, firstRun, giverOf, headAfter, headIn, html, htmlText, isIn, isInCheckout, isLedgerDamage, isMeant, isPrivileged, isProduction, joined, jsonText, keepsItsPlace, largestInfluence, largestText, leaseBounds, lockRemedy, logLoss, longName, lossOf, lostRollout, mae, markdown, maskedEvent, mayAcquire, meanLatency, meanStatistic, medianLatency, modelsIn, nativeFolder, neededFiles, nodesOf, notMeasured, ofItself, openRolloutError, outcomes, outputError, p90Latency, p95Latency, p99Latency, parameters, parseBytes, parseDuration, parseMargin, parseShare, peakMemory, placeLost, plain$1 as plain, plainCall, precision, printAmount, printBound, printBytes, printChange, printCount, printDuration, printMilliseconds, printNumber, printPValue, printPoints, printShare, printSigned, printValue, problemLines, processEntry, processWorld, r2, rankOf, rateWithin, readJsonFile, readingsOf, recall, refusals, registryError, releasesOfFile, renderJson, rmse, rolloutOf, runIn, scoreTypeOf, scoreTypeTogether, sessionStart, sha1, sha256, sha256Of, shellWord, size, sliceName, softmax, takeLock, targetName, terminalOf, terminalText, topClass, topFive, topological, trackedFile, trusted, unseenAllowance, unseenShare, verdictError, verdictProblem, verdicts, version, waitsOn, watchMs, weightOfUnseen, withAppend, withDefaultContext, worldError };
