import { DraftDefinition, type Edit } from "@guildhall/contract";
import fc from "fast-check";
import { conditionsOf } from "./conditions/conditions.ts";
import { sayCondition } from "./conditions/say.ts";
import { usesOf } from "./conditions/uses.ts";
import { isSame } from "./data.ts";
import { differences } from "./differences/differences.ts";
import { applyEdits } from "./edits/apply.ts";
import { touched } from "./edits/touched.ts";
import { flowOf } from "./flow/flow.ts";
import { noiseDraft } from "./gate/noise-service.fixture.ts";
import { mentionsIn } from "./mentions/mentions.ts";
import { mergeFields } from "./merge/items.ts";
import { merge } from "./merge/merge.ts";
import { itemWords, nounOf } from "./words/part-words.ts";

const inherited = ["__proto__", "hasOwnProperty", "__defineGetter__", "constructor", "toString"];
const names = fc.constantFrom(...inherited);

const edits: fc.Arbitrary<Edit> = fc
  .tuple(names, fc.constantFrom("", "/form", "/form/pages/source", "/mappings", "/messages"), names)
  .chain(([name, holder, other]) =>
    fc.constantFrom<Edit>(
      { act: "set", at: `${holder}/${name}`, to: { [other]: [] } },
      { act: "set", at: `${holder}/${name}/${other}`, to: [{ id: "x" }] },
      { act: "clear", at: `${holder}/${name}` },
      { act: "add", to: `${holder}/${name}`, item: { id: "x", [other]: 1 } },
      { act: "add", to: "/form/pages", item: { title: "X" }, after: name },
      { act: "insert", pattern: name, to: "/form/pages" },
      { act: "insert", pattern: "contact", to: `${holder}/${name}` },
      { act: "copy", at: `${holder}/${name}/x`, name: other },
      { act: "move", at: "/form/pages/source", to: `${holder}/${name}` },
      { act: "remove", at: `${holder}/${name}/${other}` },
      { act: "rename", at: `/form/pages/${name}`, name: other },
      { act: "rename", at: "/form/pages/source", name },
    ),
  );

describe("names that every object inherits", () => {
  it("are refused in a sentence where they are no names of a service, and never thrown at", () => {
    fc.assert(
      fc.property(edits, (edit) => {
        expect(touched([edit]).length).toBeGreaterThan(0);
        const made = applyEdits(noiseDraft(), [edit]);
        if ("fault" in made) expect(made.fault.sentence).toMatch(/^[\p{Lu}“].*\.$/su);
      }),
      { numRuns: 1000, seed: 20_261_122 },
    );
  });

  it.each(inherited)("are names like others in words: %s", (name) => {
    expect(nounOf(name)).toBe("item");
    expect(itemWords(name, { id: "x" }, "x")).toBe("item “x”");
    expect(usesOf(noiseDraft(), `/${name}/x`)).toEqual([]);
    const add: Edit = { act: "add", to: `/form/${name}`, item: { id: "x" } };
    expect(touched([add])).toEqual([`/form/${name}/x`]);
    expect(applyEdits(noiseDraft(), [add])).toHaveProperty("fault.sentence");
  });

  it.each(inherited.slice(1))("are no operators of a rule, and errors like others: %s", (name) => {
    const when = { [name]: [{ var: `noiseSource.${name}` }, "pub"] };
    const draft = noiseDraft(({ form }) => {
      form.conditions.push({ id: "odd", name: "Odd", when });
      form.pages[0].questions[0].errors = { [name]: "Say it." };
    });
    expect(mentionsIn(draft as never).length).toBeGreaterThan(0);
    expect(sayCondition(draft, when)).toBe("a rule that was written by hand holds");
    expect(conditionsOf(draft).conditions.at(-1)).toMatchObject({ isWhole: false });
    expect(flowOf(draft).nodes.length).toBeGreaterThan(0);
    expect(differences(noiseDraft(), draft).map(({ sentence }) => sentence)).toContainEqual(
      expect.stringContaining(`error text for “${name}”`),
    );
    const merged = merge(noiseDraft(), draft, noiseDraft());
    expect(merged.conflicts).toEqual([]);
    expect(merged.definition).toEqual(DraftDefinition.parse(draft));
  });

  it("are not there where nothing has them", () => {
    expect(isSame({ constructor: Object }, { other: 1 })).toBe(false);
    const merging = {
      conflicts: [],
      merge: ({ base, ours, theirs }: Record<string, unknown>) => `${base} ${ours} ${theirs}`,
    };
    const three = { base: {}, ours: { constructor: "x" }, theirs: {} };
    expect(mergeFields(three as never, [], merging as never)).toEqual({
      constructor: "undefined x undefined",
    });
  });
});
