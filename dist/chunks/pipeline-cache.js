import { warningSchema } from "./core-products-warning.js";
import { _enum, array, object, string } from "./npm-zod-v4-classic-schemas.js";
import { fits } from "./core-schema.js";
import { outcomes } from "./start.js";
import path from "node:path";
const stageRecord = object({
	product: string(),
	verdict: _enum(outcomes).optional(),
	summary: string(),
	warnings: array(warningSchema)
});
const largestRecord = 2 ** 25;
function openCache({ cache, seals }, files, store) {
	const place = (key) => path.join(cache, key.slice(0, 2), `${key}.json`);
	const nameOf = (key) => `cache/${key}.json`;
	return {
		async find(key) {
			const bytes = await files.size(place(key));
			if (bytes === void 0 || bytes > largestRecord) return void 0;
			const opened = await seals.unseal(nameOf(key), await files.readText(place(key)));
			const record = opened && parseRecord(opened.text);
			if (record === void 0) return void 0;
			const product = await store.value(record.product);
			return product !== void 0 && await store.holds(product) ? record : void 0;
		},
		async keep(key, record) {
			const { text } = await seals.seal(nameOf(key), JSON.stringify(files.maskedValue(record)));
			await files.writeText(place(key), text);
		}
	};
}
function parseRecord(text) {
	try {
		const value = JSON.parse(text);
		return fits(stageRecord, value) ? value : void 0;
	} catch {
		return;
	}
}
export { openCache, stageRecord };
