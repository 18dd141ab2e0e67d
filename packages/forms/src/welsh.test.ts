import { everyKind } from "./every-kind.fixture.ts";
import { partsOf } from "./kinds/parts-of.ts";
import { formOf, noise } from "./noise-form.fixture.ts";
import { phrases } from "./phrases.ts";
import { readBack } from "./read-back.ts";
import { sentenceFor } from "./sentence.ts";
import { dateWords, periodWords, rangeWords, timeWords } from "./words.ts";

const options = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];
const group = {
  type: "group",
  itemName: "dyddiad",
  min: 2,
  max: 3,
  questions: [{ id: "d", label: "D", type: "date" }],
};

describe("sentenceFor in Welsh", () => {
  it.each<[string, string, object, string]>([
    ["Rhowch ateb i “Eich enw”", "Eich enw:", { type: "name" }, "required"],
    ["Dewiswch ateb i “Ble mae’r sŵn?”", "Ble mae’r sŵn?", { type: "radios", options }, "required"],
    [
      "Dewiswch ie neu na ar gyfer “A yw’n uchel?”",
      "A yw’n uchel?",
      { type: "yes-no" },
      "required",
    ],
    [
      "Rhaid i’r ateb i “Dyddiad y sŵn” fod yn ddyddiad go iawn",
      "Dyddiad y sŵn",
      { type: "date" },
      "invalid",
    ],
    [
      "Rhaid i’r ateb i “Dyddiad” fod heddiw neu yn y gorffennol",
      "Dyddiad",
      { type: "date" },
      "future",
    ],
    [
      "Rhaid i’r ateb i “Rhent” fod yn £5.00 neu fwy",
      "Rhent",
      { type: "money", min: 5 },
      "too-few",
    ],
    [
      "Rhaid i’r ateb i “Oed” fod yn rhif heb fwy na 2 le degol",
      "Oed",
      { type: "number", decimals: 2 },
      "invalid",
    ],
    [
      "Rhaid i’r ateb i “Oed” fod yn rhif heb fwy na 3 lle degol",
      "Oed",
      { type: "number", decimals: 3 },
      "invalid",
    ],
    [
      "Rhaid i’r ateb i “Cân” fod yn 20 o nodau neu lai",
      "Cân",
      { type: "text", maxLength: 20 },
      "too-long",
    ],
    [
      "Rhaid i’r ateb i “Cân” fod yn 1 nod neu lai",
      "Cân",
      { type: "text", maxLength: 1 },
      "too-long",
    ],
    [
      "Mae nod na ellir ei ddefnyddio yn yr ateb i “Cân”. Teipiwch yr ateb eto",
      "Cân",
      { type: "text" },
      "invalid-text",
    ],
    ["Nid yw’r ateb i “Cân” yn gywir", "Cân", { type: "text" }, "who-knows"],
    [
      "Gallwch uwchlwytho 2 ffeil ar y mwyaf",
      "Lluniau",
      { type: "files", maxFiles: 2 },
      "too-many",
    ],
    ["Gallwch ychwanegu “dyddiad” 3 gwaith ar y mwyaf", "Dyddiadau", group, "too-many"],
    ["Ychwanegwch “dyddiad” o leiaf 2 waith", "Dyddiadau", group, "too-few"],
  ])("says “%s”", (sentence, label, question, code) => {
    const fault = { pointer: "/it", code };
    expect(sentenceFor(asked({ label, ...question }), fault, "cy")).toBe(sentence);
  });

  it.each([
    ["address", "postcode", "invalid", "Rhowch god post llawn yn y DU"],
    ["bank-details", "sortCode", "invalid", "Rhowch god didoli sy’n 6 digid, fel 309430"],
    [
      "bank-details",
      "accountName",
      "too-long",
      "Rhaid i’r ateb i “Enw ar y cyfrif” fod yn 70 o nodau neu lai",
    ],
    [
      "date-range",
      "to",
      "before-start",
      "Rhaid i’r ateb i “Dyddiad gorffen” fod yr un fath â’r dyddiad dechrau neu ar ei ôl",
    ],
    ["location", "latitude", "outside", "Rhaid i’r lle fod yng Nghymru, Lloegr neu’r Alban"],
  ])("speaks of a part: %s, %s", (type, part, code, sentence) => {
    const question = asked({ label: "It", type });
    expect(sentenceFor(question, { pointer: `/it/${part}`, code }, "cy")).toBe(sentence);
  });

  it("names the parts of a date that are missing", () => {
    const fault = { pointer: "/it", code: "invalid", detail: "day and year" };
    const question = asked({ label: "Dyddiad y sŵn", type: "date" });
    expect(sentenceFor(question, fault, "cy")).toBe(
      "Rhaid i’r ateb i “Dyddiad y sŵn” gynnwys diwrnod a blwyddyn",
    );
  });

  it("uses the question's own words first", () => {
    const question = asked({ label: "Enw", type: "name", errors: { required: "Rhowch eich enw" } });
    expect(sentenceFor(question, { pointer: "/it", code: "required" }, "cy")).toBe(
      "Rhowch eich enw",
    );
  });
});

