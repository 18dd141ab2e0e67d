import { DraftDefinition } from "@guildhall/contract";
import { checkForm, readability } from "@guildhall/forms";
import { edited } from "../testing/noise.ts";
import { patterns } from "./patterns.ts";

const empty = DraftDefinition.parse({
  id: "new",
  title: "New",
  form: { pages: [{ id: "first", title: "First" }] },
});
const all = patterns.map(({ id }) => id);

describe("a pattern", () => {
  it.each(all)("is a sound form by itself, as pages or as questions: %s", (pattern) => {
    const asPages = edited(empty, { act: "insert", pattern, to: "/form/pages" });
    expect(checkForm(asPages.form)).toEqual([]);
    const asQuestions = edited(empty, {
      act: "insert",
      pattern,
      to: "/form/pages/first/questions",
    });
    expect(checkForm(asQuestions.form)).toEqual([]);
    expect(asQuestions.form.pages).toHaveLength(1);
  });

  it.each(all)("can be there twice, with names of its own: %s", (pattern) => {
    const insert = { act: "insert", pattern, to: "/form/pages" } as const;
    const twice = edited(empty, insert, insert);
    expect(checkForm(twice.form)).toEqual([]);
    const conditions = twice.form.conditions.map(({ id }) => id);
    const used = twice.form.pages.flatMap(({ when }) => when ?? []);
    expect(new Set(used)).toEqual(new Set(conditions));
  });

  it("tells a service which questions give the citizen's details, unless it knows", () => {
    const insert = { act: "insert", pattern: "contact", to: "/form/pages" } as const;
    const once = edited(empty, insert);
    expect(once.contact).toEqual({ name: "yourName", email: "yourEmail", phone: "yourPhone" });
    expect(edited(once, insert).contact).toEqual(once.contact);
  });

  it("tells a service which question says where the trouble is, unless it knows", () => {
    const insert = { act: "insert", pattern: "place", to: "/form/pages", after: null } as const;
    const once = edited(empty, insert);
    expect(once.location).toBe("where");
    expect(once.form.pages[0]?.id).toBe("where");
    expect(edited(once, insert).location).toBe("where");
  });

  it("joins the section that the form ends with", () => {
    const made = edited(
      empty,
      { act: "add", to: "/form/sections", item: { id: "s", title: "S" } },
      { act: "set", at: "/form/pages/first/section", to: "s" },
      { act: "insert", pattern: "evidence", to: "/form/pages" },
    );
    expect(checkForm(made.form)).toEqual([]);
  });

  it.each(patterns)(
    "has an error text for each question that must be answered: $id",
    ({ pages }) => {
      const questions = pages.flatMap((page) => page.questions);
      const silent = questions.filter(({ required, errors }) => required && !errors?.required);
      expect(silent).toEqual([]);
    },
  );

  it("is in plain English", () => {
    const hints = patterns.flatMap(({ pages }) =>
      pages.flatMap(({ text = [], questions }) => [
        text,
        ...questions.map(({ hint = [] }) => hint),
      ]),
    );
    expect(readability(hints.flat()).age).toBeLessThanOrEqual(9);
  });
});
