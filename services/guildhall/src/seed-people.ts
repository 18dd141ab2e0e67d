import type { NewPerson, TenantDefinition } from "@guildhall/contract";
import { addPerson, asPlatform, type Ground } from "@guildhall/domain";

/**
 * Let a few people in to a tenant of the default start, one for each kind of work. Nobody is written to.
 *
 * Whoever designs for the tenant that runs the platform does so for those it is run for as well, under the same address.
 */
export async function seedPeople(ground: Ground): Promise<void> {
  for (const person of peopleOf(ground.tenant))
    await addPerson(asPlatform(ground), person, { invite: false });
}

/** The address that administers a tenant of the default start. */
export function adminOf(tenant: string): string {
  return `admin@${tenant}.example`;
}

function peopleOf({ id, kind, runBy }: TenantDefinition): NewPerson[] {
  const people: NewPerson[] = [
    {
      name: "Alex Morgan",
      email: adminOf(id),
      roles: kind === "shared-service" ? ["platform-admin"] : ["tenant-admin"],
    },
    {
      name: kind === "shared-service" ? "Sam Taylor" : "Dev Patel",
      email: `designer@${id}.example`,
      roles: ["designer"],
    },
    { name: "Olive Okafor", email: `officer@${id}.example`, roles: ["caseworker"] },
  ];
  if (runBy === undefined) return people;
  const shared = { name: "Sam Taylor", email: `designer@${runBy}.example` };
  return [...people, { ...shared, roles: ["designer", "viewer"] }];
}
