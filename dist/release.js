import { context, getInput, getMultilineInput, notice, setOutput, warning } from "./chunks/npm-actions-github-lib-github.js";
import { commitIn, entriesOf, entryError, printShare, sha256, terminalText } from "./chunks/start.js";
import { ask, ensure, githubError, isMissing, list, request, upload } from "./chunks/github-client.js";
import { dispatchEvent, dispatchOnTag } from "./chunks/github-dispatch.js";
import { lazyLedger } from "./chunks/pipeline-registry.js";
import "./chunks/pipelines.js";
import { renderReleaseNotes } from "./chunks/report.js";
import { actionWorld, annotationsOf, asAction, choice, exitCodeOf, modes, pipelineInputs, publish as publish$1, runPipeline, tell } from "./chunks/entry-action-pipeline.js";
import { portError } from "./chunks/workers.js";
import { homeOf } from "./chunks/pipeline-home.js";
import { storeOf } from "./chunks/pipeline-store.js";
import { linksOf, runOnGitHub } from "./chunks/entry-base.js";
import path from "node:path";
function deploymentsOf(entries, model) {
	const deployments = new Map();
	for (const entry of entriesOf(entries, model)) if (entry.kind === "rollout-started") {
		const { version, rollout, steps } = entry;
		const statuses = [status("in_progress", `v${version} is being rolled out: ${steps.map((share) => printShare(share)).join(" \u2192 ")}`)];
		deployments.set(rollout, {
			model,
			version,
			rollout,
			steps,
			statuses
		});
	} else if ("rollout" in entry && entry.rollout !== void 0) {
		const known = deployments.get(entry.rollout);
		const next = known === void 0 ? void 0 : statusOf(entry, known);
		if (known !== void 0 && next !== void 0) deployments.set(entry.rollout, {
			...known,
			statuses: [...known.statuses, next]
		});
	}
	return [...deployments.values()].map(({ steps: _, ...deployment }) => deployment);
}
function statusOf(entry, { version, steps }) {
	if (entry.kind === "rollout-weight") return status("in_progress", `v${version} gets ${printShare(entry.weight)} of the traffic, step ${entry.step + 1} of ${steps.length}`);
	if (entry.kind === "rollout-judged") return status("in_progress", `v${version}, step ${entry.step + 1} of ${steps.length}: ${entry.verdict}`);
	if (entry.kind === "rollout-finished") return entry.outcome === "promoted" ? status("success", `v${version} serves: ${entry.why}`) : status("failure", `v${version} was rolled back: ${entry.why}`);
}
function status(state, text) {
	const characters = [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")];
	let description = "";
	for (const character of characters) {
		if (description.length + character.length > 139) return {
			state,
			description: `${description}\u2026`
		};
		description += character;
	}
	return {
		state,
		description
	};
}
async function showDeployment(github, deployment, where) {
	await ask(`show the rollout in the environment ${where.environment}`, "deployments: write", async () => {
		const id = await ensureDeployment(github, deployment, where);
		for (const status of await missingStatuses(github, id, deployment.statuses)) await addStatus(github, id, status, where);
		if (deployment.statuses.at(-1)?.state === "success") await retireOthers(github, id, where);
	});
}
async function ensureDeployment(github, { model, version, rollout }, { environment, commit }) {
	const find = async () => (await deploymentsIn(github, environment)).find(({ payload }) => rolloutIn(payload) === rollout);
	const make = async () => {
		const data = await request(github, "POST /repos/{owner}/{repo}/deployments", {
			ref: commit,
			environment,
			description: status("in_progress", `${model} v${version}`).description,
			payload: {
				model,
				version,
				rollout
			},
			auto_merge: false,
			required_contexts: [],
			production_environment: true,
			transient_environment: false
		});
		if (!("id" in data)) throw Object.assign(new Error(data.message ?? "GitHub merged instead of deploying"), { status: 409 });
		return data;
	};
	return (await ensure(find, make, github)).thing.id;
}
function deploymentsIn(github, environment) {
	return list(github, "GET /repos/{owner}/{repo}/deployments", { environment });
}
function rolloutIn(payload) {
	const value = typeof payload === "string" ? parsed(payload) : payload;
	const rollout = value !== null && typeof value === "object" ? value.rollout : void 0;
	return typeof rollout === "string" ? rollout : void 0;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function statusesOf(github, id) {
	return list(github, "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", { deployment_id: id });
}
async function missingStatuses(github, id, wanted) {
	const there = await statusesOf(github, id);
	return wanted.filter((each) => !there.some((one) => isSame(one, each)));
}
function isSame(a, b) {
	return a.state === b.state && a.description === b.description;
}
async function addStatus(github, id, wanted, { environmentUrl, logUrl }) {
	const find = async () => (await statusesOf(github, id)).find((one) => isSame(one, wanted));
	const make = () => request(github, "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
		deployment_id: id,
		state: wanted.state,
		description: wanted.description,
		auto_inactive: false,
		...environmentUrl === void 0 ? {} : { environment_url: environmentUrl },
		...logUrl === void 0 ? {} : { log_url: logUrl }
	});
	await ensure(find, make, github);
}
async function retireOthers(github, id, where) {
	for (const other of await deploymentsIn(github, where.environment)) {
		if (other.id >= id || rolloutIn(other.payload) === void 0) continue;
		const [latest] = await statusesOf(github, other.id);
		if (latest?.state === "success") await addStatus(github, other.id, {
			state: "inactive",
			description: "a later version serves"
		}, {});
	}
}
const roles = [
	"write",
	"maintain",
	"admin"
];
async function admitPromotion(github, { actor, commit }, rules) {
	const refuse = (why) => {
		throw githubError("promotion-refused", {
			actor,
			why
		});
	};
	if (rules.approved !== void 0 && rules.approved !== commit) refuse(`the approved commit is ${rules.approved}, and this is ${commit ?? "not known"}`);
	if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:_[A-Za-z0-9]+)?$/.test(actor)) refuse("that is not a person");
	const { role, type } = await roleOf(github, actor);
	if (type !== "User") refuse("that is not a person");
	if (!roles.slice(roles.indexOf(rules.role)).some((enough) => enough === role)) refuse(`their role in the repository is ${role}, and ${rules.role} is needed`);
	if (rules.promoters.length > 0 && !await isAmong(github, actor, rules.promoters)) refuse("they are not among the promoters");
}
async function roleOf(github, actor) {
	return ask(`tell the role of ${actor}`, "contents: read", async () => {
		try {
			const data = await request(github, "GET /repos/{owner}/{repo}/collaborators/{username}/permission", { username: actor });
			return {
				role: roles.includes(data.role_name) || [
					"read",
					"triage",
					"none"
				].includes(data.role_name) ? data.role_name : data.permission,
				type: data.user?.type ?? "unknown"
			};
		} catch (error) {
			if (isMissing(error)) return {
				role: "none",
				type: "User"
			};
			throw error;
		}
	});
}
async function isAmong(github, actor, promoters) {
	const [teams, people] = [promoters.filter((one) => one.includes("/")), promoters.filter((one) => !one.includes("/"))];
	if (people.some((one) => one.toLowerCase() === actor.toLowerCase())) return true;
	for (const team of teams) if (await isInTeam(github, actor, team)) return true;
	return false;
}
async function isInTeam(github, actor, team) {
	const [org = "", team_slug = ""] = team.split("/");
	return ask(`tell whether ${actor} is in the team ${team}`, "read:org", async () => {
		try {
			return (await request(github, "GET /orgs/{org}/teams/{team_slug}/memberships/{username}", {
				org,
				team_slug,
				username: actor
			})).state === "active";
		} catch (error) {
			if (isMissing(error)) return false;
			throw error;
		}
	});
}
async function isProtected(github, environment) {
	try {
		const { protection_rules } = await request(github, "GET /repos/{owner}/{repo}/environments/{environment_name}", { environment_name: environment });
		return (protection_rules ?? []).some((rule) => rule.type === "required_reviewers" && "reviewers" in rule && (rule.reviewers ?? []).length > 0);
	} catch (error) {
		if (isMissing(error)) return false;
		const { status } = error;
		if (status === void 0) throw error;
		return;
	}
}
async function publishRelease(github, release) {
	await ensureTag(github, release);
	return ask(`publish the release ${release.tag}`, "contents: write", () => publish(github, release));
}
async function publish(github, release) {
	const find = async () => {
		const named = (await list(github, "GET /repos/{owner}/{repo}/releases", {})).filter(({ tag_name }) => tag_name === release.tag);
		return named.find(({ draft }) => !draft) ?? named.toSorted((a, b) => a.id - b.id)[0];
	};
	const words = {
		tag_name: release.tag,
		name: release.name,
		body: release.body,
		prerelease: release.prerelease
	};
	const make = () => request(github, "POST /repos/{owner}/{repo}/releases", {
		...words,
		target_commitish: release.commit,
		draft: true
	});
	const { thing, made } = await ensure(find, make, github);
	const missing = await missingAssets(github, thing.id, release.assets, thing.draft);
	if (!thing.draft) {
		if (missing.length > 0) throw githubError("release-differs", {
			tag: release.tag,
			missing: missing.map(({ name }) => name)
		});
		return {
			url: thing.html_url,
			outcome: "unchanged",
			publishedAt: thing.published_at ?? ""
		};
	}
	for (const asset of missing) await attach(github, thing, asset);
	const { html_url, published_at } = await request(github, "PATCH /repos/{owner}/{repo}/releases/{release_id}", {
		...words,
		release_id: thing.id,
		draft: false,
		make_latest: release.latest ? "true" : "false"
	});
	return {
		url: html_url,
		outcome: made ? "published" : "completed",
		publishedAt: published_at ?? ""
	};
}
function storedAssets(github, release) {
	return list(github, "GET /repos/{owner}/{repo}/releases/{release_id}/assets", { release_id: release });
}
async function missingAssets(github, release, wanted, draft) {
	const stored = await storedAssets(github, release);
	if (!draft) return wanted.filter(({ name }) => !stored.some((each) => each.name === name));
	for (const each of stored) {
		const asset = wanted.find(({ name }) => name === each.name);
		if (asset !== void 0 && !isWhole(each, asset)) await remove(github, each.id);
	}
	return wanted.filter((asset) => !stored.some((each) => each.name === asset.name && isWhole(each, asset)));
}
function isWhole({ state, size, digest }, { bytes, sha256 }) {
	return state === "uploaded" && size === bytes && (digest ?? `sha256:${sha256}`) === `sha256:${sha256}`;
}
async function remove(github, id) {
	try {
		await request(github, "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", { asset_id: id });
	} catch (error) {
		if (!isMissing(error)) throw error;
	}
}
async function attach(github, release, asset) {
	const find = async () => {
		const found = (await storedAssets(github, release.id)).find(({ name }) => name === asset.name);
		if (found === void 0 || isWhole(found, asset)) return found;
		await remove(github, found.id);
	};
	const make = async () => upload(github, release, asset, await asset.read());
	await ensure(find, make, github);
}
async function ensureTag(github, release) {
	await ask(`set the tag ${release.tag}`, "contents: write", async () => {
		const find = async () => {
			try {
				const ref = `tags/${release.tag}`;
				const { object } = await request(github, "GET /repos/{owner}/{repo}/git/ref/{ref}", { ref });
				if (object.type !== "tag") return object.sha;
				return (await request(github, "GET /repos/{owner}/{repo}/git/tags/{tag_sha}", { tag_sha: object.sha })).object.sha;
			} catch (error) {
				if (isMissing(error)) return void 0;
				throw error;
			}
		};
		const make = async () => {
			const { tag, message, commit } = release;
			const { sha } = await request(github, "POST /repos/{owner}/{repo}/git/tags", {
				tag,
				message,
				object: commit,
				type: "commit"
			});
			await request(github, "POST /repos/{owner}/{repo}/git/refs", {
				ref: `refs/tags/${tag}`,
				sha
			});
			return commit;
		};
		const { thing } = await ensure(find, make, github);
		if (thing !== release.commit) throw githubError("tag-elsewhere", {
			tag: release.tag,
			at: thing,
			wanted: release.commit
		});
	});
}
async function releaseAssets(report, world) {
	const { release, files } = report;
	if (release === void 0) return [];
	const store = storeOf(await homeOf(world), world);
	const base = `${release.model}-${release.version}`;
	const main = await store.path(release.artifact);
	const model = (release.artifact.files ?? [release.artifact]).map((member, index) => {
		const place = index === 0 ? main : path.join(path.dirname(main), member.name);
		return assetOf(index === 0 ? `${base}${path.extname(member.name) || ".onnx"}` : `${base}-${path.basename(member.name)}`, member, place, world.files);
	});
	const written = [["evidence.json", files["evidence"]], ["report.html", files["html"]]].flatMap(([suffix, file]) => file === void 0 ? [] : [{
		name: `${base}-${suffix}`,
		file
	}]);
	const others = await Promise.all(written.map(async ({ name, file }) => {
		return assetOf(name, {
			sha256: await world.files.hash(file),
			bytes: await world.files.size(file) ?? 0
		}, file, world.files);
	}));
	return [...model, ...others];
}
function assetOf(name, { sha256: wanted, bytes }, file, files) {
	const read = async () => {
		const content = await files.read(file);
		if (sha256(content) !== wanted) throw portError("content-differs", {
			sha256: wanted,
			where: file
		});
		return content;
	};
	return {
		name: safeName(name),
		sha256: wanted,
		bytes,
		read
	};
}
function safeName(name) {
	return name.replace(/[^A-Za-z0-9._-]+/g, "-");
}
process.exitCode = await asAction(async (mask) => {
	const here = runOnGitHub(process.env, context.payload);
	const inputs = pipelineInputs(here);
	const wanted = {
		comment: "never",
		check: choice("check", modes),
		status: choice("status", [
			"never",
			"auto",
			"always"
		]),
		silentWhen: "never"
	};
	const environment = getInput("environment") || "production";
	const world = actionWorld(inputs.folder, mask);
	await admit(world, here, environment);
	const watched = watcher(world, here, environment);
	const ran = await runPipeline(inputs, here, world, mask, (event) => {
		if (event.event === "recorded") watched.hear(event.entry);
	});
	await tell(ran, here, mask);
	await watched.settled();
	await show(ran, world, here, environment);
	await publish$1(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), here, world, wanted);
	return exitCodeOf(ran.report, inputs.failOn);
});
async function admit(world, here, environment) {
	const rules = {
		role: choice("promote-role", roles),
		promoters: getMultilineInput("promoters"),
		approved: getInput("approved-sha") || void 0
	};
	const { github, trust } = world;
	if (trust.level === "untrusted") throw githubError("promotion-refused", {
		actor: here.actor,
		why: trust.why
	});
	if (github === void 0) throw entryError("github-token-missing", {});
	await admitPromotion(github, {
		actor: here.actor,
		commit: await commitIn(here.workspace, world)
	}, rules);
	tellProtection(await isProtected(github, environment), terminalText(environment));
}
function tellProtection(guarded, environment) {
	if (guarded === false) warning(`Nothing on GitHub guards the environment ${environment}. Give it required reviewers, and name it in the job: environment: ${environment}.`, { title: "environment-unprotected" });
	if (guarded === void 0) notice(`GitHub does not tell this token whether anything guards the environment ${environment}. Give the job the permission actions: read.`, { title: "environment-protection-unknown" });
}
function watcher(world, here, environment) {
	const heard = [];
	let last = Promise.resolve();
	return {
		hear(entry) {
			if (entry.kind === "created") return;
			heard.push(entry);
			if (!entry.kind.startsWith("rollout")) return;
			const known = [...heard];
			last = last.then(() => showLast(known, world, here, environment)).catch(() => void 0);
		},
		settled: () => last
	};
}
async function showLast(recorded, { github, files }, here, environment) {
	const entries = files.maskedValue(recorded);
	const model = entries.at(-1)?.model;
	const deployment = model === void 0 ? void 0 : deploymentsOf(entries, model).at(-1);
	if (github === void 0 || deployment === void 0) return;
	const source = entries.find((entry) => entry.kind === "release" && entry.version === deployment.version && entry.model === model);
	const commit = (source?.kind === "release" ? source.source : void 0) ?? here.commit;
	if (commit === void 0) return;
	await showDeployment(github, deployment, {
		environment,
		commit,
		environmentUrl: getInput("environment-url") || void 0,
		logUrl: here.runUrl
	});
}
async function show({ report, pipeline }, world, here, environment) {
	const { github } = world;
	if (github === void 0 || report.release === void 0) return;
	const { model, version, tag } = report.release;
	const ledger = lazyLedger(pipeline, world, path.dirname(report.files["json"] ?? ""));
	const entries = entriesOf(await ledger.read(), model);
	const recorded = entries.find((entry) => entry.kind === "release" && entry.version === version);
	const source = (recorded?.kind === "release" ? recorded.source : void 0) ?? await commitIn(here.workspace, world);
	const notes = renderReleaseNotes(report, linksOf(report, here));
	if (source !== void 0 && notes !== void 0 && choice("github-release", ["true", "false"]) === "true") {
		const { url, outcome, publishedAt } = await publishRelease(github, {
			tag,
			commit: source,
			message: `${model} ${version}`,
			name: `${model} ${version}`,
			body: notes,
			prerelease: version.includes("-"),
			latest: report.outcome === "pass" && !version.includes("-"),
			assets: await releaseAssets(report, world)
		});
		setOutput("release-url", url);
		setOutput("release", outcome);
		await dispatchAfter(github, publishedAt, {
			model,
			version,
			tag,
			sha: source
		});
	}
	if (entries.some(({ kind }) => kind === "rollout-started")) await showLast(entries, world, here, environment);
}
async function dispatchAfter(github, publishedAt, said) {
	for (const workflow of getMultilineInput("dispatch")) await dispatchOnTag(github, workflow, said.tag, said);
	for (const event of getMultilineInput("dispatch-event")) await dispatchEvent(github, event, publishedAt, said);
}
export {};
