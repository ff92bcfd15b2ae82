import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/report/words.ts
var statuses = {
  pass: { glyph: "\u2713", word: "pass" },
  fail: { glyph: "\u2717", word: "fail" },
  inconclusive: { glyph: "?", word: "inconclusive" },
  "rolled-back": { glyph: "\u21A9", word: "rolled back" },
  error: { glyph: "!", word: "error" },
  cancelled: { glyph: "\u25A0", word: "cancelled" },
  measured: { glyph: "\u2713", word: "measured" },
  done: { glyph: "\u2713", word: "done" },
  cached: { glyph: "\u2713", word: "cached" },
  skipped: { glyph: "\u2013", word: "skipped" }
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
function quantity(value, unit) {
  if (!Number.isFinite(value)) return "unknown";
  if (unit === "ms") return milliseconds(value);
  if (unit === "B") return bytes(value);
  if (unit === "share") return `${signless(value * 100, 2)} %`;
  if (unit === "1") return count(value);
  if (unit === "1/s") return `${significant(value)}/s`;
  return `${significant(value)} ${unit}`.trim();
}
function milliseconds(value) {
  if (Math.abs(value) >= 99950) return minutes(Math.round(value / 1e3));
  return scaled(value, [
    [1e-3, "\xB5s"],
    [1, "ms"],
    [1e3, "s"]
  ]);
}
function seconds(value) {
  if (!Number.isFinite(value)) return "unknown";
  if (value < 0.05) return "<0.1 s";
  return value < 99.95 ? `${value.toFixed(1)} s` : minutes(Math.round(value));
}
function bytes(value) {
  if (Math.abs(value) < 1e3) return `${count(Math.round(value))} B`;
  return scaled(value, [
    [1e3, "kB"],
    [1e6, "MB"],
    [1e9, "GB"],
    [1e12, "TB"]
  ]);
}
function count(value) {
  if (!Number.isFinite(value)) return "unknown";
  return Number.isInteger(value) ? grouped(value.toFixed(0)).replace("-", "\u2212") : significant(value);
}
function counted(number, noun) {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}
function share(value) {
  return Number.isFinite(value) ? `${trimmed(value * 100, 1)} %` : "unknown";
}
function change(row) {
  const { factor, unit } = scaleOf(row);
  const decimals = decimalsFor([row.change * factor], row.margin * factor);
  return `${signed(row.change * factor, decimals)} ${unit}`.trim();
}
function interval(row) {
  const { factor, unit } = scaleOf(row);
  const [low, high] = [row.interval.low * factor, row.interval.high * factor];
  if (low === 0 && high === 0) return "no change";
  const decimals = decimalsFor([low, high], row.margin * factor);
  if (low <= 0 && high >= 0) return `${signed(low, decimals)} to ${signed(high, decimals)} ${unit}`.trim();
  const [near, far] = [low, high].map((end) => signless(Math.abs(end), decimals)).sort(byNumber);
  const range = near === far ? near : `${near}\u2013${far}`;
  return [range, unit, low > 0 ? "higher" : "lower"].filter((part) => part !== "").join(" ");
}
function size(row, value) {
  const { factor, unit } = scaleOf(row);
  return `${significant(Math.abs(value * factor))} ${unit}`.trim();
}
function margin(row) {
  const { factor, unit } = scaleOf(row);
  const size2 = `${trimmed(row.margin * factor, 3)} ${unit}`.trim();
  if (row.claim === "equivalent") return `\xB1${size2}`;
  if (row.claim === "better") return row.margin === 0 ? "better" : `better by ${size2}`;
  return size2;
}
function needs(row) {
  const parts = [
    row.needs?.blocks === void 0 ? void 0 : counted(row.needs.blocks, "block"),
    row.needs?.examples === void 0 ? void 0 : counted(row.needs.examples, "example")
  ].filter((part) => part !== void 0);
  return parts.length === 0 ? void 0 : parts.join(" or ");
}
function time(iso) {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(iso);
  return match === null ? iso : `${match[1]} ${match[2]} UTC`;
}
var plainForms = {
  "\u2713": "+",
  "\u2717": "x",
  "\u21A9": "<",
  "\u25A0": "#",
  "\u2013": "-",
  "\u2212": "-",
  "\u2500": "-",
  "\xB7": "-",
  "\u2192": ">",
  "\u2026": "~",
  \u00B5: "u",
  "\xD7": "x",
  "\xB1": "~"
};
function asciiOnly(text) {
  return text.replace(/[^\x00-\x7f]/gu, (character) => plainForms[character] ?? "?");
}
function scaleOf(row) {
  if (row.scale === "relative") return { factor: 100, unit: "%" };
  if (row.unit === "share") return { factor: 100, unit: "pp" };
  return { factor: 1, unit: row.unit === "1" ? "" : row.unit === "1/s" ? "/s" : row.unit };
}
function decimalsFor(values, margin2) {
  const largest = Math.max(...values.map(Math.abs));
  let decimals = largest >= 9.95 ? 0 : largest >= 0.995 ? 1 : 2;
  while (decimals < 4 && hides(values, margin2, decimals)) decimals += 1;
  return decimals;
}
function hides(values, margin2, decimals) {
  const looksLike = (a, b) => a !== b && a.toFixed(decimals) === b.toFixed(decimals);
  return values.some((value) => looksLike(Math.abs(value), margin2) || values.some((other) => looksLike(value, other)));
}
function signed(value, decimals) {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return value > 0 ? "+\u221E" : value < 0 ? "\u2212\u221E" : "unknown";
  return `${value < 0 ? "\u2212" : "+"}${signless(Math.abs(value), decimals)}`;
}
function signless(value, decimals) {
  if (!Number.isFinite(value)) return "\u221E";
  return grouped(value.toFixed(decimals)).replace("-", "\u2212");
}
function trimmed(value, decimals) {
  return grouped(String(Number(value.toFixed(decimals)))).replace("-", "\u2212");
}
function significant(value) {
  if (value === 0) return "0";
  const size2 = Math.abs(value);
  if (size2 >= 1e15 || size2 < 1e-6) return value.toExponential(2).replace("e+", "e").replaceAll("-", "\u2212");
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Number(size2.toPrecision(3)))));
  return signless(value, decimals);
}
function scaled(value, units) {
  const fitting = units.findLast(([size2]) => Math.abs(value) >= size2 * 0.9995) ?? units[0];
  if (fitting === void 0 || value === 0) return `0 ${units[Math.min(1, units.length - 1)]?.[1] ?? ""}`;
  return `${significant(value / fitting[0])} ${fitting[1]}`;
}
function minutes(wholeSeconds) {
  if (wholeSeconds < 0) return `\u2212${minutes(-wholeSeconds)}`;
  const [hours, rest] = [Math.floor(wholeSeconds / 3600), wholeSeconds % 3600];
  const [mins, secs] = [Math.floor(rest / 60), rest % 60];
  return hours > 0 ? `${grouped(String(hours))} h ${mins} min` : `${mins} min ${secs} s`;
}
function grouped(digits) {
  const [whole = "", fraction] = digits.split(".");
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === void 0 ? withCommas : `${withCommas}.${fraction}`;
}
function byNumber(a, b) {
  return Number(a.replaceAll(",", "")) - Number(b.replaceAll(",", ""));
}

export {
  glyph,
  word,
  rowVerdict,
  quantity,
  milliseconds,
  seconds,
  bytes,
  count,
  counted,
  share,
  change,
  interval,
  size,
  margin,
  needs,
  time,
  asciiOnly
};
