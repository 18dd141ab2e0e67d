import fc from "fast-check";
import { type Data, type Fields, overlay } from "./overlay.ts";

fc.configureGlobal({ seed: 20_261_122 });

const { tree } = fc.letrec<{ tree: Data; fields: Fields; list: Data[] }>((tie) => ({
  fields: fc.dictionary(
    fc.constantFrom("id", "after", "remove", "value", "options", "rows", "when", "a", "b"),
    tie("tree"),
    {
      maxKeys: 4,
    },
  ),
  list: fc.array(tie("tree"), { maxLength: 4 }),
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Data>(null, true, 0, "x", "y"),
    tie("fields"),
    tie("list"),
  ),
}));
const fields = fc.dictionary(fc.constantFrom("a", "b", "options", "rows", "when"), tree, {
  maxKeys: 4,
});

describe("overlay", () => {
  it("changes nothing where there is nothing to change", () => {
    fc.assert(
      fc.property(fields, (base) => {
        expect(overlay(base, {})).toEqual(base);
      }),
    );
  });

  it("leaves both of its arguments as they were", () => {
    fc.assert(
      fc.property(fields, fields, (base, change) => {
        const before = structuredClone({ base, change });
        overlay(base, change);
        expect({ base, change }).toEqual(before);
      }),
    );
  });

  it("merges objects, replaces values and takes away what is null", () => {
    const base = { title: "Noise", target: { days: 5, text: "5 days" }, lgsl: 412 };
    const change = { title: "Sound", target: { days: 3 }, lgsl: null };
    expect(overlay(base, change)).toEqual({ title: "Sound", target: { days: 3, text: "5 days" } });
  });

  it("changes the items of a list by their id, and adds those it does not know at the end", () => {
    const base = {
      stages: [
        { id: "received", title: "Received" },
        { id: "closed", title: "Closed" },
      ],
    };
    const change = {
      stages: [
        { id: "closed", title: "Ended" },
        { id: "held", title: "Held" },
      ],
    };
    expect(overlay(base, change).stages).toEqual([
      { id: "received", title: "Received" },
      { id: "closed", title: "Ended" },
      { id: "held", title: "Held" },
    ]);
  });

  it("puts an item, new or known, behind the one that `after` names", () => {
    const base = { pages: [{ id: "a" }, { id: "b" }, { id: "c" }] };
    const change = {
      pages: [
        { id: "new", after: "a" },
        { id: "b", after: "c" },
      ],
    };
    expect(overlay(base, change).pages).toEqual([
      { id: "a" },
      { id: "new" },
      { id: "c" },
      { id: "b" },
    ]);
  });

  it("comes to the same when it is laid over twice", () => {
    const base = { pages: [{ id: "a" }, { id: "b" }], options: [{ value: "x", label: "X" }] };
    const change = {
      pages: [{ id: "new", after: "a" }],
      options: [{ value: "x", label: null }, { value: "y" }],
    };
    const once = overlay(base, change);
    expect(overlay(once, change)).toEqual(once);
  });

  it("takes away the item that says `remove: true`", () => {
    const base = { pages: [{ id: "a" }, { id: "b" }] };
    expect(overlay(base, { pages: [{ id: "a", remove: true }] }).pages).toEqual([{ id: "b" }]);
  });

  it("keeps an `after` or a `remove` that names nothing, for the check of the whole to find", () => {
    const base = { pages: [{ id: "a" }] };
    const change = {
      pages: [
        { id: "b", after: "z" },
        { id: "c", remove: true },
      ],
    };
    expect(overlay(base, change).pages).toEqual([
      { id: "a" },
      { id: "b", after: "z" },
      { id: "c", remove: true },
    ]);
  });

  it("leaves a name that is there twice to be found, in the recipe as in the changes", () => {
    const base = {
      pages: [
        { id: "a", title: "A" },
        { id: "a", title: "B" },
      ],
    };
    expect(overlay(base, { pages: [{ id: "c" }, { id: "c" }] }).pages).toEqual([
      ...base.pages,
      { id: "c" },
      { id: "c" },
    ]);
  });

  it("replaces rows that repeat one target", () => {
    const base = {
      rows: [
        { target: "x", rows: [1] },
        { target: "x", rows: [2] },
      ],
    };
    expect(overlay(base, { rows: [{ target: "x", rows: [3] }] })).toEqual({
      rows: [{ target: "x", rows: [3] }],
    });
  });

  it("knows options by their value", () => {
    const base = {
      options: [
        { value: "home", label: "A home" },
        { value: "other", label: "Other" },
      ],
    };
    const change = { options: [{ value: "river", label: "A boat", after: "home" }] };
    expect(overlay(base, change).options).toEqual([
      { value: "home", label: "A home" },
      { value: "river", label: "A boat" },
      { value: "other", label: "Other" },
    ]);
  });

  it("knows a mapping's rows by their target and condition, so that alternatives stay apart", () => {
    const base = { rows: [{ target: "a", from: { fact: "summary" } }] };
    const change = {
      rows: [
        { target: "b", when: "known", from: { answer: "x" } },
        { target: "b", from: { answer: "y" } },
      ],
    };
    expect(overlay(base, change).rows).toEqual([...base.rows, ...change.rows]);
  });

  it("replaces a rule and a source whole", () => {
    const base = { when: { "==": [{ var: "a" }, 1] }, from: { answer: "a" } };
    const change = { when: { "!": { var: "a" } }, from: { value: "x" } };
    expect(overlay(base, change)).toEqual(change);
  });

  it("replaces a list whose items have no names", () => {
    expect(overlay({ change: ["trim", "upper"] }, { change: ["lower"] })).toEqual({
      change: ["lower"],
    });
  });

  it("looks at each item of a long list a few times, and not once for each change", () => {
    let looks = 0;
    const item = (at: number) => ({
      get id() {
        looks += 1;
        return `a${at}`;
      },
    });
    const pages = Array.from({ length: 300 }, (_, at) => item(at));
    const changed = pages.map((_, at) => ({ id: `a${299 - at}`, title: "New" }));
    expect(overlay({ pages }, { pages: changed }).pages).toHaveLength(300);
    expect(looks).toBeLessThan(3000);
  });
});
