/** The look of a report: the product's colours, both themes, fit for paper, on which nothing stays folded. */
export const REPORT_CSS = `
:root{color-scheme:light dark;--ground:#fff;--panel:#f6f7f9;--line:#dfe2e8;--text:#1b1f27;--muted:#5b6472;--keep:#12734a;--drop:#b3261e;--accent:#3355c7}
@media(prefers-color-scheme:dark){:root{--ground:#12151b;--panel:#191d25;--line:#2b313c;--text:#e4e7ec;--muted:#98a1b0;--keep:#5cc497;--drop:#f0857d;--accent:#8fa8ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2rem 1.5rem 4rem;background:var(--ground);color:var(--text);font:14px/1.55 system-ui,sans-serif}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2.25rem 0 .6rem}
p{margin:.4rem 0}.muted{color:var(--muted)}.keep{color:var(--keep)}.drop{color:var(--drop)}
pre,code{font:12.5px/1.5 ui-monospace,monospace}pre{margin:.5rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:0}dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
.card{border:1px solid var(--line);border-radius:8px;background:var(--panel);padding:.7rem .9rem;margin:.6rem 0}
.card header{display:flex;gap:.8rem;align-items:baseline}.card header b{font-weight:600}.card header .muted{margin-left:auto}
.reasoning{color:var(--muted);font-style:italic}.context{border-style:dashed}
details>summary{cursor:pointer;color:var(--muted);margin-top:.5rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:3.6rem}
th{color:var(--muted);font-weight:500;white-space:nowrap}td.number{text-align:right;font-variant-numeric:tabular-nums}
.add{color:var(--keep)}.del{color:var(--drop)}.place{color:var(--accent)}
.unseen{border:1px solid var(--line);border-radius:3px;font-size:.8em;padding:0 .2em;color:var(--muted)}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.8rem;color:var(--muted);font-size:12px;overflow-wrap:anywhere}
@media print{body{max-width:none;padding:0}.card{break-inside:avoid-page}details::details-content{content-visibility:visible;block-size:auto}}
`
