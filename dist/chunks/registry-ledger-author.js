async function author(world) {
	const { env } = world;
	return plain(world.actor ?? asOnGitHub(world) ?? (env["USER"] || env["USERNAME"]) ?? "") ?? (world.trust.level === "trusted" ? plain(await userOfGit(world)) : void 0) ?? "airworthy";
}
function plain(name) {
	const kept = name.replace(/[<>\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
	return /[\p{L}\p{N}]/u.test(kept) ? kept : void 0;
}
function asOnGitHub({ ciSystem, env }) {
	return ciSystem === void 0 ? env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"] : void 0;
}
const asked = new WeakMap();
function userOfGit({ processes, cwd }) {
	const answer = asked.get(processes) ?? processes.run("git", [
		"config",
		"--get",
		"user.name"
	], {
		cwd,
		timeoutMs: 1e4
	}).then(({ code, stdout }) => code === 0 ? stdout : "", () => "");
	asked.set(processes, answer);
	return answer;
}
export { author };
