function printNumber(value, significant = 3) {
	if (Number.isNaN(value)) return "unknown";
	if (!Number.isFinite(value)) return value < 0 ? "-∞" : "∞";
	const rounded = Number(value.toPrecision(significant));
	if (Math.abs(rounded) >= 10 ** significant) return printWhole(Math.round(value));
	return formatOf(significant).format(rounded);
}
function printWhole(whole) {
	return Math.abs(whole) < 1e21 ? String(whole) : String(BigInt(whole));
}
function printCount(value) {
	return Number.isSafeInteger(value) ? grouping.format(value) : printNumber(value);
}
function printValue(value, unit, extra = 0) {
	if (unit === "B") return printBytes(value, 3 + extra);
	if (unit === "share") return printShare(value, 4 + extra);
	if (unit === "1") return printNumber(value, Number.isInteger(value) ? 15 : Math.min(15, 4 + extra));
	return withUnit(value, unit === "1/s" ? "per second" : unit, 3 + extra);
}
function printChange({ scale, unit }, change, extra = 0) {
	const size = Math.abs(change);
	if (scale === "relative") return printShare(size, 2 + extra);
	return unit === "share" ? printPoints(size, 2 + extra) : printValue(size, unit, extra);
}
function printSigned(value, print) {
	return `${value > 0 ? "+" : value < 0 ? "-" : ""}${print(Math.abs(value))}`;
}
function printShare(share, significant = 4) {
	return withUnit(share * 100, "%", significant);
}
function printPoints(difference, significant = 2) {
	return withUnit(difference * 100, "pp", significant);
}
function printPValue(p) {
	return p.toPrecision(2);
}
function printMilliseconds(ms) {
	return withUnit(ms, "ms", 3);
}
function printBound(ms) {
	return ms < 1 ? withUnit(ms * 1e3, "µs", 3) : printMilliseconds(ms);
}
function printDuration(ms) {
	if (ms < 0) return `-${printDuration(-ms)}`;
	if (ms < 999.5) return printMilliseconds(ms);
	if (ms < 99950) return `${printNumber(Math.round(ms / 100) / 10)} s`;
	const seconds = Math.round(ms / 1e3);
	if (!Number.isSafeInteger(seconds)) return withUnit(ms / 36e5, "h", 3);
	if (seconds < 3600) return inTwo(seconds, 60, "min", "s");
	return inTwo(Math.round(seconds / 60), 60, "h", "min");
}
function printBytes(bytes, significant = 3) {
	return prefixed(bytes, "B", "kMG", significant);
}
function printAmount(value, unit) {
	return prefixed(value, unit, "kMGTP", 3);
}
function prefixed(value, unit, prefixes, significant) {
	const step = Math.min(prefixes.length, Math.floor(Math.log10(Math.max(1, Math.abs(value))) / 3));
	return withUnit(Number.isNaN(step) ? value : value / 1e3 ** step, `${prefixes[step - 1] ?? ""}${unit}`, significant);
}
function withUnit(value, unit, significant) {
	return Number.isNaN(value) ? printNumber(value) : `${printNumber(value, Math.min(15, significant))} ${unit}`;
}
function inTwo(whole, size, large, small) {
	return `${printNumber(Math.floor(whole / size), 15)} ${large} ${whole % size} ${small}`;
}
const grouping = new Intl.NumberFormat("en");
const formats = new Map();
function formatOf(significant) {
	const known = formats.get(significant);
	if (known !== void 0) return known;
	const made = new Intl.NumberFormat("en", {
		maximumSignificantDigits: significant,
		useGrouping: false
	});
	formats.set(significant, made);
	return made;
}
export { printAmount, printBound, printBytes, printChange, printCount, printDuration, printMilliseconds, printNumber, printPValue, printPoints, printShare, printSigned, printValue };
