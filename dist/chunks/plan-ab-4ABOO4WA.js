import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  entryError
} from "./chunk-XY2JZBLE.js";
import {
  asciiOnly,
  count,
  counted,
  share
} from "./chunk-LMLHCWAE.js";
import {
  table
} from "./chunk-STULN7PS.js";
import {
  obrienFleming,
  spendingBounds
} from "./chunk-OMPJI4UT.js";
import {
  normalCdf,
  normalQuantile,
  studentQuantile
} from "./chunk-XQU7DUIC.js";
import {
  parseMargin,
  parseShare
} from "./chunk-L5IA356N.js";
import {
  exitCodes
} from "./chunk-V6L2EAQG.js";
import "./chunk-DC5UOV2E.js";
import "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/stats/ab-plan.ts
function planAb({ response, aim, looks }) {
  const fixed = fixedSize(response, aim);
  const changes = trueChanges(aim).map(([change, worse]) => {
    const chances = chancesWhen(worse, response, aim, fixed);
    return { change, candidate: valueWhen(worse, response, aim.better), ...chances === void 0 ? {} : { chances } };
  });
  return { response, aim, looks, fixed, sequential: sequentialDesign(response, aim, looks), changes };
}
function trueChanges({ claim, margin, hoped }) {
  const way = claim === "better" ? "better" : "worse";
  const worse = way === "better" ? -margin : margin;
  return [
    ["none", 0],
    [`${way} by the margin`, worse],
    [`${way} by twice the margin`, 2 * worse],
    hoped === void 0 ? ["better by half the margin", -margin / 2] : ["better as hoped", -hoped]
  ];
}
function fixedSize(response, aim) {
  return inArms(usersNeeded(response, aim), aim);
}
function chancesWhen(worse, response, aim, size) {
  const rate = valueWhen(worse, response, aim.better);
  if (response.kind === "rate" && (rate < 0 || rate > 1)) return void 0;
  const error = Math.sqrt(
    varianceAt(rate, response) / size.candidate + varianceAt(response.baseline, response) / size.production
  );
  const inside = ((aim.claim === "better" ? 0 : aim.margin) - worse) / error;
  const degrees = response.kind === "rate" ? Infinity : size.candidate + size.production - 2;
  const [pass, fail] = [chanceToExceed(inside, aim.alpha, degrees), chanceToExceed(-inside, aim.alpha, degrees)];
  return { pass, fail, inconclusive: Math.max(0, 1 - pass - fail) };
}
function valueWhen(worse, response, better) {
  return response.baseline + (better === "lower" ? worse : -worse);
}
function sequentialDesign(response, aim, looks) {
  const stages = Array.from({ length: looks }, (_, at) => ({
    information: at + 1,
    spent: obrienFleming(aim.alpha, (at + 1) / looks)
  }));
  const bounds = spendingBounds(stages);
  const power = normalQuantile(aim.power);
  const once = -normalQuantile(aim.alpha);
  const inflation = (((bounds.at(-1) ?? once) + power) / (once + power)) ** 2;
  return { largest: inArms(inflation * usersNeeded(response, aim), aim), inflation, bounds };
}
function inArms(users, { share: share2 }) {
  return { candidate: Math.ceil(users * share2), production: Math.ceil(users * (1 - share2)) };
}
function usersNeeded(response, aim) {
  const { claim, margin, hoped = 0, better, share: share2, alpha, power } = aim;
  const [planned, distance] = claim === "better" ? [-margin, margin] : [-hoped, margin + hoped];
  const variance = varianceAt(valueWhen(planned, response, better), response) / share2 + varianceAt(response.baseline, response) / (1 - share2);
  const users = variance * ((normalQuantile(power) - normalQuantile(alpha)) / distance) ** 2;
  if (response.kind === "rate") return users;
  return leastWhere(
    (each) => chanceToExceed(distance / Math.sqrt(variance / each), alpha, each - 2) >= power,
    Math.max(users, fewestUsersOfMean)
  );
}
var fewestUsersOfMean = 9;
function leastWhere(holds, start) {
  if (holds(start)) return start;
  let [low, high] = [start, 2 * start];
  while (!holds(high)) high *= 2;
  while (high - low > 1e-12 * high) {
    const half = (low + high) / 2;
    if (holds(half)) high = half;
    else low = half;
  }
  return high;
}
function chanceToExceed(distance, alpha, degrees) {
  if (degrees === Infinity) return normalCdf(distance + normalQuantile(alpha));
  const critical = studentQuantile(1 - alpha, degrees);
  return normalCdf((distance - critical * (1 - 1 / (4 * degrees))) / Math.sqrt(1 + critical ** 2 / (2 * degrees)));
}
function varianceAt(value, response) {
  return response.kind === "rate" ? value * (1 - value) : response.deviation ** 2;
}

