import { addNote, lastChange } from "@guildhall/domain";
import { createLive, type Live, type LiveOptions } from "./live.ts";
import type { Waiting } from "./live-watch.ts";
import { type ApiWorld, createApiWorld } from "./testing.ts";

describe("live", () => {
  let world: ApiWorld;
  let live: Live;
  let started: Started;
  beforeEach(async () => {
    world = await createApiWorld();
    live = createLive({ groundFor: world.groundFor, everyMs: 10 });
    started = await world.start();
  });
  afterEach(async () => {
    live.close();
    await world[Symbol.asyncDispose]();
  });

  type Started = Awaited<ReturnType<ApiWorld["start"]>>;
  const note = ({ id }: Started) =>
    addNote(world.as({}), id, { contents: "Seen to", visibleToCitizen: true });

  /** One who waits, and tells how often was looked for them and of what they were told. */
  const open = async (changed: Partial<Waiting> = {}) => {
    const told: string[] = [];
    const nothing = () => undefined;
    let wake: () => void = nothing;
    const page = {
      looks: 0,
      told,
      ended: 0,
      leave: nothing as (() => void) | undefined,
      /** Until it has been told so many things. */
      hasBeenTold: async (count: number) => {
        while (told.length < count)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      },
    };
    page.leave = live.join({
      tenant: "exampleshire",
      reference: started.reference,
      view: "anyone en",
      network: undefined,
      since: await lastChange(world.ground),
      look: async () => {
        page.looks += 1;
        return `look ${page.looks}`;
      },
      tell: (seen) => {
        told.push(seen);
        wake();
      },
      end: () => {
        page.ended += 1;
        page.leave?.();
      },
      ...changed,
    });
    return page;
  };
  const looksOf = (pages: readonly { looks: number }[]) =>
    pages.reduce((sum, { looks }) => sum + looks, 0);

  it("looks at nothing where only other processes change, however many wait and however much happens", async () => {
    const other = await world.start();
    const pages: Awaited<ReturnType<typeof open>>[] = [];
    for (let nth = 0; nth < 499; nth += 1)
      pages.push(await open({ reference: `EXM-2222-${1000 + nth}` }));
    const mine = await open();
    for (let nth = 0; nth < 100; nth += 1) await note(other);
    await note(started);
    await mine.hasBeenTold(1);
    expect(mine.looks).toBe(1);
    expect(looksOf(pages)).toBe(0);
    expect(pages.flatMap(({ told }) => told)).toEqual([]);
  });

  it("looks once for all who see the same of a process, and once for each who see something else", async () => {
    const anyone = [await open(), await open(), await open()];
    const citizen = [await open({ view: "citizen en" }), await open({ view: "citizen en" })];
    const welsh = [await open({ view: "anyone cy" })];
    await note(started);
    for (const pages of [anyone, citizen, welsh]) {
      for (const page of pages) await page.hasBeenTold(1);
      expect(looksOf(pages)).toBe(1);
    }
  });

  it("looks at what happened between somebody's own look and their coming, before the others hear of it", async () => {
    const since = await lastChange(world.ground);
    const early = await open();
    await note(started);
    await early.hasBeenTold(1);
    const late = await open({ since });
    await late.hasBeenTold(1);
    await note(started);
    await late.hasBeenTold(2);
    expect(early.told).toHaveLength(3);
  });

  it("never looks at more than two of a tenant at once, and misses none", async () => {
    const all = [started, await world.start(), await world.start(), await world.start()];
    let now = 0;
    let most = 0;
    const look = async () => {
      now += 1;
      most = Math.max(most, now);
      await lastChange(world.ground);
      now -= 1;
      return "seen";
    };
    const pages: Awaited<ReturnType<typeof open>>[] = [];
    for (const { reference } of all) pages.push(await open({ reference, look }));
    await Promise.all(all.map(note));
    for (const page of pages) await page.hasBeenTold(1);
    expect(most).toBeLessThanOrEqual(2);
  });

  it("looks for those who are left where the first has gone", async () => {
    const [first, second] = [await open(), await open()];
    first.leave?.();
    await note(started);
    await second.hasBeenTold(1);
    expect([first.looks, second.looks]).toEqual([0, 1]);
    expect(first.told).toEqual([]);
  });

  it("sends those away whose look fails, and nobody else", async () => {
    const other = await world.start();
    const failing = await open({ look: () => Promise.reject(new Error("gone")) });
    const mine = await open({ reference: other.reference });
    await note(started);
    await note(other);
    await mine.hasBeenTold(1);
    await note(other);
    await mine.hasBeenTold(2);
    expect([failing.ended, mine.ended]).toEqual([1, 0]);
  });

  it("sends everybody away whose tenant is no longer as it was", async () => {
    const last = await lastChange(world.ground);
    const gone = new Promise<void>((resolve) => {
      void open({ since: last + 1, end: resolve });
    });
    await expect(gone).resolves.toBeUndefined();
  });

  describe("with few places", () => {
    const has = (options: Partial<LiveOptions>) => {
      live = createLive({ groundFor: world.groundFor, everyMs: 10, ...options });
    };
    const comes = async (tenant: string, network?: string) => {
      // Nobody is sent away whose tenant is only a name here.
      const page = await open({ tenant, network, end: () => undefined });
      return page.leave;
    };

    it("lets so many of a tenant wait, and so many in all", async () => {
      has({ mostOfTenant: 2, most: 3 });
      const leave = await comes("exampleshire");
      expect(await comes("exampleshire")).toBeDefined();
      expect(await comes("exampleshire")).toBeUndefined();
      expect(await comes("other")).toBeDefined();
      expect(await comes("other")).toBeUndefined();
      leave?.();
      leave?.();
      expect(await comes("exampleshire")).toBeDefined();
      expect(await comes("exampleshire")).toBeUndefined();
    });

    it("lets twenty of a network wait, whichever tenant for, and leaves the others their places", async () => {
      const leaves: ((() => void) | undefined)[] = [];
      for (let nth = 0; nth < 20; nth += 1)
        leaves.push(await comes(nth % 2 === 0 ? "exampleshire" : "other", "203.0.113.7"));
      expect(leaves.every(Boolean)).toBe(true);
      expect(await comes("exampleshire", "203.0.113.7")).toBeUndefined();
      expect(await comes("exampleshire", "203.0.113.8")).toBeDefined();
      expect(await comes("exampleshire")).toBeDefined();
      leaves[0]?.();
      expect(await comes("exampleshire", "203.0.113.7")).toBeDefined();
    });

    it("lets nobody wait once it is closed", async () => {
      const page = await open();
      live.close();
      expect(page.ended).toBe(1);
      expect(await comes("exampleshire")).toBeUndefined();
    });
  });
});
