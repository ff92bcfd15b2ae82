import { once } from "node:events";
import { request } from "node:http";
const loopback = "127.0.0.1";
const bodyLimit = 64 * 2 ** 20;
async function listen(server, port) {
	server.keepAliveTimeout = 0;
	server.listen(port, loopback);
	await once(server, "listening");
	return server.address().port;
}
async function readBody(message) {
	const chunks = [];
	let length = 0;
	for await (const chunk of message) {
		length += chunk.length;
		if (length > bodyLimit) throw new Error(`a body is larger than ${bodyLimit} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
function sendJson(response, status, value) {
	response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
function call({ agent, port, path, method = "GET", headers, body, timeoutMs }) {
	return new Promise((resolve, reject) => {
		const outgoing = request({
			agent,
			host: loopback,
			port,
			path,
			method,
			...headers === void 0 ? {} : { headers }
		});
		const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
		const settle = (finish) => {
			clearTimeout(timer);
			finish();
		};
		outgoing.once("error", (error) => settle(() => reject(error)));
		outgoing.once("response", (message) => {
			readBody(message).then((read) => settle(() => resolve({
				status: message.statusCode ?? 0,
				headers: message.headers,
				body: read
			})), (error) => settle(() => reject(error)));
		});
		outgoing.end(body);
	});
}
export { call, listen, readBody, sendJson };
