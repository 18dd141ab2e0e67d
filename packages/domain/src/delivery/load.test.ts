import type { Ticket } from "@guildhall/contract";
import { revokeGrants } from "../process/revoke-grants.ts";
import { createWorld, type World } from "../testing.ts";
import { type LoadedDelivery, loadDelivery } from "./load.ts";

describe("loadDelivery", () => {
  let world: World;
  let started: Awaited<ReturnType<World["start"]>>;
  let ticket: Ticket;
  beforeEach(async () => {
    world = await createWorld();
    await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(answers = {}): Promise<void> {
    started = await world.start(answers);
    const given = world.handover.given.findLast(({ kind }) => kind === "delivery");
    if (!given) throw new Error("no delivery was handed over");
    ticket = given;
  }
  async function load(): Promise<LoadedDelivery> {
    const loaded = await loadDelivery(world.ctx, ticket);
    if (!loaded) throw new Error("nothing to deliver");
    return loaded;
  }

  it("gives all that a document is written from", async () => {
    expect(await load()).toMatchObject({
      reference: started.reference,
      mapping: { id: "case", connector: "back-office" },
      input: {
        answers: { noiseSource: "home" },
        conditions: { "is-pub": false },
        facts: {
          processId: started.id,
          reference: started.reference,
          receivedAt: "2025-05-22T09:00:00.000Z",
          serviceTitle: "Report a noise nuisance",
          callbackUrl: `https://guildhall.test/t/exampleshire/v1/processes/${started.id}`,
          contact: { name: "Ada Byron", email: "ada@example.com" },
        },
      },
    });
  });

  it("reads the answers back as a person would", async () => {
    const { facts, labels } = (await load()).input;
    expect(facts.summary).toMatch(/Where does the noise come from\?\W+A home\b/);
    expect(labels("noiseSource", "pub")).toBe("A pub or club");
  });

  it("gives the service as it was when the process began", async () => {
    await world.publish({ title: "Noise", mappings: [], steps: [] });
    const { input, mapping } = await load();
    expect(input.facts.serviceTitle).toBe("Report a noise nuisance");
    expect(mapping.rows.length).toBeGreaterThan(0);
  });

  it("hands over a grant for this process and this back office, the same at every attempt", async () => {
    const { grant } = (await load()).input.facts;
    world.clock.move(3_600_000);
    expect((await load()).input.facts.grant).toBe(grant);
    expect(await world.bearing(grant)).toMatchObject({
      actor: { kind: "back-office", id: "back-office", name: "environmental health" },
      only: { process: started.id, grant: { generation: 1, connector: "back-office" } },
    });
  });

  it("hands over a grant of the next generation once the others are revoked", async () => {
    await revokeGrants(world.ctx, started.id);
    const ctx = await world.bearing((await load()).input.facts.grant);
    expect(ctx?.only?.grant?.generation).toBe(2);
  });

  it("gives a grant that ends a month after the process was received", async () => {
    const { grant } = (await load()).input.facts;
    world.clock.move(30 * 86_400_000 - 1);
    expect(await world.bearing(grant)).toBeDefined();
    world.clock.move(1);
    expect(await world.bearing(grant)).toBeUndefined();
  });

  it("gives nothing for a ticket that is not the row's latest, nor for no row", async () => {
    const { ctx } = world;
    expect(await loadDelivery(ctx, { ...ticket, generation: 2 })).toBeUndefined();
    expect(await loadDelivery(ctx, { ...ticket, id: "out_none" })).toBeUndefined();
  });
});
