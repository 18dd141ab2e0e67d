import type { Edit } from "@guildhall/contract";
import { checkForm } from "@guildhall/forms";
import { partAt } from "../locate.ts";
import { edited, noise } from "../testing/noise.ts";

const copy = (at: string, name?: string): Edit => ({
  act: "copy",
  at,
  ...(name === undefined ? {} : { name }),
});

describe("copy", () => {
  it("puts a page behind itself whose questions depend on each other and not on the first", () => {
    const made = edited(noise, copy("/form/pages/source"));
    expect(made.form.pages.map(({ id }) => id)).toEqual(["source", "source-2", "dates", "you"]);
    expect(made.form.pages[1]?.questions.map(({ id, when }) => [id, when])).toEqual([
      ["source2", undefined],
      ["kind2", "is-home-2"],
      ["place2", undefined],
    ]);
    expect(partAt(made, "/form/conditions/is-home-2")).toMatchObject({
      name: "It comes from a home (copy)",
      when: { "==": [{ var: "source2" }, "home"] },
    });
    expect(checkForm(made.form)).toEqual(checkForm(noise.form));
  });

  it("copies a page's translations", () => {
    const { welsh } = edited(noise, copy("/form/pages/source"));
    expect(welsh).toHaveProperty(["form.pages.source-2.title"]);
    expect(welsh).toHaveProperty(["form.questions.source2.options.home.label"]);
    expect(welsh).toHaveProperty(["form.questions.source.label"]);
  });

  it("lets a copied question depend on what the first depends on", () => {
    const made = edited(noise, copy("/form/pages/source/questions/kind", "sort"));
    expect(partAt(made, "/form/pages/source/questions/sort/when")).toBe("is-home");
    expect(made.form.conditions).toEqual(noise.form.conditions);
  });

  it("copies a condition that asks for another that reads what is copied", () => {
    const item = { id: "asks", name: "Asks", when: { "!": { condition: "is-home" } } };
    const made = edited(
      noise,
      { act: "add", to: "/form/conditions", item },
      { act: "set", at: "/form/pages/source/questions/kind/when", to: "asks" },
      copy("/form/pages/source"),
    );
    expect(partAt(made, "/form/conditions/asks-2/when")).toEqual({
      "!": { condition: "is-home-2" },
    });
  });

  it("keeps the names of a group's items, which are its own", () => {
    const made = edited(noise, copy("/form/pages/dates/questions/dates"));
    expect(partAt(made, "/form/pages/dates/questions/dates2/questions/until/when")).toBe("went-on");
  });

  it.each([
    ["/form/pages/source/questions/source/options/home", "home-2"],
    ["/stages/looking", "looking-2"],
    ["/steps/ring", "ring-2"],
    ["/mappings/case", "case-2"],
    ["/scenarios/loud", "loud-2"],
    ["/form/conditions/went-on", "went-on-2"],
  ])("gives the copy of %s a name of its own", (at, name) => {
    const made = edited(noise, copy(at));
    expect(partAt(made, at.replace(/[^/]+$/, name))).toBeDefined();
  });

  it("counts on where there is a copy already", () => {
    const made = edited(noise, copy("/stages/looking"), copy("/stages/looking-2"));
    expect(made.stages.map(({ id }) => id).join(" ")).toBe("received looking looking-2 looking-3");
  });

  it("copies what has no name as it is", () => {
    expect(edited(noise, copy("/statuses/#0")).statuses).toHaveLength(3);
  });
});
