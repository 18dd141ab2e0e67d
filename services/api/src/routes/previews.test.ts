import { forgetOld } from "@guildhall/domain";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { putPreviewAnswers, transact } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const dayMs = 86_400_000;
const unknown = "prv_01kb3zq8w5v0t6m2h9r4c7d1xe";
const session = "s".repeat(43);

describe("/previews", () => {
  let world: ApiWorld;
  let as: string;
  let definition: object;
  let page: { id: string; questions: readonly { id: string }[] };
  beforeEach(async () => {
    world = await createApiWorld();
    as = (await signInByLink(world, await addStaff(world.ctx, ["designer"]))).token;
    const { id: _, ...live } = (await world.ctx.catalogue.live("noise")).definition;
    definition = { ...live, title: "Report a din" };
    const [first] = live.form.pages.filter(({ questions }) => questions.length > 0);
    if (!first) throw new Error("There is no page");
    page = first;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const inDays = (days: number) => new Date(world.clock.now() + days * dayMs).toISOString();
  const ask = (changed: object = {}, service = "noise") => {
    const json = { name: "First try", definition, expiresAt: inDays(30), ...changed };
    return world.ask("POST", `/services/${service}/previews`, { as, json });
  };
  const share = async (changed: object = {}, service = "noise") => {
    const response = await ask(changed, service);
    expect(response.status).toBe(201);
    const shared = await response.json();
    return { ...shared, key: shared.url.split("/").at(-1) as string };
  };
  const show = (key: string) => world.ask("GET", `/shown-previews/${key}`);
  const comment = (key: string, changed: object = {}) => {
    const json = { page: page.id, author: "Grace", text: "I would not know.", ...changed };
    return world.ask("POST", `/shown-previews/${key}/comments`, { json });
  };

  it("shows a version that is not live to whoever has its link, and leaves the live one as it is", async () => {
    const { key, faults, state } = await share();
    expect([faults, state, key.length]).toEqual([[], "open", 43]);
    const shown = await (await show(key)).json();
    expect(shown).toMatchObject({ name: "First try", service: { title: "Report a din" } });
    expect(shown.service).not.toHaveProperty("mappings");
    const live = await (await world.ask("GET", "/services/noise")).json();
    expect(live.title).not.toBe("Report a din");
  });

  it("may be of a service that was never published, and says what would keep it from being so", async () => {
    const steps = [{ id: "send", kind: "deliver", mapping: "not-there" }];
    const { key, faults } = await share({ definition: { ...definition, steps } }, "new-one");
    expect(faults.length).toBeGreaterThan(0);
    expect((await show(key)).status).toBe(200);
    expect((await world.ask("GET", "/services/new-one")).status).toBe(404);
  });

  it("may be of a draft as it is now, with placeholders for what is not decided", async () => {
    const json = { title: "Benches" };
    const begun = await world.ask("POST", "/service-drafts", { as, json });
    const { service } = await begun.json();
    const { key, faults } = await share({ definition: undefined, draft: true }, service);
    expect(faults).toEqual(expect.any(Array));
    const edits = [{ act: "set", at: "/title", to: "Later" }];
    const edited = { as, json: { since: 1, edits } };
    expect((await world.ask("POST", `/service-drafts/${service}/edits`, edited)).status).toBe(200);
    expect(await (await show(key)).json()).toMatchObject({ service: { title: "Benches" } });
  });

  it("is of no draft that is not there, and of one thing alone", async () => {
    expect((await ask({ definition: undefined, draft: true })).status).toBe(404);
    for (const wrong of [{ draft: true }, { definition: undefined }])
      expect((await ask(wrong)).status).toBe(422);
  });

  it("tells the same of a key that is wrong, has ended or is past its time", async () => {
    const ended = await share();
    const late = await share({ expiresAt: inDays(1) });
    for (let times = 0; times < 2; times += 1)
      expect((await world.ask("DELETE", `/previews/${ended.id}`, { as })).status).toBe(204);
    world.clock.move(dayMs);
    const wrong = await (await show("A".repeat(43))).text();
    for (const { key } of [ended, late])
      for (const response of [await show(key), await comment(key)])
        expect([response.status, await response.text()]).toEqual([404, wrong]);
    const reader = await world.keyFor("services:read");
    const { data } = await (await world.ask("GET", "/previews", { as: reader })).json();
    expect(data.map(({ state }: { state: string }) => state)).toEqual(["expired", "ended"]);
  });

  it.each([
    ["/expiresAt", () => ({ expiresAt: inDays(91) })],
    ["/expiresAt", () => ({ expiresAt: inDays(0) })],
    ["/name", () => ({ name: "" })],
    ["/definition/title", () => ({ definition: { ...definition, title: "" } })],
    ["/definition/form", () => ({ definition: { ...definition, form: { pages: [page, page] } } })],
  ])("is refused where %s is not right", async (pointer, changed) => {
    const refused = await ask(changed());
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors).toEqual([expect.objectContaining({ pointer })]);
  });

  it("keeps what is filled in for that browser alone, and forgets it after a day", async () => {
    const { key } = await share();
    const path = `/shown-previews/${key}/answers/${session}`;
    const json = { answers: { told: true }, seen: ["told"] };
    expect((await world.ask("GET", path)).status).toBe(404);
    expect((await world.ask("PUT", path, { json })).status).toBe(200);
    expect(await (await world.ask("GET", path)).json()).toEqual(json);
    const other = await share({ name: "Second try" });
    for (const [one, of] of [
      [key, "t".repeat(43)],
      [other.key, session],
    ])
      expect((await world.ask("GET", `/shown-previews/${one}/answers/${of}`)).status).toBe(404);
    world.clock.move(dayMs);
    expect((await world.ask("GET", path)).status).toBe(404);
    expect((await (await world.ask("GET", "/processes", { as: world.key })).json()).data).toEqual(
      [],
    );
  });

  it("lets those go on who fill it in, though no more may begin", async () => {
    const { id, key } = await share();
    const filling = { answers: {}, seen: [] };
    const path = (of: string) => `/shown-previews/${key}/answers/${of}`;
    const keep = (of: string) => world.ask("PUT", path(of), { json: filling });
    expect((await keep(session)).status).toBe(200);
    const expiresAt = world.clock.now() + dayMs;
    await transact(world.ctx.db, async (tx) => {
      for (let n = 1; n < 2000; n += 1)
        await putPreviewAnswers(tx, { digest: `d${n}`, preview: id, expiresAt, filling });
    });
    expect([(await keep("t".repeat(43))).status, (await keep(session)).status]).toEqual([429, 200]);
    world.clock.move(dayMs + 1);
    expect((await keep("t".repeat(43))).status).toBe(200);
  });

  it("takes comments from anyone with the link, which its makers read and deal with", async () => {
    const { id, key } = await share();
    const made = await comment(key, { question: page.questions[0]?.id });
    expect(made.status).toBe(201);
    const path = `/previews/${id}/comments`;
    const [said] = (await (await world.ask("GET", path, { as })).json()).data;
    expect(said).toMatchObject({ author: "Grace", state: "new", page: page.id });
    expect((await (await world.ask("GET", `/previews/${id}`, { as })).json()).newComments).toBe(1);
    const deal = () => world.ask("POST", `${path}/${said.id}/deal-with`, { as, json: {} });
    expect((await (await deal()).json()).dealtWith.by).toBe("Ada Byron");
    expect((await deal()).status).toBe(409);
    const other = await share();
    const wrong = `/previews/${other.id}/comments/${said.id}/deal-with`;
    expect((await world.ask("POST", wrong, { as, json: {} })).status).toBe(404);
  });

  it.each([
    ["/page", { page: "not-there" }],
    ["/question", { question: "notThere" }],
    ["/author", { author: "" }],
    ["/text", { text: "x".repeat(1201) }],
  ])("refuses a comment where %s is not right", async (pointer, changed) => {
    const refused = await comment((await share()).key, changed);
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors).toEqual([expect.objectContaining({ pointer })]);
  });

  it("shows comments to others with the link only where its maker lets them", async () => {
    for (const [showsComments, many] of [
      [false, 0],
      [true, 1],
    ] as const) {
      const { key } = await share({ showsComments });
      await comment(key);
      const seen = await world.ask("GET", `/shown-previews/${key}/comments?page=${page.id}`);
      expect((await seen.json()).data).toHaveLength(many);
    }
  });

  it("is for those who make services: others neither share, read nor end one", async () => {
    const { id, key } = await share();
    const officer = await addStaff(world.ctx, ["caseworker"], "Carl Case");
    const theirs = (await signInByLink(world, officer)).token;
    const reader = await world.keyFor("services:read");
    for (const path of ["/previews", `/previews/${id}`, `/previews/${id}/comments`])
      expect((await world.ask("GET", path, { as: theirs })).status).toBe(403);
    expect(await (await world.ask("GET", `/previews/${id}`, { as: reader })).text()).not.toContain(
      key,
    );
    expect((await world.ask("DELETE", `/previews/${id}`, { as: reader })).status).toBe(403);
    as = reader;
    expect((await ask()).status).toBe(403);
    expect((await world.ask("GET", `/previews/${unknown}`, { as: reader })).status).toBe(404);
  });

  it("is forgotten with all that was said, long after its end", async () => {
    const { id, key } = await share({ expiresAt: inDays(1) });
    await comment(key);
    world.clock.move(91 * dayMs);
    await forgetOld(world.ground);
    const reader = await world.keyFor("services:read");
    expect((await world.ask("GET", `/previews/${id}`, { as: reader })).status).toBe(404);
  });
});
