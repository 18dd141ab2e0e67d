import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { asPlatform, importGazetteer } from "@guildhall/domain";
import { createWorld } from "@guildhall/domain/testing";
import { findGazetteer, listAtPostcode } from "@guildhall/store";
import { noCounts, readGazetteer } from "./read-gazetteer.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gazetteer-"));
});
afterEach(() => rm(folder, { recursive: true }));

const header =
  "UPRN,Logical status,SAO_TEXT,PAO_TEXT,PAO_START_NUMBER,PAO_START_SUFFIX,Street,Locality,Town,Postcode,Easting,Northing";

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}

async function read(text: string | Uint8Array) {
  const path = join(folder, "file.csv");
  await writeFile(path, text);
  const counts = noCounts();
  const addresses = await all(readGazetteer(path, { custodian: "505", counts }));
  return { addresses, counts };
}

describe("a council's own file of addresses", () => {
  it("may be flat, with columns by name and in any order", async () => {
    const { addresses } = await read(
      [
        header,
        '010000000001,1,FLAT 2,"MILL COURT",12,A,HIGH STREET,,CAMBRIDGE,cb12aa,546000,258000.4',
        "2,1,,THE OLD FORGE,,,CHURCH LANE,HISTON,CAMBRIDGE,CB24 9AA,544000,263000",
      ].join("\r\n"),
    );
    expect(addresses).toEqual([
      {
        uprn: "10000000001",
        line1: "Flat 2",
        line2: "Mill Court, 12A High Street",
        town: "Cambridge",
        postcode: "CB1 2AA",
        easting: 546_000,
        northing: 258_000,
        custodian: "505",
      },
      expect.objectContaining({ line1: "The Old Forge", line2: "Church Lane, Histon" }),
    ]);
  });

  it("may be DTF 7.3, whatever the order of its records", async () => {
    const lpi = (uprn: number, status: number, number: number, ended = "") =>
      `24,"I",1,${uprn},"505L${uprn}","ENG",${status},2020-01-01,${ended},2020-01-01,2020-01-01,,"",,"","",${number},"",,"","",1,"1","",""`;
    const blpu = (uprn: number, custodian = 505) =>
      `21,"I",1,${uprn},1,2,2020-01-01,,546000.00,258000.00,1,${custodian},2020-01-01,,2020-01-01,2020-01-01,"D","CB1 2AA",0`;
    const { addresses, counts } = await read(
      [
        '10,"CAMBRIDGE",505,2026-01-01,1,10:00:00,"7.3","F"',
        lpi(7, 1, 5),
        lpi(8, 8, 6),
        lpi(9, 1, 7, "2021-01-01"),
        lpi(11, 1, 8),
        blpu(7, 530),
        blpu(8),
        blpu(9),
        blpu(11),
        '32,"I",1,11,"505C1","PP","AddressBase Premium Classification Scheme",1,2020-01-01,,2020-01-01,2020-01-01',
        '11,"I",1,1,1,505,2,,1,0,2020-01-01,,2020-01-01,2020-01-01,1,1,2,2,10',
        '15,"I",1,1,"MILL ROAD","PETERSFIELD","CAMBRIDGE","CAMBRIDGESHIRE","ENG"',
        "99,0,12,2026-01-01,10:00:00",
      ].join("\n"),
    );
    expect(addresses).toEqual([
      expect.objectContaining({
        uprn: "7",
        line1: "5 Mill Road",
        line2: "Petersfield",
        postcode: "CB1 2AA",
        custodian: "530",
      }),
    ]);
    expect(counts.left.get("not-approved")).toBe(3);
  });

  it("says what it leaves out, and where it cannot be read", async () => {
    const row = (uprn: string, end: string) => `${uprn},1,,,1,,HIGH STREET,,CAMBRIDGE,,${end}`;
    const { addresses, counts } = await read(
      [header, row("1", "546000,258000"), row("2", "0,0"), row("x", "1,1"), row("3", "9e9,1")].join(
        "\n",
      ),
    );
    expect(addresses).toHaveLength(1);
    expect(Object.fromEntries(counts.left)).toEqual({ "no-place": 2, unreadable: 1 });
    expect(counts.unreadable).toEqual([4]);
  });

  it.each([
    ["nothing", "", /is empty/],
    ["no names", "1,2,3\n4,5,6\n", /names no column UPRN/],
    ["a quotation mark that never ends", `${header}\n1,"${"x,1\n".repeat(40_000)}`, /never ends/],
    ["a stray quotation mark", `${header}\n1,a"b",1\n`, /no CSV file: look at line 2/],
  ])("is refused when it is %s", async (_, text, words) => {
    await expect(read(text)).rejects.toThrow(words);
  });

  it("is left out row by row where its bytes are no text, or a formula, or markup", async () => {
    const hostile = Buffer.concat([
      Buffer.from(`${header}\n1,1,,,1,,CAF`),
      Buffer.from([0xe9, 0x00]),
      Buffer.from(
        ",,CAMBRIDGE,,546000,258000\n2,1,,=cmd|' /C calc'!A1,,,<script>,,CAMBRIDGE,,546000,258000\n",
      ),
    ]);
    const { addresses, counts } = await read(hostile);
    expect(counts.left.get("unreadable")).toBe(1);
    // Words like any other: pages escape what they show, and nothing of it is opened by a spreadsheet.
    expect(addresses.map(({ uprn }) => uprn)).toEqual(["2"]);
  });

  it("is not there", async () => {
    const addresses = readGazetteer(join(folder, "none.csv"), {
      custodian: "1",
      counts: noCounts(),
    });
    await expect(all(addresses)).rejects.toThrow("There is no such file.");
  });
});

describe("100,000 addresses", () => {
  it("are imported with no more of them in memory than a part", async () => {
    const path = join(folder, "large.csv");
    const rows = function* () {
      yield `${header}\n`;
      for (let at = 1; at <= 100_000; at += 1) {
        const unit = "ABDEFGHJLN";
        const code = `CB1 ${Math.floor(at / 1000) % 10}${unit[Math.floor(at / 100) % 10]}${unit[Math.floor(at / 10) % 10]}`;
        yield `${at},1,,,${at % 200},,MILL ROAD ${Math.floor(at / 200)},,CAMBRIDGE,${code},${540_000 + (at % 9_000)},${255_000 + Math.floor(at / 20)}\n`;
      }
    };
    await pipeline(Readable.from(rows()), createWriteStream(path));
    await using world = await createWorld();
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const held = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const most = { heap: 0 };
    const counted = async function* () {
      let seen = 0;
      for await (const one of readGazetteer(path, { custodian: "505", counts: noCounts() })) {
        seen += 1;
        if (seen % 20_000 === 0) most.heap = Math.max(most.heap, held());
        yield one;
      }
    };
    const before = held();
    expect(await importGazetteer(asPlatform(world.ground), counted())).toEqual({
      addresses: 100_000,
      before: 0,
    });
    expect(most.heap - before).toBeLessThan(30 * 1024 * 1024);
    const { generation = 0 } = (await findGazetteer(world.ground.db)) ?? {};
    const found = await listAtPostcode(world.ground.db, generation, {
      postcode: "CB1 0AA",
      limit: 300,
    });
    expect(found.length).toBeGreaterThan(0);
  }, 300_000);
});
