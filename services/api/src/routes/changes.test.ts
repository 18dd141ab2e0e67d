import { addNote } from "@guildhall/domain";
import { createApi } from "../app.ts";
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

  it("are told to twenty pages of a network; the next is sent away with what is there, and other networks come in", async () => {
    const api = createApi(world.deps);
    const path = `/t/exampleshire/v1/tracking/${started.reference}/changes`;
    const from = async (address: string) => {
      const { body, status } = await api.request(path, {}, { caller: { address } });
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      if (!reader) throw new Error("nothing is told");
      return { status, first: (await reader.read()).value, reader };
    };
    for (let nth = 1; nth <= 20; nth += 1) {
      const page = await from(`2001:db8:1:2::${nth}`);
      expect(page.first).toContain("retry: 2000\n");
    }
    const over = await from("2001:db8:1:2:3::99");
    expect(over.status).toBe(200);
    expect(version(over.first)).toBe(await seen());
    expect(over.first).toContain("retry: 30000\n");
    expect((await over.reader.read()).done).toBe(true);
    const other = await from("2001:db8:1:3::1");
    await note(true);
    expect(version((await other.reader.read()).value)).toBe(await seen());
  });

  it("are told of no process that is not there", async () => {
    const path = "/tracking/EXM-2222-2222/changes";
    expect((await world.ask("GET", path)).status).toBe(404);
  });
});
