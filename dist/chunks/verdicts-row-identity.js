function isProduction(contenders, chosen) {
	const production = contenders.find(({ role }) => role === "production");
	const model = contenders.find(({ id }) => id === chosen)?.model;
	return production !== void 0 && production.model.sha256 === model?.sha256;
}
export { isProduction };
