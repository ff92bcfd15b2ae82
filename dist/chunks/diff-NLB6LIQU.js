import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  wholeModel
} from "./chunk-QERPFFYF.js";
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  table
} from "./chunk-STULN7PS.js";
import "./chunk-YLML3NYY.js";
import {
  pipelineError
} from "./chunk-OKGRDJDJ.js";
import {
  diffModels
} from "./chunk-3VN7KAAN.js";
import "./chunk-D3UMHPRW.js";
import "./chunk-LI52RCIJ.js";
import "./chunk-OURY2R3Y.js";
import "./chunk-WODW6QLJ.js";
import "./chunk-5W2HGUAS.js";
import {
  clip,
  terminalText
} from "./chunk-RP7UHRVK.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-XBNBSL6G.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/entry/cli/diff.ts
import path from "node:path";

// src/entry/cli/diff-text.ts
var shown = 10;
function diffLines(diff, width) {
  return [verdict(diff), ...interfaceLines(diff), ...graphLines(diff, width), ...weightLines(diff, width), ""].join(
    "\n"
  );
}
function verdict({ same, interface: { class: worst, changes }, graph, weights }) {
  if (same) return "same: nothing differs but names inside";
  const first = changes[0];
  if (first !== void 0 && worst !== "compatible") return terminalText(`${worst}: ${first.reason}`);
  const unread = weights.unread.length > 0 ? "; some weights could not be read" : "";
  const nodes = [...graph.changed, ...graph.added, ...graph.removed].length === 0 ? "the same graph" : "another graph";
  const tensors = [...weights.changed, ...weights.added, ...weights.removed].length === 0 ? "the same weights" : "other weights";
  return `compatible: callers see the same inputs and outputs; ${nodes}, ${tensors}${unread}`;
}
function interfaceLines({ interface: { changes } }) {
  if (changes.length === 0) return ["", "Interface: no change"];
  const lines = changes.map((change) => line(`  ${change.class.padEnd(10)}  `, change.reason));
  return ["", `Interface: ${count(changes.length, "change")}`, ...cut(lines)];
}
function graphLines({ graph }, width) {
  const { nodes, unchanged, changed, added, removed } = graph;
  const many = (regions) => regions.reduce((sum, { size, places }) => sum + size * places.length, 0);
  const head = `Graph: ${nodes.before} \u2192 ${nodes.after} nodes: ${unchanged} unchanged, ${changed.length} changed, ${many(added)} added, ${many(removed)} removed`;
  const operators = graph.operators.filter(({ before, after }) => before !== after);
  const rows = operators.map(({ operator, before, after }) => [`  ${operator}`, before, after, signed(after - before)]);
  return [
    "",
    head,
    ...tableOf(["  operator", "before", "after", "change"], rows, width),
    ...cut(changed.map(changedLine)),
    ...cut(added.map((region) => regionLine("+", region))),
    ...cut(removed.map((region) => regionLine("-", region)))
  ];
}
function changedLine({ operator, after, what }) {
  return line("  ~ ", `${operator} at ${after}: ${what.join("; ")}`);
}
function regionLine(sign, { operators, size, places }) {
  const chain = operators.length > 6 ? [...operators.slice(0, 5), "\u2026", operators.at(-1)] : operators;
  const [first = []] = places;
  const ends = first.length > 1 ? `${first[0]} to ${first.at(-1)}` : first[0];
  const times = places.length > 1 ? `${places.length} times, the first ` : "";
  return line(`  ${sign} `, `${chain.join(" \u2192 ")}, ${count(size, "node")}: ${times}at ${ends}`);
}
function weightLines({ weights }, width) {
  const { parameters, equal, changed, added, removed, unread } = weights;
  const lost = unread.length === 0 ? "" : `, ${unread.length} not read`;
  const head = `Weights: ${equal} equal, ${changed.length} changed, ${added.length} added, ${removed.length} removed${lost}; ${parameters.before} \u2192 ${parameters.after} parameters`;
  const titles = ["  tensor", "norm", "relative", "largest", "zeros", "changed"];
  return [
    "",
    head,
    ...tableOf(titles, changed.map(weightRow), width),
    ...cut(added.map((one) => line("  + ", `${one.name}: ${facts(one)}`))),
    ...cut(removed.map((one) => line("  - ", `${one.name}: ${facts(one)}`))),
    ...cut(unread.map((one) => line("  ? ", `${one.name}: ${one.why}`)))
  ];
}
function weightRow({ name, newName, before, after, values }) {
  const label = name === newName ? name : `${name} \u2192 ${newName}`;
  if (values === void 0) return [`  ${label}: ${facts(before)} \u2192 ${facts(after)}`, "", "", "", "", ""];
  const { norm, relativeChange, largestChange, sparsity, changedShare } = values;
  return [
    `  ${label}`,
    `${short(norm.before)} \u2192 ${short(norm.after)}`,
    relativeChange === void 0 ? "from 0" : percent(relativeChange),
    short(largestChange),
    `${percent(sparsity.before)} \u2192 ${percent(sparsity.after)}`,
    percent(changedShare)
  ];
}
function facts({ type, dims }) {
  return `${type}[${dims.join(", ")}]`;
}
function tableOf(titles, rows, width) {
  if (rows.length === 0) return [];
  const columns = titles.map((title, index) => ({ title, align: index === 0 ? "left" : "right" }));
  const cells = rows.slice(0, shown).map((row) => row.map((cell) => ({ text: cellText(String(cell)) })));
  return [...table(columns, cells, { width, heading: (text) => text }), ...rest(rows.length)];
}
function cellText(text) {
  const indent = text.startsWith("  ") ? "  " : "";
  return `${indent}${tail(terminalText(text.slice(indent.length)), 60)}`;
}
function tail(text, length) {
  return text.length <= length ? text : `\u2026${[...text].slice(1 - length).join("")}`;
}
function line(mark, text) {
  return `${mark}${clip(terminalText(text), 240)}`;
}
function cut(lines) {
  return [...lines.slice(0, shown), ...rest(lines.length)];
}
function rest(length) {
  return length > shown ? [`  and ${length - shown} more (--json has all)`] : [];
}
function count(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
function signed(number) {
  return number > 0 ? `+${number}` : String(number);
}
function short(number) {
  return number === 0 ? "0" : number.toPrecision(3);
}
function percent(share) {
  const value = 100 * share;
  return `${value === 0 ? 0 : value >= 100 ? Math.round(value) : value.toPrecision(3)} %`;
}

// src/entry/cli/diff.ts
var failures = {
  breaking: (diff) => diff.interface.class === "breaking",
  additive: (diff) => diff.interface.class !== "compatible",
  any: (diff) => !diff.same
};
async function diffCommand(entry, before, after, options) {
  const fails = options.failOn === void 0 ? () => false : failureNamed(options.failOn);
  const diff = diffModels(await modelOf(entry, before, "production"), await modelOf(entry, after, "candidate"));
  entry.out(options.json ? `${JSON.stringify(diff, null, 2)}
` : diffLines(diff, entry.width));
  return fails(diff) ? exitCodes.fail : exitCodes.pass;
}
function failureNamed(name) {
  const failure = Object.hasOwn(failures, name) ? failures[name] : void 0;
  if (failure !== void 0) return failure;
  throw entryError("argument-wrong", { argument: `--fail-on ${name}`, expected: Object.keys(failures).join(", ") });
}
async function modelOf(entry, model, role) {
  const file = path.resolve(entry.world.cwd, model);
  if (await entry.world.files.size(file) === void 0) throw pipelineError("model-missing", { role, path: file });
  return (await wholeModel(file, entry.world.files)).model;
}
export {
  diffCommand
};
