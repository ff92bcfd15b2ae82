import { Bug, Cancelled } from "./core-errors.js";
import { portError } from "./core-errors-ports.js";
import { cgroupFolders } from "./core-cgroup.js";
import { createProcesses } from "./world-processes.js";
import { nativeFolder, neededFiles, placesIn, targetName, worldError } from "./world-runtime-places.js";
import * as fs$1 from "node:fs";
import { createReadStream, existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import os, { arch, homedir, platform } from "node:os";
import { setTimeout } from "node:timers/promises";
import * as fs from "node:fs/promises";
const privileged = [
	"pull_request_target",
	"workflow_run",
	"issue_comment"
];
function isPrivileged(event) {
	return privileged.includes(event);
}
function ciFacts(env, payload) {
	const event = env["GITHUB_EVENT_NAME"] ?? "local";
	return {
		event,
		branch: env["GITHUB_HEAD_REF"] || env["GITHUB_REF_NAME"] || void 0,
		commit: env["GITHUB_SHA"],
		trust: trustOf(event, payload)
	};
}
function trustOf(event, payload) {
	if (isPrivileged(event)) return {
		level: "untrusted",
		why: `the trigger ${event} runs with the repository's rights on content that anybody may have written`
	};
	if (!event.startsWith("pull_request")) return {
		level: "trusted",
		why: `the event is ${event}`
	};
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
function repositoryOf(end) {
	const name = memberOf(memberOf(end, "repo"), "full_name");
	return typeof name === "string" ? name : void 0;
}
function memberOf(value, name) {
	return typeof value === "object" && value !== null ? value[name] : void 0;
}
const systemClock = {
	now: () => new Date().toISOString(),
	monotonicMs: () => performance.now(),
	async sleep(ms, signal) {
		try {
			await setTimeout(ms, void 0, signal === void 0 ? {} : { signal });
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
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs$1.constants;
const carefully = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
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
function createFiles(mask) {
	return {
		read: (file) => explain(file, () => fs.readFile(file)),
		readText: (file) => explain(file, () => fs.readFile(file, "utf8")),
		open: (file) => explain(file, async () => fileSource(file)),
		openWithin: (folder, name) => explain(folder, async () => sourceWithin(folder, name)),
		readRange: (file, offset, length) => explain(file, () => readRange(file, offset, length)),
		pieces: (file, from) => piecesOf(file, from),
		size: (file) => explain(file, () => sizeOf(file)),
		exists: (file) => explain(file, async () => await statOf(file) !== void 0),
		list: (directory) => explain(directory, () => list$1(directory)),
		write: (file, bytes) => explain(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, bytes))),
		writePieces: (file, pieces) => explain(file, () => writeAtomically(file, (temporary) => writePieces(temporary, pieces))),
		writeText: (file, text) => explain(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, mask(text)))),
		appendLine: (file, line) => explain(file, () => appendLine(file, mask(line))),
		appendPieces: (file, pieces) => explain(file, () => appendPieces(file, pieces)),
		move: (from, to) => explain(from, () => fs.rename(from, to)),
		copy: (from, to) => copy(from, to),
		makeDirectory: (directory) => explain(directory, async () => void await fs.mkdir(directory, { recursive: true })),
		remove: (file) => explain(file, () => fs.rm(file, {
			recursive: true,
			force: true
		})),
		hash: (file) => explain(file, () => hash(file)),
		createExclusive: (file, text) => explain(file, () => createExclusive(file, mask(text))),
		masked: mask
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
	EMFILE: "too many files are open"
};
async function statOf(file) {
	try {
		return await fs.stat(file);
	} catch (cause) {
		const code = cause.code;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw cause;
	}
}
async function sizeOf(file) {
	const stat = await statOf(file);
	return stat?.isFile() ? Number(stat.size) : void 0;
}
async function readRange(file, offset, length) {
	const handle = await fs.open(file, "r");
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
	const handle = await explain(file, () => fs.open(file, "r"));
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
	await fs.mkdir(path.dirname(file), { recursive: true });
	const temporary = `${file}.${randomUUID().slice(0, 8)}.part`;
	try {
		await write(temporary);
		await fs.rename(temporary, file);
	} catch (cause) {
		await fs.rm(temporary, { force: true });
		throw cause;
	}
}
async function writeDurably(file, content) {
	await withHandle(file, "wx", (handle) => handle.writeFile(content));
}
async function writePieces(file, pieces) {
	await withHandle(file, "wx", async (handle) => {
		for (const piece of pieces) await handle.writeFile(piece);
	});
}
async function appendPieces(file, pieces) {
	await fs.mkdir(path.dirname(file), { recursive: true });
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
	await fs.mkdir(path.dirname(file), { recursive: true });
	await withHandle(file, "a", (handle) => handle.writeFile(`${line}\n`));
}
async function withHandle(file, flags, action) {
	const handle = await fs.open(file, flags);
	try {
		await action(handle);
		await handle.sync();
	} finally {
		await handle.close();
	}
}
async function hash(file) {
	const digest = createHash("sha256");
	for await (const chunk of createReadStream(file)) digest.update(chunk);
	return digest.digest("hex");
}
async function createExclusive(file, text) {
	await fs.mkdir(path.dirname(file), { recursive: true });
	try {
		await writeDurably(file, text);
		return true;
	} catch (cause) {
		if (cause.code === "EEXIST") return false;
		throw cause;
	}
}
const attempts = 5;
const answerWithinMs = 3e4;
const longestWaitMs = 9e4;
function createGitHub(env, { sleep }) {
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
			const { status, data, headers } = await (await api()).request(route, here(route, parameters));
			return {
				status,
				data,
				headers
			};
		},
		async *pages(route, parameters) {
			const { iterator } = (await api()).paginate;
			for await (const { data } of iterator(route, here(route, parameters))) yield data;
		}
	};
}
async function connect(token, baseUrl, sleep) {
	const [{ Octokit }, { paginateRest }] = await Promise.all([import("./npm-octokit-core-dist-src-facade.js"), import("./npm-octokit-plugin-paginate-rest-dist-bundle-facade.js")]);
	const octokit = new (Octokit.plugin(paginateRest))({
		auth: token,
		baseUrl,
		log: quiet,
		request: { fetch: (url, options) => fetch(url, {
			...options,
			signal: options.signal ?? AbortSignal.timeout(answerWithinMs)
		}) }
	});
	octokit.hook.wrap("request", async (request, options) => {
		for (let attempt = 1;; attempt++) try {
			const response = await request(options);
			if (isCutShort(response)) throw Object.assign(new Error("the answer broke off"), { status: 502 });
			return response;
		} catch (error) {
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
function search(around) {
	const tried = [];
	const passedOver = [];
	for (const place of placesIn(around)) {
		const { folder, reason, there } = lookAt(place, around);
		if (folder !== void 0 && reason === void 0) return {
			found: true,
			folder,
			native: path.join(folder, nativeFolder(around)),
			passedOver
		};
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
function lookAt({ folders, marker, closed }, around) {
	if (closed !== void 0) return {
		reason: closed,
		there: false
	};
	const folder = folders.find((each) => existsSync(path.join(each, "package.json")));
	if (folder === void 0) return {
		reason: "the package is not there",
		there: false
	};
	return {
		folder,
		reason: marker === void 0 || existsSync(marker) ? misfit(see(folder, around), around) : "it is not complete",
		there: true
	};
}
function see(folder, target) {
	return {
		...describe(folder),
		files: list(path.join(folder, nativeFolder(target)))
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
function misfit({ name, version, files }, around) {
	const { pin } = around;
	if (name !== pin.name) return `it is not the package ${pin.name}`;
	if (version !== pin.version) return `it is version ${version}, not ${pin.version}`;
	const missing = neededFiles(around).filter((file) => !files.includes(file));
	return missing.length === 0 ? void 0 : `it has no ${missing.join(" and no ")} for ${targetName(around)}`;
}
function createRuntime(around, { run, say }) {
	let preparing;
	const prepare = async (signal) => {
		const { native, passedOver } = await findOrFetch(signal);
		for (const each of passedOver) say(`Not used: ${each}.`);
		if (!around.env["AIRWORTHY_CUDA"]) return native;
		return (await import("./world-runtime-cuda.js")).withCuda(native, around);
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
	return {
		get version() {
			return search(around).found || mayDownload(around) ? around.pin.version : "none";
		},
		ready(signal) {
			preparing ??= prepare(signal).catch((thrown) => {
				preparing = void 0;
				throw thrown;
			});
			return preparing;
		}
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
	const { version } = around.pin;
	if (wrong !== void 0) return worldError("runtime-wrong", {
		...wrong,
		version
	});
	return worldError("runtime-missing", {
		version,
		platform: targetName(around),
		tried,
		offline: isOffline(around.env)
	});
}
const pin = {
	name: "onnxruntime-node",
	version: "1.30.0",
	integrity: "sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw=="
};
const secretName = /token|secret|passw|credential|api_?key|private_?key|access_?key/i;
const shortest = 6;
function createMask(env) {
	const hidden = new Set(Object.keys(env).filter((name) => secretName.test(name)));
	let pattern = patternOf(env, hidden);
	const mask = (text) => pattern === void 0 ? text : text.replace(pattern, "***");
	const hide = (names) => {
		for (const name of names) hidden.add(name);
		pattern = patternOf(env, hidden);
	};
	const values = () => formsIn(env, hidden);
	return Object.assign(mask, {
		hide,
		values
	});
}
function patternOf(env, names) {
	const forms = formsIn(env, names);
	return forms.length === 0 ? void 0 : new RegExp(forms.map(escapeForPattern).join("|"), "g");
}
function formsIn(env, names) {
	const forms = [...names].flatMap((name) => formsOf(env[name] ?? ""));
	return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
function formsOf(value) {
	const lines = value.split(/\r?\n/);
	return (lines.length > 1 ? [value, ...lines] : [value]).flatMap((part) => [part, JSON.stringify(part).slice(1, -1)]).filter((part) => part.trim().length >= shortest);
}
function escapeForPattern(text) {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function createWorld(options) {
	const mask = options.mask ?? createMask(options.env);
	const processes = createProcesses(options.workerScript, options.cwd, (signal) => runtime.ready(signal));
	const runtime = createRuntime({
		pin,
		env: options.env,
		cwd: options.cwd,
		bundle: path.dirname(options.workerScript),
		home: homedir(),
		trusted: options.trust.level === "trusted",
		platform: platform(),
		arch: arch()
	}, {
		run: processes.run,
		say: options.say ?? (() => {})
	});
	let machine;
	return {
		files: createFiles(mask),
		hide: mask.hide,
		processes,
		clock: systemClock,
		env: options.env,
		cwd: options.cwd,
		workerScript: options.workerScript,
		trust: options.trust,
		event: options.event,
		branch: options.branch,
		commit: options.commit,
		get machine() {
			machine ??= describeMachine(runtime.version);
			return machine;
		},
		github: createGitHub(options.env, systemClock),
		randomId: () => randomBytes(4).toString("hex")
	};
}
function processEntry() {
	const mask = createMask(process.env);
	return {
		world: processWorld({
			mask,
			say: (line) => void process.stderr.write(mask(`${line}\n`))
		}),
		out: (text) => void process.stdout.write(mask(text)),
		err: (text) => void process.stderr.write(mask(text)),
		colour: wantsColour(),
		width: process.stdout.columns ?? 100,
		ascii: showsOnlyAscii(),
		interactive: process.stderr.isTTY === true && process.env["CI"] === void 0,
		signal: cancelSignal(),
		command: commandName()
	};
}
function processWorld(options = {}) {
	const facts = ciFacts(process.env, eventPayload());
	return createWorld({
		cwd: options.cwd ?? process.cwd(),
		env: {
			...process.env,
			...options.env
		},
		workerScript: workerScript(),
		...facts,
		...options.mask === void 0 ? {} : { mask: options.mask },
		say: options.say
	});
}
function workerScript() {
	const here = path.dirname(fileURLToPath(import.meta.url));
	return path.join(path.basename(here) === "chunks" ? path.dirname(here) : here, "worker.js");
}
function eventPayload() {
	const file = process.env["GITHUB_EVENT_PATH"];
	if (file === void 0) return void 0;
	try {
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
function cancelSignal() {
	const controller = new AbortController();
	for (const name of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) process.once(name, () => {
		controller.abort();
		process.once(name, () => process.exit(130));
	});
	return controller.signal;
}
function commandName() {
	const script = process.argv[1] ?? "airworthy";
	return script.endsWith(".js") ? `node ${path.relative(process.cwd(), script)}` : "npx airworthy";
}
export { createMask, isPrivileged, processEntry, processWorld, terminalOf };
