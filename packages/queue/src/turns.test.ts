import fc from "fast-check";
import { ticket } from "./fixtures.ts";
import { inTurn } from "./turns.ts";

fc.configureGlobal({ seed: 20_261_122 });

const arrivals = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 300 });

function ticketsOf(tenants: readonly string[]) {
  return tenants.map((tenant, index) => ticket({ tenant, id: `out_${index}` }));
}

describe("inTurn", () => {
  it("loses and adds nothing", () => {
    fc.assert(
      fc.property(arrivals, (tenants) => {
        const tickets = ticketsOf(tenants);
        expect(new Set(inTurn(tickets))).toEqual(new Set(tickets));
        expect(inTurn(tickets)).toHaveLength(tickets.length);
      }),
    );
  });

  it("keeps each tenant's own order", () => {
    fc.assert(
      fc.property(arrivals, fc.constantFrom("a", "b", "c", "d"), (tenants, one) => {
        const tickets = ticketsOf(tenants);
        const own = (of: readonly { tenant: string }[]) =>
          of.filter(({ tenant }) => tenant === one);
        expect(own(inTurn(tickets))).toEqual(own(tickets));
      }),
    );
  });

  it("never gives a tenant two more turns than another that still waits", () => {
    fc.assert(
      fc.property(arrivals, (tenants) => {
        const left = new Map<string, number>();
        for (const tenant of tenants) left.set(tenant, (left.get(tenant) ?? 0) + 1);
        const turns = new Map([...left.keys()].map((tenant) => [tenant, 0]));
        for (const { tenant } of inTurn(ticketsOf(tenants))) {
          turns.set(tenant, (turns.get(tenant) ?? 0) + 1);
          left.set(tenant, (left.get(tenant) ?? 0) - 1);
          const waiting = [...left]
            .filter(([, count]) => count > 0)
            .map(([name]) => turns.get(name) ?? 0);
          expect(
            (turns.get(tenant) ?? 0) - Math.min(...waiting, turns.get(tenant) ?? 0),
          ).toBeLessThan(2);
        }
      }),
    );
  });
});
