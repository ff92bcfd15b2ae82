import { UserError, createHash, portError } from "./workers.js";
import { eachPiece, piecesOf, whole } from "./core-bytes.js";
import { strictObject, string } from "./npm-zod-v4-classic-schemas.js";
import { canonical, digest, largestText, sha256 } from "./start.js";
import { pipelineError } from "./pipelines.js";
import { weightFiles } from "./pipeline-model-files.js";
import path from "node:path";
function defineStore(definition) {
	return {
		...definition,
		make: (settings, tools) => storeOf$1(definition.make(settings, tools))
	};
}
function storeOf$1(driver) {
	const { describe } = driver;
	return {
		describe,
		has: async (sha256) => await driver.size(digestIn(sha256)) !== void 0,
		async open(sha256) {
			const bytes = await driver.size(digestIn(sha256));
			if (bytes === void 0) return void 0;
			return checked({
				sha256,
				bytes,
				read: (from) => driver.read(sha256, from)
			}, describe);
		},
		async put(content) {
			if (await driver.size(digestIn(content.sha256)) === content.bytes) return;
			await driver.write(checked(content, "what was to be stored"));
		},
		remove: async (sha256) => driver.remove(digestIn(sha256))
	};
}
function digestIn(text) {
	if (/^[0-9a-f]{64}$/.test(text)) return text;
	throw portError("digest-malformed", { text });
}
function checked(content, where) {
	const { sha256, bytes } = content;
	return {
		sha256,
		bytes,
		async *read(from) {
			const hash = createHash("sha256");
			let left = bytes - from;
			for await (const piece of content.read(from)) {
				left -= piece.length;
				if (left < 0) break;
				hash.update(piece);
				yield piece;
			}
			if (left !== 0 || from === 0 && hash.digest("hex") !== sha256) throw portError("content-differs", {
				sha256,
				where
			});
		}
	};
}
const folder = defineStore({
	name: "folder",
	summary: "Plain files in a folder of this machine, each called by its digest.",
	settings: strictObject({ path: string().min(1).describe("The folder; it is made when something is stored.") }),
	example: "{ path: .airworthy/store }",
	make: (settings, tools) => folderDriver(path.resolve(tools.folder, settings.path), tools.world)
});
function placeIn(root, sha256) {
	return path.join(root, sha256.slice(0, 2), sha256);
}
const writing = new Set();
function folderDriver(root, { files, processes, randomId }) {
	const place = (sha256) => placeIn(root, sha256);
	const isAbandoned = (part, pid) => !writing.has(part) && (pid === processes.pid || !processes.alive(pid));
	const takeOver = async ({ sha256, bytes }, part) => {
		const folder = path.dirname(part);
		for (const name of await files.list(folder)) {
			const pid = pidIn(name, sha256);
			const left = path.join(folder, name);
			if (pid === void 0 || !isAbandoned(left, pid)) continue;
			const had = await files.size(left) ?? 0;
			if (had > 0 && had <= bytes && await moved(files, left, part)) return had;
		}
		return 0;
	};
	const fill = async (part, content) => {
		const had = await takeOver(content, part);
		await files.appendPieces(part, content.read(had));
		if (had === 0 || await files.hash(part) === content.sha256) return;
		await files.remove(part);
		await files.appendPieces(part, content.read(0));
	};
	const written = async (content, isLast) => {
		const part = `${place(content.sha256)}.${processes.pid}-${randomId()}.part`;
		writing.add(part);
		try {
			await fill(part, content);
			await files.move(part, place(content.sha256));
			return true;
		} catch (thrown) {
			if (isFinal(thrown)) await files.remove(part);
			if (!isLast && isMissing(thrown) && !await files.exists(part)) return false;
			throw thrown;
		} finally {
			writing.delete(part);
		}
	};
	return {
		describe: `the folder ${root}`,
		size: (sha256) => files.size(place(sha256)),
		read: (sha256, from) => files.pieces(place(sha256), from),
		async write(content) {
			for (let attempt = 1; !await written(content, attempt === attempts); attempt++);
		},
		remove: (sha256) => files.remove(place(sha256))
	};
}
const attempts = 5;
function pidIn(name, sha256) {
	const [, pid] = /^\.(\d+)-\w+\.part$/.exec(name.startsWith(sha256) ? name.slice(sha256.length) : "") ?? [];
	return pid === void 0 ? void 0 : Number(pid);
}
async function moved(files, from, to) {
	try {
		await files.move(from, to);
		return true;
	} catch (thrown) {
		if (isMissing(thrown)) return false;
		throw thrown;
	}
}
function isMissing(thrown) {
	return thrown instanceof UserError && thrown.code === "file-missing";
}
function isFinal(thrown) {
	return thrown instanceof UserError && ["content-differs", "disk-full"].includes(thrown.code);
}
function openArtifacts(root, world, beside, restored) {
	const { files } = world;
	const store = folder.make({ path: root }, {
		world,
		folder: root
	});
	const place = (name) => placeIn(root, name);
	const placeOf = ({ sha256: name, files: members }) => members?.[0] === void 0 ? place(name) : path.join(place(name), members[0].name);
	const checked = new Map();
	const names = new Map();
	const holdsFile = async (file, { bytes, sha256: wanted }) => {
		if (await files.size(file) !== bytes) return false;
		const stamp = await files.stamp(file);
		const seen = `${wanted} ${stamp}`;
		if (checked.get(file) === seen) return true;
		if (await files.hash(file) !== wanted || await files.stamp(file) !== stamp) return false;
		checked.set(file, seen);
		return true;
	};
	const holdsAll = async (artifact) => {
		for (const member of membersOf(artifact)) if (!await holdsFile(path.join(place(artifact.sha256), member.within), member)) return false;
		return true;
	};
	const restore = async (artifact, from) => {
		for (const member of membersOf(artifact)) {
			const inStore = path.posix.join(artifact.sha256.slice(0, 2), artifact.sha256, member.within);
			const source = await files.openWithin(from.folder, `${from.name}/${inStore}`);
			if (typeof source === "string" || source.length !== member.bytes || sha256Of(source) !== member.sha256) return false;
			await files.writePieces(path.join(place(artifact.sha256), member.within), piecesOf(whole(source)));
		}
		return holdsAll(artifact);
	};
	const intact = async (artifact) => {
		if (artifact.name !== "") names.set(artifact.sha256, artifact.name);
		if (!isWellFormed(artifact)) return false;
		return await holdsAll(artifact) || restored !== void 0 && await restore(artifact, restored);
	};
	const put = async (artifact, read) => {
		const there = await store.has(artifact.sha256);
		if (await intact(artifact)) return;
		if (there) await store.remove(artifact.sha256);
		await store.put({
			...artifact,
			read
		});
	};
	const putFolder = async (file, artifact, members) => {
		await files.copy(file, placeOf(artifact));
		for (const { name } of members) {
			const source = await openBeside(files, file, name);
			await files.writePieces(path.join(place(artifact.sha256), name), piecesOf(whole(source)));
		}
		if (await intact(artifact)) return;
		await files.remove(place(artifact.sha256));
		throw portError("file-changed", { path: file });
	};
	const putBytes = async (name, bytes) => {
		const artifact = {
			sha256: sha256(bytes),
			bytes: bytes.length,
			name
		};
		await put(artifact, async function* (from) {
			yield bytes.subarray(from);
		});
		return artifact;
	};
	return {
		putBytes,
		async putFile(file) {
			const artifact = await artifactOf(files, file, beside);
			if (await intact(artifact)) return artifact;
			const [, ...members] = artifact.files ?? [];
			if (members.length > 0) await putFolder(file, artifact, members);
			else await put(artifact, (from) => files.pieces(file, from)).catch(changed(file));
			return artifact;
		},
		async path(artifact) {
			if (await intact(artifact)) return placeOf(artifact);
			throw pipelineError("artifact-missing", artifact);
		},
		async putValue(value) {
			const text = textOf(files.maskedValue(value));
			const { sha256: digest } = await putBytes("value.json", new TextEncoder().encode(text));
			return {
				sha256: digest,
				value: JSON.parse(text)
			};
		},
		async value(digest) {
			if (await files.size(place(digest)) === void 0) return void 0;
			const bytes = await files.read(place(digest));
			return sha256(bytes) === digest ? JSON.parse(new TextDecoder().decode(bytes)) : void 0;
		},
		readable: (text) => [...names].reduce((known, [digest, name]) => known.replaceAll(place(digest), name), text),
		async holds(value) {
			for (const artifact of artifactsIn(value)) if (!await intact(artifact)) return false;
			return true;
		}
	};
}
function membersOf(artifact) {
	return artifact.files?.map((file) => ({
		...file,
		within: file.name
	})) ?? [{
		...artifact,
		within: ""
	}];
}
function isWellFormed({ sha256: own, files }) {
	if (files === void 0) return true;
	return files.every(({ name }) => !path.isAbsolute(name) && !name.split(/[\\/]/).includes("..")) && digest(files) === own;
}
function textOf(value) {
	const text = jsonOf(value);
	if (text === void 0 || text.length > largestText) throw pipelineError("result-too-large", {
		characters: text?.length,
		limit: largestText
	});
	return text;
}
function jsonOf(value) {
	try {
		return canonical(value);
	} catch (thrown) {
		if (thrown instanceof RangeError && /string length/i.test(thrown.message)) return void 0;
		throw thrown;
	}
}
function changed(file) {
	return (cause) => {
		if (cause instanceof UserError && cause.code === "content-differs") throw portError("file-changed", { path: file }, { cause });
		throw cause;
	};
}
async function artifactOf(files, file, beside) {
	const bytes = await files.size(file);
	if (bytes === void 0) throw portError("file-missing", { path: file });
	const alone = {
		sha256: await files.hash(file),
		bytes,
		name: path.basename(file)
	};
	const names = await beside(file);
	if (names.length === 0) return alone;
	const members = [alone];
	for (const name of names) {
		const source = await openBeside(files, file, name);
		members.push({
			sha256: sha256Of(source),
			bytes: source.length,
			name
		});
	}
	return {
		sha256: digest(members),
		bytes: members.reduce((sum, member) => sum + member.bytes, 0),
		name: alone.name,
		files: members
	};
}
async function openBeside(files, model, location) {
	const source = await files.openWithin(path.dirname(model), location);
	if (typeof source !== "string") return source;
	throw pipelineError("external-refused", {
		model: path.basename(model),
		location,
		why: source
	});
}
function sha256Of(source) {
	const hash = createHash("sha256");
	eachPiece(whole(source), (piece) => void hash.update(piece));
	return hash.digest("hex");
}
function artifactsIn(value) {
	if (Array.isArray(value)) return value.flatMap(artifactsIn);
	if (value === null || typeof value !== "object") return [];
	if (isArtifact(value)) return [value];
	return Object.values(value).flatMap(artifactsIn);
}
function isArtifact(value) {
	const keys = Object.keys(value).filter((key) => key !== "files");
	return "sha256" in value && "bytes" in value && "name" in value && keys.length === 3;
}
function openStore(root, world, restored) {
	return openArtifacts(root, world, weightFiles(world.files), restored);
}
function storeOf({ store, restored }, world) {
	return openStore(store, world, restored);
}
export { artifactOf, openStore, storeOf };
