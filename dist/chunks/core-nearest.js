import { require_fastest_levenshtein } from "./npm-fastest-levenshtein-mod.js";
var import_fastest_levenshtein = require_fastest_levenshtein();
function nearest(name, valid) {
	return name === "" || valid.length === 0 ? void 0 : (0, import_fastest_levenshtein.closest)(name, [...valid]);
}
export { nearest };
