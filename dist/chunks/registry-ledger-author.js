function author(world) {
	const { env } = world;
	const plain = (world.actor ?? asOnGitHub(world) ?? env["USER"] ?? env["USERNAME"] ?? "").replace(/[<>\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
	return /[\p{L}\p{N}]/u.test(plain) ? plain : "airworthy";
}
function asOnGitHub({ ciSystem, env }) {
	return ciSystem === void 0 ? env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] : void 0;
}
export { author };
