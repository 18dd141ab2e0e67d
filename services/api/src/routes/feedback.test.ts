import { forgetOld, listAlarms } from "@guildhall/domain";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const said = {
  service: "noise",
  page: "what",
  question: "what",
  text: "I do not know what “kind” is.",
};
const unknown = "fbk_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("/feedback", () => {
  let world: ApiWorld;
  let designer: string;
  beforeEach(async () => {
    world = await createApiWorld();
    designer = (await signInByLink(world, await addStaff(world.ctx, ["designer"]))).token;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const give = async (changed: object = {}) => {
    const json = { ...place, ...changed };
    const response = await world.ask("POST", "/feedback", { json });
    expect(response.status).toBe(201);
    return (await response.json()).id as string;
  };
  const list = async (query = "", as = designer) =>
    (await (await world.ask("GET", `/feedback${query}`, { as })).json()).data;
  const alarms = async () => (await listAlarms(world.ctx, { limit: 20, ended: false })).data;
  let place: typeof said;
  beforeEach(async () => {
    const { definition } = await world.ctx.catalogue.live("noise");
    const [page] = definition.form.pages.filter(({ questions }) => questions.length > 0);
    place = { ...said, page: page?.id ?? "", question: page?.questions[0]?.id ?? "" };
  });

  it("takes it from anyone, and shows those who make the service where it was said", async () => {
    const id = await give({ email: "ada@example.com" });
    const [row] = await list();
    expect(row).toMatchObject({ id, ...place, version: 1, state: "new", email: "ada@example.com" });
    const counts = await world.ask("GET", "/feedback/counts", { as: designer });
    const { service, page, question } = place;
    expect((await counts.json()).data).toEqual([{ service, page, question, new: 1, dealtWith: 0 }]);
  });

  it("lists what is asked for, newest first", async () => {
    const ids = [await give(), await give({ page: "confirmation", question: undefined })];
    const { service: _, question: __, ...home } = { ...place, page: "home" };
    const own = await (await world.ask("POST", "/feedback", { json: home })).json();
    expect((await list()).map(({ id }: { id: string }) => id)).toEqual([own.id, ids[1], ids[0]]);
    expect(await list("?service=noise&page=confirmation")).toHaveLength(1);
    expect((await list("?ownPages=true")).map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect(await list("?state=dealt-with")).toEqual([]);
    const first = await (await world.ask("GET", "/feedback?limit=2", { as: designer })).json();
    expect(await list(`?limit=2&cursor=${first.nextCursor}`)).toHaveLength(1);
  });

  it("gives the same answer where the same comes again", async () => {
    const headers = { "Idempotency-Key": "the-same-feedback-twice" };
    const ask = () => world.ask("POST", "/feedback", { json: place, headers });
    expect(await (await ask()).json()).toEqual(await (await ask()).json());
    expect(await list()).toHaveLength(1);
  });

  it.each([
    ["/service", { service: "not-there" }],
    ["/service", { version: 99 }],
    ["/page", { page: "not-there" }],
    ["/question", { question: "notThere" }],
    ["/question", { service: undefined }],
    ["/version", { service: undefined, question: undefined, version: 1 }],
    ["/text", { text: "" }],
    ["/text", { text: "x".repeat(1201) }],
    ["/email", { email: "ada" }],
    ["/extra", { extra: true }],
  ])("is refused where %s is not right", async (pointer, changed) => {
    const response = await world.ask("POST", "/feedback", { json: { ...place, ...changed } });
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toEqual([expect.objectContaining({ pointer })]);
  });

  it("calls those who make the service once, until all is dealt with", async () => {
    const ids = [await give(), await give()];
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({ kind: "feedback-waiting", role: "designer", count: 2 });
    expect(alarm?.title).toContain("Report a noise");
    for (const id of ids) {
      expect(await alarms()).toHaveLength(1);
      const json = { note: "The hint says it now." };
      const dealt = await world.ask("POST", `/feedback/${id}/deal-with`, { as: designer, json });
      expect((await dealt.json()).dealtWith).toMatchObject({ by: "Ada Byron", ...json });
    }
    expect(await alarms()).toEqual([]);
  });

  it("is dealt with once, and tells of what is not there the same as of another council's", async () => {
    const id = await give();
    const deal = (of: string) =>
      world.ask("POST", `/feedback/${of}/deal-with`, { as: designer, json: {} });
    expect((await deal(id)).status).toBe(200);
    expect((await deal(id)).status).toBe(409);
    expect((await deal(unknown)).status).toBe(404);
  });

  it("is not for those who work on what citizens send, and changed by none who only reads", async () => {
    const id = await give({ email: "ada@example.com" });
    const caseworker = await addStaff(world.ctx, ["caseworker"], "Carl Case");
    const token = (await signInByLink(world, caseworker)).token;
    for (const path of ["/feedback", "/feedback/counts"])
      expect((await world.ask("GET", path, { as: token })).status).toBe(403);
    const reader = await world.keyFor("services:read");
    expect((await list("", reader))[0]).not.toHaveProperty("email");
    const tried = await world.ask("POST", `/feedback/${id}/deal-with`, { as: reader, json: {} });
    expect(tried.status).toBe(403);
  });

  it("takes no more from one address in an hour than a person says", async () => {
    const { createApi } = await import("../app.ts");
    const api = createApi(world.deps);
    const ask = (at: number, address = "192.0.2.1") =>
      api.request(
        "/t/exampleshire/v1/feedback",
        {
          method: "POST",
          body: JSON.stringify(place),
          headers: {
            "Content-Type": "application/json",
            "Idempotency-Key": `given-by-one-${at}----`,
          },
        },
        { caller: { address } },
      );
    for (let at = 0; at < 20; at += 1) expect((await ask(at)).status).toBe(201);
    expect((await ask(20)).status).toBe(429);
    expect((await ask(21, "192.0.2.2")).status).toBe(201);
  });

  it("is forgotten after a year, and nobody is called for it any more", async () => {
    await give();
    world.clock.move(365 * 86_400_000);
    await forgetOld(world.ground);
    expect(await list("", await keyForReading())).toHaveLength(1);
    world.clock.move(1);
    await forgetOld(world.ground);
    expect(await list("", await keyForReading())).toEqual([]);
    expect(await alarms()).toEqual([]);
  });

  const keyForReading = () => world.keyFor("services:read");
});
