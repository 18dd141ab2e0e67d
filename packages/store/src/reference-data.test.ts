import { Dataset, SchemaSet } from "@guildhall/contract";
import { findAppliedFolder, putAppliedFolder } from "./applied-folder.ts";
import { findCodeLists, putCodeList } from "./code-lists.ts";
import { findColumns, findRows, listDatasets, putDataset, removeDataset } from "./datasets.ts";
import { digestOf } from "./digest.ts";
import { movePolled } from "./polling.ts";
import {
  findSchemaDigest,
  findSchemaSet,
  listSchemaSets,
  putSchemaSet,
  removeSchemaSet,
} from "./schema-sets.ts";
import { putConnector } from "./settings.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";

describeOnBothDrivers("a dataset", (on) => {
  const wards = (rows: string[][], columns = ["ward", "officer"]): Dataset =>
    Dataset.parse({ id: "wards", columns, rows });
  const put = (dataset: Dataset) => transact(on.db, (tx) => putDataset(tx, dataset));
  const find = async (...keys: string[]) =>
    Object.fromEntries(await findRows(on.db, "wards", keys));

  it("is read by key, row by row", async () => {
    await put(
      wards([
        ["Abbey", "A. Smith"],
        ["Castle", ""],
        ["Cherry Hinton", "O’Brien, J."],
      ]),
    );
    expect(await findColumns(on.db, "wards")).toEqual(["ward", "officer"]);
    expect(await find("Castle", "Cherry Hinton", "Nowhere")).toEqual({
      Castle: ["Castle", ""],
      "Cherry Hinton": ["Cherry Hinton", "O’Brien, J."],
    });
    expect(await find()).toEqual({});
    expect(await find("castle")).toEqual({});
  });

  it("is replaced whole, and no row of the one before is left", async () => {
    await put(wards([["Abbey", "A. Smith"]]));
    await put(wards([["Castle", "1"]], ["ward", "zone"]));
    expect(await findColumns(on.db, "wards")).toEqual(["ward", "zone"]);
    expect(await find("Abbey", "Castle")).toEqual({ Castle: ["Castle", "1"] });
  });

  it("takes many rows", async () => {
    await put(wards(Array.from({ length: 1_201 }, (_, index) => [`k${index}`, `v${index}`])));
    expect(await find("k0", "k499", "k500", "k1200")).toEqual({
      k0: ["k0", "v0"],
      k499: ["k499", "v499"],
      k500: ["k500", "v500"],
      k1200: ["k1200", "v1200"],
    });
  });

  it("is stored whole or not at all", async () => {
    await put(wards([["Abbey", "A. Smith"]]));
    const spoilt = {
      id: "wards",
      columns: ["ward", "zone"],
      rows: [
        ["Castle", "1"],
        ["Cut\0off", "2"],
      ],
    };
    await expect(put(spoilt)).rejects.toMatchObject({ code: "ill-formed-text" });
    expect(await findColumns(on.db, "wards")).toEqual(["ward", "officer"]);
    expect(await find("Abbey", "Castle")).toEqual({ Abbey: ["Abbey", "A. Smith"] });
  });

  it("is listed with the digest of all it says, until it is removed", async () => {
    const before = wards([["Abbey", "A. Smith"]]);
    const after = wards([["Abbey", "B. Jones"]]);
    await put(before);
    await transact(on.db, (tx) => putDataset(tx, { ...before, id: "zones" }));
    const [zones, known] = [
      { ...before, id: "zones" },
      { id: "wards", digest: digestOf(before) },
    ];
    expect(await listDatasets(on.db)).toEqual([known, { id: "zones", digest: digestOf(zones) }]);
    await put(after);
    expect((await listDatasets(on.db))[0]?.digest).not.toBe(known.digest);

    await transact(on.db, (tx) => removeDataset(tx, "wards"));
    expect((await listDatasets(on.db)).map(({ id }) => id)).toEqual(["zones"]);
    expect(await findColumns(on.db, "wards")).toBeUndefined();
    expect(await find("Abbey")).toEqual({});
    expect(await findRows(on.db, "zones", ["Abbey"])).toEqual(
      new Map([["Abbey", ["Abbey", "A. Smith"]]]),
    );
  });
});

