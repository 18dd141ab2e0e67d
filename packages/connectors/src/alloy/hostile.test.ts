import type { Connector } from "@guildhall/contract";
import { ConnectorFault } from "../connector-fault.ts";
import { unhurried } from "../test-server.ts";
import { hostileAnswers } from "../testing/hostile-answers.ts";
import { outgoing } from "./test-alloy.ts";
import { connectTo, design, telling, updates, window } from "./test-routes.ts";

describe("an Alloy that answers with", () => {
  it.each(hostileAnswers)("%s has taken nothing over, and says nothing", async (_, handler) => {
    const { connector } = await connectTo(handler);
    for (const update of updates) {
      const outcome = await connector.send(telling(update), unhurried());
      expect(outcome).toMatchObject({
        outcome: expect.stringMatching(/^(retry|refused)$/),
        code: expect.stringMatching(/^[a-z0-9-]{2,40}$/),
      });
    }
    expect((await connector.send(outgoing, unhurried())).outcome).not.toBe("accepted");
    await failsToAsk(connector);
  });

  async function failsToAsk(connector: Connector) {
    const asked = [
      connector.poll?.(window, unhurried()),
      connector.find?.("CAM-2V4K-7XQP", unhurried()),
      connector.codes?.("kinds", unhurried()),
      connector.describe?.([design], unhurried()),
    ];
    for (const { status, ...ending } of await Promise.allSettled(asked)) {
      expect(status).toBe("rejected");
      expect("reason" in ending && ending.reason).toBeInstanceOf(ConnectorFault);
    }
  }
});
