import { checkOne, faultsOf } from "../noise-form.fixture.ts";

const options = [
  { value: "music", label: "Music" },
  { value: "dog", label: "A dog" },
];
const accepted = (question: object, answer: unknown, kept = answer) =>
  expect(checkOne(question, answer)).toEqual({ answers: { it: kept } });
const refused = (question: object, answer: unknown, code: string, at = "/it") =>
  expect(faultsOf(checkOne(question, answer))).toEqual([[at, code]]);

describe("text", () => {
  const text = { type: "text", maxLength: 5 };
  const long = { type: "long-text", maxLength: 5 };

  it("counts code points, not code units", () => {
    accepted(text, "😀😀😀😀😀");
    refused(text, "😀😀😀😀😀😀", "too-long");
    refused(text, "x".repeat(1_000_000), "too-long");
  });

  it("keeps NFC, and counts it", () => {
    accepted(text, "e\u0301".repeat(5), "é".repeat(5));
  });

  it.each(["a\ud800", "a\u0000b", "a\u0007", "a\uffff"])("refuses ill-formed text %j", (answer) => {
    refused(text, answer, "invalid-text");
    refused(long, answer, "invalid-text");
    refused({ type: "name" }, answer, "invalid-text");
  });

  it.each(["a\nb", "a\rb", "a\u2028b"])("keeps line breaks for long text alone (%j)", (answer) => {
    refused(text, answer, "invalid-text");
    refused({ type: "name" }, answer, "invalid-text");
    accepted(long, answer);
  });

  it.each([7, true, {}, ["a"]])("refuses %j, which is no text", (answer) => {
    refused(text, answer, "invalid");
    refused(long, answer, "invalid");
  });

  it("refuses a name of 121 code points", () => {
    accepted({ type: "name" }, "é".repeat(120));
    refused({ type: "name" }, "é".repeat(121), "too-long");
  });
});

describe("number", () => {
  const number = { type: "number", min: -2, max: 10, decimals: 2 };

  it.each([0, -2, 10, 1.25, 0.1 + 0.2 - 0.2])("accepts %d", (answer) => accepted(number, answer));

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    JSON.parse("1e400"),
    -0,
    1.005,
    2 ** 63,
    "7",
    true,
  ])("refuses %s", (answer) => refused({ type: "number", decimals: 2 }, answer, "invalid"));

  it("refuses what is out of range", () => {
    refused(number, -2.01, "too-few");
    refused(number, 10.01, "too-many");
  });
});

describe("date", () => {
  it.each(["2024-02-29", "2000-02-29", "1900-01-01", "2100-12-31"])("accepts %s", (answer) => {
    accepted({ type: "date" }, answer);
  });

  it.each([
    "2025-02-29",
    "1900-02-29",
    "2100-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "1899-12-31",
    "2101-01-01",
    "0000-00-00",
    "9999-12-31",
    "25-3-3",
    "2025-03-03T00:00",
    20250303,
    "tomorrow",
  ])("refuses %s", (answer) => refused({ type: "date" }, answer, "invalid"));

  it("says which parts of it are missing", () => {
    expect(checkOne({ type: "date" }, "--2025")).toHaveProperty("faults.0.code", "invalid");
    expect(checkOne({ type: "date" }, "2025--03")).toHaveProperty("faults.0.detail", "month");
    expect(checkOne({ type: "date" }, "-03-")).toHaveProperty("faults.0.detail", "day and year");
  });

  it("knows today from tomorrow and yesterday", () => {
    accepted({ type: "date", notAfter: "today" }, "2025-03-03");
    refused({ type: "date", notAfter: "today" }, "2025-03-04", "future");
    accepted({ type: "date", notBefore: "today" }, "2025-03-03");
    refused({ type: "date", notBefore: "today" }, "2025-03-02", "past");
  });
});

describe("time", () => {
  it.each(["00:00", "23:59"])("accepts %s", (answer) => accepted({ type: "time" }, answer));
  it.each(["24:00", "12:60", "9:30", "9pm", 930])("refuses %s", (answer) =>
    refused({ type: "time" }, answer, "invalid"),
  );
});

describe("choices", () => {
  it("takes yes and no as booleans only", () => {
    accepted({ type: "yes-no" }, true);
    accepted({ type: "yes-no" }, false);
    refused({ type: "yes-no" }, "yes", "invalid");
  });

  it.each(["radios", "select"])("takes one of the options of %s", (type) => {
    accepted({ type, options }, "dog");
    refused({ type, options }, "cat", "not-an-option");
    refused({ type, options }, ["dog"], "not-an-option");
  });

  it("takes several checkboxes, each once", () => {
    accepted({ type: "checkboxes", options }, ["dog", "music"]);
    refused({ type: "checkboxes", options }, [], "required");
    refused({ type: "checkboxes", options }, ["dog", "cat"], "not-an-option");
    refused({ type: "checkboxes", options }, ["dog", "dog"], "invalid");
    refused({ type: "checkboxes", options }, "dog", "invalid");
    refused({ type: "checkboxes", options }, ["dog", 1], "invalid");
  });

  it("takes document ids, as many as the question allows", () => {
    const files = { type: "files", maxFiles: 2 };
    accepted(files, ["doc_01kb3zq8w5v0t6m2h9r4c7d1xe"]);
    refused(files, ["doc_1", "doc_2", "doc_3"], "too-many");
    refused(files, ["doc_1", "doc_1"], "invalid");
    refused(files, ["../doc_1"], "invalid");
    refused(files, "doc_1", "invalid");
  });
});

