import { Cancelled, errorFrom, messageOf } from "./core-errors.js";
import "./core-quantity.js";
import { NEVER, array, int, record, strictObject, string, tuple, union } from "./npm-zod-v4-classic-schemas.js";
import { duration, margin, share } from "./core-quantity-settings.js";
import { choiceSetting } from "./core-choice.js";
import { trafficMetric } from "./core-traffic.js";
import path from "node:path";
const githubError = errorFrom({
	"dispatch-limit": {
		say: (d) => ({
			message: `A dispatch of GitHub takes at most ${d.most}, and this has ${d.what}.`,
			hint: "Send less: the workflow that is started can read the rest from the release."
		}),
		example: {
			what: "26 inputs",
			most: "25"
		}
	},
	"download-missing": {
		say: (d) => ({
			message: `The workflow run ${d.run} has no artifact ${d.name}, or it has expired.`,
			hint: "Upload the folder of the report in the job that measures, with actions/upload-artifact, also when the gate fails (if: always())."
		}),
		example: {
			name: "airworthy",
			run: 8123456789
		}
	},
	"download-refused": {
		say: (d) => ({
			message: `The artifact ${d.name} is not read: ${d.why}.`,
			hint: "An artifact from a pull request may be hostile. Upload the report of the run alone."
		}),
		example: {
			name: "airworthy",
			why: "it holds 3 files and not one"
		}
	},
	"github-refused": {
		say: (d) => ({
			message: `GitHub did not ${d.what}: ${d.reason}.`,
			hint: `Check that the token may do it (permissions: ${d.needs}) and that what it names is there.`
		}),
		example: {
			what: "comment on the pull request",
			reason: "Resource not accessible by integration (403)",
			needs: "pull-requests: write"
		}
	},
	"github-unavailable": {
		say: (d) => ({
			message: `GitHub did not ${d.what}, after several attempts: ${d.reason}.`,
			hint: "Run the job again: what was done is found and not done a second time."
		}),
		example: {
			what: "list the releases",
			reason: "Bad gateway"
		}
	},
	"promotion-refused": {
		say: (d) => ({
			message: `${d.actor} may not release: ${d.why}.`,
			hint: "Let somebody start the run who may, or change promote-role and promoters."
		}),
		example: {
			actor: "octocat",
			why: "the role is read and write is needed"
		}
	},
	"release-differs": {
		say: (d) => ({
			message: `The release ${d.tag} is published without ${d.missing.join(", ")}.`,
			hint: "A published release is never changed. Delete it on GitHub and run the job again, or leave it as it is."
		}),
		example: {
			tag: "digits@v1.1.0",
			missing: ["digits.onnx"]
		}
	},
	"tag-elsewhere": {
		say: (d) => ({
			message: `The tag ${d.tag} is on the commit ${d.at} and not on ${d.wanted}.`,
			hint: "A tag is never moved. Find out who made it; delete it if it is wrong, and run the job again."
		}),
		example: {
			tag: "digits@v1.1.0",
			at: "1f2e3d4",
			wanted: "9a8b7c6"
		}
	}
});
async function ask(what, needs, action) {
	try {
		return await action();
	} catch (error) {
		throw refusal(what, needs, error);
	}
}
function refusal(what, needs, error) {
	const { status, message = "", response } = error;
	if (status === void 0) return error;
	const reason = response?.data?.message ?? message;
	if (status >= 500 || status === 429 || isLimit(status, reason)) return githubError("github-unavailable", {
		what,
		reason
	}, { cause: error });
	return githubError("github-refused", {
		what,
		reason: `${reason} (${status})`,
		needs
	}, { cause: error });
}
function isLimit(status, reason) {
	return status === 403 && /rate limit/i.test(reason);
}
function isMissing(error) {
	return error.status === 404;
}
function isUnsure(error) {
	const { status } = error;
	return status !== void 0 && status >= 500;
}
function isTaken(error) {
	const { status } = error;
	return status === 422 || status === 409;
}
async function ensure(find, make, { sleep }) {
	for (let attempt = 1;; attempt++) {
		const found = await find();
		if (found !== void 0) return {
			thing: found,
			made: attempt > 1
		};
		try {
			return {
				thing: await make(),
				made: true
			};
		} catch (error) {
			if (attempt >= 5 || !(isUnsure(error) || isTaken(error))) throw error;
			await sleep(200 * 2 ** attempt);
			if (isTaken(error) && await find() === void 0) throw error;
		}
	}
}
function isRefused(error) {
	return error.code === "github-refused";
}
async function request(github, route, parameters) {
	const { data } = await github.request(route, { ...parameters });
	return data;
}
function pages(github, route, parameters) {
	return github.pages(route, {
		...parameters,
		per_page: 100
	});
}
async function list(github, route, parameters) {
	const all = [];
	for await (const page of pages(github, route, parameters)) all.push(...page);
	return all;
}
async function upload(github, { upload_url }, { name, bytes }, data) {
	const headers = {
		"content-type": "application/octet-stream",
		"content-length": bytes
	};
	return (await github.request(`POST ${upload_url}`, {
		name,
		data,
		headers
	})).data;
}
function registryState(entries, model) {
	const own = entries.filter((entry) => entry.model === model);
	return {
		versions: own.flatMap((entry) => entry.kind === "release" ? [released(entry)] : []),
		stages: Object.fromEntries(own.flatMap((entry) => entry.kind === "assign" ? [[entry.stage, entry.version]] : []))
	};
}
function released({ version, artifact, why, at, by, source }) {
	return {
		version,
		artifact,
		why,
		at,
		by,
		source
	};
}
function defineHook(definition) {
	return {
		...definition,
		make: (settings) => definition.make(settings)
	};
}
const mostInputs = 25;
const mostProperties = 10;
const mostPayloadBytes = 65535;
const longestEvent = 100;
async function dispatchWorkflow(github, workflow, ref, inputs) {
	const make = workflowDispatch(github, workflow, ref, inputs);
	await ask(`start the workflow ${workflow}`, "actions: write", make);
}
async function dispatchOnTag(github, workflow, tag, inputs) {
	const make = workflowDispatch(github, workflow, tag, inputs);
	const runs = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
	const asked = {
		workflow_id: workflow,
		event: "workflow_dispatch",
		branch: tag,
		per_page: 1
	};
	const find = async () => (await request(github, runs, asked)).workflow_runs[0];
	await ask(`start the workflow ${workflow}`, "actions: write", () => ensure(find, make, github));
}
function workflowDispatch(github, workflow, ref, inputs) {
	const count = Object.keys(inputs).length;
	if (count > mostInputs) throw githubError("dispatch-limit", {
		what: `${count} inputs`,
		most: `${mostInputs}`
	});
	return () => request(github, "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
		workflow_id: workflow,
		ref,
		inputs
	});
}
async function dispatchEvent(github, event, since, payload) {
	checkEvent(event, payload);
	const find = () => ask("list the runs that the event has started", "actions: read", async () => {
		const runs = pages(github, "GET /repos/{owner}/{repo}/actions/runs", { event: "repository_dispatch" });
		for await (const page of runs) {
			const found = page.find(({ display_title, created_at }) => display_title === event && created_at >= since);
			if (found !== void 0 || page.some(({ created_at }) => created_at < since)) return found;
		}
	});
	const make = () => request(github, "POST /repos/{owner}/{repo}/dispatches", {
		event_type: event,
		client_payload: { ...payload }
	});
	await ask(`send the event ${event}`, "contents: write", () => ensure(find, make, github));
}
function checkEvent(event, payload) {
	const count = Object.keys(payload).length;
	const bytes = Buffer.byteLength(JSON.stringify(payload));
	if (event.length > longestEvent) throw githubError("dispatch-limit", {
		what: `an event name of ${event.length} characters`,
		most: `${longestEvent}`
	});
	if (count > mostProperties) throw githubError("dispatch-limit", {
		what: `${count} properties`,
		most: `${mostProperties}`
	});
	if (bytes > mostPayloadBytes) throw githubError("dispatch-limit", {
		what: `a payload of ${bytes} bytes`,
		most: `${mostPayloadBytes}`
	});
}
const dispatchHook = defineHook({
	kind: "dispatch",
	summary: "Starts a workflow on GitHub, at least once; give `$event-id` to it to tell a repetition.",
	settings: strictObject({
		workflow: string().min(1).describe("File name of a workflow with a `workflow_dispatch` trigger: `retrain.yml`."),
		ref: string().min(1).default("main").describe("The branch or tag to run it on."),
		inputs: record(string(), string()).refine((inputs) => Object.keys(inputs).length <= 25, "expected at most 25 inputs, as GitHub takes no more").default({}).describe("Its inputs; `$event`, `$event-id`, `$model`, `$version`, `$rollout` and `$why` in them are replaced.")
	}).describe("Starts a workflow of the repository on GitHub. Needs GITHUB_REPOSITORY and GITHUB_TOKEN."),
	example: "{ workflow: retrain.yml, inputs: { reason: $why } }",
	runsUserCode: false,
	make: ({ workflow, ref, inputs }) => ({
		name: `dispatch ${workflow}`,
		async run(call, { world: { github } }) {
			if (github === void 0) return {
				outcome: "failed",
				detail: "GITHUB_REPOSITORY and GITHUB_TOKEN are not both set"
			};
			const filled = Object.entries(inputs).map(([input, text]) => [input, fill(text, call)]);
			await dispatchWorkflow(github, workflow, ref, Object.fromEntries(filled));
			return {
				outcome: "done",
				detail: `started on ${ref}`
			};
		}
	})
});
function fill(text, { event, eventId, model, version, rollout, why }) {
	const values = {
		"event-id": eventId,
		event,
		model,
		version,
		rollout,
		why
	};
	return text.replace(/\$(event-id|event|model|version|rollout|why)/g, (_, word) => values[word] ?? "");
}
const words = tuple([string().min(1)], string());
const timeoutMs = 3e5;
const runHook = defineHook({
	kind: "run",
	summary: "Runs a program with AIRWORTHY_EVENT, AIRWORTHY_EVENT_ID, AIRWORTHY_MODEL, AIRWORTHY_VERSION, AIRWORTHY_ROLLOUT and AIRWORTHY_WHY in its environment. It runs at least once: after a kill it may run again with the same AIRWORTHY_EVENT_ID, by which it can tell.",
	settings: union([string().min(1).transform((program) => [program]), words]).describe("A program (`./page-oncall.sh`) or a list of program and arguments; paths start at the folder of the pipeline file."),
	example: "[./page-oncall.sh, --urgent]",
	runsUserCode: true,
	make: ([program, ...args]) => ({
		name: [program, ...args].join(" "),
		async run(call, { world, folder, signal }) {
			const options = {
				cwd: folder,
				env: environment(call),
				timeoutMs,
				signal,
				diesWithParent: true
			};
			return resultOf(await world.processes.run(locate(program, folder), args, options));
		}
	})
});
function resultOf({ code, stdout, stderr }) {
	const output = lastOutput(`${stdout}\n${stderr}`);
	if (code === 0) return {
		outcome: "done",
		detail: output
	};
	const how = code === -1 ? "it was ended, or took longer than 5 minutes" : `exit code ${code}`;
	return {
		outcome: "failed",
		detail: output === "" ? how : `${how}: ${output}`
	};
}
function environment(call) {
	return {
		AIRWORTHY_EVENT: call.event,
		AIRWORTHY_EVENT_ID: call.eventId,
		AIRWORTHY_MODEL: call.model,
		AIRWORTHY_VERSION: call.version,
		AIRWORTHY_ROLLOUT: call.rollout,
		AIRWORTHY_WHY: call.why
	};
}
function locate(program, folder) {
	return /[/\\]/.test(program) ? path.resolve(folder, program) : program;
}
function lastOutput(text) {
	return text.trim().slice(-500);
}
const hookKinds = [runHook, dispatchHook];
async function callHook(hook, call, tools) {
	try {
		return await hook.run(call, tools);
	} catch (error) {
		if (error instanceof Cancelled || tools.signal.aborted) throw error;
		return {
			outcome: "failed",
			detail: messageOf(error)
		};
	}
}
const rule = strictObject({
	metric: trafficMetric.describe("What is compared between the candidate and the stable version."),
	margin: margin().describe("How much worse is acceptable: absolute for `error-rate` (`1pp`), relative for `latency.p50` (`10%`)."),
	"min-requests": int().positive().default(50).describe("Fewer requests to the candidate than this are never judged.")
}).transform((raw, context) => {
	const minRequests = raw["min-requests"];
	if (raw.metric === "error-rate" && "absolute" in raw.margin) return {
		metric: raw.metric,
		margin: raw.margin.absolute,
		minRequests
	};
	if (raw.metric === "latency.p50" && "relative" in raw.margin) return {
		metric: raw.metric,
		margin: raw.margin.relative,
		minRequests
	};
	const wanted = raw.metric === "error-rate" ? "an absolute margin such as 1pp" : "a relative margin such as 10%";
	context.addIssue({
		code: "custom",
		path: ["margin"],
		message: `expected ${wanted} for ${raw.metric}`
	});
	return NEVER;
});
const hook = choiceSetting(hookKinds, "hook");
function rolloutSettings(targets, sources) {
	return strictObject({
		target: choiceSetting(targets, "target").describe("What serves the model, with its settings."),
		source: choiceSetting(sources, "metric source").prefault({ target: {} }).describe("What says how the traffic of both versions went; the counts of the target itself, when left out."),
		steps: array(share()).min(1).refine((steps) => steps.every((step, index) => step > (steps[index - 1] ?? 0)), "expected shares that rise, the first above 0%").refine((steps) => steps.at(-1) === 1, "expected 100% as the last step").prefault([
			"5%",
			"25%",
			"50%",
			"100%"
		]).describe("Shares of traffic that the candidate is given, one step after the other."),
		bake: duration().refine((ms) => ms > 0, "expected more than no time").prefault("60s").describe("How long one look at a step lasts; a step gets one look, and more while it is inconclusive."),
		analysis: array(rule).min(1).prefault([{
			metric: "error-rate",
			margin: "1pp"
		}]).describe("What must hold at each step. The last step, at full weight, is judged on errors alone."),
		hold: int().min(0).default(3).describe("How many more looks an inconclusive step gets, before the rollout is taken back."),
		"on-rollback": array(hook).default([]).describe("What to run once traffic is set back."),
		"on-promoted": array(hook).default([]).describe("What to run once the version is in production.")
	});
}
function frozen(settings) {
	const { target, source, bake, analysis, hold } = settings;
	return {
		target,
		source,
		bakeMs: bake,
		analysis,
		hold,
		hooks: {
			promoted: settings["on-promoted"],
			"rolled-back": settings["on-rollback"]
		}
	};
}
function runsUserCode(settings) {
	const chosen = [...settings["on-rollback"], ...settings["on-promoted"]].flatMap((each) => Object.keys(each));
	return hookKinds.some(({ kind, runsUserCode }) => runsUserCode && chosen.includes(kind));
}
export { ask, callHook, dispatchEvent, dispatchOnTag, ensure, frozen, githubError, hookKinds, isMissing, isRefused, list, registryState, request, rolloutSettings, runsUserCode, upload };
