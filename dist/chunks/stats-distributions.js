import { __toESM } from "./rolldown-runtime.js";
import { require_lib as require_lib$4, require_lib$1 as require_lib$3, require_lib$2, require_lib$3 as require_lib$1, require_lib$4 as require_lib } from "./npm-stdlib-stats-base-dists-t-cdf-lib.js";
var import_lib = __toESM(require_lib(), 1);
var import_lib$1 = __toESM(require_lib$1(), 1);
var import_lib$2 = __toESM(require_lib$2(), 1);
var import_lib$3 = __toESM(require_lib$3(), 1);
var import_lib$4 = __toESM(require_lib$4(), 1);
function normalCdf(z) {
	return (0, import_lib$2.default)(z, 0, 1);
}
function normalQuantile(p) {
	return (0, import_lib$3.default)(p, 0, 1);
}
function binomialCdf(successes, trials, p) {
	return (0, import_lib.default)(successes, trials, p);
}
function binomialPmf(successes, trials, p) {
	return (0, import_lib$1.default)(successes, trials, p);
}
function studentQuantile(p, degrees) {
	const z = normalQuantile(p);
	const [z3, z5, z7] = [
		z ** 3,
		z ** 5,
		z ** 7
	];
	return z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3);
}
function studentLimit(alpha, degrees) {
	let [low, high] = [0, 1];
	while ((0, import_lib$4.default)(-high, degrees) > alpha) high *= 2;
	while (high - low > 1e-10 * high) {
		const half = (low + high) / 2;
		if ((0, import_lib$4.default)(-half, degrees) > alpha) low = half;
		else high = half;
	}
	return high;
}
export { binomialCdf, binomialPmf, normalCdf, normalQuantile, studentLimit, studentQuantile };
