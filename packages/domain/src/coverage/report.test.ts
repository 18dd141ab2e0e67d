import type { ConnectorDefinition } from "@guildhall/contract";
import { countStatus, putConnector, transact } from "@guildhall/store";
import { getServiceVersion } from "../service/definition.ts";
import { publishService } from "../service/publish.ts";
import { createWorld, exampleshire, type World } from "../testing.ts";
import { coverageReport } from "./report.ts";

const dayMs = 86_400_000;

describe("coverage", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function change(changed: Partial<ConnectorDefinition>): Promise<void> {
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    await transact(world.ctx.db, (tx) => putConnector(tx, { ...definition, ...changed }));
  }
  const know = (...codes: string[]) =>
    change({ knownStatuses: codes.map((code) => ({ code, text: `Text of ${code}` })) });
  const come = (external: string, service = "noise") =>
    transact(world.ctx.db, (tx) =>
      countStatus(tx, {
        connector: "back-office",
        service,
        external,
        mapped: false,
        at: world.clock.now(),
      }),
    );
  const report = async (service?: string) =>
    (await coverageReport(world.ctx, { connector: "back-office", service })).data;

  describe("as a report", () => {
    it("tells what each known status means, and by whose table", async () => {
      await world.publish({ statuses: [{ external: "VISIT" }] });
      await know("LOOKING", "VISIT", "CLOSED/DUPLICATE");
      expect(await report()).toMatchObject([
        {
          service: "noise",
          external: "LOOKING",
          text: "Text of LOOKING",
          state: "mapped",
          stage: "looking",
          stageTitle: "An officer is looking at it",
          table: "connector",
          count: 0,
        },
        { external: "VISIT", state: "silent", table: "service" },
        { external: "CLOSED/DUPLICATE", state: "mapped", stage: "done", ends: "completed" },
      ]);
    });

    it("tells of every status that came, how often and when", async () => {
      await come("X-99");
      const first = new Date(world.clock.now()).toISOString();
      world.clock.move(dayMs);
      await come("X-99");
      const last = new Date(world.clock.now()).toISOString();
      expect(await report()).toEqual([
        {
          service: "noise",
          serviceTitle: "Report a noise nuisance",
          external: "X-99",
          state: "unmapped",
          count: 2,
          firstSeenAt: first,
          lastSeenAt: last,
        },
      ]);
    });

    it("forgets what has not come for 90 days", async () => {
      await come("X-99");
      world.clock.move(90 * dayMs);
      expect(await report()).toHaveLength(1);
      world.clock.move(1);
      expect(await report()).toEqual([]);
    });

    it("tells of one service where one is asked for", async () => {
      await know("LOOKING");
      expect(await report("noise")).toHaveLength(1);
      expect(await report("pests")).toEqual([]);
    });

    it("is of a connector that is there, for those who may see connectors", async () => {
      const of = (connector: string, ctx = world.ctx) => coverageReport(ctx, { connector });
      await expect(of("nowhere")).rejects.toMatchObject({ code: "not-found" });
      await expect(of("back-office", world.as({ scopes: [] }))).rejects.toMatchObject({
        code: "scope-missing",
      });
    });
  });

  describe("when a service is published", () => {
    async function publish(summary = "Changed"): Promise<unknown> {
      const { definition } = await getServiceVersion(world.ctx, "noise");
      return publishService(world.ctx, { ...definition, summary });
    }
    const refusal = (...codes: string[]) => ({
      code: "request-invalid",
      faults: [
        {
          pointer: "/statuses",
          code: "unworkable",
          detail: `Nobody has said what ${codes.join(", ")} of “back-office” means.`,
        },
      ],
    });

    it("is demanded of every status that its back office is known to have", async () => {
      await know("LOOKING", "X-1", "X-2");
      await expect(publish()).rejects.toMatchObject(refusal("“X-1”", "“X-2”"));
    });

    it("is demanded of what came for this service lately, and of no other's", async () => {
      await come("X-98", "pests");
      await publish("First");
      await come("X-99");
      await expect(publish()).rejects.toMatchObject(refusal("“X-99”"));
      world.clock.move(91 * dayMs);
      await publish();
    });

    it("is given by a row that says nothing to the citizen", async () => {
      await know("X-1");
      await world.publish({ statuses: [{ external: "X-1" }] });
      await publish();
    });

    it("is not given by a row that counts only after another status", async () => {
      await world.publish({ statuses: [{ external: "X-1", after: "LOOKING" }] });
      await know("X-1");
      await expect(publish()).rejects.toMatchObject(refusal("“X-1”"));
    });
  });
});
