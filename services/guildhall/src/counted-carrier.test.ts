import type { Ticket } from "@guildhall/contract";
import { createMetrics } from "@guildhall/runtime";
import { countedCarrier } from "./counted-carrier.ts";

const ticket = (differs: Partial<Ticket>): Ticket => ({
  tenant: "exampleshire",
  id: "out_1",
  generation: 1,
  kind: "delivery",
  ...differs,
});

describe("countedCarrier", () => {
  it("counts what was taken, refused and handed over again in each lane, and changes nothing", async () => {
    const metrics = createMetrics({ processMetrics: false });
    const given = [
      ticket({ id: "a" }),
      ticket({ id: "b", generation: 2 }),
      ticket({ id: "c", kind: "message" }),
    ];
    const refusesMessages = {
      dispatch: async (tickets: readonly Ticket[]) =>
        tickets.filter(({ kind }) => kind === "message"),
    };
    const carrier = countedCarrier(refusesMessages, metrics);
    expect(await carrier.dispatch(given)).toEqual(given.slice(2));

    const text = await metrics.text();
    expect(text).toContain('guildhall_handed_over_total{lane="connector",result="taken"} 2');
    expect(text).toContain('guildhall_handed_over_total{lane="message",result="refused"} 1');
    expect(text).toContain('guildhall_claimed_again_total{lane="connector"} 1');
  });
});
