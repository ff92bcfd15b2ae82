import { interfaceOf } from "./onnx-graph-interface.js";
import { attributeText, attributesSignature, constantOf, constantSignature, functionScope, initializerNames, isConstant, mainScope, nestedNodes, nestedScopes, nodePath, nodesOf, operatorOf, parametersOf, rawRangeOf, standardDomain, subgraphsOf, valuePieces, weightsOf } from "./onnx-graph-constants.js";
import { sha256, sha256Of } from "./start.js";
import { piecesOf } from "./core-bytes.js";
import { elementType, isExternal } from "./workers.js";
function grouped(list, keyOf) {
	const groups = new Map();
	for (const member of list) {
		const key = keyOf(member);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [member]);
		else group.push(member);
	}
	return groups;
}
function diffInterface(a, b) {
	const differences = portDifferences(interfaceOf(a), interfaceOf(b));
	const of = (wanted) => differences.filter((difference) => difference.class === wanted);
	const [breaking, additive] = [of("breaking"), of("additive")];
	return {
		change: breaking.length > 0 ? "breaking" : additive.length > 0 ? "additive" : "compatible",
		reasons: [...breaking, ...additive].map((difference) => difference.reason)
	};
}
function portDifferences(before, after) {
	const sides = {
		before: sideOf(before),
		after: sideOf(after)
	};
	return [...inputDifferences(sides), ...outputDifferences(sides)];
}
function sideOf({ inputs, outputs }) {
	const symbols = new Map();
	for (const { name, dims = [] } of inputs) for (const [axis, dim] of dims.entries()) if (typeof dim === "string" && symbols.get(dim)?.push([name, axis]) === void 0) symbols.set(dim, [[name, axis]]);
	return {
		inputs,
		outputs,
		inputNamed: portsByName(inputs),
		outputNamed: portsByName(outputs),
		symbols
	};
}
function portsByName(ports) {
	return new Map(ports.toReversed().map((port) => [port.name, port]));
}
function inputDifferences({ before, after }) {
	const fresh = after.inputs.filter((input) => !before.inputNamed.has(input.name));
	return [...before.inputs.flatMap((old) => inputDifference(old, after.inputNamed.get(old.name))), ...fresh.map((input) => input.optional ? additive("input", "added", input, "is new, with a default") : breaking("input", "added", input, "is new and required"))];
}
function inputDifference(old, port) {
	if (port === void 0) return [breaking("input", "removed", old, "is gone")];
	if (port.type !== old.type) return [breaking("input", "retyped", old, `changed from ${old.type} to ${port.type}`)];
	const fits = accepts(port.dims, old.dims);
	const differences = [];
	if (!fits) differences.push(breaking("input", "reshaped", old, `takes ${shape(port)}, no longer ${shape(old)}`));
	else if (!accepts(old.dims, port.dims)) differences.push(additive("input", "reshaped", old, `takes ${shape(port)}, beyond ${shape(old)}`));
	if (old.optional && !port.optional) differences.push(breaking("input", "default", old, "lost its default and is now required"));
	if (!old.optional && port.optional) differences.push(additive("input", "default", old, "has a default now"));
	return differences;
}
function outputDifferences(sides) {
	const { before, after } = sides;
	const fresh = after.outputs.filter((output) => !before.outputNamed.has(output.name));
	return [...before.outputs.flatMap((old, index) => outputDifference(old, index, sides)), ...fresh.map((output) => additive("output", "added", output, "is new"))];
}
function outputDifference(old, index, sides) {
	const { after } = sides;
	const port = after.outputNamed.get(old.name);
	if (port === void 0) return [breaking("output", "removed", old, "is gone")];
	if (port.type !== old.type) return [breaking("output", "retyped", old, `changed from ${old.type} to ${port.type}`)];
	if (!promises(port, old, sides)) return [breaking("output", "reshaped", old, `has ${shape(port)}, no longer ${shape(old)}`)];
	if (after.outputs[index]?.name !== old.name) return [breaking("output", "moved", old, `is no longer at position ${index + 1}`)];
	return [];
}
function accepts(mine, theirs) {
	if (mine === void 0) return true;
	if (theirs === void 0 || mine.length !== theirs.length) return false;
	return mine.every((dim, index) => typeof dim === "string" || dim === theirs[index]);
}
function promises(port, old, sides) {
	if (old.dims === void 0) return true;
	if (port.dims?.length !== old.dims.length) return false;
	return old.dims.every((was, index) => {
		const is = port.dims?.[index];
		if (typeof was === "number") return is === was || isAtOldInputs(was, is, sides);
		return typeof is === "string" || was === "" || !sides.before.symbols.has(was);
	});
}
function isAtOldInputs(size, symbol, { before, after }) {
	if (typeof symbol !== "string" || symbol === "") return false;
	return (after.symbols.get(symbol) ?? []).some(([input, axis]) => before.inputNamed.get(input)?.dims?.[axis] === size);
}
function shape(port) {
	return port.dims === void 0 ? "any shape" : `[${port.dims.map((dim) => dim === "" ? "?" : dim).join(", ")}]`;
}
function breaking(subject, kind, { name }, what) {
	return {
		class: "breaking",
		subject,
		kind,
		name,
		reason: `${subject} \`${name}\` ${what}`
	};
}
function additive(subject, kind, { name }, what) {
	return {
		class: "additive",
		subject,
		kind,
		name,
		reason: `${subject} \`${name}\` ${what}`
	};
}
const classes = [
	"breaking",
	"additive",
	"compatible"
];
function diffContract(a, b) {
	const [before, after] = [interfaceOf(a), interfaceOf(b)];
	const changes = [
		...withRenames(portDifferences(before, after), before, after),
		...symbolChanges(before, after),
		...opsetChanges(a, b),
		...valueChange("ir", "IR version", a.irVersion, b.irVersion),
		...valueChange("producer", "producer", producerOf(a), producerOf(b)),
		...metadataChanges(a.metadataProps, b.metadataProps)
	];
	const sorted = classes.flatMap((wanted) => changes.filter((change) => change.class === wanted));
	return {
		class: sorted[0]?.class ?? "compatible",
		changes: sorted
	};
}
function withRenames(differences, before, after) {
	const kindsOf = (ports) => {
		const [inputs, outputs] = [portsByName(ports.inputs), portsByName(ports.outputs)];
		return ({ subject, name }) => {
			const port = (subject === "input" ? inputs : outputs).get(name);
			return port === void 0 ? void 0 : `${subject} ${port.type} ${port.optional} ${dimsText(port)}`;
		};
	};
	const [kindBefore, kindAfter] = [kindsOf(before), kindsOf(after)];
	const fresh = grouped(differences.filter(({ kind }) => kind === "added").toReversed(), kindAfter);
	const taken = new Set();
	return [...differences.flatMap((gone) => {
		if (gone.kind !== "removed") return [];
		const to = fresh.get(kindBefore(gone))?.pop();
		if (to === void 0) return [];
		taken.add(gone).add(to);
		return [renameOf(gone, to)];
	}), ...differences.filter((difference) => !taken.has(difference))];
}
function dimsText({ dims }) {
	return dims === void 0 ? "any" : dims.map((dim) => typeof dim === "number" ? dim : "?").join();
}
function renameOf({ subject, name }, to) {
	return {
		class: "breaking",
		subject,
		kind: "renamed",
		name,
		reason: `${subject} \`${name}\` was renamed to \`${to.name}\`: callers use the name`
	};
}
function symbolChanges(before, after) {
	const pairs = [...symbolPairs(before.inputs, after.inputs), ...symbolPairs(before.outputs, after.outputs)];
	return [...new Map(pairs.map((pair) => [pair.join("\0"), pair])).values()].map(([from, to]) => ({
		class: "compatible",
		subject: "symbol",
		kind: "renamed",
		name: from,
		reason: `symbol \`${from}\` is called \`${to}\``
	}));
}
function symbolPairs(before, after) {
	const byName = new Map(after.map((port) => [port.name, port]));
	return before.flatMap((old) => {
		const dims = byName.get(old.name)?.dims;
		if (dims?.length !== old.dims?.length) return [];
		return (old.dims ?? []).flatMap((from, index) => {
			const to = dims?.[index];
			return typeof from === "string" && typeof to === "string" && from !== to ? [[from, to]] : [];
		});
	});
}
function opsetChanges(a, b) {
	const versions = (model) => new Map(model.opsetImport.map((set) => [standardDomain(set.domain), String(set.version ?? 0)]));
	return mapChanges("opset", "operator set", versions(a), versions(b));
}
function metadataChanges(a, b) {
	const values = (entries) => new Map(entries.map(({ key, value }) => [key, value]));
	return mapChanges("metadata", "metadata", values(a), values(b));
}
function mapChanges(subject, word, a, b) {
	return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
		const [was, is] = [a.get(name), b.get(name)];
		if (was === is) return [];
		return [{
			class: "compatible",
			subject,
			kind: was === void 0 ? "added" : is === void 0 ? "removed" : "changed",
			name,
			reason: `${word} \`${name}\` ${was === void 0 ? `is new: ${is}` : is === void 0 ? "is gone" : `changed from ${was} to ${is}`}`
		}];
	});
}
function valueChange(subject, word, was, is) {
	if (was === is) return [];
	return [{
		class: "compatible",
		subject,
		kind: "changed",
		name: "",
		reason: `${word} changed from ${was || "not said"} to ${is || "not said"}`
	}];
}
function producerOf(model) {
	return `${model.producerName} ${model.producerVersion}`.trim();
}
function changesOf(matches, before, after) {
	const partners = new Map(matches.map(({ a, b }) => [a, b]));
	const kept = new Set(partners.values());
	const isRewired = (was, is) => {
		const from = was?.producer === void 0 ? void 0 : before.nodes[was.producer];
		const to = is?.producer === void 0 ? void 0 : after.nodes[is.producer];
		if (from !== void 0 && !partners.has(from) || to !== void 0 && !kept.has(to)) return false;
		return (from === void 0 ? void 0 : partners.get(from)) !== to || was?.place !== is?.place || was?.from !== is?.from;
	};
	return matches.flatMap(({ a, b }) => {
		const rewired = a.sources.flatMap((was, index) => {
			return isRewired(was, b.sources[index]) ? [`input ${index + 1} is another value`] : [];
		});
		const moved = a.results.join() === b.results.join() ? [] : [resultText(a, b)];
		const what = [
			...a.signature === b.signature ? [] : [...attributeChanges(a, b), ...inputChanges(a, b)],
			...rewired,
			...moved
		];
		return what.length === 0 ? [] : [{
			operator: b.operator,
			before: a.where,
			after: b.where,
			what
		}];
	});
}
function resultText(a, b) {
	const places = ({ results }) => results.length === 0 ? "no" : results.map((place) => place + 1).join(", ");
	return `gives ${places(b)} output of the graph, before ${places(a)}`;
}
function attributeChanges(a, b) {
	const values = ({ node }) => new Map(node.attribute.map((one) => [one.name, attributeText(one)]));
	const [before, after] = [values(a), values(b)];
	return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
		const [was, is] = [before.get(name) ?? "unset", after.get(name) ?? "unset"];
		if (was === is) return [];
		return was.startsWith("graph:") ? [`the graph of ${name}`] : [`${name} ${was} \u2192 ${is}`];
	});
}
function inputChanges(a, b) {
	const count = Math.max(a.sources.length, b.sources.length);
	return Array.from({ length: count }, (_, index) => {
		const [was, is] = [a.sources[index]?.label ?? "none", b.sources[index]?.label ?? "none"];
		return was === is ? [] : [`input ${index + 1}: ${was} \u2192 ${is}`];
	}).flat();
}
function matchNodes(a, b) {
	const number = numbering();
	const state = new Matching(a, b);
	state.byKey(forwardKeys(a, number), forwardKeys(b, number));
	state.byKey(backwardKeys(a, number), backwardKeys(b, number));
	state.spread((node) => node.signature);
	const signatures = ({ nodes }) => nodes.map((node) => node && number(node.signature));
	state.byKey(signatures(a), signatures(b));
	state.spread((node) => node.operator);
	return state.matches();
}
function numbering() {
	const numbers = new Map();
	return (text) => {
		const known = numbers.get(text);
		if (known !== void 0) return known;
		numbers.set(text, numbers.size);
		return numbers.size - 1;
	};
}
function forwardKeys({ nodes }, number) {
	const keys = [];
	for (const node of nodes) {
		const taken = node?.sources.map(({ producer, place, from }) => producer === void 0 ? from : `${keys[producer] ?? "later"}.${place}`);
		keys.push(node === void 0 ? void 0 : number(`forward ${node.signature} ${taken?.join()}`));
	}
	return keys;
}
function backwardKeys({ nodes }, number) {
	const keys = nodes.map(() => void 0);
	for (const node of nodes.toReversed()) {
		if (node === void 0) continue;
		const takers = node.consumers.map((to) => `${to.place}>${keys[to.node] ?? "earlier"}.${to.input}`).sort();
		keys[node.at] = number(`backward ${node.signature} ${takers.join()} ${node.results.join()}`);
	}
	return keys;
}
var Matching = class {
	#a;
	#b;
	#partners = new Map();
	#taken = new Set();
	constructor(a, b) {
		this.#a = a;
		this.#b = b;
	}
	matches() {
		return this.#a.nodes.flatMap((a) => {
			const b = a === void 0 ? void 0 : this.#partners.get(a);
			return a === void 0 || b === void 0 ? [] : [{
				a,
				b
			}];
		});
	}
	byKey(keysOfA, keysOfB) {
		this.#pair(this.#free(this.#a.nodes), this.#free(this.#b.nodes), (node, isA) => String((isA ? keysOfA : keysOfB)[node.at]));
	}
	spread(keyOf) {
		if (this.#free(this.#a.nodes).length === 0 || this.#free(this.#b.nodes).length === 0) return;
		this.#pair(this.#ends(this.#a), this.#ends(this.#b), (node) => `${node.results.join()} ${keyOf(node)}`);
		const queue = this.matches().sort((one, two) => place(one) - place(two));
		for (const { a, b } of queue) {
			for (const found of this.#producers(a, b, keyOf)) queue.push(found);
			for (const found of this.#consumers(a, b, keyOf)) queue.push(found);
		}
	}
	#producers(a, b, keyOf) {
		return a.sources.flatMap(({ producer, place: output }, input) => {
			const other = b.sources[input];
			if (producer === void 0 || other?.producer === void 0 || output !== other.place) return [];
			return this.#pair(this.#free([this.#a.nodes[producer]]), this.#free([this.#b.nodes[other.producer]]), keyOf);
		});
	}
	#consumers(a, b, keyOf) {
		const isFree = (graph) => (to) => !this.#taken.has(graph.nodes[to.node]);
		if (!a.consumers.some(isFree(this.#a)) || !b.consumers.some(isFree(this.#b))) return [];
		const inputs = new Map();
		const takers = (of, graph) => this.#free(of.consumers.map((to) => {
			const node = graph.nodes[to.node];
			if (node !== void 0) inputs.set(node, `${to.place}>${to.input}`);
			return node;
		}));
		return this.#pair(takers(a, this.#a), takers(b, this.#b), (node) => `${inputs.get(node)} ${keyOf(node)}`);
	}
	#free(nodes) {
		return nodes.filter((node) => node !== void 0 && !this.#taken.has(node));
	}
	#ends({ nodes }) {
		return this.#free(nodes).filter((node) => node.results.length > 0);
	}
	#pair(ofA, ofB, keyOf) {
		if (ofA.length === 0 || ofB.length === 0) return [];
		const groups = grouped(ofB, (node) => keyOf(node, false));
		const seen = new Map();
		const found = [];
		for (const a of ofA) {
			const key = keyOf(a, true);
			const at = seen.get(key) ?? 0;
			seen.set(key, at + 1);
			const b = groups.get(key)?.[at];
			if (b === void 0 || this.#taken.has(a) || this.#taken.has(b)) continue;
			this.#partners.set(a, b);
			this.#taken.add(a).add(b);
			found.push({
				a,
				b
			});
		}
		return found;
	}
};
function place({ a, b }) {
	return a.at + b.at;
}
function regionsOf(wiring, isKept) {
	const groups = connected(wiring, isKept);
	const regions = new Map();
	for (const group of groups) {
		const hash = sha256(structureOf(group).join("\n")).slice(0, 16);
		const known = regions.get(hash);
		const places = group.map((node) => node.where);
		if (known === void 0) regions.set(hash, {
			first: group,
			places: [places]
		});
		else known.places.push(places);
	}
	return [...regions].map(([hash, { first, places }]) => ({
		hash,
		operators: first.map((node) => node.operator),
		size: first.reduce((sum, { node }) => sum + 1 + nestedNodes(node), 0),
		places
	}));
}
function structureOf(group) {
	const places = new Map(group.map((node, index) => [node.at, index]));
	return group.map((node) => {
		const wires = node.sources.map(({ producer, place }) => {
			const inside = producer === void 0 ? void 0 : places.get(producer);
			return inside === void 0 ? "outside" : `${inside}.${place}`;
		});
		return `${node.signature} ${wires.join()}`;
	});
}
function connected({ nodes }, isKept) {
	const isFree = (node) => node !== void 0 && !isKept.has(node);
	const seen = new Set();
	return nodes.filter(isFree).flatMap((start) => {
		if (seen.has(start)) return [];
		seen.add(start);
		const group = [start];
		for (const node of group) {
			const around = [...node.sources.map(({ producer }) => producer ?? -1), ...node.consumers.map((to) => to.node)];
			for (const neighbour of around.map((at) => nodes[at])) {
				if (!isFree(neighbour) || seen.has(neighbour)) continue;
				seen.add(neighbour);
				group.push(neighbour);
			}
		}
		return [group.sort((one, two) => one.at - two.at)];
	});
}
function wire(scope, labels) {
	const producers = producersOf(scope);
	const constants = constantsIn(scope);
	const results = grouped(scope.outputs.keys(), (place) => scope.outputs[place]);
	const sourceOf = (name) => {
		const [constant, made] = [constants.get(name), producers.get(name)];
		if (constant !== void 0) return {
			label: constant.label,
			name,
			constant: constant.tensor
		};
		if (made !== void 0) return {
			label: "value",
			name,
			producer: made.node,
			place: made.place
		};
		return name === "" ? {
			label: "none",
			name
		} : {
			label: "value",
			name,
			from: labels.get(name) ?? "outer"
		};
	};
	const nodes = scope.nodes.map((node, at) => {
		if (isConstant(node)) return void 0;
		const sources = node.input.map(sourceOf);
		const operator = operatorOf(node);
		const signature = `${operator} {${attributesSignature(node)}} ${sources.map(({ label }) => label).join(" ")}`;
		return {
			node,
			at,
			where: nodePath(scope, node, at),
			operator,
			signature,
			sources,
			consumers: [],
			results: node.output.some((name) => results.has(name)) ? node.output.flatMap((name) => results.get(name) ?? []) : nowhere
		};
	});
	for (const wired of nodes) wired?.sources.forEach(({ producer, place = 0 }, input) => {
		if (producer !== void 0) nodes[producer]?.consumers.push({
			node: wired.at,
			input,
			place
		});
	});
	return {
		scope,
		nodes
	};
}
const nowhere = [];
function constantsIn(scope) {
	const constants = new Map();
	for (const node of scope.nodes.filter(isConstant)) {
		const tensor = constantOf(node);
		const label = tensor === void 0 ? attributesSignature(node) : constantSignature(tensor);
		constants.set(node.output[0] ?? "", {
			label,
			tensor
		});
	}
	if (scope.graph === void 0) return constants;
	for (const name of initializerNames(scope.graph)) constants.set(name, {
		label: "sparse",
		tensor: void 0
	});
	for (const tensor of scope.graph.initializer) constants.set(tensor.name, {
		label: constantSignature(tensor),
		tensor
	});
	return constants;
}
function producersOf(scope) {
	const producers = new Map();
	scope.nodes.forEach((node, at) => {
		node.output.forEach((name, place) => {
			if (name !== "") producers.set(name, {
				node: at,
				place
			});
		});
	});
	return producers;
}
function diffGraphs(a, b) {
	const found = {
		matches: [],
		changed: [],
		added: [],
		removed: []
	};
	if (a.graph !== void 0 && b.graph !== void 0) {
		const labels = inputLabels(a, b);
		compareScopes(mainScope(a, a.graph), mainScope(b, b.graph), labels, found);
	}
	compareFunctions(a, b, found);
	return {
		graph: {
			nodes: {
				before: nodesOf(a).length,
				after: nodesOf(b).length
			},
			operators: operatorCounts(a, b),
			unchanged: found.matches.length - found.changed.length,
			changed: found.changed,
			added: found.added,
			removed: found.removed
		},
		matches: found.matches
	};
}
function compareScopes(a, b, labels, found) {
	const [before, after] = [wire(a, labels[0]), wire(b, labels[1])];
	const matches = matchNodes(before, after);
	for (const match of matches) found.matches.push(match);
	for (const change of changesOf(matches, before, after)) found.changed.push(change);
	const isKept = new Set(matches.flatMap((match) => [match.a, match.b]));
	for (const region of regionsOf(before, isKept)) found.removed.push(region);
	for (const region of regionsOf(after, isKept)) found.added.push(region);
	for (const match of matches) {
		if (subgraphsOf(match.a.node).length === 0) continue;
		const nested = [nestedScopes(a, match.a.node, match.a.at), nestedScopes(b, match.b.node, match.b.at)];
		nested[0].forEach((scope, index) => {
			const other = nested[1][index];
			if (other !== void 0) compareScopes(scope, other, [inputPlaces(scope), inputPlaces(other)], found);
		});
	}
}
function compareFunctions(a, b, found) {
	const keyOf = (body) => JSON.stringify([
		body.domain,
		body.name,
		body.overload
	]);
	const others = new Map(b.functions.map((body) => [keyOf(body), body]));
	const known = new Set(a.functions.map(keyOf));
	for (const body of a.functions) {
		const other = others.get(keyOf(body));
		const [before, after] = [functionScope(body), other === void 0 ? void 0 : functionScope(other)];
		if (after === void 0) found.removed.push(...regionsOf(wire(before, new Map()), new Set()));
		else compareScopes(before, after, [inputPlaces(before), inputPlaces(after)], found);
	}
	const fresh = b.functions.filter((body) => !known.has(keyOf(body)));
	for (const body of fresh) found.added.push(...regionsOf(wire(functionScope(body), new Map()), new Set()));
}
function inputLabels(a, b) {
	const names = [a, b].map((model) => interfaceOf(model).inputs.map((input) => input.name));
	const ofB = new Set(names[1]);
	const both = new Set(names[0].filter((name) => ofB.has(name)));
	const labelled = (own) => {
		const labels = new Map();
		let others = 0;
		for (const name of own) {
			if (both.has(name)) labels.set(name, `input ${JSON.stringify(name)}`);
			else if (!labels.has(name)) labels.set(name, `input ${others}`);
			if (!both.has(name)) others += 1;
		}
		return labels;
	};
	return [labelled(names[0]), labelled(names[1])];
}
function inputPlaces(scope) {
	return new Map(scope.inputs.map((name, index) => [name, `input ${index}`]));
}
function operatorCounts(a, b) {
	const [before, after] = [countsOf(a), countsOf(b)];
	return [...new Set([...before.keys(), ...after.keys()])].map((operator) => ({
		operator,
		before: before.get(operator) ?? 0,
		after: after.get(operator) ?? 0
	})).sort((one, two) => Math.max(two.before, two.after) - Math.max(one.before, one.after) || (one.operator < two.operator ? -1 : 1));
}
function countsOf(model) {
	const counts = new Map();
	for (const node of nodesOf(model)) counts.set(operatorOf(node), (counts.get(operatorOf(node)) ?? 0) + 1);
	return counts;
}
function changeOf(a, b) {
	const [before, after] = [factsOf(a), factsOf(b)];
	if (before.type !== after.type || before.dims.join() !== after.dims.join()) return {
		before,
		after
	};
	if (sameBytes(a, b)) return "equal";
	const [from, to] = [valuePieces(a), valuePieces(b)];
	if (from === void 0 || to === void 0) return {
		...before,
		why: whyUnread(a, b)
	};
	const values = compare(from, to);
	return values === void 0 || values.changedShare === 0 ? "equal" : {
		before,
		after,
		values
	};
}
function factsOf({ dataType, dims }) {
	return {
		type: elementType(dataType)?.name ?? "unknown",
		dims
	};
}
function sameBytes(a, b) {
	const [from, to] = [rawRangeOf(a), rawRangeOf(b)];
	if (from === void 0 || to === void 0 || from.end - from.start !== to.end - to.start) return false;
	for (const [one, other] of sideBySide(piecesOf(from), piecesOf(to))) if (Buffer.compare(one, other) !== 0) return false;
	return true;
}
function* sideBySide(a, b) {
	const others = b[Symbol.iterator]();
	for (const one of a) {
		const other = others.next();
		if (other.done === true) return;
		yield [one, other.value];
	}
}
function whyUnread(a, b) {
	if (isExternal(a) || isExternal(b)) return "its data is in another file that was not read";
	return "its elements are of a type that is not read, or not as many as its dims say";
}
function differs(was, is) {
	return was !== is && !(Number.isNaN(was) && Number.isNaN(is));
}
function compare(a, b) {
	const sums = {
		elements: 0,
		before: 0,
		after: 0,
		difference: 0,
		zerosBefore: 0,
		zerosAfter: 0,
		largestChange: 0,
		differing: 0,
		notFinite: 0
	};
	for (const [one, other] of sideBySide(a, b)) addPiece(one, other, sums);
	const { elements } = sums;
	if (elements === 0) return void 0;
	return {
		norm: {
			before: Math.sqrt(sums.before),
			after: Math.sqrt(sums.after)
		},
		relativeChange: sums.before === 0 ? void 0 : Math.sqrt(sums.difference / sums.before),
		largestChange: sums.largestChange,
		sparsity: {
			before: sums.zerosBefore / elements,
			after: sums.zerosAfter / elements
		},
		changedShare: sums.differing / elements,
		notFinite: sums.notFinite
	};
}
function addPiece(a, b, sums) {
	sums.elements += a.length;
	for (let index = 0; index < a.length; index++) {
		const [was, is] = [Number(a[index]), Number(b[index])];
		if (was === 0) sums.zerosBefore += 1;
		if (is === 0) sums.zerosAfter += 1;
		if (differs(a[index], b[index])) sums.differing += 1;
		if (!Number.isFinite(was) || !Number.isFinite(is)) {
			sums.notFinite += 1;
			continue;
		}
		sums.before += was * was;
		sums.after += is * is;
		sums.difference += (is - was) ** 2;
		sums.largestChange = Math.max(sums.largestChange, Math.abs(is - was));
	}
}
function diffWeights(a, b, matches) {
	const [before, after] = [weightsOf(a), weightsOf(b)];
	const pairs = pair(before, after, matches);
	const paired = new Set(pairs.flat());
	const judged = pairs.map(([one, two, by]) => judge(one, two, by));
	return {
		parameters: {
			before: parametersOf(a),
			after: parametersOf(b)
		},
		equal: judged.filter((each) => each === "equal").length,
		changed: judged.filter((each) => typeof each === "object" && "pairedBy" in each).sort(byChange),
		added: after.filter((weight) => !paired.has(weight)).map(lone),
		removed: before.filter((weight) => !paired.has(weight)).map(lone),
		unread: judged.filter((each) => typeof each === "object" && "why" in each)
	};
}
function pair(before, after, matches) {
	const pairs = [];
	const taken = new Set();
	const match = (one, two, by) => {
		if (one === void 0 || two === void 0 || taken.has(one) || taken.has(two)) return;
		taken.add(one).add(two);
		pairs.push([
			one,
			two,
			by
		]);
	};
	const by = (keyOf, how) => {
		const free = (list) => list.filter((weight) => !taken.has(weight));
		const others = grouped(free(after), keyOf);
		for (const [key, group] of grouped(free(before), keyOf)) for (const [index, one] of group.entries()) match(one, others.get(key)?.[index], how);
	};
	by((weight) => `${weight.name}\0${shapeOf(weight.tensor)}`, "name");
	by(contentKey(before.filter((one) => !taken.has(one)), after.filter((one) => !taken.has(one))), "content");
	const [ofA, ofB] = [byTensor(before), byTensor(after)];
	for (const { a, b } of matches) a.sources.forEach(({ constant }, input) => {
		const other = b.sources[input]?.constant;
		if (constant !== void 0 && other !== void 0) match(ofA.get(constant), ofB.get(other), "place");
	});
	by((weight) => weight.name, "name");
	return pairs;
}
function byTensor(weights) {
	return new Map(weights.map((weight) => [weight.tensor, weight]));
}
function contentKey(before, after) {
	const shapes = [before, after].map((list) => new Set(list.map(({ tensor }) => shapeOf(tensor))));
	const isBefore = new Set(before);
	return (weight) => {
		const { name, tensor } = weight;
		const shape = shapeOf(tensor);
		const content = shapes.every((set) => set.has(shape)) ? contentOf(tensor) : void 0;
		return content === void 0 ? `unread ${isBefore.has(weight) ? "a" : "b"} ${name}` : `${shape} ${content}`;
	};
}
function contentOf(tensor) {
	const raw = rawRangeOf(tensor);
	return raw === void 0 || raw.start === raw.end ? void 0 : sha256Of(piecesOf(raw));
}
function judge(one, two, by) {
	const change = changeOf(one.tensor, two.tensor);
	if (change === "equal") return "equal";
	if ("why" in change) return {
		...lone(one),
		...change
	};
	return {
		name: one.name,
		newName: two.name,
		pairedBy: by,
		...change
	};
}
function byChange(one, two) {
	const size = ({ values }) => values?.relativeChange ?? Number.POSITIVE_INFINITY;
	const [first, second] = [size(one), size(two)];
	return first === second ? one.name < two.name ? -1 : 1 : second > first ? 1 : -1;
}
function lone({ name, tensor }) {
	return {
		name,
		...factsOf(tensor)
	};
}
function shapeOf(tensor) {
	const { type, dims } = factsOf(tensor);
	return `${type}[${dims.join()}]`;
}
function diffModels(a, b) {
	const contract = diffContract(a, b);
	const { graph, matches } = diffGraphs(a, b);
	const weights = diffWeights(a, b, matches);
	return {
		same: isSame(contract, graph, weights),
		interface: contract,
		graph,
		weights
	};
}
function isSame({ changes }, graph, weights) {
	const lists = [
		changes,
		graph.changed,
		graph.added,
		graph.removed
	];
	const ofWeights = [
		weights.changed,
		weights.added,
		weights.removed,
		weights.unread
	];
	return [...lists, ...ofWeights].every((list) => list.length === 0);
}
export { diffInterface, diffModels };
