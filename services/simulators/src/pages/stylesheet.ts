/** The look of the officer's pages: dense and plain, and unlike the citizen's. */
export const stylesheet = `
:root { --ink:#16202b; --soft:#4a5867; --line:#c9d2dc; --paper:#fff; --ground:#eef1f5; --bar:#1b2733;
  --accent:#0b6b64; --bad:#a4161a; --good:#1b6e3c; --wait:#7a4a00; }
body.uniform { --accent:#5b2a91; }
* { box-sizing:border-box; }
html { font:15px/1.45 "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", sans-serif; }
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
.bar a { color:#fff; }
.bar a[aria-current] { font-weight:600; text-decoration:none; }
main { padding:1rem; }
footer { padding:0 1rem 1.5rem; color:var(--soft); font-size:.87rem; }
h1 { font-size:1.5rem; line-height:1.25; margin:.4rem 0 .3rem; }
h2 { font-size:1.06rem; margin:0 0 .6rem; }
h3 { font-size:.95rem; margin:0 0 .3rem; }
p { margin:.3rem 0 .7rem; }
.soft { color:var(--soft); }
.panel { background:var(--paper); border:1px solid var(--line); border-radius:3px; padding:.9rem 1rem; margin:0 0 1rem; }
.columns { display:grid; grid-template-columns:minmax(0,1fr); gap:0 1rem; align-items:start; }
@media (min-width:60rem) { .columns { grid-template-columns:minmax(0,1.55fr) minmax(0,1fr); } }
table { width:100%; border-collapse:collapse; }
caption { text-align:left; color:var(--soft); padding-bottom:.3rem; }
th, td { text-align:left; vertical-align:top; padding:.4rem .7rem .4rem 0; border-bottom:1px solid var(--line); }
thead th { font-size:.85rem; color:var(--soft); border-bottom:2px solid var(--line); }
tr:last-child > * { border-bottom:0; }
dl.facts { display:grid; grid-template-columns:minmax(0,1fr); margin:0; }
dl.facts dt { font-weight:600; font-size:.87rem; color:var(--soft); }
dl.facts dd { margin:0 0 .5rem; white-space:pre-line; }
@media (min-width:40rem) {
  dl.facts { grid-template-columns:minmax(8rem,13rem) minmax(0,1fr); }
  dl.facts dt, dl.facts dd { margin:0; padding:.3rem .7rem .3rem 0; border-bottom:1px solid var(--line); }
}
@media (max-width:39.99rem) { .wide { display:none; } .bar nav { margin-left:0; } }
dl.facts .long { max-height:15rem; overflow:auto; padding:.4rem .6rem; border:1px solid var(--line); background:#f7f9fb; }
.tag { display:inline-block; overflow-wrap:normal; padding:.02rem .5rem; border-radius:9px; font-size:.84rem; font-weight:600;
  border:1px solid currentcolor; background:#fff; color:var(--accent); }
.tag.closed { color:var(--soft); }
.tag.good { color:var(--good); } .tag.bad { color:var(--bad); } .tag.wait { color:var(--wait); }
form.inline { display:flex; flex-wrap:wrap; gap:.5rem; align-items:end; }
label, legend { display:block; font-weight:600; margin:.1rem 0 .2rem; padding:0; }
.check { display:flex; gap:.5rem; align-items:start; margin:.25rem 0; }
.check label { font-weight:400; margin:0; }
.check input { width:1.15rem; height:1.15rem; margin:.15rem 0 0; flex:none; accent-color:var(--accent); }
fieldset { border:0; margin:.5rem 0; padding:0; min-width:0; }
input[type=text], input[type=number], select, textarea { font:inherit; color:inherit; width:100%; max-width:100%;
  padding:.38rem .5rem; border:1px solid #5d6b7a; border-radius:3px; background:#fff; }
input[type=number] { width:7rem; }
form.inline select { width:auto; }
textarea { min-height:5.5rem; resize:vertical; }
button { font:inherit; font-weight:600; margin-top:.6rem; padding:.42rem 1rem; border:1px solid transparent; border-radius:3px;
  background:var(--accent); color:#fff; cursor:pointer; }
button:hover { filter:brightness(.88); }
form.inline button { margin-top:0; }
.field { margin:.5rem 0; }
.wrong { color:var(--bad); font-weight:600; margin:.1rem 0; }
.summary { border:3px solid var(--bad); background:#fff; padding:.7rem 1rem; margin:0 0 1rem; border-radius:3px; }
.summary a { color:var(--bad); font-weight:600; }
.summary ul { margin:.2rem 0; padding-left:1.1rem; }
.warning { border-left:6px solid #c77700; background:#fff6e0; padding:.55rem .9rem; margin:0 0 1rem; }
ol.trail, ul.plain { list-style:none; margin:0; padding:0; }
ol.trail > li { border-bottom:1px solid var(--line); padding:.55rem 0; }
ol.trail > li:last-child { border-bottom:0; }
.calls { font:.82rem/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; margin:.35rem 0 0; padding:0; list-style:none; }
.calls li { padding:.1rem 0 .1rem .6rem; border-left:3px solid var(--line); }
.quote { white-space:pre-line; border-left:3px solid var(--line); padding-left:.6rem; margin:.3rem 0; }
details summary { cursor:pointer; font-weight:600; color:var(--accent); }
.fault { display:grid; grid-template-columns:minmax(0,1fr); gap:.3rem 1rem; padding:.6rem 0; border-bottom:1px solid var(--line); }
@media (min-width:48rem) { .fault { grid-template-columns:minmax(0,1fr) 9rem 9rem; align-items:end; } }
`;
