import { printChange, printCount, printSigned } from "./start.js";
const statuses = {
	pass: {
		glyph: "\u2713",
		word: "pass"
	},
	fail: {
		glyph: "\u2717",
		word: "fail"
	},
	inconclusive: {
		glyph: "?",
		word: "inconclusive"
	},
	"not-checked": {
		glyph: "?",
		word: "not checked"
	},
	"rolled-back": {
		glyph: "\u21A9",
		word: "rolled back"
	},
	error: {
		glyph: "!",
		word: "error"
	},
	cancelled: {
		glyph: "\u25A0",
		word: "cancelled"
	},
	measured: {
		glyph: "\u2713",
		word: "measured"
	},
	done: {
		glyph: "\u2713",
		word: "done"
	},
	cached: {
		glyph: "\u2713",
		word: "cached"
	},
	skipped: {
		glyph: "\u2013",
		word: "skipped"
	}
};
function glyph(status) {
	return statuses[status].glyph;
}
function word(status) {
	return statuses[status].word;
}
function rowVerdict(row) {
	return row.verdict === "pass" && row.improved ? "pass, better" : word(row.verdict);
}
function counted(number, noun) {
	return `${printCount(number)} ${noun}${number === 1 ? "" : "s"}`;
}
function change(row) {
	return printSigned(row.change, sizeIn(row, [row.change]));
}
function interval(row) {
	const { low, high } = row.interval;
	if (low === 0 && high === 0) return "no change";
	const size = sizeIn(row, [low, high]);
	if (low > 0) return `${between(size(low), size(high), "\u2013")} higher`;
	if (high < 0) return `${between(size(-high), size(-low), "\u2013")} lower`;
	return between(printSigned(low, size), printSigned(high, size), " to ");
}
function size(row, value) {
	return printChange(row, value);
}
function margin(row) {
	const size = printChange(row, row.margin, 4);
	if (row.claim === "equivalent") return `\u00B1${size}`;
	if (row.claim === "better") return row.margin === 0 ? "better" : `better by ${size}`;
	return size;
}
function needs(row) {
	const parts = [row.needs?.blocks === void 0 ? void 0 : counted(row.needs.blocks, "block"), row.needs?.examples === void 0 ? void 0 : counted(row.needs.examples, "example")].filter((part) => part !== void 0);
	return parts.length === 0 ? void 0 : parts.join(" or ");
}
function time(iso) {
	const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(iso);
	return match === null ? iso : `${match[1]} ${match[2]} UTC`;
}
const plainForms = {
	"\u2713": "+",
	"\u2717": "x",
	"\u21A9": "<",
	"\u25A0": "#",
	"\u2013": "-",
	"\u2212": "-",
	"\u2500": "-",
	"\u00B7": "-",
	"\u2192": ">",
	"\u2026": "~",
	\u00B5: "u",
	"\u00D7": "x",
	"\u00B1": "~"
};
function asciiOnly(text) {
	return text.replace(/[^\x00-\x7f]/gu, (character) => plainForms[character] ?? "?");
}
function sizeIn(row, ends) {
	const print = (extra) => (size) => printChange(row, size, extra);
	return print([
		0,
		1,
		2,
		3
	].find((extra) => !hides(row, ends, print(extra))) ?? 4);
}
function hides({ margin }, ends, print) {
	const looksLike = (a, b) => a !== b && printSigned(a, print) === printSigned(b, print);
	return ends.some((end) => looksLike(Math.abs(end), margin) || ends.some((other) => looksLike(end, other)));
}
function between(low, high, joint) {
	if (low === high) return low;
	const [number = "", unit = ""] = parted(low);
	return unit !== "" && unit === parted(high)[1] ? `${number}${joint}${high}` : `${low}${joint}${high}`;
}
function parted(text) {
	const space = text.indexOf(" ");
	return space === -1 ? [text] : [text.slice(0, space), text.slice(space)];
}
export { asciiOnly, change, counted, glyph, interval, margin, needs, rowVerdict, size, time, word };
