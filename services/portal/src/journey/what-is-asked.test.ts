import { noiseService } from "@guildhall/question-view/testing";
import { whatIsAsked } from "./what-is-asked.ts";

describe("whatIsAsked", () => {
  it("tells what is asked of the person from what is asked of the matter, and lists each once", () => {
    const { ofPerson, ofMatter, files } = whatIsAsked(noiseService);
    expect(files).toEqual(["Add photos"]);
    expect(ofPerson.length).toBeGreaterThan(2);
    const all = [...ofPerson, ...ofMatter, ...files];
    expect(new Set(all).size).toBe(all.length);
  });

  it("counts what asks for an account or a telephone as the person's, whatever it is for", () => {
    const [page] = noiseService.form.pages;
    const question = { id: "where", label: "Where to pay it", required: true } as const;
    const pages = page
      ? [{ ...page, questions: [{ ...question, type: "bank-details" as const }] }]
      : [];
    const { ofPerson } = whatIsAsked({ form: { ...noiseService.form, pages }, contact: {} });
    expect(ofPerson).toEqual(["Where to pay it"]);
  });
});
