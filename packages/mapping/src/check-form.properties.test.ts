import { type Answers, Form, type Row, type Source, type Transform } from "@guildhall/contract";
import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { checkMapping } from "./check.ts";
import type { Known } from "./check-known.ts";
import { compileMapping } from "./compile.ts";
import { render } from "./render.ts";
import { inputOf, jsonOf, xmlOf } from "./sample.ts";

const options = ["music", "none"].map((value) => ({ value, label: value.toUpperCase() }));
const form = Form.parse({
  pages: [
    {
      id: "first",
      title: "First",
      questions: [
        { id: "words", label: "Words", type: "text", required: false },
        { id: "amount", label: "Amount", type: "number" },
        { id: "day", label: "Day", type: "date" },
        { id: "time", label: "Time", type: "time" },
        { id: "now", label: "Now", type: "yes-no" },
        { id: "source", label: "Source", type: "radios", options },
        { id: "effects", label: "Effects", type: "checkboxes", options },
        { id: "phone", label: "Phone", type: "phone", required: false },
        { id: "where", label: "Where", type: "address" },
        { id: "price", label: "Price", type: "money" },
        { id: "since", label: "Since", type: "date", approximate: true },
        { id: "away", label: "Away", type: "date-range", required: false },
        { id: "spot", label: "Spot", type: "location" },
        { id: "body", label: "Body", type: "organisation" },
        { id: "sum", label: "Sum", type: "calculated", value: { "+": [{ var: "amount" }, 1] } },
        { id: "photos", label: "Photos", type: "files" },
        {
          id: "dates",
          label: "Dates",
          type: "group",
          itemName: "date",
          questions: [
            { id: "on", label: "On", type: "date" },
            { id: "note", label: "Note", type: "text", required: false },
          ],
        },
      ],
    },
  ],
});
const known: Known = {
  codes: new Map([["Kinds", [{ code: "M", text: "music" }]]]),
  datasets: new Map([["wards", ["area", "ward"]]]),
  location: "where",
};

