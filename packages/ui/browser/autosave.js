// Keeps what is typed in a form by itself, a moment after the last key, and says how it stands.
// The form works without this; what it says is written by the server, in its language.

const afterMs = 1500;

class Autosave {
  constructor(form) {
    this.form = form;
    this.said = form.querySelector("[data-autosave-said]");
    form.addEventListener("input", () => this.soon());
    // What is sent as a whole need not be kept beside it.
    form.addEventListener("submit", () => clearTimeout(this.timer));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), afterMs);
  }

  /** One at a time: what is typed meanwhile is kept after. */
  async save() {
    if (this.running) return this.soon();
    this.running = true;
    const body = new URLSearchParams(new FormData(this.form));
    const { since, once } = this.form.elements;
    // What is sent next says something else, also where it is sent before this is answered.
    once.value = crypto.randomUUID();
    const answer = await fetch(this.form.action, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
    }).catch(() => undefined);
    const told = await answer?.json().catch(() => undefined);
    this.running = false;
    this.said.textContent = told?.said ?? this.said.dataset.autosaveLost;
    if (told?.revision) since.value = told.revision;
    if (told && answer.ok) this.remember(body);
  }

  /** What is saved is what stands there: typing it back to what it was before is a change again. */
  remember(body) {
    for (const was of this.form.querySelectorAll('[name^="was-"]'))
      was.value = body.get(was.name.slice("was-".length)) ?? "";
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);
