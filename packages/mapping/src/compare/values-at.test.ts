import { valuesAt } from "./values-at.ts";

const xml =
  '<m:Case xmlns:m="urn:m"><m:Site><m:UPRN unit="x">1</m:UPRN></m:Site><m:Call><m:Way>EMAIL</m:Way></m:Call><m:Call><m:Way>PHONE</m:Way></m:Call></m:Case>';
const json = JSON.stringify({
  attributes: { attributes_caseSite_0123456789abcdef01234567: "1 High Street", tags: ["a", "b"] },
  urgent: true,
});

describe("valuesAt", () => {
  it.each([
    ["by a mapping's target", "m:Call/m:Way", ["EMAIL", "PHONE"]],
    ["by plain names", "Call / Way", ["EMAIL", "PHONE"]],
    ["as an attribute", "Site/UPRN/@unit", ["x"]],
    ["beside attributes", "Site/UPRN", ["1"]],
    ["where nothing is", "Site/Name", []],
    ["where only parts are", "Site", []],
  ])("reads XML %s", (_, target, values) => {
    expect(valuesAt(xml, "xml", target)).toEqual(values);
  });

  it.each([
    [
      "by a mapping's target",
      "attributes/attributes_caseSite_0123456789abcdef01234567",
      ["1 High Street"],
    ],
    ["by plain names", "attributes / caseSite", ["1 High Street"]],
    ["in a list", "attributes/tags", ["a", "b"]],
    ["that is no text", "urgent", ["true"]],
    ["where nothing is", "other", []],
  ])("reads JSON %s", (_, target, values) => {
    expect(valuesAt(json, "json", target)).toEqual(values);
  });

  it("reads nothing from what is no document", () => {
    expect(valuesAt("<", "xml", "a")).toEqual([]);
  });
});
