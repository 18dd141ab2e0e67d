import type { Chore, Verdict } from "@guildhall/contract";
import { createWorld, type World } from "@guildhall/domain/testing";
import { findDocument, insertDocument, transact } from "@guildhall/store";
import { Scans } from "./scans.ts";

const file = { draft: "drf_1", process: null, question: null, name: "a.png", key: "k" };
const rest = { contentType: "image/png", bytes: 3, sha256: "aa", storage: "s/1" };

describe("files that wait to be looked at", () => {
  let world: World;
  let scans: Scans;
  let verdict: Verdict;
  let looks: number;
  let removed: string[];
  let faults: unknown[];
  let refused: boolean;
  let queue: Chore[];

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    world = await createWorld();
    verdict = { outcome: "unknown", code: "scanner-away" };
    looks = 0;
    removed = [];
    faults = [];
    refused = true;
    queue = [];
    scans = new Scans({
      scanner: {
        scan: async () => {
          looks += 1;
          return verdict;
        },
      },
      readFile: async function* () {},
      removeFile: async (storage) => {
        removed.push(storage);
      },
      groundFor: world.groundFor,
      carrier: {
        dispatch: async (chores) => {
          queue.push(...chores);
          return refused ? chores : [];
        },
      },
      now: world.clock.now,
      onFault: (fault) => faults.push(fault),
    });
  });
  afterEach(async () => {
    scans.end("exampleshire");
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const insert = (id: string, state: "pending-scan" | "infected" = "pending-scan") =>
    transact(world.ctx.db, (tx) =>
      insertDocument(tx, { id, ...file, ...rest, state, at: world.clock.now() }),
    );
  const looked = (times: number) => vi.waitFor(() => expect(looks).toBe(times));

  it("go through the queue's own lane, and are looked at here where it takes none", async () => {
    await insert("doc_1");
    refused = false;
    scans.look("exampleshire", "doc_1");
    await vi.waitFor(() => expect(queue).toMatchObject([{ kind: "scan", id: "doc_1" }]));
    expect(looks).toBe(0);
    refused = true;
    scans.look("exampleshire", "doc_1");
    await looked(1);
  });

  it("are taken up when their tenant is begun with, and tried again by and by until it ends", async () => {
    await insert("doc_1");
    scans.begin("exampleshire");
    await looked(1);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
    await vi.advanceTimersByTimeAsync(1000);
    await looked(2);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toBe(2);
    verdict = { outcome: "clean" };
    await vi.advanceTimersByTimeAsync(1000);
    await looked(3);
    await vi.waitFor(async () =>
      expect(await findDocument(world.ctx.db, "doc_1")).toMatchObject({ state: "clean" }),
    );
    expect(await scans.nextDue("exampleshire")).toBeUndefined();
    scans.end("exampleshire");
    expect(vi.getTimerCount()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("are found again by a sweep where the word of them was lost, as is one whose bytes must go", async () => {
    scans.begin("exampleshire");
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await insert("doc_1");
    await insert("doc_2", "infected");
    expect(await scans.nextDue("exampleshire")).toBe(world.clock.now());
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await looked(1);
    await vi.waitFor(() => expect(removed).toEqual(["s/1"]));
  });

  it("are found again by a sweep though the look was lost that was to try them again", async () => {
    await insert("doc_1");
    scans.begin("exampleshire");
    await looked(1);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2));
    refused = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(queue).toHaveLength(2);
    refused = true;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await looked(2);
  });

  it("are no matter of a tenant that is not there", async () => {
    await scans.handle({ tenant: "nowhere", id: "doc_1" });
    expect(looks).toBe(0);
  });
});
