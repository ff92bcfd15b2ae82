import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  fromFloat16,
  toFloat16
} from "./chunk-EYTLL457.js";
import {
  sizeOf,
  zeros
} from "./chunk-5W2HGUAS.js";
import {
  resolveRuntime
} from "./chunk-WALTNPZX.js";
import {
  messageOf,
  userError
} from "./chunk-FNGT7Y45.js";
import {
  __commonJS,
  __toESM
} from "./chunk-SUYYSLAR.js";

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest2;
  }
});

// src/providers/index.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);

// src/providers/onnxruntime-node.ts
import path from "node:path";
import { pathToFileURL } from "node:url";
function onnxruntimeNode(name, summary) {
  return {
    name,
    summary,
    async version() {
      return `onnxruntime-node ${(await load(name)).env.versions.node ?? "of unknown version"}`;
    },
    async open(modelPath, options) {
      const runtime = await load(name);
      const session = await create(runtime, modelPath, name, options);
      return toSession(runtime, session, modelPath);
    }
  };
}
async function load(provider) {
  const runtime = await loadRuntime().catch((cause) => {
    throw userError("provider-missing", { provider, reason: firstLine(messageOf(cause)) }, { cause });
  });
  runtime.env.logLevel = "fatal";
  const found = runtime.listSupportedBackends().some((backend) => backend.name === provider);
  if (!found)
    throw userError("provider-missing", { provider, reason: "this build of onnxruntime-node does not have it" });
  return runtime;
}
async function loadRuntime() {
  const entry = pathToFileURL(resolveRuntime(path.resolve())).href;
  const { default: runtime } = await import(entry);
  return runtime;
}
function firstLine(text) {
  return text.split("\n")[0] ?? "";
}
async function create(runtime, modelPath, provider, options) {
  try {
    return await runtime.InferenceSession.create(modelPath, sessionOptions(provider, options));
  } catch (cause) {
    const reason = messageOf(cause);
    if (isAboutProvider(reason)) throw userError("provider-missing", { provider, reason }, { cause });
    if (options.optimizedPath !== void 0 && /serializ|no space|cannot open|open file/i.test(reason))
      throw userError("optimized-not-written", { path: options.optimizedPath, reason }, { cause });
    throw userError("model-rejected", { model: modelPath, provider, reason }, { cause });
  }
}
function sessionOptions(provider, options) {
  return {
    executionProviders: [{ name: provider }],
    ...options.threads > 0 ? { intraOpNumThreads: options.threads, interOpNumThreads: 1 } : {},
    graphOptimizationLevel: options.optimization ?? "all",
    ...options.optimizedPath === void 0 ? {} : { optimizedModelFilePath: options.optimizedPath },
    logSeverityLevel: 4,
    ...provider === "cpu" ? {} : { extra: { session: { disable_cpu_ep_fallback: "1" } } }
  };
}
function isAboutProvider(reason) {
  return /backend not found|shared library|no available adapter|failed to get.*adapter|no adapter|CUDA driver|CUDA failure|cudaGetDevice/i.test(
    reason
  );
}
function toSession(runtime, session, model) {
  const wrapped = /* @__PURE__ */ new WeakMap();
  return {
    inputs: session.inputMetadata.map(toInfo),
    outputs: session.outputMetadata.map(toInfo),
    async run(feeds) {
      try {
        let ready = wrapped.get(feeds);
        if (ready === void 0) {
          ready = wrap(runtime, feeds);
          wrapped.set(feeds, ready);
        }
        return unwrap(await session.run(ready));
      } catch (cause) {
        throw userError("model-run-failed", { model, reason: messageOf(cause) }, { cause });
      }
    },
    close: () => session.release()
  };
}
function toInfo(value) {
  return value.isTensor ? { name: value.name, type: value.type, dims: value.shape } : { name: value.name, type: "not a tensor", dims: [] };
}
function wrap(runtime, feeds) {
  const entries = Object.entries(feeds).map(([name, { type, data, dims }]) => {
    return [name, new runtime.Tensor(type, data, dims)];
  });
  return Object.fromEntries(entries);
}
function unwrap(results) {
  const outputs = {};
  for (const name in results) {
    const { type, dims, data } = results[name];
    outputs[name] = {
      type,
      dims,
      data: type === "float16" ? halfBits(data) : data
    };
  }
  return outputs;
}
function halfBits(data) {
  const array = data;
  return new Uint16Array(array.buffer, array.byteOffset, array.length);
}

// src/providers/index.ts
var providers = {
  cpu: onnxruntimeNode("cpu", "onnxruntime's own kernels on the CPU"),
  cuda: onnxruntimeNode("cuda", "NVIDIA GPUs through CUDA and cuDNN"),
  tensorrt: onnxruntimeNode("tensorrt", "NVIDIA GPUs through TensorRT"),
  webgpu: onnxruntimeNode("webgpu", "any GPU with a Vulkan, Metal or Direct3D 12 driver, through WebGPU")
};
var providerNames = Object.keys(providers);
function findProvider(name) {
  const provider = Object.values(providers).find((row) => row.name === name);
  if (provider === void 0)
    throw userError("provider-unknown", { name, nearest: nearest(name), names: providerNames });
  return provider;
}
function nearest(name) {
  const candidate = (0, import_fastest_levenshtein.closest)(name, providerNames);
  return (0, import_fastest_levenshtein.distance)(name, candidate) <= Math.max(2, name.length / 2) ? candidate : void 0;
}

