/** The look of the officer's pages: dense and plain, and unlike the citizen's. */
export const stylesheet = `
:root { --ink:#16202b; --soft:#4a5867; --line:#c9d2dc; --paper:#fff; --ground:#eef1f5; --bar:#1b2733;
  --accent:#0b6b64; --tint:#e8f3f2; --bad:#a4161a; --good:#1b6e3c; --wait:#7a4a00; }
.uniform { --accent:#5b2a91; --tint:#f1ecf7; }
.pay { --accent:#0b4f8a; --tint:#e9f1f8; }
.places { --accent:#3f6212; --tint:#eef4e4; }
.valuebill { --accent:#8a2f0b; --tint:#f8eee9; }
* { box-sizing:border-box; }
html { font:.9375rem/1.45 "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", sans-serif; }
body { margin:0; color:var(--ink); background:var(--ground); overflow-wrap:anywhere; }
a { color:var(--accent); }
a:hover { text-decoration-thickness:2px; }
:focus-visible { outline:3px solid #ffbf1f; outline-offset:2px; box-shadow:0 0 0 2px #16202b; }
.hidden { position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%); white-space:nowrap; }
.skip { position:absolute; left:-99rem; padding:.5rem; background:#fff; }
.skip:focus { left:.5rem; top:.5rem; }
.bar { background:var(--bar); color:#fff; border-bottom:4px solid var(--accent); }
.bar-in, main, footer { max-width:76rem; margin:0 auto; }
.bar-in { padding:.55rem 1rem; display:flex; flex-wrap:wrap; gap:.3rem 1.4rem; align-items:center; }
.bar strong { font-size:1.05rem; }
.bar .label { background:#ffdf6b; color:#16202b; padding:.05rem .5rem; border-radius:2px; font-size:.85rem; font-weight:600; }
.bar nav { margin-left:auto; }
.bar nav ul { display:flex; flex-wrap:wrap; gap:.2rem 1.1rem; list-style:none; margin:0; padding:0; }
.bar a { color:#fff; display:inline-block; padding:.2rem 0; }
.bar a[aria-current] { font-weight:600; text-decoration:none; border-bottom:2px solid #ffdf6b; }
main { padding:1rem; }
footer { padding:0 1rem 1.5rem; color:var(--soft); font-size:.87rem; }
h1 { font-size:1.5rem; line-height:1.25; margin:.4rem 0 .5rem; }
h2 { font-size:1.06rem; margin:0 0 .6rem; }
h3 { font-size:.95rem; margin:0 0 .2rem; }
p { margin:.3rem 0 .7rem; }
.lead { font-size:1.07rem; max-width:48rem; margin-bottom:1rem; }
.soft { color:var(--soft); }
.head { display:flex; flex-wrap:wrap; gap:.2rem 1rem; align-items:baseline; margin-bottom:1rem; }
.head .tag { font-size:1rem; }
.panel { background:var(--paper); border:1px solid var(--line); border-radius:3px; padding:.9rem 1rem; margin:0 0 1rem; }
.panel > :last-child { margin-bottom:0; }
.columns { display:grid; grid-template-columns:minmax(0,1fr); gap:0 1rem; align-items:start; }
@media (min-width:60rem) { .columns { grid-template-columns:minmax(0,1.7fr) minmax(0,1fr); } }
.cards { display:grid; gap:0 1rem; grid-template-columns:repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); }
.card { border-top:4px solid var(--accent); }
.card .users { font-weight:600; margin-bottom:.2rem; }
ul.links li { padding:.2rem 0; }
table { width:100%; border-collapse:collapse; }
caption { text-align:left; color:var(--soft); padding-bottom:.3rem; }
th, td { text-align:left; vertical-align:top; padding:.4rem .7rem .4rem 0; border-bottom:1px solid var(--line); }
thead th { font-size:.85rem; color:var(--soft); border-bottom:2px solid var(--line); }
tr:last-child > * { border-bottom:0; }
dl { margin:0; }
dl.facts { display:grid; grid-template-columns:minmax(0,1fr); }
dl.facts dt { font-weight:600; font-size:.87rem; color:var(--soft); }
dl.facts dd { margin:0 0 .5rem; white-space:pre-line; }
@media (min-width:40rem) {
  dl.facts { grid-template-columns:minmax(8rem,13rem) minmax(0,1fr); }
  dl.facts dt, dl.facts dd { margin:0; padding:.3rem .7rem .3rem 0; border-bottom:1px solid var(--line); }
  dl.facts dt:last-of-type, dl.facts dd:last-of-type { border-bottom:0; }
  .narrow { display:none; }
}
@media (max-width:39.99rem) { .wide { display:none; } .bar nav { margin-left:0; } .narrow { display:block; } }
dl.facts .long { max-height:15rem; overflow:auto; padding:.4rem .6rem; border:1px solid var(--line); background:#f7f9fb; }
dl.story > div { padding:.4rem 0; border-bottom:1px solid var(--line); }
dl.story > div:first-child { padding-top:0; }
dl.story > div:last-child { border-bottom:0; padding-bottom:0; }
dl.story dt { color:var(--soft); }
dl.story dd { margin:0; white-space:pre-line; }
@media (min-width:40rem) { dl.story > div { display:grid; grid-template-columns:minmax(0,17rem) minmax(0,1fr); gap:0 1.2rem; } }
@media (max-width:39.99rem) { dl.story dd { font-weight:600; } }
.entries { list-style:none; margin:0; padding:0; white-space:normal; }
.entries li { padding-bottom:.4rem; }
.entries p { margin:0; }
.jump { display:flex; flex-wrap:wrap; gap:.2rem 1rem; margin-bottom:1rem; }
.jump a { padding:.2rem 0; }
@media (min-width:60rem) { .jump { display:none; } }
.map { margin:0 0 .8rem; }
.map svg { display:block; width:100%; max-width:32rem; height:auto; border:1px solid var(--line); }
.map .ground { fill:#f4f7f0; }
.map .square { stroke:#cbd6c2; }
.map .kilometre { stroke:#6f8460; stroke-width:2; }
.map text { font-size:11px; fill:#3c4a33; paint-order:stroke; stroke:#f4f7f0; stroke-width:3px; }
.map .pin { fill:var(--accent); stroke:#fff; stroke-width:2; }
.map .hole { fill:#fff; }
.map .bar { fill:none; stroke:#16202b; stroke-width:2; }
.map figcaption { color:var(--soft); font-size:.87rem; margin-top:.3rem; }
.tag { display:inline-block; overflow-wrap:normal; padding:.02rem .5rem; border-radius:9px; font-size:.84rem; font-weight:600;
  border:1px solid currentcolor; background:#fff; color:var(--accent); }
.tag.closed { color:var(--soft); }
.tag.good { color:var(--good); } .tag.bad { color:var(--bad); } .tag.wait { color:var(--wait); }
.citizen { background:var(--tint); border-left:6px solid var(--accent); }
.citizen .stage { font-size:1.15rem; font-weight:700; margin-bottom:.2rem; }
form.inline { display:flex; flex-wrap:wrap; gap:.5rem 1rem; align-items:end; }
form.inline > div { min-width:0; }
form.inline .grow { flex:1 1 14rem; }
label, legend { display:block; font-weight:600; margin:.1rem 0 .2rem; padding:0; }
.hint { color:var(--soft); margin:0 0 .25rem; font-size:.9rem; }
.check { display:flex; gap:.5rem; align-items:start; margin:.45rem 0; }
.check label { font-weight:400; margin:0; }
.check input { width:1.6rem; height:1.6rem; margin:0; flex:none; accent-color:var(--accent); }
fieldset { border:0; margin:.5rem 0; padding:0; min-width:0; }
input:not([type=checkbox]):not([type=radio]), select, textarea { font:inherit; color:inherit; width:100%; max-width:100%; min-height:2.3rem;
  padding:.38rem .5rem; border:1px solid #5d6b7a; border-radius:3px; background:#fff; }
input[type=number] { width:7rem; }
.pair { display:grid; grid-template-columns:repeat(auto-fit, minmax(9.5rem, 1fr)); gap:0 1rem; }
form.inline select { width:auto; }
textarea { min-height:4.5rem; resize:vertical; }
button { font:inherit; font-weight:600; margin-top:.6rem; padding:.42rem 1rem; border:1px solid transparent; border-radius:3px;
  background:var(--accent); color:#fff; cursor:pointer; }
button:hover { filter:brightness(.88); }
form.inline button { margin-top:0; }
.field { margin:.5rem 0; }
.wrong { color:var(--bad); font-weight:600; margin:.1rem 0; }
.summary { border:3px solid var(--bad); background:#fff; padding:.7rem 1rem; margin:0 0 1rem; border-radius:3px; }
.summary a { color:var(--bad); font-weight:600; }
.summary ul { margin:.2rem 0; padding-left:1.1rem; }
.saved { border-left:6px solid var(--good); background:#e9f5ee; padding:.55rem .9rem; margin:0 0 1rem; }
.saved p { margin:.1rem 0; max-width:56rem; }
.warning { border-left:6px solid #c77700; background:#fff6e0; padding:.55rem .9rem; margin:0 0 1rem; }
ol.trail, ul.plain { list-style:none; margin:0; padding:0; }
ol.trail > li { border-bottom:1px solid var(--line); padding:.55rem 0; }
ol.trail > li:last-child { border-bottom:0; }
ol.trail p { margin:.1rem 0 .25rem; }
.calls { font:.82rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; margin:.35rem 0 0; padding:0; list-style:none; }
.calls li { padding:.1rem 0 .1rem .6rem; border-left:3px solid var(--line); }
.quote { white-space:pre-line; border-left:3px solid var(--line); padding-left:.6rem; margin:.3rem 0; }
details summary { cursor:pointer; font-weight:600; color:var(--accent); padding:.15rem 0; }
details.panel[open] summary { margin-bottom:.5rem; }
.fault { display:grid; grid-template-columns:minmax(0,1fr); gap:.3rem 1rem; padding:.6rem 0; border-bottom:1px solid var(--line); }
@media (min-width:48rem) { .fault { grid-template-columns:minmax(0,1fr) 9rem 9rem; align-items:end; } }
`;
