import { digest, outcomes } from "./start.js";
import { _enum, array, strictObject, string } from "./npm-zod-v4-classic-schemas.js";
import { warningSchema } from "./core-products-warning.js";
import { fits, sha256Schema } from "./core-schema.js";
import path from "node:path";
const stageRecord = strictObject({
	product: sha256Schema,
	verdict: _enum(outcomes).optional(),
	summary: string(),
	warnings: array(strictObject(warningSchema.shape))
});
const entrySchema = strictObject({
	digest: sha256Schema,
	record: stageRecord
});
const largestRecord = 2 ** 25;
function openCache({ cache, seals, damaged }, files, store) {
	const place = (key) => path.join(cache, key.slice(0, 2), `${key}.json`);
	const nameOf = (key) => `cache/${key}.json`;
	return {
		async find(key) {
			const bytes = await files.size(place(key));
			if (bytes === void 0 || bytes > largestRecord) return void 0;
			const opened = await seals.unseal(nameOf(key), await files.readText(place(key)), "", place(key));
			if (opened === void 0) return void 0;
			const record = recordIn(opened.text, key);
			if (record === "damaged") damaged.add(place(key));
			if (record === "damaged" || record === void 0) return void 0;
			const product = await store.value(record.product);
			return product !== void 0 && await store.holds(product) ? record : void 0;
		},
		async keep(key, given) {
			const record = files.maskedValue(given);
			const { text } = await seals.seal(nameOf(key), JSON.stringify({
				digest: digestOf(key, record),
				record
			}));
			await files.writeText(place(key), text);
		}
	};
}
function digestOf(key, record) {
	return digest([
		"airworthy: a cached result, 1",
		key,
		record
	]);
}
function recordIn(text, key) {
	const value = parsed(text);
	if (fits(entrySchema, value) && value.digest === digestOf(key, value.record)) return value.record;
	return fits(stageRecord, value) ? void 0 : "damaged";
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
export { openCache, stageRecord };
