import { isCleanText, type Row, type Source, type Transform } from "@guildhall/contract";
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { compileMapping } from "./compile.ts";
import { MappingFault } from "./fault.ts";
import { render } from "./render.ts";
import { changed, inputOf, jsonOf, xmlOf } from "./sample.ts";
import type { MappingInput } from "./scope.ts";

const long = "It goes on all night. ".repeat(90);
/**
 * What a form takes as a text: in NFC, well-formed, no control characters but tabs and line ends. It
 * does not begin with U+FEFF, which the parser's own decoder would take for a mark and drop.
 */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom("]]>", "<![CDATA[", "&amp;", "<!--", "\r\n", "\t", "\"'", "Ŵŵ Ŷŷ â", long),
      fc.constantFrom(
        "👨‍👩‍👧‍👦",
        "مرحبا",
        "שלום",
        "e\u0301",
        "\u202e",
        "\u200f",
        "\ufeff",
        "\u0085",
      ),
      fc.string({ unit: "grapheme", maxLength: 10 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => [...parts.join("").normalize("NFC")].slice(0, 4000).join(""))
  .filter((joined) => joined !== "" && !joined.startsWith("\ufeff") && isCleanText(joined));

describe("what a text answer says", () => {
  it.each<[Transform]>([
    ["text"],
    [{ cut: 4000 }],
    [{ cut: 4000, after: "word", mark: "…" }],
    [{ pieces: 4000 }],
    [{ pad: { to: 1, with: "0" } }],
    [{ join: "; " }],
    [{ absent: ["not-known", 0, false] }],
    [{ only: "\\s\\S" }],
  ])("comes back unchanged from the document after %j", (transform) => {
    const row: Row = { target: "a", from: { answer: "text" }, change: [transform] };
    const xml = compileMapping(xmlOf([row]));
    const json = compileMapping(jsonOf([row]));
    fc.assert(
      fc.property(text, (given) => {
        const document = XmlDocument.fromString(render(xml, inputOf({ text: given })));
        expect(document.get("/*/*")?.content).toBe(given);
        document.dispose();
        expect([JSON.parse(render(json, inputOf({ text: given }))).a].flat()).toEqual([given]);
      }),
      { seed: 10, numRuns: 200 },
    );
  });
});

const optional = <T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(model, { requiredKeys: [] });
const few = fc.integer({ min: 1, max: 12 });
const short = fc.constantFrom("", "a", "…", "🏠", ", ", "&");
const anyTransform = fc.oneof(
  fc.constantFrom("upper", "lower", "capitals", "trim", "text", "number"),
  fc.constantFrom("collapse", "count", "digits", "ascii"),
  fc
    .tuple(few, optional({ after: fc.constantFrom("word", "character"), mark: short }))
    .map(([cut, others]) => ({ cut, ...others })),
  fc.record({ pieces: few }),
  fc.record({ pad: fc.record({ to: few, with: fc.constantFrom("0", " ") }) }),
  fc.record({ date: fc.constantFrom("yyyy-MM-dd'T'HH:mm:ssxxx", "PPPP", "H") }),
  fc.record({ join: short }),
  fc.record({ list: fc.dictionary(short, fc.jsonValue({ maxDepth: 2 })), otherwise: short }),
  fc.constant({ label: "of-option" }),
  fc.record({ code: fc.constantFrom("Sources", "Gone"), otherwise: short }),
  fc.record({ absent: fc.array(fc.constantFrom("a", 0, true), { minLength: 1 }) }),
  fc.record({ only: fc.constantFrom("a-z", "\\p{L} ", "🏠"), instead: short }),
  fc.record({ phone: fc.constantFrom("international", "national") }),
  fc.record({ address: fc.record({ lines: few, longest: few, postcode: fc.boolean() }) }),
  fc.record({ address: fc.constantFrom("saon", "paon", "street", "town", "postcode", "uprn") }),
  fc.record({ place: fc.constantFrom("easting", "latitude", "point") }),
) as fc.Arbitrary<Transform>;

const answer = fc.record({
  answer: fc.constantFrom(
    "text",
    "texts",
    "number",
    "where",
    "spot",
    "items",
    "items.text",
    "gone",
  ),
});
const simple = fc.oneof(
  answer,
  fc.record({ fact: fc.constantFrom("reference", "location", "payment.amount", "documentLinks") }),
  fc.record({ value: fc.constantFrom("", "Music", "2025-03-30") }),
);
const looked = fc.record({
  dataset: fc.constant("wards"),
  row: simple,
  column: fc.constant("ward"),
});
const anySource = fc.oneof(
  { weight: 3, arbitrary: simple },
  looked,
  fc.record({
    join: fc.array(fc.oneof(simple, looked), { minLength: 1, maxLength: 3 }),
    with: short,
  }),
  fc.record({ value: fc.jsonValue({ maxDepth: 2 }) }),
) as fc.Arbitrary<Source>;

const { rows: anyRows } = fc.letrec<{ row: Row; rows: Row[] }>((tie) => ({
  rows: fc.array(tie("row"), { minLength: 1, maxLength: 4 }),
  row: fc.oneof(
    { maxDepth: 2 },
    fc.record(
      {
        target: fc.constantFrom("a", "b", "c/d", "p:e", "@f"),
        from: anySource,
        change: fc.array(anyTransform, { maxLength: 3 }),
        required: fc.boolean(),
        when: fc.constantFrom("yes", "no"),
        keepEmpty: fc.boolean(),
      },
      { requiredKeys: ["target"] },
    ),
    fc.record(
      {
        target: fc.constantFrom("g", "h", "c/i"),
        each: fc.constantFrom("items", "texts", "text"),
        choice: fc.boolean(),
        required: fc.boolean(),
        rows: tie("rows"),
      },
      { requiredKeys: ["target", "rows"] },
    ),
  ),
}));

const anyText = fc.oneof(
  text,
  fc.constantFrom("Music", "01632 960001", "2025-03-30", "12", "\u0001"),
);
const where = fc.record(
  {
    line1: anyText,
    line2: anyText,
    town: anyText,
    postcode: anyText,
    easting: fc.nat(),
    northing: fc.nat(),
  },
  { requiredKeys: ["line1"] },
);
const anyInput = fc
  .record({
    answers: optional({
      text: anyText,
      texts: fc.array(anyText, { maxLength: 3 }),
      number: fc.oneof(fc.double(), fc.boolean()),
      where,
      spot: fc.record({ longitude: fc.double(), latitude: fc.double() }),
      items: fc.array(optional({ text: anyText, where }), { maxLength: 3 }),
    }),
    yes: fc.boolean(),
  })
  .map(
    ({ answers, yes }): MappingInput => ({
      ...inputOf(answers as MappingInput["answers"]), // A number may be one that no form takes.
      conditions: { yes, no: !yes },
      labels: (_, value) => (value.length > 5 ? value : undefined),
      codes: (list) => (list === "Sources" ? new Map([["Music", "M"]]) : undefined),
      dataset: () => ({ columns: ["area", "ward"], find: (key) => [key, `${key}<&>`] }),
    }),
  );

describe("any mapping of any answers", () => {
  it.each([
    ["well-formed XML", xmlOf, (document: string) => XmlDocument.fromString(document).dispose()],
    ["JSON", jsonOf, (document: string) => JSON.parse(document)],
  ] as const)("is %s, or a named fault", (_, mappingOf, parse) => {
    let written = 0;
    fc.assert(
      fc.property(anyRows, anyInput, (rows, input) => {
        const document = documentOf(() => render(compileMapping(mappingOf(rows)), input));
        if (document === undefined) return;
        parse(document);
        written += 1;
      }),
      { seed: 11, numRuns: 2000 },
    );
    expect(written).toBeGreaterThan(200);
  });
});

describe("no text is too much for a transform", () => {
  const awkward = [" ", "a", "a ", ",", "0", "~ ", "'a", "(", "1-", "flat ", "é", "]]>", "\n"].map(
    (part) => part.repeat(10_000 / part.length),
  );
  const settings = fc.sample(anyTransform, { seed: 12, numRuns: 150 });

  it.each(awkward.map((given) => [given.slice(0, 4), given]))(
    "such as %j over and over",
    (_, given) => {
      for (const transform of settings) {
        documentOf(() => String(changed(given, [transform])));
        documentOf(() => String(changed(`${given}!`, [transform])));
        documentOf(() => String(changed({ line1: given, line2: given, town: given }, [transform])));
      }
    },
  );
});

/** What is written, or nothing where a fault is named. */
function documentOf(work: () => string): string | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof MappingFault) return undefined;
    throw error;
  }
}
