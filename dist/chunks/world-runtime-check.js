import { createHash } from "./workers.js";
import { cudaLibraries, worldError } from "./start.js";
import { createReadStream } from "node:fs";
import path from "node:path";
import { lstat, readdir } from "node:fs/promises";
async function refuseChanged({ pin, place, within, part }) {
	const digests = digestsIn(part, pin.files);
	const names = [...Object.keys(digests), ...place.onlyOurs ? [] : cudaLibraries];
	const other = part === "dist" ? void 0 : await whatElse(within, names);
	const reason = other === void 0 ? await whatDiffers(within, digests) : notOfThePackage(other);
	if (reason !== void 0) throw worldError("runtime-changed", {
		folder: within,
		reason,
		name: pin.name,
		version: pin.version
	});
}
function notOfThePackage(name) {
	return `${name} does not belong to the package, and could be loaded`;
}
function digestsIn(folder, files) {
	const entries = Object.entries(files).filter(([file]) => path.posix.dirname(file) === folder);
	return Object.fromEntries(entries.map(([file, digest]) => [path.posix.basename(file), digest]));
}
async function whatDiffers(folder, digests) {
	return (await Promise.all(Object.entries(digests).map(async ([name, wanted]) => {
		const reason = await whatItIs(folder, name);
		if (reason !== void 0) return reason;
		const digest = await sha256Of(path.join(folder, name));
		return digest === wanted ? void 0 : `the SHA-256 of ${name} is ${digest}, not ${wanted}`;
	}))).find((reason) => reason !== void 0);
}
async function whatDiffersFrom(bytes, folder, name) {
	const reason = await whatItIs(folder, name);
	if (reason !== void 0) return reason;
	let at = 0;
	for await (const piece of piecesOf(path.join(folder, name))) {
		if (Buffer.compare(piece, bytes.subarray(at, at + piece.length)) !== 0) return `${name} is another one`;
		at += piece.length;
	}
	return at === bytes.length ? void 0 : `${name} is another one`;
}
async function whatItIs(folder, name) {
	const found = await lstat(path.join(folder, name)).catch(() => void 0);
	if (found === void 0) return `${name} is not there`;
	if (found.isSymbolicLink()) return `${name} is a symbolic link`;
	return found.isFile() ? void 0 : `${name} is not a file`;
}
async function whatElse(folder, names) {
	return (await readdir(folder, { withFileTypes: true })).find((entry) => !names.includes(entry.name) && !(entry.isFile() && entry.name.startsWith(".")))?.name;
}
async function sha256Of(file) {
	const hash = createHash("sha256");
	for await (const piece of piecesOf(file)) hash.update(piece);
	return hash.digest("hex");
}
function piecesOf(file) {
	return createReadStream(file, { highWaterMark: 2 ** 20 });
}
export { digestsIn, notOfThePackage, refuseChanged, whatDiffers, whatDiffersFrom, whatElse };
