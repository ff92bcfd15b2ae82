import { array, int, number, object, string } from "./npm-zod-v4-classic-schemas.js";
import { sha256Schema } from "./core-schema.js";
const finite = number().min(-1e100).max(1e100);
const amount = number().min(0).max(1e100);
const positive = number().min(1e-12).max(0x38d7ea4c68000);
const share = number().min(0).max(1);
const count = int().min(0);
const file = object({
	sha256: sha256Schema,
	bytes: count,
	name: string()
});
const artifactSchema = file.extend({ files: array(file).optional() });
export { amount, artifactSchema, count, finite, positive, share };
