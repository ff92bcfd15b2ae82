import { normalQuantile } from "./stats-distributions.js";
import { largestInfluence } from "./start.js";
function effectiveUnits({ examples, groups }) {
	if (groups === void 0) return examples;
	const squares = sizesOf(groups).reduce((sum, size) => sum + size ** 2, 0);
	return squares === 0 ? 0 : examples ** 2 / squares;
}
function unitsOf({ examples, groups }) {
	return groups === void 0 ? examples : sizesOf(groups).length;
}
function skewnessAllowance(influences, level) {
	return (1 + 2 * normalQuantile((1 + level) / 2) ** 2) / 6 * largestInfluence(influences);
}
function sizesOf(groups) {
	const sizes = [];
	for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
	return sizes;
}
export { effectiveUnits, skewnessAllowance, unitsOf };
