import { fewOf, isCopy, ownValue, providerError, withProfilePrefix } from "./workers.js";
async function inspectPlacement(provider, model, options, feedsFor) {
	return withProfilePrefix(async (profilePrefix) => {
		const session = await provider.open(model, {
			...options,
			allowFallback: true,
			profilePrefix
		});
		try {
			const feeds = feedsFor(session.inputs);
			await session.run(feeds);
			await session.run(feeds);
			const profile = await session.endProfile?.();
			return profile === void 0 ? void 0 : placementOf(profile, provider.executor);
		} finally {
			await session.close();
		}
	});
}
function placementOf(profile, executor) {
	const computing = profile.nodes.filter(({ operator }) => !isCopy(operator));
	const nodes = new Map();
	for (const node of computing) {
		const known = nodes.get(node.provider) ?? [];
		known.push(described(node));
		nodes.set(node.provider, known);
	}
	return {
		nodes: Object.fromEntries(nodes),
		elsewhere: computing.filter((node) => node.provider !== executor).map(described),
		profile
	};
}
function described({ name, operator }) {
	return name === operator ? name : `${name} (${operator})`;
}
function judgePlacement({ nodes, elsewhere }, { name, executor }, model, allowFallback) {
	if (elsewhere.length === 0) return void 0;
	if ((ownValue(nodes, executor) ?? []).length === 0) throw providerError("provider-unused", {
		provider: name,
		model
	});
	if (!allowFallback) throw providerError("provider-fallback", {
		provider: name,
		model,
		nodes: elsewhere
	});
	const all = Object.values(nodes).flat().length;
	return {
		code: "provider-fallback",
		message: `${elsewhere.length} of ${all} nodes of ${model} do not run on ${name}, but elsewhere: ${fewOf(elsewhere)}.`,
		remedy: `Read the figures as those of both devices and of the copies between them; without \`allow-fallback\` this is an error.`
	};
}
export { inspectPlacement, judgePlacement };
