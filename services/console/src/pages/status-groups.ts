import type { StatusCoverage } from "@guildhall/contract";

/** What a status means to the citizens of these services. */
export interface StatusMeaning {
  readonly state: StatusCoverage["state"];
  /** What the citizen reads. */
  readonly stage: string | undefined;
  readonly ends: StatusCoverage["ends"];
  readonly services: readonly string[];
}

/** One status of a back office, with all that it means. */
export interface StatusGroup {
  readonly external: string;
  readonly text: string | undefined;
  /** What nobody has said first, and then what it means for most services. */
  readonly meanings: readonly StatusMeaning[];
  readonly count: number;
  readonly lastSeenAt: string | undefined;
}

/** Which statuses are looked for; nothing stands for all of them. */
export interface StatusSearch {
  readonly service: string;
  readonly show: "" | "unmapped" | "came";
}

/** The rows that are looked for. */
export function rowsFor(
  { service, show }: StatusSearch,
  rows: readonly StatusCoverage[],
): StatusCoverage[] {
  return rows.filter(
    (row) =>
      (service === "" || row.service === service) &&
      (show !== "unmapped" || row.state === "unmapped") &&
      (show !== "came" || row.count > 0),
  );
}

/** Each status once, those that nobody has said the meaning of first. */
export function groupsOf(rows: readonly StatusCoverage[]): StatusGroup[] {
  return alike(rows, ({ external }) => external)
    .map(groupOf)
    .toSorted(
      (one, other) =>
        order(one) - order(other) ||
        other.count - one.count ||
        nameOf(one).localeCompare(nameOf(other), "en-GB"),
    );
}

/** Whether there is a service that nobody has said the meaning for. */
export function isUnmapped({ meanings }: StatusGroup): boolean {
  return meanings[0]?.state === "unmapped";
}

const orders = { unmapped: 0, mapped: 1, silent: 2 } as const;

function order({ meanings: [first] }: StatusGroup): number {
  return orders[first?.state ?? "silent"];
}

function nameOf({ text, external }: StatusGroup): string {
  return text ?? external;
}

type Rows = readonly [StatusCoverage, ...StatusCoverage[]];

/** Rows of the same key together, in the order in which the keys come. */
function alike(
  rows: readonly StatusCoverage[],
  keyOf: (row: StatusCoverage) => string,
): readonly Rows[] {
  const groups = new Map<string, [StatusCoverage, ...StatusCoverage[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

function groupOf(rows: Rows): StatusGroup {
  return {
    external: rows[0].external,
    text: rows.find(({ text }) => text !== undefined)?.text,
    meanings: meaningsOf(rows),
    count: rows.reduce((sum, { count }) => sum + count, 0),
    lastSeenAt: rows
      .flatMap(({ lastSeenAt }) => lastSeenAt ?? [])
      .toSorted()
      .at(-1),
  };
}

function meaningsOf(rows: Rows): StatusMeaning[] {
  return alike(rows, ({ state, stage, stageTitle, ends }) =>
    JSON.stringify([state, stageTitle ?? stage, ends]),
  )
    .map(meaningOf)
    .toSorted(
      (one, other) =>
        orders[one.state] - orders[other.state] || other.services.length - one.services.length,
    );
}

function meaningOf(rows: Rows): StatusMeaning {
  const [{ state, stageTitle, stage, ends }] = rows;
  const services = rows.map(({ serviceTitle }) => serviceTitle);
  return { state, stage: stageTitle ?? stage, ends, services };
}
