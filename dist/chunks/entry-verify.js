import { entriesOnEvidence, releasesOfFile } from "./start.js";
import "./pipelines.js";
import { currentRules, rowName, verifyEvidence as verifyEvidence$1 } from "./verdicts-evidence.js";
import { describeRows } from "./verdicts.js";
function verifyEvidence(json, name) {
	const { rows: judged, recorded, rules, decisions, ...verified } = verifyEvidence$1(json, name);
	const rows = describeRows(judged);
	const notes = [
		...earlierRules(rules),
		...verified.bound === void 0 ? [unbound] : [],
		...rows.flatMap((row, at) => rewordings(row, recorded[at]))
	];
	const unchecked = decisions.flatMap(notRecomputed);
	return {
		...verified,
		rows,
		decisions: decisions.map(verifiedDecision),
		unchecked,
		notes
	};
}
const unbound = "It is not bound: an earlier version of Airworthy kept it, or somebody took out what bound it. Nothing protects its margins, error rate and claims, and it holds no decision, no commit and no pipeline.";
function verifiedDecision({ stage, recorded, found }) {
	return {
		stage,
		verdict: recorded.verdict,
		recomputed: found?.verdict,
		override: recorded.override
	};
}
function notRecomputed({ stage, kind, found }) {
	if (found !== void 0) return [];
	return [`The decision of ${stage} cannot be recomputed: a stage of kind ${kind} with these settings is not one of Airworthy's.`];
}
function earlierRules(rules) {
	if (rules === "airworthy.evidence/3") return [];
	return [`The verdicts follow the earlier rules of ${rules}, which ${currentRules} replaced: compare again to have today's.`];
}
function rewordings(row, recorded) {
	if (recorded === void 0) return [];
	return ["method", "why"].filter((word) => row[word] !== recorded[word]).map((word) => `${rowName(row)}: the recorded \`${word}\` differs from what the numbers say today: ${row[word]}`);
}
function recordedIn(entries, verified) {
	const { digests } = verified;
	const named = entriesOnEvidence(entries, digests.evidence);
	return {
		named,
		differences: named.flatMap((entry) => entryDifferences(entry, fileOf(entries, entry), verified)),
		notes: named.length > 0 ? [] : whatElse(entries, verified)
	};
}
function entryDifferences(entry, file, { bound, model }) {
	const name = `${entry.model} ${entry.version}`;
	const served = bound?.production?.version ?? "";
	const against = comparedWith(entry);
	return [
		[bound === void 0 || entry.model === bound.model, `${name} was recorded on it, which is of ${bound?.model}.`],
		[file === model, `${name} was recorded on it with a model file that is not the one it compares.`],
		[bound === void 0 || entry.source === bound.run.commit, `${name} was recorded on it from ${commitWords(entry.source)}, and it is of ${commitWords(bound?.run.commit)}.`],
		[bound === void 0 || against === void 0 || against === served, `${name} was recorded as compared with ${against || "nothing"}, and it compares with ${served || "nothing"}.`]
	].flatMap(([holds, otherwise]) => holds ? [] : [otherwise]);
}
function comparedWith(entry) {
	if (entry.kind === "rollout-started") return entry.from;
	return entry.kind === "release" ? entry.against : void 0;
}
function fileOf(entries, { model, version }) {
	const release = entries.find((each) => each.kind === "release" && each.model === model && each.version === version);
	return release?.kind === "release" ? release.artifact.sha256 : void 0;
}
function commitWords(commit) {
	return commit === void 0 ? "no commit that was known" : `the commit ${commit}`;
}
function whatElse(entries, { digests, model }) {
	const measured = entriesOnEvidence(entries, digests.measurements);
	if (measured.length > 0) return [`${listed(measured)} was recorded on its measurements by an earlier version of Airworthy: the samples are those, margins and decision are not covered.`];
	const released = model === void 0 ? [] : releasesOfFile(entries, model);
	if (released.length === 0) return [];
	return [`The same model file was released as ${listed(released)}, on other evidence.`];
}
function listed(entries) {
	return [...new Set(entries.map(({ model, version }) => `${model} ${version}`))].join(", ");
}
export { recordedIn, verifyEvidence };
