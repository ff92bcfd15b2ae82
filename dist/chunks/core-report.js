import { problemSchema } from "./core-errors-problem.js";
import { _enum, array, boolean, literal, number, object, record, string, union, unknown } from "./npm-zod-v4-classic-schemas.js";
import { comparisonSchema, decisionSchema } from "./core-products-decision.js";
import { measurementsSchema } from "./core-products-measurements.js";
import { artifactSchema } from "./core-products-artifact.js";
import { openRolloutSchema, rolloutResultSchema } from "./core-products-rollout.js";
import { sha256Schema } from "./core-schema.js";
import { effects, outcomes, verdicts } from "./start.js";
import { warningSchema } from "./core-products-warning.js";
const releaseSchema = object({
	model: string(),
	version: string(),
	tag: string(),
	artifact: artifactSchema,
	bump: _enum([
		"first",
		"major",
		"minor",
		"patch",
		"none"
	]),
	why: string(),
	existed: boolean()
});
const dataReference = object({
	artifact: artifactSchema,
	inputs: record(string(), string()),
	label: string().optional(),
	group: string().optional(),
	uses: object({
		path: string(),
		sha256: sha256Schema
	}).optional()
});
const subjectSchema = object({
	model: string(),
	candidate: artifactSchema,
	production: object({
		version: string().optional(),
		artifact: artifactSchema
	}).optional(),
	data: record(string(), dataReference)
});
const finding = object({
	code: string(),
	severity: _enum([
		"error",
		"warning",
		"note"
	]),
	where: string(),
	message: string(),
	hint: string(),
	unchecked: literal(true).optional(),
	partly: string().optional()
});
const interfaceValue = object({
	name: string(),
	type: string(),
	dims: array(union([number(), string()]))
});
const modelSummary = object({
	irVersion: number(),
	opset: record(string(), number()),
	producer: string(),
	nodes: number(),
	operators: record(string(), number()),
	parameters: number(),
	bytes: number(),
	inputs: array(interfaceValue),
	outputs: array(interfaceValue)
});
const checkVerdicts = [...verdicts, "not-checked"];
const validationSchema = object({
	checks: array(object({
		check: string(),
		verdict: _enum(checkVerdicts),
		findings: array(finding)
	})),
	summary: modelSummary
});
const variantsSchema = object({
	variants: array(object({
		id: string(),
		model: artifactSchema,
		how: string(),
		kept: boolean(),
		why: string()
	})),
	chosen: object({
		id: string(),
		model: artifactSchema
	})
});
const stageReport = object({
	name: string(),
	kind: string(),
	status: _enum([
		...outcomes,
		"done",
		"cached",
		"skipped",
		"error"
	]),
	effects: _enum(effects),
	summary: string(),
	seconds: number(),
	warnings: array(warningSchema),
	problems: array(problemSchema)
});
const runReportSchema = object({
	schema: literal("airworthy.report/2"),
	tool: object({
		name: literal("airworthy"),
		version: string()
	}),
	pipeline: object({
		name: string().min(1),
		file: string(),
		sha256: sha256Schema
	}),
	runId: string(),
	startedAt: string(),
	finishedAt: string(),
	outcome: _enum([
		...outcomes,
		"measured",
		"error",
		"cancelled"
	]),
	exitCode: number(),
	sentence: string(),
	stages: array(stageReport),
	subject: subjectSchema.optional(),
	validation: validationSchema.optional(),
	variants: variantsSchema.optional(),
	measurements: measurementsSchema.optional(),
	comparison: comparisonSchema.optional(),
	decision: decisionSchema.optional(),
	release: releaseSchema.optional(),
	rollout: rolloutResultSchema.optional(),
	openRollout: openRolloutSchema.optional(),
	other: record(string(), unknown()),
	files: record(string(), string()),
	evidence: sha256Schema.optional(),
	next: array(object({
		command: string(),
		what: string()
	}))
});
export { runReportSchema };
