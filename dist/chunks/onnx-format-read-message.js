import { bytesOf, memory, whole } from "./core-bytes.js";
var ReadMessage = class {
	#source;
	#start;
	#end;
	#deferred;
	constructor(empty, source, start, end) {
		Object.assign(this, empty);
		this.#source = source;
		this.#start = start;
		this.#end = end;
	}
	static deferredOf(value) {
		return #deferred in value ? value.#deferred : copies.get(value);
	}
	static defer(value, fields) {
		if (#deferred in value) value.#deferred = fields;
		else copies.set(value, fields);
	}
	static sourceOf(value) {
		return #source in value ? {
			source: value.#source,
			start: value.#start,
			end: value.#end
		} : void 0;
	}
};
const copies = new WeakMap();
function defer(message, name, field) {
	const fields = ReadMessage.deferredOf(message) ?? new Map();
	ReadMessage.defer(message, fields.set(name, field));
	Object.defineProperty(message, name, {
		get: () => field.make(field.payloads.map(readPayload)),
		enumerable: true,
		configurable: true
	});
}
function deferredOf(message, name) {
	return ReadMessage.deferredOf(message)?.get(name);
}
function readPayload(payload) {
	return payload instanceof Uint8Array ? payload : bytesOf(payload);
}
function edited(message, changes) {
	const copy = {};
	for (const name of Object.keys(message)) {
		if (name in changes) continue;
		const field = deferredOf(message, name);
		if (field === void 0) copy[name] = message[name];
		else defer(copy, name, field);
	}
	for (const [name, value] of Object.entries(changes)) if (value !== void 0) copy[name] = value;
	return copy;
}
function rangeOf(message, name) {
	const field = deferredOf(message, name);
	if (field !== void 0) return field.payloads.length === 1 ? rangeOfPayload(field.payloads[0]) : void 0;
	const value = message[name];
	return value instanceof Uint8Array ? rangeOfPayload(value) : void 0;
}
function rangeOfPayload(payload) {
	return payload instanceof Uint8Array ? whole(memory(payload)) : payload;
}
export { ReadMessage, defer, deferredOf, edited, rangeOf };
