import { Dataset } from "@guildhall/contract";
import { createShire, type Shire } from "../testing/shire.ts";

describe("a dataset of a folder", () => {
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
  });
  afterEach(() => shire[Symbol.asyncDispose]());

  const write = (content: string | Uint8Array) => shire.write({ "datasets/wards.csv": content });
  const read = async () => (await shire.read()).datasets;
  const faults = async () =>
    (await shire.faults()).map((fault) => fault.replace("shire/datasets/wards.csv:", ""));

  it("is what its file says: columns in the first line, a row in each other", async () => {
    await write('ward,officer\nAbbey,"Smith, A."\nCastle,\n');
    expect(await read()).toEqual([
      {
        id: "wards",
        columns: ["ward", "officer"],
        rows: [
          ["Abbey", "Smith, A."],
          ["Castle", ""],
        ],
      },
    ]);
  });

  it.each([
    ["a byte order mark, and Windows' line ends", "\ufeffward,zone\r\nAbbey,1\r\n"],
    ["old line ends", "ward,zone\rAbbey,1\r"],
    ["no end of the last line", "ward,zone\nAbbey,1"],
    ["lines with nothing in them", "ward,zone\n\nAbbey,1\n\n\n"],
    ["spaces around its values", "ward , zone\n Abbey ,1 \n"],
    ["quotation marks where none are needed", '"ward","zone"\n"Abbey","1"\n'],
  ])("is read alike from a file with %s", async (_, content) => {
    await write(content);
    expect(await read()).toMatchObject([{ columns: ["ward", "zone"], rows: [["Abbey", "1"]] }]);
  });

  it("keeps what a spreadsheet keeps: quotation marks, line breaks, leading noughts, other scripts", async () => {
    await write('key,text\n1,"say ""no"""\n2,"one\r\ntwo"\n3,007\n4,Tŷ’r ysgol 🏫\n5,=1+1\n');
    expect((await read())[0]?.rows.map(([, text]) => text)).toEqual([
      'say "no"',
      "one\ntwo",
      "007",
      "Tŷ’r ysgol 🏫",
      "=1+1",
    ]);
  });

  it("is looked up by letters as forms take them, however the file composes them", async () => {
    await write("ward,zone\nLlandy\u0302,1\n");
    expect((await read())[0]?.rows).toEqual([["Llandŷ", "1"]]);
  });

  it("may be as large as the contract allows", async () => {
    const line = (first: string) => [first, ...Array.from({ length: 39 }, (_, at) => `c${at}`)];
    await write([line("key"), line("a".repeat(1000)), line("😀".repeat(1000))].join("\n"));
    expect(Dataset.safeParse((await read())[0]).success).toBe(true);
  });

  it.each([
    ["two rows with one key", "a,b\n1,x\n2,y\n1,z\n", ["4 The key “1” is in line 2 already."]],
    ["a row without a key", "a,b\n,x\n", ["2 This row has no key: its first value is empty."]],
    [
      "rows that are too short and too long",
      "a,b\n1\n2,x,y\n",
      ["2 There are 2 columns, and this row has 1.", "3 There are 2 columns, and this row has 3."],
    ],
    [
      "a row after one of several lines",
      'a,b\n1,"x\ny"\n\n2\n',
      ["5 There are 2 columns, and this row has 1."],
    ],
    ["nothing", "\n", ["1 The file is empty: its first line should name the columns."]],
    [
      "semicolons for commas",
      "a;b\n1;x\n",
      ["1 A dataset needs a key and something to look up: two columns, with a comma between them."],
    ],
    ["a column without a name", "a,,c\n1,2,3\n", ["1 Column 2 has no name."]],
    ["two columns of one name", "a,b,b\n1,2,3\n", ["1 Two columns are called “b”."]],
    [
      "a name that is too long",
      `a,${"b".repeat(81)}\n1,2\n`,
      ["1 The name of column 2 is longer than 80 characters."],
    ],
    [
      "too many columns",
      `${Array.from({ length: 41 }, (_, at) => `c${at}`).join()}\n`,
      ["1 There are 41 columns; 40 is the most."],
    ],
    [
      "a value that is too long",
      `a,b\n1,${"x".repeat(1001)}\n`,
      ["2 “b” is longer than 1000 characters."],
    ],
    [
      "a value that cannot be stored",
      "a,b\n1,x\0y\n",
      ["2 “b” has characters that cannot be stored."],
    ],
    [
      "a quotation mark that is never closed",
      'a,b\n1,x\n2,"y\n3,z\n',
      ["3 A value begins with a quotation mark and never ends with one."],
    ],
    [
      "a quotation mark inside a value",
      'a,b\n1,5" pipe\n',
      [
        "2 A quotation mark stands inside a value: put the whole value in quotation marks, and write this one twice.",
      ],
    ],
  ])("is refused with %s, at its line", async (_, content, said) => {
    await write(content);
    expect(await faults()).toEqual(said);
  });

  it("is refused with too many rows, at the first that is too many", async () => {
    const rows = Array.from({ length: 50_001 }, (_, at) => `${at},x`);
    await write(`a,b\n${rows.join("\n")}\n`);
    expect(await faults()).toEqual(["50002 There are 50001 rows; 50000 is the most."]);
  });

  it("is refused with too many columns, before their names are looked at", async () => {
    await write(`a,a${",".repeat(500_000)}\n`);
    expect(await faults()).toEqual(["1 There are 500002 columns; 40 is the most."]);
  });

  it("is refused with bytes that are no UTF-8, at the line where they are", async () => {
    await write(Buffer.from("ward,officer\nAbbey,Renée\n", "latin1"));
    expect(await faults()).toEqual(["2 The file is not text in UTF-8."]);
  });

  it("is refused in its first faults, and the others are counted", async () => {
    await write(`a,b\n${"1\n".repeat(30)}`);
    const said = await faults();
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toBe("1 There are 39 faults more.");
  });

  it("is known to mappings by its columns", async () => {
    await write("ward,officer\nAbbey,A. Smith\n");
    const row = (dataset: string, column: string) =>
      `    from: { dataset: ${dataset}, row: { answer: ward }, column: ${column} }`;
    const mapping = (...rows: string[]) => ({
      "services/pests/mapping.case.yaml": [
        "connector: office\noperation: send\nformat: xml\nroot: case\nrows:",
        ...rows.map((one, at) => `  - target: t${at}\n${one}`),
      ].join("\n"),
    });
    await shire.write(mapping(row("wards", "officer")));
    expect(await faults()).toEqual([]);
    await shire.write(mapping(row("wards", "team"), row("zones", "officer")));
    expect(await faults()).toEqual([
      expect.stringMatching(/mapping\.case\.yaml:6 .*“wards” has no column “team”/),
      expect.stringMatching(/mapping\.case\.yaml:8 .*no dataset “zones”/),
    ]);
  });
});
