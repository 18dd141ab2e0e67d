import type { Row } from "@guildhall/contract";
import { compileMapping } from "./compile.ts";
import { render } from "./render.ts";
import { content, inputOf, jsonOf, row } from "./sample.ts";

describe("a group of rows", () => {
  const dates: Row[] = [
    {
      target: "dates/date",
      each: "dates",
      rows: [row("on"), row("place"), { target: "@n", from: { value: 1 } }],
    },
  ];

  it("is written once for each item, with the item's own answers before the form's", () => {
    const answers = { place: "home", dates: [{ on: "1" }, { on: "2", place: "work" }] };
    expect(content(dates, answers)).toBe(
      '<dates><date n="1"><on>1</on><place>home</place></date><date n="1"><on>2</on><place>work</place></date></dates>',
    );
  });

  it("is not written where there are no items", () => {
    expect(content(dates, {})).toBe("");
    expect(content(dates, { dates: [] })).toBe("");
  });

  it("opens an element of its own beside another of the same name", () => {
    const contact = (kind: string, answer: string): Row => ({
      target: "contacts/contact",
      rows: [
        { target: "kind", from: { value: kind } },
        { target: "to", from: { answer } },
      ],
    });
    const rows = [contact("EMAIL", "email"), contact("PHONE", "phone")];
    expect(content(rows, { email: "a@b.c", phone: "01" })).toBe(
      "<contacts><contact><kind>EMAIL</kind><to>a@b.c</to></contact><contact><kind>PHONE</kind><to>01</to></contact></contacts>",
    );
    expect(content(rows, { phone: "01" })).toBe(
      "<contacts><contact><kind>PHONE</kind><to>01</to></contact></contacts>",
    );
    expect(content(rows, {})).toBe("");
  });

  it("is written for its constants where it has nothing else", () => {
    expect(content([{ target: "x", rows: [{ target: "a", from: { value: "1" } }] }], {})).toBe(
      "<x><a>1</a></x>",
    );
  });

  it("counts the items of a group inside it as answers", () => {
    const rows: Row[] = [
      { target: "x", rows: [{ target: "kind", from: { value: "K" } }, ...dates] },
    ];
    expect(content(rows, {})).toBe("");
    expect(content(rows, { dates: [{ on: "1" }] })).toContain("<kind>K</kind><dates>");
  });

  it("does not count what stands under a condition that does not hold", () => {
    const inner: Row = { target: "y", when: "no", rows: [row("a")] };
    const rows: Row[] = [{ target: "x", rows: [{ target: "kind", from: { value: "K" } }, inner] }];
    expect(content(rows, { a: "1" }, { conditions: { no: false } })).toBe("");
    expect(content(rows, { a: "1" }, { conditions: { no: true } })).toBe(
      "<x><kind>K</kind><y><a>1</a></y></x>",
    );
  });

  it("is not left out over a required group that is missing inside it", () => {
    const inner: Row = { target: "y", each: "dates", required: true, rows: [row("on")] };
    const rows: Row[] = [{ target: "x", rows: [{ target: "kind", from: { value: "K" } }, inner] }];
    expect(() => content(rows, {})).toThrow(expect.objectContaining({ target: "x/y" }));
  });

  it("is written once for each choice of checkboxes, which answers their question", () => {
    const rows: Row[] = [
      {
        target: "effect",
        each: "effects",
        rows: [
          {
            target: "@code",
            from: { answer: "effects" },
            change: [{ list: { sleep: 1, work: 2 } }],
          },
          { target: "words", from: { answer: "effects" }, change: [{ label: "of-option" }] },
          row("place"),
        ],
      },
    ];
    const labels = (question: string, value: string) => `${question}: ${value}`;
    expect(content(rows, { effects: ["sleep", "work"], place: "home" }, { labels })).toBe(
      '<effect code="1"><words>effects: sleep</words><place>home</place></effect>' +
        '<effect code="2"><words>effects: work</words><place>home</place></effect>',
    );
  });

  it("is written once for each file", () => {
    const rows: Row[] = [
      {
        target: "files/file",
        each: "photos",
        rows: [{ target: "@id", from: { answer: "photos" } }],
      },
    ];
    expect(content(rows, { photos: ["doc_1", "doc_2"] })).toBe(
      '<files><file id="doc_1"/><file id="doc_2"/></files>',
    );
  });

  it("is written for each choice in each item of a group", () => {
    const inner: Row = {
      target: "sign",
      each: "signs",
      rows: [{ target: "is", from: { answer: "signs" } }],
    };
    const rows: Row[] = [{ target: "person", each: "people", rows: [row("name"), inner] }];
    const people = [{ name: "A", signs: ["x", "y"] }, { name: "B" }];
    expect(content(rows, { people })).toBe(
      "<person><name>A</name><sign><is>x</is></sign><sign><is>y</is></sign></person><person><name>B</name></person>",
    );
  });

  it("becomes a list of objects, or one object, in JSON", () => {
    const mapping = compileMapping(
      jsonOf([
        { target: "log", each: "dates", rows: [row("on")] },
        { target: "one", rows: [row("place")] },
      ]),
    );
    const answers = { place: "home", dates: [{ on: "1" }, { on: "2" }] };
    expect(render(mapping, inputOf(answers))).toBe(
      '{"log":[{"on":"1"},{"on":"2"}],"one":{"place":"home"}}',
    );
  });
});
