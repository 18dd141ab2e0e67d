import type { Edit } from "@guildhall/contract";
import { checkForm } from "@guildhall/forms";
import { dataOf, partAt } from "../locate.ts";
import { mentionsIn } from "../mentions/mentions.ts";
import { edited, noise } from "../testing/noise.ts";

const source = "/form/pages/source/questions/source";
const dates = "/form/pages/dates/questions/dates";
const rename = (at: string, name: string): Edit => ({ act: "rename", at, name });
const spoken = (definition: typeof noise) =>
  mentionsIn(dataOf(definition)).map(({ mention }) => mention.name);

describe("rename", () => {
  it.each([
    [source, "source"],
    [`${source}/options/home`, "home"],
    ["/form/pages/source/questions/place", "place"],
    [dates, "dates"],
    [`${dates}/questions/date`, "date"],
    [`${dates}/questions/wentOn`, "wentOn"],
    ["/form/pages/you/questions/name", "name"],
    ["/form/conditions/is-home", "is-home"],
    ["/form/sections/you", "you"],
    ["/stages/looking", "looking"],
    ["/mappings/case", "case"],
  ])("changes every mention of %s and back again", (at, name) => {
    const made = edited(noise, rename(at, "other2"));
    expect(spoken(made)).not.toContain(name);
    expect(spoken(made).filter((one) => one === "other2")).toHaveLength(
      spoken(noise).filter((one) => one === name).length,
    );
    expect(spoken(made)).toContain("other2");
    const back = at.replace(/[^/]+$/, "other2");
    expect(edited(made, rename(back, name))).toEqual(noise);
  });

  it("names a question anew in conditions, contact, location, mappings, steps, scenarios and Welsh", () => {
    const made = edited(
      noise,
      rename(source, "where"),
      rename(`${source.slice(0, -6)}place`, "at"),
    );
    expect(partAt(made, "/form/conditions/in-town/when")).toEqual({
      and: [{ "!": { var: "at.uprn" } }, { in: [{ var: "where" }, ["home", "pub"]] }],
    });
    expect(made.location).toBe("at");
    expect(partAt(made, "/mappings/case/rows/postcode when is-home/from")).toEqual({
      answer: "at.postcode",
    });
    expect(partAt(made, "/steps/pay/amount/answer")).toBe("where");
    expect(partAt(made, "/scenarios/loud/answers")).toHaveProperty("where", "home");
    expect(made.welsh).toHaveProperty(["form.questions.where.options.home.label"]);
  });

  it("names an option anew wherever it is compared, mapped, priced or answered", () => {
    const made = edited(noise, rename(`${source}/options/home`, "house"));
    expect(partAt(made, "/form/conditions/is-home/when")).toEqual({
      "==": [{ var: "source" }, "house"],
    });
    expect(partAt(made, "/mappings/case/rows/source/change")).toEqual([
      { absent: ["other"] },
      { list: { house: "H", pub: "P", other: "O" } },
    ]);
    expect(partAt(made, "/steps/pay/amount/pence")).toEqual({ house: 100, pub: 200, other: 300 });
    expect(partAt(made, "/scenarios/loud/answers/source")).toBe("house");
  });

  it("takes an item of a group for the one that is meant, and leaves another of its name alone", () => {
    const twin = { id: "wentOn", type: "yes-no", label: "On the whole, did it go on?" };
    const both = edited(noise, { act: "add", to: "/form/pages/you/questions", item: twin });
    const inner = edited(both, rename(`${dates}/questions/wentOn`, "later"));
    expect(partAt(inner, "/form/conditions/went-on/when")).toEqual({
      "==": [{ var: "later" }, true],
    });
    const outer = edited(both, rename("/form/pages/you/questions/wentOn", "overall"));
    expect(partAt(outer, "/form/conditions/went-on/when")).toEqual({
      "==": [{ var: "wentOn" }, true],
    });
  });

  it("names a condition anew where another condition asks for it", () => {
    const item = { id: "both", name: "Both", when: { and: [{ condition: "is-home" }, true] } };
    const made = edited(
      noise,
      { act: "add", to: "/form/conditions", item },
      rename("/form/conditions/is-home", "house"),
    );
    expect(partAt(made, "/form/conditions/both/when")).toEqual({
      and: [{ condition: "house" }, true],
    });
  });

  it("leaves a form as sound as it was", () => {
    expect(checkForm(edited(noise, rename(source, "where")).form)).toEqual(checkForm(noise.form));
  });
});
