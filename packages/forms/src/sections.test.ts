import { type Answers, Form } from "@guildhall/contract";
import { compileForm } from "./compile.ts";
import { sectionsOf } from "./sections.ts";

const today = "2025-03-03";
const form = compileForm(
  Form.parse({
    conditions: [
      { id: "has-dog", name: "Has a dog", when: { "==": [{ var: "dog" }, true] } },
      { id: "is-child", name: "Is a child", when: { "<": [{ var: "years" }, 18] } },
      { id: "noted", name: "Noted", when: { "==": [{ var: "note" }, "x"] } },
      { id: "pays", name: "Pays", when: { ">": [{ var: "fee" }, 0] } },
    ],
    sections: ["you", "dog", "other", "paying"].map((id) => ({ id, title: id })),
    pages: [
      { id: "intro", title: "Intro", kind: "information", section: "you", text: "Hello." },
      {
        id: "name",
        title: "Name",
        section: "you",
        questions: [
          { id: "name", label: "Name", type: "name" },
          { id: "years", label: "Age", type: "number" },
        ],
      },
      {
        id: "pets",
        title: "Pets",
        section: "you",
        questions: [{ id: "dog", label: "Dog", type: "yes-no" }],
      },
      { id: "child", title: "Ask a parent", kind: "exit", section: "you", when: "is-child" },
      {
        id: "breed",
        title: "Breed",
        section: "dog",
        when: "has-dog",
        questions: [{ id: "breed", label: "Breed", type: "text" }],
      },
      {
        id: "note",
        title: "Note",
        section: "other",
        questions: [{ id: "note", label: "Note", type: "text", required: false }],
      },
      {
        id: "sum",
        title: "Sum",
        section: "other",
        questions: [
          { id: "nights", label: "Nights", type: "number" },
          { id: "fee", label: "Fee", type: "calculated", value: { "*": [{ var: "nights" }, 5] } },
        ],
      },
      { id: "memo", title: "Memo", kind: "information", section: "paying", when: "noted" },
      {
        id: "card",
        title: "Card",
        section: "paying",
        when: "pays",
        questions: [{ id: "card", label: "Card", type: "text" }],
      },
    ],
  }),
);
const you = { name: "Ada", years: 30, dog: true };

describe("sectionsOf", () => {
  it("begins with what can be started, each at its first page", () => {
    expect(states({})).toEqual({
      you: "not-started intro",
      dog: "cannot-start-yet",
      other: "not-started note",
      paying: "cannot-start-yet",
    });
  });

  it("goes on at the first page that has something left to do", () => {
    expect(states({ name: "Ada" }).you).toBe("in-progress name");
    expect(states({ name: "Ada", years: 30 }).you).toBe("in-progress pets");
    expect(states({ ...you, name: "\u0000" }).you).toBe("in-progress name");
  });

  it("is done with a section when all of it that applies is right", () => {
    expect(states(you)).toMatchObject({ you: "completed intro", dog: "not-started breed" });
    expect(states({ ...you, breed: "Collie" }).dog).toBe("completed breed");
  });

  it("lets a section wait for no more than the answers that it reads", () => {
    expect(states({ dog: true })).toMatchObject({
      you: "in-progress name",
      dog: "not-started breed",
    });
  });

  it("waits for what a calculated value is made of", () => {
    expect(states({ ...you, note: "Hello" }).paying).toBe("cannot-start-yet");
    expect(states({ ...you, nights: 2 })).toMatchObject({
      other: "completed note",
      paying: "not-started card",
    });
  });

  it("does not wait for what a completed section left blank", () => {
    expect(states({ ...you, nights: 2 }).paying).toBe("not-started card");
    expect(states({ ...you, nights: 2, note: "x" }).paying).toBe("not-started memo");
  });

  it("leaves out a section that these answers do not ask for", () => {
    expect(states({ ...you, dog: false })).not.toHaveProperty("dog");
    expect(states({ ...you, nights: 0 })).not.toHaveProperty("paying");
  });

  it("counts a page that was seen as started, and what may be left blank on it as done", () => {
    const seen = new Set(["note"]);
    expect(states({}, seen).other).toBe("in-progress sum");
    expect(states({ nights: 1 }, seen).other).toBe("completed note");
  });

  it("starts nothing after an exit page", () => {
    expect(states({ ...you, years: 9 })).toEqual({
      you: "in-progress child",
      dog: "cannot-start-yet",
      other: "cannot-start-yet",
      paying: "cannot-start-yet",
    });
  });

  it("has no sections for a form without them", () => {
    const plain = compileForm(Form.parse({ pages: [{ id: "only", title: "Only" }] }));
    expect(sectionsOf(plain, {}, today)).toEqual([]);
  });
});

function states(answers: Answers, seen?: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    sectionsOf(form, answers, today, seen).map(({ section, state, page }) => [
      section.id,
      page ? `${state} ${page.id}` : state,
    ]),
  );
}
