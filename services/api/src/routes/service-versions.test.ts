import { exampleService } from "../examples.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("versions of services over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write", "processes:read");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const put = (json: unknown, headers: Record<string, string> = {}, id = "noise") =>
    world.ask("PUT", `/services/${id}`, { as: key, json, headers });
  const read = () => world.ask("GET", "/services/noise/definition", { as: key });
  const noise = async () => {
    const { id: _, ...definition } = (await (await read()).json()).definition;
    return definition;
  };

  it("are published, and seen by citizens at once", async () => {
    const added = await put(exampleService, {}, "empty-homes");
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ version: 1, definition: { id: "empty-homes" } });
    const seen = await world.ask("GET", "/services/empty-homes");
    expect(await seen.json()).toMatchObject({ title: "Tell us about an empty home" });
  });

  it("leave what was begun with the version that it began with", async () => {
    const { id } = await world.start();
    const next = await put({ ...(await noise()), title: "Noise" });
    expect(next.status).toBe(200);
    expect(await next.json()).toMatchObject({ version: 2 });
    expect((await world.start()).id).not.toBe(id);
    const before = await world.ask("GET", `/processes/${id}`, { as: key });
    expect(await before.json()).toMatchObject({
      serviceVersion: 1,
      serviceTitle: "Report a noise nuisance",
    });
  });

  it("are one and the same where the same is published again", async () => {
    const again = await put(await noise());
    expect(await again.json()).toMatchObject({ version: 1 });
  });

  it("are published only over what was read, where that is asked for", async () => {
    const stale = { "If-Match": (await read()).headers.get("etag") ?? "" };
    const definition = await noise();
    expect((await put({ ...definition, title: "Noise" }, stale)).status).toBe(200);
    const second = await put({ ...definition, title: "Din" }, stale);
    expect(await second.json()).toMatchObject({ code: "precondition-failed" });
    const gone = await world.ask("DELETE", "/services/noise", { as: key, headers: stale });
    expect(gone.status).toBe(412);
  });

  it("can be changed again with the ETag that publishing gave", async () => {
    let etag = (await put(exampleService, {}, "empty-homes")).headers.get("etag") ?? "";
    for (const title of ["Empty homes", "Tell us about empty homes"]) {
      const next = await put({ ...exampleService, title }, { "If-Match": etag }, "empty-homes");
      expect(next.status).toBe(200);
      etag = next.headers.get("etag") ?? "";
    }
  });

  it.each<[object, string]>([
    [{ brand: "other" }, "/brand"],
    [{ location: "nowhere" }, "/location"],
    [{ steps: [{ id: "send", kind: "deliver", mapping: "none" }] }, "/steps/0/mapping"],
    [{ messages: { started: { subject: "((secret))", text: "a" } } }, "/messages/started/subject"],
    [{ stages: [] }, "/stages"],
    [{ id: "other" }, "/id"],
    [{ form: { pages: [] } }, "/form/pages"],
  ])("are not published with %j", async (changed, pointer) => {
    const response = await put({ ...(await noise()), ...changed });
    expect(response.status).toBe(422);
    const { errors } = await response.json();
    expect(errors).toContainEqual(expect.objectContaining({ pointer }));
    expect(await (await read()).json()).toMatchObject({ version: 1 });
  });

  it("are not published where a mapping leads to a connector that is not there", async () => {
    const { mappings, ...rest } = await noise();
    const response = await put({ ...rest, mappings: [{ ...mappings[0], connector: "nowhere" }] });
    const { errors } = await response.json();
    expect(errors).toContainEqual({
      pointer: "/mappings/0/connector",
      code: "unworkable",
      detail: "There is no connector “nowhere”.",
    });
  });

  it("are withdrawn: nobody begins any more, and what was begun goes on", async () => {
    const { id } = await world.start();
    expect((await world.ask("DELETE", "/services/noise", { as: key })).status).toBe(204);
    expect((await world.ask("GET", "/services/noise")).status).toBe(404);
    expect((await read()).status).toBe(404);
    expect((await world.ask("DELETE", "/services/noise", { as: key })).status).toBe(404);
    const going = await world.ask("GET", `/processes/${id}`, { as: key });
    expect(await going.json()).toMatchObject({ status: "open" });
  });

  it("have an address each, and the old way to ask for one says that it goes", async () => {
    const old = await world.ask("GET", "/services/noise?version=1");
    const since = Date.parse("2026-11-30") / 1000;
    expect(old.headers.get("deprecation")).toBe(`@${since}`);
    expect(old.headers.get("sunset")).toBe("Tue, 30 Nov 2027 00:00:00 GMT");
    const successor = `${world.ground.issuer}/v1/services/noise/versions/1`;
    expect(old.headers.get("link")).toBe(`<${successor}>; rel="successor-version"`);
    const now = await world.fetch(new URL(successor).pathname);
    expect(await now.json()).toEqual(await old.json());
    expect((await world.ask("GET", "/services/noise")).headers.has("deprecation")).toBe(false);
    expect((await world.ask("GET", "/services/noise/versions/9")).status).toBe(404);
  });
});
