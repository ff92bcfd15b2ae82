import { bytesOf, memory, whole } from "./core-bytes.js";
var ReadMessage = class {
	#source;
	constructor(empty, source) {
		Object.assign(this, empty);
		this.#source = source;
	}
	static sourceOf(value) {
		return #source in value ? value.#source : void 0;
	}
};
const deferred = new WeakMap();
function defer(message, name, field) {
	const fields = deferred.get(message) ?? new Map();
	deferred.set(message, fields.set(name, field));
	Object.defineProperty(message, name, {
		get: () => field.make(field.payloads.map(readPayload)),
		enumerable: true,
		configurable: true
	});
}
function deferredOf(message, name) {
	return deferred.get(message)?.get(name);
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
