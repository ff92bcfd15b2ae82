import { environmentOf } from "./core-environment.js";
import { checkoutsAround, largestText, readJsonFile, refusals, trackedFile } from "./start.js";
import { _enum, object, record, string } from "./npm-zod-v4-classic-schemas.js";
import { measurementsSchema } from "./core-products-measurements.js";
import { checkUntrusted } from "./core-untrusted-value.js";
import { pipelineError, stageError } from "./pipelines.js";
import { UserError } from "./workers.js";
import "./pipeline-share.js";
import path from "node:path";
const subjectDigestsSchema = object({
	candidate: string(),
	production: string().optional(),
	data: record(string(), string())
});
async function committed(file, world) {
	const answers = await Promise.all((await checkoutsAround(path.dirname(file), world.files)).map(async (top) => ({
		link: await world.files.openWithin(top, path.relative(top, file).split(path.sep).join("/")) === "link",
		tracked: await trackedFile(top, file, world).catch(unclear) !== void 0
	})));
	return {
		tracked: answers.some(({ tracked }) => tracked),
		link: answers.some(({ link }) => link)
	};
}
function unclear(thrown) {
	if (thrown instanceof UserError && thrown.code === "git-failed") return thrown.message;
	throw thrown;
}
const text = string().max(1e3);
const shardFile = object({
	schema: _enum(["airworthy.shard/1", "airworthy.shard/2"]),
	version: text,
	run: text.optional(),
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
async function readShards(places, world) {
	const { cwd, files } = world;
	const found = await Promise.all(places.map((place) => shardsAt(path.resolve(cwd, place), files)));
	const shards = [];
	let bytes = 0;
	for (const file of new Set(found.flat())) {
		if (world.ciRun !== void 0) await refuseCommitted(file, world);
		bytes += await files.size(file) ?? 0;
		if (bytes > largestText) throw pipelineError("shard-too-large", {
			file,
			bytes,
			limit: largestText
		});
		const wrong = (reason) => stageError("shard-wrong", {
			what: file,
			reason
		});
		shards.push(checkedShard(await readJsonFile(files, file, "a shard", wrong), file));
	}
	return shards;
}
async function refuseCommitted(file, world) {
	const { tracked, link } = await committed(file, world);
	if (link) throw stageError("shard-wrong", {
		what: file,
		reason: `it ${refusals.link}`
	});
	if (tracked) throw pipelineError("shard-tracked", { file });
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
function checkedShard(value, file) {
	const read = checkUntrusted(shardFile, value);
	if ("reason" in read) throw stageError("shard-wrong", {
		what: file,
		reason: read.reason
	});
	return {
		...read.value,
		file
	};
}
export { readShards, shardFile };
