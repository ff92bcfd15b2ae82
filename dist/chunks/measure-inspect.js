import { findProvider, setOwn } from "./workers.js";
import { refuseBarred } from "./providers-barred.js";
import { judgePlacement } from "./providers-placement.js";
import { makeInputs } from "./measure-inputs.js";
async function inspectModels(models, provider, tools) {
	for (const { path } of models) await refuseBarred(path, tools.world.files);
	const worker = await tools.world.processes.worker("bench", {
		signal: tools.signal,
		runtime: findProvider(provider).runtime
	});
	try {
		const { processors, runtime } = await ask(worker, {
			do: "prepare",
			provider
		});
		const interfaces = {};
		for (const { id, path } of models) {
			const { inputs, outputs } = await ask(worker, {
				do: "open",
				model: path,
				provider,
				threads: 1,
				allowFallback: true
			});
			setOwn(interfaces, id, {
				inputs,
				outputs
			});
		}
		return {
			interfaces,
			processors,
			runtime
		};
	} finally {
		await worker.close();
	}
}
async function placeModel(model, provider, shapes, tools) {
	await refuseBarred(model, tools.world.files);
	const worker = await tools.world.processes.worker("bench", {
		signal: tools.signal,
		runtime: findProvider(provider).runtime
	});
	try {
		const request = {
			model,
			provider,
			threads: 1,
			allowFallback: true
		};
		const { inputs } = await ask(worker, {
			do: "open",
			...request
		});
		const feeds = makeInputs(inputs, 1, 1, shapes);
		return (await ask(worker, {
			do: "place",
			...request,
			feeds
		})).placement;
	} finally {
		await worker.close();
	}
}
async function checkPlacement({ path, feeds, name }, { provider, threads, options, allowFallback = false }, tools) {
	const asked = findProvider(provider);
	if (asked.device === "cpu") return {};
	const worker = await tools.world.processes.worker("bench", {
		signal: tools.signal,
		runtime: asked.runtime
	});
	try {
		const { placement } = await ask(worker, {
			do: "place",
			model: path,
			provider,
			threads,
			options,
			feeds
		});
		if (placement === void 0) return {};
		const { runs, clock } = placement.profile;
		const last = runs.at(-1);
		return {
			warning: judgePlacement(placement, asked, name, allowFallback),
			...last === void 0 ? {} : { profile: {
				...last,
				clock
			} }
		};
	} finally {
		await worker.close();
	}
}
function ask(worker, request) {
	return worker.ask(request);
}
export { checkPlacement, inspectModels, placeModel };