// src/entry/cli/ab-text.ts
function planAbText(plan, width) {
  const options = { width, heading: (text) => text };
  return [
    ...questionLines(plan),
    "",
    ...table(sizeColumns(plan), sizeRows(plan), options),
    weekLine(plan.traffic),
    "",
    ...table(
      changeColumns,
      plan.changes.map((change) => changeRow(change, plan.response)),
      options
    ),
    ...plan.warnings.map(({ message, remedy }) => `
${message} ${remedy}`),
    ""
  ].join("\n");
}
function questionLines({ response, aim }) {
  const margin = changeText(aim.margin, response);
  const hope = aim.hoped === void 0 ? "no change" : `better by ${changeText(aim.hoped, response)}`;
  const question = aim.claim === "better" ? `Is the candidate better? Planned for better by ${margin}` : `Is the candidate not worse by more than ${margin}? Planned for ${hope}`;
  const spread = response.kind === "mean" ? `, deviation ${plain(response.deviation)}` : "";
  return [
    `${question}, with a chance of ${percent(aim.power)} to pass.`,
    `Production: ${valueText(response.baseline, response)}${spread}; ${aim.better} is better. Each verdict is wrong at most ${percent(aim.alpha)} of the time.`
  ];
}
function sizeColumns({ traffic }) {
  const titles = ["candidate", "production", "users", ...traffic === void 0 ? [] : ["days", "whole weeks"]];
  return [{ title: "design", align: "left" }, ...titles.map((title) => ({ title, align: "right" }))];
}
function sizeRows({ fixed, sequential, looks }) {
  const row = (name, { candidate, production, users, days, wholeWeeks }) => [
    { text: name },
    ...[candidate, production, users, days, wholeWeeks].map((value) => ({
      text: value === void 0 ? "" : count(value)
    }))
  ];
  return [row("looked at once", fixed), row(`looked at ${counted(looks, "time")}, at most`, sequential.largest)];
}
function weekLine(traffic) {
  return traffic === void 0 ? "Say with --traffic how many users come in a day, to see how long it takes." : "Run it for whole weeks: weekends bring other users than working days.";
}
var changeColumns = [
  { title: "true change", align: "left" },
  { title: "candidate", align: "right" },
  { title: "pass", align: "right" },
  { title: "fail", align: "right" },
  { title: "inconclusive", align: "right" }
];
function changeRow({ change, candidate, chances }, response) {
  const cells = chances === void 0 ? ["cannot be"] : [valueText(candidate, response), ...[chances.pass, chances.fail, chances.inconclusive].map(chance)];
  return [change, ...cells].map((text) => ({ text }));
}
function valueText(value, { kind }) {
  return kind === "rate" ? percent(value) : plain(value);
}
function changeText(change, { kind }) {
  return kind === "rate" ? points(change) : plain(change);
}
function percent(value) {
  return `${plain(value * 100)} %`;
}
function points(value) {
  return `${plain(value * 100)} pp`;
}
function plain(value) {
  return String(Number(value.toPrecision(6))).replace("-", "\u2212");
}
function chance(value) {
  if (value < 5e-4) return "<0.1 %";
  return value > 0.9995 ? ">99.9 %" : share(value);
}

