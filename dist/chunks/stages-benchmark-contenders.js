import { metricNamed } from "./pipelines.js";
const nothing = {
	speed: false,
	parameters: false,
	quality: [],
	custom: [],
	insists: false
};
function askedBy(questions) {
	if (questions.length === 0) return {
		speed: true,
		parameters: true,
		quality: ["accuracy", "agreement"],
		custom: [],
		insists: false
	};
	const asks = (how) => questions.flatMap(({ metric }) => metricNamed(metric)?.metric.how === how ? [metric] : []);
	return {
		speed: asks("ratio").length > 0,
		parameters: asks("exact").includes("parameters"),
		quality: asks("paired"),
		custom: questions.filter(({ uses }) => uses !== void 0),
		insists: true
	};
}
function contendersOf(subject, variants, noiseFloor) {
	const contenders = [];
	const { production } = subject;
	if (production !== void 0) {
		contenders.push({
			id: "production",
			role: "production",
			model: production.artifact
		});
		if (noiseFloor) contenders.push({
			id: "production-copy",
			role: "copy",
			model: production.artifact
		});
	}
	contenders.push({
		id: "candidate",
		role: "candidate",
		model: subject.candidate
	});
	const chosen = variants?.chosen;
	if (chosen !== void 0 && chosen.model.sha256 !== subject.candidate.sha256) contenders.push({
		id: chosen.id,
		role: "variant",
		model: chosen.model
	});
	return contenders;
}
export { askedBy, contendersOf, nothing };
