// Shows what has changed as it happens: the server says when, and the page's own part is loaded again.
// The page works without this, by loading it again.

const part = () => document.querySelector("[data-live]");

let source;
let loading;

function listen() {
  if (source || document.hidden) return;
  source = new EventSource(part().dataset.liveFrom);
  source.addEventListener("version", ({ data }) => {
    if (data !== part().dataset.live) load();
  });
}

function stop() {
  source?.close();
  source = undefined;
}

/** One at a time: what happens meanwhile is seen by the next. */
function load() {
  loading = (loading ?? Promise.resolve()).then(show).catch(() => undefined);
}

async function show() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("[data-live]");
  const now = part();
  if (!next || next.dataset.live === now.dataset.live) return;
  // Nobody's field is taken away while they type in it.
  if (now.querySelector("input:focus, textarea:focus, select:focus")) return;
  const held = now.contains(document.activeElement) ? words(document.activeElement) : undefined;
  now.replaceWith(document.adoptNode(next));
  if (held) [...next.querySelectorAll("a, button")].find((one) => words(one) === held)?.focus();
  const said = document.querySelector("[data-live-said]");
  said.textContent = "";
  said.textContent = `${next.dataset.liveNow} ${words(next.querySelector("[data-live-stage]") ?? next)}`;
}

function words(element) {
  return element.textContent.trim().slice(0, 200);
}

if (part()) {
  listen();
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
}
