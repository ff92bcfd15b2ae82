import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  registryState,
  rolloutState,
  runHook
} from "./chunk-OVRQ76BB.js";
import {
  kindOf,
  openTarget
} from "./chunk-XO5JQL67.js";
import {
  stageError
} from "./chunk-HNLYTX22.js";
import "./chunk-OTSDDIBK.js";
import {
  fewestValues,
  proportionDifference,
  signedRankInterval
} from "./chunk-66IREITO.js";
import "./chunk-XQU7DUIC.js";
import {
  median
} from "./chunk-B2NQQHU2.js";
import "./chunk-FZVAZGKR.js";
import {
  percent
} from "./chunk-L5IA356N.js";
import {
  combine
} from "./chunk-V6L2EAQG.js";
import "./chunk-GSDF2R77.js";
import {
  external_exports
} from "./chunk-DC5UOV2E.js";
import "./chunk-XBNBSL6G.js";
import {
  Bug,
  Cancelled,
  errorFrom
} from "./chunk-IY3EL66N.js";
import "./chunk-SUYYSLAR.js";

// src/verdicts/traffic/index.ts
var errorRate = { metric: "error-rate", margin: 0.01, minRequests: 50 };
function sharedAlpha(alpha2, { steps, hold, metrics }) {
  const looks = 1 + hold;
  return { pass: alpha2 / looks, fail: alpha2 / (looks * steps * metrics) };
}
function windowsPerLook(rules, alphas) {
  return rules.some(({ metric }) => metric === "latency.p50") ? fewestValues(Math.min(alphas.pass, alphas.fail)) + 2 : 1;
}
function analyse(rules, windows, weight, before, alphas) {
  const judgements = weight < 1 ? rules.map((rule) => judge(rule, windows, alphas)) : [judgeAlone(rules, windows, before, alphas)];
  return { verdict: combine(judgements.map(({ verdict }) => verdict)), judgements };
}
function totals(windows) {
  const sum = (of) => ({
    requests: windows.reduce((total, window2) => total + of(window2).requests, 0),
    errors: windows.reduce((total, window2) => total + of(window2).errors, 0)
  });
  return { stable: sum((window2) => window2.stable), candidate: sum((window2) => window2.candidate) };
}
function judge(rule, windows, alphas) {
  if (rule.metric === "latency.p50") return judgeLatency(rule, windows, alphas);
  const { stable, candidate } = totals(windows);
  return judgeErrors(rule, stable, candidate, `${percent(rateOf(stable))} of stable's`, alphas);
}
function judgeAlone(rules, windows, before, alphas) {
  const rule = rules.find(({ metric }) => metric === "error-rate") ?? errorRate;
  const { candidate } = totals(windows);
  if (before.requests > 0)
    return judgeErrors(rule, before, candidate, `${percent(rateOf(before))} of stable's before`, alphas);
  const flawless = { requests: Number.MAX_SAFE_INTEGER, errors: 0 };
  return judgeErrors(rule, flawless, candidate, "none, as there is nothing to compare with", alphas);
}
function judgeErrors(rule, stable, candidate, against, alphas) {
  const at = (alpha2) => proportionDifference(candidate.errors, candidate.requests, stable.errors, stable.requests, 1 - 2 * alpha2);
  const [low, high] = [at(alphas.fail).low, at(alphas.pass).high];
  const interval = { low, high, level: 1 - alphas.pass - alphas.fail };
  const enough = candidate.requests >= rule.minRequests && stable.requests > 0;
  const verdict = enough ? verdictOf(interval, rule.margin) : "inconclusive";
  const rates = `${candidate.errors} of ${candidate.requests} requests failed (${percent(rateOf(candidate))}) against ${against}`;
  return {
    metric: rule.metric,
    stable: rateOf(stable),
    candidate: rateOf(candidate),
    change: rateOf(candidate) - rateOf(stable),
    interval,
    margin: rule.margin,
    verdict,
    why: enough ? `error-rate: ${rates}; the difference is between ${points(low)} and ${points(high)}, the margin ${points(rule.margin).replace("+", "")}` : `error-rate: too few requests to judge (${candidate.requests} to the candidate, ${stable.requests} to stable; ${rule.minRequests} are needed)`
  };
}
function judgeLatency(rule, windows, alphas) {
  const pairs = pairedWindows(windows);
  const needed = fewestValues(Math.min(alphas.pass, alphas.fail));
  const all = (of) => medianOrZero(windows.flatMap((window2) => of(window2).latenciesMs));
  const facts = {
    metric: rule.metric,
    stable: all((window2) => window2.stable),
    candidate: all((window2) => window2.candidate),
    margin: rule.margin
  };
  const requests = totals(windows).candidate.requests;
  if (pairs.length < needed || requests < rule.minRequests) {
    const change = facts.stable === 0 ? 0 : facts.candidate / facts.stable - 1;
    const why = `latency.p50: too little to judge (${pairs.length} windows of ${needed}, ${requests} requests of ${rule.minRequests})`;
    return { ...facts, change, interval: { low: change, high: change, level: 0 }, verdict: "inconclusive", why };
  }
  const ratios = pairs.map(({ stable, candidate }) => Math.log(candidate / stable));
  const [below, above] = [signedRankInterval(ratios, alphas.fail), signedRankInterval(ratios, alphas.pass)];
  const interval = {
    low: Math.exp(below.low) - 1,
    high: Math.exp(above.high) - 1,
    level: (below.level + above.level) / 2
  };
  return {
    ...facts,
    change: Math.exp(above.estimate) - 1,
    interval,
    verdict: verdictOf(interval, rule.margin),
    why: `latency.p50: ${facts.candidate.toFixed(2)} ms against ${facts.stable.toFixed(2)} ms; the change is between ${signed(interval.low)} and ${signed(interval.high)}, the margin ${percent(rule.margin)}`
  };
}
var fewestPerWindow = 5;
function pairedWindows(windows) {
  const pairs = [];
  let open = { stable: [], candidate: [] };
  for (const window2 of windows) {
    open.stable.push(...window2.stable.latenciesMs);
    open.candidate.push(...window2.candidate.latenciesMs);
    if (Math.min(open.stable.length, open.candidate.length) < fewestPerWindow) continue;
    pairs.push(open);
    open = { stable: [], candidate: [] };
  }
  pairs.at(-1)?.stable.push(...open.stable);
  pairs.at(-1)?.candidate.push(...open.candidate);
  return pairs.map(({ stable, candidate }) => ({ stable: median(stable), candidate: median(candidate) }));
}
function verdictOf({ low, high }, margin) {
  if (high < margin) return "pass";
  return low > margin ? "fail" : "inconclusive";
}
function rateOf({ requests, errors }) {
  return requests === 0 ? 0 : errors / requests;
}
function medianOrZero(values) {
  return values.length === 0 ? 0 : median(values);
}
function points(difference) {
  return `${difference > 0 ? "+" : ""}${Number((difference * 100).toFixed(2))} pp`;
}
function signed(change) {
  return `${change > 0 ? "+" : ""}${percent(change)}`;
}

