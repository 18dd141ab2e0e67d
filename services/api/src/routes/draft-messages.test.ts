import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("the messages of a draft", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write");
    await ask("POST", "", { service: "noise" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (method: string, path: string, json?: unknown) =>
    world.ask(method, `/service-drafts${path}`, { as: key, json });
  const words = { subject: "We have it: ((reference))", text: "Dear ((name)), thank you." };

  it("are listed with whose words they are, and what they may be filled with", async () => {
    const { data } = await (await ask("GET", "/noise/messages")).json();
    expect(data[0]).toMatchObject({
      kind: "started",
      whose: "own",
      placeholders: expect.arrayContaining([{ name: "reference", title: "The reference number" }]),
    });
  });

  it("are shown as they would arrive, before they are saved", async () => {
    const shown = await ask("POST", "/noise/messages/preview", { kind: "started", words });
    expect(shown.status).toBe(200);
    expect(await shown.json()).toMatchObject({ language: "en", subject: words.subject });
  });

  it("are refused with a sentence where they cannot be filled in", async () => {
    const faulty = { kind: "started", words: { ...words, subject: "((refrence)) ((name" } };
    const refused = await ask("POST", "/noise/messages/preview", faulty);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: "request-invalid",
      errors: [
        { pointer: "/words/subject", detail: expect.stringContaining("((reference))") },
        { pointer: "/words/subject", detail: expect.stringContaining("is not finished") },
      ],
    });
  });

  it("are not there where there is no draft", async () => {
    expect((await ask("GET", "/nothing/messages")).status).toBe(404);
    const asked = { kind: "started", words };
    expect((await ask("POST", "/nothing/messages/preview", asked)).status).toBe(404);
  });
});
