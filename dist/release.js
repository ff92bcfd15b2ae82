import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  actionWorld,
  annotationsOf,
  asAction,
  choice,
  context,
  exitCodeOf,
  getInput,
  getMultilineInput,
  linksOf,
  modes,
  pipelineInputs,
  publish,
  runOnGitHub,
  runPipeline,
  setOutput,
  tell,
  warning
} from "./chunks/chunk-UPLF4IWN.js";
import "./chunks/chunk-KHVQF5YN.js";
import {
  entryError
} from "./chunks/chunk-XY2JZBLE.js";
import "./chunks/chunk-XIIXQCH5.js";
import "./chunks/chunk-GVFMBHZ7.js";
import {
  renderReleaseNotes
} from "./chunks/chunk-6O3CRUU2.js";
import "./chunks/chunk-LMLHCWAE.js";
import "./chunks/chunk-STULN7PS.js";
import {
  lazyLedger,
  openStore
} from "./chunks/chunk-IU6T7IGS.js";
import {
  homeOf
} from "./chunks/chunk-DK3P7JVM.js";
import "./chunks/chunk-YLML3NYY.js";
import "./chunks/chunk-MF7JOC7M.js";
import "./chunks/chunk-NBHMQJJI.js";
import "./chunks/chunk-KG56XVOA.js";
import "./chunks/chunk-OKGRDJDJ.js";
import {
  ask,
  dispatchEvent,
  dispatchOnTag,
  ensure,
  githubError,
  isMissing,
  place
} from "./chunks/chunk-OVRQ76BB.js";
import "./chunks/chunk-VWXG6MCY.js";
import "./chunks/chunk-3VN7KAAN.js";
import "./chunks/chunk-D3UMHPRW.js";
import "./chunks/chunk-LI52RCIJ.js";
import "./chunks/chunk-XO5JQL67.js";
import "./chunks/chunk-BKTQUDV5.js";
import "./chunks/chunk-OURY2R3Y.js";
import "./chunks/chunk-WODW6QLJ.js";
import "./chunks/chunk-MWR6NNKJ.js";
import "./chunks/chunk-YNM2ISVB.js";
import "./chunks/chunk-HNLYTX22.js";
import "./chunks/chunk-6CN4LEXX.js";
import "./chunks/chunk-OTSDDIBK.js";
import "./chunks/chunk-5W2HGUAS.js";
import "./chunks/chunk-XDYCZZDE.js";
import "./chunks/chunk-OMPJI4UT.js";
import "./chunks/chunk-66IREITO.js";
import "./chunks/chunk-XQU7DUIC.js";
import "./chunks/chunk-K6RBPTZY.js";
import "./chunks/chunk-76WXOG6K.js";
import "./chunks/chunk-B2NQQHU2.js";
import "./chunks/chunk-FZVAZGKR.js";
import "./chunks/chunk-PA7GLSC6.js";
import "./chunks/chunk-L5IA356N.js";
import "./chunks/chunk-MORT2R73.js";
import "./chunks/chunk-CBRLMCP6.js";
import {
  terminalText
} from "./chunks/chunk-RP7UHRVK.js";
import "./chunks/chunk-APUJC5QJ.js";
import "./chunks/chunk-V6L2EAQG.js";
import "./chunks/chunk-Y32QYVUL.js";
import "./chunks/chunk-GSDF2R77.js";
import "./chunks/chunk-DC5UOV2E.js";
import "./chunks/chunk-U6C5IWEH.js";
import "./chunks/chunk-XBNBSL6G.js";
import "./chunks/chunk-3F67QG7H.js";
import "./chunks/chunk-IY3EL66N.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/entry/action/release.ts
import path2 from "node:path";

