import fc from "fast-check";
import { readPdf } from "../testing/read-pdf.ts";
import { type SentForm, writeAnswersPdf } from "./answers-pdf.ts";

const form: SentForm = {
  reference: "EXM-2345-6789",
  serviceTitle: "Report a noise nuisance",
  receivedAt: "2026-06-11T09:00:00Z",
  sections: [
    {
      title: "The noise",
      rows: [
        { label: "Where does it come from?", text: ["A pub", "The Crown & Anchor"] },
        { label: "How often?", text: [] },
      ],
    },
  ],
  files: ["night.mp3"],
};
const english = { council: "Exampleshire", language: "en" } as const;
const without = (text: string) => text.replace(/\s+/g, "");
const written = async (
  changed: Partial<SentForm> = {},
  how: Parameters<typeof writeAnswersPdf>[1] = english,
) => readPdf(await writeAnswersPdf({ ...form, ...changed }, how));

describe("a copy of what somebody sent", () => {
  it("has a title that is shown, a language, and is tagged", async () => {
    expect(await written()).toMatchObject({
      title: "EXM-2345-6789: Report a noise nuisance",
      language: "en-GB",
      isTagged: true,
      showsTitle: true,
    });
  });

  it("has headings, and each answer in a list under its question", async () => {
    const entry = ["LI", "Lbl", "LBody"];
    const { structure } = await written();
    expect(structure).toEqual([
      ...["Document", "Sect", "H1", "P", "P", "P"],
      ...["Sect", "H2", "L", ...entry, "P", "P", ...entry, "P"],
      ...["Sect", "H2", "P"],
    ]);
  });

  it("says every question, answer and file, and what was not answered", async () => {
    const { text } = await written();
    for (const said of [
      ...["Reference: EXM-2345-6789", "11 June 2026", "10:00", "Exampleshire", "The noise"],
      ...["Where does it come from?", "A pub", "The Crown & Anchor", "How often?"],
      ...["Not answered", "night.mp3"],
    ])
      expect(text).toContain(without(said));
  });

  it("is in Welsh for whoever wrote in Welsh", async () => {
    const welsh = { serviceTitle: "Rhoi gwybod am sŵn", council: "Cyngor" };
    const { language, text } = await written(welsh, { council: "Cyngor", language: "cy" });
    expect(language).toBe("cy");
    for (const said of ["Rhoi gwybod am sŵn", "11 Mehefin 2026", "Heb ei roi", "Cyfeirnod"])
      expect(text).toContain(without(said));
  });

  it("reads a question once that is the title of its page", async () => {
    const title = "Where is it?";
    const sections = [{ title, rows: [{ label: title, text: ["Here"] }] }];
    const { text } = await written({ sections });
    expect(text.split(without(title))).toHaveLength(2);
    expect(text).toContain("Here");
  });

  it("goes on over as many pages as it takes", async () => {
    const story = Array.from({ length: 400 }, (_, at) => `Line ${at}.`);
    const { text, structure } = await written({
      sections: [{ title: "Story", rows: [{ label: "What happened?", text: story }] }],
    });
    expect(text).toContain("Line0.");
    expect(text).toContain("Line399.");
    expect(structure.filter((type) => type === "P").length).toBeGreaterThan(400);
  });

  it("marks what the typeface has not, and says so", async () => {
    const text = ["Zażółć γειά привет", "漢 💧"];
    const read = await written({ sections: [{ title: "T", rows: [{ label: "L", text }] }] });
    expect(read.text).toContain(without("Zażółć γειά привет"));
    expect(read.text).toContain("\uFFFD\uFFFD");
    expect(read.text).toContain(without("stands for a letter or sign that cannot be shown"));
  });

  it("can be read, runs nothing and leads nowhere, whatever was typed", async () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        ") Tj (",
        "<</JS (app.alert(1))>>",
        "endstream endobj",
        "\u202Etxt.exe",
        "\0",
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (typed) => {
        const rows = [{ label: typed, text: [typed, "after"] }];
        const read = await written({
          serviceTitle: typed,
          sections: [{ title: typed, rows }],
          files: [typed],
        });
        expect(read.isTagged).toBe(true);
        expect(read.text).toContain("after");
        expect(read.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
        for (const key of ["/JS", "/JavaScript", "/URI", "/OpenAction", "/AA", "/AcroForm"])
          expect(read.keys).not.toContain(key);
      }),
      { seed: 20_261_122, numRuns: 25 },
    );
  });
});
