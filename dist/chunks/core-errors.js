var UserError = class extends Error {
	name = "UserError";
	problems;
	constructor(problems, options) {
		super(problems[0].message, options);
		this.problems = problems;
	}
	get code() {
		return this.problems[0].code;
	}
	get hint() {
		return this.problems[0].hint;
	}
};
var Bug = class extends Error {
	name = "Bug";
};
var Cancelled = class extends Error {
	name = "Cancelled";
};
function errorFrom(table) {
	const problem = problemFrom(table);
	return (code, details, { where, cause } = {}) => new UserError([problem(code, details, where)], { cause });
}
function problemFrom(table) {
	return (code, details, where) => ({
		code,
		...table[code].say(details),
		...where === void 0 ? {} : { where }
	});
}
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
function fewOf(names) {
	const shown = names.slice(0, 8).join(", ");
	return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
function didYouMean(name) {
	return name === void 0 ? "" : ` Did you mean ${name}?`;
}
export { Bug, Cancelled, UserError, didYouMean, errorFrom, fewOf, messageOf, problemFrom };
