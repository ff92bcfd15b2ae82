import { ask, isMissing, request } from "./github-client.js";
async function blobsIn(github, folder, ref) {
	const entries = await ask(`list the folder ${folder || "."} of ${ref}`, "contents: read", () => request(github, "GET /repos/{owner}/{repo}/contents/{path}", {
		path: folder,
		ref
	}).catch((error) => {
		if (isMissing(error)) return [];
		throw error;
	}));
	if (!Array.isArray(entries)) return new Map();
	return new Map(entries.flatMap(({ type, name, sha }) => type === "file" ? [[name, sha]] : []));
}
async function textAt(github, file, ref) {
	const data = await ask(`give the file ${file} of ${ref}`, "contents: read", () => request(github, "GET /repos/{owner}/{repo}/contents/{path}", {
		path: file,
		ref
	}));
	return Array.isArray(data) || data.type !== "file" ? void 0 : Buffer.from(data.content, "base64").toString("utf8");
}
export { blobsIn, textAt };
