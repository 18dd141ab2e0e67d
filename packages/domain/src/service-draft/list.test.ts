import { ServiceDraftSummary, ServiceOverview } from "@guildhall/contract";
import { type Db, transact, withdrawService as withdrawRow } from "@guildhall/store";
import { createWorld, maker, type World } from "../testing.ts";
import { beginServiceDraft } from "./begin.ts";
import { discardServiceDraft } from "./discard.ts";
import { listServiceDrafts, listServiceOverviews } from "./list.ts";

describe("lists of services", () => {
  let world: World;
  const grace = () => maker(world, "Grace");
  beforeEach(async () => {
    world = await createWorld();
    await beginServiceDraft(grace(), { service: "noise" });
    for (const title of ["Report a broken bench", "Réport a café", "Apply for a grant"])
      await beginServiceDraft(grace(), { title });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("give drafts by service, a part at a time", async () => {
    const first = await listServiceDrafts(grace(), { limit: 2 });
    expect(first.data.map((one) => ServiceDraftSummary.parse(one))).toMatchObject([
      { service: "apply-for-a-grant" },
      { service: "noise", live: 1, basedOn: 1, title: "Report a noise nuisance" },
    ]);
    const rest = await listServiceDrafts(grace(), { limit: 2, cursor: first.nextCursor });
    expect(rest.data.map(({ service }) => service)).toEqual([
      "report-a-broken-bench",
      "report-a-cafe",
    ]);
    expect(rest).not.toHaveProperty("nextCursor");
  });

  it.each([
    ["REPORT", ["noise", "report-a-broken-bench", "report-a-cafe"]],
    ["bench report", ["report-a-broken-bench"]],
    ["noise", ["noise"]],
    ["xyz", []],
  ])("find “%s” in titles and ids", async (search, found) => {
    const { data } = await listServiceDrafts(grace(), { limit: 9, search });
    expect(data.map(({ service }) => service)).toEqual(found);
  });

  it("give all services by title, a part at a time, also where what stood last has gone", async () => {
    const ctx = grace();
    await beginServiceDraft(ctx, { title: "éclairs 10", service: "z-ten" });
    await beginServiceDraft(ctx, { title: "Eclairs 9", service: "z-nine" });
    for (const service of ["long-b", "long-a"])
      await beginServiceDraft(ctx, { title: `Zebra ${"a/".repeat(50)}${service}`, service });
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await listServiceOverviews(ctx, { limit: 2, ...(cursor && { cursor }) });
      titles.push(...part.data.map(({ service }) => service));
      cursor = part.nextCursor;
      if (titles.length === 2) await discardServiceDraft(ctx, "z-nine");
    } while (cursor !== undefined);
    expect(titles).toEqual([
      "apply-for-a-grant",
      "z-nine",
      "z-ten",
      "report-a-broken-bench",
      "report-a-cafe",
      "noise",
      "long-a",
      "long-b",
    ]);
  });

  it("tell of every service where it stands", async () => {
    const ctx = grace();
    const { data } = await listServiceOverviews(ctx, { limit: 9 });
    const all = data.map((one) => ServiceOverview.parse(one));
    expect([all.at(0), all.at(-1)]).toMatchObject([
      { service: "apply-for-a-grant", state: "never-published", draft: { revision: 1 } },
      { service: "noise", state: "live", version: 1, draft: { basedOn: 1 } },
    ]);
    await transact(ctx.db, (tx) => withdrawRow(tx, "noise", "withdrawn"));
    const after = await listServiceOverviews(ctx, { limit: 1, search: "nuisance" });
    expect(after.data).toMatchObject([{ service: "noise", state: "withdrawn", version: 1 }]);
  });

  it("read no definition", async () => {
    const select = (columns?: Parameters<Db["reads"]["select"]>[0]) => {
      if (!columns || "definition" in columns) throw new Error("A definition is read");
      return world.ctx.db.reads.select(columns);
    };
    const ctx = { ...grace(), db: { reads: { select } } as unknown as Db };
    expect((await listServiceDrafts(ctx, { limit: 9 })).data).toHaveLength(4);
    expect((await listServiceOverviews(ctx, { limit: 9 })).data).toHaveLength(4);
  });
});
