import { entriesOf, registryError } from "./start.js";
import { baselineOf, isModelName, isStageName, isVersion } from "./pipelines.js";
function author(world) {
	const { env } = world;
	return (world.actor ?? asOnGitHub(world) ?? env["USER"] ?? env["USERNAME"] ?? "").replace(/[<>\r\n]/g, "").trim() || "airworthy";
}
function asOnGitHub({ ciSystem, env }) {
	return ciSystem === void 0 ? env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] : void 0;
}
function admit(entries, event, ledger) {
	if (event.kind === "created") return;
	if (entries.length === 0) throw registryError("ledger-not-created", { ledger });
	if (!isModelName(event.model)) throw registryError("model-name", { name: event.model });
	if (event.kind === "release") admitRelease(entries, event);
	if (event.kind === "rollout-started") admitRollout(entries, event);
	if (event.kind === "assign") admitAssignment(entries, event);
}
function admitRelease(entries, { model, version, against }) {
	if (!isVersion(version)) throw registryError("version-invalid", { version });
	if (isReleased(entries, model, version)) throw registryError("version-exists", {
		model,
		version,
		where: "the ledger"
	});
	if (against !== void 0) admitBaseline(model, against, baselineOf(entries, model)?.version);
}
function admitBaseline(model, compared, serving) {
	if ((compared || void 0) !== serving) throw registryError("production-changed", {
		model,
		compared,
		serving
	});
}
function admitRollout(entries, { model, version, from }) {
	const own = entriesOf(entries, model);
	const ended = new Set(own.flatMap((entry) => entry.kind === "rollout-finished" ? [entry.rollout] : []));
	const open = own.find((entry) => entry.kind === "rollout-started" && !ended.has(entry.rollout));
	if (open?.kind === "rollout-started") throw registryError("rollout-under-way", {
		model,
		version: open.version,
		rollout: open.rollout
	});
	admitBaseline(model, from, baselineOf(entries, model, { but: version })?.version);
}
function admitAssignment(entries, { model, version, stage, against }) {
	if (!isStageName(stage)) throw registryError("stage-name", { name: stage });
	if (!isReleased(entries, model, version)) throw registryError("version-unknown", {
		model,
		version,
		versions: versionsOf(entries, model)
	});
	if (against !== void 0) admitBaseline(model, against, baselineOf(entries, model)?.version);
}
function isReleased(entries, model, version) {
	return versionsOf(entries, model).includes(version);
}
function versionsOf(entries, model) {
	return entriesOf(entries, model).flatMap((entry) => entry.kind === "release" ? [entry.version] : []);
}
export { admit, author };
