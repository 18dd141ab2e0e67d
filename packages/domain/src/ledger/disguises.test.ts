import { createMask } from "./mask.ts";
import { maskedDocument } from "./masked-document.ts";

const given = [
  {
    fullName: "Ada O’Byrón",
    other: "Ann Li",
    owner: "Jürgen Strauß",
    neighbour: "Łukasz McDonald",
    email: "ada@example.com",
    vehicle: "AB12CDE",
    income: "12345.67",
    farm: "Tŷ’r Ŵyn",
    officer: { first: "Will", last: "Field" },
    story: "the dog of Mrs Featherstonehaugh barks in the field until two, and will not stop",
  },
];
const mask = createMask({ given });
const show = (text: string) => maskedDocument(text, mask);
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("what was given is hidden", () => {
  it.each<[string, string, RegExp]>([
    ["in CDATA", "<e><![CDATA[No Featherstonehaugh]]></e>", /Feather/],
    ["in a comment", "<e><!-- Featherstonehaugh is unknown --></e>", /Feather/],
    ["in an attribute without quotes", "<p title=Featherstonehaugh>x</p>", /Feather/],
    ["in angle brackets of plain text", "Nobody <ada@example.com> or <Featherstonehaugh>", /@|Fea/],
    ["in a text that only begins like a tag", "a < Featherstonehaugh > b", /Feather/],
    ["in a key of JSON", '{"errors":{"12 ada@example.com":"exists"}}', /ada@/],
    ["behind entities within entities", "<e>&amp;lt;n&amp;gt;&amp;#66;yron</e>", /yron/],
    ["behind an entity with a name", "<e>O&rsquo;Byr&oacute;n</e>", /Byr/],
    ["behind percents within percents", "q=%2542yr%25C3%25B3n", /yr/],
    ["in base64", JSON.stringify({ echo: base64("Ada O’Byrón, Soham") }), /[A-Za-z0-9]{8}/],
    ["in a code page that was mistaken", '{"who":"ByrÃ³n"}', /Byr/],
    ["without its letters' strokes", '{"who":"LUKASZ"}', /LUK/],
    ["with a sharp s in capitals", '{"who":"STRAUSS"}', /STRA/],
    ["joined", '{"who":"AnnLi", "user":"li.ann", "id":"LIANN"}', /ann|li/i],
    ["apart", '{"who":"Mc Donald", "vehicle":"AB12 CDE"}', /Donald|CDE/],
    ["cut short in front", '{"who":"…stonehaugh"}', /haugh/],
    ["as an amount", '{"income":"£12,345.67"}', /12|345|67/],
    ["in Welsh letters", '{"farm":"TY\u0302\u2019R W\u0302YN"}', /WYN|Ŵ/i],
    ["though it is a common word", '{"officer":"Will FIELD", "surname":"Field"}', /will|field/i],
  ])("%s", (_, text, secret) => {
    expect(show(text)).not.toMatch(secret);
  });

  it("and an answer can still be read", () => {
    const answer =
      "<fault><code>E-12</code><why>The field “kind” is required, not known</why></fault>";
    expect(maskedDocument(answer, createMask({ given: [{ story: "It will not stop" }] }))).toBe(
      answer,
    );
    const error = { errorCode: "VALIDATION_FAILED", detail: "Unauthorised: request rejected" };
    expect(JSON.parse(show(JSON.stringify(error)))).toEqual(error);
  });
});
