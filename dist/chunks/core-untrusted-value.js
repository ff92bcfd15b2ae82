import { misfit, wrongType } from "./core-schema.js";
const usual = {
	levels: 40,
	text: Number.POSITIVE_INFINITY,
	list: Number.POSITIVE_INFINITY,
	objects: Number.POSITIVE_INFINITY,
	texts: Number.POSITIVE_INFINITY
};
function checkUntrusted(schema, value, bounds = {}) {
	const reason = beyondBounds(value, {
		...usual,
		...bounds
	}) ?? wrongType(schema, firstOf(value)) ?? misfit(schema, value);
	return reason === void 0 ? { value } : { reason };
}
function beyondBounds(value, { levels, text, list, objects, texts }) {
	let level = [value];
	let characters = 0;
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > levels) return "its values are nested too deeply";
		const inner = [];
		for (const each of level) {
			if (typeof each === "string") {
				if (each.length > text) return `it holds a text of over ${text} characters`;
				characters += each.length;
				if (characters > texts) return `its texts have over ${texts} characters`;
			}
			if (each === null || typeof each !== "object") continue;
			const isList = Array.isArray(each);
			if (Object.hasOwn(each, "__proto__")) return "it has a member with the name __proto__";
			if (!isList && Object.keys(each).some((name) => name.length > text)) return `it has a name of over ${text} characters`;
			const before = inner.length;
			for (const member of isList ? each : Object.values(each)) if (typeof member !== "number") inner.push(member);
			if (isList && inner.length - before > list) return `it holds a list of over ${list} members`;
			if (isList && each.length > objects && isObject(each[0])) return `it holds a list of over ${objects} objects`;
			if (isList && isMixed(each)) return `it holds a list of over ${mostOfAnother} values that are of another kind than its first`;
		}
		level = inner;
	}
}
const first = 1e3;
const mostOfAnother = 1e5;
function isMixed(list) {
	if (list.length <= 101e3) return false;
	const kinds = new Set(list.slice(0, first).map(kindOf));
	let others = 0;
	for (const member of list) if (!kinds.has(kindOf(member))) others++;
	return others > mostOfAnother;
}
function kindOf(value) {
	return value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
}
function firstOf(value) {
	if (Array.isArray(value)) return value.length > first || value.some(isObject) ? value.slice(0, first).map(firstOf) : value;
	return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, firstOf(member)])) : value;
}
function isObject(value) {
	return value !== null && typeof value === "object";
}
export { checkUntrusted };
