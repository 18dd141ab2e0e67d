import type { Mapping, Row, Transform } from "@guildhall/contract";
import { compileMapping } from "./compile.ts";
import { render } from "./render.ts";
import type { MappingInput } from "./scope.ts";

/** A small XML mapping for a test: two namespaces, and whatever rows. */
export function xmlOf(rows: Row[], changed: Partial<Mapping> = {}): Mapping {
  return {
    id: "sample",
    connector: "sample",
    operation: "create",
    format: "xml",
    root: "case",
    namespaces: { "": "urn:example:case", p: "urn:example:people" },
    rows,
    ...changed,
  };
}

export function jsonOf(rows: Row[]): Mapping {
  return { id: "sample", connector: "sample", operation: "create", format: "json", rows };
}

/** The start tag that `xmlOf` gives the root, without its end. */
export const root = '<case xmlns="urn:example:case" xmlns:p="urn:example:people"';

export function inputOf(
  answers: MappingInput["answers"],
  { facts, ...others }: Partial<MappingInput> = {},
): MappingInput {
  return {
    answers,
    facts: {
      processId: "prc_1",
      reference: "CAM-2V4K-7XQP",
      receivedAt: "2025-06-03T08:15:00.000Z",
      serviceTitle: "Report a noise nuisance",
      ...facts,
    },
    conditions: {},
    labels: () => undefined,
    ...others,
  };
}

/** A row that writes the answer of its target's last name. */
export function row(target: string): Row {
  return { target, from: { answer: target.split("/").at(-1) ?? "" } };
}

/** What stands inside the root of the document that `xmlOf` makes of the rows. */
export function content(
  rows: Row[],
  answers: MappingInput["answers"],
  others: Partial<MappingInput> = {},
): string {
  const document = render(compileMapping(xmlOf(rows)), inputOf(answers, others));
  expect(document.startsWith(root)).toBe(true);
  return document
    .slice(root.length)
    .replace(/^\/>$/, "")
    .replace(/^>/, "")
    .replace(/<\/case>$/, "");
}

/** What changes make of one answer, to the question `asked`, in JSON. */
export function changed(
  value: unknown,
  change: Transform[],
  others: Partial<MappingInput> = {},
): unknown {
  const mapping = compileMapping(jsonOf([{ target: "x", from: { answer: "asked" }, change }]));
  const answers = { asked: value } as MappingInput["answers"]; // A test may give what no form would.
  return JSON.parse(render(mapping, inputOf(answers, others))).x;
}
