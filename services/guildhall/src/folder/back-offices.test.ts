import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConnectorDefinition, Mapping, Row } from "@guildhall/contract";
import { parse } from "yaml";
import { z } from "zod";
import { readTenantFolder } from "./read.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));

const Alloy = z.object({
  designs: z.array(
    z.object({
      code: z.string(),
      attributes: z.array(
        z.object({ code: z.string(), type: z.string(), required: z.boolean().default(false) }),
      ),
    }),
  ),
  items: z.array(
    z.object({
      itemId: z.string(),
      designCode: z.string(),
      attributes: z.record(z.string(), z.string()),
    }),
  ),
  workflow: z.object({
    design: z.string(),
    status: z.string(),
    closureReason: z.string().optional(),
    closureDesign: z.string().optional(),
    open: z.array(z.string()),
    closing: z.array(z.string()),
  }),
});
const Uniform = z.object({
  databaseId: z.string(),
  closedStatus: z.string(),
  lists: z.record(z.string(), z.array(z.object({ code: z.string() }))),
});
const Links = z.record(z.string(), z.object({ design: z.string(), attribute: z.string() }));
const Document = z.object({
  design: z.string(),
  attributes: z.record(z.string(), z.json()),
  links: z.record(z.string(), z.string()),
});

const types: Record<string, z.ZodType> = {
  String: z.string(),
  Boolean: z.boolean(),
  Date: z.iso.date(),
  DateTime: z.iso.datetime(),
};

/** A council's data names codes of its back offices; each must be there, or every delivery would be refused. */
describe.each(["cambridge-city", "huntingdonshire", "south-cambridgeshire"])(
  "the back offices of %s",
  async (name) => {
    const result = await readTenantFolder(join(tenants, name), {
      cookbook: join(tenants, "cookbook"),
    });
    if ("faults" in result) throw new Error(JSON.stringify(result.faults));
    const { connectors, services, examples } = result.folder;
    const simulator = (kind: string) =>
      parse(readFileSync(join(tenants, name, `simulators/${kind}.yaml`), "utf8"));
    const alloy = Alloy.parse(simulator("alloy"));
    const uniform = Uniform.parse(simulator("uniform"));
    const mappingsTo = (connector: string) =>
      services.flatMap(({ mappings }) =>
        mappings.filter((mapping) => mapping.connector === connector),
      );
    const settings = z
      .object({ links: Links, reference: z.string(), evidence: z.string() })
      .parse(connector(connectors, "alloy").settings);

    it("has a design and attributes for all that goes to Alloy, of the right types", () => {
      const sent = examples.flatMap(({ expected }) =>
        expected.case?.startsWith("{") ? [Document.parse(JSON.parse(expected.case))] : [],
      );
      expect(sent.length).toBeGreaterThanOrEqual(6);
      for (const { design, attributes, links } of sent) {
        const known = alloy.designs.find(({ code }) => code === design)?.attributes ?? [];
        const typed = Object.keys(links).map((code) => ({ code, type: "Link" }));
        expect(known).toEqual(
          expect.arrayContaining(typed.map((link) => expect.objectContaining(link))),
        );
        for (const [code, value] of Object.entries(attributes)) {
          const type =
            known.find((attribute) => attribute.code === code)?.type ??
            (code === "attributes_itemsTitle" ? "String" : "");
          expect(types[type]?.safeParse(value).success, `${code} is of the type “${type}”`).toBe(
            true,
          );
        }
        const given = [...Object.keys(attributes), ...Object.keys(links)];
        expect(given).toEqual(
          expect.arrayContaining(known.filter(({ required }) => required).map(({ code }) => code)),
        );
        expect(given).toContain(settings.reference);
      }
    });

    it("has exactly one item for every title that a mapping may link to", () => {
      const titles = mappingsTo("alloy").flatMap(({ rows }) => rows.flatMap(linkTitles));
      expect(titles.length).toBeGreaterThan(10);
      for (const [attribute, title] of titles) {
        const { design, attribute: naming } = settings.links[attribute] ?? {
          design: "",
          attribute: "",
        };
        const found = alloy.items.filter(
          (item) => item.designCode === design && item.attributes[naming] === title,
        );
        expect(found, `“${title}” in ${design}`).toHaveLength(1);
      }
    });

    it("has a stage for every status that an officer may choose, and ends what is closed", () => {
      const reasons = alloy.items
        .filter(({ designCode }) => designCode === alloy.workflow.closureDesign)
        .map(({ itemId }) => itemId);
      const closed =
        uniform.lists.SRCLOSEACT?.map(({ code }) => `${uniform.closedStatus}/${code}`) ?? [];
      const open =
        uniform.lists.SRSTATUS?.map(({ code }) => code).filter(
          (code) => code !== uniform.closedStatus,
        ) ?? [];
      const closing = alloy.workflow.closing.flatMap((id) => [
        ...(reasons.length === 0 ? [id] : []),
        ...reasons.map((reason) => `${id}/${reason}`),
      ]);

      expect(coverage(connector(connectors, "alloy"))).toEqual({
        open: expect.arrayContaining(alloy.workflow.open),
        ends: expect.arrayContaining(closing),
      });
      expect(coverage(connector(connectors, "uniform"))).toEqual({
        open: expect.arrayContaining(open),
        ends: expect.arrayContaining(closed),
      });
    });

    it("tells done, closed without action, and not ours apart", () => {
      for (const { statuses } of [
        connector(connectors, "alloy"),
        connector(connectors, "uniform"),
      ]) {
        expect(new Set(statuses.flatMap(({ ends }) => ends ?? []))).toEqual(
          new Set(["completed", "closed", "referred"]),
        );
      }
    });

    it("knows every code that goes to Uniform", () => {
      const lists: Record<string, string> = {
        ComplaintType: "SRRECTYPE",
        HowComplaintReceived: "SRRECHOW",
        CustomerTypeCode: "SRCUSTTYPE",
      };
      for (const [element, list] of Object.entries(lists)) {
        const codes = mappingsTo("uniform").flatMap(({ rows }) => codesFor(rows, `s4:${element}`));
        expect(codes.length).toBeGreaterThan(0);
        expect(uniform.lists[list]?.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
      }
      expect(connector(connectors, "uniform").settings.databaseId).toBe(uniform.databaseId);
    });
  },
);

it("gives each council an Alloy of its own", async () => {
  const codes = ["cambridge-city", "huntingdonshire", "south-cambridgeshire"].map((name) => {
    const { designs, items } = Alloy.parse(
      parse(readFileSync(join(tenants, name, "simulators/alloy.yaml"), "utf8")),
    );
    return [...designs.map(({ code }) => code), ...items.map(({ itemId }) => itemId)];
  });
  expect(new Set(codes.flat()).size).toBe(codes.flat().length);
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
