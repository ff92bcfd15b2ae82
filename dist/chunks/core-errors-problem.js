import { number, object, string } from "./npm-zod-v4-classic-schemas.js";
const where = object({
	file: string(),
	line: number(),
	column: number()
});
const problemSchema = object({
	code: string(),
	message: string(),
	hint: string(),
	where: where.optional()
});
export { problemSchema };
