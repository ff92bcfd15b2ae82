import { endGroup, runProgram } from "./workers.js";
function createExecRole() {
	let running;
	process.on("exit", () => {
		if (running !== void 0) endGroup(running);
	});
	return async (request) => {
		const { program, args, options } = request;
		const result = await runProgram(program, args, options, (child) => {
			running = child;
		});
		running = void 0;
		return result;
	};
}
export { createExecRole };
