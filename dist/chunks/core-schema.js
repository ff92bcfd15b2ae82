import { string } from "./npm-zod-v4-classic-schemas.js";
const sha256Schema = string().regex(/^[0-9a-f]{64}$/, "not a SHA-256");
function fits(schema, value) {
	return schema.safeParse(value).success;
}
function misfit(schema, value) {
	const { error } = schema.safeParse(value);
	return error && reasonOf(error.issues[0]);
}
function wrongType(schema, value) {
	const wrong = schema.safeParse(value).error?.issues.find(({ code }) => code === "invalid_type");
	return wrong && reasonOf(wrong);
}
function wrongMember(schema, value) {
	const issue = schema.safeParse(value).error?.issues[0];
	return issue && {
		member: issue.path.join("."),
		words: wordsOf(issue)
	};
}
function reasonOf(issue) {
	if (issue === void 0) return "not of the form";
	return [...issue.path.length > 0 ? [issue.path.join(".")] : [], wordsOf(issue)].join(": ");
}
function wordsOf(issue) {
	switch (issue.code) {
		case "invalid_type": return / received undefined$/.test(issue.message) ? `missing, expected ${issue.expected}` : issue.message.replace(/^Invalid input: /, "");
		case "invalid_format": return issue.format === "datetime" ? "expected a time in ISO 8601" : own(issue.message, "expected another form");
		case "invalid_value": return issue.values.length <= mostListed ? `expected ${issue.values.map((each) => JSON.stringify(each)).join(" or ")}` : unknownToUs;
		case "unrecognized_keys": return `there is a member ${issue.keys.join(", ")}, which this version does not know`;
		case "invalid_union": return "note" in issue && issue.note === "No matching discriminator" ? unknownToUs : "expected another form";
		default: return own(issue.message, "expected another value");
	}
}
const mostListed = 5;
const unknownToUs = "a value that this version does not know";
function own(message, otherwise) {
	const text = message.replace(/^(Too small|Too big|Invalid [a-z]+): /, "");
	return /^Invalid/.test(text) ? otherwise : text;
}
export { fits, misfit, sha256Schema, wrongMember, wrongType };
