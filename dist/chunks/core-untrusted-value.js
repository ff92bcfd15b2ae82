import { misfit } from "./core-schema.js";
const usual = {
	levels: 40,
	text: Number.POSITIVE_INFINITY,
	list: Number.POSITIVE_INFINITY
};
function checkUntrusted(schema, value, bounds = {}) {
	const reason = beyondBounds(value, {
		...usual,
		...bounds
	}) ?? misfit(schema, value);
	return reason === void 0 ? { value } : { reason };
}
function beyondBounds(value, { levels, text, list }) {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > levels) return "its values are nested too deeply";
		const inner = [];
		for (const each of level) {
			if (typeof each === "string" && each.length > text) return `it holds a text of over ${text} characters`;
			if (each === null || typeof each !== "object") continue;
			if (Object.hasOwn(each, "__proto__")) return "it has a member with the name __proto__";
			if (Object.keys(each).some((name) => name.length > text)) return `it has a name of over ${text} characters`;
			const members = Object.values(each).filter((member) => typeof member !== "number");
			if (Array.isArray(each) && members.length > list) return `it holds a list of over ${list} members`;
			for (const member of members) inner.push(member);
		}
		level = inner;
	}
}
export { checkUntrusted };
