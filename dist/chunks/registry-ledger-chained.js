import { canonical, createHash, registryError, verdicts } from "./start.js";
import { _enum, array, boolean, discriminatedUnion, int, literal, number, prettifyError, record, strictObject, string, unknown } from "./npm-zod-v4-classic-schemas.js";
import { longestBakeMs, trafficMetric } from "./pipelines.js";
import { judgementSchema } from "./core-products-rollout.js";
import { moment, trafficWindow } from "./core-traffic.js";
const sha256 = string().regex(/^[0-9a-f]{64}$/);
const share = number().min(0).max(1);
const verdict = _enum(verdicts);
const counts = strictObject({
	stable: number(),
	candidate: number()
});
const file = strictObject({
	sha256,
	bytes: number(),
	name: string()
});
const artifact = file.extend({ files: array(file).min(1).optional() });
const chosen = record(string(), unknown());
const rolloutSettings = strictObject({
	target: chosen,
	source: chosen,
	bakeMs: number().positive().max(longestBakeMs),
	analysis: array(strictObject({
		metric: trafficMetric,
		margin: number().min(0),
		minRequests: int().positive()
	})),
	hold: int().min(0),
	hooks: strictObject({
		promoted: array(chosen),
		"rolled-back": array(chosen)
	})
});
const ofModel = { model: string() };
const ofRollout = {
	...ofModel,
	rollout: string()
};
const created = strictObject({ kind: literal("created") });
const release = strictObject({
	...ofModel,
	kind: literal("release"),
	version: string(),
	artifact,
	why: string(),
	source: string().optional(),
	evidence: string().optional(),
	tagged: boolean().optional(),
	against: string().optional(),
	serves: boolean().optional()
});
const assign = strictObject({
	...ofModel,
	kind: literal("assign"),
	stage: string(),
	version: string(),
	why: string(),
	source: string().optional(),
	against: string().optional(),
	evidence: string().optional()
});
const override = strictObject({
	...ofModel,
	kind: literal("override"),
	candidate: string(),
	verdict: _enum(["fail", "inconclusive"]).optional(),
	commit: string().optional(),
	approver: string(),
	reason: string()
});
const rolloutStarted = strictObject({
	...ofRollout,
	kind: literal("rollout-started"),
	version: string(),
	from: string().optional(),
	source: string().optional(),
	target: string(),
	steps: array(share).refine(isRising, "expected shares that rise from above 0 to 1"),
	settings: rolloutSettings.optional()
});
const rolloutWeight = strictObject({
	...ofRollout,
	kind: literal("rollout-weight"),
	step: int(),
	weight: share
});
const rolloutJudged = strictObject({
	...ofRollout,
	kind: literal("rollout-judged"),
	step: int(),
	verdict,
	requests: counts,
	judgements: array(strictObject(judgementSchema.shape)),
	seconds: number(),
	windows: array(trafficWindow).optional()
});
const hook = strictObject({
	...ofRollout,
	kind: literal("hook"),
	name: string(),
	outcome: _enum(["done", "failed"]),
	detail: string()
});
const rolloutFinished = strictObject({
	...ofRollout,
	kind: literal("rollout-finished"),
	outcome: _enum(["promoted", "rolled-back"]),
	why: string(),
	verified: counts.optional()
});
const recorded = {
	key: string(),
	at: moment,
	by: string(),
	chain: sha256.optional()
};
const ledgerEntry = discriminatedUnion("kind", [
	created.extend(recorded),
	release.extend(recorded),
	assign.extend(recorded),
	override.extend(recorded),
	rolloutStarted.extend(recorded),
	rolloutWeight.extend(recorded),
	rolloutJudged.extend(recorded),
	hook.extend(recorded),
	rolloutFinished.extend(recorded)
]);
function isRising(steps) {
	return steps.at(-1) === 1 && steps.every((step, index) => step > (steps[index - 1] ?? 0));
}
function formatEntry(entry) {
	return canonical(entry);
}
function parseEntry(text, where) {
	const parsed = ledgerEntry.safeParse(tryJson(text));
	if (parsed.success) return parsed.data;
	throw registryError("ledger-broken", {
		...where,
		reason: prettifyError(parsed.error).split("\n")[0] ?? "it does not parse"
	});
}
function onePerKey(entries) {
	const seen = new Set();
	return entries.filter(({ key }) => !seen.has(key) && seen.add(key));
}
function tryJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function readEntries(texts, placeOf) {
	const before = createHash("sha256");
	const ends = [];
	const ignored = [];
	const entries = [];
	const released = new Set();
	let isChained = false;
	let next = 0;
	for (const text of texts) {
		const at = next++;
		const entry = parseEntry(text, placeOf(at));
		const broken = (reason) => registryError("ledger-broken", {
			...placeOf(at),
			reason
		});
		if (entry.chain === void 0 && isChained) throw broken("it is not chained to the entries before it");
		if (entry.chain !== void 0 && entry.chain !== chainOf(before, withoutChain(text, entry.chain))) {
			if (ignored.length < mostPassedOver && isStale(text, entry.chain, ends)) {
				ignored.push(at);
				continue;
			}
			throw broken("it, or an entry before it, is not what was recorded");
		}
		if (entry.kind === "release") released.add(`${entry.model} ${entry.version}`);
		if (entry.kind === "assign" && !released.has(`${entry.model} ${entry.version}`)) throw broken(`it assigns ${entry.model} ${entry.version}, which was never released`);
		isChained ||= entry.chain !== void 0;
		ends.push(before.copy());
		if (ends.length > longestDelay) ends.shift();
		before.update(`${text}\n`);
		entries.push(entry);
	}
	return {
		entries: onePerKey(entries),
		ignored,
		next: (entry) => ({
			...entry,
			chain: chainOf(before, formatEntry(entry))
		})
	};
}
function chainOf(before, text) {
	return before.copy().update(text).digest("hex");
}
function withoutChain(text, chain) {
	return text.replace(`"chain":"${chain}",`, "");
}
const longestDelay = 100;
const mostPassedOver = 1e3;
function isStale(text, chain, ends) {
	const own = withoutChain(text, chain);
	return ends.some((end) => chainOf(end, own) === chain);
}
export { formatEntry, parseEntry, readEntries };
