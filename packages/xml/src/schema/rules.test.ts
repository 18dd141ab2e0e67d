import { faultsOf, schema, setOf } from "../testing/sets.ts";

const root = '<xs:element name="r" type="xs:date"/>';

describe("a set's rules", () => {
  it.each([
    ["context", "//r[", "Its context cannot be used. It is not an expression of XPath 1.0."],
    ["context", "count(//r)", "Its context cannot be used. It does not choose any elements."],
    ["test", "x:a = 1", "Its test cannot be used. The prefix x stands for no namespace."],
    ["test", "false() and x:a", "Its test cannot be used. The prefix x stands for no namespace."],
    ["test", "matches(., 'a')", "Its test cannot be used. XPath 1.0 has no function matches."],
    ["test", "$all", "Its test cannot be used. There are no variables here."],
    [
      "test",
      "count('a')",
      "Its test cannot be used. A function in it has arguments that it does not take.",
    ],
  ])("names a rule whose %s is %s", (part, xpath, sentence) => {
    const rule = { id: "odd", context: "//r", test: "true()", sentence: "Odd.", [part]: xpath };
    const set = setOf({ "m.xsd": schema(root) }, { rules: [rule] });

    expect(faultsOf(set)).toEqual([{ rule: "odd", sentence }]);
  });

  it("takes what XPath 1.0 can say in a rule", () => {
    const tests = [
      "not(@a) and (b or c)",
      "child::node()[position() = last()]/ancestor-or-self::*",
      "translate(., ':x(', '$') != concat('(', \"n:\", ')')",
      "sum(b) div 2 * count(c) mod 3 < 1",
      "m:a/m:*",
    ];
    const rules = tests.map((test, at) => ({
      id: `rule-${at}`,
      context: "//r",
      test,
      sentence: "No.",
    }));
    const set = setOf({ "m.xsd": schema(root) }, { rules, namespaces: { m: "urn:m" } });

    expect(faultsOf(set)).toEqual([]);
  });

  it("tells of two rules with one name, and of schema and rules together", () => {
    const rule = { id: "odd", context: "//r", test: "1", sentence: "Odd." };

    expect(
      faultsOf(
        setOf({ "m.xsd": schema('<xs:element name="r" type="T"/>') }, { rules: [rule, rule] }),
      ),
    ).toMatchObject([
      { file: "m.xsd" },
      { rule: "odd", sentence: "Another rule has the same name." },
    ]);
  });
});
