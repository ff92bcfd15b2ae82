import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/core/verdict.ts
var severity = { pass: 0, inconclusive: 1, fail: 2 };
function combine(verdicts) {
  if (verdicts.length === 0) return "inconclusive";
  return verdicts.reduce((worst, verdict) => severity[verdict] > severity[worst] ? verdict : worst);
}
var exitCodes = { pass: 0, fail: 1, input: 2, inconclusive: 3, "rolled-back": 4, bug: 70, cancelled: 130 };

export {
  combine,
  exitCodes
};
