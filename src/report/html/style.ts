/**
 * The style sheet of the page. Colours keep a contrast of 4.5 : 1 or more on their ground in both schemes; verdicts differ
 * in hue and lightness for colour-blind readers (green, vermilion, ochre), and always by a glyph and a word too.
 */
export const style: string = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --ink: #16181d; --soft: #5b6270; --line: #dfe3ea; --faint: #f0f2f6;
  --production: #7a8699; --candidate: #0b6bcb; --pass: #0a7d5a; --fail: #c2410c; --inconclusive: #946200; --calm: #5b6270;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1116; --card: #161a21; --ink: #e8eaee; --soft: #9ba4b3; --line: #2b313b; --faint: #1e232b;
    --production: #98a4b8; --candidate: #5aa9ff; --pass: #3ecf9b; --fail: #ff8f66; --inconclusive: #e3b341; --calm: #9ba4b3;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
.inside { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
h1, h2, p, ul, dl, dd, figure, pre, table { margin: 0; }
ul { padding: 0; list-style: none; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; }
a { color: var(--candidate); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--candidate); outline-offset: 3px; border-radius: 4px; }
.soft, .remedy, dt { color: var(--soft); }

.pass, .measured, .done, .cached { --tone: var(--pass); }
.fail, .error, .rolled-back { --tone: var(--fail); }
.inconclusive, .not-checked, .cancelled { --tone: var(--inconclusive); }
.skipped { --tone: var(--calm); }

.verdict { background: var(--card); border-top: 6px solid var(--tone); border-bottom: 1px solid var(--line); padding: 36px 0 28px; }
.headline { display: flex; gap: 20px; align-items: flex-start; }
.mark { flex: none; width: 56px; height: 56px; border-radius: 50%; display: grid; place-items: center; font-size: 30px; font-weight: 700; line-height: 1; color: var(--card); background: var(--tone); }
h1 { font-size: 30px; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; }
h1 .word { color: var(--tone); white-space: nowrap; }
.sentence { margin-top: 8px; font-size: 18px; max-width: 76ch; }
.warned { white-space: nowrap; font-size: 15px; color: var(--inconclusive); }

.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 12px; margin-top: 28px; }
.tiles li { display: flex; flex-direction: column; gap: 2px; padding: 14px 16px; border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; }
.tiles .name { font-size: 14px; color: var(--soft); }
.tiles .change { font-size: 27px; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.whole { display: inline-block; max-width: 100%; }
.tiles .soft { font-size: 14px; }
.tiles .badge { margin-top: 6px; }

.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 14px 28px; margin-top: 24px; }
.facts dt { font-size: 13px; }
.facts dd { font-size: 15px; }
.facts > div:has(.digest, ul) { grid-column: 1 / -1; }

nav { background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 1; }
nav .inside { display: flex; flex-wrap: wrap; gap: 2px 20px; padding-top: 11px; padding-bottom: 11px; font-size: 14px; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; }

section { margin-top: 20px; padding: 24px 28px 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h2 { font-size: 19px; font-weight: 650; letter-spacing: -.01em; margin-bottom: 8px; scroll-margin-top: 64px; }
section > :not(h2) + :is(figure, table, details) { margin-top: 22px; }
.lead { margin-bottom: 4px; }

table { width: 100%; border-collapse: collapse; font-size: 15px; }
caption { text-align: left; color: var(--soft); font-size: 14px; padding-bottom: 8px; }
th, td { padding: 9px 14px 9px 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { white-space: nowrap; font-size: 13px; font-weight: 500; color: var(--soft); border-bottom-color: var(--soft); }
tbody th { font-weight: 550; min-width: 120px; }
.long { min-width: 180px; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.number, .short { white-space: nowrap; }
th.number + th:not(.number), td.number + td:not(.number) { padding-left: 10px; }
th .soft { font-weight: 400; }

.badge { display: inline-block; color: var(--tone); font-weight: 600; font-size: 14px; white-space: nowrap; }
.chip { display: inline-block; padding: 0 8px; border-radius: 9px; background: var(--faint); color: var(--soft); font-size: 12px; font-weight: 500; }

figure { min-width: 0; }
figcaption { margin-top: 10px; color: var(--soft); font-size: 14px; max-width: 90ch; }
figcaption strong { color: var(--ink); }
.plot { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr)); gap: 32px 28px; }
.key { margin-bottom: 12px; font-size: 14px; color: var(--soft); }
.swatch { display: inline-block; width: 12px; height: 12px; border-radius: 3px; margin: 0 6px 0 0; vertical-align: -1px; }
.swatch.candidate { margin-left: 16px; }
.swatch.production { background: var(--production); }
.swatch.candidate { background: var(--candidate); }

details { border-top: 1px solid var(--line); padding-top: 12px; }
summary { cursor: pointer; color: var(--soft); font-size: 14px; }
details[open] summary { margin-bottom: 12px; }
pre { margin-top: 10px; padding: 12px 16px; background: var(--faint); border-radius: 8px; white-space: pre-wrap; }
.digest { font-size: 13px; color: var(--soft); }
.notices li { padding: 10px 0 10px 16px; border-left: 3px solid var(--inconclusive); }
.notices li + li { margin-top: 12px; }
.notices.problems { margin-top: 20px; }
.notices.problems li { border-left-color: var(--fail); }
.notices code { color: var(--soft); }
.findings li + li { margin-top: 6px; }
.next li + li { margin-top: 8px; }
.next code { padding: 3px 8px; background: var(--faint); border-radius: 6px; }
footer.inside { color: var(--soft); font-size: 13px; padding-top: 24px; padding-bottom: 48px; }

@media (max-width: 820px) {
  .wide { display: none; }
  .narrow { display: block; }
  .inside { padding: 0 16px; }
  main.inside { padding: 0 8px; }
  .verdict { padding: 24px 0 20px; }
  .headline { gap: 14px; }
  .mark { width: 40px; height: 40px; font-size: 21px; }
  h1 { font-size: 24px; }
  .sentence { font-size: 16px; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
  .tiles .change { font-size: 22px; }
  .facts dd { font-size: 14px; }
  nav { position: static; }
  h2 { scroll-margin-top: 8px; }
  section { padding: 18px 16px 20px; margin-top: 12px; border-radius: 10px; }
  .facts { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
  table, tbody, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 16px; padding: 12px 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; padding-bottom: 0; }
  th, td, td.number, th.number, td.short { border: 0; padding: 0; text-align: left; white-space: normal; }
  th.number + td, td.number + td:not(.number) { padding-left: 0; }
  tr > th, tr > .long { grid-column: 1 / -1; min-width: 0; }
  td::before { content: attr(data-label); display: block; color: var(--soft); font-size: 13px; }
}
@media print {
  body, .verdict, section, nav { background: none; }
  nav { display: none; }
  section { break-inside: avoid; border: 0; padding: 12px 0; }
}
`
