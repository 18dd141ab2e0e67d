import { type Answers, Form } from "@guildhall/contract";
import { checkForm, compileForm, route } from "@guildhall/forms";
import fc from "fast-check";
import { unreachableIn } from "./unreachable.ts";

const option = (value: string) => ({ value, label: value });
const questions = [
  { id: "place", label: "Place", type: "radios", options: ["home", "pub"].map(option) },
  { id: "kinds", label: "Kinds", type: "checkboxes", options: ["music", "dog", "car"].map(option) },
  { id: "count", label: "Count", type: "number", min: 1, max: 10 },
  { id: "day", label: "Day", type: "date" },
  { id: "ok", label: "OK", type: "yes-no" },
  { id: "word", label: "Word", type: "text", required: false },
  { id: "home", label: "Home", type: "address", required: false },
];
const is = (id: string, value: unknown) => ({ "==": [{ var: id }, value] });
const [pub, home] = [is("place", "pub"), is("place", "home")];

/** A page under a condition, behind all questions. */
function closed(when: unknown, more: { rules?: object[]; pages?: object[] } = {}): string[] {
  const form = Form.parse({
    conditions: [{ id: "it", name: "It", when }, ...(more.rules ?? [])],
    pages: [
      { id: "all", title: "All", questions },
      ...(more.pages ?? []),
      { id: "last", title: "Last", when: "it", questions: [{ id: "z", label: "Z", type: "text" }] },
    ],
  });
  return unreachableIn({ form }).map(({ at }) => at);
}
const never = ["/form/pages/last"];

describe("unreachableIn", () => {
  it.each<[string, unknown]>([
    ["two answers to one question", { and: [pub, home] }],
    ["an option that is not offered", is("place", "castle")],
    ["an option that is no choice", { in: ["castle", { var: "kinds" }] }],
    ["a number beyond its bounds", { ">": [{ var: "count" }, 10] }],
    [
      "numbers that exclude each other",
      { and: [{ "<": [{ var: "count" }, 3] }, { ">=": [{ var: "count" }, 3] }] },
    ],
    [
      "days that exclude each other",
      { and: [{ "<": [{ var: "day" }, "2025-01-01"] }, { ">": [{ var: "day" }, "2025-06-01"] }] },
    ],
    ["an answer and none", { and: [is("ok", true), is("ok", null)] }],
    [
      "a part of an answer and none",
      {
        and: [
          { "!=": [{ var: "home.postcode" }, null] },
          { "!": { "!!": { var: "home.postcode" } } },
        ],
      },
    ],
    ["a condition and its opposite", { and: [{ condition: "p" }, { "!": [{ condition: "p" }] }] }],
    ["what is never", false],
  ])("proves that nobody meets %s", (_, when) => {
    const rules = [{ id: "p", name: "P", when: pub }];
    expect(closed(when, { rules })).toEqual(never);
  });

  it.each<[string, unknown]>([
    ["one of two answers", { or: [pub, home] }],
    [
      "two choices of several",
      { and: [{ in: ["dog", { var: "kinds" }] }, { in: ["car", { var: "kinds" }] }] },
    ],
    ["no answer", is("place", null)],
    ["neither", { "!": { or: [pub, home] } }],
    ["a number between", { and: [{ ">": [{ var: "count" }, 3] }, { "<": [{ var: "count" }, 5] }] }],
    ["a rule written by hand", { ">": [{ "+": [{ var: "count" }, 1] }, 500] }],
    ["a part of a text", { and: [{ in: ["a", { var: "word" }] }, is("word", "b")] }],
    ["a deleted question", is("gone", 1)],
  ])("lets stand what may be met: %s", (_, when) => expect(closed(when)).toEqual([]));

  it("knows what an exit before has taken", () => {
    const pages = [{ id: "stop", title: "Stop", kind: "exit", when: "p" }];
    expect(closed(pub, { rules: [{ id: "p", name: "P", when: pub }], pages })).toEqual(never);
    expect(closed(home, { rules: [{ id: "p", name: "P", when: pub }], pages })).toEqual([]);
  });

  it("knows that an answer needs its question to be asked, however far back", () => {
    const rules = [
      { id: "p", name: "P", when: pub },
      { id: "deep", name: "Deep", when: is("x", true) },
    ];
    const asked = { id: "x", label: "X", type: "yes-no" };
    const pages = [
      { id: "one", title: "One", when: "p", questions: [asked] },
      { id: "two", title: "Two", when: "deep", questions: [{ ...asked, id: "y" }] },
    ];
    expect(closed({ and: [is("y", true), home] }, { rules, pages })).toEqual(never);
    expect(closed({ and: [is("y", true), pub] }, { rules, pages })).toEqual([]);
  });

  it("names a question that is never asked on a page that is", () => {
    const form = Form.parse({
      conditions: [
        { id: "p", name: "P", when: pub },
        { id: "h", name: "H", when: home },
      ],
      pages: [
        { id: "all", title: "All", questions },
        {
          id: "pub",
          title: "Pub",
          when: "p",
          questions: [{ id: "q", label: "Q", type: "text", when: "h" }],
        },
      ],
    });
    expect(unreachableIn({ form })).toEqual([
      { at: "/form/pages/pub/questions/q", kind: "question", title: "Q", when: "h" },
    ]);
  });
});

