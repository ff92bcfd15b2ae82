import { object, string } from "./npm-zod-v4-classic-schemas.js";
const warningSchema = object({
	code: string(),
	message: string(),
	remedy: string()
});
export { warningSchema };
