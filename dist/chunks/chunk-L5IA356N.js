import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  external_exports
} from "./chunk-DC5UOV2E.js";

// src/core/quantity.ts
var millisecondsIn = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var bytesIn = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
function parseDuration(text) {
  return parseWith(text, millisecondsIn);
}
function parseBytes(text) {
  return parseWith(text, bytesIn);
}
function parseShare(text) {
  const share2 = parsePercent(text);
  return share2 !== void 0 && share2 <= 1 ? share2 : void 0;
}
function parseMargin(text) {
  const percent2 = parsePercent(text);
  if (percent2 !== void 0) return { relative: percent2 };
  const points = parseWith(text, { pp: 0.01 });
  if (points !== void 0) return { absolute: points };
  const absolute = parseDuration(text) ?? parseBytes(text) ?? parseWith(text, { "": 1 });
  return absolute === void 0 ? void 0 : { absolute };
}
function parsePercent(text) {
  return parseWith(text, { "%": 0.01 });
}
function parseWith(text, units) {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z%]*)$/.exec(text.trim());
  const scale = match === null ? void 0 : units[match[2] ?? ""];
  if (match === null || scale === void 0) return void 0;
  const number = Number(match[1]);
  return scale < 1 ? number / Math.round(1 / scale) : number * scale;
}
function quantity(parse, description) {
  return external_exports.string().transform((text, context) => parsed(text, parse, description, context)).meta({ description });
}
function parsed(text, parse, description, context) {
  const value = parse(text);
  if (value !== void 0) return value;
  context.addIssue({ code: "custom", message: `expected ${description}`, params: { quantity: description } });
  return external_exports.NEVER;
}
function duration() {
  return quantity(parseDuration, "a duration such as 250ms, 10s, 5m or 1h");
}
function byteSize() {
  return quantity(parseBytes, "a size such as 512kB, 20MB or 2GiB");
}
function share() {
  return quantity(parseShare, "a share between 0% and 100%");
}
function margin() {
  const description = "a margin such as 3%, 0.5pp, 2ms or 1MiB";
  return external_exports.union([external_exports.string(), external_exports.number()]).transform((given, context) => parsed(String(given), parseMargin, description, context)).meta({ description });
}
function percent(share2) {
  return `${Number((share2 * 100).toFixed(2))} %`;
}

export {
  parseDuration,
  parseShare,
  parseMargin,
  duration,
  byteSize,
  share,
  margin,
  percent
};
