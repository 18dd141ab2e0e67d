// Uploads files one after the other while the page stays, with progress, and shows the server's own answers.
// The form works without this; what it says is written by the server, in its language.

class Uploads {
  waiting = [];
  looks = 0;

  constructor(field) {
    this.field = field;
    this.words = JSON.parse(field.dataset.words);
    this.input = field.querySelector("input[type=file]");
    this.label = field.querySelector("input[type=text]");
    this.list = document.getElementById(field.dataset.uploads);
    this.rows = make("ul", "govuk-list portal-files portal-uploads");
    this.news = make("p", "govuk-visually-hidden");
    this.news.setAttribute("role", "status");
    this.list.after(this.rows, this.news);
    this.input.multiple = true;
    for (const part of field.querySelectorAll("[data-without-script]")) part.hidden = true;
    this.input.addEventListener("change", () => this.choose([...this.input.files]));
    addEventListener("submit", (event) => this.stay(event));
    this.lookAgain();
  }

  choose(files) {
    if (files.length === 0) return;
    // What a label says is said of one file; of several, each is asked in the list.
    const said = files.length === 1 ? this.label?.value : "";
    if (said) this.label.value = "";
    for (const file of files) this.waiting.push(this.add(file, said));
    // Chosen files would be sent again with the page.
    this.input.value = "";
    this.input.dispatchEvent(new Event("change"));
    if (!this.running) this.next();
  }

  /** Whoever goes on meanwhile goes on when all is there. */
  stay(event) {
    if (!this.running || event.defaultPrevented) return;
    event.preventDefault();
    this.leave = () => event.target.requestSubmit(event.submitter);
    this.news.textContent = this.words.wait;
  }

  next() {
    this.running = this.waiting.shift();
    if (this.running) return this.send(this.running);
    const { leave } = this;
    this.leave = undefined;
    if (!this.rows.querySelector(".govuk-error-message")) leave?.();
  }

  add(file, said) {
    const name = make("span", "", file.name);
    const bar = make("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    const button = make("button", "govuk-button govuk-button--secondary", this.words.cancel);
    button.type = "button";
    button.append(" ", make("span", "govuk-visually-hidden", file.name));
    const row = make("li");
    row.append(name, bar, button);
    this.rows.append(row);
    const upload = { file, said, row, bar, button };
    button.addEventListener("click", () => this.cancel(upload));
    return upload;
  }

  cancel(upload) {
    this.waiting = this.waiting.filter((one) => one !== upload);
    upload.row.remove();
    if (!upload.ended) this.news.textContent = `${upload.file.name}: ${this.words.cancelled}`;
    this.input.focus();
    upload.request?.abort();
  }

  send(upload) {
    const { dataset } = this.field;
    if (upload.file.size > Number(dataset.largest)) return this.end(upload, this.words.tooLarge);
    const request = new XMLHttpRequest();
    upload.request = request;
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) upload.bar.value = Math.round((loaded / total) * 100);
    });
    request.addEventListener("load", () => this.hear(upload, request));
    request.addEventListener("error", () => this.end(upload, this.words.broken));
    request.addEventListener("abort", () => this.next());
    request.open("POST", dataset.to);
    request.send(this.body(upload));
  }

  body({ file, said }) {
    const body = new FormData();
    // What the server reads as it comes in is known before the file.
    if (said) body.append(this.label.name, said);
    body.append(this.input.name, file);
    return body;
  }

  hear(upload, { status, responseText, responseURL }) {
    const isList = status === 200 && responseURL.includes("then=list");
    // A draft that is gone, sent or replaced has a page of its own, which loses nothing of what was typed on this one.
    if (status === 409 || status === 410 || (status === 200 && !isList)) return this.sendPage();
    if (!isList && status !== 422) return this.end(upload, this.words.broken);
    if (isList) this.show(responseText);
    this.end(upload, isList ? undefined : responseText);
  }

  sendPage() {
    this.running = undefined;
    this.input.form.requestSubmit();
  }

  end(upload, refused) {
    upload.ended = true;
    this.news.textContent = `${upload.file.name}: ${refused ?? this.words.done}`;
    if (refused === undefined) upload.row.remove();
    else {
      upload.bar.replaceWith(make("p", "govuk-error-message", refused));
      upload.button.firstChild.textContent = this.words.dismiss;
    }
    this.next();
  }

  /** Show the files in the server's own words, as the page itself has them. */
  show(html) {
    this.draw(html);
    this.field.querySelector("[data-chooser]").hidden =
      this.list.querySelector("[data-full]") !== null;
    this.looks = 0;
    this.lookAgain();
  }

  /** See for a minute whether a file was checked; after that the page says so when it is opened again. */
  lookAgain() {
    clearTimeout(this.timer);
    if (!this.list.querySelector("[data-checking]") || this.looks > 20) return;
    this.looks += 1;
    this.timer = setTimeout(() => this.look(), 3000);
  }

  async look() {
    const answer = await fetch(this.field.dataset.list).catch(() => undefined);
    const html = answer?.status === 200 ? await answer.text() : undefined;
    // Whoever is in the list with the keyboard or types there is left in peace.
    const isBusy = this.list.contains(document.activeElement);
    if (html !== undefined && !isBusy) this.draw(html);
    this.lookAgain();
  }

  /** What was typed of the files that are listed, and is not saved yet, stays as it is, and so does where the keyboard is. */
  draw(html) {
    if (this.list.innerHTML === html) return;
    const typed = [...this.list.querySelectorAll("input")].filter(
      ({ value, defaultValue }) => value !== defaultValue,
    );
    const { activeElement } = document;
    const focused = this.list.contains(activeElement) ? nameOf(activeElement) : undefined;
    this.list.innerHTML = html;
    for (const { id, value } of typed) {
      const field = document.getElementById(id);
      if (field) field.value = value;
    }
    const again = [...this.list.querySelectorAll("input, button")];
    if (focused) (again.find((one) => nameOf(one) === focused) ?? this.input).focus();
  }
}

function nameOf({ name, value, type }) {
  return type === "text" ? name : `${name} ${value}`;
}

function make(name, classes = "", text = "") {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  element.textContent = text;
  return element;
}

for (const field of document.querySelectorAll("[data-uploads]")) new Uploads(field);