describe("email", () => {
  it.each([
    "ada@example.com",
    "o'neil+noise@mail.council.gov.uk",
    `${"a".repeat(64)}@example.com`,
    "a@xn--bcher-kva.example",
  ])("accepts %s", (answer) => accepted({ type: "email" }, answer));

  it.each([
    "ada",
    "ada@",
    "@example.com",
    "ada@example",
    "ada@@example.com",
    "a da@example.com",
    ".ada@example.com",
    "ada..b@example.com",
    "ada@-example.com",
    "ada@example.com\r\nBcc: all@example.com",
    "ada@example.com\n",
    "Ada <ada@example.com>",
    `${"a".repeat(65)}@example.com`,
    "ada@127.0.0.1",
    "ａda@example.com",
    7,
  ])("refuses %j", (answer) => refused({ type: "email" }, answer, "invalid"));

  it("refuses more than 254 characters", () => {
    refused({ type: "email" }, `a@${"b".repeat(60)}.`.padEnd(250, "c.") + "example", "too-long");
  });
});

describe("phone", () => {
  it.each([
    "01223 457000",
    "(01223) 457 000",
    "+44 7700 900123",
    "07700900123",
    "0800 1111",
    "+33 1 70 18 99 00",
    "020 7946 0018 ext 12",
  ])("accepts %s", (answer) => accepted({ type: "phone" }, answer));

  it("refuses what cannot be dialled", () => {
    refused({ type: "phone" }, "12", "too-short");
    refused({ type: "phone" }, "01223 457000 457000", "too-long");
    refused({ type: "phone" }, "ring me on 01223 457000", "invalid");
    refused({ type: "phone" }, "0".repeat(41), "too-long");
    refused({ type: "phone" }, 1223457000, "invalid");
  });
});

describe("address", () => {
  const home = { line1: "1 High Street", town: "Cambridge" };

  it("writes the postcode as the post office does", () => {
    accepted(
      { type: "address" },
      { ...home, postcode: " cb11aa" },
      { ...home, postcode: "CB1 1AA" },
    );
    accepted(
      { type: "address" },
      { ...home, postcode: "gir0aa" },
      { ...home, postcode: "GIR 0AA" },
    );
  });

  it("keeps what a look-up found, and leaves out what is blank", () => {
    const found = { ...home, uprn: "200004171988", easting: 545000, northing: 258000 };
    accepted({ type: "address" }, { ...found, line2: " " }, found);
  });

  it("says which part is wrong", () => {
    refused({ type: "address" }, { town: "Ely" }, "required", "/it/line1");
    refused({ type: "address" }, { line1: "1" }, "required", "/it/town");
    refused({ type: "address" }, { ...home, postcode: "CB1" }, "invalid", "/it/postcode");
    refused({ type: "address" }, { ...home, line2: "a\nb" }, "invalid-text", "/it/line2");
    refused({ type: "address" }, { ...home, line1: "x".repeat(101) }, "too-long", "/it/line1");
    refused({ type: "address" }, { ...home, uprn: "12a" }, "invalid", "/it/uprn");
    refused({ type: "address" }, { ...home, easting: -1 }, "invalid", "/it/easting");
    refused({ type: "address" }, { ...home, county: "Kent" }, "unknown-field", "/it/county");
    refused({ type: "address" }, "1 High Street", "invalid");
  });

  it("takes an address of blanks as none", () => {
    refused({ type: "address" }, { line1: "", town: " " }, "required");
    expect(checkOne({ type: "address", required: false }, { line1: "" })).toEqual({ answers: {} });
  });
});

describe("group", () => {
  const group = {
    type: "group",
    itemName: "person",
    min: 2,
    max: 3,
    questions: [
      { id: "age", label: "Age", type: "number" },
      { id: "note", label: "Note", type: "text", required: false },
    ],
  };

  it("checks each item and points into it", () => {
    accepted(group, [{ age: 1 }, { age: 2, note: "x" }]);
    expect(faultsOf(checkOne(group, [{ age: "1" }, {}, 7]))).toEqual([
      ["/it/0/age", "invalid"],
      ["/it/1/age", "required"],
      ["/it/2", "invalid"],
    ]);
    refused(group, [{ age: 1 }, { age: 2, extra: 1 }], "unknown-field", "/it/1/extra");
  });

  it("wants no fewer than its min and no more than its max", () => {
    refused(group, [{ age: 1 }], "too-few");
    refused(group, Array(4).fill({ age: 1 }), "too-many");
    refused(group, { age: 1 }, "invalid");
    refused(group, [], "required");
  });

  it("can be left out where it wants none", () => {
    expect(checkOne({ ...group, min: 0 }, [])).toEqual({ answers: {} });
    expect(checkOne({ ...group, required: false }, undefined)).toEqual({ answers: {} });
  });
});
