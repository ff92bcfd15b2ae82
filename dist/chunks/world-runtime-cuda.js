import { messageOf } from "./workers.js";
import { cacheEntry, digest, nativeFolder, sha256, targetName, worldError } from "./start.js";
import { keep } from "./world-runtime-keep.js";
import { zipMembers } from "./core-zip.js";
import { existsSync } from "node:fs";
import path from "node:path";
import { copyFile, link, mkdir, readFile, readdir, stat, symlink, writeFile } from "node:fs/promises";
const folder = "runtimes/linux-x64/native/";
const unpackedLimit = 2 ** 31;
function librariesOf(archive, names, version) {
	const wanted = new Map(names.map((name) => [folder + name, name]));
	const files = unzip(archive, (name) => wanted.has(name) || isDescription(name));
	const description = Object.keys(files).find(isDescription);
	if (description === void 0) throw new Error("it is not a NuGet package: it has no .nuspec");
	const found = versionIn(new TextDecoder().decode(files[description]));
	if (found !== version) throw new Error(`it is of onnxruntime ${found ?? "of unknown version"}, not ${version}`);
	return Object.fromEntries([...wanted].flatMap(([place, name]) => files[place] === void 0 ? [] : [[name, files[place]]]));
}
function isDescription(name) {
	return /^[^/\\]+\.nuspec$/.test(name);
}
function versionIn(nuspec) {
	return /<version>\s*([^<\s]+)\s*<\/version>/.exec(nuspec)?.[1];
}
function unzip(archive, isWanted) {
	const members = [...zipMembers(archive).values()].filter(({ name }) => isWanted(name));
	if (members.reduce((sum, { bytes }) => sum + bytes, 0) > unpackedLimit) throw new Error(`its libraries take more than ${unpackedLimit} bytes`);
	return Object.fromEntries(members.map((member) => [member.name, member.read()]));
}
const cudaLibraries = [
	"libonnxruntime_providers_shared.so",
	"libonnxruntime_providers_cuda.so",
	"libonnxruntime_providers_tensorrt.so"
];
async function withCuda(runtime, around) {
	const from = path.resolve(around.cwd, around.env["AIRWORTHY_CUDA"] ?? "");
	try {
		return await combine(runtime, from, around);
	} catch (cause) {
		throw worldError("cuda-libraries", {
			path: from,
			reason: messageOf(cause)
		}, { cause });
	}
}
async function combine(runtime, from, around) {
	const { version } = around.pin;
	if (targetName(around) !== "linux-x64") throw new Error("onnxruntime has such libraries for linux-x64 alone");
	const given = await givenAt(from, around.env["AIRWORTHY_CUDA_SHA256"] || void 0, version);
	const key = digest({
		runtime,
		given: given.key
	}).slice(0, 12);
	const entry = cacheEntry(around, "airworthy-onnxruntime-cuda", `${version}-${key}`);
	const native = nativeFolder(around);
	if (!existsSync(entry.marker)) await keep(entry, async (folder) => {
		const place = path.join(folder, native);
		await mkdir(place, { recursive: true });
		for (const name of await readdir(runtime)) await share(path.join(runtime, name), path.join(place, name));
		const names = await given.put(place);
		if (!names.includes("libonnxruntime_providers_shared.so") || names.length < 2) throw new Error(`it holds ${names.join(", ") || "none of them"}, and needs ${cudaLibraries.slice(0, 2).join(" and ")}`);
	});
	return path.join(entry.folder, native);
}
async function givenAt(from, wanted, version) {
	const found = await stat(from).catch(() => void 0);
	if (found === void 0) throw new Error("it is not there");
	if (found.isDirectory()) {
		if (wanted !== void 0) throw new Error("a SHA-256 is given, which is for a package, and this is a folder");
		return mounted(from);
	}
	if (!from.endsWith(".nupkg")) throw new Error("it is neither a folder nor a package whose name ends in .nupkg");
	if (wanted === void 0) throw new Error("no SHA-256 of the package is given (cuda-sha256, AIRWORTHY_CUDA_SHA256)");
	if (!/^[0-9a-f]{64}$/i.test(wanted)) throw new Error(`${wanted} is not a SHA-256`);
	return packaged(from, wanted.toLowerCase(), version);
}
async function mounted(from) {
	const present = (await Promise.all(cudaLibraries.map(async (name) => [name, await stat(path.join(from, name)).catch(() => void 0)]))).flatMap(([name, file]) => file?.isFile() ? [{
		name,
		size: file.size,
		changed: file.mtimeMs
	}] : []);
	return {
		key: digest({
			from,
			present
		}),
		async put(folder) {
			for (const { name } of present) await symlink(path.join(from, name), path.join(folder, name));
			return present.map(({ name }) => name);
		}
	};
}
function packaged(from, wanted, version) {
	return {
		key: wanted,
		async put(folder) {
			const bytes = await readFile(from);
			const found = sha256(bytes);
			if (found !== wanted) throw new Error(`its SHA-256 is ${found}, not ${wanted}`);
			const libraries = librariesOf(bytes, cudaLibraries, version);
			for (const [name, content] of Object.entries(libraries)) await writeFile(path.join(folder, name), content);
			return Object.keys(libraries);
		}
	};
}
async function share(from, to) {
	await link(from, to).catch(() => copyFile(from, to));
}
export { withCuda };
