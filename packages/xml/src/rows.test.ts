import { readRows } from "./rows.ts";
import { XmlFault } from "./xml-fault.ts";

const one = '<c:list xmlns:c="urn:c"><c:code id="1"> A </c:code><c:name/></c:list>';
const many =
  '<list xmlns="urn:c"><code id="1">A</code><code id="2">B</code><name/><name>N</name></list>';
const namespaces = { x: "urn:c" };
const rows = [
  { name: "codes", path: "x:code", list: true },
  { name: "ids", path: "x:code/@id", list: true },
  { name: "first", path: "x:code" },
  { name: "name", path: "x:name" },
  { name: "none", path: "x:none", list: true },
  { name: "count", path: "count(x:code)" },
];

describe("readRows", () => {
  it("gives a list for one as for many, and leaves out what is not there", () => {
    expect(readRows(Buffer.from(one), { rows, namespaces })).toEqual({
      codes: ["A"],
      ids: ["1"],
      first: "A",
      none: [],
      count: "1",
    });
    expect(readRows(Buffer.from(many), { rows, namespaces })).toEqual({
      codes: ["A", "B"],
      ids: ["1", "2"],
      first: "A",
      name: "N",
      none: [],
      count: "2",
    });
  });

  it("keeps namespaces apart", () => {
    const plan = { rows: [{ name: "code", path: "x:code" }], namespaces: { x: "urn:other" } };

    expect(readRows(Buffer.from(one), plan)).toEqual({});
  });

  it("names a row whose path is none", () => {
    const read = (path: string) => () =>
      readRows(Buffer.from(one), { rows: [{ name: "odd", path }], namespaces });

    expect(read("x:code[")).toThrow("The path of odd cannot be used. It is not an expression");
    expect(read("y:code")).toThrow("The path of odd cannot be used. The prefix y stands for no");
  });

  it("lets in no more than any other reader", () => {
    const read = () => readRows(Buffer.from("<!DOCTYPE a><a/>"), { rows, namespaces });

    expect(read).toThrow(XmlFault);
  });
});
