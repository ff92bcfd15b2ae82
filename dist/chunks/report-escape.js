const html = template("html", htmlText);
const markdown = template("markdown", markdownText);
function trusted(language, text) {
	return {
		language,
		text
	};
}
function joined(language, pieces, separator = "") {
	return {
		language,
		text: pieces.map((piece) => piece.text).join(separator)
	};
}
function plain(text) {
	return text.replace(terminalSequence, "").replace(/[\s\u0085\u2028\u2029]+/g, " ").replace(/\p{Cf}/gu, "").replace(/[\p{Cc}\p{Cs}]/gu, "�");
}
function terminalText(text) {
	return plain(text).replace(/(?<!\S):{2,}/g, (colons) => [...colons].join(" ")).replaceAll("##[", "## [");
}
function htmlText(text) {
	return plain(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
function markdownText(text) {
	return plain(text).replace(/[&<>`\\*_[\]|~$]|^ ?(?:[-+](?=[-+ ]|$)|=+ ?$)|::/g, entities).replace(/^ ?\d+(?=[.)](?: |$))/, `$&${zeroWidth}`).replace(/@(?=\S)/g, `@${zeroWidth}`).replace(/(?<!&)#/g, `#${zeroWidth}`).replace(/\b(gh-)(?=\d)/gi, `$1${zeroWidth}`).replace(/\b(https?|ftp|mailto|xmpp):/gi, `$1${zeroWidth}:`).replace(/\b(www)\./gi, `$1${zeroWidth}.`);
}
function clip(text, length) {
	if (text.length <= length) return text;
	const end = Math.max(0, length - 1);
	const last = text.charCodeAt(end - 1);
	return `${text.slice(0, last >= 55296 && last <= 56319 ? end - 1 : end).trimEnd()}…`;
}
const zeroWidth = "&#8203;";
function entities(punctuation) {
	return [...punctuation].map((one) => one === " " ? one : `&#${one.charCodeAt(0)};`).join("");
}
const terminalSequence = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[PX\]^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0090\u0098-\u009f]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g;
function template(language, safe) {
	const written = (value) => {
		if (value === void 0) return "";
		if (typeof value === "string" || typeof value === "number") return safe(String(value));
		return isMarkup(value) ? value.text : value.map((one) => one.text).join("");
	};
	return (parts, ...values) => ({
		language,
		text: parts.reduce((text, part, index) => text + written(values[index - 1]) + part)
	});
}
function isMarkup(value) {
	return !Array.isArray(value);
}
export { clip, html, htmlText, joined, markdown, plain, terminalText, trusted };
