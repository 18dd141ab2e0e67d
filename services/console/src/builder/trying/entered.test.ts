import { DraftDefinition } from "@guildhall/contract";
import { entered, fieldsOf, formOfDraft, madeUpFields, wholeForm } from "./entered.ts";

const now = new Date("2026-11-22T10:00:00Z");
const draft = (questions: object[], more: object[] = []) => {
  const pages = [{ id: "one", title: "One", questions }, ...more];
  const definition = DraftDefinition.parse({ id: "x", title: "X", form: { pages } });
  const form = formOfDraft({ definition });
  if (!form) throw new Error("The form works");
  return form;
};
const name = { id: "who", type: "text", label: "Who" };
const address = { id: "where", type: "address", label: "Where" };
const group = {
  id: "days",
  type: "group",
  label: "Days",
  itemName: "day",
  questions: [name, address],
};
const files = { id: "photos", type: "files", label: "Photos" };

describe("answers to try a service with", () => {
  it("are made up so that the form takes them, whatever it asks", () => {
    const form = draft([name, address, { ...group, id: "days" }, files]);
    const fields = madeUpFields(form, now);
    const read = entered(form, fields, now);
    expect(read).toMatchObject({ answers: { who: expect.any(String), days: expect.any(Array) } });
    if ("answers" in read) expect(fieldsOf(form, read.answers)).toEqual(fields);
  });

  it.each([
    ["a question", [name], {}, "who"],
    ["an answer in parts as a whole", [address], {}, "where-line1"],
    [
      "one of its parts",
      [address],
      { "where-line1": "1", "where-town": "Ely", "where-postcode": "?" },
      "where-postcode",
    ],
    ["a group as a whole", [group], {}, "days"],
    ["an answer in parts within a group", [group], { "days-0-who": "Ada" }, "days-0-where-line1"],
  ])("are wrong at the field of %s", (_, questions, typed, field) => {
    const fields = new Map(Object.entries(typed).map(([key, value]) => [key, [value]]));
    const read = entered(draft(questions), fields, now);
    expect("faults" in read && Object.keys(read.faults)).toContain(field);
  });

  it("that lead out of the form are wrong as a whole", () => {
    const exit = { id: "out", title: "Ask the police", kind: "exit" };
    const read = entered(draft([name], [exit]), new Map([["who", ["Ada"]]]), now);
    expect(read).toEqual({
      faults: { [wholeForm]: expect.stringContaining("These answers end at “Ask the police”") },
    });
  });

  it("cannot be given to a form that cannot work", () => {
    const twice = [name, name];
    const pages = [{ id: "one", title: "One", questions: twice }];
    const definition = DraftDefinition.parse({ id: "x", title: "X", form: { pages } });
    expect(formOfDraft({ definition })).toBeUndefined();
    expect(
      formOfDraft({ definition: { ...definition, form: { ...definition.form, pages: [] } } }),
    ).toBeUndefined();
  });
});
