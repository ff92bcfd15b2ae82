import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  require_mod
} from "./chunk-OTSDDIBK.js";
import {
  resolveRuntime
} from "./chunk-WALTNPZX.js";
import {
  messageOf,
  userError
} from "./chunk-FNGT7Y45.js";
import {
  __toESM
} from "./chunk-SUYYSLAR.js";

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

export {
  providers,
  providerNames,
  findProvider
};
