import { Bug } from "./core-errors.js";
import { boolean, literal, strictObject, string } from "./npm-zod-v4-classic-schemas.js";
import { highestVersion, isCandidate, nextCandidate, nextVersion } from "./registry-versions-tags.js";
import path from "node:path";
function defineLedger(definition) {
	const { where, open } = definition;
	return {
		...definition,
		ofRun: definition.ofRun ?? false,
		where: (settings, place) => where(settings, place),
		open: (settings, place, world) => open(settings, place, world)
	};
}
const file = defineLedger({
	name: "file",
	summary: "A file of JSON lines.",
	settings: strictObject({ file: string().min(1).describe("A ledger file, JSON lines.") }),
	example: "{ file: ledger.jsonl }",
	where: (settings, { folder }) => `the ledger file ${path.resolve(folder, settings.file)}`,
	async open(settings, { folder }, world) {
		const { openFileLedger } = await import("./registry-ledger-file-ledger.js");
		return openFileLedger(path.resolve(folder, settings.file), world);
	}
});
const git = defineLedger({
	name: "git",
	summary: "A branch of a git repository, one commit for each entry; versions show as tags.",
	settings: strictObject({
		git: string().min(1).describe("A git repository: the ledger is the branch airworthy/ledger, versions are tags."),
		remote: string().regex(/^[^-]/, "expected the name or the address of a remote, which does not begin with a dash").optional().describe("The remote that shares it, such as `origin`: fetched first, pushed at every entry. Without it, it stays here."),
		create: boolean().default(false).describe("Make a bare repository when there is none.")
	}),
	example: "{ git: ., remote: origin }",
	where: (settings, { folder }) => `the git registry ${path.resolve(folder, settings.git)}`,
	async open({ git: repository, create, remote }, { folder }, world) {
		const { openGitLedger } = await import("./registry-ledger-git-ledger.js");
		return openGitLedger({
			repository: path.resolve(folder, repository),
			create,
			remote
		}, world);
	}
});
const scratch = defineLedger({
	name: "scratch",
	summary: "A git repository in the folder of the run.",
	settings: strictObject({ scratch: literal(true).describe("A git registry that lives and ends with the run: for trying things out.") }),
	example: "{ scratch: true }",
	ofRun: true,
	where: (_, { runFolder }) => `the git registry ${repositoryIn(runFolder)}`,
	async open(_, { runFolder }, world) {
		const { openGitLedger } = await import("./registry-ledger-git-ledger.js");
		return openGitLedger({
			repository: repositoryIn(runFolder),
			create: true
		}, world);
	}
});
function repositoryIn(runFolder) {
	return path.join(runFolder, "registry.git");
}
const ledgers = [
	git,
	file,
	scratch
];
const usualLedger = {
	git: ".",
	create: false
};
function ledgerKindOf(chosen) {
	const kind = ledgers.find(({ name }) => chosen[name] !== void 0);
	if (kind !== void 0) return kind;
	throw new Bug(`no ledger is chosen by ${Object.keys(chosen).join(", ")}`);
}
function planRelease(versions, { interfaceChange, improved }, { exact, candidate }) {
	const latest = highestVersion(versions.filter((version) => !isCandidate(version)));
	const next = nextVersion({
		latest,
		interfaceChange: interfaceChange?.change,
		improved: improved.length > 0
	});
	const final = exact ?? next.version;
	const version = candidate && !isCandidate(final) ? nextCandidate(final, versions) : final;
	if (exact !== void 0) return {
		...next,
		version,
		why: `version ${exact} as the pipeline says; the evidence says ${next.bump}`
	};
	const facts = [...interfaceChange?.reasons ?? [], ...improved.map((metric) => `${metric} improved`)];
	return {
		...next,
		version,
		why: facts.length === 0 ? next.why : `${next.why} (${facts.join("; ")})`
	};
}
function releaseOf(sha256, released, { candidate }) {
	return released.findLast(({ version, artifact }) => artifact.sha256 === sha256 && (candidate || !isCandidate(version)));
}
function releaseKey(model, { sha256 }, version) {
	return `${isCandidate(version) ? "candidate" : "release"}:${model}:${sha256}`;
}
function releaseEvent({ model, artifact, planned: { version, why }, source, evidence, tag }) {
	return {
		kind: "release",
		model,
		version,
		artifact,
		why,
		...source === void 0 ? {} : { source },
		...evidence === void 0 ? {} : { evidence },
		...tag ? {} : { tagged: false }
	};
}
export { ledgerKindOf, ledgers, planRelease, releaseEvent, releaseKey, releaseOf, usualLedger };
