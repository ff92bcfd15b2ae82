import { terminalText } from "./start.js";
function verifiedText(verified, asked) {
	return [
		headline(verified),
		...verified.differences.map(indented),
		...verified.notes.map(indented),
		...bindingLines(verified),
		...ledgerLines(asked)
	].map((line) => `${line}\n`).join("");
}
function headline({ same, rows, decisions }) {
	if (!same) return "\u2717 Not verified:";
	const recomputed = decisions.filter((decision) => decision.recomputed !== void 0);
	return `\u2713 ${[...rows.length === 0 ? [] : [numbered(rows.length, "verdict")], ...recomputed.length === 0 ? [] : [numbered(recomputed.length, "decision")]].join(" and ")} recomputed from the raw samples: the same.`;
}
function numbered(count, word) {
	return `${count} ${word}${count === 1 ? "" : "s"}`;
}
function bindingLines({ bound, decisions, digests, model: chosen }) {
	const digest = ["digest", digests.evidence];
	if (bound === void 0) return table([digest]);
	const { pipeline, run, model, candidate, production, data } = bound;
	return table([
		...decisions.length === 0 ? [["decision", "none was made on it"]] : [],
		...decisions.map((each) => ["decision", decisionWords(each)]),
		["candidate", `${model} ${candidate}`],
		...chosen === void 0 || chosen === candidate ? [] : [["variant", chosen]],
		["compared with", production === void 0 ? "nothing: a first release" : withVersion(production)],
		...Object.entries(data).map(([name, sha256]) => ["data", `${name} ${sha256}`]),
		["pipeline", `${pipeline.name} ${pipeline.sha256}`],
		["commit", run.commit ?? "none was known"],
		["run", `${run.id}, begun ${run.startedAt}, by Airworthy ${bound.version}`],
		digest
	]);
}
function decisionWords({ stage, verdict, override }) {
	if (override === void 0) return `${stage}: ${verdict}`;
	return `${stage}: ${verdict}, let through by ${override.by}, who said: "${override.reason}"`;
}
function withVersion({ version, sha256 }) {
	return version === void 0 ? sha256 : `${version} ${sha256}`;
}
function ledgerLines(asked) {
	if ("notAsked" in asked) return table([["ledger", `not asked: ${asked.notAsked}`]]);
	const { ledger, named, notes } = asked;
	return [...table(named.length === 0 ? [["ledger", `${ledger} does not name it`]] : named.map((entry) => ["ledger", `${ledger} names it: ${entryWords(entry)}`])), ...notes.map(indented)];
}
function entryWords({ kind, model, version, at, by }) {
	return `${model} ${version} ${kind === "release" ? "released" : "serving again"} ${at} by ${by}`;
}
function table(rows) {
	return rows.map(([name, value]) => `  ${name.padEnd(13)} ${terminalText(value)}`);
}
function indented(line) {
	return `  ${terminalText(line)}`;
}
export { verifiedText };
