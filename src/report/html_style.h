#pragma once
// The style sheet of the HTML report.

#include <string_view>

namespace twicetold::report {

inline constexpr std::string_view html_style = R"css(
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1b1b1a; --soft: #5c5a55; --rule: #d9d5cb; --card: #f4f1ea;
  --added: #0a3f96; --added-back: #e2ecfd; --removed: #7d3a00; --removed-back: #fdebd0;
  --moved: #5d3f96; --moved-back: #f1ecfb; --link: #0a3f96;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181b; --ink: #e8e5de; --soft: #a9a59b; --rule: #3a3b40; --card: #202226;
    --added: #a9caff; --added-back: #1c2f55; --removed: #ffcd8a; --removed-back: #4a3210;
    --moved: #cbb8f5; --moved-back: #2c2540; --link: #a9caff;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 78rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, Charter, "Noto Serif", Georgia, serif;
  overflow-wrap: break-word;
}
.ui, th, dl, ol.changes, .legend, nav, footer { font-family: system-ui, "Segoe UI", "Noto Sans", sans-serif; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
header { border-top: 4px double var(--ink); border-bottom: 1px solid var(--ink); padding: 1rem 0 1.1rem; }
header .ui { margin: 0; font-size: .8rem; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); }
h1 { margin: .35rem 0 .5rem; font-size: clamp(1.7rem, 4vw, 2.6rem); line-height: 1.12; font-weight: 700; text-wrap: balance; }
header p.summary { margin: 0; font-size: 1.15rem; font-style: italic; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0 0; font-size: .85rem; color: var(--soft); }
dt { font-weight: 600; }
dd { margin: 0; }
.note { margin: 1rem 0 0; padding: .6rem .9rem; border-left: 4px solid var(--removed); background: var(--card); font-size: .9rem; }
.note p { margin: .2rem 0; }
nav ol { margin: .5rem 0 0; padding-left: 1.3rem; }
h2 { margin: 2.6rem 0 .3rem; font-size: 1.45rem; line-height: 1.2; }
h3 { margin: 1.8rem 0 .5rem; font: 600 .8rem system-ui, "Segoe UI", "Noto Sans", sans-serif; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); }
p.summary { margin: .2rem 0 0; }
ol.changes { margin: 0; padding: 0; list-style: none; font-size: .92rem; columns: 26rem; column-gap: 2.5rem; }
ol.changes li { break-inside: avoid; padding: .32rem 0; border-bottom: 1px solid var(--rule); line-height: 1.4; }
ol.changes li:target { background: var(--card); }
.number { display: inline-block; min-width: 1.9em; color: var(--soft); font-variant-numeric: tabular-nums; }
.kind { font-weight: 600; }
.cosmetic .kind { font-weight: 400; color: var(--soft); }
.legend { margin: 1.2rem 0 0; font-size: .85rem; color: var(--soft); }
.legend > * { margin-right: 1.2rem; }
table { width: 100%; margin-top: .8rem; border-collapse: collapse; table-layout: fixed; }
th { padding: .4rem 1.4rem .4rem 0; text-align: start; vertical-align: bottom; font-size: .8rem; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--ink); }
td { padding: .1rem 1.5rem .1rem 0; vertical-align: top; width: 50%; }
th + th, td + td { padding: .1rem 0 .1rem 1.5rem; border-left: 1px solid var(--rule); }
td > * { margin: .5rem 0; text-wrap: pretty; }
td.none { background: repeating-linear-gradient(-45deg, transparent 0 6px, var(--card) 6px 7px); }
.headline { font-size: 1.5rem; line-height: 1.2; font-weight: 700; text-wrap: balance; }
.byline { font-style: italic; color: var(--soft); }
td h4 { font-size: 1.12rem; line-height: 1.3; }
td blockquote { padding-left: 1rem; border-left: 3px solid var(--rule); }
td blockquote p { margin: 0; }
td ul { padding-left: 1.2rem; }
.caption { font-size: .9rem; color: var(--soft); }
ins, del { border-radius: 2px; padding: 0 .08em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
ins { color: var(--added); background: var(--added-back); text-decoration: underline solid 2px; text-underline-offset: .16em; }
del { color: var(--removed); background: var(--removed-back); text-decoration: line-through solid 2px; }
ins.cosmetic { background: none; text-decoration: underline dotted 2px; }
del.cosmetic { background: none; text-decoration: line-through dotted 2px; }
ins.space, del.space { white-space: pre-wrap; outline: 1px dotted currentColor; }
.moved { background: var(--moved-back); border-bottom: 2px dashed var(--moved); -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.jump { font: 600 .72rem system-ui, "Segoe UI", "Noto Sans", sans-serif; color: var(--moved); white-space: nowrap; user-select: none; -webkit-user-select: none; }
.ref { font: .68em system-ui, "Segoe UI", "Noto Sans", sans-serif; vertical-align: super; line-height: 0; margin-left: .1em; text-decoration: none; user-select: none; -webkit-user-select: none; }
.place, ins, del, .moved { scroll-margin-top: 5rem; }
:target { outline: 3px solid var(--link); outline-offset: 2px; }
.code { font: .8em ui-monospace, monospace; color: var(--soft); }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--rule); font-size: .8rem; color: var(--soft); }
@media (max-width: 46rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; width: auto; }
  tr { border-bottom: 1px solid var(--rule); }
  td, td + td { border-left: 0; padding: .2rem 0; }
  td::before { content: attr(data-side); font: 600 .68rem system-ui, sans-serif; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); }
  td.none, tr.same td:first-child { display: none; }
  tr.same td::before { content: none; }
}
@media print {
  @page { margin: 16mm; }
  :root {
    --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --card: #f3f3f3;
    --added: #0a3f96; --added-back: #e2ecfd; --removed: #7d3a00; --removed-back: #fdebd0;
    --moved: #5d3f96; --moved-back: #f1ecfb; --link: #000;
  }
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  thead { display: table-header-group; }
  tr, li, h2, h3, .note { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  .ref, a { color: inherit; }
  .back { display: none; }
}
)css";

}  // namespace twicetold::report
