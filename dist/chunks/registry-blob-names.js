import { createHash, portError } from "./workers.js";
async function blobNames(files, file, format = "sha1") {
	const bytes = await files.size(file);
	if (bytes === void 0) throw portError("file-missing", { path: file });
	const [blob, content] = [blobHash(bytes, format), createHash("sha256")];
	for await (const piece of files.pieces(file, 0)) {
		blob.update(piece);
		content.update(piece);
	}
	const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${content.digest("hex")}\nsize ${bytes}\n`;
	return [blob.digest("hex"), blobHash(pointer.length, format).update(pointer).digest("hex")];
}
function blobHash(bytes, format) {
	return createHash(format).update(`blob ${bytes}\0`);
}
export { blobNames };
