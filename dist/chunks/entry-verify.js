import { currentRules, rowName, verifyEvidence as verifyEvidence$1 } from "./verdicts-evidence.js";
import { describeRows } from "./verdicts.js";
function verifyEvidence(json) {
	const { same, differences, rows: judged, recorded, rules } = verifyEvidence$1(json);
	const rows = describeRows(judged);
	return {
		same,
		differences,
		rows,
		notes: [...earlierRules(rules), ...rows.flatMap((row, at) => rewordings(row, recorded[at]))]
	};
}
function earlierRules(rules) {
	if (rules === "airworthy.evidence/3") return [];
	return [`The verdicts follow the earlier rules of ${rules}, which ${currentRules} replaced: compare again to have today's.`];
}
function rewordings(row, recorded) {
	if (recorded === void 0) return [];
	return ["method", "why"].filter((word) => row[word] !== recorded[word]).map((word) => `${rowName(row)}: the recorded \`${word}\` differs from what the numbers say today: ${row[word]}`);
}
export { verifyEvidence };
