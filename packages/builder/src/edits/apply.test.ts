import type { Edit } from "@guildhall/contract";
import { partAt } from "../locate.ts";
import { edited, noise, refusal } from "../testing/noise.ts";
import { applyEdits } from "./apply.ts";

const source = "/form/pages/source/questions/source";
const dates = "/form/pages/dates/questions/dates";
const rows = "/mappings/case/rows";
const names = (path: string, ...edits: Edit[]) => {
  const items = partAt(edited(noise, ...edits), path) as { id?: string; value?: string }[];
  return items.map(({ id, value }) => id ?? value).join(" ");
};

describe("applyEdits", () => {
  it("says something, and says nothing any more", () => {
    const made = edited(
      noise,
      { act: "set", at: `${source}/label`, to: "Where?" },
      { act: "clear", at: `${source}/hint` },
      { act: "set", at: "/form/pages/you/text", to: "Who you are." },
    );
    expect(partAt(made, source)).toMatchObject({ label: "Where?" });
    expect(partAt(made, `${source}/hint`)).toBeUndefined();
    expect(partAt(made, "/form/pages/you/text")).toBe("Who you are.");
  });

  it("makes the fields that a part lies in", () => {
    const empty = { id: "new", title: "New", form: { conditions: [], sections: [], pages: [] } };
    const made = edited(
      { ...empty, stages: [] },
      { act: "set", at: "/retention/days", to: 30 },
      { act: "set", at: "/target/text", to: "Soon." },
    );
    expect(made).toMatchObject({ retention: { days: 30 }, target: { text: "Soon." } });
  });

  it("says an item anew under its own name", () => {
    const to = { type: "text", label: "Where?" };
    expect(partAt(edited(noise, { act: "set", at: source, to }), source)).toMatchObject({
      id: "source",
      type: "text",
    });
  });

  it("lets edits be wrong on the way, if what they come to is right", () => {
    const type: Edit = { act: "set", at: "/form/pages/you/questions/name/type", to: "radios" };
    const options = ["a", "b"].map((value) => ({ value, label: value }));
    const more: Edit = { act: "set", at: "/form/pages/you/questions/name/options", to: options };
    expect(edited(noise, type, more)).toBeDefined();
    expect(refusal(noise, type)).toBe(
      "0 /form/pages/you/questions/name/options: The options of the question “Your name” are missing.",
    );
  });

  it("makes none of the edits where one cannot be made, and says which", () => {
    const good: Edit = { act: "set", at: "/title", to: "Noise" };
    const result = applyEdits(noise, [good, { act: "remove", at: "/stages/gone" }, good]);
    expect(result).toEqual({
      fault: { edit: 1, at: "/stages/gone", sentence: "There is no stage “gone” here." },
    });
    expect(noise.title).toBe("Report noise");
  });

  it("brings texts into the form that they are stored in", () => {
    const made = edited(noise, { act: "set", at: "/title", to: "Cafe\u0301" });
    expect(made.title).toBe("Caf\u00e9");
  });

  it.each<[string, Edit, string]>([
    ["last", { act: "add", to: "/stages", item: { id: "x", title: "X" } }, "received looking x"],
    [
      "first",
      { act: "add", to: "/stages", item: { id: "x", title: "X" }, after: null },
      "x received looking",
    ],
    [
      "behind another",
      { act: "add", to: "/stages", item: { id: "x", title: "X" }, after: "received" },
      "received x looking",
    ],
    [
      "by a name made of its title",
      { act: "add", to: "/stages", item: { title: "Looking!" } },
      "received looking looking-2",
    ],
  ])("adds an item %s", (_, edit, expected) => {
    expect(names("/stages", edit)).toBe(expected);
  });

  it("names an added question by its label", () => {
    const item = { type: "text", label: "Whose dog’s is it?" };
    const to = "/form/pages/you/questions";
    expect(names(to, { act: "add", to, item })).toBe("name email whoseDogsIsIt");
  });

  it.each<[string, Edit, string, string]>([
    [
      "within its list",
      { act: "move", at: `${source}/options/home`, after: "pub" },
      `${source}/options`,
      "pub home other",
    ],
    [
      "to the end",
      { act: "move", at: `${source}/options/home` },
      `${source}/options`,
      "pub other home",
    ],
    [
      "to another page",
      { act: "move", at: source, to: "/form/pages/you/questions", after: "name" },
      "/form/pages/you/questions",
      "name source email",
    ],
    [
      "into a group behind it",
      { act: "move", at: "/form/pages/source/questions/kind", to: `${dates}/questions` },
      `${dates}/questions`,
      "date wentOn until kind",
    ],
    [
      "into a group in the same list",
      { act: "move", at: "/form/pages/dates/questions/count", to: `${dates}/questions` },
      `${dates}/questions`,
      "date wentOn until count",
    ],
  ])("moves an item %s", (_, edit, list, expected) => {
    expect(names(list, edit)).toBe(expected);
  });

  it("moves an item's translations with it into a group", () => {
    const from = "/form/pages/you/questions/name";
    const { welsh } = edited(
      noise,
      { act: "set", at: "/welsh/form.questions.name.label", to: { of: "Your name", text: "Enw" } },
      { act: "move", at: from, to: `${dates}/questions` },
    );
    expect(welsh).toHaveProperty(["form.questions.dates.questions.name.label"]);
    expect(welsh).not.toHaveProperty(["form.questions.name.label"]);
  });

  it("removes an item with its translations, and leaves what speaks of it", () => {
    const made = edited(noise, { act: "remove", at: "/form/pages/source" });
    expect(Object.keys(made.welsh ?? {})).toEqual([
      "title",
      "form.questions.dates.questions.date.label",
      "stages.looking.title",
    ]);
    expect(made.location).toBe("place");
  });

  it("lets rows of XML have one target, and no others", () => {
    const twice: Edit = { act: "add", to: rows, item: { target: "source" } };
    expect(refusal(noise, twice)).toBe(`0 ${rows}: There is another row “source” already.`);
    const xml: Edit = { act: "set", at: "/mappings/case/format", to: "xml" };
    expect(edited(noise, xml, twice, { act: "remove", at: `${rows}/#0` })).toBeDefined();
  });

  it("takes a whole definition anew, but for its id", () => {
    const { id: _, ...rest } = edited(noise, { act: "set", at: "/title", to: "Sound" });
    expect(edited(noise, { act: "set", at: "", to: rest }).title).toBe("Sound");
  });

  it("leaves alone what was named twice before", () => {
    const [page] = noise.form.pages;
    const twice = { ...noise, form: { ...noise.form, pages: page ? [page, page] : [] } };
    expect(edited(twice, { act: "set", at: "/title", to: "Sound" }).title).toBe("Sound");
  });
});
