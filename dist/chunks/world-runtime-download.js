import { Cancelled, UserError, checkoutOf, confined, createHash, messageOf } from "./workers.js";
import { cacheEntry, nativeFolder, neededFiles, targetName, worldError } from "./start.js";
import { keep } from "./world-runtime-keep.js";
import { createTarDecoder } from "./npm-modern-tar-dist-web.js";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import path from "node:path";
import { tmpdir } from "node:os";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { Readable, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { pipeline as pipeline$1 } from "node:stream/promises";
function npmProgram({ platform, env }, exists = existsSync) {
	if (platform !== "win32") return {
		program: "npm",
		args: []
	};
	const script = (env["PATH"] ?? env["Path"] ?? "").split(";").filter(Boolean).map((folder) => path.win32.join(folder, "node_modules", "npm", "bin", "npm-cli.js")).find(exists);
	return script === void 0 ? {
		program: "npm",
		args: []
	} : {
		program: process.execPath,
		args: [script]
	};
}
const unpackedLimit = 2 ** 29;
async function unpack(archive, target, folder) {
	const native = nativeFolder(target);
	await mkdir(path.join(folder, native), { recursive: true });
	const written = [];
	let bytes = 0;
	for await (const { header, body } of entriesOf(archive)) {
		const name = nameWithin(header);
		if (!isWanted(name, native)) {
			await body.cancel();
			continue;
		}
		bytes += header.size;
		if (bytes > unpackedLimit) throw new Error(`the files of ${targetName(target)} take more than ${unpackedLimit} bytes`);
		await pipeline$1(body, createWriteStream(path.join(folder, name), {
			flags: "wx",
			mode: 420
		}));
		written.push(name);
	}
	const missing = ["package.json", ...neededFiles(target).map((file) => `${native}/${file}`)].find((name) => !written.includes(name));
	if (missing !== void 0) throw new Error(`the archive has no ${missing}`);
}
function entriesOf(archive) {
	const unzipped = pipeline(createReadStream(archive), createGunzip(), () => {});
	return Readable.toWeb(unzipped).pipeThrough(createTarDecoder());
}
function nameWithin({ name, type }) {
	const parts = name.replace(/\/$/, "").split("/");
	if (!parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\\\0:]/.test(part)) || parts[0] !== "package") throw new Error(`the archive has an entry outside of its folder: ${name}`);
	if (type !== "file" && type !== "directory") throw new Error(`the archive has a ${type}: ${name}`);
	return parts.slice(1).join("/");
}
function isWanted(name, native) {
	return name === "package.json" || path.posix.dirname(name) === native;
}
async function download(around, tools) {
	const { pin } = around;
	const entry = cacheEntry(around, "airworthy-onnxruntime", pin.version);
	const temporary = await mkdtemp(path.join(tmpdir(), "airworthy-onnxruntime-"));
	try {
		const archive = await pack(temporary, around, tools);
		const integrity = await integrityOf(archive);
		if (integrity !== pin.integrity) throw new Error(`what came is ${integrity}, not ${pin.integrity}`);
		await keep(entry, (folder) => unpack(archive, around, folder));
		return entry;
	} catch (cause) {
		if (cause instanceof Cancelled) throw cause;
		const reason = cause instanceof UserError ? cause.message.replace(/\.$/, "") : messageOf(cause);
		throw worldError("runtime-download", {
			version: pin.version,
			reason
		}, { cause });
	} finally {
		await rm(temporary, {
			recursive: true,
			force: true
		});
	}
}
const patienceMs = 54e4;
async function pack(folder, around, tools) {
	const { name, version } = around.pin;
	const apart = around.trusted ? {
		cwd: around.cwd,
		path: around.env,
		env: {}
	} : await keptApart(folder, around);
	const { program, args } = npmProgram({
		platform: around.platform,
		env: apart.path
	});
	const options = [
		"--pack-destination",
		folder,
		"--ignore-scripts",
		"--loglevel",
		"error",
		"--no-update-notifier"
	];
	const { code, stderr } = await tools.run(program, [
		...args,
		"pack",
		`${name}@${version}`,
		...options
	], {
		cwd: apart.cwd,
		env: apart.env,
		timeoutMs: patienceMs,
		diesWithParent: "worker",
		...tools.signal === void 0 ? {} : { signal: tools.signal }
	});
	if (code === -1) throw new Error(`npm was ended after ${patienceMs / 6e4} minutes`);
	const archive = (await readdir(folder)).find((file) => file.endsWith(".tgz"));
	if (code !== 0 || archive === void 0) throw new Error(`npm says: ${firstLines(stderr)}`);
	return path.join(folder, archive);
}
async function keptApart(folder, { cwd, env }) {
	const project = path.join(folder, "project");
	await mkdir(project);
	await writeFile(path.join(project, "package.json"), "{}");
	const repeated = env["npm_execpath"] === void 0 ? [] : Object.keys(env).filter((name) => /^npm_config_/.test(name));
	return {
		cwd: project,
		path: confined(env, checkoutOf(cwd, env)),
		env: Object.fromEntries(repeated.map((name) => [name, ""]))
	};
}
function firstLines(text) {
	return text.split("\n").map((line) => line.replace(/^npm (error|ERR!) ?/, "").trim()).filter(Boolean).slice(0, 3).join("; ") || "nothing";
}
async function integrityOf(file) {
	const digest = createHash("sha512");
	for await (const chunk of createReadStream(file)) digest.update(chunk);
	return `sha512-${digest.digest("base64")}`;
}
export { download };
