import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** A comment as a page that looks as GitHub shows it on a phone: the same markdown, fonts, tables that scroll by themselves. */
export function commentPage(markdown: string): string {
  const body = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Comment</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body { margin: 0; padding: 16px; font: 14px/1.5 -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; color: #1f2328; overflow-wrap: break-word }
h3 { font-size: 1.25em; line-height: 1.25; margin: 0 0 16px }
p, table, details, ul, blockquote, pre { margin: 0 0 16px }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; font-variant: tabular-nums }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0 }
code { padding: .2em .4em; font: 85%/1.45 ui-monospace, "DejaVu Sans Mono", monospace; background: #818b981f; border-radius: 6px; white-space: break-spaces }
pre { padding: 16px; overflow: auto; background: #f6f8fa; border-radius: 6px } pre code { background: none; padding: 0; white-space: pre }
blockquote { padding: 0 1em; color: #59636e; border-left: .25em solid #d1d9e0 }
sub { font-size: 75% } ul { padding-left: 2em } a { color: #0969da }
</style></head><body>${body}</body></html>`
}
