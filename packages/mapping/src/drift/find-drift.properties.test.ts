import type { Design, DesignField, Form, Mapping, Row } from "@guildhall/contract";
import fc from "fast-check";
import { findDrift, type Need } from "./find-drift.ts";

const words = ["Category", "Details", "Landlord", "Site", "Hours", "Dogs", "Contractor", "Smoke"];
const kinds = ["String", "Number", "Boolean"];

/** A design with some fields, of which a mapping writes some: all that are required, and others. */
const office = fc
  .uniqueArray(
    fc.record({
      word: fc.constantFrom(...words),
      hex: fc.stringMatching(/^[0-9a-f]{12}$/),
      type: fc.constantFrom(...kinds),
      required: fc.boolean(),
      isWritten: fc.boolean(),
      options: fc.option(fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })),
    }),
    { minLength: 2, selector: ({ word }) => word },
  )
  .filter((drawn) => drawn.some(({ required, isWritten }) => required || isWritten))
  .map((drawn) => {
    const fields = drawn.map(({ word, hex, type, required, options }): DesignField => {
      const field = {
        target: `attributes/attributes_case${word}_${hex}`,
        title: word,
        type,
        required,
      };
      return options ? { ...field, options: options.map((code) => ({ code, text: code })) } : field;
    });
    const written = fields.filter((_, at) => drawn[at]?.isWritten || drawn[at]?.required);
    const design: Design = { id: "designs_case", title: "Case", fields };
    return { design, written, need: needOf(written) };
  });

const form: Form = { conditions: [], calculations: [], pages: [] } as unknown as Form; // No row here reads an answer.

function needOf(written: readonly DesignField[]): Need {
  const rows: Row[] = [
    { target: "design", from: { value: "designs_case" } },
    ...written.map(({ target, options }) => ({
      target,
      from: { value: options?.[0]?.code ?? "x" },
    })),
  ];
  const mapping: Mapping = {
    id: "case",
    connector: "alloy",
    operation: "create",
    format: "json",
    rows,
  };
  return {
    service: "noise",
    serviceTitle: "Noise",
    version: 1,
    mapping,
    form,
    columnOf: () => undefined,
  };
}

const seed = { seed: 20_261_122, numRuns: 300 };
const look = (need: Need, design: Design | undefined, before: Design) =>
  findDrift(
    [need],
    { kind: "alloy", designs: design ? [design] : [] },
    { designs: [before], versions: { noise: 1 } },
  );

describe("findDrift, whatever the design", () => {
  it("finds nothing where nothing has changed, with and without a baseline", () => {
    fc.assert(
      fc.property(office, ({ need, design }) => {
        expect(look(need, design, design)).toEqual([]);
        expect(findDrift([need], { kind: "alloy", designs: [design] })).toEqual([]);
      }),
      seed,
    );
  });

  it("names each field that a mapping writes and the design has lost, and no other", () => {
    fc.assert(
      fc.property(office, fc.nat(), ({ need, design, written }, draw) => {
        const lost = design.fields[draw % design.fields.length];
        const fields = design.fields.filter((field) => field !== lost);
        fc.pre(fields.length > 0);
        const found = look(need, { ...design, fields }, design);
        const expected = lost && written.includes(lost) ? [lost.target] : [];
        expect(found.map(({ kind, target }) => ({ kind, target }))).toEqual(
          expected.map((target) => ({ kind: "field-gone", target })),
        );
      }),
      seed,
    );
  });

  it("says what a renamed field is called now, whether its title or its name stayed alike", () => {
    fc.assert(
      fc.property(office, fc.nat(), fc.boolean(), ({ need, design, written }, draw, keepsTitle) => {
        const old = written[draw % written.length];
        if (!old) throw new Error("something is written");
        const now = keepsTitle
          ? { ...old, target: "attributes/attributes_zz_0123456789ab" }
          : { ...old, target: old.target.replace(/_[0-9a-f]+$/, "2_ba9876543210"), title: "?" };
        const fields = design.fields.map((field) => (field === old ? now : field));
        const found = look(need, { ...design, fields }, design).filter(
          ({ kind }) => kind === "field-gone",
        );
        expect(found).toMatchObject([{ target: old.target, likelyNow: now.target }]);
        expect(found[0]?.sentence).toContain("renamed");
      }),
      seed,
    );
  });

  it("names each field whose type changed under a mapping, and each that is newly asked for", () => {
    fc.assert(
      fc.property(office, fc.nat(), ({ need, design, written }, draw) => {
        const at = draw % design.fields.length;
        const changed = design.fields[at];
        const fields = design.fields.map((field, place) =>
          place === at ? { ...field, type: "Geometry", required: true } : field,
        );
        const found = look(need, { ...design, fields }, design);
        const isWritten = changed !== undefined && written.includes(changed);
        expect(found.map(({ kind, target }) => ({ kind, target }))).toEqual([
          { kind: isWritten ? "type-changed" : "field-required", target: changed?.target },
        ]);
      }),
      seed,
    );
  });

  it("names each option that a mapping writes and the field no longer takes", () => {
    fc.assert(
      fc.property(office, ({ need, design, written }) => {
        const fields = design.fields.map((field) =>
          field.options ? { ...field, options: [{ code: "z", text: "z" }] } : field,
        );
        const found = look(need, { ...design, fields }, design);
        const expected = written.filter(({ options }) => options !== undefined);
        expect(found.map(({ kind, target, value }) => ({ kind, target, value }))).toEqual(
          expected.map(({ target, options }) => ({
            kind: "option-gone",
            target,
            value: options?.[0]?.code,
          })),
        );
      }),
      seed,
    );
  });

  it("says that a design is gone, once for all its mappings", () => {
    fc.assert(
      fc.property(office, ({ need, design }) => {
        const other = { ...need, service: "smoke", serviceTitle: "Smoke" };
        const found = findDrift([need, other], { kind: "alloy", designs: [] });
        expect(found).toMatchObject([{ kind: "design-gone", design: design.id }]);
        expect(found[0]?.sentence).toContain("Two services would fail: “Noise”, “Smoke”.");
      }),
      { ...seed, numRuns: 20 },
    );
  });
});