// src/rollout/errors.ts
var rolloutErrors = {
  "rollback-unverified": {
    say: (d) => ({
      message: `Traffic was set back, but ${d.candidate} requests still reached the candidate and ${d.stable} the version before (rollout ${d.rollout}).`,
      hint: "Look at the target by hand, then `airworthy run --resume`: it sets traffic back again and checks again."
    }),
    example: { rollout: "20260101-120000-abcdefgh/rollout", candidate: 3, stable: 197 }
  },
  "weight-not-in-force": {
    say: (d) => ({
      message: `${d.target} was told to send ${d.wanted * 100} % to the candidate, and sends ${d.found * 100} %.`,
      hint: "Look at what serves: something else may be setting its weights. Nothing more was done."
    }),
    example: { target: "local", wanted: 0.25, found: 0.05 }
  }
};
var rolloutError = errorFrom(rolloutErrors);

// src/rollout/machine.ts
var keys = {
  started: (id) => `${id}/started`,
  weight: (id, step) => `${id}/step-${step + 1}/weight`,
  look: (id, step, look) => `${id}/step-${step + 1}/look-${look}`,
  rollback: (id) => `${id}/rollback/weight`,
  promoted: (id) => `${id}/promoted`,
  hook: (id, on, index) => `${id}/${on}/hook-${index + 1}`,
  finished: (id) => `${id}/finished`
};
function nextStep(state, rules) {
  if (state === void 0) return { do: "start" };
  if (state.finished !== void 0) return { do: "done" };
  if (state.promoted) return ending(state, rules, "promoted", promotionReason(state));
  const halt = haltReason(state, rules);
  if (halt === void 0) return advance(state);
  if (!state.weights.some(({ weight }) => weight === 0)) return { do: "roll-back", ...halt };
  return ending(state, rules, "rolled-back", halt.why);
}
function weightOf(state) {
  return state.weights.at(-1)?.weight ?? 0;
}
function advance(state) {
  const step = state.steps.findIndex(
    (_, index) => !state.looks.some((look) => look.step === index && look.verdict === "pass")
  );
  const weight = state.steps[step];
  if (weight === void 0) return { do: "promote" };
  if (!state.weights.some((set) => set.step === step)) return { do: "set-weight", step, weight };
  return { do: "judge", step, look: state.looks.filter((look) => look.step === step).length + 1 };
}
function haltReason(state, { hold }) {
  const last = state.looks.at(-1);
  if (last === void 0 || last.verdict === "pass") return void 0;
  const { step } = last;
  const share = `at ${percent(state.steps[step] ?? 0)} of traffic`;
  const reasons = last.judgements.filter(({ verdict }) => verdict === last.verdict).map(({ why }) => why);
  const because = reasons.length === 0 ? "nothing could be judged" : reasons.join("; ");
  if (last.verdict === "fail") return { step, why: `${share}, ${because}` };
  const looks = state.looks.filter((look) => look.step === step).length;
  if (looks <= hold) return void 0;
  return { step, why: `${share}, still inconclusive after ${looks} ${looks === 1 ? "look" : "looks"}: ${because}` };
}
function ending(state, rules, outcome, why) {
  const ran = new Set(state.hooks.map(({ key }) => key));
  for (let index = 0; index < rules.hooks[outcome]; index++) {
    if (!ran.has(keys.hook(state.id, outcome, index))) return { do: "run-hook", on: outcome, index, why };
  }
  return { do: "finish", outcome, why };
}
function promotionReason({ steps }) {
  return steps.length === 1 ? "its one step passed" : `all ${steps.length} steps passed`;
}

