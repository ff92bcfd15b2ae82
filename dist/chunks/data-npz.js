import { zipSync } from "./npm-fflate-esm.js";
import { DamagedZip, zipMembers } from "./core-zip.js";
import { dataError } from "./pipelines.js";
import { npyHeader, npyHeaderBytes, readNpy, writeNpy } from "./data-npy.js";
const unpackedLimit = 2 ** 30;
const suspectFrom = 2 ** 27;
const mostTimes = 250;
function openNpz(bytes, name = "the data file", limit = unpackedLimit) {
	const members = arraysIn(bytes, name);
	if (members.size === 0) throw dataError("data-not-npz", {
		file: name,
		reason: "it holds no arrays"
	});
	const kept = new Map();
	let [total, packed] = [0, 0];
	const memberOf = (array) => {
		const member = members.get(array);
		if (member !== void 0) return member;
		throw dataError("data-array-missing", {
			file: name,
			array,
			arrays: [...members.keys()]
		});
	};
	const read = (array) => {
		const member = memberOf(array);
		total += member.bytes;
		packed += member.packed;
		if (total > limit) throw dataError("data-too-large", {
			file: name,
			bytes: total,
			limit
		});
		if (total > suspectFrom && total > packed * mostTimes) throw dataError("data-suspect", {
			file: name,
			bytes: total,
			packed,
			limit: suspectFrom,
			times: mostTimes
		});
		return readNpy(sound(name, () => member.read()), `${array} in ${name}`);
	};
	return {
		names: [...members.keys()],
		has: (array) => members.has(array),
		header: (array) => npyHeader(sound(name, () => memberOf(array).start(npyHeaderBytes)), `${array} in ${name}`),
		read(array) {
			const tensor = kept.get(array) ?? read(array);
			kept.set(array, tensor);
			return tensor;
		}
	};
}
function readNpz(bytes, name, limit) {
	const npz = openNpz(bytes, name, limit);
	return Object.fromEntries(npz.names.map((array) => [array, npz.read(array)]));
}
function writeNpz(arrays) {
	const files = Object.entries(arrays).map(([name, tensor]) => [`${name}.npy`, writeNpy(tensor)]);
	return zipSync(Object.fromEntries(files), {
		level: 6,
		mtime: new Date(1980, 0, 1)
	});
}
function arraysIn(bytes, name) {
	const arrays = [...sound(name, () => zipMembers(bytes)).values()].filter((member) => member.name.endsWith(".npy"));
	return new Map(arrays.map((member) => [member.name.replace(/\.npy$/, ""), member]));
}
function sound(file, act) {
	try {
		return act();
	} catch (thrown) {
		if (thrown instanceof DamagedZip) throw dataError("data-not-npz", {
			file,
			reason: thrown.message
		}, { cause: thrown });
		throw thrown;
	}
}
export { openNpz, readNpz, writeNpz };
