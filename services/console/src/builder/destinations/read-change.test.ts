import { codeIn } from "./read-change.ts";

describe("what a list says that an option becomes", () => {
  it("is what it says of that very option", () => {
    const list = { list: { pub: "PUB" } };
    expect(codeIn(list, "pub")).toBe("PUB");
    expect(codeIn(list, "constructor")).toBeUndefined();
    expect(codeIn(undefined, "pub")).toBeUndefined();
  });
});
