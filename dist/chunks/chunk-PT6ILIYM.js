import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/world/runtime/target.ts
import path from "node:path";
function nativeFolder({ platform, arch }) {
  return path.posix.join("bin", "napi-v6", platform, arch);
}
function neededFiles({ platform }) {
  return ["onnxruntime_binding.node", ...libraries[platform] ?? []];
}
var libraries = {
  linux: ["libonnxruntime.so.1"],
  darwin: ["libonnxruntime.1.dylib"],
  win32: ["onnxruntime.dll"]
};
function targetName({ platform, arch }) {
  return `${platform}-${arch}`;
}

// src/world/runtime/places.ts
import path2 from "node:path";
var rows = [
  ({ env, cwd, pin }) => {
    const named = env["AIRWORTHY_ORT"] || void 0;
    if (named === void 0) return { where: "AIRWORTHY_ORT", folders: [], closed: "it is not set" };
    const folder = path2.resolve(cwd, named);
    return {
      where: `AIRWORTHY_ORT, ${folder}`,
      folders: [folder, ...installedIn([folder], pin)],
      named: true
    };
  },
  ({ bundle, ...target }) => {
    const folder = path2.join(bundle, "native", targetName(target));
    return { where: folder, folders: [folder] };
  },
  (around) => {
    const { folder, marker } = cacheEntry(around, "airworthy-onnxruntime", around.pin.version);
    return { where: `the tool cache, ${folder}`, folders: [folder], marker };
  },
  ({ cwd, trusted, pin }) => ({
    where: `node_modules of ${cwd}`,
    folders: installedIn(withParents(cwd), pin),
    closed: trusted ? void 0 : "a stranger may have written what is there"
  }),
  ({ bundle, pin }) => ({ where: `node_modules beside ${bundle}`, folders: installedIn(withParents(bundle), pin) })
];
function placesIn(around) {
  return rows.map((row) => row(around));
}
function installedIn(folders, { name }) {
  return folders.map((folder) => path2.join(folder, "node_modules", name));
}
function withParents(folder) {
  const parent = path2.dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}
function cacheEntry(around, tool, version) {
  const folder = path2.join(cacheFolder(around), tool, version, around.arch);
  return { folder, marker: `${folder}.complete` };
}
function cacheFolder({ env, cwd, home }) {
  const tools = env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"];
  if (tools) return path2.resolve(tools);
  const own = env["AIRWORTHY_HOME"];
  return own ? path2.resolve(cwd, own, "tools") : path2.join(env["XDG_CACHE_HOME"] || path2.join(home, ".cache"), "airworthy");
}

export {
  nativeFolder,
  neededFiles,
  targetName,
  placesIn,
  cacheEntry
};
