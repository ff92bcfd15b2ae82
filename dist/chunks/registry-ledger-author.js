function author(world) {
	const { env } = world;
	return (world.actor ?? asOnGitHub(world) ?? env["USER"] ?? env["USERNAME"] ?? "").replace(/[<>\r\n]/g, "").trim() || "airworthy";
}
function asOnGitHub({ ciSystem, env }) {
	return ciSystem === void 0 ? env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] : void 0;
}
export { author };
