import type { ServiceDefinition } from "@guildhall/contract";
import { ServiceDefinition as Definition } from "@guildhall/contract";
import fc from "fast-check";
import { everyKindForm } from "./every-kind.fixture.ts";
import { inLanguage, languagesOf, translationReport } from "./language.ts";
import { noiseForm } from "./noise-form.fixture.ts";
import { mapTexts, textsOf } from "./texts.ts";

const service = Definition.parse({
  id: "noise",
  title: "Report noise",
  summary: "Tell us about noise.",
  form: noiseForm,
  stages: [{ id: "received", title: "Received", text: "We have it." }],
  steps: [
    { id: "look", kind: "task", title: "Look into it" },
    { id: "pay", kind: "payment", connector: "pay", title: "A permit", amount: 100 },
  ],
  target: { firstResponseWorkingDays: 3, text: "We answer within 3 days." },
  whatHappensNext: "An officer reads it.",
  messages: { started: { subject: "We have it: ((reference))", text: "Thank you." } },
  retention: { days: 30, lawfulBasis: "Public task" },
});

describe("textsOf", () => {
  it.each([
    ["title", "Report noise"],
    ["category", "Environmental health"],
    ["form.pages.danger.title", "Is anyone in danger?"],
    ["form.pages.call-999.text", "Call 999."],
    ["form.questions.source.label", "What is the source of the noise?"],
    ["form.questions.source.options.pub.label", "A pub or club"],
    ["form.questions.hours.unit", "hours"],
    ["form.questions.dates.itemName", "date"],
    ["form.questions.dates.questions.until.label", "Went on until"],
    ["stages.received.text", "We have it."],
    ["steps.pay.title", "A permit"],
    ["target.text", "We answer within 3 days."],
    ["messages.started.subject", "We have it: ((reference))"],
    ["retention.lawfulBasis", "Public task"],
  ])("has %s", (path, text) => {
    expect(textsOf(service)).toContainEqual({ path, text });
  });

  it("has each path once, and none of what only staff read", () => {
    const paths = textsOf(service).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).not.toContain("steps.look.title");
    expect(paths.filter((path) => path.startsWith("form.conditions"))).toEqual([]);
  });

  it("has sections, a declaration, and no unit that is the same in every language", () => {
    const paths = textsOf({ ...service, form: everyKindForm }).map(({ path }) => path);
    expect(paths).toContain("form.sections.thing.title");
    expect(paths).toContain("form.questions.truth.statement");
    expect(paths).not.toContain("form.questions.total.unit");
  });
});

describe("mapTexts", () => {
  it("changes texts and nothing else, so that undoing it gives the service back", () => {
    fc.assert(
      fc.property(generated, (one) => {
        const marked = mapTexts(one, (text) => `[${text}]`);
        expect(textsOf(marked)).toEqual(
          textsOf(one).map(({ path, text }) => ({ path, text: `[${text}]` })),
        );
        expect(mapTexts(marked, (text) => text.slice(1, -1))).toEqual(one);
        expect(JSON.stringify(mapTexts(one, (text) => text))).toBe(JSON.stringify(one));
      }),
      { seed: 20_261_122 },
    );
  });
});

describe("inLanguage", () => {
  it("gives Welsh where the translation is of the text as it stands, and English else", () => {
    const welsh = {
      title: { of: "Report noise", text: "Rhoi gwybod am sŵn" },
      summary: { of: "What it said before.", text: "Yr hen destun." },
    };
    const read = inLanguage({ ...service, welsh }, "cy");
    expect(read).toMatchObject({ title: "Rhoi gwybod am sŵn", summary: "Tell us about noise." });
    expect(read.form).toEqual(service.form);
    expect(inLanguage({ ...service, welsh }, "en")).toMatchObject({ title: "Report noise" });
  });

  it("keeps a translation back until the title is there", () => {
    const welsh = { summary: { of: "Tell us about noise.", text: "Dywedwch wrthym am sŵn." } };
    expect(languagesOf({ ...service, welsh })).toEqual(["en"]);
    expect(inLanguage({ ...service, welsh }, "cy").summary).toBe("Tell us about noise.");
  });

  it("changes nothing but texts, whatever is translated", () => {
    fc.assert(
      fc.property(generated, fc.infiniteStream(fc.boolean()), (one, chance) => {
        const chosen = textsOf(one).filter(() => chance.next().value);
        const welsh = Object.fromEntries(
          chosen.map(({ path, text }) => [path, { of: text, text: `[${text}]` }]),
        );
        const read = inLanguage({ ...one, welsh }, "cy");
        expect(mapTexts(read, () => "x")).toEqual(mapTexts({ ...one, welsh }, () => "x"));
      }),
      { seed: 20_261_122 },
    );
  });
});

describe("translationReport", () => {
  it("tells what is missing, out of date, or of no text", () => {
    const welsh = {
      title: { of: "Report noise", text: "Rhoi gwybod am sŵn" },
      summary: { of: "What it said before.", text: "Yr hen destun." },
      "form.pages.gone.title": { of: "Gone", text: "Wedi mynd" },
    };
    const { missing, stale, unknown } = translationReport({ ...service, welsh });
    expect(stale).toEqual([{ path: "summary", text: "Tell us about noise." }]);
    expect(unknown).toEqual(["form.pages.gone.title"]);
    expect(missing).toHaveLength(textsOf(service).length - 2);
  });

  it("takes nothing for a translation that every object has", () => {
    const { unknown } = translationReport({ ...service, welsh: {} });
    expect(unknown).toEqual([]);
    expect(languagesOf(service)).toEqual(["en"]);
  });
});

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const slug = fc.stringMatching(/^[a-z]{1,6}$/);

/** The service with texts, codes and ids of any kind; forms are shapes here, and need not be able to work. */
const generated: fc.Arbitrary<ServiceDefinition> = fc
  .record({
    title: words,
    introduction: words,
    stage: words,
    hint: words,
    errors: fc.dictionary(fc.string({ minLength: 1 }), words),
    options: fc.uniqueArray(fc.record({ value: slug, label: words }), {
      selector: ({ value }) => value,
    }),
    form: fc.constantFrom(noiseForm, everyKindForm),
  })
  .map(({ title, introduction, stage, hint, errors, options, form }) => ({
    ...service,
    title,
    introduction,
    stages: [{ id: "received", title: stage }],
    form: {
      ...form,
      pages: [
        ...form.pages,
        {
          id: "more",
          title,
          kind: "questions" as const,
          questions: [
            {
              id: "more",
              type: "radios" as const,
              label: title,
              required: true,
              hint,
              errors,
              options,
            },
          ],
        },
      ],
    },
  }));
