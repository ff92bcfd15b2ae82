function memory(bytes) {
	return new Memory(bytes);
}
var Memory = class {
	#bytes;
	length;
	constructor(bytes) {
		this.#bytes = bytes;
		this.length = bytes.length;
	}
	read(start, end) {
		return this.#bytes.subarray(start, end);
	}
	fill(into, start) {
		into.set(this.#bytes.subarray(start, start + into.length));
	}
};
function whole(source) {
	return {
		source,
		start: 0,
		end: source.length
	};
}
function bytesOf({ source, start, end }) {
	return source.read(start, end);
}
function* piecesOf({ source, start, end }, size = 2 ** 20) {
	for (let at = start; at < end; at += size) yield source.read(at, Math.min(end, at + size));
}
let spare = new Uint8Array(2 ** 18);
function eachPiece({ source, start, end }, look, buffer) {
	const taken = buffer ?? spare ?? new Uint8Array(2 ** 18);
	if (taken === spare) spare = void 0;
	try {
		for (let at = start; at < end; at += taken.length) {
			const piece = taken.subarray(0, Math.min(taken.length, end - at));
			source.fill(piece, at);
			look(piece);
		}
	} finally {
		if (buffer === void 0) spare = taken;
	}
}
function concatenated(ranges) {
	const starts = [];
	let length = 0;
	for (const { start, end } of ranges) {
		starts.push(length);
		length += end - start;
	}
	const fill = (bytes, from) => {
		const to = from + bytes.length;
		for (let index = lastAtOrBefore(starts, from); index < ranges.length; index++) {
			const [begin, range] = [starts[index], ranges[index]];
			if (begin >= to) break;
			const [first, last] = [Math.max(from, begin), Math.min(to, begin + range.end - range.start)];
			if (first >= last) continue;
			range.source.fill(bytes.subarray(first - from, last - from), range.start + first - begin);
		}
	};
	return {
		length,
		fill,
		read(from, to) {
			const bytes = new Uint8Array(to - from);
			fill(bytes, from);
			return bytes;
		}
	};
}
function lastAtOrBefore(rising, value) {
	let [low, high] = [0, rising.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (rising[middle] <= value) low = middle;
		else high = middle - 1;
	}
	return low;
}
export { bytesOf, concatenated, eachPiece, memory, piecesOf, whole };
