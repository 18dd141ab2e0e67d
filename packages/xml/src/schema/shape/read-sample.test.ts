import { inBrief, refusal } from "../../testing/shapes.ts";
import { readXmlShape } from "./read-shape.ts";

const read = (...texts: string[]) =>
  readXmlShape({
    source: "sample-xml",
    files: texts.map((text, at) => ({ name: `${at}.xml`, text })),
  });

describe("the shape of a sample document", () => {
  it("guesses types, requires nothing, and sees what repeats", () => {
    const shape = read(
      `<c:Case xmlns:c="urn:c" id="7"><c:Opened>2026-03-31</c:Opened><c:Phone>01632960001</c:Phone><c:Big>12.5</c:Big>
       <c:Photo><c:Name>a</c:Name></c:Photo><c:Photo><c:Name/><c:Size>3</c:Size></c:Photo><c:Empty/></c:Case>`,
    );
    expect(inBrief(shape)).toEqual([
      "@id integer",
      "Opened date",
      "Phone text",
      "Big number",
      "Photo group repeats",
      "Photo/Name text",
      "Photo/Size integer",
      "Empty text",
    ]);
    expect(shape).toMatchObject({ root: "Case", namespaces: { "": "urn:c" } });
  });

  it("takes several together, and none that begin differently", () => {
    expect(inBrief(read("<a><b>1</b></a>", "<a><b>x</b><d/></a>"))).toEqual(["b text", "d text"]);
    expect(refusal(() => read("<a><b/></a>", "<z/>")).faults[0]?.sentence).toContain(
      "same element",
    );
  });

  it("prefixes every namespace where an element has none", () => {
    const shape = read('<c:Case xmlns:c="urn:c"><Bare>x</Bare></c:Case>');
    expect(shape).toMatchObject({ root: "c:Case", namespaces: { c: "urn:c" } });
  });

  it("lets in no entities", () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbb">]><a><c>&b;</c></a>';
    expect(refusal(() => read(bomb)).faults[0]?.sentence).toContain("DOCTYPE");
  });
});