describe("every sentence", () => {
  const codes =
    "required invalid invalid-text too-long too-short past future too-few too-many not-an-option unknown-field no-place outside northern-ireland two-places exit before-start";
  const questions = [...noise.questions.values(), ...everyKind.questions.values()];

  it("is said in Welsh for every kind of question, part and fault", () => {
    for (const { question } of questions)
      for (const code of codes.split(" "))
        for (const part of ["", ...partsOf(question.type)]) {
          const fault = { pointer: `/${question.id}${part && `/${part}`}`, code };
          const [english, welsh] = [
            sentenceFor(question, fault),
            sentenceFor(question, fault, "cy"),
          ];
          expect(welsh, english).toMatch(/^\p{Lu}/u);
          expect(welsh).not.toBe(english);
          expect(welsh).not.toContain("undefined");
        }
  });
});

describe("words in Welsh", () => {
  it("have the months of the standard locale data", () => {
    const month = new Intl.DateTimeFormat("cy", { month: "long", timeZone: "UTC" });
    const known = phrases.cy.months.map((_, at) => month.format(new Date(Date.UTC(2025, at, 15))));
    expect(phrases.cy.months).toEqual(known);
  });

  it("say dates, stretches and times", () => {
    expect(dateWords("2025-03-03", "cy")).toBe("3 Mawrth 2025");
    expect(periodWords("2024-02", "cy")).toBe("tua mis Chwefror 2024");
    expect(periodWords("2024", "cy")).toBe("tua 2024");
    expect(rangeWords("2025-03-03", "2025-03-05", "cy")).toBe("o 3 Mawrth i 5 Mawrth 2025");
    expect(timeWords("12:00", "cy")).toBe("hanner dydd");
    expect(timeWords("21:30", "cy")).toBe("9:30pm");
  });

  it("read answers back, with nothing of the English table among them", () => {
    const account = { accountName: "A Jones", sortCode: "309430", accountNumber: "00733445" };
    const place = { latitude: 52.2053, longitude: 0.1218, easting: 545_016, northing: 258_420 };
    const answers = {
      since: "2020",
      away: { from: "2027-01-01", to: "2027-01-02" },
      account,
      place,
    };
    const rows = readBack(everyKind, answers, { toThemself: true, language: "cy" })
      .flatMap((page) => page.rows)
      .flatMap(({ text }) => text)
      .join("\n");
    expect(rows).toContain("tua 2020");
    expect(rows).toContain("o 1 Ionawr i 2 Ionawr 2027");
    expect(rows).toContain("Cod didoli 30-94-30\n4 digid olaf rhif y cyfrif: 3445");
    expect(rows).toMatch(/^Cyfeirnod grid TL/m);
  });
});

function asked(question: object) {
  const [first] = formOf([{ id: "it", ...question }]).pages.flatMap(({ questions }) => questions);
  if (!first) throw new Error("The form has no question");
  return first;
}
