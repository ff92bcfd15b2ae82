const branch = "refs/heads/airworthy/ledger";
function oneLine(text) {
	return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/[\p{Cf}\p{Cs}]/gu, "").trim();
}
function messageOf(subject, entry, trailers = {}) {
	const why = "why" in entry ? oneLine(entry.why) : "";
	const shown = Object.entries({
		...trailers,
		[keyTrailer]: entry.key
	}).flatMap(([name, value]) => value === void 0 ? [] : [`${name}: ${oneLine(value)}\n`]);
	return [
		subject === "" ? [] : `${oneLine(subject)}\n`,
		why === "" ? [] : `${why}\n`,
		shown.join("")
	].flat().join("\n");
}
function identityLine({ by, at }) {
	const name = oneLine(by).replace(/[<>]/g, "").replace(/^[.,:;"'\\\s]+|[.,:;"'\\\s]+$/g, "");
	const seconds = Math.max(0, Math.floor(Date.parse(at) / 1e3));
	return `${name === "" ? "airworthy" : name} <airworthy@localhost> ${seconds} +0000`;
}
const largestTag = 1048576;
const keyTrailer = "Airworthy-Key";
const ledgerTrailer = "Airworthy-Ledger";
function trailerIn(message, name) {
	return (message.trimEnd().split("\n\n").at(-1) ?? "").split("\n").findLast((each) => each.startsWith(`${name}: `))?.slice(name.length + 2);
}
export { branch, identityLine, keyTrailer, largestTag, ledgerTrailer, messageOf, oneLine, trailerIn };
