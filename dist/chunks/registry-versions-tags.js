import { __toESM } from "./rolldown-runtime.js";
import { require_inc, require_prerelease, require_rcompare, require_valid } from "./npm-semver-functions-valid.js";
var import_inc = __toESM(require_inc(), 1);
var import_prerelease = __toESM(require_prerelease(), 1);
var import_rcompare = __toESM(require_rcompare(), 1);
var import_valid = __toESM(require_valid(), 1);
function nextVersion({ latest, interfaceChange, improved }) {
	if (latest === void 0) return {
		version: "1.0.0",
		bump: "first",
		why: "first release of this model"
	};
	const [bump, why] = bumpFrom(interfaceChange, improved);
	const version = (0, import_inc.default)(latest, bump);
	if (version === null) throw new TypeError(`${latest} is no semantic version`);
	return {
		version,
		bump,
		why: `${bump} after ${latest}: ${why}`
	};
}
function highestVersion(versions) {
	return [...versions].sort(import_rcompare.default)[0];
}
function isVersion(text) {
	return (0, import_valid.default)(text) !== null && /^\d/.test(text);
}
function isCandidate(version) {
	return (0, import_prerelease.default)(version) !== null;
}
function nextCandidate(version, known) {
	const numbers = known.flatMap((each) => each.startsWith(`${version}-rc.`) ? [Number(each.slice(version.length + 4))] : []);
	return `${version}-rc.${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`;
}
function bumpFrom(interfaceChange, improved) {
	if (interfaceChange === "breaking") return ["major", "callers of the model must change"];
	if (improved) return ["minor", "a quality metric is better beyond doubt"];
	if (interfaceChange === "additive") return ["minor", "the interface grew, and callers need not change"];
	return ["patch", "same interface, and no quality metric is better beyond doubt"];
}
const name = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-/_]*[a-zA-Z0-9])?";
const directory = "[a-zA-Z0-9\\-_./]+";
const pattern = new RegExp(`^((?:${directory}=)?${name})(?:#(${name})(!?)|@v([^!#]+)(!?)|@(deprecated|created))(?:#(\\d+))?$`);
const modelPattern = new RegExp(`^(?:${directory}:)?${name}$`);
const stagePattern = new RegExp(`^${name}$`);
function isModelName(text) {
	return modelPattern.test(text) && isReference(text.replace(":", "="));
}
function isStageName(text) {
	return stagePattern.test(text) && isReference(text);
}
function versionTag(model, version) {
	return `${inTag(model)}@v${version}`;
}
function stageTag(model, stage, counter) {
	return `${inTag(model)}#${stage}#${counter}`;
}
function parseTag(text) {
	const match = pattern.exec(text);
	if (match === null) return void 0;
	const [, artifact = "", stage, unassign, version, deregister, word, count] = match;
	const model = artifact.replace("=", ":");
	const counter = count === void 0 ? void 0 : Number(count);
	if (stage !== void 0) return {
		kind: "stage",
		model,
		stage,
		undo: unassign === "!",
		counter
	};
	if (word === "deprecated" || word === "created") return {
		kind: word,
		model,
		counter
	};
	if (version === void 0 || (0, import_valid.default)(version) === null || version.startsWith("v")) return void 0;
	return {
		kind: "version",
		model,
		version,
		undo: deregister === "!",
		counter
	};
}
function nextCounter(model, tags) {
	const counters = tags.map(parseTag).flatMap((tag) => tag?.model === model ? [tag.counter ?? 0] : []);
	return 1 + Math.max(0, ...counters);
}
function inTag(model) {
	return model.replace(":", "=");
}
function isReference(text) {
	return text.split("/").every((part) => part !== "" && !part.startsWith(".") && !/(?:\.|\.lock)$/.test(part)) && !text.includes("..");
}
export { highestVersion, isCandidate, isModelName, isStageName, isVersion, nextCandidate, nextCounter, nextVersion, parseTag, stageTag, versionTag };
