import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);
import {
  UserError
} from "./chunks/chunk-IY3EL66N.js";
import "./chunks/chunk-SUYYSLAR.js";

// src/entry/worker.ts
var roles = {
  bench: async () => (await import("./chunks/worker-role-IIGOVXIT.js")).createBenchRole(),
  async serve() {
    const [{ createServeRole }, { providers }] = await Promise.all([
      import("./chunks/replica-role-3SM7ZJPC.js"),
      import("./chunks/providers-ZP44FLJ2.js")
    ]);
    return createServeRole((model, threads) => providers.cpu.open(model, { threads }));
  },
  exec: async () => (await import("./chunks/exec-role-QH5MXZ46.js")).createExecRole()
};
var role = process.argv[2] ?? "";
var create = roles[role];
if (create === void 0 || process.send === void 0) {
  process.stderr.write(
    `worker.js is started by airworthy itself, with one of the roles ${Object.keys(roles).join(", ")}.
`
  );
  process.exit(2);
}
var answer = await create();
process.on("disconnect", () => process.exit(0));
process.on("message", (request) => void respond(request));
send({ ok: true, answer: "ready" });
async function respond(request) {
  try {
    send({ ok: true, answer: await answer(request) });
  } catch (thrown) {
    if (thrown instanceof UserError) send({ ok: false, problems: thrown.problems });
    else send({ ok: false, bug: thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown) });
  }
}
function send(reply) {
  process.send?.(reply);
}
