import { ask, ensure, githubError, pages, request } from "./github-client.js";
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
export { dispatchEvent, dispatchOnTag, dispatchWorkflow };
