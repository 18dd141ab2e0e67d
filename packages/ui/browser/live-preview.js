// Shows what a form would make of what is typed, a moment after the last key: the server draws it, as it does for the
// button that asks for it, and it is put in its place.

const afterMs = 400;

class LivePreview {
  constructor(form) {
    this.form = form;
    this.shown = document.getElementById(form.dataset.livePreview);
    form.addEventListener("input", () => this.soon());
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), afterMs);
  }

  /** What comes late, after something newer was asked for, is not shown. */
  async show() {
    const body = new URLSearchParams(new FormData(this.form));
    body.set("show", "preview");
    this.asked = body;
    const headers = { accept: "text/html;fragment=preview" };
    const answer = await fetch(this.form.action, { method: "POST", body, headers }).catch(
      () => undefined,
    );
    // What was led elsewhere, to sign in again say, is no preview.
    const isShown = answer?.ok && !answer.redirected;
    const html = isShown ? await answer.text() : undefined;
    if (html !== undefined && this.asked === body) this.shown.innerHTML = html;
  }
}

for (const form of document.querySelectorAll("form[data-live-preview]")) new LivePreview(form);
