import { mean as mean$1 } from "./npm-simple-statistics-dist-simple-statistics.js";
import "./core-quantile.js";
function mean(values) {
	return mean$1(values);
}
export { mean };
