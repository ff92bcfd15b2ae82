import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  readNpz
} from "./chunk-3JO2SQBN.js";
import {
  dataError
} from "./chunk-WPFSSG2G.js";
import {
  sizeOf
} from "./chunk-5W2HGUAS.js";
import {
  portError
} from "./chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import {
  UserError,
  messageOf
} from "./chunk-IY3EL66N.js";

// src/data/finite.ts
function firstNotFinite(tensor2) {
  const { type, data } = tensor2;
  if (type === "float16") return found(data.findIndex((bits) => (bits & 31744) === 31744));
  if (type !== "float32" && type !== "float64") return void 0;
  return found(data.findIndex((value) => !Number.isFinite(value)));
}
function isWhole(value) {
  return Number.isSafeInteger(value) && value >= 0;
}
function found(index) {
  return index < 0 ? void 0 : index;
}

// src/data/user-module.ts
import { pathToFileURL } from "node:url";
async function loadUserExports(module, trust) {
  const { path } = module;
  if (trust.level !== "trusted") throw portError("untrusted-code", { stage: path, why: trust.why });
  const exported = await import(`${pathToFileURL(path).href}?${module.sha256}`).catch((cause) => {
    throw dataError("user-module", { path, reason: messageOf(cause) }, { cause });
  });
  return {
    default: functionOf(path, exported["default"], "default export"),
    ...exported["combine"] === void 0 ? {} : { combine: functionOf(path, exported["combine"], "export `combine`") }
  };
}
function functionOf(path, found2, what) {
  if (typeof found2 !== "function") throw dataError("user-module", { path, reason: `its ${what} is not a function` });
  return (argument) => guarded(path, () => found2(argument));
}
function guarded(path, call) {
  const refuse = (cause) => {
    if (cause instanceof UserError) throw cause;
    throw dataError("user-module", { path, reason: messageOf(cause) }, { cause });
  };
  try {
    const result = call();
    return result instanceof Promise ? result.catch(refuse) : result;
  } catch (thrown) {
    return refuse(thrown);
  }
}

// src/data/reader.ts
async function readWith(module, context, trust) {
  const { default: read } = await loadUserExports(module, trust);
  const parsed = resultSchema.safeParse(await read(context));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw dataError("user-module", {
    path: module.path,
    reason: `${issue?.path.join(".") || "result"}: ${issue?.message}`
  });
}
var tensor = external_exports.object({
  type: external_exports.enum(
    "float32 float64 float16 int8 uint8 int16 uint16 int32 uint32 int64 uint64 bool string".split(" ")
  ),
  dims: external_exports.array(external_exports.int().min(0)),
  data: external_exports.custom((data) => ArrayBuffer.isView(data) || Array.isArray(data), "expected a typed array")
}).refine(({ dims, data }) => data.length === sizeOf(dims), "the length of its data is not the product of its dims");
var isList = (value) => ArrayBuffer.isView(value) || Array.isArray(value);
var resultSchema = external_exports.object({
  inputs: external_exports.record(external_exports.string(), tensor),
  labels: external_exports.custom(isList, "expected an array").transform((labels) => Array.from(labels, Number)).optional(),
  columns: external_exports.record(
    external_exports.string(),
    external_exports.custom(isList, "expected an array").transform((column) => Array.from(column, String))
  ).default({})
});

// src/data/load.ts
async function loadData(name, reference, source) {
  const { inputs, label, group, uses } = reference;
  const found2 = uses === void 0 ? readArrays(await source.files.read(source.path), reference) : await readWith(uses, { path: source.path, inputs, label, group }, source.trust);
  const groups = group === void 0 ? void 0 : columnOf(found2.columns, group, reference);
  const examples = countExamples(name, found2, groups);
  checkValues(name, found2.inputs);
  const columns = Object.entries(found2.columns).filter(([, { length }]) => length === examples);
  return {
    name,
    examples,
    inputs: found2.inputs,
    ...found2.labels === void 0 ? {} : { labels: checkLabels(name, found2.labels) },
    ...groups === void 0 ? {} : { groups: numbered(groups) },
    columns: Object.fromEntries(columns)
  };
}
function readArrays(bytes, reference) {
  const { label, group } = reference;
  const file = reference.artifact.name;
  const arrays = readNpz(bytes, file);
  const array = (name) => {
    const found2 = Object.hasOwn(arrays, name) ? arrays[name] : void 0;
    if (found2 === void 0) throw dataError("data-array-missing", { file, array: name, arrays: Object.keys(arrays) });
    return found2;
  };
  const own = Object.keys(arrays).filter((name) => name !== label && name !== group);
  const named = Object.keys(reference.inputs).length > 0 ? reference.inputs : Object.fromEntries(own.map((name) => [name, name]));
  const inputs = Object.fromEntries(Object.entries(named).map(([input, name]) => [input, array(name)]));
  if (group !== void 0) array(group);
  const fed = Object.values(named);
  const columns = Object.entries(arrays).filter(
    ([name, tensor2]) => name === group || !fed.includes(name) && isColumn(tensor2)
  );
  return {
    inputs,
    ...label === void 0 ? {} : { labels: Array.from(array(label).data, Number) },
    columns: Object.fromEntries(columns.map(([name, { data }]) => [name, Array.from(data, String)]))
  };
}
function isColumn({ dims, data }) {
  return dims.length > 0 && dims[0] === data.length;
}
function columnOf(columns, name, { artifact }) {
  const found2 = Object.hasOwn(columns, name) ? columns[name] : void 0;
  if (found2 !== void 0) return found2;
  throw dataError("data-array-missing", { file: artifact.name, array: name, arrays: Object.keys(columns) });
}
function numbered(names) {
  const numbers = /* @__PURE__ */ new Map();
  return names.map((name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}
function countExamples(name, { inputs, labels }, groups) {
  const lengths = Object.entries(inputs).flatMap(
    ([input, { dims }]) => dims.length === 0 ? [] : [[input, dims[0]]]
  );
  if (labels !== void 0) lengths.push(["the labels", labels.length]);
  if (groups !== void 0) lengths.push(["the groups", groups.length]);
  const examples = lengths[0]?.[1] ?? 0;
  if (lengths.some(([, length]) => length !== examples)) {
    const list = lengths.map(([array, length]) => `${array} ${length}`).join(", ");
    throw dataError("data-lengths-differ", { data: name, lengths: list });
  }
  if (examples === 0) throw dataError("data-empty", { data: name });
  return examples;
}
function checkValues(name, inputs) {
  for (const [input, tensor2] of Object.entries(inputs)) {
    const at = firstNotFinite(tensor2);
    if (at === void 0) continue;
    const width = tensor2.data.length / (tensor2.dims[0] ?? 1);
    throw dataError("data-not-finite", { data: name, input, example: Math.floor(at / width) });
  }
}
function checkLabels(name, labels) {
  const wrong = labels.findIndex((label) => !Number.isFinite(label));
  if (wrong < 0) return labels;
  throw dataError("data-label", { data: name, reason: `the label of example ${wrong} is ${labels[wrong]}` });
}

export {
  isWhole,
  loadUserExports,
  loadData
};
