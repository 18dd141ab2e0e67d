import {
  type ConnectorDefinition,
  Mapping,
  ServiceDefinition,
  type Ticket,
} from "@guildhall/contract";
import { putConnector, putDataset, transact } from "@guildhall/store";
import { revokeGrants } from "../process/revoke-grants.ts";
import { createWorld, exampleshire, noise, type World } from "../testing.ts";
import { keepCodes, listStaleCodes } from "./codes.ts";
import { withRows } from "./datasets.ts";
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
          respondBy: "2025-05-28T09:00:00.000Z",
          serviceTitle: "Report a noise nuisance",
          councilName: "Exampleshire District Council",
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

  it("gives the address where the trouble is, where the service asks for it", async () => {
    const page = (type: string) =>
      ServiceDefinition.shape.form.parse({
        ...noise.form,
        pages: [
          ...noise.form.pages,
          {
            id: "place",
            title: "The place",
            questions: [{ id: "place", type, label: "Where is it?", required: false }],
          },
        ],
      });
    expect((await load()).input.facts.location).toBeUndefined();
    await world.publish({ form: page("address"), location: "place" });
    const place = { line1: "1 High Street", town: "Ely" };
    await begin({ place });
    expect((await load()).input.facts.location).toEqual(place);
    await begin();
    expect((await load()).input.facts.location).toBeUndefined();
    await world.publish({ form: page("text"), location: "place" });
    await begin({ place: "by the river" });
    expect((await load()).input.facts.location).toBeUndefined();
  });

  describe("of a mapping that looks things up", () => {
    const wards = {
      id: "wards",
      columns: ["source", "officer", "team"],
      rows: [
        ["home", "A. Smith", "1"],
        ["pub", "B. Jones", "2"],
      ],
    };
    const officer = { dataset: "wards", row: { answer: "noiseSource" }, column: "officer" };
    const lookUp = async (rows: unknown[], codes: ConnectorDefinition["codes"] = {}) => {
      const [mapping] = noise.mappings;
      const [connector] = exampleshire.connectors;
      if (!connector) throw new Error("Exampleshire has a back office");
      await world.publish({ mappings: [Mapping.parse({ ...mapping, rows })] });
      await transact(world.ctx.db, async (tx) => {
        await putConnector(tx, { ...connector, codes });
        await putDataset(tx, wards);
      });
      await begin();
      return load();
    };
    const fetched = (list: string, code: string) =>
      keepCodes(world.ctx, "back-office", { list, codes: [{ code, text: "A home" }] });

    it("reads the rows that are asked for, and none before", async () => {
      const { datasets, input } = await lookUp([{ target: "officer", from: officer }]);
      const asked: unknown[] = [];
      const found = await withRows(datasets, () => {
        const row = input.dataset("wards")?.find("pub");
        asked.push(row);
        return row;
      });
      expect(input.dataset("wards")?.columns).toEqual(["source", "officer", "team"]);
      expect(asked).toEqual([undefined, ["pub", "B. Jones", "2"]]);
      expect(found).toEqual(["pub", "B. Jones", "2"]);
    });

    it("finds what is named in a group of a join alike, and nothing under other names", async () => {
      const rows = [
        {
          target: "nights",
          each: "nights",
          rows: [{ target: "note", from: { join: [{ value: "by" }, officer] } }],
        },
      ];
      const { input } = await lookUp(rows);
      expect(input.dataset("wards")).toBeDefined();
      expect(input.dataset("zones")).toBeUndefined();
    });

    it("tells of a key that has no row, once and for all", async () => {
      const { datasets, input } = await lookUp([{ target: "officer", from: officer }]);
      let times = 0;
      const row = await withRows(datasets, () => {
        times += 1;
        return input.dataset("wards")?.find("college");
      });
      expect([row, times]).toEqual([undefined, 2]);
    });

    it("writes anew after a fault over a row that was not at hand, and gives up over one that was", async () => {
      const { datasets, input } = await lookUp([{ target: "officer", from: officer }]);
      const need = (key: string) => {
        const row = input.dataset("wards")?.find(key);
        if (!row) throw new Error(`no ${key}`);
        return row;
      };
      expect(await withRows(datasets, () => [need("home"), need("pub")])).toHaveLength(2);
      await expect(withRows(datasets, () => need("college"))).rejects.toThrow("no college");
    });

    it("gives the codes of the folder until the back office has given its own", async () => {
      const codes = {
        KIND: [
          { code: "X", text: "A home" },
          { code: "H", text: "A home" },
        ],
      };
      const change = [{ code: "KIND" }];
      const kind = { target: "kind", from: { answer: "noiseSource" }, change };
      const before = await lookUp([kind], codes);
      expect([...(before.input.codes("KIND") ?? [])]).toEqual([["A home", "H"]]);
      await fetched("KIND", "HOME");
      const { input } = await load();
      expect([...(input.codes("KIND") ?? [])]).toEqual([["A home", "HOME"]]);
      expect(input.codes("OTHER")).toBeUndefined();
    });

    it("names the code lists to be fetched: the folder's and the mappings', when a day has passed", async () => {
      const change = [{ code: "HOW" }];
      await lookUp([{ target: "kind", from: { answer: "noiseSource" }, change }], { KIND: [] });
      const stale = () => listStaleCodes(world.ctx, "back-office");
      expect(await stale()).toEqual(["KIND", "HOW"]);
      await fetched("KIND", "HOME");
      expect(await stale()).toEqual(["HOW"]);
      world.clock.move(86_400_000);
      expect(await stale()).toEqual(["KIND", "HOW"]);
      expect(await listStaleCodes(world.ctx, "nowhere")).toEqual([]);
    });

    it("keeps a code list only for whoever may change connectors", async () => {
      const vendor = world.as({ scopes: ["processes:read"] });
      const kept = keepCodes(vendor, "back-office", { list: "KIND", codes: [] });
      await expect(kept).rejects.toMatchObject({ code: "scope-missing" });
      const listed = listStaleCodes(vendor, "back-office");
      await expect(listed).rejects.toMatchObject({ code: "scope-missing" });
    });
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
