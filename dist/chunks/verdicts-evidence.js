import { canonical, digest, isProduction, verdictError } from "./start.js";
import { allRules, compareRows, currentRules } from "./verdicts-comparison.js";
import { _enum, array, number, object, string, unknown } from "./npm-zod-v4-classic-schemas.js";
import { messageOf } from "./workers.js";
import { checkUntrusted } from "./core-untrusted-value.js";
import { factsOf } from "./stats-signed-rank.js";
import { comparisonRowSchema, comparisonSchema, questionSchema } from "./core-products-comparison.js";
import { measurementsSchema } from "./core-products-measurements.js";
function evidenceOf(measurements, comparison, questions, alpha) {
	const asked = questions.map(({ metric, margin, better, claim, alpha: rate }) => ({
		metric,
		margin,
		alpha: rate,
		...claim === void 0 ? {} : { claim },
		...better === void 0 ? {} : { better }
	}));
	return JSON.parse(canonical({
		schema: currentRules,
		alpha,
		questions: asked,
		measurements,
		comparison
	}));
}
const recordedRow = comparisonRowSchema.pick({
	metric: true,
	scenario: true,
	verdict: true
}).extend({
	method: unknown(),
	why: unknown()
});
const evidenceSchema = object({
	schema: _enum(allRules),
	alpha: number().min(1e-4).max(.2),
	questions: array(questionSchema),
	measurements: measurementsSchema,
	comparison: comparisonSchema.pick({
		contender: true,
		identical: true,
		alpha: true
	}).extend({
		against: object({ sha256: string() }),
		rows: array(recordedRow),
		evidence: string()
	})
});
function verifyEvidence(json) {
	const evidence = read(json);
	const recorded = evidence.comparison.rows;
	const rows = recompute(evidence);
	const differences = [...claimDifferences(evidence), ...rowDifferences(rows.map(factsOf), recorded)];
	return {
		same: differences.length === 0 && evidence.questions.length > 0,
		differences,
		rows,
		recorded
	};
}
function read(json) {
	const checked = checkUntrusted(evidenceSchema, json);
	if ("value" in checked) return checked.value;
	throw verdictError("evidence-wrong", {
		path: "The file",
		reason: checked.reason
	});
}
function recompute({ schema: rules, measurements, questions, alpha }) {
	try {
		return compareRows(measurements, questions, alpha, rules);
	} catch (cause) {
		throw verdictError("evidence-wrong", {
			path: "The file",
			reason: messageOf(cause)
		}, { cause });
	}
}
function claimDifferences({ measurements, comparison, alpha }) {
	const { contenders, chosen } = measurements;
	const production = contenders.find(({ role }) => role === "production");
	return [
		[digest(measurements) === comparison.evidence, "The measurements are not those that were compared: their digest differs."],
		[alpha === comparison.alpha, `The error rate is ${alpha}, the comparison says ${comparison.alpha}.`],
		[chosen === comparison.contender, `The chosen contender is ${chosen}, the comparison is of ${comparison.contender}.`],
		[comparison.identical === isProduction(contenders, chosen), "Whether the candidate is production itself does not follow from the contenders."],
		[(production?.model.sha256 ?? "") === comparison.against.sha256, "The production model that was measured is not the one that the comparison names."]
	].flatMap(([holds, otherwise]) => holds ? [] : [otherwise]);
}
function rowDifferences(recomputed, recorded) {
	const differences = recomputed.flatMap((row, at) => {
		const other = recorded[at];
		if (other === void 0) return [`${rowName(row)} is not recorded; recomputed it is ${row.verdict}.`];
		const keys = keysThatDiffer(row, other);
		if (keys.length === 0) return [];
		const verdicts = row.verdict === other.verdict ? "" : ` It was recorded as ${other.verdict}, recomputed it is ${row.verdict}.`;
		return [`${rowName(row)} differs in ${keys.join(", ")}.${verdicts}`];
	});
	const surplus = recorded.slice(recomputed.length).map((row) => `${rowName(row)} is recorded, but nothing asks for it.`);
	return [...differences, ...surplus];
}
function keysThatDiffer(row, { method: _, why: __, ...recorded }) {
	const [one, two] = [row, recorded];
	return [...new Set([...Object.keys(one), ...Object.keys(two)])].filter((key) => canonical(one[key] ?? null) !== canonical(two[key] ?? null));
}
function rowName({ metric, scenario }) {
	return scenario === void 0 ? metric : `${metric} at ${scenario}`;
}
export { evidenceOf, rowName, verifyEvidence };
