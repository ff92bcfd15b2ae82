import { canonical, registryError, verdicts } from "./start.js";
import { createHash } from "./workers.js";
import { _enum, array, boolean, discriminatedUnion, int, literal, number, record, strictObject, string, unknown } from "./npm-zod-v4-classic-schemas.js";
import { longestBakeMs, trafficMetric } from "./pipelines.js";
import { wrongMember } from "./core-schema.js";
import { judgementSchema } from "./core-products-rollout.js";
import { moment, trafficWindow } from "./core-traffic.js";
async function author(world) {
	const { env } = world;
	return plain(world.actor ?? asOnGitHub(world) ?? (env["USER"] || env["USERNAME"]) ?? "") ?? (world.trust.level === "trusted" ? plain(await userOfGit(world)) : void 0) ?? "airworthy";
}
function plain(name) {
	const kept = name.replace(/[<>\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
	return /[\p{L}\p{N}]/u.test(kept) ? kept : void 0;
}
function asOnGitHub({ ciSystem, env }) {
	return ciSystem === void 0 ? env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] : void 0;
}
const names = new WeakMap();
function userOfGit({ processes, cwd }) {
	const answer = names.get(processes) ?? processes.run("git", [
		"config",
		"--get",
		"user.name"
	], {
		cwd,
		timeoutMs: 1e4
	}).then(({ code, stdout }) => code === 0 ? stdout : "", () => "");
	names.set(processes, answer);
	return answer;
}
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
const driving = {
	driver: string().optional(),
	expires: moment.optional()
};
const process = strictObject({
	pid: int(),
	start: string(),
	machine: string(),
	namespace: string()
});
const driven = {
	...driving,
	follows: string().optional()
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
	evidence: string().optional(),
	rollout: string().optional(),
	...driven
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
	evidence: string().optional(),
	source: string().optional(),
	target: string(),
	steps: array(share).refine(isRising, "expected shares that rise from above 0 to 1"),
	settings: rolloutSettings.optional(),
	process: process.optional(),
	...driving
});
const rolloutClaimed = strictObject({
	...ofRollout,
	kind: literal("rollout-claimed"),
	driver: string(),
	expires: moment,
	follows: string(),
	process: process.optional(),
	watchedMs: number().min(0).optional(),
	gone: literal(true).optional()
});
const rolloutLeft = strictObject({
	...ofRollout,
	kind: literal("rollout-left"),
	driver: string(),
	follows: string(),
	untouched: literal(true).optional()
});
const rolloutWeight = strictObject({
	...ofRollout,
	...driven,
	kind: literal("rollout-weight"),
	step: int(),
	weight: share
});
const rolloutJudged = strictObject({
	...ofRollout,
	...driven,
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
	...driven,
	kind: literal("hook"),
	name: string(),
	outcome: _enum(["done", "failed"]),
	detail: string()
});
const rolloutFinished = strictObject({
	...ofRollout,
	...driven,
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
	rolloutClaimed.extend(recorded),
	rolloutLeft.extend(recorded),
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
	const value = tryJson(text);
	const parsed = ledgerEntry.safeParse(value);
	if (parsed.success) return parsed.data;
	throw registryError("ledger-broken", {
		...where,
		reason: reasonOf(value)
	});
}
function reasonOf(value) {
	if (value === void 0) return "it is no JSON, as if a part of it were missing";
	const { member, words } = wrongMember(ledgerEntry, value) ?? {
		member: "",
		words: ""
	};
	return member === "" ? `it is not of the form of an entry: ${words}` : `its member \`${member}\` is wrong: ${words}`;
}
function tryJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function joinLines(texts) {
	return texts.map((text) => `${text}\n`).join("");
}
function readEntries(texts, placeOf) {
	return readOn(startedReading(), texts, placeOf);
}
function readChecked(text, placeOf, checked) {
	const entries = tryJson(`[${text.slice(0, -1).replaceAll("\n", ",")}]`);
	if (!Array.isArray(entries) || entries.length !== checked.count || !entries.every(isObject)) return void 0;
	const reading = {
		...startedReading(),
		base: text,
		baseCount: checked.count,
		count: checked.count
	};
	const late = lastLines(text, longestDelay);
	reading.before.update(text.slice(0, late));
	for (const line of text.slice(late, -1).split("\n")) hash(reading, line);
	if (reading.before.copy().digest("hex") !== checked.digest) return void 0;
	const last = entries.at(-1);
	const lastText = text.slice(lastLines(text, 1), -1);
	if (last.chain !== void 0 && !isChainedTo(reading.ends.at(-1), lastText, last.chain)) return void 0;
	for (const entry of entries) take(reading, entry);
	return reading.entries.length === checked.count ? readOn(reading, [], placeOf) : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
function lastLines(text, count) {
	let at = text.length - 1;
	for (let line = 0; line < count && at >= 0; line++) at = at === 0 ? -1 : text.lastIndexOf("\n", at - 1);
	return at + 1;
}
function startedReading() {
	return {
		before: createHash("sha256"),
		ends: [],
		entries: [],
		ignored: [],
		keys: createNames([]),
		released: createNames([]),
		base: "",
		baseCount: 0,
		texts: [],
		isChained: false,
		count: 0
	};
}
function createNames(shared) {
	const own = new Set();
	const all = [...shared, own];
	return {
		has: (name) => all.some((names) => names.has(name)),
		add: (name) => void own.add(name),
		copy: () => createNames(all.length > mostShared ? [new Set(all.flatMap((names) => [...names]))] : [...all])
	};
}
const mostShared = 16;
function readOn(reading, texts, placeOf) {
	for (const text of texts) check(reading, text, placeOf);
	const { entries, ignored, before, count } = reading;
	return {
		entries,
		ignored,
		next: (entry) => ({
			...entry,
			chain: chainOf(before, formatEntry(entry))
		}),
		and: (more) => readOn(copyOf(reading), more, placeOf),
		checked: () => ({
			count,
			digest: before.copy().digest("hex")
		}),
		linesFrom(from) {
			if (from === 0) return reading.base + joinLines(reading.texts);
			return from < reading.baseCount ? void 0 : joinLines(reading.texts.slice(from - reading.baseCount));
		}
	};
}
function copyOf(reading) {
	return {
		...reading,
		before: reading.before.copy(),
		ends: [...reading.ends],
		entries: [...reading.entries],
		ignored: [...reading.ignored],
		texts: [...reading.texts],
		keys: reading.keys.copy(),
		released: reading.released.copy()
	};
}
function check(reading, text, placeOf) {
	const { before, ends, ignored, released } = reading;
	const at = reading.count;
	const entry = parseEntry(text, placeOf(at));
	const broken = (reason) => registryError("ledger-broken", {
		...placeOf(at),
		reason
	});
	if (entry.chain === void 0 && reading.isChained) throw broken("it is not chained to the entries before it");
	if (entry.chain !== void 0 && !isChainedTo(before, text, entry.chain)) {
		const end = ignored.length < mostPassedOver ? staleEnd(text, entry.chain, ends) : void 0;
		if (end === void 0) throw broken("it, or an entry before it, is not what was recorded");
		addEnd(reading, end.copy().update(`${text}\n`));
		ignored.push(at);
		reading.count += 1;
		return;
	}
	if (entry.kind === "assign" && !released.has(releaseIn(entry))) throw broken(`it assigns ${entry.model} ${entry.version}, which was never released`);
	hash(reading, text);
	reading.texts.push(text);
	reading.count += 1;
	take(reading, entry);
}
function hash(reading, text) {
	addEnd(reading, reading.before.copy());
	reading.before.update(`${text}\n`);
}
function addEnd({ ends }, end) {
	ends.push(end);
	if (ends.length > longestDelay) ends.shift();
}
function take(reading, entry) {
	const { entries, keys, released } = reading;
	if (entry.kind === "release") released.add(releaseIn(entry));
	reading.isChained ||= entry.chain !== void 0;
	if (keys.has(entry.key)) return;
	keys.add(entry.key);
	entries.push(entry);
}
function releaseIn({ model, version }) {
	return `${model} ${version}`;
}
function isChainedTo(before, text, chain) {
	return before !== void 0 && chainOf(before, withoutChain(text, chain)) === chain;
}
function chainOf(before, text) {
	return before.copy().update(text).digest("hex");
}
function withoutChain(text, chain) {
	return text.replace(`"chain":"${chain}",`, "");
}
const longestDelay = 100;
const mostPassedOver = 1e3;
function staleEnd(text, chain, ends) {
	const own = withoutChain(text, chain);
	return ends.find((end) => chainOf(end, own) === chain);
}
export { author, formatEntry, joinLines, parseEntry, readChecked, readEntries };
