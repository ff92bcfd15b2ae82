import { uniformFloat64, xoroshiro128plus } from "./npm-pure-rand-lib-esm-generator-xoroshiro128plus.js";
import { Bug, messageOf } from "./workers.js";
import { listen, readBody, sendJson } from "./serving-http.js";
import { datatypeOf, readTensors, writeTensors } from "./serving-open-inference.js";
import { setTimeout } from "node:timers/promises";
import { createServer } from "node:http";
function createServeRole(open) {
	let running;
	let fault;
	const random = xoroshiro128plus(1);
	const start = async ({ model, name, version, port }) => {
		const session = await open(model, 1);
		const fails = async () => {
			if (fault === void 0) return false;
			if (fault.delayMs > 0) await setTimeout(fault.delayMs);
			return uniformFloat64(random) < (fault?.errors ?? 0);
		};
		const replica = {
			name,
			version,
			session,
			fails
		};
		const server = createServer((request, response) => void answer(replica, request, response));
		running = {
			server,
			session
		};
		return { port: await listen(server, port) };
	};
	const stop = async () => {
		running?.server.closeAllConnections();
		running?.server.close();
		await running?.session.close();
		running = void 0;
	};
	return async (raw) => {
		const request = raw;
		switch (request.do) {
			case "start": return start(request);
			case "fault":
				fault = request.fault;
				return;
			case "stop": return stop();
			default: throw new Bug(`a replica cannot ${JSON.stringify(request)}`);
		}
	};
}
async function answer(replica, request, response) {
	try {
		await route(replica, request, response);
	} catch (error) {
		sendJson(response, 500, { error: messageOf(error) });
	}
}
const ofModel = /^\/v2\/models\/([^/]+)(?:\/versions\/([^/]+))?(?:\/(infer|ready))?$/;
async function route(replica, request, response) {
	const [path = ""] = (request.url ?? "").split("?");
	if (path === "/v2/health/ready" || path === "/v2/health/live") return sendJson(response, 200, {
		live: true,
		ready: true
	});
	if (path === "/v2") return sendJson(response, 200, {
		name: "airworthy",
		version: replica.version,
		extensions: []
	});
	const [, name, version = replica.version, what] = ofModel.exec(path) ?? [];
	const served = name === encodeURIComponent(replica.name) && version === replica.version;
	if (served && what === "infer" && request.method === "POST") return infer(replica, request, response);
	if (served && what === "ready") return sendJson(response, 200, {
		name: replica.name,
		ready: true
	});
	if (served && what === void 0) return sendJson(response, 200, metadata(replica));
	sendJson(response, 404, { error: `nothing is served at ${request.method} ${path}; the model is ${replica.name} ${replica.version}` });
}
async function infer({ name, version, session, fails }, request, response) {
	const body = await readBody(request);
	if (await fails()) return sendJson(response, 500, { error: "a fault was injected into this version" });
	const parsed = parse(body);
	if ("error" in parsed) return sendJson(response, 400, parsed);
	const outputs = await session.run(parsed.feeds);
	const head = JSON.stringify({
		model_name: name,
		model_version: version,
		id: parsed.id
	}).slice(0, -1);
	response.writeHead(200, { "content-type": "application/json" }).end(`${head},"outputs":${writeTensors(outputs)}}`);
}
function parse(body) {
	try {
		const { id, inputs } = JSON.parse(body.toString("utf8")) ?? {};
		return {
			feeds: readTensors(inputs),
			id: typeof id === "string" ? id : void 0
		};
	} catch (error) {
		return { error: messageOf(error) };
	}
}
function metadata({ name, version, session }) {
	const describe = (values) => values.map((value) => ({
		name: value.name,
		datatype: datatypeOf(value.type),
		shape: value.dims.map((dim) => typeof dim === "number" ? dim : -1)
	}));
	return {
		name,
		versions: [version],
		platform: "onnx",
		inputs: describe(session.inputs),
		outputs: describe(session.outputs)
	};
}
export { createServeRole };
