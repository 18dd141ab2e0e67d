// Lets an option of a long list be found by typing. The list itself stays, holds the answer and is what is sent.
import accessibleAutocomplete from "accessible-autocomplete/src/wrapper.js";

for (const select of document.querySelectorAll("select[data-type-ahead]")) enhance(select);

function enhance(select) {
  const { id } = select;
  const words = JSON.parse(select.dataset.typeAhead);
  const failed = select.classList.contains("govuk-select--error");
  // The field's own help names another id than the library's, so it is said with the library's.
  const help = (select.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((one) => document.getElementById(one)?.textContent.trim())
    .filter(Boolean);
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: "",
    autoselect: false,
    displayMenu: "overlay",
    inputClasses: failed ? "autocomplete__input--error" : null,
    tAssistiveHint: () => [...help, words.assist].join(". "),
    tNoResults: () => words.none,
    tStatusNoResults: () => words.none,
    tStatusQueryTooShort: () => "",
    tStatusResults: (count, selected) =>
      [fill(count === 1 ? words.one : words.many, { count }), selected].filter(Boolean).join(" "),
    tStatusSelectedOption: (option, count, index) =>
      fill(words.at, { option, count, at: index + 1 }),
  });
  const input = document.getElementById(id);
  input.addEventListener("input", () => choose(select, input.value));
  input.addEventListener("blur", () => choose(select, input.value));
}

/** What is typed is the answer only where the list has it: an option that was chosen before does not stay behind it. */
function choose(select, typed) {
  const wanted = typed.trim().toLowerCase();
  const options = [...select.options];
  const named = options.find((option) => option.text.trim().toLowerCase() === wanted);
  select.value = named?.value ?? "";
}

function fill(sentence, parts) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}
