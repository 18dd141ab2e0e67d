// Takes keys for what links, buttons and fields of the page do. All of it is reached without them.

const leads = JSON.parse(document.querySelector("[data-shortcuts]").dataset.shortcuts);
const patienceMs = 1500;
const typing = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
let first = { key: "", at: 0 };

document.addEventListener("keydown", (event) => {
  const { key, target, timeStamp } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || target.closest?.(typing)) return;
  const isSecond = first.key !== "" && timeStamp - first.at < patienceMs;
  const keys = isSecond ? `${first.key} ${key}` : key;
  first = { key: !isSecond && key === "g" ? key : "", at: timeStamp };
  if (act(keys)) event.preventDefault();
});

function act(keys) {
  if (Object.hasOwn(leads, keys)) return goTo(leads[keys]);
  if (keys === "j") return move(1);
  if (keys === "k") return move(-1);
  if (keys === "x") return press(here()?.querySelector("input[type=checkbox]"));
  return press(document.querySelector(`[data-shortcut="${CSS.escape(keys)}"]`));
}

function goTo(address) {
  location.assign(address);
  return true;
}

/** The row that the focus is in. */
function here() {
  return document.activeElement?.closest("[data-row]");
}

function move(by) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const now = rows.indexOf(here());
  const next = rows[now < 0 ? 0 : now + by];
  next?.querySelector("a").focus();
  return next !== undefined;
}

function press(element) {
  if (!element) return false;
  if (element.matches("textarea")) element.focus();
  else element.click();
  return true;
}
