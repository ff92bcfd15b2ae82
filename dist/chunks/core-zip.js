import { constants, crc32, inflateRawSync } from "node:zlib";
var DamagedZip = class extends Error {
	name = "DamagedZip";
};
function zipMembers(archive) {
	const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
	const members = new Map();
	for (const entry of entriesOf(archive, view)) {
		if (members.has(entry.name)) throw new DamagedZip(`it holds ${entry.name} twice`);
		members.set(entry.name, memberOf(entry, archive, view));
	}
	return members;
}
const signatures = {
	local: 67324752,
	entry: 33639248,
	end: 101010256,
	end64: 101075792,
	locator64: 117853008
};
const sizes = {
	local: 30,
	entry: 46,
	end: 22,
	end64: 56,
	locator64: 20
};
const encrypted = 1;
const methods = {
	9: "Deflate64",
	12: "bzip2",
	14: "LZMA",
	93: "Zstandard"
};
function* entriesOf(archive, view) {
	let { count, at } = directoryOf(archive, view);
	for (; count > 0; count--) {
		if (!holds(view, at, sizes.entry, signatures.entry)) throw new DamagedZip("its directory is cut off");
		const [nameLength, extraLength, commentLength] = [
			28,
			30,
			32
		].map((field) => view.getUint16(at + field, true));
		const end = at + sizes.entry + nameLength;
		const next = end + extraLength + commentLength;
		if (next > archive.length) throw new DamagedZip("its directory is cut off");
		yield {
			name: new TextDecoder().decode(archive.subarray(at + sizes.entry, end)),
			flags: view.getUint16(at + 8, true),
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			...sizesIn(view, at, end, end + extraLength)
		};
		at = next;
	}
}
function directoryOf(archive, view) {
	const first = Math.max(0, archive.length - sizes.end - 65535);
	let end = archive.length - sizes.end;
	while (end >= first && view.getUint32(end, true) !== signatures.end) end--;
	if (end < first) throw new DamagedZip("it is not a ZIP archive, or its end is missing");
	const [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
	if (count === 65535 || at === 4294967295) return largeDirectoryOf(view, end);
	return adjoining({
		count,
		at
	}, at + view.getUint32(end + 12, true), end);
}
function adjoining(directory, directoryEnd, end) {
	if (directoryEnd === end) return directory;
	throw new DamagedZip("its directory does not end where it says, as when the archive stands behind other bytes");
}
function largeDirectoryOf(view, end) {
	const locator = end - sizes.locator64;
	if (!holds(view, locator, sizes.locator64, signatures.locator64)) throw new DamagedZip("its ZIP64 end is missing");
	const at = wideAt(view, locator + 8);
	if (!holds(view, at, sizes.end64, signatures.end64)) throw new DamagedZip("its ZIP64 end is damaged");
	const directory = {
		count: wideAt(view, at + 32),
		at: wideAt(view, at + 48)
	};
	const end64 = adjoining(at, at + 12 + wideAt(view, at + 4), locator);
	return adjoining(directory, directory.at + wideAt(view, at + 40), end64);
}
function sizesIn(view, at, extra, end) {
	let wide = wideFields(view, extra, end);
	const field = (place) => {
		const narrow = view.getUint32(at + place, true);
		if (narrow !== 4294967295) return narrow;
		if (wide === void 0 || wide.from + 8 > wide.to) throw new DamagedZip("a size of it is missing");
		const value = wideAt(view, wide.from);
		wide = {
			from: wide.from + 8,
			to: wide.to
		};
		return value;
	};
	return {
		bytes: field(24),
		packed: field(20),
		offset: field(42)
	};
}
function wideFields(view, from, end) {
	for (let at = from; at + 4 <= end;) {
		const to = at + 4 + view.getUint16(at + 2, true);
		if (view.getUint16(at, true) === 1) return {
			from: at + 4,
			to: Math.min(to, end)
		};
		at = to;
	}
}
function memberOf(entry, archive, view) {
	const { name, bytes, packed } = entry;
	return {
		name,
		bytes,
		packed,
		read: () => {
			const found = unpacked(packedBytes(entry, archive, view), entry);
			if (found.length !== bytes) throw new DamagedZip(`${name} has ${found.length} bytes and not ${bytes}`);
			if (crc32(found) !== entry.crc) throw new DamagedZip(`${name} was changed after it was written (bad CRC-32)`);
			return found;
		},
		start: (count) => startOf(packedBytes(entry, archive, view), entry, Math.min(count, bytes))
	};
}
function packedBytes({ name, flags, offset, packed }, archive, view) {
	if ((flags & encrypted) !== 0) throw new DamagedZip(`${name} is encrypted`);
	if (!holds(view, offset, sizes.local, signatures.local)) throw new DamagedZip(`${name} is not where it should be`);
	const nameEnd = offset + sizes.local + view.getUint16(offset + 26, true);
	const own = new TextDecoder().decode(archive.subarray(offset + sizes.local, nameEnd));
	if (own !== name) throw new DamagedZip(`${name} is called ${own} in its own header`);
	const start = nameEnd + view.getUint16(offset + 28, true);
	if (start + packed > archive.length) throw new DamagedZip(`${name} is cut off`);
	return archive.subarray(start, start + packed);
}
function unpacked(packed, { name, method, bytes }) {
	if (method === 0) return packed;
	return inflated(name, method, () => inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) }));
}
function startOf(packed, { name, method }, count) {
	if (method === 0) return packed.subarray(0, count);
	for (let taken = 1024;; taken *= 4) {
		const options = { finishFlush: constants.Z_SYNC_FLUSH };
		const found = inflated(name, method, () => inflateRawSync(packed.subarray(0, taken), options));
		if (found.length >= count || taken >= packed.length) return found.subarray(0, count);
	}
}
function inflated(name, method, inflate) {
	if (method !== 8) throw new DamagedZip(`${name} is compressed in a way that is not read here (${methods[method] ?? method})`);
	try {
		const { buffer, byteOffset, length } = inflate();
		return new Uint8Array(buffer, byteOffset, length);
	} catch (cause) {
		throw new DamagedZip(`${name} does not unpack to what it declares`, { cause });
	}
}
function holds(view, at, length, signature) {
	return at >= 0 && at + length <= view.byteLength && view.getUint32(at, true) === signature;
}
function wideAt(view, at) {
	return Number(view.getBigUint64(at, true));
}
export { DamagedZip, zipMembers };
