const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
function fromFloat16(half) {
	const sign = half & 32768 ? -1 : 1;
	const exponent = half >> 10 & 31;
	const fraction = half & 1023;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
	return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
function toFloat16(value) {
	float[0] = value;
	const word = bits[0];
	const sign = word >>> 16 & 32768;
	const magnitude = word & 2147483647;
	if (magnitude > 2139095040) return sign | 32256;
	if (magnitude >= 1199570944) return sign | 31744;
	if (magnitude < 947912704) return sign | roundToEven(Math.abs(float[0]) * 2 ** 24);
	const rebased = magnitude - 939524096;
	return sign | rebased + 4095 + (rebased >>> 13 & 1) >>> 13;
}
function roundToEven(value) {
	const below = Math.floor(value);
	if (value - below !== .5) return Math.round(value);
	return below % 2 === 0 ? below : below + 1;
}
function asNumbers(tensor) {
	if (tensor.type !== "float16") return tensor;
	return {
		type: "float32",
		dims: tensor.dims,
		data: Float32Array.from(tensor.data, fromFloat16)
	};
}
export { asNumbers, fromFloat16, toFloat16 };
