import { type Config, readConfig } from "@guildhall/runtime";
import { observe } from "./observe.ts";
import type { Platform } from "./platform.ts";

const config: Config = readConfig({});
const lane = { waiting: 1, running: 0, oldestMs: 500 };
const lanes = { connector: lane, message: lane, webhook: lane, scan: lane, maintenance: lane };

/** A platform with no tenants, as far as it can be seen from outside. */
function platformWith(differs: Partial<Pick<Platform, "queue">> = {}): Platform {
  const seen = {
    store: { openTenants: [], tenants: async () => [] },
    queue: { trouble: () => undefined, depth: async () => lanes },
    calls: { unlisted: 7 },
    ...differs,
  };
  // Nothing else of a platform is looked at.
  return seen as unknown as Platform;
}
const away = { code: "away", sentence: "Redis does not answer." } as const;

describe("observe", () => {
  it("shows figures before there is a platform to ask", async () => {
    const { metrics, stop } = await observe(config);
    const text = await metrics.text();
    expect(text).toContain("guildhall_tenants_open 0");
    expect(text).toContain("guildhall_queue_up 0");
    await stop();
  });

  it("shows the platform's figures once there is one", async () => {
    const { metrics, of, stop } = await observe(config);
    of(platformWith());
    const text = await metrics.text();
    expect(text).toContain('guildhall_queue_waiting{lane="maintenance"} 1');
    expect(text).toContain("guildhall_queue_up 1");
    expect(text).toContain("guildhall_calls_unlisted 7");
    await stop();
  });

  it("stays ready, and says that it is worse off, while the queue is in trouble", async () => {
    const { of, stop } = await observe(config);
    expect(await of(platformWith()).ready()).toMatchObject({ status: "ok" });
    const queue = { trouble: () => away, depth: async () => undefined };
    const platform = platformWith({ queue: queue as unknown as Platform["queue"] });
    expect(await of(platform).ready()).toEqual({
      status: "degraded",
      checks: { directory: "ok", workers: "ok", queue: "degraded" },
    });
    await stop();
  });

  it("says that the queue is away where it cannot be counted, whatever was last known", async () => {
    const { metrics, of, stop } = await observe(config);
    const queue = { trouble: () => undefined, depth: async () => undefined };
    of(platformWith({ queue: queue as unknown as Platform["queue"] }));
    expect(await metrics.text()).toContain('guildhall_queue_trouble{code="away"} 1');
    await stop();
  });
});
