import type { CallQuery } from "@guildhall/contract";
import { issueKey } from "../key/issue.ts";
import { logOf, noteCall } from "../testing/calls.ts";
import { createWorld, type World } from "../testing.ts";
import { countCalls } from "./count.ts";
import { listCalls } from "./list.ts";
import type { CallEntry, CallLog } from "./log.ts";

const dayMs = 86_400_000;

describe("calls", () => {
  let world: World;
  let log: CallLog;
  beforeEach(async () => {
    world = await createWorld();
    log = logOf(world);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are listed newest first, by whom, of what, with what outcome", async () => {
    const { id } = await issueKey(world.ctx, {
      name: "Acme",
      kind: "vendor",
      scopes: ["processes:read"],
    });
    note({ caller: id, route: "/v1/services" });
    note({ callerKind: "back-office", caller: "back-office", status: 409, code: "process-closed" });
    note({ callerKind: "staff", caller: "per_1", status: 503 });
    await log.flush();
    expect((await list()).data).toEqual([
      {
        id: "3",
        at: "2025-05-22T09:00:00.000Z",
        caller: { kind: "staff", id: "per_1" },
        method: "GET",
        route: "/v1/processes/{id}",
        status: 503,
        outcome: "failed",
        durationMs: 7,
        requestId: "request-1",
      },
      expect.objectContaining({
        caller: { kind: "back-office", id: "back-office", name: "environmental health" },
        outcome: "refused",
        code: "process-closed",
      }),
      expect.objectContaining({
        caller: { kind: "key", id, name: "Acme" },
        route: "/v1/services",
        outcome: "ok",
      }),
    ]);
  });

  it("are listed a part at a time", async () => {
    for (const requestId of ["a", "b", "c"]) note({ requestId });
    await log.flush();
    const first = await list({ limit: 2 });
    const rest = await list({ limit: 2, cursor: first.nextCursor });
    expect([...first.data, ...rest.data].map(({ requestId }) => requestId)).toEqual([
      "c",
      "b",
      "a",
    ]);
    expect(rest).not.toHaveProperty("nextCursor");
  });

  it.each([
    [{ caller: "key-b" }, ["b"]],
    [{ status: 404 }, ["c"]],
    [{ outcome: "refused" }, ["d", "c"]],
    [{ outcome: "failed" }, ["e"]],
    [{ outcome: "ok" }, ["b", "a"]],
    [{ outcome: "ok", status: 404 }, []],
    [{ route: "/v1/tasks" }, ["d"]],
    [{ since: "2025-05-22T09:00:03.000Z" }, ["e", "d"]],
    [{ until: "2025-05-22T09:00:02.000Z" }, ["b", "a"]],
    [{ since: "2025-05-22T09:00:01.000Z", until: "2025-05-22T09:00:03.000Z" }, ["c", "b"]],
  ] as [Partial<CallQuery>, string[]][])("are found by %j", async (query, found) => {
    const entries: Partial<CallEntry>[] = [
      { requestId: "a" },
      { requestId: "b", caller: "key-b" },
      { requestId: "c", status: 404 },
      { requestId: "d", status: 403, route: "/v1/tasks" },
      { requestId: "e", status: 500 },
    ];
    for (const entry of entries) {
      note(entry);
      world.clock.move(1000);
    }
    await log.flush();
    expect((await list(query)).data.map(({ requestId }) => requestId)).toEqual(found);
  });

  it.each(["", "-1", "3x", "prc_1"])("are not listed from a cursor %j", async (cursor) => {
    await expect(list({ cursor })).rejects.toMatchObject({ code: "request-invalid" });
  });

  it("are shown to a vendor when they are its own, whatever it asks for", async () => {
    note({ caller: "key-a", requestId: "mine" });
    note({ caller: "key-b", requestId: "theirs" });
    await log.flush();
    const vendor = world.as({ actor: { kind: "vendor", id: "key-a", name: "Acme" } });
    for (const query of [{}, { caller: "key-b" }]) {
      const { data } = await listCalls(vendor, { limit: 20, ...query });
      expect(data.map(({ requestId }) => requestId)).toEqual(["mine"]);
      const counts = await countCalls(vendor, { days: 1, ...query });
      expect(counts.data.map(({ caller }) => caller.id)).toEqual(["key-a"]);
    }
  });

  it.each([
    ["without the scope", { scopes: ["events:read"] }],
    ["with a token for one process", { only: { process: "prc_1" } }],
    ["with a grant", { actor: { kind: "back-office", id: "back-office", name: "EH" } }],
    ["as a citizen", { actor: { kind: "citizen", id: "prc_1", name: "You" } }],
  ] as const)("are not shown %s", async (_, someone) => {
    const ctx = world.as(someone);
    const refused = { code: "scope-missing" };
    await expect(listCalls(ctx, { limit: 20 })).rejects.toMatchObject(refused);
    await expect(countCalls(ctx, { days: 1 })).rejects.toMatchObject(refused);
  });

  it("are counted by day, by key, and of staff and citizens all together", async () => {
    note({ caller: "key-a" });
    world.clock.move(dayMs);
    note({ caller: "key-a" });
    note({ caller: "key-a", status: 429 });
    note({ caller: "key-a", status: 500, route: "/v1/tasks" });
    note({ callerKind: "staff", caller: "per_1" });
    note({ callerKind: "staff", caller: "per_2" });
    note({ callerKind: "citizen", caller: "prc_1", status: 403 });
    await log.flush();
    const key = { kind: "key", id: "key-a" };
    const [before, today] = ["2025-05-22", "2025-05-23"];
    const none = { ok: 0, refused: 0, failed: 0 };
    expect((await countCalls(world.ctx, { days: 30 })).data).toEqual([
      { ...none, day: before, caller: key, ok: 1 },
      { ...none, day: today, caller: { kind: "citizen" }, refused: 1 },
      { day: today, caller: key, ok: 1, refused: 1, failed: 1 },
      { ...none, day: today, caller: { kind: "staff" }, ok: 2 },
    ]);
    expect((await countCalls(world.ctx, { days: 1, route: "/v1/tasks" })).data).toEqual([
      { ...none, day: today, caller: key, failed: 1 },
    ]);
  });

  it("of citizens are counted, and never listed", async () => {
    note({ callerKind: "citizen", caller: "prc_1" });
    await log.flush();
    expect((await list()).data).toEqual([]);
  });

  it("that are hard to find are looked for a part at a time", async () => {
    log = logOf(world, { mostWaiting: 20_000 });
    note({ route: "/v1/rare", requestId: "rare" });
    for (let nth = 0; nth < 10_050; nth += 1) note({});
    await log.flush();
    const first = await list({ route: "/v1/rare" });
    expect(first).toEqual({ data: [], nextCursor: expect.any(String) });
    const rest = await list({ route: "/v1/rare", cursor: first.nextCursor });
    expect(rest.data.map(({ requestId }) => requestId)).toEqual(["rare"]);
    expect(rest).not.toHaveProperty("nextCursor");
  });

  it("of one council are seen in no other", async () => {
    const other = await world.addCouncil("othershire");
    note({});
    await log.flush();
    expect((await listCalls(other, { limit: 20 })).data).toEqual([]);
  });

  const list = (query: Partial<CallQuery> = {}) => listCalls(world.ctx, { limit: 20, ...query });
  const note = (entry: Partial<CallEntry>) => noteCall(world, log, entry);
});
