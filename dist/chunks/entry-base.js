import { load } from "./pipelines.js";
import { number, object, string } from "./npm-zod-v4-classic-schemas.js";
import { entryError, headIn, isPrivileged } from "./start.js";
import path from "node:path";
const pullShape = object({ pull_request: object({
	number: number().int().positive(),
	head: object({ sha: string() })
}) });
function runOnGitHub(env, payload) {
	const pull = pullShape.safeParse(payload).data?.pull_request;
	const repositoryUrl = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${env["GITHUB_REPOSITORY"] ?? ""}`;
	const run = Number(env["GITHUB_RUN_ID"] ?? 0);
	return {
		commit: pull?.head.sha ?? env["GITHUB_SHA"],
		pull: pull?.number,
		run,
		attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? 1),
		runUrl: `${repositoryUrl}/actions/runs/${run}`,
		repositoryUrl,
		actor: env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] ?? "",
		workspace: path.resolve(env["GITHUB_WORKSPACE"] ?? ".")
	};
}
async function ofCheckout(here, pipeline, world) {
	const head = await headIn(here.workspace, world);
	if (head === void 0 || head === here.commit) return here;
	if (head !== world.commit) return {
		...here,
		commit: head
	};
	return !isPrivileged(world.event) || await isFileOf(here, pipeline, world) ? here : {
		...here,
		commit: void 0
	};
}
async function isFileOf({ commit, workspace }, pipeline, { github, files }) {
	if (github === void 0 || commit === void 0) return false;
	const candidate = path.resolve(pipeline.folder, pipeline.model.candidate);
	const [{ blobsIn }, { blobNames }, { weightFiles }] = await Promise.all([
		import("./github-tree.js"),
		import("./registry-blob-names.js"),
		import("./pipeline-model-files.js")
	]);
	const weights = await weightFiles(files)(candidate);
	for (const file of [candidate, ...weights.map((name) => path.resolve(path.dirname(candidate), name))]) {
		const place = pathInRepository(workspace, file);
		const wanted = (await blobsIn(github, place.split("/").slice(0, -1).join("/"), commit)).get(path.basename(place));
		if (wanted === void 0 || !(await blobNames(files, file)).includes(wanted)) return false;
	}
	return true;
}
function originOf({ run, attempt, commit }) {
	return {
		run,
		attempt,
		commit: commit ?? "unknown"
	};
}
function pathInRepository(workspace, file) {
	const relative = path.relative(workspace, file);
	if (relative.startsWith("..") || path.isAbsolute(relative)) throw entryError("argument-wrong", {
		argument: `pipeline: ${file}`,
		expected: "a file of the repository"
	});
	return relative.split(path.sep).join("/");
}
function linksOf(report, { runUrl, repositoryUrl, run }) {
	const baseline = report.subject?.production?.version;
	const tag = baseline === void 0 ? void 0 : `${report.subject?.model}@v${baseline}`;
	return [...run === 0 ? [] : [{
		text: "The run",
		url: runUrl
	}, {
		text: "Its artifacts, with the full report",
		url: `${runUrl}#artifacts`
	}], ...tag === void 0 ? [] : [{
		text: `Baseline ${tag}`,
		url: `${repositoryUrl}/tree/${encodeURIComponent(tag)}`
	}]];
}
async function loadAllowed(file, world, options = {}) {
	if (!isPrivileged(world.event, world.ciSystem)) return load(file, world, options);
	const base = baseOf(world);
	const { textAt } = await import("./github-tree.js");
	const place = pathInRepository(base.workspace, path.resolve(world.cwd, file));
	const text = await textAt(base.github, place, base.commit);
	if (text === void 0) throw entryError("file-of-base", {
		file: place,
		why: "it is not there"
	});
	const pipeline = await load(file, world, {
		...options,
		text
	});
	await checkFiles(pipeline, world, base);
	return pipeline;
}
function baseOf({ github, env, event, cwd }) {
	const commit = env["GITHUB_SHA"];
	if (github === void 0 || commit === void 0) throw entryError("pipeline-of-base", { event });
	return {
		github,
		commit,
		workspace: path.resolve(env["GITHUB_WORKSPACE"] ?? cwd)
	};
}
async function checkFiles(pipeline, { files }, { github, commit, workspace }) {
	const [{ blobsIn }, { filesJudgedBy }, { blobNames }] = await Promise.all([
		import("./github-tree.js"),
		import("./pipeline-judged-by.js"),
		import("./registry-blob-names.js")
	]);
	const known = new Map();
	for (const file of await filesJudgedBy(pipeline, files)) {
		const relative = path.relative(workspace, file).split(path.sep).join("/");
		if (relative.startsWith("../") || path.isAbsolute(relative)) continue;
		const folder = relative.split("/").slice(0, -1).join("/");
		const blobs = known.get(folder) ?? await blobsIn(github, folder, commit);
		known.set(folder, blobs);
		const wanted = blobs.get(path.basename(file));
		if (wanted === void 0 && !await files.exists(file)) continue;
		if (wanted === void 0) throw entryError("file-of-base", {
			file: relative,
			why: "the repository has no such file there"
		});
		if (!(await blobNames(files, file)).includes(wanted)) throw entryError("file-of-base", {
			file: relative,
			why: "what is checked out is another"
		});
	}
}
export { linksOf, loadAllowed, ofCheckout, originOf, runOnGitHub };
