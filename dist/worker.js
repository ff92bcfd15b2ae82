import { UserError, ownValue } from "./chunks/workers.js";
const roles = {
	bench: async () => (await import("./chunks/measure-worker-role.js")).createBenchRole(),
	async serve() {
		const [{ createServeRole }, { providers }] = await Promise.all([import("./chunks/serving-replica-role.js"), import("./chunks/workers.js")]);
		return createServeRole((model, threads) => providers.cpu.open(model, { threads }));
	},
	exec: async () => (await import("./chunks/world-exec-role.js")).createExecRole()
};
const role = process.argv[2] ?? "";
const create = ownValue(roles, role);
if (create === void 0 || process.send === void 0) {
	process.stderr.write(`worker.js is started by airworthy itself, with one of the roles ${Object.keys(roles).join(", ")}.\n`);
	process.exit(2);
}
const answer = await create();
process.on("disconnect", () => process.exit(0));
process.on("message", (request) => void respond(request));
send({
	ok: true,
	answer: "ready"
});
async function respond(request) {
	try {
		send({
			ok: true,
			answer: await answer(request)
		});
	} catch (thrown) {
		if (thrown instanceof UserError) send({
			ok: false,
			problems: thrown.problems
		});
		else send({
			ok: false,
			bug: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown)
		});
	}
}
function send(reply) {
	process.send?.(reply);
}
export {};
