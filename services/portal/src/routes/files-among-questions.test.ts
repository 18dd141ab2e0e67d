import { Service } from "@guildhall/contract";
import { foundAddress } from "../testing/fake-places.ts";
import { summaryOf } from "../testing/look.ts";
import { fillUpTo, noise, Visitor } from "../testing/visitor.ts";

const page = `${noise}/evidence`;

/** What is typed on the page, most of it wrong; the address is being searched for. */
const typed = {
  what: "Ŵhat I heard\r\n& <saw>",
  often: "many",
  "when-day": "31",
  "when-month": "",
  "when-year": "2026",
  "home-way": "find",
  "home-search": "CB1",
};

describe("files that are asked for among other questions", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    const [service] = structuredClone(visitor.api.services);
    const asking = service?.form.pages.find(({ id }) => id === "evidence");
    asking?.questions.splice(0, 1, ...(questions as unknown as typeof asking.questions));
    visitor.api.services = [Service.parse(service)];
    await fillUpTo(visitor, "evidence");
  });

  const draft = () => [...visitor.api.drafts.values()][0];
  const send = (
    fields: Record<string, string>,
    files: Record<string, readonly [string, string]> = {},
  ) =>
    visitor.sendFiles(
      page,
      { ...fields, "form-revision": revision ?? "" },
      { "photos-file": ["", ""], "plans-file": ["", ""], ...files },
    );
  let revision: string | undefined;
  const open = async () => {
    const { html } = await visitor.get(page);
    revision = /name="form-revision" value="([^"]*)"/.exec(html)?.[1];
    return html;
  };
  const shows = (html: string) =>
    ["Ŵhat I heard\n&amp; &lt;saw&gt;", 'value="many"', 'value="31"', 'value="2026"'].map((text) =>
      html.replaceAll("\r\n", "\n").includes(text),
    );
  const all = [true, true, true, true];

  it.each([
    ["uploaded", "upload:photos", { "photos-file": ["b.png", "b"] }],
    ["removed", "remove:photos:doc_1", {}],
    ["labelled", "label:plans:doc_2", {}],
  ] as const)("lose nothing of what was typed when one is %s", async (_how, button, files) => {
    await open();
    await send({}, { "photos-file": ["a.png", "a"], "plans-file": ["p.png", "p"] });
    await open();
    const back = await send({ ...typed, "home-search": "", "with-files": button }, files);
    expect(back.location).toMatch(
      /^\/c\/exampleshire\/services\/noise\/evidence#(photos|plans)-files$/,
    );
    const html = await open();
    expect(shows(html)).toEqual(all);
    expect(html).not.toContain("There is a problem");
  });

  it("show again what no answer can hold, such as a search, and then go on", async () => {
    visitor.api.offers = { places: {} as never };
    visitor.api.places.addresses = [foundAddress(1)];
    await open();
    const stays = await send(
      { ...typed, "plans-label": "Ground floor", "with-files": "upload:photos" },
      { "photos-file": ["a.png", "a"] },
    );
    expect(stays.status).toBe(200);
    expect(shows(stays.html)).toEqual(all);
    expect(stays.html).toContain('name="home-search" type="text"');
    expect(stays.html).toContain('value="CB1"');
    expect(stays.html).toContain('value="Ground floor"');
    expect(stays.html).toContain("a.png");
  });

  it("show the addresses to choose from where they were shown", async () => {
    visitor.api.offers = { places: {} as never };
    visitor.api.places.addresses = [foundAddress(1), foundAddress(2)];
    await open();
    const choosing = { ...typed, "home-way": "choose", "home-search": "CB1 2AA" };
    const { status, html } = await send({ ...choosing, "with-files": "upload:photos" });
    expect([status, html.includes('name="home-pick"')]).toEqual([422, true]);
  });

  it("keep what was typed where one is refused, and say nothing yet of the rest", async () => {
    await open();
    visitor.api.fail("POST /drafts/{draft}/documents", "body-too-large");
    const refused = await send(
      { ...typed, "photos-label": "Dark", "with-files": "upload:photos" },
      { "photos-file": ["a.png", "a"] },
    );
    expect([refused.status, summaryOf(refused.html)]).toEqual([
      422,
      ["#photos The file must be smaller than 25MB"],
    ]);
    expect(shows(refused.html)).toEqual(all);
    expect(refused.html).toContain('value="Dark"');
    expect(shows(await open())).toEqual(all);
  });

  it("are taken although another is refused, and all that is wrong is said in the order of the page to whoever goes on", async () => {
    await open();
    visitor.api.fail("POST /drafts/{draft}/documents", "file-not-allowed", {
      pointer: "/file",
      code: "file-kind",
    });
    const { status, html } = await send(typed, {
      "photos-file": ["a.exe", "a"],
      "plans-file": ["p.png", "p"],
    });
    expect(status).toBe(422);
    expect(summaryOf(html).map((line) => line.split(" ")[0])).toEqual([
      "#often",
      "#photos",
      "#when-month",
      "#home-line1",
    ]);
    expect(shows(html)).toEqual(all);
    expect(draft()?.answers).toMatchObject({ plans: [draft()?.documents[0]?.id] });
    expect(draft()?.documents).toMatchObject([{ name: "p.png" }]);
  });

  it("stay with the question that they were given to", async () => {
    await open();
    await send({ "with-files": "upload:plans" }, { "plans-file": ["p.png", "p"] });
    await open();
    await send({ "with-files": "upload:photos" }, { "photos-file": ["a.png", "a"] });
    expect(draft()?.answers).toMatchObject({ plans: ["doc_1"], photos: ["doc_2"] });
    expect(visitor.api.uploads.map(({ question }) => question)).toEqual(["plans", "photos"]);
  });

  it("lose nothing either when the page was changed in another window, or the draft is gone", async () => {
    await open();
    const held = draft();
    if (held) held.answers = { ...held.answers, what: "Said elsewhere" };
    const clash = await send(
      { ...typed, "with-files": "upload:photos" },
      {
        "photos-file": ["a.png", "a"],
      },
    );
    expect([clash.status, shows(clash.html)]).toEqual([409, all]);
    expect(clash.html).toContain("a.png");
    visitor.api.drafts.clear();
    const gone = await send(
      { ...typed, "with-files": "upload:photos" },
      {
        "photos-file": ["b.png", "b"],
      },
    );
    expect(gone.status).toBe(410);
    expect(draft()?.answers).toMatchObject({ what: "Ŵhat I heard\n& <saw>", often: "many" });
  });

  it("stand in their order under their own names", async () => {
    const html = await open();
    const order = ["what", "often", "photos", "when-day", "plans", "home-line1"];
    const at = order.map((id) => html.indexOf(`id="${id}"`));
    expect(at).toEqual(at.toSorted((one, other) => one - other));
    expect(html).toContain(
      '<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Plans',
    );
    expect(html.match(/<form/g)?.length).toBe((html.match(/<\/form>/g) ?? []).length);
    expect(html).toContain('enctype="multipart/form-data"');
  });
});

const questions = [
  { id: "what", type: "long-text", label: "What do you hear?", maxLength: 50, required: false },
  { id: "often", type: "number", label: "How often?" },
  {
    id: "photos",
    type: "files",
    label: "Photos",
    required: false,
    maxFiles: 3,
    fileLabel: "Where?",
  },
  { id: "when", type: "date", label: "When?" },
  {
    id: "plans",
    type: "files",
    label: "Plans",
    required: false,
    maxFiles: 2,
    fileLabel: "Which floor?",
  },
  { id: "home", type: "address", label: "Where do you live?" },
];
