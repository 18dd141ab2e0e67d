import { Fleet } from "./fleet.ts";
import type { Kind, Member, StartMember } from "./member.ts";

describe("a fleet", () => {
  let started: Stand[];
  let said: string[];
  let told: string[];
  beforeEach(() => {
    started = [];
    said = [];
    told = [];
  });

  it("starts a process again that died, in the same place and under a new name", async () => {
    await start();
    standIn("worker-1").die();
    await untilStarted(5);
    expect(started[4]).toMatchObject({ slot: "worker-1", node: "worker-1.2" });
    expect(told).toEqual(["worker-1.1"]);
  });

  it("leaves to whoever wanted it what ends before it was ready", async () => {
    onStart = (stand) => (stand.kind === "api" ? stand.die() : stand.rise());
    await expect(make(stands).start()).rejects.toThrow("api");
    expect(started.filter(({ kind }) => kind === "api")).toHaveLength(2);
  });

  it("replaces workers, then apis, one after the other, each once its successor is ready", async () => {
    const fleet = await start();
    await fleet.roll();
    expect(started.slice(4).map(({ slot }) => slot)).toEqual([
      "worker-3",
      "worker-1",
      "api-3",
      "api-1",
    ]);
    const ended = started.filter(({ order }) => order.includes("retired"));
    expect(ended.map(({ node }) => node)).toEqual([
      "worker-1.1",
      "worker-2.1",
      "api-1.1",
      "api-2.1",
    ]);
  });

  it("leaves the old ones as they are when a new one does not come up", async () => {
    const fleet = await start();
    onStart = (stand) => stand.die();
    await fleet.roll();
    expect(started.slice(0, 4).flatMap(({ order }) => order)).toEqual([]);
    expect(said.at(-1)).toContain("worker-3 ended");
  });

  it("ends those who ask before those who are asked, and starts none of them again", async () => {
    const fleet = await start();
    await fleet.end();
    expect(endings.map(({ kind }) => kind)).toEqual(["api", "api", "worker", "worker"]);
    expect(started).toHaveLength(4);
  });

  let onStart: (stand: Stand) => void;
  let endings: Stand[];
  beforeEach(() => {
    onStart = (stand) => stand.rise();
    endings = [];
  });

  interface Stand extends Member {
    readonly order: string[];
    rise(): void;
    die(): void;
  }

  /** What stands in for a process. */
  function stands(kind: Kind, slot: string): Stand {
    const turn = started.filter((other) => other.slot === slot).length + 1;
    const order: string[] = [];
    let rise: () => void = () => undefined;
    let end: (how: { wasAsked: boolean; wasAborted: boolean }) => void = () => undefined;
    const ended: Member["ended"] = new Promise((resolve) => {
      end = resolve;
    });
    const ready = new Promise<void>((resolve, reject) => {
      rise = resolve;
      ended.then(() => reject(new Error(`${slot} ended before it was ready.`)));
    });
    ready.catch(() => undefined);
    const finish = async (how: string) => {
      order.push(how);
      endings.push(stand);
      end({ wasAsked: true, wasAborted: false });
    };
    const stand: Stand = {
      ...{ kind, slot, node: `${slot}.${turn}`, order, ready, ended, rise: () => rise() },
      die: () => end({ wasAsked: false, wasAborted: false }),
      retire: () => finish("retired"),
      end: () => finish("ended"),
    };
    started.push(stand);
    onStart(stand);
    return stand;
  }

  function make(startMember: StartMember): Fleet {
    return new Fleet({
      sizes: { api: 2, worker: 2, simulators: 0 },
      start: startMember,
      onEnd: async ({ node }) => {
        told.push(node);
      },
      report: (sentence) => said.push(sentence),
      pauseMs: 0,
    });
  }

  async function start(): Promise<Fleet> {
    const fleet = make(stands);
    await fleet.start();
    return fleet;
  }

  function standIn(slot: string): Stand {
    const found = started.findLast((stand) => stand.slot === slot);
    if (!found) throw new Error(`nobody is ${slot}`);
    return found;
  }

  async function untilStarted(count: number): Promise<void> {
    while (started.length < count) await new Promise((resolve) => setImmediate(resolve));
  }
});