const words = fc.constantFrom("]]> & <b>", "🏠 مرحبا", "Flat 2, 16 High Street", "0");
const day = fc.constantFrom("2024-02-29", "2025-03-30", "1000-01-01", "9999-12-31");
const where = fc.record(
  {
    line1: words,
    line2: words,
    town: words,
    postcode: fc.constant("CB24 9ZZ"),
    uprn: fc.constant("100090000001"),
    easting: fc.constant(0),
    northing: fc.constant(1_300_000),
  },
  { requiredKeys: ["line1", "town"] },
);
const spot = { latitude: 51.489366, longitude: -0.119926, easting: 530_625, northing: 178_388 };
/** Whatever the form takes. */
const answers = fc.record(
  {
    words,
    amount: fc.constantFrom(0, -1.5, 1e15),
    day,
    time: fc.constantFrom("00:00", "01:30", "23:59"),
    now: fc.boolean(),
    source: fc.constantFrom("music", "none"),
    effects: fc.constantFrom(["music"], ["none", "music"]),
    phone: fc.constantFrom("01632 960001", "+33 1 70 18 99 00", "+44 (0)1632 960001 ext 2"),
    where,
    price: fc.constantFrom(0, 12.5),
    since: fc.constantFrom("2024", "2024-02", "2024-02-29"),
    away: fc.constant({ from: "2024-02-29", to: "2025-03-30" }),
    spot: fc.constantFrom(spot, { ...spot, description: "🏠", uprn: "1" }),
    body: fc.constantFrom({ name: "0" }, { name: "🏠 مرحبا", number: "SC012345" }),
    sum: fc.constantFrom(1, -0.5),
    photos: fc.constantFrom(["doc_1"], ["doc_1", "doc_2"]),
    dates: fc.array(fc.record({ on: day, note: words }, { requiredKeys: ["on"] }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  {
    requiredKeys: [
      ...([
        "amount",
        "day",
        "time",
        "now",
        "source",
        "effects",
        "where",
        "photos",
        "dates",
      ] as const),
      ...(["price", "since", "spot", "body"] as const),
    ],
  },
);

const path = fc.constantFrom(
  ...["words", "amount", "day", "time", "now", "source", "effects", "phone", "where", "photos"],
  ...["price", "since", "away", "away.from", "spot", "spot.latitude", "spot.uprn", "body", "sum"],
  ...[
    "body.name",
    "body.number",
    "dates",
    "dates.on",
    "dates.note",
    "where.town",
    "where.uprn",
    "where.postcode",
    "on",
    "note",
  ],
);
const answer = fc.record({ answer: path });
const source = fc.oneof(
  { weight: 5, arbitrary: answer },
  fc.record({ fact: fc.constantFrom("location", "respondBy", "documentLinks", "payment.amount") }),
  fc.record({
    dataset: fc.constantFrom("wards", "gone"),
    row: answer,
    column: fc.constant("ward"),
  }),
  fc.constantFrom(
    { join: [{ answer: "day" }, { answer: "time" }], with: "T" },
    { join: [{ answer: "words" }, { answer: "where" }, { answer: "effects" }], with: "; " },
    { join: [{ answer: "dates" }, { answer: "words" }], with: " " },
  ),
) as fc.Arbitrary<Source>;
const changes: readonly Transform[] = [
  "upper",
  "capitals",
  "trim",
  "text",
  "count",
  "digits",
  "ascii",
  { cut: 5, after: "word", mark: "…" },
  { pieces: 5 },
  { join: ", " },
  { list: { music: { a: 1 } }, otherwise: "x" },
  { label: "of-option" },
  { code: "Kinds", otherwise: "O" },
  { absent: ["none", 0] },
  { only: "a-z" },
  { address: { lines: 3, longest: 9 } },
  { address: "paon" },
  { place: "easting" },
  { place: "point" },
];
/** Changes that a mapping's author may be trusted with where there is no question to hold them against. */
const judged: readonly Transform[] = [
  "number",
  { date: "dd/MM/yyyy HH:mm" },
  { phone: "international" },
  { list: { music: "M", none: "N" } },
  { list: { true: "Y", false: "N" } },
  { code: "Kinds" },
];
const target = fc.constantFrom("a", "b", "@c");
const leaf = fc.oneof(
  fc.record({
    target,
    from: source,
    change: fc.array(fc.constantFrom(...changes), { maxLength: 1 }),
  }),
  fc.record({ target, from: answer, change: fc.tuple(fc.constantFrom(...judged)) }),
  fc.record({ target, from: answer, required: fc.constant(true) }),
) as fc.Arbitrary<Row>;
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.oneof(
    leaf,
    fc.record(
      {
        target: fc.constantFrom("d", "e"),
        each: fc.constantFrom("dates", "effects", "photos", "words"),
        choice: fc.boolean(),
        rows: fc.array(leaf, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ["target", "rows"] },
    ),
  ),
  { minLength: 1, maxLength: 3 },
);

it.each([
  ["XML", xmlOf, (document: string) => XmlDocument.fromString(document).dispose()],
  ["JSON", jsonOf, (document: string) => JSON.parse(document)],
] as const)(
  "a mapping without faults makes %s of whatever the form takes",
  (_, mappingOf, parse) => {
    let written = 0;
    fc.assert(
      fc.property(rows, answers, (given, taken) => {
        const mapping = mappingOf(given);
        if (checkMapping(mapping, form, known).length > 0) return;
        parse(render(compileMapping(mapping), inputFor(taken as Answers)));
        written += 1;
      }),
      { seed: 13, numRuns: 3000 },
    );
    expect(written).toBeGreaterThan(300);
  },
);

function inputFor(taken: Answers) {
  return inputOf(taken, {
    labels: (_, value) => value.toUpperCase(),
    codes: () => new Map([["music", "M"]]),
    dataset: () => ({ columns: ["area", "ward"], find: (key) => [key, key] }),
    facts: {
      ...inputOf({}).facts,
      respondBy: "2025-10-26T01:30:00Z",
      documentLinks: ["https://example.org/1"],
      location: { line1: "1 Sample Row", town: "Ely" },
    },
  });
}
