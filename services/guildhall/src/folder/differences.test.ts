import type { Row } from "@guildhall/contract";
import type { TenantFolder } from "@guildhall/folder";
import { readCouncils } from "../testing/councils.ts";

const folders = await readCouncils();

/** Where one council is not like another, and how this one does it. */
const facets: Record<string, (folder: TenantFolder) => unknown> = {
  "the design and the attributes of its Alloy": (folder) =>
    rowsTo(folder, "alloy")
      .map(({ target }) => target)
      .filter((target) => target.startsWith("attributes/"))
      .toSorted(),
  "its categories": (folder) =>
    rowsTo(folder, "alloy")
      .filter(({ target }) => target.startsWith("links/"))
      .flatMap(({ change = [], from }) => [JSON.stringify(change), JSON.stringify(from)]),
  "its statuses in Alloy": (folder) => connector(folder, "alloy").statuses,
  "its statuses in Uniform": (folder) => connector(folder, "uniform").statuses,
  "how it closes a case": (folder) => {
    const ends = connector(folder, "alloy").statuses.filter((status) => status.ends);
    const byReason = ends.filter(({ external }) => external.includes("/")).length;
    return { byReason, ends: ends.map((status) => status.ends) };
  },
  "its complaint types in Uniform": (folder) => connector(folder, "uniform").codes.SRRECTYPE,
  "how the food, housing and licensing services fill Uniform": (folder) =>
    rowsTo(folder, "uniform").map(({ from }) => from),
  "its number at the Valuation Office": (folder) => connector(folder, "valuebill").settings,
  "how soon it answers": ({ services }) =>
    services.map(({ target }) => target.firstResponseWorkingDays),
  "when it is open": ({ brands }) => brands.map(({ brand }) => brand.contact?.openingHours),
  "whom to ring in an emergency": ({ brands }) => brands.map(({ brand }) => brand.emergency),
  "how pest treatment is had and paid for": ({ services }) =>
    services
      .filter(({ id }) => id === "rats-mice" || id === "wasps-other-pests")
      .map(({ steps, form }) => [
        steps.map((step) => (step.kind === "payment" ? step.amount : step.kind)),
        form.pages.map(({ id }) => id),
      ]),
  "what it says before the first question": ({ services }) =>
    services.map(({ introduction }) => introduction),
  "what it says happens next": ({ services }) =>
    services.map(({ whatHappensNext }) => whatHappensNext),
  "what it tells citizens": ({ services }) => services.map(({ messages }) => messages),
  "what it asks": ({ services }) => services.map(({ form }) => form.pages),
};

describe("the councils differ in", () => {
  it.each(Object.entries(facets))("%s", (_, said) => {
    const told = folders.map((folder) => JSON.stringify(said(folder)));
    expect(told.filter((one) => one === undefined || one.length < 5)).toEqual([]);
    expect(new Set(told).size).toBe(folders.length);
  });

  it("a second brand, which one of them has", () => {
    expect(folders.map(({ brands }) => brands.length).toSorted()).toEqual([1, 1, 2]);
    const branded = folders.flatMap(({ services }) => services.flatMap(({ brand }) => brand ?? []));
    expect(new Set(branded).size).toBe(1);
  });

  it("a payment for pest treatment, which one of them takes and one does not offer", () => {
    const paying = folders.map(({ services }) =>
      services.flatMap(({ id, steps }) => (steps.some(({ kind }) => kind === "payment") ? id : [])),
    );
    expect(paying.filter((ids) => ids.length > 0)).toEqual([["rats-mice", "wasps-other-pests"]]);
  });

  it("a reason beside the status that closes a case, which one of them keeps", () => {
    const joined = folders.filter((folder) =>
      connector(folder, "alloy").statuses.some(({ external }) => external.includes("/")),
    );
    expect(joined).toHaveLength(1);
  });
});

function connector({ connectors }: TenantFolder, id: string) {
  const found = connectors.find((one) => one.id === id);
  if (!found) throw new Error(`no connector ${id}`);
  return found;
}

function rowsTo({ services }: TenantFolder, id: string): Row[] {
  const rows = services.flatMap(({ mappings }) =>
    mappings.filter((mapping) => mapping.connector === id).flatMap((mapping) => mapping.rows),
  );
  return rows.flatMap(allOf);
}

function allOf(row: Row): Row[] {
  return [row, ...(row.rows ?? []).flatMap(allOf)];
}
