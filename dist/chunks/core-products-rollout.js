import { verdicts } from "./start.js";
import { _enum, array, boolean, number, object, string } from "./npm-zod-v4-classic-schemas.js";
const requests = object({
	stable: number(),
	candidate: number()
});
const judgementSchema = object({
	metric: string(),
	stable: number(),
	candidate: number(),
	change: number(),
	interval: object({
		low: number(),
		high: number(),
		level: number()
	}),
	margin: number(),
	verdict: _enum(verdicts),
	why: string()
});
const step = object({
	weight: number(),
	observed: number().optional(),
	requests,
	verdict: _enum(verdicts),
	judgements: array(judgementSchema),
	startedAt: string(),
	seconds: number()
});
const openRolloutSchema = object({
	id: string(),
	version: string(),
	from: string().optional(),
	target: string(),
	weight: number(),
	passed: number(),
	steps: number(),
	promoted: boolean(),
	sentence: string()
});
const rolloutResultSchema = object({
	id: string(),
	outcome: _enum([
		"promoted",
		"rolled-back",
		"already-serving",
		"held"
	]),
	version: string(),
	from: string().optional(),
	target: string(),
	steps: array(step),
	why: string(),
	hooks: array(object({
		name: string(),
		outcome: _enum(["done", "failed"]),
		detail: string()
	})),
	verified: requests.optional()
});
export { judgementSchema, openRolloutSchema, rolloutResultSchema };
