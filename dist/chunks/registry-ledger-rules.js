import { canonical, verdicts } from "./start.js";
import { errorFrom } from "./workers.js";
import { _enum, array, boolean, discriminatedUnion, int, literal, number, prettifyError, record, strictObject, string, unknown } from "./npm-zod-v4-classic-schemas.js";
import { isModelName, isStageName, isVersion, longestBakeMs, trafficMetric } from "./pipelines.js";
import { judgementSchema } from "./core-products-rollout.js";
import { moment, trafficWindow } from "./core-traffic.js";
function author(world) {
	const { env } = world;
	return (env["GITHUB_ACTOR"] ?? env["USER"] ?? env["USERNAME"] ?? "").replace(/[<>\r\n]/g, "").trim() || "airworthy";
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
const release$1 = strictObject({
	...ofModel,
	kind: literal("release"),
	version: string(),
	artifact,
	why: string(),
	source: string().optional(),
	evidence: string().optional(),
	tagged: boolean().optional()
});
const assign = strictObject({
	...ofModel,
	kind: literal("assign"),
	stage: string(),
	version: string(),
	why: string()
});
const override = strictObject({
	...ofModel,
	kind: literal("override"),
	candidate: string(),
	verdict: _enum(["fail", "inconclusive"]),
	approver: string(),
	reason: string()
});
const rolloutStarted = strictObject({
	...ofRollout,
	kind: literal("rollout-started"),
	version: string(),
	from: string().optional(),
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
	by: string()
};
const ledgerEntry = discriminatedUnion("kind", [
	release$1.extend(recorded),
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
function refWords(ref) {
	return ref.replace(/^refs\/tags\//, "tag ").replace(/^refs\/heads\//, "branch ");
}
const registryError = errorFrom({
	"git-failed": {
		say: (d) => ({
			message: `git ${d.command} failed in the registry: ${d.reason}.`,
			hint: "Check that the repository is whole (`git fsck`) and that it may be written."
		}),
		example: {
			command: "commit-tree",
			reason: "unable to write the object"
		}
	},
	"git-missing": {
		say: (d) => ({
			message: `The registry is a git repository, and git could not be started: ${d.reason}.`,
			hint: "Install git, or keep the ledger in a file: `registry: { file: ledger.jsonl }`."
		}),
		example: { reason: "ENOENT" }
	},
	"ledger-broken": {
		say: (d) => ({
			message: `The ledger ${d.ledger} is damaged at ${d.entry}: ${d.reason}.`,
			hint: "Restore it from a backup or an earlier commit; if a newer Airworthy wrote it, use that version."
		}),
		example: {
			ledger: "ledger.jsonl",
			entry: "line 4",
			reason: "it does not parse"
		}
	},
	"ledger-busy": {
		say: (d) => ({
			message: `The ledger is held by another writer${d.holder === void 0 ? "" : ` (process ${d.holder})`}.`,
			hint: `Try again when it is done; if nothing else is running, remove ${d.lock}.`
		}),
		example: {
			lock: "ledger.jsonl.lock",
			holder: 4711
		}
	},
	"model-name": {
		say: (d) => ({
			message: `${JSON.stringify(d.name)} is not a valid model name.`,
			hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit."
		}),
		example: { name: "my model" }
	},
	"ref-in-the-way": {
		say: (d) => ({
			message: `The ${refWords(d.ref)} stands in the way of the ${refWords(d.wanted)}: git cannot keep one beneath the other.`,
			hint: `Delete or rename it here and at every remote (\`git push REMOTE :${d.ref}\`)${d.wanted.startsWith("refs/tags/") ? ", call the pipeline something else, or release with `tag: false`" : ""}.`
		}),
		example: {
			ref: "refs/tags/team",
			wanted: "refs/tags/team/digits@v1.0.0"
		}
	},
	"registry-not-git": {
		say: (d) => ({
			message: `The registry ${d.path} is not a git repository: ${d.reason}.`,
			hint: "Give the repository's top folder, or add `create: true` to have a bare one made in an empty folder."
		}),
		example: {
			path: "registry",
			reason: "it holds no repository"
		}
	},
	"registry-untrusted": {
		say: (d) => ({
			message: `The registry ${d.path} is not opened: ${d.reason}, and this run is not trusted (${d.why}).`,
			hint: "Such a run reads the ledger from the checkout itself and from a remote that it names: `registry: { git: ., remote: origin }`."
		}),
		example: {
			path: "ledger.git",
			reason: "what a commit brings may configure git",
			why: "the pull request comes from a fork"
		}
	},
	"registry-unreachable": {
		say: (d) => ({
			message: `The registry could not be shared at ${d.remote}: ${d.reason}`,
			hint: "Check the name of the remote, the network, and that the token may write (permissions: contents: write). Nothing was recorded locally that the remote does not have."
		}),
		example: {
			remote: "origin",
			reason: "could not read from the remote repository"
		}
	},
	"stage-name": {
		say: (d) => ({
			message: `${JSON.stringify(d.name)} is not a valid registry stage name.`,
			hint: "Use letters, digits, `-`, `_` and `/`, beginning and ending with a letter or digit, such as `production`."
		}),
		example: { name: "#1" }
	},
	"version-exists": {
		say: (d) => ({
			message: `${d.model} ${d.version} exists already in ${d.where}, as another release.`,
			hint: "Leave `version:` at `from-evidence`, or give a version that is not taken."
		}),
		example: {
			model: "digits",
			version: "1.1.0",
			where: "the ledger"
		}
	},
	"version-invalid": {
		say: (d) => ({
			message: `${JSON.stringify(d.version)} is not a semantic version.`,
			hint: "Write three numbers, as in `1.4.0`, without a `v`; see semver.org."
		}),
		example: { version: "v1.1" }
	},
	"version-unknown": {
		say: (d) => ({
			message: `The registry holds no version ${d.version} of ${d.model}.`,
			hint: d.versions.length === 0 ? "It holds none yet: release one first." : `It holds ${d.versions.join(", ")}.`
		}),
		example: {
			model: "digits",
			version: "9.0.0",
			versions: ["1.0.0", "1.1.0"]
		}
	}
});
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
const patienceMs = 3e4;
const emptyMs = 2e3;
const held = new Set();
async function withLock(path, world, work) {
	await acquire(path, world);
	try {
		return await work();
	} finally {
		await release(path, world);
	}
}
async function acquire(path, world) {
	const { clock } = world;
	const start = clock.monotonicMs();
	for (let attempt = 0; !await take(path, world); attempt++) {
		await breakStale(path, world);
		if (clock.monotonicMs() - start > patienceMs) throw registryError("ledger-busy", {
			lock: path,
			holder: await holderOf(path, world)
		});
		await clock.sleep(Math.min(50, 2 + attempt * 3) + world.processes.pid % 7);
	}
}
async function take(path, { files, processes, clock }) {
	if (held.has(path)) return false;
	held.add(path);
	const taken = await files.createExclusive(path, `${processes.pid} ${clock.now()}\n`).catch((error) => {
		held.delete(path);
		throw error;
	});
	if (!taken) held.delete(path);
	return taken;
}
async function release(path, { files }) {
	try {
		await files.remove(path);
	} finally {
		held.delete(path);
	}
}
async function breakStale(path, world) {
	if (held.has(path) || !await isStale(path, world)) return;
	const breaker = `${path}.break`;
	if (await take(breaker, world)) {
		if (!held.has(path) && await isStale(path, world)) await world.files.remove(path);
		await release(breaker, world);
	} else if (!held.has(breaker) && await isStale(breaker, world)) await world.files.remove(breaker);
}
async function isStale(path, world) {
	const holder = await holderOf(path, world);
	if (holder !== void 0) return holder === world.processes.pid || !world.processes.alive(holder);
	return await world.files.exists(path) && await staysEmpty(path, world);
}
async function staysEmpty(path, world) {
	await world.clock.sleep(emptyMs);
	return await world.files.exists(path) && await holderOf(path, world) === void 0;
}
async function holderOf(path, { files }) {
	const text = await files.readText(path).catch(() => "");
	const pid = Number.parseInt(text, 10);
	return Number.isInteger(pid) && pid > 0 ? pid : void 0;
}
function admit(entries, event) {
	if (!isModelName(event.model)) throw registryError("model-name", { name: event.model });
	if (event.kind === "release") admitRelease(entries, event);
	if (event.kind === "assign") admitAssignment(entries, event);
}
function admitRelease(entries, { model, version }) {
	if (!isVersion(version)) throw registryError("version-invalid", { version });
	if (isReleased(entries, model, version)) throw registryError("version-exists", {
		model,
		version,
		where: "the ledger"
	});
}
function admitAssignment(entries, { model, version, stage }) {
	if (!isStageName(stage)) throw registryError("stage-name", { name: stage });
	if (!isReleased(entries, model, version)) throw registryError("version-unknown", {
		model,
		version,
		versions: versionsOf(entries, model)
	});
}
function isReleased(entries, model, version) {
	return versionsOf(entries, model).includes(version);
}
function versionsOf(entries, model) {
	return entries.flatMap((entry) => entry.kind === "release" && entry.model === model ? [entry.version] : []);
}
export { admit, author, formatEntry, onePerKey, parseEntry, registryError, withLock };
