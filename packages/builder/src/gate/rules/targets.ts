import type { DraftFinding, Form, Mapping, TargetField } from "@guildhall/contract";
import { rowsOf, type TargetRow } from "@guildhall/mapping";
import { stepsIn } from "../../conditions/step-in.ts";
import { under } from "../../path.ts";
import { pathOfPointer } from "../check/said.ts";
import { partPath, type Rule } from "../gate.ts";

/** Mappings that write nothing yet. */
export const emptyMappings: Rule = ({ definition: { mappings = [] } }) => {
  const steps = stepsIn("mappings", mappings);
  return mappings.flatMap(({ id, connector, rows }, place): DraftFinding[] => {
    if (rows.length > 0) return [];
    const at = under("/mappings", steps[place] ?? "", "rows");
    const sentence = `The mapping “${id}” writes nothing yet: say what “${connector}” is to be told.`;
    return [{ section: "destinations", at, sentence, code: "mapping-empty", advice: false }];
  });
};

/**
 * What a receiver must be told and no row of the mapping says; what it does not take, or may not take so.
 *
 * A description may be older than the receiver, so only what is missing keeps a service from being published.
 */
export const targets: Rule = ({ definition, service, known }) => {
  const { mappings, form } = service;
  const steps = stepsIn("mappings", mappings);
  return mappings.flatMap((mapping, place): DraftFinding[] => {
    if (mapping.target === undefined || !known.targetOf) return [];
    const fields = known.targetOf(mapping);
    const at = under("/mappings", steps[place] ?? "");
    if (!fields) return [gone(mapping, under(at, "target"))];
    return findingsIn(fields, { mapping, form }).map(({ pointer, ...finding }) => {
      const way = ["mappings", place, ...pathOfPointer(pointer)];
      return { ...finding, at: pointer === "" ? under(at, "rows") : partPath(definition, way) };
    });
  });
};

function gone({ target, connector }: Mapping, at: string): DraftFinding {
  return {
    section: "destinations",
    at,
    sentence: `The description “${target}” of what “${connector}” takes is gone: read it in again, or choose another.`,
    code: "target-gone",
    advice: true,
  };
}

type Found = Omit<DraftFinding, "at"> & { readonly pointer: string };

function findingsIn(
  fields: readonly TargetField[],
  held: { readonly mapping: Mapping; readonly form: Form },
): Found[] {
  return rowsOf(fields, held).flatMap(({ state, sentence = "", rows }): Found[] => {
    const code = codes[state];
    if (code === undefined) return [];
    const advice = code !== "target-not-mapped";
    const act = advice ? "" : " Say where it comes from.";
    const pointer = rows[0]?.pointer ?? "";
    return [{ section: "destinations", sentence: `${sentence}${act}`, code, advice, pointer }];
  });
}

const codes: Partial<Record<TargetRow["state"], string>> = {
  "missing-required": "target-not-mapped",
  "unknown-target": "target-unknown",
  "type-doubtful": "target-doubtful",
};
