import { Bug, Cancelled, UserError } from "./core-errors.js";
import { portProblem } from "./core-errors-ports.js";
import { exitCodes } from "./core-verdict.js";
import { terminalText } from "./report-escape.js";
function failureOf(thrown) {
	if (thrown instanceof UserError) return {
		exitCode: exitCodes.input,
		problems: thrown.problems
	};
	if (thrown instanceof Cancelled) return {
		exitCode: exitCodes.cancelled,
		problems: [portProblem("run-cancelled", {})]
	};
	const detail = thrown instanceof Error && !(thrown instanceof Bug) ? thrown.stack ?? thrown.message : thrown instanceof Error ? thrown.message : String(thrown);
	return {
		exitCode: exitCodes.bug,
		problems: [portProblem("bug", { detail })]
	};
}
function problemLines(problems) {
	return problems.map(({ code, message, hint, where }) => {
		return `${where === void 0 ? "" : `${terminalText(where.file)}:${where.line}:${where.column}: `}error[${code}]: ${terminalText(message)}\n  ${terminalText(hint)}\n`;
	}).join("");
}
export { failureOf, problemLines };
