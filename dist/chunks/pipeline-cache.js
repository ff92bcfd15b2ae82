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
function openCache(folder, files, store) {
	const place = (key) => path.join(folder, key.slice(0, 2), `${key}.json`);
	return {
		async find(key) {
			if (!await files.exists(place(key))) return void 0;
			const record = parseRecord(await files.readText(place(key)));
			if (record === void 0) return void 0;
			const product = await store.value(record.product);
			return product !== void 0 && await store.holds(product) ? record : void 0;
		},
		keep: (key, record) => files.writeText(place(key), JSON.stringify(record))
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
