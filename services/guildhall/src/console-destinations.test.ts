import { beginServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const list = `${root}/services/noise/destinations`;
const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Case"><xs:complexType><xs:sequence>
<xs:element name="Source"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="HOME"/><xs:enumeration value="PUB"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="Email" type="xs:string"/>
<xs:element name="Night" minOccurs="0" maxOccurs="9"><xs:complexType><xs:sequence><xs:element name="Date" type="xs:date"/></xs:sequence></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element></xs:schema>`;

describe("the staff pages of where answers go", () => {
  let world: ConsoleWorld;
  let ann: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    ann = world.open();
    await world.enter(ann, { roles: ["designer"] });
    await beginServiceDraft(await world.contextOf("exampleshire"), { service: "noise" });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const definition = async () =>
    (await getServiceDraft(await world.contextOf("exampleshire"), "noise")).definition;
  const mappingOf = async (id: string) =>
    (await definition()).mappings?.find((mapping) => mapping.id === id);
  const describeCase = (more: Record<string, string> = {}) =>
    ann.post(`${root}/targets/new`, { name: "Case", source: "xsd", text: xsd, ...more });
  /** Send the form of a page, as it stands but for these fields. */
  const fill = async (page: string, action: string, sent: Record<string, string>) => {
    const { since = "", once = "" } = fieldsIn((await ann.get(page)).html);
    return ann.post(action, { since, once, ...sent });
  };
  const add = async () => {
    await describeCase();
    const page = `${list}/choose/back-office`;
    return fill(page, page, { takes: "target:case" });
  };
  const to = `${list}/to/back-office`;
  const line = (target: string) => `${to}/line?${new URLSearchParams({ target })}`;

  it("lead from a description to a document with all that is required", async () => {
    expect((await add()).location).toBe(`${to}?done=destination-added`);
    expect((await definition()).steps?.at(-1)).toEqual({
      id: "back-office",
      kind: "deliver",
      mapping: "back-office",
    });
    const first = (await ann.get(to)).html;
    expect(first).toContain("0 of 2 that are required are said, and 2 are missing.");
    expect(first).toContain("The answer to “Your email address”.");
    expect(first).toMatch(/govuk-tag--red">\s*Missing/);

    await fill(to, `${to}/accept`, { target: "Email" });
    const sent = { source: "answer:noiseSource", when: "", required: "yes" };
    const saved = await fill(line("Source"), line("Source"), sent);
    expect(saved.location).toBe(`${to}?done=draft-saved`);
    const mapping = await mappingOf("back-office");
    expect(mapping?.rows).toMatchObject([
      { target: "Source", from: { answer: "noiseSource" }, required: true },
      { target: "Email", from: { answer: "email" } },
    ]);
    const at = "/mappings/back-office/rows/Source";
    const options = `${to}/options?${new URLSearchParams({ target: "Source", at })}`;
    const shown = fieldsIn((await ann.get(options)).html);
    await ann.post(`${to}/options`, { ...shown, "option-home": "HOME", "option-pub": "PUB" });
    expect((await mappingOf("back-office"))?.rows[0]?.change).toEqual([
      { list: { home: "HOME", pub: "PUB" } },
    ]);
    const { html } = await ann.get(to);
    expect(html).toContain("2 of 2 that are required are said.");
    expect(html).toContain("&lt;Source&gt;PUB&lt;/Source&gt;");
    expect((await ann.get(list)).html).toContain("All that is required (2 values)");
  });

  it("take all suggestions of a part of the lines at once, and those alone", async () => {
    const more = '<xs:element name="EmailAddress" type="xs:string"/>';
    await describeCase({ text: xsd.replace('<xs:element name="Night"', `${more}$&`) });
    const page = `${list}/choose/back-office`;
    await fill(page, page, { takes: "target:case" });
    const { html } = await ann.get(`${to}?q=email`);
    expect(html).toContain("Use all 2 suggestions on this page");
    const [, action = ""] = /action="([^"]*\/accept\?[^"]*)"/.exec(html) ?? [];
    expect(action).toBe(`${to}/accept?q=email`);
    const { since = "", once = "" } = fieldsIn(html);
    const body = new URLSearchParams({ since, once });
    for (const target of ["Email", "EmailAddress", "Source"]) body.append("target", target);
    const headers = { "Sec-Fetch-Site": "same-origin" };
    const saved = await ann.send(action, { method: "POST", body, headers });
    expect(saved.location).toBe(`${to}?done=draft-saved`);
    const rows = (await mappingOf("back-office"))?.rows.map(({ target }) => target);
    expect(rows).toEqual(["Email", "EmailAddress"]);
  });

  it("bind what repeats to a question that repeats", async () => {
    await add();
    await fill(line("Night"), line("Night"), { does: "repeat", each: "nights" });
    await fill(to, `${to}/accept`, { target: "Night/Date" });
    expect((await mappingOf("back-office"))?.rows).toEqual([
      { target: "Night", each: "nights", rows: [{ target: "Date", from: { answer: "date" } }] },
    ]);
    expect((await ann.get(line("Night"))).html).toContain("Once for each answer to");
  });

  it("change a value on its way, and take the change back", async () => {
    await add();
    await fill(line("Email"), line("Email"), { source: "answer:email" });
    const at = "/mappings/back-office/rows/Email";
    const asked = { target: "Email", at };
    const change = `${to}/change?${new URLSearchParams({ ...asked, kind: "cut" })}`;
    const none = await fill(change, `${to}/change`, { ...asked, kind: "cut", "setting-cut": "0" });
    expect(none.status).toBe(422);
    expect(none.html).toContain("Enter a whole number above 0");
    const sent = { "setting-cut": "60", "setting-after": "word" };
    await fill(change, `${to}/change`, { ...asked, kind: "cut", ...sent });
    const plain = `${to}/change?${new URLSearchParams({ ...asked, kind: "upper" })}`;
    await fill(plain, `${to}/change`, { ...asked, kind: "upper" });
    const rows = async () => (await mappingOf("back-office"))?.rows[0];
    expect((await rows())?.change).toEqual([{ cut: 60, after: "word" }, "upper"]);
    expect((await ann.get(line("Email"))).html).toContain("cut after 60 characters");
    await fill(line("Email"), line("Email"), { at, does: "unchange-0" });
    expect((await rows())?.change).toEqual(["upper"]);
    await fill(line("Email"), line("Email"), { at, does: "unchange-0" });
    expect(await rows()).not.toHaveProperty("change");
    await fill(line("Email"), line("Email"), { at, does: "remove" });
    expect((await mappingOf("back-office"))?.rows).toEqual([]);
  });

  it("send different values under conditions", async () => {
    await add();
    await fill(line("Email"), line("Email"), { source: "fixed", fixed: "pub@", when: "is-pub" });
    await fill(line("Email"), line("Email"), { source: "answer:email" });
    const at = "/mappings/back-office/rows/Email when is-pub";
    await fill(line("Email"), line("Email"), {
      at,
      source: "fixed",
      fixed: "bar@",
      when: "is-pub",
    });
    expect((await mappingOf("back-office"))?.rows).toEqual([
      { target: "Email", from: { value: "bar@" }, when: "is-pub" },
      { target: "Email", from: { answer: "email" } },
    ]);
  });

  it.each([
    [{ source: "" }, "Select where it comes from"],
    [{ source: "fixed", fixed: "" }, "Enter the text that is always sent"],
    [{ source: "dataset:a:b", key: "" }, "Select what is looked up in the dataset"],
    [{ source: "answer:Not an answer" }, "should be"],
  ])("say at its field what cannot be sent: %j", async (sent, sentence) => {
    await add();
    const { status, html } = await fill(line("Email"), line("Email"), sent);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect((await mappingOf("back-office"))?.rows).toEqual([]);
  });

  it("say what each option has to become", async () => {
    await add();
    await fill(line("Source"), line("Source"), { source: "answer:noiseSource" });
    const at = "/mappings/back-office/rows/Source";
    const options = `${to}/options?${new URLSearchParams({ target: "Source", at })}`;
    const sent = { target: "Source", at, otherwise: "", "option-home": "", "option-pub": "PUB" };
    const { status, html } = await fill(options, `${to}/options`, sent);
    expect(status).toBe(422);
    expect(html).toContain("Say what it becomes, or what anything else does");
  });

  it("lead the service to another system by changing nothing but this", async () => {
    const old = `${list}/to/case`;
    const before = await definition();
    expect((await ann.get(old)).html).toContain("Send this service to another system");
    await describeCase();
    const chosen = await ann.post(`${list}/choose?mapping=case`, { connector: "back-office" });
    expect(chosen.location).toBe(`${list}/choose/back-office?mapping=case`);
    await fill(chosen.location, chosen.location, { takes: "target:case" });
    const after = await definition();
    expect(after.mappings).toMatchObject([{ id: "case", format: "xml", root: "Case", rows: [] }]);
    expect({ ...after, mappings: before.mappings }).toEqual(before);
  });

  it("stop sending, with the step that sent it", async () => {
    await add();
    expect((await ann.get(`${to}/remove`)).html).toContain("Stop sending answers there?");
    await fill(`${to}/remove`, `${to}/remove`, {});
    expect(await mappingOf("back-office")).toBeUndefined();
    expect((await definition()).steps?.map(({ id }) => id)).not.toContain("back-office");
  });

  it("say that a description has vanished, and keep what was mapped", async () => {
    await add();
    await fill(to, `${to}/accept`, { target: "Email" });
    await fill(`${root}/targets/case`, `${root}/targets/case/remove`, {});
    const { html } = await ann.get(to);
    expect(html).toContain("The description “case” is gone");
    expect(html).toContain("The answer to “Your email address”.");
  });

  it("say why a system has not said what it takes, and what is not chosen", async () => {
    const page = `${list}/choose/back-office`;
    expect((await ann.get(page)).html).toContain("its key or password is not set yet");
    expect((await fill(page, page, { takes: "live:none" })).status).toBe(422);
    const none = await ann.post(`${list}/choose`, {});
    expect(none.html).toContain("Select the system that answers are sent to");
    expect((await ann.get(`${list}/choose/none`)).status).toBe(404);
    expect((await ann.get(`${list}/to/none`)).status).toBe(404);
    await add();
    expect((await ann.get(line("Nowhere"))).status).toBe(404);
  });
});
