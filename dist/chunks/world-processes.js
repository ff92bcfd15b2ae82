import { Bug, Cancelled, UserError } from "./core-errors.js";
import { portError } from "./core-errors-ports.js";
import { once } from "node:events";
const earlyCompilation = ["--always-sparkplug", Number.parseInt(process.versions.node, 10) < 22 ? "--interrupt-budget=10000" : "--invocation-count-for-turbofan=400"];
function largePages(tunables) {
	return [tunables, "glibc.malloc.hugetlb=1"].filter(Boolean).join(":");
}
async function startWorker(script, role, options) {
	const { fork } = await import("node:child_process");
	if (options.signal?.aborted) throw new Cancelled(`a ${role} worker was not started: the run was cancelled`);
	const child = fork(script, [role], {
		stdio: [
			"ignore",
			"ignore",
			"pipe",
			"ipc"
		],
		serialization: "advanced",
		execArgv: options.measured === true ? [...earlyCompilation] : [],
		env: {
			...process.env,
			...options.native === void 0 ? {} : { AIRWORTHY_NATIVE: options.native },
			...options.measured === true ? { GLIBC_TUNABLES: largePages(process.env["GLIBC_TUNABLES"]) } : {}
		},
		cwd: options.cwd
	});
	const words = lastWords(child);
	const abort = () => {
		if (role === "exec" && child.connected) child.disconnect();
		else child.kill("SIGKILL");
	};
	options.signal?.addEventListener("abort", abort, { once: true });
	const gone = new Promise((resolve) => {
		child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
	});
	gone.then(() => options.signal?.removeEventListener("abort", abort));
	const receive = replies(child, gone, (how) => died(role, how, words(), options.signal));
	const answer = async (timeoutMs) => {
		const reply = await receive(timeoutMs);
		if (reply !== void 0) return reply;
		child.kill("SIGKILL");
		throw portError("worker-slow", {
			role,
			seconds: Math.round(timeoutMs / 1e3)
		});
	};
	await answer(startMs);
	let queue = Promise.resolve();
	return {
		pid: child.pid ?? -1,
		pin: (cpu) => pin(child.pid, cpu),
		ask(request, { timeoutMs = 6e5 } = {}) {
			const answered = queue.then(async () => {
				if (child.connected) child.send(request, () => {});
				return unwrap(await answer(timeoutMs));
			});
			queue = answered.catch(() => {});
			return answered;
		},
		async close() {
			child.kill("SIGKILL");
			await gone;
		}
	};
}
function replies(child, gone, ended) {
	let settle;
	let end;
	child.on("message", (message) => settle?.resolve(message));
	gone.then((how) => {
		end = ended(how);
		settle?.reject(end);
	});
	return (timeoutMs) => new Promise((resolve, reject) => {
		if (end !== void 0) return reject(end);
		const done = (settled) => {
			clearTimeout(timer);
			settle = void 0;
			settled();
		};
		const timer = setTimeout(() => done(() => resolve(void 0)), timeoutMs);
		settle = {
			resolve: (reply) => done(() => resolve(reply)),
			reject: (reason) => done(() => reject(reason))
		};
	});
}
const startMs = 6e4;
async function pin(pid, cpu) {
	if (pid === void 0 || process.platform !== "linux") return false;
	const { spawn } = await import("node:child_process");
	const taskset = spawn("taskset", [
		"-a",
		"-c",
		"-p",
		String(cpu),
		String(pid)
	], { stdio: "ignore" });
	return (await Promise.race([once(taskset, "exit"), once(taskset, "error").then(() => [-1])]))[0] === 0;
}
function lastWords(child) {
	let words = "";
	child.stderr?.on("data", (chunk) => {
		words = (words + chunk.toString("utf8")).slice(-500);
	});
	return () => words.trim();
}
function died(role, how, words, signal) {
	if (signal?.aborted) return new Cancelled(`a ${role} worker was ended: the run was cancelled`);
	return portError("worker-died", {
		role,
		how,
		words
	});
}
function unwrap(reply) {
	if (reply.ok) return reply.answer;
	if ("problems" in reply) throw new UserError(reply.problems);
	throw new Bug(`in a worker process: ${reply.bug}`);
}
function createProcesses(workerScript, cwd, native) {
	const worker = async (role, options = {}) => {
		return startWorker(workerScript, role, {
			cwd,
			native: role !== "exec" && (options.runtime ?? "onnxruntime-node") === "onnxruntime-node" ? await native(options.signal) : void 0,
			...options
		});
	};
	return {
		pid: process.pid,
		alive,
		worker,
		async run(program, args, options = {}) {
			const at = {
				cwd,
				...options
			};
			return options.diesWithParent ? runThroughWorker(worker, program, args, at) : runProgram(program, args, at);
		}
	};
}
function alive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return cause.code === "EPERM";
	}
}
async function runThroughWorker(worker, program, args, options) {
	const { signal, ...rest } = options;
	const runner = await worker("exec", signal === void 0 ? {} : { signal });
	try {
		return await runner.ask({
			program,
			args,
			options: rest
		});
	} finally {
		await runner.close();
	}
}
async function runProgram(program, args, options, onStart = () => {}) {
	const { spawn } = await import("node:child_process");
	if (options.signal?.aborted) throw new Cancelled(`${program} was not started: the run was cancelled`);
	const child = spawn(program, args, {
		detached: true,
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		...options.cwd === void 0 ? {} : { cwd: options.cwd },
		env: {
			...process.env,
			...options.env
		}
	});
	onStart(child);
	child.stdin?.on("error", () => {});
	child.stdin?.end(options.input);
	const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
	return {
		code: await ended(child, program, options),
		stdout: stdout(),
		stderr: stderr()
	};
}
function collect(stream) {
	const chunks = [];
	stream?.on("data", (chunk) => chunks.push(chunk));
	return () => Buffer.concat(chunks).toString("utf8");
}
function ended(child, program, options) {
	return new Promise((resolve, reject) => {
		const stop = () => endGroup(child);
		const timer = options.timeoutMs === void 0 ? void 0 : setTimeout(stop, options.timeoutMs);
		options.signal?.addEventListener("abort", stop, { once: true });
		options.until?.addEventListener("abort", stop, { once: true });
		const settle = () => {
			clearTimeout(timer);
			options.signal?.removeEventListener("abort", stop);
			options.until?.removeEventListener("abort", stop);
		};
		child.once("error", (cause) => {
			settle();
			const reason = cause.code === "ENOENT" ? "it was not found" : cause.code === "EACCES" ? "it may not be executed" : cause.message;
			reject(portError("program-missing", {
				program,
				reason
			}, { cause }));
		});
		child.once("close", (code) => {
			settle();
			if (options.signal?.aborted) reject(new Cancelled(`${program} was cancelled`));
			else resolve(code ?? -1);
		});
	});
}
function endGroup(child) {
	if (child.pid === void 0) return;
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {
		child.kill("SIGKILL");
	}
}
export { createProcesses, endGroup, runProgram };
