const millisecondsIn = new Map([
	["d", 864e5],
	["h", 36e5],
	["m", 6e4],
	["min", 6e4],
	["s", 1e3],
	["ms", 1]
]);
const bytesIn = new Map([
	["B", 1],
	["kB", 1e3],
	["MB", 1e6],
	["GB", 1e9],
	["KiB", 1024],
	["MiB", 2 ** 20],
	["GiB", 2 ** 30]
]);
const shareIn = new Map([["%", .01]]);
const pointsIn = new Map([["pp", .01]]);
const plainIn = new Map([["", 1]]);
function parseDuration(text) {
	const terms = text.trim().match(/\d[\d.]*\s*[A-Za-z]+\s*|./gs) ?? [];
	let [sum, smallest] = [0, Number.POSITIVE_INFINITY];
	for (const term of terms) {
		const unit = millisecondsIn.get(/[A-Za-z]+/.exec(term)?.[0] ?? "");
		const value = parseWith(term, millisecondsIn);
		if (value === void 0 || unit === void 0 || unit >= smallest) return void 0;
		sum += value;
		smallest = unit;
	}
	return terms.length === 0 ? void 0 : sum;
}
function parseBytes(text) {
	return parseWith(text, bytesIn);
}
function parseShare(text) {
	const share = parseWith(text, shareIn);
	return share !== void 0 && share <= 1 ? share : void 0;
}
function parseMargin(text) {
	const relative = parseWith(text, shareIn);
	if (relative !== void 0) return { relative };
	const absolute = parseWith(text, pointsIn) ?? parseDuration(text) ?? parseBytes(text) ?? parseWith(text, plainIn);
	return absolute === void 0 ? void 0 : { absolute };
}
function parseWith(text, units) {
	const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(text.trim());
	const scale = units.get(match?.[2] ?? "");
	if (match === null || scale === void 0) return void 0;
	const number = Number(match[1]);
	return scale < 1 ? number / Math.round(1 / scale) : number * scale;
}
export { parseBytes, parseDuration, parseMargin, parseShare };
