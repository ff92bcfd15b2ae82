export { readShards } from "./pipeline-shard-file.js";
