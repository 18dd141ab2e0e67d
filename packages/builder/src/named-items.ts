import { type Data, ownOf, partOf } from "./data.ts";
import { itemName, stepsTo } from "./names.ts";

/** An item of a list, and what it goes by in a path. */
export interface NamedItem {
  readonly item: Data;
  readonly step: string;
}

type Namer = (item: Data) => string | undefined;

/**
 * The items of several versions of a list by what tells them apart in all of these; undefined where nothing does.
 *
 * A row is the same though its condition changed, unless there are others for its target. A status goes by its code.
 */
export function namedItems(
  key: string,
  lists: readonly (readonly Data[])[],
): Map<string, NamedItem>[] | undefined {
  const namers: Namer[] = [...(ownOf(others, key) ?? []), (item) => itemName(key, item)];
  const namer = namers.find((one) => lists.every((list) => areApart(list, one)));
  return (
    namer &&
    lists.map((list) => {
      const steps = stepsTo(key, list);
      return new Map(
        list.map((item, at) => [namer(item) ?? "", { item, step: steps[at] ?? `#${at}` }]),
      );
    })
  );
}

const others: Readonly<Record<string, readonly Namer[]>> = {
  rows: [(row) => textAt(row, "target")],
  statuses: [
    (status) => JSON.stringify([textAt(status, "external") ?? "", textAt(status, "after") ?? ""]),
  ],
};

function areApart(list: readonly Data[], namer: Namer): boolean {
  const names = list.map(namer);
  return !names.includes(undefined) && new Set(names).size === names.length;
}

function textAt(item: Data, field: string): string | undefined {
  const value = partOf(item, field);
  return typeof value === "string" ? value : undefined;
}
