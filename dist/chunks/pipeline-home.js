import path from "node:path";
const version = "0.1.0";
function homeOf(world) {
	const folder = path.resolve(world.cwd, world.env["AIRWORTHY_HOME"] ?? ".airworthy");
	return {
		folder,
		store: path.join(folder, "store"),
		cache: path.join(folder, "cache"),
		runs: path.join(folder, "runs"),
		measurements: path.join(folder, "measurements")
	};
}
export { homeOf, version };
