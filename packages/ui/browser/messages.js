// Puts a placeholder where the cursor is, and shows a message anew once what was typed is kept.
// The form works without this: placeholders can be copied, and saving shows the message.

const form = document.querySelector("form[data-autosave]");
let field = form.elements.text;

form.addEventListener("focusin", ({ target }) => {
  if (target.matches("input[type=text], textarea")) field = target;
});

for (const item of document.querySelectorAll("[data-placeholder]")) {
  const { placeholder, placeholderTitle } = item.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = placeholderTitle;
  button.title = placeholder;
  button.addEventListener("click", () => insert(placeholder));
  item.replaceChildren(button);
}

const hint = document.querySelector("[data-placeholder-press]");
hint.textContent = hint.dataset.placeholderPress;

function insert(placeholder) {
  field.setRangeText(placeholder, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const shown = () => document.querySelector("[data-preview]");

async function showAnew() {
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("[data-preview]");
  // Whoever is choosing there is not disturbed.
  if (next && !shown().contains(document.activeElement)) shown().replaceWith(next);
}

new MutationObserver(showAnew).observe(form.querySelector("[data-autosave-said]"), {
  childList: true,
});
