import { type ApiWorld, createApiWorld } from "../testing.ts";

const zip = { "Content-Type": "application/zip" };

describe("the folder over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write", "connectors:read");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const bytesOf = async (path: string) =>
    new Uint8Array(await (await world.ask("GET", path, { as: key })).arrayBuffer());
  const plan = (body: Uint8Array, headers: Record<string, string> = zip) =>
    world.ask("POST", "/folder-imports", { as: key, body: Buffer.from(body), headers });

  it("goes out as an archive, the same bytes each time, and comes in again as a plan of nothing", async () => {
    const answer = await world.ask("GET", "/folder", { as: key });
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toContain('filename="exampleshire.zip"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(await bytesOf("/folder")).toEqual(bytes);

    const planned = await plan(bytes);
    expect(planned.status).toBe(201);
    const { leftOut, ...body } = await planned.json();
    expect(body).toMatchObject({ state: "planned", changes: [] });
    expect(leftOut.map(({ kind }: { kind: string }) => kind)).toEqual(["tenant"]);
    const { id } = body;
    expect(planned.headers.get("location")).toMatch(new RegExp(`/v1/folder-imports/${id}$`));
    const read = await world.ask("GET", `/folder-imports/${id}`, { as: key });
    expect(await read.json()).toEqual({ leftOut, ...body });
  });

  it("brings a service back as it was, beside what is live since", async () => {
    const bytes = await bytesOf("/services/noise/folder");
    await world.publish({ title: "Noise" });
    const { id, changes } = await (await plan(bytes)).json();
    expect(changes).toMatchObject([{ kind: "service", id: "noise", action: "change" }]);

    const approved = await world.ask("POST", `/folder-imports/${id}/approve`, { as: key });
    expect(await approved.json()).toMatchObject({ state: "approved", changes });
    const draft = await world.ask("GET", "/service-drafts/noise", { as: key });
    expect((await draft.json()).definition.title).toBe("Report a noise nuisance");
    const again = await world.ask("POST", `/folder-imports/${id}/approve`, { as: key });
    expect((await again.json()).code).toBe("invalid-transition");
  });

  it("is planned once under one key, and not for other files", async () => {
    const named = { ...zip, "Idempotency-Key": "the-same-key-each-time" };
    const service = await bytesOf("/services/noise/folder");
    const first = await (await plan(service, named)).json();
    expect(await (await plan(service, named)).json()).toEqual(first);
    const other = await plan(await bytesOf("/folder"), named);
    expect((await other.json()).code).toBe("idempotency-mismatch");
  });

  it("is refused where it is no archive, with a sentence", async () => {
    const answer = await plan(new TextEncoder().encode("no archive"));
    const detail = "This is not a zip archive that can be read, or it is damaged.";
    const error = { pointer: "", code: "unreadable", detail };
    expect(await answer.json()).toMatchObject({ code: "request-invalid", errors: [error] });
    const other = await plan(new Uint8Array(), { "Content-Type": "text/plain" });
    expect((await other.json()).code).toBe("media-type-unsupported");
    const large = await plan(new Uint8Array(20_000_001));
    expect((await large.json()).code).toBe("body-too-large");
  });

  it("of a service that is not there is not found", async () => {
    const answer = await world.ask("GET", "/services/none/folder", { as: key });
    expect((await answer.json()).code).toBe("not-found");
  });
});
