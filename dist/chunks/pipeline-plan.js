import { admitCandidate, admitName, commitIn, descendants, digest, findBytes, giverOf, headIn, nodesOf, registryError, topological, version } from "./start.js";
import { adopt, baselineOf, isVersionTagOf, ledgerKindOf, matchesPattern, pipelineError, possibleVersions, registryState, releaseOf, versionTag, versionsIn } from "./pipelines.js";
import { environmentOf } from "./core-environment.js";
import { lazyLedger, ledgerWarnings, notCreated } from "./pipeline-registry.js";
import { openCache } from "./pipeline-cache.js";
import { homeOf } from "./pipeline-home.js";
import { artifactOf, storeOf } from "./pipeline-store.js";
import { ownValue, portError } from "./workers.js";
import { weightFiles } from "./pipeline-model-files.js";
import path from "node:path";
const imported = /\b(?:import|from)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/g;
async function moduleDigest(file, files) {
	const found = new Map();
	const waiting = [file];
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
		if (found.has(next) || found.size >= most || !await files.exists(next)) continue;
		found.set(next, await files.hash(next));
		if (isModule(next)) waiting.push(...importsOf(await files.readText(next), path.dirname(next)));
	}
	const folder = path.dirname(file);
	const all = [...found].map(([each, sha256]) => [path.relative(folder, each), sha256]);
	return all.length < 2 ? files.hash(file) : digest(Object.fromEntries(all));
}
function isModule(file) {
	return /\.[cm]?[jt]s$/.test(file);
}
const most = 1e3;
function importsOf(text, folder) {
	return [...text.matchAll(imported)].map(([, , name = ""]) => path.resolve(folder, name));
}
function givenTo(pipeline, stage, known) {
	const nodes = nodesOf(pipeline.stages);
	const given = new Map([["subject", known.subject]]);
	for (const product of [...stage.kind.needs, ...stage.kind.wants]) {
		const giver = giverOf(nodes, stage.name, product);
		const sha256 = giver === void 0 ? void 0 : known.products.get(giver);
		if (sha256 !== void 0) given.set(product, sha256);
	}
	return given;
}
function questionsFor(pipeline, stage) {
	return after(pipeline, stage).flatMap(({ questions }) => questions);
}
function extensionsFor(pipeline, stage) {
	return Math.max(0, ...after(pipeline, stage).map(({ extensions }) => extensions));
}
function productsAfter(pipeline, stage) {
	return after(pipeline, stage).map(({ kind }) => kind.gives);
}
function productsBefore(pipeline, { name }) {
	const nodes = nodesOf(pipeline.stages);
	return pipeline.stages.filter((each) => descendants(nodes, each.name).includes(name)).map(({ kind }) => kind.gives);
}
function after(pipeline, { name }) {
	const names = descendants(nodesOf(pipeline.stages), name);
	return pipeline.stages.filter((each) => names.includes(each.name));
}
async function keyOf(pipeline, stage, known, world, { override, share } = {}) {
	const { kind, settings } = stage;
	const questions = kind.uses.includes("questions") ? questionsFor(pipeline, stage) : [];
	const files = [...stage.files, ...questions.flatMap(({ uses }) => uses?.path ?? [])];
	const hashes = await Promise.all(files.map(async (file) => [path.relative(pipeline.folder, file), await world.files.exists(file) ? await digestOf(file, world) : "missing"]));
	return digest({
		kind: kind.name,
		settings: world.files.maskedValue(JSON.parse(JSON.stringify(settings))),
		files: Object.fromEntries(hashes),
		given: Object.fromEntries(givenTo(pipeline, stage, known)),
		questions,
		extensions: kind.uses.includes("extensions") ? extensionsFor(pipeline, stage) : 0,
		...override !== void 0 && kind.uses.includes("override") ? { override } : {},
		...share === void 0 ? {} : { share: digest(share) },
		machine: kind.measures ? environmentOf(world.machine).fingerprint : world.machine.onnxruntime,
		version
	});
}
function digestOf(file, { files }) {
	return isModule(file) ? moduleDigest(file, files) : files.hash(file);
}
function reasonToSkip(stage, { registry }, world, options) {
	const mismatch = stage.when === void 0 ? void 0 : whenMismatch(stage.when, world);
	if (mismatch !== void 0 || stage.kind.effects !== "remote") return mismatch;
	if (options.dryRun) return "a dry run stops before it";
	const endsHere = ledgerKindOf(registry).endsWithRun && !stage.kind.reachesOut(stage.settings);
	if (!tellsOthers(world) && endsHere) return void 0;
	if (world.trust.level === "untrusted") return `refused: ${world.trust.why}`;
	return beforeMerge(world.event) && stage.when?.event === void 0 ? `not on ${world.event}, before anything is merged, unless its \`when:\` names that event` : void 0;
}
function tellsOthers({ event, ciSystem }) {
	return event !== "local" && (ciSystem === void 0 || ciSystem === "GitHub");
}
function beforeMerge(event) {
	return event.startsWith("pull_request") || event === "merge_group";
}
function refusesCode(stage, world) {
	return world.trust.level === "untrusted" && stage.kind.runsUserCode(stage.settings);
}
function whenMismatch(when, world) {
	if (!matches(when.event, world.event)) return `when: the event is ${world.event}`;
	if (!matches(when.branch, world.branch ?? "")) return `when: the branch is ${world.branch ?? "not known"}`;
}
function matches(patterns, value) {
	return patterns === void 0 || [patterns].flat().some((pattern) => matchesPattern(pattern, value));
}
function actingStages(pipeline, world, options) {
	return pipeline.stages.filter((stage) => stage.kind.effects === "remote" && reasonToSkip(stage, pipeline, world, options) === void 0);
}
async function admitSource(pipeline, { subject, commit }, world) {
	admitName(pipeline.name, world);
	if (commit !== void 0 && world.home.kind !== "local") await admitCandidate(path.resolve(pipeline.folder, pipeline.model.candidate), subject.candidate, world);
}
async function admitActing(stages, acting) {
	const { pipeline, subject, ledger, world, override, runId } = acting;
	await admitTags(stages, acting);
	await admitLedger(stages, acting);
	for (const stage of stages) await stage.admit({
		subject,
		ledger,
		world,
		folder: pipeline.folder,
		override,
		id: runId === void 0 ? void 0 : `${runId}/${stage.name}`,
		before: productsBefore(pipeline, stage),
		after: productsAfter(pipeline, stage)
	});
}
async function admitLedger(stages, { pipeline, ledger, world }) {
	if (ledgerKindOf(pipeline.registry).endsWithRun || !stages.some(({ kind }) => kind.uses.includes("ledger"))) return;
	if ((await ledger.read()).length === 0) throw notCreated(ledger.describe, pipeline, world);
}
async function admitTags(stages, { subject: { model, candidate }, ledger }) {
	const shown = stages.flatMap(({ shows }) => shows ?? []);
	if (shown.length === 0 || ledger.admitTags === void 0) return;
	const { versions } = registryState(await ledger.read(), model);
	for (const wanted of shown) {
		if (releaseOf(candidate.sha256, versions, wanted) !== void 0) continue;
		const known = [...versions.map(({ version }) => version), ...versionsIn(await ledger.tags(), model)];
		await ledger.admitTags({
			model,
			versions: possibleVersions(known, wanted),
			stages: ["production"]
		});
	}
}
async function subjectOf(pipeline, ledger, world) {
	const files = world.files;
	const candidate = await modelFile(files, pipeline, "candidate", pipeline.model.candidate, pipeline.where(["model", "candidate"]));
	const production = await productionOf(pipeline, ledger, world);
	const data = await Promise.all(Object.keys(pipeline.data).map(async (name) => [name, await dataOf(pipeline, name, world)]));
	return {
		model: pipeline.name,
		candidate,
		...production === void 0 ? {} : { production },
		data: Object.fromEntries(data)
	};
}
async function stock(subject, pipeline, { store, world, folder }) {
	await store.putFile(path.resolve(pipeline.folder, pipeline.model.candidate));
	const production = pipeline.model.production ?? "registry";
	const adopted = pipeline.registry.adopt;
	if (production !== "registry") await store.putFile(path.resolve(pipeline.folder, production));
	else if (adopted !== void 0) await store.putFile(path.resolve(pipeline.folder, adopted.model));
	if (subject.production !== void 0 && !await store.holds(subject.production.artifact)) {
		const to = path.join(folder, "found");
		const found = await findBytes(subject.production.artifact, pipeline.folder, to, world);
		if (found !== void 0) await store.putFile(found);
		await world.files.remove(to);
		await present(subject.production, subject.model, store);
	}
	for (const data of Object.values(pipeline.data)) await store.putFile(path.resolve(pipeline.folder, data.from));
}
async function adoptProduction(pipeline, ledger, world) {
	const adopted = pipeline.registry.adopt;
	if (adopted === void 0) return;
	if (registryState(await ledger.read(), pipeline.name).versions.length > 0) return;
	const artifact = await modelFile(world.files, pipeline, "adopted", adopted.model, pipeline.where([
		"registry",
		"adopt",
		"model"
	]));
	await adopt(ledger, {
		model: pipeline.name,
		version: adopted.version,
		artifact,
		why: "it served before Airworthy did",
		source: await commitIn(pipeline.folder, world)
	});
}
async function productionOf(pipeline, ledger, world) {
	const { files } = world;
	const setting = pipeline.model.production ?? "registry";
	if (setting !== "registry") return { artifact: await modelFile(files, pipeline, "production", setting, pipeline.where(["model", "production"])) };
	const entries = await ledger.read();
	if (entries.length === 0 && !ledgerKindOf(pipeline.registry).endsWithRun) throw notCreated(ledger.describe, pipeline, world);
	const released = baselineOf(entries, pipeline.name);
	if (released !== void 0) return {
		version: released.version,
		artifact: released.artifact
	};
	const adopted = pipeline.registry.adopt;
	if (adopted === void 0) {
		const known = registryState(entries, pipeline.name).versions.map(({ version }) => versionTag(pipeline.name, version));
		const tags = (await ledger.tags()).filter((tag) => isVersionTagOf(tag, pipeline.name) && !known.includes(tag));
		if (tags.length > 0) throw registryError("versions-foreign", {
			model: pipeline.name,
			tags
		});
		return;
	}
	const artifact = await modelFile(files, pipeline, "adopted", adopted.model, pipeline.where([
		"registry",
		"adopt",
		"model"
	]));
	return {
		version: adopted.version,
		artifact
	};
}
async function modelFile(files, pipeline, role, file, where) {
	const absolute = path.resolve(pipeline.folder, file);
	if (await files.size(absolute) === void 0) throw pipelineError("model-missing", {
		role,
		path: absolute
	}, { where });
	return artifactOf(files, absolute, weightFiles(files));
}
async function dataOf(pipeline, name, world) {
	const setting = ownValue(pipeline.data, name);
	if (setting === void 0) throw new RangeError(`no data set ${name}`);
	const from = path.resolve(pipeline.folder, setting.from);
	if (await world.files.size(from) === void 0) throw portError("file-missing", { path: from }, { where: pipeline.where([
		"data",
		name,
		"from"
	]) });
	const uses = setting.uses === void 0 ? void 0 : path.resolve(pipeline.folder, setting.uses);
	if (uses !== void 0 && world.trust.level === "untrusted") throw portError("untrusted-code", {
		stage: `data.${name}`,
		why: world.trust.why
	});
	return {
		artifact: await artifactOf(world.files, from, async () => []),
		inputs: setting.inputs,
		label: setting.label,
		group: setting.group,
		...uses === void 0 ? {} : { uses: {
			path: uses,
			sha256: await moduleDigest(uses, world.files)
		} }
	};
}
async function present({ version, artifact }, model, store) {
	if (await store.holds(artifact)) return;
	throw pipelineError("production-missing", {
		model,
		registry: "The registry",
		version,
		sha256: artifact.sha256
	});
}
async function plan(pipeline, world, options = {}) {
	return decide(pipeline, await look(pipeline, world, await homeOf(world), options), options);
}
function decide(pipeline, facts, options = {}) {
	const stages = inOrder(pipeline).map((stage) => planned(stage, pipeline, facts, options));
	return {
		pipeline: pipeline.name,
		file: pipeline.file,
		subject: facts.subject,
		stages,
		estimateMs: stages.reduce((sum, stage) => sum + stage.estimateMs, 0),
		...facts.warnings === void 0 || facts.warnings.length === 0 ? {} : { warnings: facts.warnings }
	};
}
function inOrder(pipeline) {
	const sorted = topological(nodesOf(pipeline.stages));
	return ("order" in sorted ? sorted.order : []).flatMap((name) => pipeline.stages.find((stage) => stage.name === name) ?? []);
}
async function look(pipeline, world, home, options) {
	const { endsWithRun } = ledgerKindOf(pipeline.registry);
	const registry = endsWithRun ? emptyLedger : lazyLedger(pipeline, world, home.folder, {
		purpose: "look",
		signal: options.signal,
		waits: options.waits
	});
	const subject = await subjectOf(pipeline, registry, world);
	const cached = options.fresh ? new Map() : await lookUp(pipeline, world, home, digest(subject));
	const { trust, event, ciSystem, branch } = world;
	const acting = actingStages(pipeline, world, options);
	if (acting.length > 0) await admitSource(pipeline, {
		subject,
		commit: await headIn(pipeline.folder, world)
	}, world);
	await admitActing(acting, {
		pipeline,
		subject,
		ledger: registry,
		world
	});
	return {
		subject,
		trust,
		event,
		ciSystem,
		branch,
		cached,
		warnings: await ledgerWarnings(registry, pipeline, world)
	};
}
const emptyLedger = {
	describe: "an empty registry",
	read: async () => [],
	tags: async () => []
};
async function lookUp(pipeline, world, home, subject) {
	const cache = openCache(home, world.files, storeOf(home, world));
	const found = new Map();
	const products = new Map();
	for (const stage of inOrder(pipeline)) {
		if (stage.kind.effects === "remote" || !stage.needs.every((need) => found.has(need))) continue;
		const record = await cache.find(await keyOf(pipeline, stage, {
			subject,
			products
		}, world));
		if (record === void 0) continue;
		found.set(stage.name, record);
		products.set(stage.name, record.product);
	}
	return found;
}
function planned(stage, pipeline, facts, options) {
	const { kind } = stage;
	const base = {
		name: stage.name,
		kind: kind.name,
		needs: stage.needs,
		effects: kind.effects,
		measures: kind.measures
	};
	const skip = reasonToSkip(stage, pipeline, facts, options);
	if (skip !== void 0) return {
		...base,
		action: "skip",
		why: skip,
		estimateMs: 0
	};
	if (refusesCode(stage, facts)) return {
		...base,
		action: "refuse",
		why: facts.trust.why,
		estimateMs: 0
	};
	const record = facts.cached.get(stage.name);
	if (record !== void 0) return {
		...base,
		action: "cached",
		why: record.summary,
		estimateMs: 0
	};
	return {
		...base,
		action: "run",
		why: kind.summary,
		estimateMs: stage.estimateMs
	};
}
export { actingStages, admitActing, admitSource, adoptProduction, decide, extensionsFor, givenTo, inOrder, keyOf, plan, productsAfter, questionsFor, reasonToSkip, refusesCode, stock, subjectOf };
