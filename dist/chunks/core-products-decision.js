import { verdicts } from "./start.js";
import { _enum, array, boolean, literal, number, object, string, union } from "./npm-zod-v4-classic-schemas.js";
import { warningSchema } from "./core-products-warning.js";
import { sha256Schema } from "./core-schema.js";
import { comparedInterfaceSchema, comparedOutputsSchema, notComparedSchema } from "./core-products-measurements.js";
const questionSchema = object({
	metric: string(),
	margin: union([object({ relative: number().min(0) }), object({ absolute: number().min(0) })]),
	uses: object({ path: string() }).optional(),
	claim: _enum(["better", "equivalent"]).optional(),
	better: _enum(["lower", "higher"]).optional(),
	alpha: number()
});
const comparisonRowSchema = object({
	metric: string(),
	scenario: string().optional(),
	unit: string(),
	better: _enum(["lower", "higher"]),
	production: number(),
	candidate: number(),
	scale: _enum(["relative", "absolute"]),
	change: number(),
	interval: object({
		low: number(),
		high: number(),
		level: number()
	}),
	margin: number(),
	claim: _enum(["better", "equivalent"]).optional(),
	verdict: _enum(verdicts),
	improved: boolean(),
	alone: literal(true).optional(),
	effective: number().optional(),
	needs: object({
		blocks: number().optional(),
		examples: number().optional()
	}).optional(),
	detectable: number().optional(),
	noise: object({
		blocks: number(),
		low: number(),
		high: number(),
		level: number()
	}).optional()
}).extend({
	method: string(),
	why: string()
});
const comparisonSchema = object({
	contender: string(),
	against: object({
		version: string().optional(),
		sha256: sha256Schema.or(literal(""))
	}),
	identical: boolean(),
	rows: array(comparisonRowSchema),
	interface: comparedInterfaceSchema.optional(),
	outputs: comparedOutputsSchema.optional(),
	notCompared: array(notComparedSchema).optional(),
	alpha: number(),
	warnings: array(warningSchema),
	evidence: sha256Schema
});
const override = object({
	by: string(),
	reason: string()
});
const decisionSchema = object({
	verdict: _enum(verdicts),
	reasons: array(object({
		metric: string(),
		scenario: string().optional(),
		verdict: _enum(verdicts),
		why: string()
	})),
	sentence: string(),
	override: override.extend({ verdict: _enum(["fail", "inconclusive"]) }).optional()
});
export { comparisonRowSchema, comparisonSchema, decisionSchema, questionSchema };
