import { addNote } from "@guildhall/domain";
import { createLive, type Live } from "../live.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("changes of a tracking page", () => {
  let world: ApiWorld;
  let started: Awaited<ReturnType<ApiWorld["start"]>>;
  beforeEach(async () => {
    world = await createApiWorld();
    started = await world.start();
  });
  afterEach(async () => {
    world.deps.live.close();
    await world[Symbol.asyncDispose]();
  });

  const watch = async (as?: string) => {
    const path = `/tracking/${started.reference}/changes`;
    const response = await world.ask("GET", path, as === undefined ? {} : { as });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error("nothing is told");
    return { response, next: async () => (await reader.read()).value, end: () => reader.cancel() };
  };
  const version = (text: string | undefined) => /data: (\S+)/.exec(text ?? "")?.[1];
  const seen = async () =>
    (await (await world.ask("GET", `/tracking/${started.reference}`)).json()).version;
  const note = (visibleToCitizen: boolean) =>
    addNote(world.as({}), started.id, { contents: "I met Mrs Byron", visibleToCitizen });

  it("are told as they are committed, each by the version of what is then seen and nothing else", async () => {
    const { response, next, end } = await watch();
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(version(await next())).toBe(await seen());
    await note(true);
    const told = await next();
    expect(version(told)).toBe(await seen());
    expect(told).toMatch(/^event: version\ndata: [\w-]{16}\n\n$/);
    await end();
  });

  it("are not told where whoever watches would see nothing new", async () => {
    const { next, end } = await watch();
    await next();
    await note(false);
    await note(true);
    expect(version(await next())).toBe(await seen());
    await end();
  });

  it("end with the server, and whoever comes then is sent away with what is there", async () => {
    const { next } = await watch();
    await next();
    world.deps.live.close();
    expect(await next()).toBeUndefined();
    const late = await watch();
    expect(version(await late.next())).toBe(await seen());
    expect(await late.next()).toBeUndefined();
  });

  it("are told to so many of a tenant, and so many in all", () => {
    const nobody = () => ({ happened: () => undefined, end: () => undefined });
    const live: Live = createLive({
      groundFor: async () => undefined,
      mostOfTenant: 2,
      most: 3,
    });
    const leave = live.join("a", nobody());
    expect([live.join("a", nobody()), live.join("a", nobody())].map(Boolean)).toEqual([
      true,
      false,
    ]);
    expect([live.join("b", nobody()), live.join("b", nobody())].map(Boolean)).toEqual([
      true,
      false,
    ]);
    leave?.();
    expect(live.join("a", nobody())).toBeDefined();
    live.close();
  });

  it("are told of no process that is not there", async () => {
    const path = "/tracking/EXM-2222-2222/changes";
    expect((await world.ask("GET", path)).status).toBe(404);
  });
});
