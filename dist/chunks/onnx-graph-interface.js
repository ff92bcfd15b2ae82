import { typeText } from "./workers.js";
function interfaceOf(model) {
	const graph = model.graph;
	const initialized = new Set(graph?.initializer.map((tensor) => tensor.name));
	for (const sparse of graph?.sparseInitializer ?? []) initialized.add(sparse.values?.name ?? "");
	const listed = graph?.input ?? [];
	return {
		inputs: ((model.irVersion ?? 0) < 4 ? listed.filter((value) => !initialized.has(value.name)) : listed).map((value) => portOf(value, initialized.has(value.name))),
		outputs: (graph?.output ?? []).map((value) => portOf(value, false))
	};
}
function interfaceValue(port) {
	return {
		name: port.name,
		type: port.type,
		dims: port.dims ?? ["..."]
	};
}
function requiredInputs(model) {
	return interfaceOf(model).inputs.filter(({ optional }) => !optional).map(interfaceValue);
}
function portOf(value, optional) {
	const tensor = value.type?.tensorType ?? value.type?.sparseTensorType;
	return {
		name: value.name,
		type: typeText(value.type),
		dims: tensor?.shape?.dim.map(dimOf),
		optional
	};
}
function dimOf({ dimValue = -1, dimParam }) {
	return dimValue < 0 ? dimParam : dimValue;
}
export { interfaceOf, interfaceValue, requiredInputs };
