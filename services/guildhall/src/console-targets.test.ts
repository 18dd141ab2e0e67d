import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const targets = "/console/exampleshire/targets";
const schema = (properties: object) => JSON.stringify({ type: "object", properties });
const text = { type: "string" };

describe("the staff pages of what systems take", () => {
  let world: ConsoleWorld;
  let ann: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    ann = world.open();
    await world.enter(ann, { roles: ["designer"] });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const sent = { name: "Street works", source: "json-schema" };
  const upload = (
    fields: Record<string, string>,
    files: readonly File[],
    path = `${targets}/new`,
  ) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const file of files) body.append("files", file);
    return ann.send(path, { method: "POST", body, headers: { "Sec-Fetch-Site": "same-origin" } });
  };
  const file = (words: string, name = "case.json") => new File([words], name);

  it("take in files, and show what was read of them", async () => {
    const added = await upload(sent, [file(schema({ a: text, b: text }))]);
    expect(added.location).toBe(`${targets}/street-works?done=target-added`);
    expect((await ann.get(added.location)).html).toContain("It has 2 places");
    expect((await ann.get(targets)).html).toContain("Street works");
  });

  it("ask which of several is meant, and take the files along with the answer", async () => {
    const defs = {
      $defs: { One: { properties: { a: text } }, Two: { properties: { "<b>": text } } },
    };
    const asked = await upload(sent, [file(JSON.stringify(defs, null, 2))]);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain("Which do you mean?");
    const again = { ...fieldsIn(asked.html), root: "Two" };
    const added = await ann.post(`${targets}/new`, again);
    expect(added.location).toBe(`${targets}/street-works?done=target-added`);
  });

  it("replace one, and say which places came and went", async () => {
    await upload(sent, [file(schema({ a: text, b: text }))]);
    const page = `${targets}/street-works/replace`;
    expect((await ann.get(page)).html).toContain("Replace “Street works”");
    const { status, html } = await upload(sent, [file(schema({ b: text, c: text }))], page);
    expect(status).toBe(200);
    expect(html).toContain("New places: c.");
    expect(html).toContain("Places that are gone: a.");
    expect((await upload(sent, [file("{")], page)).html).toContain("not well-formed JSON");
  });

  it("remove one", async () => {
    await upload(sent, [file(schema({ a: text }))]);
    const removed = await ann.post(`${targets}/street-works/remove`);
    expect(removed.location).toBe(`${targets}?done=target-removed`);
    expect((await ann.get(`${targets}/street-works`)).status).toBe(404);
  });

  it.each([
    ["no name", { name: "" }, [file(schema({ a: text }))], "Enter what you call it"],
    ["a long name", { name: "a".repeat(121) }, [file("{}")], "120 characters or fewer"],
    ["no kind", { source: "" }, [file("{}")], "Select what you have"],
    ["no files", {}, [], "Choose the files, or paste the description"],
    ["what is none", {}, [file("{oops")], "case.json, line 1: It is not well-formed JSON."],
    [
      "an include from the network",
      { source: "xsd" },
      [
        file(
          '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="http://evil.example/a.xsd"/><xs:element name="a"/></xs:schema>',
          "a.xsd",
        ),
      ],
      "a.xsd",
    ],
  ])("refuse %s in a sentence", async (_, wrong, files, sentence) => {
    const { status, html } = await upload({ ...sent, ...wrong }, files);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect((await ann.get(targets)).html).toContain("None is added yet");
  });

  it("refuse what no page of ours sends, and more than a description is", async () => {
    const headers = { "Sec-Fetch-Site": "same-origin", "Content-Type": "text/plain" };
    const plain = { method: "POST", body: "x", headers };
    expect((await ann.send(`${targets}/new`, plain)).status).toBe(413);
    const large = await upload(sent, [file("x".repeat(9_000_000))]);
    expect(large.status).toBe(413);
    const cut = {
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "multipart/form-data; boundary=x",
    };
    const broken = { method: "POST", body: "--x\r\nhalf", headers: cut };
    expect((await ann.send(`${targets}/new`, broken)).status).toBe(413);
  });
});
