import { __exportAll } from "./rolldown-runtime.js";
import { ZodISODate, ZodISODateTime, ZodISODuration, ZodISOTime, _isoDate, _isoDateTime, _isoDuration, _isoTime } from "./npm-zod-v4-classic-schemas.js";
var iso_exports = __exportAll({
	ZodISODate: () => ZodISODate,
	ZodISODateTime: () => ZodISODateTime,
	ZodISODuration: () => ZodISODuration,
	ZodISOTime: () => ZodISOTime,
	date: () => date,
	datetime: () => datetime,
	duration: () => duration,
	time: () => time
});
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}
function time(params) {
	return _isoTime(ZodISOTime, params);
}
function duration(params) {
	return _isoDuration(ZodISODuration, params);
}
export { datetime, iso_exports };
