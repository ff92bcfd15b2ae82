import { context, getInput, info, notice, setOutput } from "./chunks/npm-actions-github-lib-github.js";
import { DamagedZip, zipMembers } from "./chunks/core-zip.js";
import { number, object, string } from "./chunks/npm-zod-v4-classic-schemas.js";
import { ask, githubError, list, request } from "./chunks/github-client.js";
import { entryError, terminalText } from "./chunks/start.js";
import { renderMarkdown } from "./chunks/report.js";
import { linksOf, runOnGitHub } from "./chunks/entry-base.js";
import { actionWorld, asAction, choice, commentOn, summarize } from "./chunks/entry-action-pipeline.js";
import { runReportSchema } from "./chunks/core-report.js";
import { checkUntrusted } from "./chunks/core-untrusted-value.js";
const mostFiles = 1e3;
const mostUnpacked = 134217728;
const mostRatio = 200;
function unpack(name, bytes) {
	const refuse = (why) => {
		throw githubError("download-refused", {
			name,
			why
		});
	};
	try {
		const members = [...zipMembers(bytes).values()];
		const total = members.reduce((sum, member) => sum + member.bytes, 0);
		if (members.length > mostFiles) refuse(`it has more than ${mostFiles} files`);
		if (total > mostUnpacked) refuse(`it unpacks to more than ${mostUnpacked} bytes`);
		if (members.some((member) => member.bytes > 1e6 && member.bytes > member.packed * mostRatio)) refuse("it unpacks to far more than it has");
		if (members.some((member) => leadsOut(member.name))) refuse("one of its names leads out of its folder");
		return new Map(members.filter(({ name: file }) => !file.endsWith("/")).map((member) => [member.name, member.read()]));
	} catch (error) {
		if (error instanceof DamagedZip) return refuse(error.message);
		throw error;
	}
}
function leadsOut(name) {
	return /[\0\\]/.test(name) || /^([A-Za-z]:|\/)/.test(name) || name.split("/").includes("..");
}
const mostBytes = 33554432;
async function artifactOf(github, run, name) {
	const found = await ask("list the artifacts of the run", "actions: read", async () => {
		return (await list(github, "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", {
			run_id: run,
			name
		})).filter(({ expired }) => !expired).toSorted((a, b) => b.id - a.id)[0];
	});
	if (found === void 0) throw githubError("download-missing", {
		name,
		run
	});
	if (found.size_in_bytes > mostBytes) throw githubError("download-refused", {
		name,
		why: `it has ${found.size_in_bytes} bytes, more than ${mostBytes}`
	});
	const data = await ask("download the artifact", "actions: read", () => request(github, "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
		artifact_id: found.id,
		archive_format: "zip"
	}));
	const bytes = new Uint8Array(data);
	if (bytes.length > mostBytes) throw githubError("download-refused", {
		name,
		why: `it has ${bytes.length} bytes, more than ${mostBytes}`
	});
	return unpack(name, bytes);
}
const runShape = object({ workflow_run: object({
	id: number(),
	run_attempt: number(),
	head_sha: string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
	head_branch: string(),
	head_repository: object({
		id: number(),
		full_name: string(),
		owner: object({ login: string() })
	})
}) });
function endedRun(payload) {
	const run = runShape.safeParse(payload).data?.workflow_run;
	if (run === void 0) return void 0;
	return {
		id: run.id,
		attempt: run.run_attempt,
		commit: run.head_sha,
		branch: run.head_branch,
		owner: run.head_repository.owner.login,
		repositoryId: run.head_repository.id
	};
}
async function pullRequestOf(github, run) {
	return ask("list the pull requests", "pull-requests: read", async () => {
		const head = `${run.owner}:${run.branch}`;
		return (await list(github, "GET /repos/{owner}/{repo}/pulls", {
			state: "open",
			head
		})).find((pull) => pull.head.sha === run.commit && pull.head.repo?.id === run.repositoryId)?.number;
	});
}
const bounds = {
	text: 2e4,
	list: 1e4
};
function readReport(name, bytes) {
	const refuse = (why) => {
		throw githubError("download-refused", {
			name,
			why
		});
	};
	let value;
	try {
		value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch {
		return refuse("its report.json is not JSON");
	}
	const read = checkUntrusted(runReportSchema, value, bounds);
	return "value" in read ? ofStranger(read.value) : refuse(`its report.json is not a report of this version: look at ${read.reason}`);
}
function ofStranger({ release: _release, rollout: _rollout, decision, subject, ...report }) {
	return {
		...report,
		next: [],
		...subject === void 0 ? {} : { subject: {
			...subject,
			data: {}
		} },
		...decision === void 0 ? {} : { decision: withoutOverride(decision) },
		other: {}
	};
}
function withoutOverride({ override: _, ...decision }) {
	return decision;
}
const preface = "These figures come from a run of the pull request itself, which may have changed how they are made. Recompute them with its evidence.";
process.exitCode = await asAction(async (mask) => {
	const ended = endedRun(context.payload);
	if (ended === void 0) throw entryError("comment-event", { event: context.eventName || "none" });
	const silentWhen = choice("silent-when", ["never", "pass"]);
	const own = runOnGitHub(process.env, context.payload);
	const { github } = actionWorld(own.workspace, mask);
	if (github === void 0) throw entryError("github-token-missing", {});
	const pull = await pullRequestOf(github, ended);
	if (pull === void 0) {
		notice("No open pull request has this commit as its head any more: nothing is posted.", { title: "outdated" });
		setOutput("comment", "outdated");
		return 0;
	}
	const report = mask.value(await downloaded(github, ended.id));
	const here = {
		...own,
		commit: ended.commit,
		run: ended.id,
		attempt: ended.attempt,
		runUrl: `${own.repositoryUrl}/actions/runs/${ended.id}`
	};
	const links = linksOf(report, here);
	const outcome = await commentOn(github, pull, report, here, {
		links,
		preface,
		silent: silentWhen === report.outcome
	});
	setOutput("comment", outcome);
	setOutput("pull-request", pull);
	setOutput("verdict", `untrusted-${report.outcome}`);
	info(terminalText(`The comment on #${pull} is ${outcome}.`));
	await summarize(mask(renderMarkdown(report, {
		links,
		preface
	})));
	return 0;
});
async function downloaded(github, run) {
	const name = getInput("artifact") || "airworthy-report";
	const found = [...await artifactOf(github, run, name)].find(([file]) => file === "report.json" || file.endsWith("/report.json"));
	if (found === void 0) throw githubError("download-refused", {
		name,
		why: "it has no report.json"
	});
	return readReport(name, found[1]);
}
export {};