// src/rollout/traffic.ts
var version = external_exports.object({ requests: external_exports.number(), errors: external_exports.number(), latenciesMs: external_exports.array(external_exports.number()) });
var window = external_exports.object({ seconds: external_exports.number(), stable: version, candidate: version });
var record = external_exports.object({ rollout: external_exports.string(), step: external_exports.number(), look: external_exports.number(), windows: external_exports.array(window) });
async function openTraffic(rollout, checkpoint) {
  const records = [];
  const keep = (kept) => {
    const twice = records.findIndex(({ step, look }) => step === kept.step && look === kept.look);
    records.splice(twice < 0 ? records.length : twice, 1, kept);
  };
  for (const value of await checkpoint.read()) {
    const parsed = record.safeParse(value);
    if (parsed.success && parsed.data.rollout === rollout) keep(parsed.data);
  }
  const where = (holds) => records.filter(({ step }) => holds(step)).flatMap(({ windows }) => windows);
  return {
    async add(step, look, windows) {
      const kept = { rollout, step, look, windows: windows.map(rounded) };
      await checkpoint.append(kept);
      keep(kept);
    },
    of: (step) => where((at) => at === step),
    before: (step) => where((at) => at < step)
  };
}
function rounded({ seconds, stable, candidate }) {
  const round = (ms) => Math.round(ms * 1e3) / 1e3;
  const one = (traffic) => ({
    ...traffic,
    latenciesMs: traffic.latenciesMs.map(round)
  });
  return { seconds, stable: one(stable), candidate: one(candidate) };
}

