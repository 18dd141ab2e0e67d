import type { Draft } from "@guildhall/contract";
import { lastKey } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const email = "ada@example.com";
const fact = { kind: "postcode", value: "CB7 4AA" };

describe("the way back to a draft", () => {
  let world: ApiWorld;
  let draft: Draft;
  beforeEach(async () => {
    world = await createApiWorld();
    draft = await (await world.ask("POST", "/drafts", { json: { service: "noise" } })).json();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const keep = (json: object) =>
    world.ask("PUT", `/drafts/${draft.id}/return`, { as: draft.token, json });
  const post = (path: string, json: object) => world.ask("POST", path, { json });

  it("goes by the link and the fact to the draft, on another device", async () => {
    await world.ask("PATCH", `/drafts/${draft.id}`, {
      as: draft.token,
      json: { answers: { noiseSource: "pub" }, page: "noise" },
    });
    const kept = await keep({ email, fact });
    expect(kept.status).toBe(200);
    expect(await kept.text()).not.toMatch(/ada@|CB7/);
    const key = await lastKey(world);
    const found = await post("/draft-returns/find", { key });
    expect(await found.json()).toMatchObject({ service: "noise", fact: "postcode" });
    const opened = await (await post("/draft-returns/open", { key, fact: "cb74aa" })).json();
    expect(opened).toMatchObject({ kept: true, seen: ["noise"], answers: { noiseSource: "pub" } });
    expect((await world.ask("GET", `/drafts/${draft.id}`, { as: opened.token })).status).toBe(200);
  });

  it("is barred by a wrong fact, and says the same of every link that is none", async () => {
    await keep({ email, fact });
    const key = await lastKey(world);
    expect((await post("/draft-returns/open", { key, fact: "CB7 4AB" })).status).toBe(403);
    const answers = new Set<string>();
    for (const guess of [`${key.slice(0, -2)}AA`, "x", ""]) {
      const refused = await post("/draft-returns/open", { key: guess, fact: "CB7 4AA" });
      expect(refused.status).toBe(404);
      answers.add(await refused.text());
      answers.add(await (await post("/draft-returns/find", { key: guess })).text());
    }
    expect(answers.size).toBe(1);
  });

  it("is asked for again without telling whether there is one", async () => {
    await keep({ email, fact });
    const given = () => world.handover.given.length;
    const before = given();
    const known = await post("/draft-returns", { service: "noise", email: " Ada@Example.com " });
    expect([known.status, given()]).toEqual([202, before + 1]);
    const unknown = await post("/draft-returns", { service: "noise", email: "eve@example.com" });
    expect([unknown.status, given()]).toEqual([202, before + 1]);
    expect(await unknown.text()).toBe(await known.text());
  });

  it.each([
    [{ email: "ada", fact }, "/email"],
    [{ email, fact: { kind: "pet", value: "Rex" } }, "/fact/kind"],
    [{ email, fact: { kind: "word", value: "" } }, "/fact/value"],
    [{ email, fact: { kind: "word", value: "--" } }, "/fact/value"],
    [{ email, fact, language: "fr" }, "/language"],
  ])("is not kept with %j", async (json, pointer) => {
    const refused = await keep(json);
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors).toMatchObject([{ pointer }]);
  });

  it("leads on to the latest version of the service", async () => {
    await world.publish({ title: "Report a din", replacesDrafts: true });
    const at = `/drafts/${draft.id}`;
    const before = await (await world.ask("GET", at, { as: draft.token })).json();
    expect(before).toMatchObject({ standing: "replaced", serviceVersion: 1 });
    const moved = await world.ask("POST", `${at}/move`, { as: draft.token });
    expect(await moved.json()).toMatchObject({ standing: "open", serviceVersion: 2, asks: [] });
  });
});
