import { checkoutsAround, isIn, isInCheckout } from "./start.js";
import { pipelineError } from "./pipelines.js";
import { sealsOf } from "./pipeline-seals.js";
import path from "node:path";
const folders = [
	"store",
	"cache",
	"runs",
	"measurements",
	"history",
	"tools"
];
async function homeOf(world) {
	const { home } = world;
	await checkOnce(world);
	const at = (name) => path.join(home.folder, name);
	return {
		folder: home.folder,
		store: at("store"),
		cache: at("cache"),
		runs: at("runs"),
		measurements: at("measurements"),
		history: at("history"),
		restored: home.kind === "isolated" ? {
			folder: path.dirname(home.usual),
			name: `${path.basename(home.usual)}/store`
		} : void 0,
		seals: sealsOf(home),
		damaged: new Set()
	};
}
const checked = new WeakMap();
function checkOnce(world) {
	const known = checked.get(world.home) ?? check(world);
	checked.set(world.home, known);
	return known;
}
async function check(world) {
	const { home, cwd, env, files, trust } = world;
	if (home.kind === "isolated" && home.named && await isInCheckout(home.usual, env, cwd, files)) throw pipelineError("home-untrusted", {
		home: home.usual,
		place: home.usual,
		why: "inside",
		trust: trust.why
	});
	if (home.kind === "ci") await checkInCi(home.folder, world);
}
async function checkInCi(home, world) {
	const refuse = (why, place) => pipelineError("home-untrusted", {
		home,
		place,
		why
	});
	for (const place of await placesOf(home, world)) if (await world.files.isLink(place)) throw refuse("link", place);
	for (const name of folders) if (await world.files.exists(path.join(home, name, ".git"))) throw refuse("checkout", path.join(home, name));
	if (!await world.files.exists(home)) return;
	const real = await world.files.realPath(home);
	const { trackedFile } = await import("./registry-facade.js");
	for (const top of await checkoutsAround(real, world.files)) {
		const tracked = await trackedFile(top, real, world);
		if (tracked !== void 0) throw refuse("tracked", tracked);
	}
}
async function placesOf(home, { cwd, files }) {
	const around = [
		...await checkoutsAround(home, files),
		...await checkoutsAround(cwd, files),
		cwd
	];
	const between = [];
	for (let at = home; around.some((top) => at !== top && isIn(top, at)); at = path.dirname(at)) between.push(at);
	return [...new Set([
		home,
		...folders.map((name) => path.join(home, name)),
		...between
	])];
}
export { homeOf };
