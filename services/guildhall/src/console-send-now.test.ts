import { loadDelivery, settleDelivery, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";

describe("the staff page of a delivery that waits for its next try", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  let path: string;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser);
    const ctx = await world.contextOf("exampleshire");
    await startProcess(ctx, { service: "noise", answers: sampleAnswers });
    const { html } = await browser.get(`${root}/deliveries`);
    const [, id = ""] = /\/deliveries\/(out_\w+)/.exec(html) ?? [];
    path = `${root}/deliveries/${id}`;
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(ctx, ticket);
    if (!loaded) throw new Error("There is a delivery");
    const outcome = { outcome: "retry", code: "busy", afterMs: 3_600_000 } as const;
    await settleDelivery(ctx, loaded, { outcome, attempt: 1 });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  it("lets it be sent now, and asks for no decision", async () => {
    const { html } = await browser.get(path);
    expect(html).toContain("Waiting to be sent");
    expect(html).toContain("Send it now");
    expect(html).not.toContain("Send it again as it was");
    const answer = await browser.post(`${path}/hasten`, { once: crypto.randomUUID() });
    expect([answer.status, answer.location]).toEqual([303, `${path}?done=delivery-resent`]);
  });

  it("is not for those who may not see deliveries", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["viewer"] });
    expect((await other.get(path)).status).toBe(403);
    expect((await other.post(`${path}/hasten`)).status).toBe(403);
  });
});
