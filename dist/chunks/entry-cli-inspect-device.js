import { devices } from "./onnx-cost.js";
import { entryError } from "./start.js";
const prefixes = {
	"": 1,
	M: 1e6,
	G: 1e9,
	T: 0xe8d4a51000,
	P: 0x38d7ea4c68000
};
function deviceOf(given) {
	const known = devices.find((device) => device.name === given);
	if (known !== void 0) return known;
	const [, peak, tera = "", bandwidth, giga = ""] = /^peak=(\d+(?:\.\d+)?)\s*([MGTP]?)FLOPS,\s*bandwidth=(\d+(?:\.\d+)?)\s*([MGTP]?)B\/s$/.exec(given.trim()) ?? [];
	const device = {
		name: "custom",
		peak: Number(peak) * (prefixes[tera] ?? 1),
		bandwidth: Number(bandwidth) * (prefixes[giga] ?? 1),
		source: "as given"
	};
	if (device.peak > 0 && device.bandwidth > 0) return device;
	const names = devices.map(({ name }) => name).join(", ");
	throw entryError("argument-wrong", {
		argument: `--device ${given}`,
		expected: `${names}, or peak=2.0TFLOPS,bandwidth=50GB/s`
	});
}
export { deviceOf };
