import { errorFrom } from "./workers.js";
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
			hint: "Run the job again. It finds finished work and does not repeat it."
		}),
		example: {
			what: "list the releases",
			reason: "Bad gateway"
		}
	},
	"promotion-refused": {
		say: (d) => ({
			message: `${d.actor} may not release: ${d.why}.`,
			hint: "Ask someone with the required role to start the run, or change promote-role and promoters."
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
export { ask, ensure, githubError, isMissing, isRefused, list, pages, request, upload };