const atom = fc.oneof(
  fc.constantFrom(pub, home, is("ok", true), is("ok", false), is("place", null), is("word", "a")),
  fc.constantFrom("music", "dog", "boat").map((value) => ({ in: [value, { var: "kinds" }] })),
  fc
    .tuple(
      fc.constantFrom("<", "<=", ">", ">=", "==", "!="),
      fc.constantFrom<unknown>(0, 1, 4, 10, "4"),
    )
    .map(([operator, value]) => ({ [operator]: [{ var: "count" }, value] })),
  fc
    .tuple(fc.constantFrom("<", ">="), fc.constantFrom("2025-01-01", "2025-01-02"))
    .map(([operator, value]) => ({ [operator]: [{ var: "day" }, value] })),
  fc
    .constantFrom("place", "kinds", "count", "ok", "word")
    .map((name) => ({ "!!": [{ var: name }] })),
  fc.constantFrom("one", "two").map((condition) => ({ condition })),
);
const logics = fc.letrec((tie) => ({
  logic: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.tuple(tie("logic"), tie("logic")).map((and) => ({ and })),
    fc.tuple(tie("logic"), tie("logic")).map((or) => ({ or })),
    tie("logic").map((inner) => ({ "!": [inner] })),
  ),
})).logic;
const answers = fc.record(
  {
    place: fc.constantFrom("home", "pub"),
    kinds: fc.subarray(["music", "dog", "car"], { minLength: 1 }),
    count: fc.integer({ min: 1, max: 10 }),
    day: fc.constantFrom("2024-12-31", "2025-01-01", "2025-01-02"),
    ok: fc.boolean(),
    word: fc.constantFrom("a", "0", "b"),
    y: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe("what is proven", () => {
  it("is never shown, whatever the answers", () => {
    fc.assert(
      fc.property(
        fc.tuple(logics, logics, logics),
        fc.array(answers, { minLength: 8, maxLength: 8 }),
        ([one, two, three], given) => {
          const rule = (id: string, when: unknown) => ({ id, name: id, when });
          const form = Form.parse({
            conditions: [rule("one", one), rule("two", two), rule("three", three)],
            pages: [
              { id: "all", title: "All", questions },
              { id: "stop", title: "Stop", kind: "exit", when: "one" },
              {
                id: "ask",
                title: "Ask",
                when: "two",
                questions: [{ id: "y", label: "Y", type: "yes-no" }],
              },
              { id: "last", title: "Last", when: "three", questions: [] },
            ],
          });
          const proven = unreachableIn({ form }).map(({ at }) => at.split("/")[3]);
          if (checkForm(form).length > 0) return;
          const compiled = compileForm(form);
          const shown = given.flatMap((one) => route(compiled, one as Answers).map(({ id }) => id));
          expect(proven.filter((id) => shown.includes(id ?? ""))).toEqual([]);
        },
      ),
      { numRuns: 1500, seed: 20_261_122 },
    );
  });
});
