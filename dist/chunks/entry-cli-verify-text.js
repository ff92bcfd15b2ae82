import { terminalText } from "./start.js";
function verifiedText(found) {
	return [
		headline(found),
		...found.differences.map(indented),
		...found.unchecked.map(indented),
		...found.notes.map(indented),
		...bindingLines(found),
		...ledgerLines(found.ledger)
	].map((line) => `${line}\n`).join("");
}
function headline({ outcome, rows, decisions }) {
	if (outcome === "fail") return "\u2717 Not verified:";
	const recomputed = decisions.filter((decision) => decision.recomputed !== void 0);
	const counts = [...rows.length === 0 ? [] : [numbered(rows.length, "verdict")], ...recomputed.length === 0 ? [] : [numbered(recomputed.length, "decision")]];
	const what = rows.length === 0 ? `${counts.join("")} recomputed: the same. Nothing was compared.` : `${counts.join(" and ")} recomputed from the raw samples: the same.`;
	return outcome === "pass" ? `\u2713 ${what}` : `? ${what} Not everything could be:`;
}
function numbered(count, word) {
	return `${count} ${word}${count === 1 ? "" : "s"}`;
}
function bindingLines({ bound, decisions, digests, model: chosen }) {
	const digest = ["digest", digests.evidence];
	if (bound === void 0) return table([digest]);
	const { pipeline, run, model, candidate, production, data, earlier } = bound;
	return table([
		...decisions.length === 0 ? [["decision", "none was made on it"]] : [],
		...decisions.map((each) => ["decision", decisionWords(each)]),
		["candidate", `${model} ${candidate}`],
		...chosen === void 0 || chosen === candidate ? [] : [["variant", chosen]],
		["compared with", production === void 0 ? "nothing: a first release" : withVersion(production)],
		...Object.entries(data).map(([name, sha256]) => ["data", `${name} ${sha256}`]),
		["pipeline", `${pipeline.name} ${pipeline.sha256}`],
		...Object.entries(pipeline.inputs).map(([name, value]) => ["input", `${name}=${String(value)}`]),
		["commit", run.commit ?? "none was known"],
		["run", `${run.id}, begun ${run.startedAt}, by Airworthy ${bound.version}`],
		...earlier.map((sha256) => ["after", `a comparison with evidence ${sha256}`]),
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
const happened = {
	release: "released",
	assign: "serving again",
	"rollout-started": "rolled out from"
};
function entryWords({ kind, model, version, at, by }) {
	return `${model} ${version} ${happened[kind]} ${at} by ${by}`;
}
function table(rows) {
	return rows.map(([name, value]) => `  ${name.padEnd(13)} ${terminalText(value)}`);
}
function indented(line) {
	return `  ${terminalText(line)}`;
}
export { verifiedText };
