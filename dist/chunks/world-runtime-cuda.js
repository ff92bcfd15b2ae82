import { checkoutOf, isWithin, messageOf } from "./workers.js";
import { cacheEntry, cudaLibraries, digest, nativeFolder, sha256, targetName, worldError } from "./start.js";
import { digestsIn, notOfThePackage, whatDiffers, whatDiffersFrom, whatElse } from "./world-runtime-check.js";
import { keep } from "./world-runtime-keep.js";
import { zipMembers } from "./core-zip.js";
import { existsSync } from "node:fs";
import path from "node:path";
import { copyFile, link, mkdir, readFile, readdir, readlink, stat, symlink, writeFile } from "node:fs/promises";
const folder = "runtimes/linux-x64/native/";
const unpackedLimit = 2 ** 31;
function librariesOf(archive, names, version) {
	const wanted = new Map(names.map((name) => [folder + name, name]));
	const members = membersOf(archive, (name) => wanted.has(name) || isDescription(name));
	const description = members.find(({ name }) => isDescription(name));
	if (description === void 0) throw new Error("it is not a NuGet package: it has no .nuspec");
	const found = versionIn(new TextDecoder().decode(description.read()));
	if (found !== version) throw new Error(`it is of onnxruntime ${found ?? "of unknown version"}, not ${version}`);
	return members.flatMap((member) => {
		const name = wanted.get(member.name);
		return name === void 0 ? [] : [{
			name,
			read: () => member.read()
		}];
	});
}
function isDescription(name) {
	return /^[^/\\]+\.nuspec$/.test(name);
}
function versionIn(nuspec) {
	return /<version>\s*([^<\s]+)\s*<\/version>/.exec(nuspec)?.[1];
}
function membersOf(archive, isWanted) {
	const members = [...zipMembers(archive).values()].filter(({ name }) => isWanted(name));
	if (members.reduce((sum, { bytes }) => sum + bytes, 0) > unpackedLimit) throw new Error(`its libraries take more than ${unpackedLimit} bytes`);
	return members;
}
async function withCuda(runtime, around) {
	const named = around.env["AIRWORTHY_CUDA"];
	const from = named ? path.resolve(around.cwd, named) : runtime.within;
	try {
		return named ? await combine(runtime.within, from, around) : await asInstalled(runtime, around);
	} catch (cause) {
		if (isChange(cause)) throw cause;
		throw worldError("cuda-libraries", {
			path: from,
			reason: messageOf(cause)
		}, { cause });
	}
}
async function asInstalled({ within }, around) {
	const present = (await readdir(within)).filter((name) => cudaLibraries.includes(name));
	if (present.length > 0 && isForeign(within, around)) throw new Error(`a stranger may have put ${present[0]} there; name libraries with AIRWORTHY_CUDA`);
	return within;
}
function isForeign(folder, { trusted, cwd, env }) {
	return !trusted && isWithin(folder, checkoutOf(cwd, env));
}
async function combine(runtime, from, around) {
	const { version } = around.pin;
	if (targetName(around) !== "linux-x64") throw new Error("onnxruntime has such libraries for linux-x64 alone");
	const given = await givenAt(from, around);
	const key = digest({
		runtime,
		given: given.key
	}).slice(0, 12);
	const entry = cacheEntry(around, "airworthy-onnxruntime-cuda", `${version}-${key}`);
	const native = nativeFolder(around);
	if (!existsSync(entry.marker)) await keep(entry, async (folder) => {
		const place = path.join(folder, native);
		await mkdir(place, { recursive: true });
		for (const name of Object.keys(digestsIn(native, around.pin.files))) await share(path.join(runtime, name), path.join(place, name));
		const names = await given.put(place);
		if (!names.includes("libonnxruntime_providers_shared.so") || names.length < 2) throw new Error(`it holds ${names.join(", ") || "none of them"}, and needs ${cudaLibraries.slice(0, 2).join(" and ")}`);
	});
	const folder = path.join(entry.folder, native);
	await refuseChanged(folder, given, around);
	return folder;
}
async function refuseChanged(folder, given, { pin, ...target }) {
	const own = digestsIn(nativeFolder(target), pin.files);
	const other = await whatElse(folder, [...Object.keys(own), ...cudaLibraries]);
	const reason = other === void 0 ? await whatDiffers(folder, own) ?? await given.differs(folder) : notOfThePackage(other);
	if (reason === void 0) return;
	throw worldError("runtime-changed", {
		folder,
		reason,
		name: pin.name,
		version: pin.version
	});
}
function isChange(thrown) {
	return thrown.code === "runtime-changed";
}
async function givenAt(from, around) {
	const wanted = around.env["AIRWORTHY_CUDA_SHA256"] || void 0;
	const found = await stat(from).catch(() => void 0);
	if (found === void 0) throw new Error("it is not there");
	if (found.isDirectory()) {
		if (wanted !== void 0) throw new Error("a SHA-256 is given, which is for a package, and this is a folder");
		if (isForeign(from, around)) throw new Error("a stranger may have written what is there; mount it elsewhere");
		return mounted(from);
	}
	if (!from.endsWith(".nupkg")) throw new Error("it is neither a folder nor a package whose name ends in .nupkg");
	if (wanted === void 0) throw new Error("no SHA-256 of the package is given (cuda-sha256, AIRWORTHY_CUDA_SHA256)");
	if (!/^[0-9a-f]{64}$/i.test(wanted)) throw new Error(`${wanted} is not a SHA-256`);
	return packaged(from, wanted.toLowerCase(), around.pin.version);
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
		},
		async differs(folder) {
			for (const name of await librariesIn(folder)) if (await readlink(path.join(folder, name)).catch(() => void 0) !== path.join(from, name)) return `${name} is not the one of ${from}`;
		}
	};
}
function packaged(from, wanted, version) {
	const libraries = async () => {
		const bytes = await readFile(from);
		const found = sha256(bytes);
		if (found !== wanted) throw new Error(`its SHA-256 is ${found}, not ${wanted}`);
		return librariesOf(bytes, cudaLibraries, version);
	};
	return {
		key: wanted,
		async put(folder) {
			const taken = await libraries();
			for (const { name, read } of taken) await writeFile(path.join(folder, name), read());
			return taken.map(({ name }) => name);
		},
		async differs(folder) {
			const given = await libraries();
			const other = (await librariesIn(folder)).find((present) => !given.some(({ name }) => name === present));
			if (other !== void 0) return notOfThePackage(other);
			for (const { name, read } of given) {
				const reason = await whatDiffersFrom(read(), folder, name);
				if (reason !== void 0) return reason;
			}
		}
	};
}
async function librariesIn(folder) {
	return (await readdir(folder)).filter((name) => cudaLibraries.includes(name));
}
async function share(from, to) {
	await link(from, to).catch(() => copyFile(from, to));
}
export { withCuda };
