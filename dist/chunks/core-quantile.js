import { quantileSorted } from "./npm-simple-statistics-dist-simple-statistics.js";
function quantile(values, p) {
	return quantileOfSorted(Float64Array.from(values).sort(), p);
}
function quantileOfSorted(values, p) {
	return quantileSorted(values, p);
}
function median(values) {
	return quantile(values, .5);
}
export { median, quantile, quantileOfSorted };
