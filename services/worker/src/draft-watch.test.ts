import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { attachFile, saveDraft } from "@guildhall/domain";
import { createWorld, keptKey, someDraft, type World } from "@guildhall/domain/testing";
import { findDraft } from "@guildhall/store";
import { DraftWatch } from "./draft-watch.ts";

const dayMs = 86_400_000;
const needle = "The Needle and Thread";

describe("DraftWatch", () => {
  let world: World;
  let watch: DraftWatch;
  beforeEach(async () => {
    world = await createWorld();
    watch = new DraftWatch({
      groundFor: world.groundFor,
      removeFile: async (place) => writeFile(join(world.folder, place), ""),
      now: world.clock.now,
      onError: (error) => {
        throw error;
      },
    });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("erases what is over, so that nothing that was typed or sent is left", async () => {
    const { id, citizen } = await someDraft(world);
    await writeFile(join(world.folder, "bytes-1"), needle);
    await attachFile(citizen, id, {
      name: `${needle}.txt`,
      key: "k",
      contentType: "text/plain",
      bytes: needle.length,
      sha256: "aa",
      storage: "bytes-1",
    });
    await saveDraft(citizen, id, { answers: { pubName: needle } });
    await keptKey(world, id, citizen);
    expect(await found()).toContain("bytes-1");
    world.clock.move(29 * dayMs);
    expect(await watch.look("exampleshire")).toBeUndefined();
    expect(await found()).toEqual([]);
    expect(await findDraft(world.ctx.db, id)).toBeUndefined();
  });

  it("has an idle tenant woken when a draft is over, and does nothing before", async () => {
    const { id } = await someDraft(world);
    const due = (await watch.nextDue("exampleshire")) ?? 0;
    expect(due).toBeGreaterThan(world.clock.now() + dayMs);
    expect(await watch.look("exampleshire")).toBe(due);
    expect(await findDraft(world.ctx.db, id)).toBeDefined();
    world.clock.move(due - world.clock.now());
    expect(await watch.look("exampleshire")).toBeUndefined();
    expect(await findDraft(world.ctx.db, id)).toBeUndefined();
  });

  it("goes on once for a tenant that was given up and taken up again during a look", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let letGo: () => void = () => {};
    const held = new Promise<undefined>((resolve) => {
      letGo = () => resolve(undefined);
    });
    const [now, onError, removeFile] = [world.clock.now, vi.fn(), vi.fn()];
    const slow = new DraftWatch({ groundFor: () => held, removeFile, now, onError });
    slow.begin("exampleshire");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(slow.isQuiet("exampleshire")).toBe(false);
    slow.end("exampleshire");
    slow.begin("exampleshire");
    letGo();
    await vi.waitFor(() => expect(slow.isQuiet("exampleshire")).toBe(true));
    expect(vi.getTimerCount()).toBe(1);
    slow.end("exampleshire");
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("knows of no tenant that is not there", async () => {
    expect(await watch.look("othershire")).toBeUndefined();
    expect(await watch.nextDue("othershire")).toBeUndefined();
  });

  /** The files that the needle can be read in. */
  async function found(): Promise<string[]> {
    const files = await readdir(world.folder, { recursive: true, withFileTypes: true });
    const read = files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => {
        const bytes = await readFile(join(parentPath, name));
        return bytes.includes(needle) ? [name] : [];
      });
    return (await Promise.all(read)).flat();
  }
});
