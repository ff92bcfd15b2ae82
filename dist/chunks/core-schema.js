import { string } from "./npm-zod-v4-classic-schemas.js";
const sha256Schema = string().regex(/^[0-9a-f]{64}$/, "not a SHA-256");
function fits(schema, value) {
	return schema.safeParse(value).success;
}
function misfit(schema, value) {
	const { error } = schema.safeParse(value);
	if (error === void 0) return void 0;
	const [issue] = error.issues;
	const message = (issue?.message ?? "not of the form").replace(/^Invalid input: /, "");
	return [...issue?.path.length ? [issue.path.join(".")] : [], message].join(": ");
}
export { fits, misfit, sha256Schema };
