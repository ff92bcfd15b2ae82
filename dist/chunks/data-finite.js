function firstNotFinite(tensor) {
	const { type, data } = tensor;
	if (type === "float16") return found(data.findIndex((bits) => (bits & 31744) === 31744));
	if (type !== "float32" && type !== "float64") return void 0;
	return found(data.findIndex((value) => !Number.isFinite(value)));
}
const largest = 2 ** 480;
function isNumber(value) {
	return Math.abs(value) <= largest;
}
function isWhole(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
function found(index) {
	return index < 0 ? void 0 : index;
}
export { firstNotFinite, isNumber, isWhole };
