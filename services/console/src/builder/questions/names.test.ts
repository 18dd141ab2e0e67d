import { DraftDefinition } from "@guildhall/contract";
import { nameOfPart, nameOfQuestion } from "./names.ts";

const definition = DraftDefinition.parse({
  id: "noise",
  title: "Noise",
  form: {
    pages: [
      {
        id: "noise",
        title: "Noise",
        questions: [{ id: "whereIsIt", type: "text", label: "Where is it?" }],
      },
    ],
  },
});

describe("names of new parts", () => {
  it.each([
    ["What’s your name?", "whatsYourName"],
    ["Where is it?", "whereIsIt2"],
    ["2 Señor?", "senor"],
    ["???", "question"],
  ])("are made from the words of a question: %s", (label, name) => {
    expect(nameOfQuestion(definition, label)).toBe(name);
  });

  it("are made from the words of a title, with a number where another has them", () => {
    expect(nameOfPart(definition.form.pages, "Noise!", "page")).toBe("noise-2");
    expect(nameOfPart(definition.form.pages, "???", "page")).toBe("page");
  });
});