describeOnBothDrivers("a schema set", (on) => {
  const set = (content: string) =>
    SchemaSet.parse({
      id: "valuebill",
      main: "report.xsd",
      files: { "report.xsd": content },
      rules: [{ id: "one", context: "/a", test: "b", sentence: "There is no b." }],
    });
  const put = (definition: SchemaSet) => transact(on.db, (tx) => putSchemaSet(tx, definition));

  it("is renewed in its place, and its digest tells so", async () => {
    expect(await findSchemaDigest(on.db, "valuebill")).toBeUndefined();
    await put(set("<old/>"));
    const before = await findSchemaDigest(on.db, "valuebill");
    expect(before).toBe(digestOf(set("<old/>")));
    await put(set("<new/>"));
    expect(await findSchemaDigest(on.db, "valuebill")).not.toBe(before);
    expect(await findSchemaSet(on.db, "valuebill")).toEqual(set("<new/>"));
  });

  it("is listed until it is removed", async () => {
    await put(set("<a/>"));
    const listed = [{ id: "valuebill", digest: digestOf(set("<a/>")) }];
    expect(await listSchemaSets(on.db)).toEqual(listed);
    await transact(on.db, (tx) => removeSchemaSet(tx, "valuebill"));
    expect(await listSchemaSets(on.db)).toEqual([]);
    expect(await findSchemaSet(on.db, "valuebill")).toBeUndefined();
  });
});

describeOnBothDrivers("a code list", (on) => {
  const put = (list: string, code: string, fetchedAt: number, connector = "uniform") =>
    transact(on.db, (tx) =>
      putCodeList(tx, { connector, list, codes: [{ code, text: "Closed" }], fetchedAt }),
    );

  it("is found by its connector and name, as it was fetched last", async () => {
    await put("SRCLOSEACT", "OLD", 1_000);
    await put("SRCLOSEACT", "NEW", 2_000);
    await put("SRKIND", "G", 1_000, "other");
    expect(await findCodeLists(on.db, "uniform", ["SRCLOSEACT", "SRKIND"])).toEqual(
      new Map([
        [
          "SRCLOSEACT",
          {
            connector: "uniform",
            list: "SRCLOSEACT",
            codes: [{ code: "NEW", text: "Closed" }],
            fetchedAt: 2_000,
          },
        ],
      ]),
    );
    expect((await findCodeLists(on.db, "uniform", [])).size).toBe(0);
  });
});

describeOnBothDrivers("what a folder said", (on) => {
  const alloy = { id: "alloy", kind: "alloy", name: "Old", address: "simulator:alloy/a" } as const;
  const rest = {
    settings: {},
    maxParallel: 1,
    timeoutMs: 1_000,
    statuses: [],
    codes: {},
    follows: [],
    knownStatuses: [],
  };
  const connector = (name: string) =>
    transact(on.db, (tx) => putConnector(tx, { ...alloy, ...rest, name }));
  const apply = (digest: string) => transact(on.db, (tx) => putAppliedFolder(tx, digest));

  it("is remembered until anything is changed by another way", async () => {
    expect(await findAppliedFolder(on.db)).toBeUndefined();
    await connector("Old");
    await apply("first");
    await apply("second");
    expect(await findAppliedFolder(on.db)).toBe("second");
    await connector("New");
    expect(await findAppliedFolder(on.db)).toBeUndefined();
  });

  it.each([
    ["a dataset comes", (tx) => putDataset(tx, { id: "wards", columns: ["a", "b"], rows: [] })],
    ["a dataset goes", (tx) => removeDataset(tx, "there")],
    ["a schema set comes", (tx) => putSchemaSet(tx, { ...emptySet, id: "new" })],
    ["a schema set is renewed", (tx) => putSchemaSet(tx, { ...emptySet, main: "b.xsd" })],
    ["a schema set goes", (tx) => removeSchemaSet(tx, "there")],
  ] satisfies [string, Parameters<typeof transact<void>>[1]][])(
    "is forgotten when %s",
    async (_, change) => {
      await transact(on.db, async (tx) => {
        await putDataset(tx, { id: "there", columns: ["a", "b"], rows: [] });
        await putSchemaSet(tx, emptySet);
        await putAppliedFolder(tx, "first");
      });
      await transact(on.db, change);
      expect(await findAppliedFolder(on.db)).toBeUndefined();
    },
  );

  it("is not forgotten when a back office was looked into", async () => {
    await connector("Old");
    await apply("first");
    await transact(on.db, (tx) => movePolled(tx, "alloy", { from: undefined, to: 5_000 }));
    expect(await findAppliedFolder(on.db)).toBe("first");
  });
});

const emptySet: SchemaSet = { id: "there", main: "a.xsd", files: {}, namespaces: {}, rules: [] };
