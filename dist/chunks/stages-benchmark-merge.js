import { canonical, isProduction } from "./start.js";
import { scenariosOf, shardsOf, stageError } from "./pipelines.js";
import { askedBy, contendersOf, nothing } from "./stages-benchmark-contenders.js";
function merge({ settings, given: { subject, variants }, tools }, measured) {
	const contenders = contendersOf(subject, variants, settings["noise-floor"]);
	const chosen = contenders.at(-1)?.id;
	const { speed } = isProduction(contenders, chosen) ? nothing : askedBy(tools.questions);
	const parts = shardsOf(settings).map((shard) => {
		const { measurements } = measured.find((each) => each.shard === shard.name) ?? missing(shard);
		checkSame(shard, measurements, {
			contenders,
			chosen,
			seed: settings.seed
		});
		checkScenarios(speed ? shard : {
			...shard,
			scenarios: []
		}, measurements);
		return {
			shard,
			measurements
		};
	});
	const [first] = parts.map(({ measurements }) => measurements);
	const { quality, interface: contract, outputs, counts } = first;
	const product = {
		environments: parts.flatMap(({ measurements }) => measurements.environments).filter(isFirst),
		seed: settings.seed,
		contenders,
		chosen,
		speed: inOrder(settings, parts.flatMap(({ measurements }) => measurements.speed)),
		...quality === void 0 ? {} : { quality },
		...contract === void 0 ? {} : { interface: contract },
		...outputs === void 0 ? {} : { outputs },
		counts,
		warnings: parts.flatMap(({ shard, measurements }) => measurements.warnings.map((each) => from(shard, each)))
	};
	const { warnings, environments } = product;
	return {
		product,
		summary: `merged ${parts.length === 1 ? "1 shard" : `${parts.length} shards`}, measured in ${environments.length === 1 ? "1 environment" : `${environments.length} environments`}`,
		warnings
	};
}
function missing({ name }) {
	throw stageError("shard-missing", { shards: [name] });
}
function checkSame({ name }, given, wanted) {
	const models = ({ contenders, chosen }) => canonical([contenders.map(identity), chosen]);
	if (models(given) !== models(wanted)) throw stageError("shard-subject-differs", {
		shard: name,
		what: "the optimised candidate"
	});
	if (given.seed !== wanted.seed) throw stageError("shard-wrong", {
		what: `The shard ${name}`,
		reason: "its seed differs"
	});
}
function identity({ id, role, model }) {
	return [
		id,
		role,
		model.sha256
	];
}
function checkScenarios({ name, scenarios }, { speed }) {
	if (canonical(speed.map(({ scenario }) => scenario)) === canonical(scenarios)) return;
	const wanted = scenarios.map(({ id }) => id).join(", ") || "no speed";
	throw stageError("shard-wrong", {
		what: `The shard ${name}`,
		reason: `it does not hold ${wanted} and nothing else`
	});
}
function isFirst({ fingerprint }, at, all) {
	return all.findIndex((other) => other.fingerprint === fingerprint) === at;
}
function inOrder(settings, speed) {
	return scenariosOf(settings).flatMap(({ id }) => speed.find(({ scenario }) => scenario.id === id) ?? []);
}
function from({ name }, warning) {
	return {
		...warning,
		message: `Shard ${name}: ${warning.message}`
	};
}
export { merge };
