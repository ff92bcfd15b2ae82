import { array, string, union } from "./npm-zod-v4-classic-schemas.js";
const defaultShard = "default";
const label = string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "expected letters, digits and . _ - between them").refine((text) => !text.includes(separator), "two underscores in a row separate labels").refine((text) => text.toLowerCase() !== defaultShard, `${defaultShard} is the shard of scenarios without a runner`);
const separator = "__";
const longestName = 100;
const runnerLabels = union([label, array(label).min(1)]).transform((given) => [given].flat()).refine((labels) => shardName(labels).length <= longestName, `expected at most ${longestName} characters together`);
function shardName(labels) {
	if (labels === void 0) return defaultShard;
	return [...new Set(labels.map((each) => each.toLowerCase()))].toSorted().join(separator);
}
export { defaultShard, runnerLabels, shardName };