// src/entry/cli/ab-question.ts
function questionOf(options) {
  const response = responseOf(options);
  const aim = {
    claim: claimOf(options.claim),
    margin: changeOf("margin", options.margin, response),
    ...hopeOf(options, response),
    better: options.lowerIsBetter ? "lower" : "higher",
    alpha: shareOf("alpha", options.alpha, 1e-4, 0.2, "a share from 0.01% to 20%"),
    power: shareOf("power", options.power, 0.5, 0.9999, "a share from 50% to 99.99%"),
    share: shareOf("share", options.share, 1e-3, 0.999, "a share from 0.1% to 99.9%")
  };
  requireReach(response, aim, options);
  const looks = numberOf("looks", options.looks, isLooks, "a whole number from 1 to 20");
  if (options.traffic === void 0) return { response, aim, looks };
  const traffic = numberOf("traffic", options.traffic, (users) => users >= 1, "a number of users per day, at least 1");
  return { response, aim, looks, traffic };
}
function isLooks(number) {
  return Number.isInteger(number) && number >= 1 && number <= 20;
}
function responseOf({ baseline, mean, deviation }) {
  const number = mean === void 0 ? deviation && `--deviation ${deviation}` : `--mean ${mean}`;
  if (baseline !== void 0) {
    if (number) throw wrong(`--baseline ${baseline} with ${number}`, "a rate alone, or a mean with its deviation");
    return { kind: "rate", baseline: rateOf(baseline) };
  }
  const missing = number ? mean === void 0 ? "--mean" : "--deviation" : "--baseline, or --mean with --deviation,";
  if (mean === void 0 || deviation === void 0)
    throw entryError("argument-missing", { argument: missing, command: "plan-ab" });
  return {
    kind: "mean",
    baseline: numberOf("mean", mean, Number.isFinite, "a number"),
    deviation: numberOf("deviation", deviation, (value) => value > 0, "a number above 0")
  };
}
function rateOf(text) {
  const rate = parseShare(text);
  if (rate !== void 0 && rate > 0 && rate < 1) return rate;
  throw wrong(`--baseline ${text}`, "a rate between 0% and 100%, such as 5%");
}
function claimOf(text) {
  if (text === "not-worse" || text === "better") return text;
  throw wrong(`--claim ${text}`, "not-worse or better");
}
function changeOf(name, text, { kind, baseline }) {
  const unit = kind === "rate" ? /^[\d.]+\s*(?:%|pp)?$/ : /^[\d.]+\s*(?!pp)[A-Za-z%]*$/;
  const margin = unit.test(text.trim()) ? parseMargin(text) : void 0;
  const absolute = margin === void 0 ? 0 : absoluteOf(margin, baseline);
  if (absolute > 0) return absolute;
  const examples = kind === "rate" ? "0.5pp, 3% (of the baseline) or 0.005" : "3% (of a mean that is not 0) or 0.5";
  throw wrong(`--${name} ${text}`, `a change above 0, such as ${examples}`);
}
function hopeOf({ hoped, claim }, response) {
  if (hoped === void 0) return {};
  if (claim === "better")
    throw wrong(`--hoped ${hoped} with --claim better`, "a margin alone: the improvement looked for");
  return { hoped: changeOf("hoped", hoped, response) };
}
function absoluteOf(margin, baseline) {
  return "relative" in margin ? margin.relative * Math.abs(baseline) : margin.absolute;
}
function requireReach(response, aim, { margin, hoped }) {
  requireRate(aim.claim === "better" ? -aim.margin : aim.margin, response, aim, `--margin ${margin}`);
  if (aim.hoped !== void 0) requireRate(-aim.hoped, response, aim, `--hoped ${hoped}`);
  const { candidate, production } = fixedSize(response, aim);
  if (!Number.isSafeInteger(2 * (candidate + production)))
    throw wrong(`--margin ${margin}`, "a margin that a countable number of users could show");
}
function requireRate(worse, response, { better }, argument) {
  const end = valueWhen(worse, response, better);
  if (response.kind === "mean" || end > 0 && end < 1) return;
  const room = end <= 0 ? response.baseline : 1 - response.baseline;
  throw wrong(argument, `a change below ${points(room)}, what lies between the baseline and ${share(end <= 0 ? 0 : 1)}`);
}
function shareOf(name, text, from, to, expected) {
  const value = parseShare(text);
  if (value !== void 0 && value >= from && value <= to) return value;
  throw wrong(`--${name} ${text}`, expected);
}
function numberOf(name, text, holds, expected) {
  const value = /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isFinite(value) && holds(value)) return value;
  throw wrong(`--${name} ${text}`, expected);
}
function wrong(argument, expected) {
  return entryError("argument-wrong", { argument, expected });
}

// src/entry/cli/plan-ab.ts
async function planAbCommand(entry, options) {
  const plan = planOf(questionOf(options));
  const text = options.json ? `${JSON.stringify(plan, null, 2)}
` : planAbText(plan, entry.width);
  entry.out(entry.ascii && !options.json ? asciiOnly(text) : text);
  return exitCodes.pass;
}
function planOf(question) {
  const plan = planAb(question);
  const { fixed, sequential } = plan;
  return {
    ...question,
    ...plan,
    fixed: sized(fixed, question.traffic),
    sequential: { ...sequential, largest: sized(sequential.largest, question.traffic) },
    warnings: warningsOn(plan)
  };
}
function sized(size, traffic) {
  const users = size.candidate + size.production;
  if (traffic === void 0) return { ...size, users };
  const days = Math.ceil(users / traffic);
  return { ...size, users, days, wholeWeeks: Math.ceil(days / 7) };
}
var fewest = { rate: 10, mean: 30 };
function warningsOn({ response, fixed, changes }) {
  const least = response.kind === "mean" ? Math.min(fixed.candidate, fixed.production) : rarest(response, fixed, changes);
  if (least >= fewest[response.kind]) return [];
  const users = response.kind === "mean" ? "users" : "users of the rarer outcome";
  return [
    {
      code: "few-users",
      message: `An arm may have only ${Math.round(least)} ${users}, too few for these figures to be more than rough.`,
      remedy: `Take at least ${fewest[response.kind]} in each arm: more users, or a smaller margin.`
    }
  ];
}
function rarest({ baseline }, { candidate, production }, changes) {
  const rarer = (rate) => Math.min(rate, 1 - rate);
  const atMargin = changes[1]?.candidate ?? baseline;
  return Math.min(production * rarer(baseline), candidate * rarer(baseline), candidate * rarer(atMargin));
}
export {
  planAbCommand
};
