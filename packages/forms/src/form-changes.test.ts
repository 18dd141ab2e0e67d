import { Form } from "@guildhall/contract";
import { formChanges } from "./form-changes.ts";

const text = (id: string, label: string, more: object = {}) => ({
  id,
  type: "text",
  label,
  ...more,
});
const form = (...questions: object[]) =>
  Form.parse({ pages: [{ id: "all", title: "All", questions }] });

describe("formChanges", () => {
  const name = text("name", "Your name");

  it("finds nothing between two that ask the same, whenever they ask it", () => {
    const after = { ...name, required: false, errors: { required: "Enter it" } };
    expect(formChanges(form(name), form(after))).toEqual({ added: [], removed: [], reworded: [] });
  });

  it("finds what came, what went, and what is put otherwise", () => {
    const before = form(name, text("road", "Which road?"), text("when", "When?"));
    const after = form(text("name", "Your full name"), text("when", "When?"), text("why", "Why?"));
    const { added, removed, reworded } = formChanges(before, after);
    expect(added.map(({ id }) => id)).toEqual(["why"]);
    expect(removed.map(({ id }) => id)).toEqual(["road"]);
    expect(reworded.map((one) => [one.before.label, one.after.label])).toEqual([
      ["Your name", "Your full name"],
    ]);
  });

  it("finds a choice that is offered no more, and an item of a list that is put otherwise", () => {
    const choice = (...values: string[]) => ({
      ...text("kind", "What kind?"),
      type: "radios",
      options: values.map((value) => ({ value, label: value })),
    });
    const list = (label: string) => ({
      ...text("dates", "Dates"),
      type: "group",
      itemName: "date",
      questions: [text("date", label)],
    });
    const before = form(choice("a", "b"), list("Date"));
    const after = form(choice("a", "c"), list("Day"));
    expect(formChanges(before, after).reworded.map(({ after: { id } }) => id)).toEqual([
      "kind",
      "dates",
    ]);
  });

  it("passes over what nobody is asked", () => {
    const total = { ...text("total", "Total"), type: "calculated", value: { "+": [1, 1] } };
    expect(formChanges(form(name), form(name, total)).added).toEqual([]);
  });
});
