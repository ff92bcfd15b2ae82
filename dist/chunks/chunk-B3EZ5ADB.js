import { createRequire as airworthyRequire } from 'node:module'; const require = airworthyRequire(import.meta.url);

// src/world/runtime/keep.ts
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
async function keep({ folder, marker }, fill) {
  await mkdir(path.dirname(folder), { recursive: true });
  const part = await mkdtemp(path.join(path.dirname(folder), `.${path.basename(folder)}-`));
  try {
    await fill(part);
    await chmod(part, 493);
    await put(part, folder);
    await writeFile(marker, "");
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}
async function put(part, folder, tries = 3) {
  try {
    await rename(part, folder);
  } catch (cause) {
    if (tries === 0 || !inTheWay.includes(cause.code ?? "")) throw cause;
    if (await contentOf(part) === await contentOf(folder)) return;
    await rm(folder, { recursive: true, force: true });
    await put(part, folder, tries - 1);
  }
}
var inTheWay = ["ENOTEMPTY", "EEXIST", "EPERM"];
async function contentOf(folder) {
  const names = (await readdir(folder, { recursive: true })).sort();
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name));
      return found.isFile() ? `${name} ${found.size}` : name;
    })
  );
  return sizes.join("\n");
}

export {
  keep
};