// src/rollout/drive.ts
var alpha = 0.01;
var verifications = 5;
async function drive(plan, ports) {
  const { ledger, target, signal } = ports;
  const hooks = { promoted: plan.hooks.promoted.length, "rolled-back": plan.hooks["rolled-back"].length };
  const traffic = await openTraffic(plan.id, ports.checkpoint);
  const read = async () => rolloutState(await ledger.read(), plan.id);
  let state = await read();
  if (state?.finished === void 0) await target.prepare(ports.stable, ports.candidate);
  for (; ; ) {
    if (signal.aborted) throw new Cancelled("the rollout was cancelled");
    const action = nextStep(state, { hold: plan.hold, hooks });
    if (action.do === "done" && state !== void 0) return state;
    await perform(action, state, plan, ports, traffic);
    state = await read();
  }
}
async function perform(action, state, plan, ports, traffic) {
  const { ledger, progress } = ports;
  const { id, model, version: version2 } = plan;
  const of = { model, rollout: id };
  switch (action.do) {
    case "start": {
      const { from, target, steps } = plan;
      await ledger.append(keys.started(id), { kind: "rollout-started", ...of, version: version2, from, target, steps });
      return;
    }
    case "set-weight": {
      progress(`${percent(action.weight)} of traffic to ${version2}`);
      await enforce(ports, action.weight);
      await ledger.append(keys.weight(id, action.step), {
        kind: "rollout-weight",
        ...of,
        step: action.step,
        weight: action.weight
      });
      return;
    }
    case "judge":
      return judge2(action, started(state), plan, ports, traffic);
    case "promote": {
      await ledger.append(keys.promoted(id), {
        kind: "assign",
        model,
        stage: "production",
        version: version2,
        why: `promoted by rollout ${id}`
      });
      return;
    }
    case "roll-back": {
      progress(`rolling back: ${action.why}`);
      await enforce(ports, 0);
      await ledger.append(keys.rollback(id), { kind: "rollout-weight", ...of, step: action.step, weight: 0 });
      return;
    }
    case "run-hook":
      return callHook(action, plan, ports);
    case "finish":
      return finish(action, plan, ports);
    case "done":
      throw new Bug("a rollout was done before it began");
    default:
      action;
  }
}
async function judge2(action, state, plan, ports, traffic) {
  const { step, look } = action;
  const weight = weightOf(state);
  const alphas = sharedAlpha(alpha, { steps: state.steps.length, hold: plan.hold, metrics: plan.analysis.length });
  await enforce(ports, weight);
  await traffic.add(step, look, await observe(windowsPerLook(plan.analysis, alphas), plan, ports));
  const windows = traffic.of(step);
  const { verdict, judgements } = analyse(plan.analysis, windows, weight, totals(traffic.before(step)).stable, alphas);
  const { stable, candidate } = totals(windows);
  ports.progress(
    `${percent(weight)} of traffic: ${verdict} (${judgements.map(({ why }) => why).join("; ")})`,
    (step + 1) / state.steps.length
  );
  await ports.ledger.append(keys.look(plan.id, step, look), {
    kind: "rollout-judged",
    model: plan.model,
    rollout: plan.id,
    step,
    verdict,
    requests: { stable: stable.requests, candidate: candidate.requests },
    judgements,
    seconds: windows.reduce((sum, { seconds }) => sum + seconds, 0)
  });
}
async function observe(count, { bakeMs }, { target, signal }) {
  const windows = [];
  while (windows.length < count) {
    if (signal.aborted) throw new Cancelled("the rollout was cancelled");
    windows.push(await target.observe(bakeMs / count));
  }
  return windows;
}
async function callHook({ on, index, why }, plan, ports) {
  const hook = plan.hooks[on][index];
  if (hook === void 0) throw new Bug(`a rollout has no hook ${index} on ${on}`);
  const { id, model, version: version2 } = plan;
  const key = keys.hook(id, on, index);
  const { name, outcome, detail } = await ports.runHook(hook, {
    model,
    version: version2,
    rollout: id,
    event: on,
    eventId: key,
    why
  });
  ports.progress(`hook ${name}: ${outcome}`);
  await ports.ledger.append(key, { kind: "hook", model, rollout: id, name, outcome, detail });
}
async function finish({ outcome, why }, plan, ports) {
  const verified = outcome === "rolled-back" ? await verifyRollback(plan, ports) : void 0;
  await ports.ledger.append(keys.finished(plan.id), {
    kind: "rollout-finished",
    model: plan.model,
    rollout: plan.id,
    outcome,
    why,
    ...verified === void 0 ? {} : { verified }
  });
}
async function verifyRollback(plan, ports) {
  let [stable, candidate] = [0, 0];
  for (let attempt = 0; attempt < verifications; attempt++) {
    await enforce(ports, 0);
    const window2 = await ports.target.observe(Math.min(plan.bakeMs, 1e4));
    stable = window2.stable.requests;
    candidate = window2.candidate.requests;
    if (candidate === 0 && (stable > 0 || plan.from === void 0)) return { stable, candidate };
  }
  throw rolloutError("rollback-unverified", { rollout: plan.id, stable, candidate });
}
async function enforce({ target }, weight) {
  if (isClose(await target.weight(), weight)) return;
  await target.apply(weight);
  const found = await target.weight();
  if (!isClose(found, weight))
    throw rolloutError("weight-not-in-force", { target: target.describe, wanted: weight, found });
}
function isClose(found, wanted) {
  return wanted === 0 || wanted === 1 ? found === wanted : Math.abs(found - wanted) <= 5e-3;
}
function started(state) {
  if (state === void 0) throw new Bug("a rollout was judged before it began");
  return state;
}

