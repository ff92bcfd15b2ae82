const verdicts = [
	"pass",
	"fail",
	"inconclusive"
];
const severity = {
	pass: 0,
	inconclusive: 1,
	fail: 2
};
function combine(verdicts) {
	if (verdicts.length === 0) return "inconclusive";
	return verdicts.reduce((worst, verdict) => severity[verdict] > severity[worst] ? verdict : worst);
}
const outcomes = [...verdicts, "rolled-back"];
const exitCodes = {
	pass: 0,
	fail: 1,
	input: 2,
	inconclusive: 3,
	"rolled-back": 4,
	bug: 70,
	cancelled: 130
};
export { combine, exitCodes, outcomes, verdicts };
