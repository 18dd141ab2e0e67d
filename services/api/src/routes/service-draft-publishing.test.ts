import { exampleService } from "../examples.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const summary = "A shorter title";

describe("publishing drafts over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write");
    await ask("POST", "/service-drafts", { service: "noise" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (
    method: string,
    path: string,
    json?: unknown,
    headers: Record<string, string> = {},
  ) => world.ask(method, path, { as: key, json, headers });
  const edit = (at: string, to: unknown) =>
    ask("POST", "/service-drafts/noise/edits", { since: 1, edits: [{ act: "set", at, to }] });
  const publish = (json: object = {}, headers: Record<string, string> = {}) =>
    ask("POST", "/service-drafts/noise/publish", { summary, ...json }, headers);
  const seen = async () => (await (await world.ask("GET", "/services/noise")).json()).title;

  it("puts them in the place of what citizens see, and keeps what was said of it", async () => {
    const etag = (await edit("/title", "Noise")).headers.get("etag") ?? "";
    const published = await publish({}, { "If-Match": etag });
    expect(await published.json()).toEqual({ service: "noise", version: 2 });
    expect(await seen()).toBe("Noise");
    const versions = await (await ask("GET", "/services/noise/versions")).json();
    expect(versions.data).toMatchObject([
      { version: 2, title: "Noise", summary, by: "Acme Case Systems", state: "live" },
      { version: 1, state: "superseded" },
    ]);
    const before = await ask("GET", "/services/noise/versions/1/definition");
    expect(await before.json()).toMatchObject({ definition: { title: "Report a noise nuisance" } });
    expect((await ask("GET", "/service-drafts/noise")).status).toBe(404);
  });

  it("takes a service from its title to the public by edits alone", async () => {
    const { service } = await (await ask("POST", "/service-drafts", { title: "Benches" })).json();
    const { form, title: _, ...rest } = exampleService;
    const edits = [
      ...form.pages.map((item) => ({ act: "add", to: "/form/pages", item })),
      ...Object.entries(rest).map(([part, to]) => ({ act: "set", at: `/${part}`, to })),
    ];
    const path = `/service-drafts/${service}`;
    expect((await ask("POST", `${path}/edits`, { since: 1, edits })).status).toBe(200);
    const readiness = await (await ask("GET", `${path}/readiness`)).json();
    expect(readiness).toMatchObject({ isReady: true });
    const published = await ask("POST", `${path}/publish`, { summary: "It begins." });
    expect(await published.json()).toEqual({ service, version: 1 });
    const begun = await world.ask("POST", "/drafts", { json: { service } });
    expect(begun.status).toBe(201);
  });

  it("restores an earlier version by way of a draft", async () => {
    await edit("/title", "Noise");
    await publish();
    await ask("POST", "/service-drafts", { service: "noise", version: 1 });
    expect(await (await publish()).json()).toMatchObject({ version: 3 });
    expect(await seen()).toBe("Report a noise nuisance");
  });

  it("refuses what was not looked over as it is", async () => {
    const stale = (await ask("GET", "/service-drafts/noise")).headers.get("etag") ?? "";
    await edit("/title", "Noise");
    expect((await publish({}, { "If-Match": stale })).status).toBe(412);
    expect(await seen()).toBe("Report a noise nuisance");
  });

  it.each<[string, object]>([
    ["without a summary", { summary: "" }],
    ["at a time that is past", { at: "2020-01-01T00:00:00Z" }],
  ])("refuses to do so %s", async (_, json) => {
    await edit("/title", "Noise");
    expect(await (await publish(json)).json()).toMatchObject({ code: "request-invalid" });
  });

  it("names what keeps a draft from being published, at its part", async () => {
    await edit("/mappings/case/connector", "nowhere");
    const failed = await publish();
    expect(failed.status).toBe(422);
    expect(await failed.json()).toMatchObject({
      code: "service-not-ready",
      errors: [{ pointer: "/mappings/case/connector" }],
    });
  });

  it("is put off to a time, and called off", async () => {
    await edit("/title", "Noise");
    const at = new Date(world.clock.now() + 3_600_000).toISOString();
    const { scheduled } = await (await publish({ at })).json();
    expect(scheduled).toMatchObject({ at, summary, revision: 2 });
    const listed = await (await ask("GET", "/service-overviews?search=nuisance")).json();
    expect(listed.data).toMatchObject([{ service: "noise", state: "live", draft: { scheduled } }]);
    expect((await ask("DELETE", "/service-drafts/noise/schedule")).status).toBe(204);
    expect((await ask("DELETE", "/service-drafts/noise/schedule")).status).toBe(404);
  });

  it("takes in what was published meanwhile", async () => {
    await edit("/title", "Noise");
    await world.publish({ summary: "Of another hand." });
    expect(await (await publish()).json()).toMatchObject({
      errors: [{ code: "live-has-moved-on" }],
    });
    const taken = await ask("POST", "/service-drafts/noise/take-in-live", { decisions: [] });
    expect(await taken.json()).toMatchObject({ basedOn: 2, definition: { title: "Noise" } });
    expect((await publish()).status).toBe(200);
  });

  it("withdraws with words that anybody can read", async () => {
    const words = { text: "Ring us on 01223 457000." };
    const headers = { "Idempotency-Key": "withdraw-it-only-once" };
    const first = await ask("POST", "/services/noise/withdraw", words, headers);
    const again = await ask("POST", "/services/noise/withdraw", words, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect((await world.ask("GET", "/services/noise")).status).toBe(404);
    const exit = await world.ask("GET", "/services/noise/exit");
    expect(await exit.json()).toMatchObject({ title: "Report a noise nuisance", ...words });
    expect((await world.ask("GET", "/services/none/exit")).status).toBe(404);
    const gone = await ask("POST", "/services/noise/withdraw", words);
    expect(gone.status).toBe(404);
  });
});
