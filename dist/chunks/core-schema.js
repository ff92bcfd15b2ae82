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
function reasonOf(issue) {
	const message = (issue?.message ?? "not of the form").replace(/^Invalid input: /, "");
	return [...issue?.path.length ? [issue.path.join(".")] : [], message].join(": ");
}
export { fits, misfit, sha256Schema, wrongType };
