import { Marked, type Tokens } from 'marked';
import { renderPlot } from './render-plot.ts';

export type PageComment = Readonly<{ author: string; body: string }>;

export type PageOptions = Readonly<{
  comments: readonly PageComment[];
  number?: number;
  draft?: boolean;
  author?: string;
  /** Branches. */
  from?: string;
  into?: string;
}>;

/** Tags that GitHub lets through and that a description of ours uses; every other one shows as text. */
const ALLOWED = /^<\/?(?:details|summary|code|sub|span|br)\s*\/?>$/i;
const ALERT = /^\s*<p>\[!(NOTE|WARNING|CAUTION|IMPORTANT|TIP)\]\s*(?:<br>)?\s*/;

/** A pull request as a person would see it: one HTML file that needs nothing else, neither scripts nor the network. */
export function renderPage(markdownBody: string, title: string, options: PageOptions): string {
  const { number, draft = false, author = 'patchwright[bot]', from, into } = options;
  const branches =
    from && into
      ? `<p class="meta">${escape(author)} wants to merge into <code>${escape(into)}</code> from <code>${escape(from)}</code></p>`
      : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title><style>${STYLE}</style></head><body><main>
<h1>${escape(title)} ${number === undefined ? '' : `<span class="number">#${number}</span>`}</h1>
<p class="meta"><span class="state ${draft ? 'draft' : 'open'}">${draft ? 'Draft' : 'Open'}</span></p>${branches}
${card(author, markdownBody)}
${options.comments.map((comment) => card(comment.author, comment.body)).join('\n')}
</main></body></html>
`;
}

function card(author: string, markdown: string): string {
  return `<section class="card"><header><b>${escape(author)}</b></header><div class="body">${toHtml(markdown)}</div></section>`;
}

/** GitHub's Markdown, near enough: tables, task lists, line ends kept, alerts, a plot in place of a diagram's source. */
function toHtml(markdown: string): string {
  const marked = new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      html: ({ text }) => filterTags(text),
      code: ({ text, lang }) => (lang === 'mermaid' ? renderPlot(text) : `<pre><code>${escape(text)}\n</code></pre>`),
      blockquote(this: { parser: { parse: (tokens: Tokens.Generic[]) => string } }, { tokens }) {
        const inner = this.parser.parse(tokens);
        const kind = ALERT.exec(inner)?.[1];
        if (kind === undefined) return `<blockquote>${inner}</blockquote>`;
        const name = kind.charAt(0) + kind.slice(1).toLowerCase();
        return `<div class="alert ${kind.toLowerCase()}"><p class="alert-title">${name}</p>${inner.replace(ALERT, '<p>').replace(/^<p>\s*<\/p>/, '')}</div>`;
      },
      table(token: Tokens.Table) {
        return `<div class="scroll">${tableHtml(this.parser, token)}</div>`;
      },
    },
  });
  return marked.parse(markdown, { async: false });
}

function tableHtml(parser: { parseInline: (tokens: Tokens.Generic[]) => string }, table: Tokens.Table): string {
  const cell = (tag: 'th' | 'td', { tokens, align }: Tokens.TableCell): string =>
    `<${tag}${align === null ? '' : ` align="${align}"`}>${parser.parseInline(tokens)}</${tag}>`;
  const head = table.header.map((each) => cell('th', each)).join('');
  const rows = table.rows.map((row) => `<tr>${row.map((each) => cell('td', each)).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}

function filterTags(html: string): string {
  return html.replaceAll(/<!--[\s\S]*?-->|<[^>]*>|</g, (tag) => {
    if (tag.startsWith('<!--')) return '';
    return ALLOWED.test(tag) ? tag : escape(tag);
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root{--line:#d1d9e0;--soft:#f6f8fa;--text:#1f2328;--dim:#59636e;--link:#0969da;--back:#fff}
@media(prefers-color-scheme:dark){:root{--line:#3d444d;--soft:#151b23;--text:#f0f6fc;--dim:#9198a1;--link:#4493f8;--back:#0d1117}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--text);font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
main{max-width:900px;margin:0 auto;padding:24px 16px}h1{font-weight:400;font-size:26px;line-height:1.25;margin:0 0 8px}.number,.meta{color:var(--dim)}.meta{margin:4px 0 8px}
.state{color:#fff;border-radius:2em;padding:4px 12px;font-weight:500}.state.open{background:#1f883d}.state.draft{background:#59636e}
.card{border:1px solid var(--line);border-radius:6px;margin:16px 0}.card>header{background:var(--soft);border-bottom:1px solid var(--line);border-radius:6px 6px 0 0;padding:8px 16px}.card>.body{padding:16px;overflow-wrap:break-word}
.body>:first-child{margin-top:0}.body>:last-child{margin-bottom:0}p,ul,ol,blockquote,pre,details,.scroll,.alert,.plot{margin:0 0 16px}ul,ol{padding-left:2em}
h2{font-size:1.5em;border-bottom:1px solid var(--line);padding-bottom:.3em;margin:24px 0 16px}h3{font-size:1.25em;margin:24px 0 16px}
a{color:var(--link);text-decoration:none}code{background:rgba(129,139,152,.15);border-radius:6px;padding:.2em .4em;font:85% ui-monospace,SFMono-Regular,Menlo,monospace;white-space:break-spaces}
pre{background:var(--soft);border-radius:6px;padding:16px;overflow:auto}pre code{background:none;padding:0;white-space:pre}.scroll{overflow-x:auto}
table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:6px 13px}tr:nth-child(2n) td{background:var(--soft)}th{font-weight:600}
summary{cursor:pointer}sub{font-size:75%;vertical-align:baseline;color:var(--dim)}li:has(>input){list-style:none;margin-left:-1.4em}
blockquote{border-left:.25em solid var(--line);color:var(--dim);padding:0 1em;margin-left:0}
.alert{border-left:.25em solid var(--c);padding:8px 16px}.alert>:last-child{margin-bottom:0}.alert-title{color:var(--c);font-weight:500;margin-bottom:8px}.note{--c:#0969da}.warning{--c:#9a6700}.caution{--c:#cf222e}.important{--c:#8250df}.tip{--c:#1a7f37}
.plot svg{max-width:100%;height:auto;font-size:12px}
@media print{details::details-content{content-visibility:visible;block-size:auto}}`;
