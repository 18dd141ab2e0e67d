import fc from "fast-check";
import { diag } from "libxml2-wasm";
import { type CompiledSchemaSet, compileSchemaSet } from "../compile-schema-set.ts";
import { fixture, schema, setOf } from "../testing/sets.ts";

const namespace = "urn:guildhall:every-kind";
const set = setOf(
  { "every-kind.xsd": fixture("every-kind.xsd") },
  {
    namespaces: { k: namespace },
    rules: [
      {
        id: "contact-or-site",
        context: "/k:record",
        test: "k:contact or k:site or not(k:title)",
        sentence: "A title alone is not enough.",
        code: "77",
      },
      {
        id: "no-boss",
        context: "//k:person/@role",
        test: ". != 'boss'",
        sentence: "Nobody is the boss.",
      },
    ],
  },
);
const record = (content: string, attributes = "") =>
  `<record xmlns="${namespace}"${attributes}>${content}</record>`;

describe("check", () => {
  let compiled: CompiledSchemaSet;

  beforeAll(() => {
    compiled = compileSchemaSet(set);
  });

  afterAll(() => compiled.dispose());

  it("finds nothing in a document that is valid", () => {
    const content =
      '<postcode>CB24 9ZZ</postcode><rooms>3</rooms><born>2000-02-29</born><person role="x"><given/><family/></person>';

    expect(compiled.check(record(content))).toEqual([]);
    expect(compiled.check(Buffer.from(record(content)))).toEqual([]);
  });

  it("finds all that is wrong at once, each at its place", () => {
    const people =
      '<person role="x"><given/><family/></person><person role="boss" age="0"><given/></person>';
    const document = record(`<title>secret</title>\n<born>now</born>\n${people}`);

    expect(compiled.check(document)).toEqual([
      {
        code: "schema",
        position: "1",
        xpath: "/k:record/k:title",
        line: 1,
        sentence: "title is too long: it may have 4 characters at most.",
      },
      {
        code: "schema",
        position: "2",
        xpath: "/k:record/k:born",
        line: 2,
        sentence: "born is not a date, such as 2026-03-31.",
      },
      {
        code: "schema",
        position: "4/@age",
        xpath: "/k:record/k:person[2]/@age",
        line: 3,
        sentence: "The attribute age is not a whole number from 1 up.",
      },
      {
        code: "schema",
        position: "4",
        xpath: "/k:record/k:person[2]",
        line: 3,
        sentence: "person is not complete: family has to follow.",
      },
      {
        code: "rule",
        rule: "contact-or-site",
        receiverCode: "77",
        position: "",
        xpath: "/k:record",
        line: 1,
        sentence: "A title alone is not enough.",
      },
      {
        code: "rule",
        rule: "no-boss",
        position: "4/@role",
        xpath: "/k:record/k:person[2]/@role",
        line: 3,
        sentence: "Nobody is the boss.",
      },
    ]);
  });

  it.each([
    ["a default namespace", record("<rooms>1</rooms><born>x</born>"), "2"],
    [
      "a prefix",
      `<p:record xmlns:p="${namespace}"><p:person role="x"><p:given/><p:family/></p:person><p:person role="x"/></p:record>`,
      "2",
    ],
    [
      "prefixes and none, mixed",
      `<record xmlns="${namespace}" xmlns:p="${namespace}"><p:rooms>1</p:rooms><born>2000-01-01</born><p:key/><key>1</key><p:key><x/></p:key></record>`,
      "5",
    ],
    ["comments between", record("<!-- a --><rooms>1</rooms><!-- b --><?c d?><born>x</born>"), "2"],
    ["no namespace at all", record('<rooms xmlns="">1</rooms>'), "1"],
  ])("counts elements alike in a document with %s", (_, document, position) => {
    expect(compiled.check(document)[0]?.position).toBe(position);
  });

  it("names an attribute as the document does, and as the set does in the path", () => {
    const xsi = "http://www.w3.org/2001/XMLSchema-instance";
    const other = compileSchemaSet({ ...set, rules: [], namespaces: { s: xsi } });
    onTestFinished(() => other.dispose());
    const document = record('<born xsi:type="none">1986-01-01</born>', ` xmlns:xsi="${xsi}"`);

    expect(other.check(document)[0]).toMatchObject({
      position: "1/@xsi:type",
      xpath: "/record/born/@s:type",
    });
  });

  it("cuts a name that has no end", () => {
    const [fault] = compiled.check(record(`<${"n".repeat(5000)}/>`));

    expect(fault?.sentence).toMatch(/^n{80}… is not expected here/);
  });

  it("says that the root is none that the schema knows", () => {
    expect(compiled.check("<record/>")).toMatchObject([
      {
        position: "",
        xpath: "/record",
        sentence: "The schema knows no document that begins with record.",
      },
    ]);
  });

  it.each([
    ["doctype", "<!DOCTYPE record><record/>", "It has a DOCTYPE, which is not let in."],
    ["malformed", "<record><secret></record>", "An element is not closed where it should be."],
    ["too-large", `<record>${" ".repeat(10 * 1024 * 1024)}</record>`, "It is larger than 10 MB."],
    ["bad-encoding", Buffer.from("<record>é</record>", "latin1"), "It is not written in UTF-8."],
    [
      "bad-encoding",
      "<record>\ud83d</record>",
      "There is half a character in it, which UTF-8 cannot hold.",
    ],
  ])("goes no further where a document is %s", (code, document, sentence) => {
    const faults = compiled.check(document);

    expect(faults.map((fault) => [fault.code, fault.sentence])).toEqual([[code, sentence]]);
  });

  it("is not misled by a document that talks as the validator does", () => {
    const value = "' is not an element of the set {'secret'}.";

    expect(compiled.check(record(`<colour>${value}</colour>`))[0]?.sentence).toBe(
      "colour is not one of the values allowed: red or blue.",
    );
  });

  it("says where and what, but never what a value was", () => {
    const names = [
      "postcode",
      "plain",
      "title",
      "colour",
      "rooms",
      "rent",
      "born",
      "pets",
      "version",
    ];
    const secret = fc.string({ minLength: 3, unit: "grapheme" }).map((text) => `~${text}~`);
    fc.assert(
      fc.property(fc.constantFrom(...names), secret, (name, value) => {
        const faults = compiled.check(record(`<${name}>${escaped(value)}</${name}>`));
        return faults.length > 0 && !JSON.stringify(faults).includes(value);
      }),
      { seed: 3 },
    );
  });

  it("agrees with a value that is written as it must be", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}$/), (postcode) => {
        return compiled.check(record(`<postcode>${postcode}</postcode>`)).length === 0;
      }),
      { seed: 3 },
    );
  });

  it("tells a thousand faults and no more", () => {
    const many = "<person><given/><family/></person>".repeat(1500);

    expect(compiled.check(record(many))).toHaveLength(1000);
  });

  it("does not take a schema from where the document says that there is one", () => {
    const place = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation';
    const other = '<other><o:x xmlns:o="urn:o"/></other>';

    expect(compiled.check(record(other, ` ${place}="urn:o every-kind.xsd"`))).toMatchObject([
      { sentence: "The schema does not know x." },
    ]);
  });

  it("says of a rule that cannot be tried that it cannot", () => {
    const rule = { id: "odd", context: "/r", test: "not(x[id(1, 2)])", sentence: "Odd." };
    const odd = compileSchemaSet(
      setOf({ "r.xsd": schema('<xs:element name="r"/>') }, { rules: [rule] }),
    );
    onTestFinished(() => odd.dispose());

    expect(odd.check("<r/>")).toEqual([]);
    expect(odd.check("<r><x/></r>")).toEqual([
      { code: "rule", rule: "odd", sentence: "This rule cannot be tried on the document." },
    ]);
  });

  it("frees all that it made", () => {
    diag.configure({ enabled: true });
    onTestFinished(() => diag.configure({ enabled: false }));

    const made = compileSchemaSet(set);
    made.check(record("<born>x</born>"));
    made.check("<r>");
    made.dispose();
    expect(diag.report()).toEqual({});
  });
});

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (found) => `&#${found.charCodeAt(0)};`);
}
