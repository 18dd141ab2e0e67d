import { readFileSync } from "node:fs";
import { Mapping } from "@guildhall/contract";
import { XmlDocument } from "libxml2-wasm";
import { checkMapping } from "./check.ts";
import { compileMapping } from "./compile.ts";
import { render } from "./render.ts";

const labels = (question: string, value: string) =>
  question === "effects" ? { sleep: "I cannot sleep", work: "I cannot work" }[value] : undefined;

describe("the golden documents", () => {
  it("has the Uniform request as the receiver wants it, element by element", () => {
    const document = rendered("uniform");
    expect(document).toBe(unfolded(read("uniform.document.xml")));
    XmlDocument.fromString(document).dispose();
  });

  it("has the Alloy item in the connector's form", () => {
    expect(rendered("alloy")).toBe(JSON.stringify(JSON.parse(read("alloy.document.json"))));
  });
});

function rendered(name: string): string {
  const mapping = Mapping.parse(JSON.parse(read(`${name}.mapping.json`)));
  expect(checkMapping(mapping)).toEqual([]);
  const input = JSON.parse(read(`${name}.input.json`));
  return render(compileMapping(mapping), { ...input, labels });
}

/** The file is laid out for people; the document has nothing between its tags. */
function unfolded(xml: string): string {
  return xml.trim().replace(/>\s+</g, "><");
}

function read(file: string): string {
  return readFileSync(new URL(`../fixtures/${file}`, import.meta.url), "utf8");
}
