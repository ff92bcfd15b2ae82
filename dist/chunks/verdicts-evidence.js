import { canonical, digest, isProduction, notMeasured, verdictError } from "./start.js";
import { isQuality, metricNamed } from "./pipelines.js";
import { _enum, array, number, object, string, unknown } from "./npm-zod-v4-classic-schemas.js";
import { factsOf, tidy } from "./stats-signed-rank.js";
import { allRules, compareRows, currentRules } from "./verdicts-comparison.js";
import { messageOf } from "./workers.js";
import { checkUntrusted } from "./core-untrusted-value.js";
import { comparedInterfaceSchema, comparedOutputsSchema, measurementsSchema, notComparedSchema } from "./core-products-measurements.js";
import { comparisonRowSchema, comparisonSchema, questionSchema } from "./core-products-comparison.js";
const alike = {
	error: .1,
	ofSpread: .25
};
const nothingExpected = {
	interface: "stated",
	outputs: "stated"
};
const leastSpread = 1e-6;
function compareBeside(measurements, questions, expected) {
	const { contenders, chosen } = measurements;
	if (!contenders.some(({ role }) => role === "production") || isProduction(contenders, chosen)) return { notCompared: [] };
	const outputs = judgeOutputs(measurements.outputs, expected);
	return {
		...judgeInterface(measurements, expected),
		...outputs === void 0 ? {} : { outputs },
		notCompared: notCompared(questions, outputs)
	};
}
function judgeInterface({ interface: found }, expected) {
	if (found === void 0 && expected.interface === "kept") throw notMeasured("interface", "the benchmark did not look at it");
	if (found === void 0) return {};
	const { change, reasons } = found;
	if (expected.interface === "stated") return { interface: {
		change,
		reasons
	} };
	return { interface: {
		change,
		reasons,
		verdict: change === "breaking" ? "fail" : "pass"
	} };
}
function judgeOutputs(found, expected) {
	const judges = expected.outputs === "alike";
	if (found === void 0 && !judges) return void 0;
	const { data, errors, spreads, missing } = found ?? unmeasured;
	const figures = {
		...data === void 0 ? {} : { data },
		runs: errors.length,
		...errors.length === 0 ? {} : {
			error: meanOf(errors),
			worst: tidy(Math.max(...errors))
		},
		...spreads.length === 0 ? {} : { spread: meanOf(spreads) },
		...missing === void 0 ? {} : { missing }
	};
	const doubt = doubtOf(figures);
	const verdict = doubt === void 0 ? "pass" : "inconclusive";
	return {
		...figures,
		...doubt === void 0 ? {} : { doubt },
		...judges ? { verdict } : {}
	};
}
const unmeasured = {
	errors: [],
	spreads: [],
	missing: "the benchmark did not run the models for that"
};
function doubtOf({ runs, error, spread }) {
	if (error === void 0) return "missing";
	if (error > alike.error) return "large";
	if (runs === 1) return "single";
	if (spread === void 0) return void 0;
	if (spread < leastSpread) return "constant";
	return error > alike.ofSpread * spread ? "unrelated" : void 0;
}
function meanOf(values) {
	return tidy(values.reduce((sum, value) => sum + value, 0) / values.length);
}
function notCompared(questions, outputs) {
	const named = questions.map(({ metric }) => metricNamed(metric));
	return [
		...named.some((each) => each === void 0 || isQuality(each)) ? [] : [{ what: "quality" }],
		...outputs?.doubt === "missing" ? [{ what: "outputs" }] : [],
		...named.some((each) => each?.metric.how === "ratio") ? [] : [{ what: "speed" }]
	];
}
function evidenceOf(measurements, comparison, questions, alpha, { interface: contract, outputs } = nothingExpected) {
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
		expected: {
			interface: contract,
			outputs
		},
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
	expected: object({
		interface: _enum(["kept", "stated"]),
		outputs: _enum(["alike", "stated"])
	}).optional(),
	measurements: measurementsSchema,
	comparison: comparisonSchema.pick({
		contender: true,
		identical: true,
		alpha: true
	}).extend({
		against: object({ sha256: string() }),
		rows: array(recordedRow),
		interface: comparedInterfaceSchema.extend({ why: unknown() }).optional(),
		outputs: comparedOutputsSchema.extend({ why: unknown() }).optional(),
		notCompared: array(notComparedSchema.extend({ why: unknown() })).optional(),
		evidence: string()
	})
});
function verifyEvidence(json) {
	const evidence = read(json);
	const recorded = evidence.comparison.rows;
	const rows = recompute(evidence);
	const differences = [
		...claimDifferences(evidence),
		...rowDifferences(rows.map(factsOf), recorded),
		...besideDifferences(evidence)
	];
	return {
		same: differences.length === 0 && evidence.questions.length > 0,
		differences,
		rows,
		recorded,
		rules: evidence.schema
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
	return orWrong(() => compareRows(measurements, questions, alpha, rules));
}
function orWrong(compute) {
	try {
		return compute();
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
function besideDifferences({ schema, measurements, questions, expected, comparison }) {
	const { notCompared, ...found } = orWrong(() => compareBeside(measurements, questions, expected ?? nothingExpected));
	const differences = ["interface", "outputs"].flatMap((part) => canonical(withoutWords(found[part])) === canonical(withoutWords(comparison[part])) ? [] : [`What is recorded of the ${part} does not follow from the measurements.`]);
	const named = (parts) => parts.map(({ what }) => what).join();
	if (comparison.notCompared === void 0 ? schema === "airworthy.evidence/3" : named(comparison.notCompared) !== named(notCompared)) differences.push("What is recorded as not compared does not follow from the questions.");
	return differences;
}
function withoutWords(part) {
	const { why: _, doubt: __, ...facts } = { ...part };
	return facts;
}
function keysThatDiffer(row, { method: _, why: __, ...recorded }) {
	const [one, two] = [row, recorded];
	return [...new Set([...Object.keys(one), ...Object.keys(two)])].filter((key) => canonical(one[key] ?? null) !== canonical(two[key] ?? null));
}
function rowName({ metric, scenario }) {
	return scenario === void 0 ? metric : `${metric} at ${scenario}`;
}
export { alike, compareBeside, evidenceOf, rowName, verifyEvidence };
