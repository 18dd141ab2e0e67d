// Shows something that goes on by itself as it happens, by loading the page's own part again.
// The page works without this: it has a link to look again.

const everyMs = 1500;

function followed(root) {
  return root.querySelector("[data-follow]");
}

async function look() {
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return again();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = followed(page);
  if (!next) return again();
  show(next);
  if (next.dataset.follow === "on") again();
}

/** What somebody has opened stays open, and what they are reading keeps the focus. */
function show(next) {
  const now = followed(document);
  if (now.innerHTML === next.innerHTML) return;
  const open = [...now.querySelectorAll("details[open] summary")].map(words);
  const focused = now.contains(document.activeElement) ? words(document.activeElement) : undefined;
  hideLink(next);
  for (const summary of next.querySelectorAll("summary")) {
    if (open.includes(words(summary))) summary.parentElement.open = true;
  }
  now.replaceWith(next);
  if (focused)
    [...next.querySelectorAll("a, summary")].find((one) => words(one) === focused)?.focus();
  document.querySelector("[data-follow-said]").textContent = next.dataset.followNow;
}

function words(element) {
  return element.textContent.trim();
}

function hideLink(part) {
  for (const link of part.querySelectorAll("[data-without-script]")) link.hidden = true;
}

function again() {
  setTimeout(look, everyMs);
}

if (followed(document)?.dataset.follow === "on") {
  hideLink(document);
  again();
}
