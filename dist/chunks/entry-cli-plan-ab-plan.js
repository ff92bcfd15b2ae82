import { planAb } from "./stats-ab-plan.js";
function planOf(question) {
	const plan = planAb(question);
	const { fixed, sequential } = plan;
	return {
		...question,
		...plan,
		fixed: sized(fixed, question.traffic),
		sequential: {
			...sequential,
			largest: sized(sequential.largest, question.traffic)
		},
		warnings: warningsOn(plan)
	};
}
function sized(size, traffic) {
	const users = size.candidate + size.production;
	if (traffic === void 0) return {
		...size,
		users
	};
	const days = Math.ceil(users / traffic);
	return {
		...size,
		users,
		days,
		wholeWeeks: Math.ceil(days / 7)
	};
}
const fewest = {
	rate: 10,
	mean: 30
};
function warningsOn({ response, fixed, changes }) {
	const least = response.kind === "mean" ? Math.min(fixed.candidate, fixed.production) : rarest(response, fixed, changes);
	if (least >= fewest[response.kind]) return [];
	const users = response.kind === "mean" ? "users" : "users of the rarer outcome";
	return [{
		code: "few-users",
		message: `An arm may have only ${Math.round(least)} ${users}, too few for these figures to be more than rough.`,
		remedy: `Take at least ${fewest[response.kind]} in each arm: more users, or a smaller margin.`
	}];
}
function rarest({ baseline }, { candidate, production }, changes) {
	const rarer = (rate) => Math.min(rate, 1 - rate);
	const atMargin = changes[1]?.candidate ?? baseline;
	return Math.min(production * rarer(baseline), candidate * rarer(baseline), candidate * rarer(atMargin));
}
export { planOf };
