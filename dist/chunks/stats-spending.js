import { normalCdf, normalQuantile } from "./stats-distributions.js";
function spendingBounds(stages, known = new Map()) {
	const bounds = [];
	let reached;
	let key = "";
	for (const { information, spent } of stages) {
		key += `${information} ${spent};`;
		reached = known.get(key) ?? reach(reached, information, spent);
		known.set(key, reached);
		bounds.push(reached.bound);
	}
	return bounds;
}
function reach(last, information, spent) {
	const step = information - (last?.information ?? 0);
	if (!(step > 0) || spent < (last?.spent ?? 0)) throw new RangeError("information must rise and spending must not fall");
	const before = last && advance(last, step);
	return {
		information,
		spent,
		step,
		before,
		bound: criticalValue(before, step, information, spent - (last?.spent ?? 0))
	};
}
function obrienFleming(alpha, fraction) {
	if (fraction <= 0) return 0;
	return 2 * normalCdf(normalQuantile(alpha / 2) / Math.sqrt(Math.min(1, fraction)));
}
function criticalValue(before, step, information, spend) {
	if (spend <= 0) return Infinity;
	const root = Math.sqrt(information);
	if (before === void 0) return -normalQuantile(spend);
	let [low, high] = [-2, 12];
	for (let halving = 0; halving < 60 && low < high; halving++) {
		const middle = (low + high) / 2;
		if (middle === low || middle === high) break;
		if (crossing(before, step, middle * root) > spend) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
function crossing({ points, masses }, step, edge) {
	const deviation = Math.sqrt(step);
	let sum = 0;
	for (let at = 0; at < points.length; at++) sum += masses[at] * normalCdf((points[at] - edge) / deviation);
	return sum;
}
function advance({ before, step, information, bound }, nextStep) {
	const root = Math.sqrt(information);
	const top = Math.min(bound, farthest) * root;
	const { points, weights } = quadrature(-farthest * root, top, Math.min(Math.sqrt(step), Math.sqrt(nextStep)));
	return {
		points,
		masses: points.map((point, at) => densityAt(before, step, point) * weights[at])
	};
}
const farthest = 8;
function densityAt(before, step, point) {
	const scale = 1 / Math.sqrt(2 * Math.PI * step);
	if (before === void 0) return scale * Math.exp(-(point ** 2) / (2 * step));
	let sum = 0;
	for (let at = 0; at < before.points.length; at++) {
		const distance = point - before.points[at];
		sum += before.masses[at] * Math.exp(-(distance ** 2) / (2 * step));
	}
	return scale * sum;
}
function quadrature(from, to, width) {
	const panels = Math.max(1, Math.ceil((to - from) / width));
	const half = (to - from) / panels / 2;
	const points = new Float64Array(panels * nodes.length);
	const weights = new Float64Array(points.length);
	for (let panel = 0; panel < panels; panel++) {
		const centre = from + half * (2 * panel + 1);
		for (const [at, [node, weight]] of nodes.entries()) {
			points[panel * nodes.length + at] = centre + half * node;
			weights[panel * nodes.length + at] = half * weight;
		}
	}
	return {
		points,
		weights
	};
}
const nodes = [
	[.1488743389816312, .2955242247147529],
	[.4333953941292472, .2692667193099963],
	[.6794095682990244, .219086362515982],
	[.8650633666889845, .1494513491505806],
	[.9739065285171717, .0666713443086881]
].flatMap(([node = 0, weight = 0]) => [[-node, weight], [node, weight]]);
export { obrienFleming, spendingBounds };
