import { error, getInput, getMultilineInput, info, notice, setOutput, setSecret, summary, warning } from "./npm-actions-github-lib-github.js";
import { entryError, exitCodes, failureOf, plain, problemLines, processWorld, sha256, terminalText } from "./start.js";
import { run } from "./pipeline-run.js";
import { readShards } from "./pipeline-shard-file.js";
import { allProblems, allWarnings, compatibilityFacts, formats, headline, keyNumber, metricName, notChecked, renderMarkdown } from "./report.js";
import { linksOf, loadAllowed, originOf as originOf$1 } from "./entry-base.js";
import { progressOn } from "./entry-cli-progress.js";
import { UserError, clip, createMask } from "./workers.js";
import { ask, ensure, isMissing, isRefused, list, request } from "./github-client.js";
import path from "node:path";
function annotationsOf(report, pipeline, workspace) {
	const at = (where) => ({
		path: path.relative(workspace, where?.file ?? pipeline.file).split(path.sep).join("/"),
		line: where?.line ?? 1
	});
	const stage = (product) => pipeline.stages.find((each) => each.kind.gives === product)?.name;
	const ofStage = (name, ...rest) => name === void 0 ? void 0 : pipeline.where([
		"stages",
		name,
		...rest
	]);
	const problems = allProblems(report).map(({ stage: name, problem }) => ({
		...at(problem.where ?? ofStage(name)),
		level: "failure",
		title: problem.code,
		message: plain(`${problem.message} ${problem.hint}`)
	}));
	const metrics = (report.comparison?.rows ?? []).filter((row) => row.verdict !== "pass").toSorted((a, b) => Number(b.verdict === "fail") - Number(a.verdict === "fail")).map((row) => ({
		...at(ofStage(stage("comparison"), "metrics", row.metric)),
		level: row.verdict === "fail" ? "failure" : "warning",
		title: plain(`${metricName(row)}: ${row.verdict}`),
		message: plain(row.why)
	}));
	const compatibility = compatibilityFacts(report).filter(({ verdict }) => verdict === "fail" || verdict === "inconclusive").map(({ name, verdict, why }) => ({
		...at(ofStage(stage("comparison"), name)),
		level: verdict === "fail" ? "failure" : "warning",
		title: `${name}: ${verdict}`,
		message: plain(why)
	}));
	const checks = notChecked(report).flatMap(({ check, reasons }) => reasons.map(({ message, hint }) => ({
		...at(ofStage(stage("validation"), "checks")),
		level: "warning",
		title: plain(`not checked: ${check}`),
		message: plain(`${message} ${hint}`)
	})));
	const warnings = allWarnings(report).map((warning) => ({
		...at(ofStage(report.stages.find((each) => each.warnings.some(({ code }) => code === warning.code))?.name)),
		level: "notice",
		title: warning.code,
		message: plain(`${warning.message} ${warning.remedy}`)
	}));
	return [
		...problems,
		...compatibility,
		...metrics,
		...checks,
		...warnings
	];
}
async function asAction(action) {
	const mask = createMask(process.env, setSecret);
	for (const secret of mask.values()) setSecret(secret);
	setOutput("verdict", "error");
	try {
		return await action(mask);
	} catch (thrown) {
		const failure = failureOf(thrown);
		const problems = mask.value(failure.problems);
		for (const { code, message, hint, where } of problems) {
			const place = where === void 0 ? {} : {
				file: where.file,
				startLine: where.line,
				startColumn: where.column
			};
			error(`${message} ${hint}`, {
				title: code,
				...place
			});
		}
		info(problemLines(problems));
		return failure.exitCode;
	}
}
function choice(name, words) {
	const given = getInput(name) || words[0];
	const found = words.find((word) => word === given);
	if (found === void 0) throw entryError("argument-wrong", {
		argument: `${name}: ${given}`,
		expected: words.join(", ").replace(/, ([^,]*)$/, " or $1")
	});
	return found;
}
function pairs(name) {
	return Object.fromEntries(getMultilineInput(name).map((line) => {
		const at = line.indexOf("=");
		if (at < 1) throw entryError("argument-wrong", {
			argument: `${name}: ${line}`,
			expected: "name=value"
		});
		return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
	}));
}
const annotationsAtOnce = 50;
const longestTitle = 255;
const longestMessage = 16e3;
async function postCheckRun(github, check) {
	await ask("write the check run", "checks: write", async () => {
		const find = async () => {
			return (await list(github, "GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
				ref: check.commit,
				check_name: check.name,
				filter: "all"
			})).find(({ external_id }) => external_id === check.externalId);
		};
		const groups = inGroups(check.annotations.map(annotationOf), annotationsAtOnce);
		const output = {
			title: clip(check.title, longestTitle),
			summary: check.summary
		};
		const state = {
			status: "completed",
			conclusion: check.conclusion,
			...check.url === void 0 ? {} : { details_url: check.url }
		};
		const { thing } = await ensure(find, () => request(github, "POST /repos/{owner}/{repo}/check-runs", {
			...state,
			name: check.name,
			head_sha: check.commit,
			external_id: check.externalId,
			output: {
				...output,
				annotations: groups[0] ?? []
			}
		}), github);
		const update = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
		await request(github, update, {
			...state,
			check_run_id: thing.id,
			output
		});
		const sent = Math.ceil((thing.output.annotations_count ?? 0) / annotationsAtOnce);
		for (const annotations of groups.slice(Math.max(1, sent))) await request(github, update, {
			check_run_id: thing.id,
			output: {
				...output,
				annotations
			}
		});
	});
}
async function checksOn(github, { commit, name }) {
	const checks = await ask("look at earlier checks", "checks: read", () => list(github, "GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
		ref: commit,
		check_name: name,
		filter: "all"
	}));
	return new Map(checks.flatMap(({ external_id: id, conclusion }) => id ? [[id, conclusion]] : []));
}
function annotationOf({ path, line, level, title, message }) {
	return {
		path,
		start_line: line,
		end_line: line,
		annotation_level: level,
		title: clip(title, longestTitle),
		message: clip(message, longestMessage)
	};
}
function inGroups(items, size) {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
function markerLine(key, { run, attempt, commit }) {
	return `<!-- airworthy:v1 key=${safe(key)} run=${run} attempt=${attempt} commit=${safe(commit)} -->`;
}
function mayReplace(theirs, ours, head) {
	if (theirs === void 0) return true;
	if (theirs.commit !== ours.commit) {
		if (ours.commit === head) return true;
		if (theirs.commit === head) return false;
	}
	return ours.run > theirs.run || ours.run === theirs.run && ours.attempt >= theirs.attempt;
}
async function postComment(github, comment) {
	return ask("write the comment on the pull request", "pull-requests: write", async () => {
		const isOurs = await ownComments(github);
		const find = async () => {
			return (await list(github, "GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number: comment.pull })).filter((each) => isOurs(each.user) && (each.body ?? "").startsWith(markerStart(comment.key))).map((each) => ({
				id: each.id,
				body: each.body ?? "",
				origin: originOf(each.body ?? "")
			})).sort((a, b) => a.id - b.id);
		};
		const head = async () => (await request(github, "GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: comment.pull })).head.sha;
		const text = `${markerLine(comment.key, comment.origin)}\n${comment.body}`;
		const before = await find();
		if (before.length === 0 && comment.silent) return "silent";
		if (before.length === 0 && comment.origin.commit !== await head()) return "outdated";
		const make = () => request(github, "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
			issue_number: comment.pull,
			body: text
		});
		if (before.length === 0) await ensure(async () => (await find())[0], make, github);
		return settle({
			github,
			find,
			head,
			text,
			comment,
			created: before.length === 0
		});
	});
}
async function settle({ github, find, head, text, comment, created }) {
	const [kept, ...others] = await find();
	if (kept === void 0) return "outdated";
	for (const { id } of others) await remove(github, id);
	if (isSame(kept, text, comment.origin)) return created ? "created" : "unchanged";
	const newest = [kept, ...others].reduce((a, b) => isLater(b.origin, a.origin) ? b : a);
	if (!mayReplace(newest.origin, comment.origin, await head())) {
		if (newest !== kept) await write(github, kept.id, newest.body);
		return "outdated";
	}
	await write(github, kept.id, text);
	return created ? "created" : "updated";
}
function isSame({ body, origin }, text, ours) {
	const said = (all) => all.slice(all.indexOf("\n"));
	return origin?.commit === ours.commit && said(body) === said(text);
}
function isLater(a, b) {
	if (a === void 0) return false;
	return b === void 0 || a.run > b.run || a.run === b.run && a.attempt > b.attempt;
}
async function write(github, id, body) {
	await request(github, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
		comment_id: id,
		body
	});
}
async function remove(github, id) {
	try {
		await request(github, "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id });
	} catch (error) {
		if (!isMissing(error)) throw error;
	}
}
async function ownComments(github) {
	try {
		const { id } = await request(github, "GET /user", {});
		return (user) => user?.id === id;
	} catch (error) {
		const { status } = error;
		if (status !== 403 && status !== 401) throw error;
		return (user) => user?.type === "Bot";
	}
}
function markerStart(key) {
	return `<!-- airworthy:v1 key=${safe(key)} `;
}
function originOf(body) {
	const [line = ""] = body.split("\n", 1);
	const [, run, attempt, commit] = / run=(\d+) attempt=(\d+) commit=(\S+) -->$/.exec(line.trimEnd()) ?? [];
	return commit === void 0 ? void 0 : {
		run: Number(run),
		attempt: Number(attempt),
		commit
	};
}
function safe(text) {
	const slug = text.replace(/[^A-Za-z0-9._]+/g, "-").slice(0, 60);
	return slug === text ? slug : `${slug}-${sha256(text).slice(0, 8)}`;
}
async function postStatus(github, status) {
	const { commit, context, state, description, url } = status;
	await ask("set the status of the commit", "statuses: write", async () => {
		const find = async () => {
			const latest = (await list(github, "GET /repos/{owner}/{repo}/commits/{ref}/statuses", { ref: commit })).find((each) => each.context === context);
			return latest?.state === state && latest.description === description && (latest.target_url ?? void 0) === url ? latest : void 0;
		};
		const target = url === void 0 ? {} : { target_url: url };
		const make = () => request(github, "POST /repos/{owner}/{repo}/statuses/{sha}", {
			sha: commit,
			context,
			state,
			description,
			...target
		});
		await ensure(find, make, github);
	});
}
const modes = [
	"auto",
	"always",
	"never"
];
const longestBody = 65036;
async function publish(whole, annotations, here, { github, files }, wanted) {
	if (github === void 0) return;
	const report = files.maskedValue(whole);
	const links = linksOf(report, here);
	await inMode(wanted.comment, "comment", async () => {
		if (here.pull === void 0) return;
		const outcome = await commentOn(github, here.pull, report, here, {
			links,
			silent: wanted.silentWhen === report.outcome
		});
		setOutput("comment", outcome);
	});
	const { commit } = here;
	if (commit === void 0) return;
	await inMode(wanted.check, "check", () => postCheckRun(github, {
		name: checkName(report.pipeline.name),
		commit,
		externalId: here.run === 0 ? report.runId : checkId(here.run, here.attempt),
		conclusion: conclusions[report.outcome],
		title: titleOf(report),
		summary: renderMarkdown(report, { links }),
		annotations: files.maskedValue(annotations),
		url: here.runUrl
	}));
	await inMode(wanted.status, "status", () => postStatus(github, {
		commit,
		context: `airworthy/${oneLine(report.pipeline.name, 80)}`,
		state: states[report.outcome],
		description: clip(titleOf(report), 140),
		url: here.runUrl
	}));
}
function checkName(pipeline) {
	return `airworthy: ${oneLine(pipeline, 80)}`;
}
function checkId(run, attempt) {
	return `${run}.${attempt}`;
}
function commentOn(github, pull, report, here, { silent, ...saying }) {
	return postComment(github, {
		pull,
		key: saying.preface === void 0 ? report.pipeline.name : `${report.pipeline.name} as reported`,
		origin: originOf$1(here),
		body: renderMarkdown(report, {
			...saying,
			limit: longestBody
		}),
		silent
	});
}
async function inMode(mode, what, action) {
	if (mode === "never") return;
	try {
		await action();
	} catch (error) {
		if (mode === "always" || !isRefused(error)) throw error;
		notice(terminalText(`${error.message} ${error.hint} Or set ${what}: never. The job summary has the same text.`), { title: `no ${what}` });
	}
}
function titleOf(report) {
	const { word } = headline(report);
	const key = keyNumber(report);
	return oneLine(key === void 0 ? word : `${word}: ${key}`, 250);
}
function oneLine(text, length) {
	return clip(plain(text), length);
}
const conclusions = {
	pass: "success",
	measured: "success",
	fail: "failure",
	inconclusive: "neutral",
	"rolled-back": "failure",
	error: "failure",
	cancelled: "cancelled"
};
const states = {
	pass: "success",
	measured: "success",
	fail: "failure",
	inconclusive: "failure",
	"rolled-back": "failure",
	error: "error",
	cancelled: "error"
};
async function attemptsBefore(pipeline, here, world) {
	const checks = await checksBefore(pipeline, here, world);
	const ids = new Set(checks.keys());
	for (let attempt = 1; attempt < here.attempt; attempt++) ids.add(checkId(here.run, attempt));
	ids.delete(checkId(here.run, here.attempt));
	return [...ids].filter((id) => checks.get(id) !== "success").length;
}
async function checksBefore(pipeline, { commit }, { github }) {
	if (github === void 0 || commit === void 0) return new Map();
	try {
		return await checksOn(github, {
			commit,
			name: checkName(pipeline)
		});
	} catch (thrown) {
		if (thrown instanceof UserError) return new Map();
		throw thrown;
	}
}
const variables = {
	onnxruntime: "AIRWORTHY_ORT",
	offline: "AIRWORTHY_OFFLINE",
	"cuda-libraries": "AIRWORTHY_CUDA",
	"cuda-sha256": "AIRWORTHY_CUDA_SHA256"
};
function runtimeEnv(input) {
	const offline = input("offline");
	if (![
		"",
		"true",
		"false"
	].includes(offline)) throw entryError("argument-wrong", {
		argument: `offline: ${offline}`,
		expected: "true or false"
	});
	const given = Object.entries(variables).map(([name, variable]) => [variable, input(name)]);
	return {
		AIRWORTHY_DOWNLOAD: "true",
		...Object.fromEntries(given.filter(([, value]) => value !== ""))
	};
}
function pipelineInputs(here) {
	const [shard, merge] = [getInput("shard") || void 0, getMultilineInput("merge")];
	if (shard !== void 0 && merge.length > 0) throw entryError("argument-wrong", {
		argument: `shard: ${shard}, merge: ${merge[0]}`,
		expected: "one of the two"
	});
	const [reason, by] = [getInput("override"), getInput("override-by")];
	return {
		override: reason === "" && by === "" ? void 0 : {
			by,
			reason
		},
		pipeline: getInput("pipeline") || "airworthy.yml",
		folder: path.resolve(here.workspace, getInput("working-directory") || "."),
		values: pairs("inputs"),
		dryRun: choice("dry-run", ["false", "true"]) === "true",
		shard,
		merge,
		failOn: choice("fail-on", ["inconclusive", "fail"])
	};
}
function actionWorld(folder, mask) {
	const token = getInput("github-token");
	if (token !== "") setSecret(token);
	const say = (line) => info(terminalText(mask(line)));
	const env = {
		...runtimeEnv((name) => getInput(name)),
		...token === "" ? {} : { GITHUB_TOKEN: token }
	};
	return processWorld({
		cwd: folder,
		mask,
		env,
		say
	});
}
async function runPipeline(inputs, here, world, mask, listener = () => void 0) {
	const pipeline = await loadAllowed(inputs.pipeline, world, { inputs: inputs.values });
	const show = progressOn({
		err: (line) => process.stdout.write(mask(line)),
		masked: mask,
		interactive: false,
		width: 120,
		ascii: false
	});
	return {
		report: await run(pipeline, world, {
			inputs: inputs.values,
			dryRun: inputs.dryRun,
			attempts: await attemptsBefore(pipeline.name, here, world),
			override: inputs.override,
			shard: inputs.shard,
			merge: inputs.merge.length === 0 ? void 0 : await readShards(inputs.merge, world),
			formats,
			listener(event) {
				show(event);
				listener(event);
			}
		}),
		pipeline
	};
}
const mostAnnotations = 10;
async function tell({ report, pipeline }, here, mask) {
	setOutput("verdict", report.outcome);
	setOutput("version", report.release?.version ?? "");
	setOutput("report", report.files["html"] ?? "");
	setOutput("report-json", report.files["json"] ?? "");
	setOutput("report-folder", path.dirname(report.files["json"] ?? ""));
	setOutput("evidence", report.files["evidence"] ?? "");
	const annotations = mask.value(annotationsOf(report, pipeline, here.workspace));
	for (const [level, say] of [
		["failure", error],
		["warning", warning],
		["notice", notice]
	]) for (const one of annotations.filter((each) => each.level === level).slice(0, mostAnnotations)) say(terminalText(one.message), {
		title: terminalText(one.title),
		file: one.path,
		startLine: one.line
	});
	info(terminalText(mask(`${report.outcome}: ${report.sentence}`)));
	await summarize(mask(renderMarkdown(mask.value(report), { links: linksOf(report, here) })));
}
async function summarize(text) {
	if (process.env["GITHUB_STEP_SUMMARY"]) await summary.addRaw(text).write();
}
function exitCodeOf(report, failOn) {
	return report.outcome === "pass" || report.outcome === "measured" || report.outcome === "inconclusive" && failOn === "fail" ? exitCodes.pass : report.exitCode;
}
export { actionWorld, annotationsOf, asAction, choice, commentOn, exitCodeOf, modes, pipelineInputs, publish, runPipeline, summarize, tell };
