import type { Edit, LineRow, Mapping, MappingLine, Row } from "@guildhall/contract";

interface Repeated {
  readonly line: MappingLine;
  /** The row that holds the others, where there is one. */
  readonly row: LineRow | undefined;
  /** The question whose answers it is sent once for; empty for none. */
  readonly each: string;
}

/** Have what holds others be sent once for each answer to a question, or once alone. What is said within it is kept. */
export function repeatEdits(mapping: Mapping, { line: { add }, row, each }: Repeated): Edit[] {
  if (row) {
    const at = `${row.at}/each`;
    if ((row.row.each ?? "") === each) return [];
    return [each === "" ? { act: "clear", at } : { act: "set", at, to: each }];
  }
  if (each === "") return [];
  const inner = add.to === `/mappings/${mapping.id}/rows` ? within(mapping.rows, add.target) : [];
  const item = { target: add.target, each, rows: inner.map(({ row: own }) => own) };
  return [
    // From the last on, so that the places of those before them stay.
    ...inner.toReversed().map(({ place }): Edit => {
      return { act: "remove", at: `${add.to}/#${place}` };
    }),
    { act: "add", to: add.to, item, after: afterRemoval(add.after, inner) },
  ];
}

/** The rows that write to something within a target, named as they are within it. */
function within(
  rows: readonly Row[],
  target: string,
): { readonly row: Row; readonly place: number }[] {
  return rows.flatMap((row, place) =>
    row.target.startsWith(`${target}/`)
      ? [{ row: { ...row, target: row.target.slice(target.length + 1) }, place }]
      : [],
  );
}

/** What it was to follow may have moved into it. */
function afterRemoval(
  after: string | null,
  inner: readonly { readonly row: Row }[],
): string | null {
  return inner.some(({ row }) => after?.endsWith(`/${row.target}`)) ? null : after;
}