// src/targets/local/http.ts
import { once } from "node:events";
import {
  request
} from "node:http";
var loopback = "127.0.0.1";
var bodyLimit = 64 * 2 ** 20;
async function listen(server, port) {
  server.listen(port, loopback);
  await once(server, "listening");
  return server.address().port;
}
async function readBody(message) {
  const chunks = [];
  let length = 0;
  for await (const chunk of message) {
    length += chunk.length;
    if (length > bodyLimit) throw new Error(`a body is larger than ${bodyLimit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function sendJson(response, status, value) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
function call({ agent, port, path: path2, method = "GET", headers, body, timeoutMs }) {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      agent,
      host: loopback,
      port,
      path: path2,
      method,
      ...headers === void 0 ? {} : { headers }
    });
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    const settle = (finish) => {
      clearTimeout(timer);
      finish();
    };
    outgoing.once("error", (error) => settle(() => reject(error)));
    outgoing.once("response", (message) => {
      readBody(message).then(
        (read) => settle(() => resolve({ status: message.statusCode ?? 0, headers: message.headers, body: read })),
        (error) => settle(() => reject(error))
      );
    });
    outgoing.end(body);
  });
}

// src/targets/local/open-inference.ts
var datatypes = {
  float32: "FP32",
  float64: "FP64",
  float16: "FP16",
  int8: "INT8",
  uint8: "UINT8",
  int16: "INT16",
  uint16: "UINT16",
  int32: "INT32",
  uint32: "UINT32",
  int64: "INT64",
  uint64: "UINT64",
  bool: "BOOL",
  string: "BYTES"
};
var types = new Map(Object.entries(datatypes).map(([type, datatype]) => [datatype, type]));
function datatypeOf(type) {
  return datatypes[type] ?? type;
}
function writeTensors(tensors) {
  return `[${Object.entries(tensors).map(([name, tensor]) => writeTensor(name, tensor)).join(",")}]`;
}
function readTensors(value) {
  if (!Array.isArray(value)) throw new Error("inputs: expected a list of tensors");
  return Object.fromEntries(value.map((tensor) => readTensor(tensor)));
}
function writeTensor(name, { type, dims, data }) {
  const head = JSON.stringify({ name, shape: dims, datatype: datatypes[type] }).slice(0, -1);
  return `${head},"data":[${writeData(type, data)}]}`;
}
function writeData(type, data) {
  if (Array.isArray(data)) return data.map((text) => JSON.stringify(text)).join(",");
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return data.join(",");
  if (type === "bool") return Array.from(data, (flag) => flag !== 0).join(",");
  const numbers = type === "float16" ? Array.from(data, fromFloat16) : Array.from(data);
  return numbers.map((number) => Number.isFinite(number) ? number : "null").join(",");
}
function readTensor(value) {
  const { name, shape, datatype, data } = value ?? {};
  const type = types.get(String(datatype));
  if (typeof name !== "string") throw new Error("inputs: a tensor has no name");
  if (type === void 0)
    throw new Error(`${name}: unknown datatype ${String(datatype)}, expected one of ${[...types.keys()].join(", ")}`);
  if (!Array.isArray(shape) || !shape.every((dim) => Number.isInteger(dim) && dim >= 0))
    throw new Error(`${name}: shape is not a list of sizes`);
  if (!Array.isArray(data)) throw new Error(`${name}: data is not a list`);
  const values = data.flat(Number.POSITIVE_INFINITY);
  if (values.length !== sizeOf(shape))
    throw new Error(`${name}: ${values.length} values do not fill the shape [${shape.join(", ")}]`);
  return [name, { type, dims: shape, data: readData(name, type, shape, values) }];
}
function readData(name, type, dims, values) {
  if (type === "string") return values.map(String);
  const wanted = type === "bool" ? ["boolean", "number"] : ["number"];
  if (!values.every((value) => wanted.includes(typeof value)))
    throw new Error(`${name}: data holds what is not a ${wanted[0]}`);
  const { data } = zeros(type, dims);
  const target = data;
  for (const [index, value] of values.entries()) target[index] = element(type, Number(value));
  return data;
}
function element(type, value) {
  if (type === "int64" || type === "uint64") return BigInt(Math.trunc(value));
  return type === "float16" ? toFloat16(value) : value;
}

export {
  listen,
  readBody,
  sendJson,
  call,
  datatypeOf,
  writeTensors,
  readTensors,
  require_mod,
  providers,
  providerNames,
  findProvider
};
