import path from "node:path";
const domain = "airworthy: a record of the home, 1";
const unsealed = {
	required: false,
	refused: new Set(),
	seal: async (_, text) => ({
		text,
		seal: ""
	}),
	unseal: async (_, kept) => ({
		text: split(kept).text,
		seal: ""
	})
};
function sealsOf(home) {
	if (home.kind !== "ci") return unsealed;
	const { seal, folder } = home;
	const refused = new Set();
	return {
		required: true,
		refused,
		async seal(name, text, after = "") {
			const own = await seal.of([
				domain,
				name,
				after,
				text
			]);
			return {
				text: joined(text, own),
				seal: own
			};
		},
		async unseal(name, kept, after = "", file = path.join(folder, name)) {
			const { text, seal: own } = split(kept);
			if (own !== "" && await seal.fits([
				domain,
				name,
				after,
				text
			], own)) return {
				text,
				seal: own
			};
			refused.add(file);
		}
	};
}
const sealed = /^\{"seal":"([0-9a-f]{64})"(?:,(?=")|(?=\}$))/;
const sealedBeside = /^\{"seal-of-value":"([0-9a-f]{64})","value":(.*)\}$/s;
function joined(text, seal) {
	if (!text.startsWith("{")) return `{"seal-of-value":"${seal}","value":${text}}`;
	return `{"seal":"${seal}"${text === "{}" ? "" : ","}${text.slice(1)}`;
}
function split(kept) {
	const beside = sealedBeside.exec(kept);
	if (beside !== null) return {
		text: beside[2] ?? "",
		seal: beside[1] ?? ""
	};
	const [start = "", seal] = sealed.exec(kept) ?? [];
	return seal === void 0 ? {
		text: kept,
		seal: ""
	} : {
		text: `{${kept.slice(start.length)}`,
		seal
	};
}
export { sealsOf, unsealed };
