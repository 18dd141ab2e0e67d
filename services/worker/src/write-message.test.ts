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

  it("puts a Welsh letterhead round a Welsh message", async () => {
    const { loaded } = await load();
    const { html, text } = write({ ...loaded, language: "cy" });
    expect(html).toMatch(/<html[^>]* lang="cy"/);
    expect(text).toContain("Gweld pa mor bell mae eich cais wedi cyrraedd https://");
    expect(text).toContain("Cyfeirnod: ");
  });

  it("cannot write words that name something that is not there", async () => {
    const { loaded } = await load();
    const words = { subject: "Hello", text: "((nothing))" };
    expect(() => write({ ...loaded, words })).toThrow(/nothing/);
  });
});
