import { beginServiceDraft, getService, publishServiceDraft } from "@guildhall/domain";
import { createWorld, noise, type World } from "@guildhall/domain/testing";
import { PublicationWatch } from "./publication-watch.ts";

const hourMs = 3_600_000;

describe("PublicationWatch", () => {
  let world: World;
  let watch: PublicationWatch;
  const faults: unknown[] = [];
  beforeEach(async () => {
    world = await createWorld();
    watch = newWatch();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(async () => {
    watch.end("exampleshire");
    vi.useRealTimers();
    expect(faults.splice(0)).toEqual([]);
    await world[Symbol.asyncDispose]();
  });

  const newWatch = () =>
    new PublicationWatch({
      groundFor: world.groundFor,
      now: world.clock.now,
      onError: (fault) => faults.push(fault),
    });
  const pass = async (ms: number) => {
    world.clock.move(ms);
    await vi.advanceTimersByTimeAsync(ms);
    await vi.waitFor(() => expect(watch.isQuiet("exampleshire")).toBe(true));
  };
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

  it("has a service go live at its time, and not before", async () => {
    watch.begin("exampleshire");
    await pass(5000);
    await schedule(hourMs);
    for (let minute = 0; minute < 59; minute += 1) await pass(60_000);
    expect(await title()).toBe("Report a noise nuisance");
    await pass(60_000);
    expect(await title()).toBe("Tell us about noise");
  });

  it("takes up what fell due while nothing ran", async () => {
    await schedule(hourMs);
    world.clock.move(5 * hourMs);
    watch = newWatch();
    watch.begin("exampleshire");
    await pass(5000);
    expect(await title()).toBe("Tell us about noise");
  });

  it("goes on once for a tenant that was given up and taken up again during a look", async () => {
    let letGo: () => void = () => {};
    const held = new Promise<undefined>((resolve) => {
      letGo = () => resolve(undefined);
    });
    watch = new PublicationWatch({
      groundFor: () => held,
      now: world.clock.now,
      onError: (fault) => faults.push(fault),
    });
    watch.begin("exampleshire");
    await vi.advanceTimersByTimeAsync(5000);
    expect(watch.isQuiet("exampleshire")).toBe(false);
    watch.end("exampleshire");
    watch.begin("exampleshire");
    letGo();
    await pass(0);
    expect(vi.getTimerCount()).toBe(1);
    await pass(5000);
    expect(vi.getTimerCount()).toBe(1);
  });

  it("has an idle tenant woken at that time", async () => {
    expect(await watch.nextDue("exampleshire")).toBeUndefined();
    const at = await schedule(hourMs);
    expect(await watch.nextDue("exampleshire")).toBe(at);
    expect(await watch.nextDue("othershire")).toBeUndefined();
  });
});
