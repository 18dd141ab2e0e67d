import { findingsOf } from "../findings.ts";
import { known, noiseDraft } from "../noise-service.fixture.ts";

type Change = NonNullable<Parameters<typeof noiseDraft>[0]>;
type Draft = Parameters<Change>[0];

const lookFirst = { inPublic: true, metres: 100, days: 60 };

/** The service, about litter and in the street, with the place asked for as `type`. */
function found(type: string, change: Change = () => {}) {
  const draft = noiseDraft((service: Draft) => {
    const where = { id: "where", label: "Where is it?", purpose: "We go there.", type };
    const errors = { required: "Say where it is" };
    service.form.pages[3].questions.push({ ...where, errors });
    Object.assign(service, {
      title: "Report litter",
      summary: "Tell us about litter in a street or a park.",
      category: "Streets",
      location: "where",
      lookFirst,
    });
    change(service);
  });
  return findingsOf(draft, known).filter(({ at }) => at === "/lookFirst");
}

describe("showing open requests to others", () => {
  it("is fine for what has a place in public", () => {
    expect(found("location")).toEqual([]);
  });

  it.each<[string, string, Change, RegExp]>([
    ["without a question for the place", "location", (one) => delete one.location, /^Say which/],
    [
      "of a question that is gone",
      "location",
      (one) => Object.assign(one, { location: "gone" }),
      /^Say which/,
    ],
    ["at an address", "address", () => {}, /somebody’s/],
    [
      "where people live",
      "address",
      ({ contact }) => Object.assign(contact, { address: "where" }),
      /where people live/,
    ],
  ])("is refused %s", (_, type, change, sentence) => {
    expect(found(type, change)).toEqual([
      {
        section: "process",
        at: "/lookFirst",
        sentence: expect.stringMatching(sentence),
        code: "look-first-unworkable",
        advice: false,
      },
    ]);
  });

  it.each([
    { title: "Report a noise" },
    { summary: "Tell us about food poisoning." },
    { category: "Pests" },
    { category: "Housing" },
  ])("is doubted where the service says %j", (said) => {
    const findings = found("location", (service) => Object.assign(service, said));
    expect(findings).toMatchObject([{ code: "look-first-private", advice: true }]);
  });

  it("is nothing to doubt where nobody sees them", () => {
    const off: Change = (service) => {
      delete service.lookFirst;
      Object.assign(service, { category: "Noise" });
    };
    expect(found("address", off)).toEqual([]);
  });
});
