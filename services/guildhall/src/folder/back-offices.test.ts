import type { ConnectorDefinition, Mapping, Row } from "@guildhall/contract";
import { z } from "zod";
import { createAlloyDesk } from "../testing/alloy-desk.ts";
import { readCouncils, simulatorFile } from "../testing/councils.ts";

const Alloy = z.object({
  designs: z.array(z.object({ code: z.string() })),
  items: z.array(
    z.object({
      itemId: z.string(),
      designCode: z.string(),
      attributes: z.record(z.string(), z.json()),
    }),
  ),
  workflow: z.object({
    closureDesign: z.string().optional(),
    open: z.array(z.string()),
    closing: z.array(z.string()),
  }),
});
const Uniform = z.object({
  databaseId: z.string(),
  closedStatus: z.string(),
  lists: z.record(z.string(), z.array(z.object({ code: z.string(), text: z.string() }))),
});
const Settings = z.object({
  links: z.record(z.string(), z.object({ design: z.string(), attribute: z.string() })),
  reference: z.string(),
});

/** The elements of Uniform that take a code, each with its list. */
const coded = {
  ComplaintType: "SRRECTYPE",
  HowComplaintReceived: "SRRECHOW",
  CustomerTypeCode: "SRCUSTTYPE",
} as const;

const folders = await readCouncils();

/** A council's data names codes of its back offices; each must be there, or every delivery would be refused. */
describe.each(folders)("the back offices of $tenant.name", (folder) => {
  const { tenant, connectors, services, examples } = folder;
  const alloy = Alloy.parse(simulatorFile(tenant.id, "alloy"));
  const uniform = Uniform.parse(simulatorFile(tenant.id, "uniform"));
  const settings = Settings.parse(connector(connectors, "alloy").settings);
  const mappingsTo = (id: string) =>
    services.flatMap(({ mappings }) => mappings.filter((mapping) => mapping.connector === id));

  it("has a design, attributes of the right types and items for all that goes to Alloy", () => {
    const desk = createAlloyDesk(folder);
    const sent = examples.flatMap(({ service, name, expected }) => {
      const { mappings = [] } = services.find(({ id }) => id === service) ?? {};
      const toAlloy = mappings.filter((mapping) => mapping.connector === "alloy");
      return toAlloy.map(({ id }) => ({ example: `${service}/${name}`, text: expected[id] ?? "" }));
    });
    expect(sent.length).toBeGreaterThan(50);
    for (const { example, text } of sent) {
      expect(desk(text), example).toEqual([]);
      expect(JSON.parse(text).attributes).toHaveProperty([settings.reference]);
    }
  });

  it("has exactly one item for every title that a mapping may link to", () => {
    const titles = mappingsTo("alloy").flatMap(({ rows }) => rows.flatMap(linkTitles));
    expect(titles.length).toBeGreaterThan(50);
    for (const [code, title] of titles) {
      const link = settings.links[code];
      const found = alloy.items.filter(
        ({ designCode, attributes }) =>
          designCode === link?.design && attributes[link.attribute] === title,
      );
      expect(found, `“${title}” for ${code}`).toHaveLength(1);
    }
  });

  it("has a stage for every status that an officer may choose, and ends what is closed", () => {
    const { open, closing, closureDesign } = alloy.workflow;
    const reasons = alloy.items
      .filter(({ designCode }) => designCode === closureDesign)
      .map(({ itemId }) => itemId);
    const closed = closing.flatMap((id) => [
      ...(reasons.length === 0 ? [id] : []),
      ...reasons.map((reason) => `${id}/${reason}`),
    ]);
    expect(coverage(connector(connectors, "alloy"))).toEqual({
      open: expect.arrayContaining(open),
      ends: expect.arrayContaining(closed),
    });

    const { SRSTATUS = [], SRCLOSEACT = [] } = uniform.lists;
    const statuses = SRSTATUS.map(({ code }) => code);
    expect(coverage(connector(connectors, "uniform"))).toEqual({
      open: expect.arrayContaining(statuses.filter((code) => code !== uniform.closedStatus)),
      ends: expect.arrayContaining(SRCLOSEACT.map(({ code }) => `${uniform.closedStatus}/${code}`)),
    });
  });

  it.each(["alloy", "uniform"])("tells done, closed and not ours apart in %s", (id) => {
    const { statuses } = connector(connectors, id);
    const ends = new Set(statuses.flatMap((status) => status.ends ?? []));
    expect(ends).toEqual(new Set(["completed", "closed", "referred"]));
  });

  it("has the code lists of Uniform as they are there", () => {
    const { codes, settings: own } = connector(connectors, "uniform");
    for (const list of Object.values(coded))
      expect(codes[list], list).toEqual(
        uniform.lists[list]?.map(({ code, text }) => ({ code, text })),
      );
    expect(own.databaseId).toBe(uniform.databaseId);
  });

  it.each(Object.entries(coded))("sends no %s that is not in its list", (element, list) => {
    const known = connector(connectors, "uniform").codes[list] ?? [];
    const sent = mappingsTo("uniform").flatMap(({ rows }) => codesFor(rows, `s4:${element}`));
    expect(sent.length).toBeGreaterThan(0);
    // A row sends a code as it stands, or the text that the list has a code for.
    expect(known.flatMap(({ code, text }) => [code, text])).toEqual(expect.arrayContaining(sent));
  });
});

it("gives each council an Alloy of its own", () => {
  const codes = folders.flatMap(({ tenant }) => {
    const { designs, items } = Alloy.parse(simulatorFile(tenant.id, "alloy"));
    return [...designs.map(({ code }) => code), ...items.map(({ itemId }) => itemId)];
  });
  expect(new Set(codes).size).toBe(codes.length);
});

function connector(connectors: readonly ConnectorDefinition[], id: string): ConnectorDefinition {
  const found = connectors.find((one) => one.id === id);
  if (!found) throw new Error(`no connector ${id}`);
  return found;
}

function coverage({ statuses }: ConnectorDefinition) {
  return {
    open: statuses.filter(({ ends }) => !ends).map(({ external }) => external),
    ends: statuses.filter(({ ends }) => ends).map(({ external }) => external),
  };
}

/** All that a row may write, as far as it is written in the mapping itself. */
function constants({ from, change = [] }: Row): unknown[] {
  const lists = change.flatMap((one) =>
    typeof one === "object" && "list" in one ? [...Object.values(one.list), one.otherwise] : [],
  );
  const values = lists.length > 0 ? lists : from && "value" in from ? [from.value] : [];
  return values.filter((value) => value !== undefined);
}

function linkTitles(row: Mapping["rows"][number]): [attribute: string, title: unknown][] {
  const attribute = row.target.match(/^links\/(.+)$/)?.[1];
  return attribute ? constants(row).map((title) => [attribute, title]) : [];
}

function codesFor(rows: readonly Row[], target: string): unknown[] {
  return rows.flatMap((row) => [
    ...(row.target === target ? constants(row) : []),
    ...codesFor(row.rows ?? [], target),
  ]);
}
