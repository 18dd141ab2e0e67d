import { beginServiceDraft, getService, publishServiceDraft } from "@guildhall/domain";
import { createWorld, noise, type World } from "@guildhall/domain/testing";
import { createWatch, type Watch } from "../testing/watch.ts";
import { publicationErrand } from "./publications.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe("what goes live at its time", () => {
  let world: World;
  let watch: Watch;
  beforeEach(async () => {
    world = await createWorld();
    watch = createWatch(world);
    watch.add(publicationErrand((fault) => watch.faults.push(fault)));
  });
  afterEach(async () => {
    await watch.end();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const title = async () => (await getService(world.ctx, "noise")).title;

  async function schedule(inMs: number): Promise<number> {
    const at = world.clock.now() + inMs;
    const { id: service, ...rest } = noise;
    const definition = { ...rest, title: "Tell us about noise" };
    await beginServiceDraft(world.ctx, { service, definition });
    const asked = { summary: "A shorter title", at: new Date(at).toISOString() };
    await publishServiceDraft(world.ctx, { service, ...asked });
    return at;
  }

  it("does so to the second in a tenant that is in use, and not before", async () => {
    await watch.begin();
    await schedule(hourMs);
    expect(world.handover.woken).toEqual(["exampleshire"]);
    watch.wake();
    await watch.pass(hourMs - 1);
    expect(await title()).toBe("Report a noise nuisance");
    await watch.pass(1);
    expect(await title()).toBe("Tell us about noise");
  });

  it("does so a little late where nobody was told of it, or nothing ran", async () => {
    await watch.begin();
    await schedule(minuteMs);
    await watch.pass(15 * minuteMs);
    expect(await title()).toBe("Tell us about noise");
  });

  it("does so as soon as anything runs again", async () => {
    await schedule(hourMs);
    await watch.pass(5 * hourMs);
    await watch.begin();
    expect(await title()).toBe("Tell us about noise");
  });

  it("has an idle tenant woken for it", async () => {
    expect(await watch.nextDue()).toBeUndefined();
    const at = await schedule(hourMs);
    expect(await watch.nextDue()).toBe(at);
  });
});
