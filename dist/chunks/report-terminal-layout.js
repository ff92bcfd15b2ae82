const gap = "  ";
function displayWidth(text) {
	let width = 0;
	for (const character of text.replace(colour, "")) width += wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
	return width;
}
function table(columns, rows, options) {
	const lines = [columns.map((column) => ({
		text: column.title,
		paint: options.heading
	})), ...rows];
	const widths = columns.map((_, index) => widest(lines.map((cells) => cells[index]?.text ?? "")));
	const kept = fitting(columns, widths, options.width);
	return lines.map((cells) => kept.map((index) => aligned(cells[index] ?? { text: "" }, columns[index]?.align ?? "left", widths[index] ?? 0)).join(gap).trimEnd());
}
function wrapped(text, width, first = "") {
	const indent = " ".repeat(displayWidth(first));
	const room = Math.max(20, width - indent.length);
	const lines = [];
	for (const word of text.split(spaceToBreak)) {
		const last = lines.at(-1);
		if (last !== void 0 && displayWidth(last) + 1 + displayWidth(word) <= room) lines.splice(-1, 1, `${last} ${word}`);
		else lines.push(word);
	}
	return lines.map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd());
}
const colour = /\u001b\[\d+m/g;
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const spaceToBreak = / (?!(?:%|pp|\u00B5s|ms|s|B|kB|MB|GB)(?:[\s,.;:)]|$))/;
function fitting(columns, widths, width) {
	const kept = columns.map((_, index) => index);
	const total = () => kept.reduce((sum, index) => sum + (widths[index] ?? 0) + 2, -2);
	const spares = columns.map((column, index) => ({
		index,
		spare: column.spare
	})).filter((column) => column.spare !== void 0).sort((a, b) => (b.spare ?? 0) - (a.spare ?? 0));
	for (const { index } of spares) if (total() > width) kept.splice(kept.indexOf(index), 1);
	return kept;
}
function aligned(cell, align, width) {
	const space = " ".repeat(Math.max(0, width - displayWidth(cell.text)));
	const painted = cell.paint === void 0 || cell.text === "" ? cell.text : cell.paint(cell.text);
	return align === "left" ? painted + space : space + painted;
}
function widest(texts) {
	return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}
export { displayWidth, table, widest, wrapped };
