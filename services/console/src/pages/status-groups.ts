import type { StatusCoverage } from "@guildhall/contract";

/** One status of a back office, for all the services that it means the same for. */
export interface StatusGroup {
  readonly external: string;
  readonly text: string | undefined;
  readonly state: StatusCoverage["state"];
  /** What the citizen reads. */
  readonly stage: string | undefined;
  readonly ends: StatusCoverage["ends"];
  readonly services: readonly string[];
  readonly count: number;
  readonly lastSeenAt: string | undefined;
}

const order = { unmapped: 0, mapped: 1, silent: 2 } as const;

/** Statuses with the services that they mean the same for, what nobody has said the meaning of first. */
export function groupsOf(rows: readonly StatusCoverage[]): StatusGroup[] {
  const groups = new Map<string, StatusCoverage[]>();
  for (const row of rows) {
    const meaning = JSON.stringify([row.external, row.state, row.stageTitle, row.ends]);
    groups.set(meaning, [...(groups.get(meaning) ?? []), row]);
  }
  return [...groups.values()]
    .flatMap(groupOf)
    .toSorted(
      (one, other) =>
        order[one.state] - order[other.state] ||
        other.count - one.count ||
        one.external.localeCompare(other.external, "en-GB"),
    );
}

function groupOf(rows: readonly StatusCoverage[]): StatusGroup[] {
  const [first] = rows;
  if (!first) return [];
  const { external, state, ends } = first;
  return [
    {
      external,
      state,
      ends,
      text: rows.find(({ text }) => text !== undefined)?.text,
      stage: first.stageTitle ?? first.stage,
      services: rows.map(({ serviceTitle }) => serviceTitle),
      count: rows.reduce((sum, { count }) => sum + count, 0),
      lastSeenAt: rows
        .flatMap(({ lastSeenAt }) => lastSeenAt ?? [])
        .toSorted()
        .at(-1),
    },
  ];
}
