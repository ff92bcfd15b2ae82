import { createHash } from "node:crypto";
function canonical(value) {
	return JSON.stringify(value, (_key, member) => {
		if (typeof member === "number" && !Number.isFinite(member)) throw new TypeError(`${member} has no JSON form`);
		if (member === null || typeof member !== "object" || Array.isArray(member)) return member;
		return Object.fromEntries(Object.entries(member).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
	});
}
function sha256(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}
function digest(value) {
	return sha256(canonical(value));
}
export { canonical, digest, sha256 };
