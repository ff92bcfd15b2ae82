import { ancestors, digest, nodesOf } from "./start.js";
import { nearest } from "./workers.js";
import { pipelineError } from "./pipelines.js";
const shardFileName = "shard.json";
function sharedStage({ stages, kinds }) {
	const sharable = stages.filter(({ kind }) => kind.sharable);
	const [only] = sharable;
	if (only !== void 0 && sharable.length === 1) return only;
	const names = kinds.filter((kind) => kind.sharable).map(({ name }) => name);
	throw pipelineError("benchmark-unclear", {
		count: sharable.length,
		kinds: names
	});
}
function checkShardName(name, { shards }) {
	const valid = shards.map((shard) => shard.name);
	if (!valid.includes(name)) throw pipelineError("shard-unknown", {
		shard: name,
		valid,
		nearest: nearest(name, valid)
	});
}
function sharingOf(pipeline, share) {
	const shared = sharedStage(pipeline);
	if (!("shard" in share)) return {
		stage: shared.name,
		share
	};
	checkShardName(share.shard, shared);
	const before = ancestors(nodesOf(pipeline.stages), shared.name).map(({ name }) => name);
	return {
		stage: shared.name,
		share,
		only: new Set([...before, shared.name])
	};
}
function reasonOfSharing(stage, sharing) {
	if (sharing?.only === void 0) return void 0;
	if (!sharing.only.has(stage.name)) return `a shard ends with ${sharing.stage}; airworthy merge continues`;
	return stage.kind.effects === "remote" ? "a shard touches nothing outside" : void 0;
}
function subjectDigests({ candidate, production, data }) {
	return {
		candidate: candidate.sha256,
		...production === void 0 ? {} : { production: production.artifact.sha256 },
		data: Object.fromEntries(Object.entries(data).map(([name, each]) => [name, dataDigest(each)]))
	};
}
function dataDigest({ artifact, inputs, label, group, uses }) {
	return digest({
		artifact: artifact.sha256,
		inputs,
		label,
		group,
		uses: uses?.sha256
	});
}
export { checkShardName, reasonOfSharing, shardFileName, sharedStage, sharingOf, subjectDigests };
