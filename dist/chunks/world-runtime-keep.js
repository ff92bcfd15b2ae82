import path from "node:path";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
async function keep({ folder, marker }, fill) {
	const stem = path.join(path.dirname(folder), `.${path.basename(folder)}-`);
	await mkdir(path.dirname(folder), { recursive: true });
	await sweep(stem);
	const part = await mkdtemp(stem);
	try {
		await fill(part);
		await chmod(part, 493);
		await put(part, folder);
		await writeFile(marker, "");
	} finally {
		await rm(part, {
			recursive: true,
			force: true
		});
	}
}
async function sweep(stem) {
	const before = Date.now() - 36e5;
	for (const name of await readdir(path.dirname(stem))) {
		const part = path.join(path.dirname(stem), name);
		if (!part.startsWith(stem)) continue;
		const found = await stat(part).catch(() => void 0);
		if (found !== void 0 && found.mtimeMs < before) await rm(part, {
			recursive: true,
			force: true
		});
	}
}
async function put(part, folder, tries = 3) {
	try {
		await rename(part, folder);
	} catch (cause) {
		if (tries === 0 || !inTheWay.includes(cause.code ?? "")) throw cause;
		if (await contentOf(part) === await contentOf(folder)) return;
		await takeAway(folder, `${part}-old`);
		await put(part, folder, tries - 1);
	}
}
const inTheWay = [
	"ENOTEMPTY",
	"EEXIST",
	"EPERM"
];
async function takeAway(folder, old) {
	try {
		await rename(folder, old);
	} catch (cause) {
		if (cause.code === "ENOENT") return;
		throw cause;
	}
	await rm(old, {
		recursive: true,
		force: true
	});
}
async function contentOf(folder) {
	const names = (await readdir(folder, { recursive: true }).catch(() => [])).sort();
	return (await Promise.all(names.map(async (name) => {
		const found = await stat(path.join(folder, name)).catch(() => void 0);
		return found?.isFile() ? `${name} ${found.size}` : name;
	}))).join("\n");
}
export { keep };
