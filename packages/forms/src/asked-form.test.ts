import { Form } from "@guildhall/contract";
import { askedForm } from "./asked-form.ts";
import { checkAnswers } from "./check.ts";
import { compileForm } from "./compile.ts";

const today = "2026-11-22";
const given = Form.parse({
  conditions: [{ id: "is-pub", name: "It is a pub", when: { "==": [{ var: "kind" }, "pub"] } }],
  pages: [
    {
      id: "first",
      title: "First",
      questions: [
        { id: "kind", type: "text", label: "What kind?" },
        { id: "pub", type: "text", label: "Which pub?", when: "is-pub", required: false },
        { id: "photo", type: "files", label: "Photos", required: false },
        { id: "ownQuestion", type: "text", label: "Another?" },
        {
          id: "dates",
          type: "group",
          label: "Dates",
          itemName: "date",
          min: 0,
          questions: [
            { id: "day", type: "date", label: "Day" },
            { id: "time", type: "time", label: "Time", when: "is-pub" },
          ],
        },
      ],
    },
  ],
});
const none = { questions: [], files: false };
const check = (asked: Parameters<typeof askedForm>[1], answers: object) =>
  checkAnswers(compileForm(askedForm(given, asked).form), answers, today);

describe("a form of what is asked once more", () => {
  it("has only the questions that are asked, in the order they are asked", () => {
    const { form } = askedForm(given, { ...none, questions: ["pub", "kind"] });
    expect(form.pages.flatMap(({ questions }) => questions.map(({ id }) => id))).toEqual([
      "pub",
      "kind",
    ]);
    expect(compileForm(form).questions.size).toBe(2);
  });

  it("asks what depended on another answer, and wants it", () => {
    const asked = { ...none, questions: ["pub", "photo"] };
    expect(check(asked, { pub: "The Eagle", photo: ["doc_1"] })).toHaveProperty("answers");
    expect(check(asked, {})).toMatchObject({
      faults: [
        { pointer: "/pub", code: "required" },
        { pointer: "/photo", code: "required" },
      ],
    });
  });

  it("lets a part of a list be blank that was asked under a condition", () => {
    const asked = { ...none, questions: ["dates"] };
    expect(check(asked, { dates: [{ day: "2026-11-01" }] })).toHaveProperty("answers");
    expect(check(asked, { dates: [] })).toHaveProperty("faults");
  });

  it("asks in other words and for files under names that no question of the form has", () => {
    const { form, own, files } = askedForm(given, {
      questions: ["ownQuestion"],
      ownQuestion: "Which floor?",
      files: true,
    });
    expect([own, files]).toEqual(["ownQuestion2", "moreFiles"]);
    expect(form.pages[0]?.questions.map(({ id, label }) => [id, label])).toEqual([
      ["ownQuestion", "Another?"],
      ["ownQuestion2", "Which floor?"],
      ["moreFiles", "Photos or other files"],
    ]);
    expect(Form.parse(form)).toEqual(form);
  });

  it("speaks Welsh", () => {
    const { form } = askedForm(given, { ...none, files: true }, "cy");
    expect(form.pages[0]?.title).toBe("Mae angen un peth arall gennych");
  });
});