// src/rollout/result.ts
function resultOf(state) {
  const { finished } = state;
  return {
    id: state.id,
    outcome: finished?.outcome ?? "held",
    version: state.version,
    ...state.from === void 0 ? {} : { from: state.from },
    target: state.target,
    steps: state.steps.flatMap((weight, step) => stepOf(state, weight, step)),
    why: finished?.why ?? "not finished",
    hooks: state.hooks.map(({ name, outcome, detail }) => ({ name, outcome, detail })),
    ...finished?.verified === void 0 ? {} : { verified: finished.verified }
  };
}
function stepOf(state, weight, step) {
  const began = state.weights.find((set) => set.step === step && set.weight > 0);
  if (began === void 0) return [];
  const look = state.looks.findLast((one) => one.step === step);
  const requests = look?.requests ?? { stable: 0, candidate: 0 };
  const total = requests.stable + requests.candidate;
  return [
    {
      weight,
      ...total === 0 ? {} : { observed: requests.candidate / total },
      requests,
      verdict: look?.verdict ?? "inconclusive",
      judgements: look?.judgements ?? [],
      startedAt: began.at,
      seconds: look?.seconds ?? 0
    }
  ];
}

// src/stages/rollout/take-through.ts
async function takeThrough({
  settings: chosen,
  given: { subject, release },
  tools
}) {
  const id = `${tools.runId}/${tools.stage}`;
  const entries = await tools.ledger.read();
  const state = registryState(entries, release.model);
  const current = rolloutState(entries, id) ?? toTakeUp(state, release, kindOf(chosen.target));
  if (current === void 0 && state.stages["production"] === release.version)
    return alreadyServing(id, release, chosen);
  if (current?.finished !== void 0) return outcomeOf(resultOf(current), release);
  const course = await plot(current, id, chosen, release, state, tools);
  return outcomeOf(resultOf(await fly(course, chosen, subject, tools)), release);
}
function toTakeUp({ rollout: open }, { model, version: version2 }, target) {
  if (open === void 0) return void 0;
  if (open.version === version2 && open.target === target) return open;
  throw stageError("rollout-open", { model, open: open.id, version: open.version, target: open.target });
}
async function plot(current, id, chosen, release, state, tools) {
  const from = current === void 0 ? state.stages["production"] : current.from;
  const plan = {
    id: current?.id ?? id,
    model: release.model,
    version: release.version,
    from,
    target: kindOf(chosen.target),
    // With nothing to share traffic with, a first release takes all of it at once.
    steps: current?.steps ?? (from === void 0 ? [1] : chosen.steps),
    bakeMs: chosen.bake,
    analysis: chosen.analysis,
    hold: chosen.hold,
    hooks: { promoted: chosen["on-promoted"], "rolled-back": chosen["on-rollback"] }
  };
  const stable = state.versions.find(({ version: version2 }) => version2 === from);
  return {
    plan,
    stable: stable && {
      version: stable.version,
      artifact: stable.artifact,
      path: await tools.store.path(stable.artifact)
    },
    candidate: { version: release.version, artifact: release.artifact, path: await tools.store.path(release.artifact) }
  };
}
async function fly({ plan, stable, candidate }, chosen, subject, tools) {
  const { world, signal, folder, ledger, checkpoint, progress } = tools;
  const target = openTarget(chosen.target, subject, tools);
  try {
    return await drive(plan, {
      ledger,
      target,
      stable,
      candidate,
      checkpoint,
      clock: world.clock,
      signal,
      progress,
      runHook: (one, call) => runHook(one, call, { world, folder, signal })
    });
  } finally {
    await target.close();
  }
}
function alreadyServing(id, { model, version: version2 }, chosen) {
  const why = `${model} ${version2} is in production already`;
  return {
    product: {
      id,
      outcome: "already-serving",
      version: version2,
      from: version2,
      target: kindOf(chosen.target),
      steps: [],
      why,
      hooks: []
    },
    verdict: "pass",
    summary: `${why}; nothing was done`
  };
}
function outcomeOf(product, { model, version: version2 }) {
  const promoted = product.outcome === "promoted";
  const before = product.from === void 0 ? "nothing serves" : `${product.from} serves again`;
  return {
    product,
    verdict: promoted ? "pass" : "rolled-back",
    summary: promoted ? `${model} ${version2} serves all traffic: ${product.why}` : `${model} ${version2} was rolled back, ${before}: ${product.why}`,
    warnings: [...failedHooks(product), ...firstRelease(product)]
  };
}
function failedHooks({ hooks }) {
  return hooks.filter(({ outcome }) => outcome === "failed").map(({ name, detail }) => ({
    code: "hook-failed",
    message: `The hook ${name} failed (${detail}).`,
    remedy: "Do by hand what it should have done, and check that it is executable and its paths start at the folder of the pipeline file."
  }));
}
function firstRelease({ from, steps }) {
  if (from !== void 0 || steps.length === 0) return [];
  const requests = steps.at(-1)?.requests.candidate ?? 0;
  return [
    {
      code: "nothing-in-production",
      message: `Nothing was in production to compare with: the release took ${percent(1)} of traffic at once, and was judged by its own errors in ${requests} requests.`,
      remedy: "The next release is compared with this one; to compare with a model that serves already, take it in with `adopt:`."
    }
  ];
}
export {
  takeThrough
};
