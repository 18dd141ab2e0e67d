import { createWorld, noise } from "../testing.ts";
import { getRetention } from "./retention.ts";

describe("getRetention", () => {
  it("says what each live service promises, and what is forgotten by itself", async () => {
    await using world = await createWorld();
    const { services, platform } = await getRetention(world.ctx);
    const { days, lawfulBasis } = noise.retention;
    expect(services).toContainEqual({
      ...{ service: "noise", title: noise.title, draftDays: 28 },
      ...{ days, lawfulBasis },
    });
    expect(platform).toContainEqual({ kind: "drafts-unkept", days: 1 });
    expect(platform.every((one) => Number.isInteger(one.days))).toBe(true);
  });
});
