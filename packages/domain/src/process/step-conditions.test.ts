import type { Step } from "@guildhall/contract";
import type { World } from "../testing.ts";
import {
  createSteppingWorld,
  deliver,
  email,
  look,
  report,
  type Stepping,
  wait,
} from "./test-steps.ts";
import { trackProcess } from "./track.ts";

const pubOnly = { when: "is-pub" };

describe("a condition of a step", () => {
  let world: World;
  let on: Stepping;
  beforeEach(async () => {
    on = await createSteppingWorld();
    world = on.world;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const steps: Step[] = [
    { ...deliver, ...pubOnly },
    { ...look, ...pubOnly },
    { ...email, ...pubOnly },
    report,
  ];

  it("passes over the steps that it does not hold for, and the citizen reads nothing of them", async () => {
    const { id, reference } = await on.begin(steps);
    expect(await on.purposes(id)).toEqual(["started"]);
    expect(await on.open(id)).toEqual(["Write a report"]);
    const { timeline } = await trackProcess(world.ctx, reference);
    expect(timeline.map(({ title }) => title)).toEqual(["We received your request"]);
  });

  it("lets them happen where it holds", async () => {
    const { id } = await on.begin(steps, { noiseSource: "pub", pubName: "The Bell" });
    expect(await on.purposes(id)).toEqual(["case", "started", "step-message"]);
    expect(await on.open(id)).toEqual(["Look into it", "Write a report"]);
  });

  it("says at once that it is over where a wait has nobody to wait for and nothing comes after", async () => {
    const { id, status } = await on.begin([{ ...look, ...pubOnly }, wait]);
    expect(status).toBe("completed");
    expect(await on.stands(id)).toEqual(["completed", "done"]);
    expect((await on.begin([look, wait])).status).toBe("open");
  });

  it("counts for what comes after a wait as well", async () => {
    const { id } = await on.begin([look, wait, { ...report, ...pubOnly }]);
    await on.finishTask(id);
    expect(await on.stands(id)).toEqual(["completed", "done"]);
  });
});
