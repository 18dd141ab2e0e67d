import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { attachFile, saveDraft } from "@guildhall/domain";
import { createWorld, keptKey, someDraft, type World } from "@guildhall/domain/testing";
import { findDraft } from "@guildhall/store";
import { createWatch, type Watch } from "../testing/watch.ts";
import { draftErrand } from "./drafts.ts";

const dayMs = 86_400_000;
const needle = "The Needle and Thread";

describe("drafts", () => {
  let world: World;
  let watch: Watch;
  beforeEach(async () => {
    world = await createWorld();
    watch = createWatch(world);
    watch.add(draftErrand(async (place) => writeFile(join(world.folder, place), "")));
  });
  afterEach(async () => {
    await watch.end();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  it("are erased when they are over, so that nothing that was typed or sent is left", async () => {
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
    await watch.pass(29 * dayMs);
    await watch.begin();
    expect(await watch.nextDue()).toBeUndefined();
    expect(await found()).toEqual([]);
    expect(await findDraft(world.ctx.db, id)).toBeUndefined();
  });

  it("have an idle tenant woken when they are over, and nothing happens to them before", async () => {
    const { id } = await someDraft(world);
    const due = (await watch.nextDue()) ?? 0;
    expect(due).toBeGreaterThan(world.clock.now() + dayMs);
    await watch.begin();
    expect(await watch.nextDue()).toBe(due);
    expect(await findDraft(world.ctx.db, id)).toBeDefined();
    await watch.end();
    await watch.pass(due - world.clock.now());
    await watch.begin();
    expect(await watch.nextDue()).toBeUndefined();
    expect(await findDraft(world.ctx.db, id)).toBeUndefined();
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
