import { loadMessage } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { createWriter, showMessage } from "./write-message.ts";

describe("createWriter", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const write = createWriter({ fromAddress: "a@b.test" });
  async function load() {
    const started = await world.start();
    const ticket = world.handover.given.find(({ kind }) => kind === "message");
    const loaded = ticket && (await loadMessage(world.ctx, ticket));
    if (!loaded) throw new Error("there is nothing to send");
    return { started, loaded };
  }

  it("links to the citizen's own page, with the key that opens it", async () => {
    const { started, loaded } = await load();
    const { text } = write(loaded);
    const { reference, trackingKey } = started;
    expect(text).toContain(
      `https://guildhall.test/c/exampleshire/track/${reference}?key=${trackingKey}`,
    );
  });

  it("shows part by part what it would write", async () => {
    const { loaded } = await load();
    const { subject, text, from } = write(loaded);
    const shown = showMessage(loaded);
    expect(shown).toMatchObject({ subject, text, from: from.name });
    for (const words of [...shown.paragraphs, ...shown.footer, shown.link])
      expect(text).toContain(words);
  });

  it("writes in the council's name where it has no brand", async () => {
    const { loaded } = await load();
    const written = write({ ...loaded, brand: undefined });
    expect(written.from).toEqual({ name: "Exampleshire District Council", address: "a@b.test" });
    expect(written.html).toContain("Exampleshire District Council");
  });

  it("gives the council's Welsh opening hours in a Welsh message alone", async () => {
    const { loaded } = await load();
    const colours = { brand: "#1f4e5f", link: "#1d5a8a", linkHover: "#0f3550" } as const;
    const brand = {
      ...{ id: "town", name: "Town", shortName: "Town", colours },
      contact: { openingHours: "Monday to Friday" },
      inWelsh: { openingHours: "O ddydd Llun i ddydd Gwener" },
    };
    const welsh = write({ ...loaded, brand, language: "cy" }).text;
    expect(welsh).toContain("Oriau agor: O ddydd Llun i ddydd Gwener");
    expect(write({ ...loaded, brand, language: "en" }).text).toContain("Monday to Friday");
  });

  it("puts a Welsh letterhead round a Welsh message", async () => {
    const { loaded } = await load();
    const { html, text } = write({ ...loaded, language: "cy" });
    expect(html).toMatch(/<html[^>]* lang="cy"/);
    expect(text).toContain("Gweld pa mor bell mae eich cais wedi cyrraedd https://");
    expect(text).toContain("Cyfeirnod: ");
  });

  it("lets a follower stop by a link, and their mail program by a header", async () => {
    const { loaded } = await load();
    const url = "https://guildhall.test/c/exampleshire/following/key/stop";
    const { headers, text, html } = write({ ...loaded, stop: { label: "Stop these", url } });
    expect(headers).toEqual({
      "List-Unsubscribe": `<${url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(text).toContain(`Stop these ${url}`);
    expect(html).toContain(`href="${url}"`);
    expect(write(loaded)).not.toHaveProperty("headers");
  });

  it("cannot write words that name something that is not there", async () => {
    const { loaded } = await load();
    const words = { subject: "Hello", text: "((nothing))" };
    expect(() => write({ ...loaded, words })).toThrow(/nothing/);
  });

  it("says in Welsh that words are in English, and marks them so, where there is no Welsh of them", async () => {
    const { loaded } = await load();
    const { html, text } = write({ ...loaded, language: "cy", wordsIn: "en" });
    expect(text).toContain("Nid yw’r neges hon ar gael yn Gymraeg eto, felly dyma hi yn Saesneg.");
    expect(text).toContain("Dear Ada Byron,");
    expect(html).toMatch(/<p lang="cy"[^>]*>Nid yw/);
    expect(html).toMatch(/<p lang="en-GB"[^>]*>Dear Ada Byron,/);
    expect(html).toMatch(/<h1[^>]* lang="en-GB"/);
  });

  it("writes to a phone in plain text, with the link last", async () => {
    const { started, loaded } = await load();
    const words = { subject: "s", text: "t", sms: "Your reference is ((reference)). Follow it:" };
    const { html, text, textTo } = write({ ...loaded, textTo: "+447700900111", words });
    expect({ html, textTo }).toEqual({ html: "", textTo: "+447700900111" });
    const { reference, trackingKey } = started;
    const url = `https://guildhall.test/c/exampleshire/track/${reference}?key=${trackingKey}`;
    expect(text).toBe(`Your reference is ${reference}. Follow it:\n${url}`);
  });
});
