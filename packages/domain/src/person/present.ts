import type { Person } from "@guildhall/contract";
import type { PersonRow } from "@guildhall/store";

/** A person as those who look after people see them. */
export function presentPerson({
  id,
  name,
  email,
  roles,
  teams = [],
  active,
  lastSignedInAt,
}: PersonRow): Person {
  return {
    id,
    name,
    email,
    roles: [...roles],
    teams: [...teams],
    active,
    ...(lastSignedInAt === null ? {} : { lastSignedInAt: new Date(lastSignedInAt).toISOString() }),
  };
}
