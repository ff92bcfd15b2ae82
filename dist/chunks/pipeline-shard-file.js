import { literal, object, record, string } from "./npm-zod-v4-classic-schemas.js";
import { environmentOf } from "./core-environment.js";
import { largestText } from "./core-largest-text.js";
import { measurementsSchema } from "./core-products-measurements.js";
import { checkUntrusted } from "./core-untrusted-value.js";
import { pipelineError, stageError } from "./pipelines.js";
import "./pipeline-share.js";
import path from "node:path";
const subjectDigestsSchema = object({
	candidate: string(),
	production: string().optional(),
	data: record(string(), string())
});
const text = string().max(1e3);
const shardFile = object({
	schema: literal("airworthy.shard/1"),
	version: text,
	pipeline: object({
		name: text,
		sha256: text
	}),
	subject: subjectDigestsSchema,
	shard: string().regex(/^[a-z0-9._-]{1,100}$/, "not the name of a shard"),
	products: object({ measurements: measurementsSchema.refine(({ environments: [only, ...others] }) => only !== void 0 && others.length === 0 && isWhole(only), "it was not measured in one environment") })
});
function isWhole(environment) {
	const { gpus, runtimes, fingerprint, ...machine } = environment;
	const used = {
		...gpus === void 0 ? {} : { gpus },
		...runtimes === void 0 ? {} : { runtimes }
	};
	return environmentOf(machine, used).fingerprint === fingerprint;
}
async function readShards(places, { cwd, files }) {
	const found = await Promise.all(places.map((place) => shardsAt(path.resolve(cwd, place), files)));
	const shards = [];
	let bytes = 0;
	for (const file of new Set(found.flat())) {
		bytes += await files.size(file) ?? 0;
		if (bytes > largestText) throw pipelineError("shard-too-large", {
			file,
			bytes,
			limit: largestText
		});
		shards.push(parseShard(await files.readText(file), file));
	}
	return shards;
}
async function shardsAt(place, files) {
	if (await files.size(place) !== void 0) return [place];
	const found = await shardsIn(place, files);
	if (found.length === 0) throw pipelineError("merge-nothing", { place });
	return found;
}
async function shardsIn(folder, files) {
	const found = [];
	let looked = 0;
	const look = async (at, depth) => {
		for (const name of await files.list(at)) {
			const here = path.join(at, name);
			if (++looked > mostEntries) throw stageError("shard-wrong", {
				what: folder,
				reason: `it holds over ${mostEntries} files`
			});
			if (await files.size(here) === void 0) {
				if (depth > 1) await look(here, depth - 1);
			} else if (name === "shard.json") found.push(here);
		}
	};
	await look(folder, deepest);
	return found;
}
const mostEntries = 2e4;
const deepest = 8;
function parseShard(json, file) {
	const wrong = (reason) => stageError("shard-wrong", {
		what: file,
		reason
	});
	let value;
	try {
		value = JSON.parse(json);
	} catch {
		throw wrong("it is not JSON");
	}
	const read = checkUntrusted(shardFile, value);
	if ("reason" in read) throw wrong(read.reason);
	return {
		...read.value,
		file
	};
}
export { parseShard, readShards, shardFile };