// src/github/deployment.ts
var longestDescription = 140;
function deploymentsOf(entries, model) {
  const deployments = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (entry.model !== model) continue;
    if (entry.kind === "rollout-started") {
      const { version, rollout, steps } = entry;
      const statuses = [status("in_progress", `v${version} is being rolled out: ${steps.map(percent).join(" \u2192 ")}`)];
      deployments.set(rollout, { model, version, rollout, steps, statuses });
    } else if ("rollout" in entry) {
      const known = deployments.get(entry.rollout);
      const next = known === void 0 ? void 0 : statusOf(entry, known);
      if (known !== void 0 && next !== void 0)
        deployments.set(entry.rollout, { ...known, statuses: [...known.statuses, next] });
    }
  }
  return [...deployments.values()].map(({ steps: _, ...deployment }) => deployment);
}
function statusOf(entry, { version, steps }) {
  if (entry.kind === "rollout-weight")
    return status(
      "in_progress",
      `v${version} gets ${percent(entry.weight)} of the traffic, step ${entry.step + 1} of ${steps.length}`
    );
  if (entry.kind === "rollout-judged")
    return status("in_progress", `v${version}, step ${entry.step + 1} of ${steps.length}: ${entry.verdict}`);
  if (entry.kind === "rollout-finished")
    return entry.outcome === "promoted" ? status("success", `v${version} serves: ${entry.why}`) : status("failure", `v${version} was taken back: ${entry.why}`);
  return void 0;
}
function status(state, text) {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")];
  let description = "";
  for (const character of characters) {
    if (description.length + character.length > longestDescription - 1) return { state, description: `${description}\u2026` };
    description += character;
  }
  return { state, description };
}
function percent(share) {
  return `${Number((share * 100).toFixed(1))} %`;
}
async function showDeployment(github, deployment, where) {
  await ask(`show the roll-out in the environment ${where.environment}`, "deployments: write", async () => {
    const id = await ensureDeployment(github, deployment, where);
    for (const status2 of await missingStatuses(github, id, deployment.statuses))
      await addStatus(github, id, status2, where);
    if (deployment.statuses.at(-1)?.state === "success") await retireOthers(github, id, where);
  });
}
async function ensureDeployment(github, { model, version, rollout }, { environment, commit }) {
  const api = await github.api();
  const find = async () => (await deploymentsIn(github, environment)).find(({ payload }) => rolloutIn(payload) === rollout);
  const make = async () => {
    const { data } = await api.rest.repos.createDeployment({
      ...place(github),
      ref: commit,
      environment,
      description: status("in_progress", `${model} v${version}`).description,
      payload: { model, version, rollout },
      // Otherwise GitHub merges the default branch into the commit, and waits for checks of which this job is one.
      auto_merge: false,
      required_contexts: [],
      production_environment: true,
      transient_environment: false
    });
    if (!("id" in data))
      throw Object.assign(new Error(data.message ?? "GitHub merged instead of deploying"), { status: 409 });
    return data;
  };
  return (await ensure(find, make, github)).thing.id;
}
async function deploymentsIn(github, environment) {
  const api = await github.api();
  return api.paginate(api.rest.repos.listDeployments, { ...place(github), environment, per_page: 100 });
}
function rolloutIn(payload) {
  const value = typeof payload === "string" ? parsed(payload) : payload;
  const rollout = value !== null && typeof value === "object" ? value.rollout : void 0;
  return typeof rollout === "string" ? rollout : void 0;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
async function statusesOf(github, id) {
  const api = await github.api();
  return api.paginate(api.rest.repos.listDeploymentStatuses, { ...place(github), deployment_id: id, per_page: 100 });
}
async function missingStatuses(github, id, wanted) {
  const there = await statusesOf(github, id);
  return wanted.filter((each) => !there.some((one) => isSame(one, each)));
}
function isSame(a, b) {
  return a.state === b.state && a.description === b.description;
}
async function addStatus(github, id, wanted, { environmentUrl, logUrl }) {
  const api = await github.api();
  const find = async () => (await statusesOf(github, id)).find((one) => isSame(one, wanted));
  const make = async () => (await api.rest.repos.createDeploymentStatus({
    ...place(github),
    deployment_id: id,
    state: wanted.state,
    description: wanted.description,
    auto_inactive: false,
    ...environmentUrl === void 0 ? {} : { environment_url: environmentUrl },
    ...logUrl === void 0 ? {} : { log_url: logUrl }
  })).data;
  await ensure(find, make, github);
}
async function retireOthers(github, id, where) {
  for (const other of await deploymentsIn(github, where.environment)) {
    if (other.id >= id || rolloutIn(other.payload) === void 0) continue;
    const [latest] = await statusesOf(github, other.id);
    if (latest?.state === "success")
      await addStatus(github, other.id, { state: "inactive", description: "a later version serves" }, {});
  }
}

// src/github/promotion.ts
var roles = ["write", "maintain", "admin"];
async function admitPromotion(github, { actor, commit }, rules) {
  const refuse = (why) => {
    throw githubError("promotion-refused", { actor, why });
  };
  if (rules.approved !== void 0 && rules.approved !== commit)
    refuse(`the approved commit is ${rules.approved}, and this is ${commit ?? "not known"}`);
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:_[A-Za-z0-9]+)?$/.test(actor)) refuse("that is no person");
  const { role, type } = await roleOf(github, actor);
  if (type !== "User") refuse("that is no person");
  if (!roles.slice(roles.indexOf(rules.role)).some((enough) => enough === role))
    refuse(`their role in the repository is ${role}, and ${rules.role} is needed`);
  if (rules.promoters.length > 0 && !await isAmong(github, actor, rules.promoters))
    refuse("they are not among the promoters");
}
async function roleOf(github, actor) {
  const api = await github.api();
  return ask(`tell the role of ${actor}`, "contents: read", async () => {
    try {
      const { data } = await api.rest.repos.getCollaboratorPermissionLevel({ ...place(github), username: actor });
      const known = roles.includes(data.role_name);
      const role = known || ["read", "triage", "none"].includes(data.role_name) ? data.role_name : data.permission;
      return { role, type: data.user?.type ?? "unknown" };
    } catch (error) {
      if (isMissing(error)) return { role: "none", type: "User" };
      throw error;
    }
  });
}
async function isAmong(github, actor, promoters) {
  const [teams, people] = [promoters.filter((one) => one.includes("/")), promoters.filter((one) => !one.includes("/"))];
  if (people.some((one) => one.toLowerCase() === actor.toLowerCase())) return true;
  for (const team of teams) if (await isInTeam(github, actor, team)) return true;
  return false;
}
async function isInTeam(github, actor, team) {
  const api = await github.api();
  const [org = "", team_slug = ""] = team.split("/");
  return ask(`tell whether ${actor} is in the team ${team}`, "read:org", async () => {
    try {
      const { data } = await api.rest.teams.getMembershipForUserInOrg({ org, team_slug, username: actor });
      return data.state === "active";
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  });
}
async function isProtected(github, environment) {
  const api = await github.api();
  try {
    const { data } = await api.rest.repos.getEnvironment({ ...place(github), environment_name: environment });
    return (data.protection_rules ?? []).length > 0;
  } catch (error) {
    if (isMissing(error)) return false;
    const { status: status2 } = error;
    if (status2 === void 0) throw error;
    return void 0;
  }
}

// src/github/release.ts
async function publishRelease(github, release) {
  await ensureTag(github, release);
  return ask(`publish the release ${release.tag}`, "contents: write", () => publish2(github, release));
}
async function publish2(github, release) {
  const api = await github.api();
  const at = place(github);
  const find = async () => {
    const all = await api.paginate(api.rest.repos.listReleases, { ...at, per_page: 100 });
    const named = all.filter(({ tag_name }) => tag_name === release.tag);
    return named.find(({ draft }) => !draft) ?? named.toSorted((a, b) => a.id - b.id)[0];
  };
  const words = {
    tag_name: release.tag,
    name: release.name,
    body: release.body,
    prerelease: release.prerelease
  };
  const make = async () => (await api.rest.repos.createRelease({ ...at, ...words, target_commitish: release.commit, draft: true })).data;
  const { thing, made } = await ensure(find, make, github);
  const missing = await missingAssets(github, thing.id, release.assets, thing.draft);
  if (!thing.draft) {
    if (missing.length > 0)
      throw githubError("release-differs", { tag: release.tag, missing: missing.map(({ name }) => name) });
    return { url: thing.html_url, outcome: "unchanged", publishedAt: thing.published_at ?? "" };
  }
  for (const asset of missing) await upload(github, thing, asset);
  const { data } = await api.rest.repos.updateRelease({
    ...at,
    ...words,
    release_id: thing.id,
    draft: false,
    make_latest: release.latest ? "true" : "false"
  });
  const outcome = made ? "published" : "completed";
  return { url: data.html_url, outcome, publishedAt: data.published_at ?? "" };
}
function storedAssets(github, release) {
  return github.api().then(
    (api) => api.paginate(api.rest.repos.listReleaseAssets, { ...place(github), release_id: release, per_page: 100 })
  );
}
async function missingAssets(github, release, wanted, draft) {
  const stored = await storedAssets(github, release);
  if (!draft) return wanted.filter(({ name }) => !stored.some((each) => each.name === name));
  const api = await github.api();
  for (const each of stored) {
    const asset = wanted.find(({ name }) => name === each.name);
    if (asset !== void 0 && !isWhole(each, asset)) await remove(api, github, each.id);
  }
  return wanted.filter((asset) => !stored.some((each) => each.name === asset.name && isWhole(each, asset)));
}
function isWhole({ state, size, digest }, { bytes, sha256 }) {
  return state === "uploaded" && size === bytes && (digest ?? `sha256:${sha256}`) === `sha256:${sha256}`;
}
async function remove(api, github, id) {
  try {
    await api.rest.repos.deleteReleaseAsset({ ...place(github), asset_id: id });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
async function upload(github, release, asset) {
  const api = await github.api();
  const find = async () => {
    const found = (await storedAssets(github, release.id)).find(({ name }) => name === asset.name);
    if (found === void 0 || isWhole(found, asset)) return found;
    await remove(api, github, found.id);
    return void 0;
  };
  const make = async () => {
    const data = await asset.read();
    const headers = { "content-type": "application/octet-stream", "content-length": asset.bytes };
    const [baseUrl = ""] = release.upload_url.split("/repos/");
    const to = { ...place(github), baseUrl, release_id: release.id, name: asset.name };
    return (await api.rest.repos.uploadReleaseAsset({ ...to, data, headers })).data;
  };
  await ensure(find, make, github);
}
async function ensureTag(github, release) {
  const api = await github.api();
  const at = place(github);
  await ask(`set the tag ${release.tag}`, "contents: write", async () => {
    const find = async () => {
      try {
        const { object } = (await api.rest.git.getRef({ ...at, ref: `tags/${release.tag}` })).data;
        if (object.type !== "tag") return object.sha;
        return (await api.rest.git.getTag({ ...at, tag_sha: object.sha })).data.object.sha;
      } catch (error) {
        if (isMissing(error)) return void 0;
        throw error;
      }
    };
    const make = async () => {
      const { tag, message, commit } = release;
      const { sha } = (await api.rest.git.createTag({ ...at, tag, message, object: commit, type: "commit" })).data;
      await api.rest.git.createRef({ ...at, ref: `refs/tags/${tag}`, sha });
      return commit;
    };
    const { thing } = await ensure(find, make, github);
    if (thing !== release.commit)
      throw githubError("tag-elsewhere", { tag: release.tag, at: thing, wanted: release.commit });
  });
}

// src/entry/action/assets.ts
import path from "node:path";
async function releaseAssets(report, world) {
  const { release, files } = report;
  if (release === void 0) return [];
  const store = openStore(homeOf(world).store, world.files);
  const base = `${release.model}-${release.version}`;
  const main = await store.path(release.artifact);
  const members = release.artifact.files ?? [release.artifact];
  const model = members.map((member, index) => {
    const place2 = index === 0 ? main : path.join(path.dirname(main), member.name);
    const name = index === 0 ? `${base}${path.extname(member.name) || ".onnx"}` : `${base}-${path.basename(member.name)}`;
    return { name: safeName(name), sha256: member.sha256, bytes: member.bytes, read: () => world.files.read(place2) };
  });
  const written = [
    ["evidence.json", files["evidence"]],
    ["report.html", files["html"]]
  ].flatMap(([suffix, file]) => file === void 0 ? [] : [{ name: safeName(`${base}-${suffix}`), file }]);
  const others = await Promise.all(
    written.map(
      async ({ name, file }) => ({
        name,
        sha256: await world.files.hash(file),
        bytes: await world.files.size(file) ?? 0,
        read: () => world.files.read(file)
      })
    )
  );
  return [...model, ...others];
}
function safeName(name) {
  return name.replace(/[^A-Za-z0-9._-]+/g, "-");
}

// src/entry/action/release.ts
process.exitCode = await asAction(async (mask) => {
  const here = runOnGitHub(process.env, context.payload);
  const inputs = pipelineInputs(here);
  const wanted = {
    comment: "never",
    check: choice("check", modes),
    status: choice("status", ["never", "auto", "always"]),
    silentWhen: "never"
  };
  const environment = getInput("environment") || "production";
  const world = actionWorld(inputs.folder, mask);
  await admit(world, here, environment);
  const watched = watcher(world, here, environment);
  const ran = await runPipeline(inputs, world, here, mask, (event) => {
    if (event.event === "recorded") watched.hear(event.entry);
  });
  await tell(ran, here, mask);
  await watched.settled();
  await show(ran, world, here, environment);
  await publish(ran.report, annotationsOf(ran.report, ran.pipeline, here.workspace), here, world, wanted);
  return exitCodeOf(ran.report, inputs.failOn);
});
async function admit({ github, trust, commit }, here, environment) {
  const rules = {
    role: choice("promote-role", roles),
    promoters: getMultilineInput("promoters"),
    approved: getInput("approved-sha") || void 0
  };
  if (trust.level === "untrusted") throw githubError("promotion-refused", { actor: here.actor, why: trust.why });
  if (github === void 0) throw entryError("github-token-missing", {});
  await admitPromotion(github, { actor: here.actor, commit }, rules);
  if (await isProtected(github, environment) === false)
    warning(
      `Nothing on GitHub guards the environment ${terminalText(environment)}. Give it required reviewers, and name it in the job: environment: ${terminalText(environment)}.`,
      { title: "environment-unprotected" }
    );
}
function watcher(world, here, environment) {
  const heard = [];
  let last = Promise.resolve();
  return {
    hear(entry) {
      heard.push(entry);
      if (!entry.kind.startsWith("rollout")) return;
      const known = [...heard];
      last = last.then(() => showLast(known, world, here, environment)).catch(() => void 0);
    },
    settled: () => last
  };
}
async function showLast(entries, { github }, here, environment) {
  const model = entries.at(-1)?.model;
  const deployment = model === void 0 ? void 0 : deploymentsOf(entries, model).at(-1);
  if (github === void 0 || deployment === void 0) return;
  const source = entries.find(
    (entry) => entry.kind === "release" && entry.version === deployment.version && entry.model === model
  );
  const commit = (source?.kind === "release" ? source.source : void 0) ?? here.commit;
  if (commit === void 0) return;
  const environmentUrl = getInput("environment-url") || void 0;
  await showDeployment(github, deployment, { environment, commit, environmentUrl, logUrl: here.runUrl });
}
async function show({ report, pipeline }, world, here, environment) {
  const { github, commit } = world;
  if (github === void 0 || report.release === void 0) return;
  const entries = (await lazyLedger(pipeline, world, path2.dirname(report.files["json"] ?? "")).read()).filter(
    ({ model: model2 }) => model2 === report.release?.model
  );
  const { model, version, tag } = report.release;
  const recorded = entries.find((entry) => entry.kind === "release" && entry.version === version);
  const source = (recorded?.kind === "release" ? recorded.source : void 0) ?? commit;
  const notes = renderReleaseNotes(report, linksOf(report, here));
  if (source !== void 0 && notes !== void 0 && choice("github-release", ["true", "false"]) === "true") {
    const release = {
      tag,
      commit: source,
      message: `${model} ${version}`,
      name: `${model} ${version}`,
      body: notes,
      prerelease: version.includes("-"),
      latest: report.outcome === "pass" && !version.includes("-"),
      assets: await releaseAssets(report, world)
    };
    const { url, outcome, publishedAt } = await publishRelease(github, release);
    setOutput("release-url", url);
    setOutput("release", outcome);
    await dispatchAfter(github, publishedAt, { model, version, tag, sha: source });
  }
  if (entries.some(({ kind }) => kind === "rollout-started")) await showLast(entries, world, here, environment);
}
async function dispatchAfter(github, publishedAt, said) {
  for (const workflow of getMultilineInput("dispatch")) await dispatchOnTag(github, workflow, said.tag, said);
  for (const event of getMultilineInput("dispatch-event")) await dispatchEvent(github, event, publishedAt, said);
}
