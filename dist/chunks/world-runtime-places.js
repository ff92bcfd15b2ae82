import { errorFrom } from "./core-errors.js";
import path from "node:path";
const worldError = errorFrom({
	"cuda-libraries": {
		say: (d) => ({
			message: `The CUDA libraries of ${d.path} cannot be used: ${d.reason}.`,
			hint: "Name a folder that holds libonnxruntime_providers_shared.so and libonnxruntime_providers_cuda.so of the same onnxruntime, or its package Microsoft.ML.OnnxRuntime.Gpu.Linux (.nupkg) with its SHA-256."
		}),
		example: {
			path: "/opt/cuda",
			reason: "it holds no libonnxruntime_providers_cuda.so"
		}
	},
	"runtime-download": {
		say: (d) => ({
			message: `onnxruntime-node ${d.version} could not be downloaded: ${d.reason}.`,
			hint: `Nothing of it was kept. Check npm's registry and proxy, or run \`npm install onnxruntime-node@${d.version}\` before; a folder that holds the package is named by \`onnxruntime:\` (AIRWORTHY_ORT).`
		}),
		example: {
			version: "1.30.0",
			reason: "npm ended with exit code 1"
		}
	},
	"runtime-missing": {
		say: (d) => ({
			message: `onnxruntime-node ${d.version} for ${d.platform}, which runs the models, was not found.`,
			hint: `Run \`npm install onnxruntime-node@${d.version}\` where you work, or name a folder that holds the package with AIRWORTHY_ORT (\`onnxruntime:\` of the Action).${d.offline ? " Without `offline` the Action downloads it." : ""} Looked for here: ${d.tried.join("; ")}.`
		}),
		example: {
			version: "1.30.0",
			platform: "linux/x64",
			tried: ["node_modules: not there"],
			offline: false
		}
	},
	"runtime-wrong": {
		say: (d) => ({
			message: `${d.folder} is not an onnxruntime that can be used here: ${d.reason}.`,
			hint: `Name a folder that holds the package onnxruntime-node ${d.version} with AIRWORTHY_ORT (\`onnxruntime:\` of the Action), or leave it out.`
		}),
		example: {
			folder: "/opt/onnxruntime",
			reason: "it is version 1.20.0",
			version: "1.30.0"
		}
	}
});
function nativeFolder({ platform, arch }) {
	return path.posix.join("bin", "napi-v6", platform, arch);
}
function neededFiles({ platform }) {
	return ["onnxruntime_binding.node", ...libraries[platform] ?? []];
}
const libraries = {
	linux: ["libonnxruntime.so.1"],
	darwin: ["libonnxruntime.1.dylib"],
	win32: ["onnxruntime.dll"]
};
function targetName({ platform, arch }) {
	return `${platform}-${arch}`;
}
const rows = [
	({ env, cwd, pin }) => {
		const named = env["AIRWORTHY_ORT"] || void 0;
		if (named === void 0) return {
			where: "AIRWORTHY_ORT",
			folders: [],
			closed: "it is not set"
		};
		const folder = path.resolve(cwd, named);
		return {
			where: `AIRWORTHY_ORT, ${folder}`,
			folders: [folder, ...installedIn([folder], pin)],
			named: true
		};
	},
	({ bundle, ...target }) => {
		const folder = path.join(bundle, "native", targetName(target));
		return {
			where: folder,
			folders: [folder]
		};
	},
	(around) => {
		const { folder, marker } = cacheEntry(around, "airworthy-onnxruntime", around.pin.version);
		return {
			where: `the tool cache, ${folder}`,
			folders: [folder],
			marker
		};
	},
	({ cwd, trusted, pin }) => ({
		where: `node_modules of ${cwd}`,
		folders: installedIn(withParents(cwd), pin),
		closed: trusted ? void 0 : "a stranger may have written what is there"
	}),
	({ bundle, pin }) => ({
		where: `node_modules beside ${bundle}`,
		folders: installedIn(withParents(bundle), pin)
	})
];
function placesIn(around) {
	return rows.map((row) => row(around));
}
function installedIn(folders, { name }) {
	return folders.map((folder) => path.join(folder, "node_modules", name));
}
function withParents(folder) {
	const parent = path.dirname(folder);
	return parent === folder ? [folder] : [folder, ...withParents(parent)];
}
function cacheEntry(around, tool, version) {
	const folder = path.join(cacheFolder(around), tool, version, around.arch);
	return {
		folder,
		marker: `${folder}.complete`
	};
}
function cacheFolder({ env, cwd, home }) {
	const tools = env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"];
	if (tools) return path.resolve(tools);
	const own = env["AIRWORTHY_HOME"];
	return own ? path.resolve(cwd, own, "tools") : path.join(env["XDG_CACHE_HOME"] || path.join(home, ".cache"), "airworthy");
}
export { cacheEntry, nativeFolder, neededFiles, placesIn, targetName, worldError };
