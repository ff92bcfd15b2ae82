import { array, int, number, strictObject, tuple } from "./npm-zod-v4-classic-schemas.js";
import { datetime } from "./npm-zod-v4-classic-external.js";
const latencyHistogram = array(tuple([
	number().min(0),
	number().min(0).nullable(),
	int().min(0)
]).refine(([from, to]) => to === null || to > from, "expected a bucket that ends above its beginning"));
const versionTraffic = strictObject({
	requests: int().min(0),
	errors: int().min(0),
	latency: latencyHistogram.optional()
}).refine(({ requests, errors }) => errors <= requests, "expected no more errors than requests");
const moment = datetime().regex(/^[0-8]/, "expected a moment before the year 9000");
const trafficWindow = strictObject({
	from: moment,
	to: moment,
	stable: versionTraffic,
	candidate: versionTraffic
});
function secondsOf({ from, to }) {
	return (Date.parse(to) - Date.parse(from)) / 1e3;
}
export { moment, secondsOf, trafficWindow };
