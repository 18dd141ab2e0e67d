import type { FindableCase } from "../pages/listing.ts";
import { type GridPoint, pointOf } from "../pages/national-grid.ts";
import { type Link, readLink } from "../platform/link.ts";
import type { Case } from "./case.ts";
import { kindOf, textOf } from "./config.ts";
import type { Uniform } from "./uniform.ts";

/** A reference holds slashes, which an address cannot. */
export function addressOf(tenant: string, reference: string): string {
  return `/uniform/${tenant}/cases/${reference.replaceAll("/", "-")}`;
}

export function findCase({ cases }: Uniform, id: string | undefined): Case | undefined {
  return cases.find((id ?? "").replaceAll("-", "/"));
}

export function listedOf({ config, tenant }: Uniform, held: Case): FindableCase {
  const online = onlineReference(held);
  const kindId = kindOf(config, held.complaintType);
  return {
    href: addressOf(tenant, held.reference),
    title: textOf(config, "SRRECTYPE", held.complaintType),
    reference: online ? `${held.reference} · ${online}` : held.reference,
    kind: kindId && textOf(config, "SRKIND", kindId),
    kindId,
    status: textOf(config, "SRSTATUS", held.status),
    statusId: held.status,
    closed: held.status === config.closedStatus,
    createdAt: held.createdAt,
    changedAt: held.updatedAt,
    searched: [held.nature, ...held.customers.map(({ fullName }) => fullName)],
  };
}

/** The references under which the platform and its citizen know a request. */
export function onlineReference({ alternatives }: Case): string {
  return alternatives.map(({ value }) => value).join(", ");
}

/** The request's link to the platform, which comes among its XtraValues. */
export function linkOf({ xtra }: Case): Link | undefined {
  const fieldOf = (name: string) => xtra.find(({ type }) => type === name)?.value;
  return readLink(fieldOf("CALLBACK"), fieldOf("GRANT"));
}

/** The XtraValues that are for the machine. */
export const machineFields: readonly string[] = ["PROCESSID", "CALLBACK", "GRANT"];

export function placeOf({ site }: Case): GridPoint | undefined {
  return pointOf(site.east, site.north);
}
