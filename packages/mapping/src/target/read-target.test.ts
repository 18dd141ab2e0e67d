import { readTarget } from "./read-target.ts";
import { inBrief, read } from "./testing.ts";

describe("the shape of sample JSON", () => {
  it("guesses types, requires nothing, and says so", async () => {
    const shape = await read("sample-json", {
      id: 7,
      size: 1.5,
      phone: "01632960001",
      seen: "2026-03-31",
      open: true,
      none: null,
      where: { type: "Point", coordinates: [0, 52] },
      notes: [{ text: "a" }, { text: "b", by: "c" }],
    });
    expect(inBrief(shape)).toEqual([
      "id integer",
      "size number",
      "phone text",
      "seen date",
      "open boolean",
      "none any",
      "where place",
      "notes group repeats",
      "notes/text text",
      "notes/by text",
    ]);
    expect(shape.remarks).toEqual([expect.stringContaining("types are guesses")]);
  });
});

describe("the shape of XML", () => {
  it("comes from the files' own reader, here or in another thread", async () => {
    const shape = await read("sample-xml", "<case><title>x</title></case>");
    expect(shape).toMatchObject({ format: "xml", root: "case", fields: [{ target: "title" }] });
    const elsewhere = await readTarget({ source: "xsd", files: [] }, async () => ({
      root: "r",
      namespaces: {},
      fields: [],
    }));
    expect(elsewhere).toMatchObject({ format: "xml", root: "r" });
  });
});
