import type { Service } from "@guildhall/contract";

const addressLines = {
  line1: "address-line1",
  line2: "address-line2",
  town: "address-level2",
  postcode: "postal-code",
} as const;

/** Name the fields that ask for the citizen's own details, so that a browser can fill them in; no others. */
export function autocompleteFor({ contact }: Pick<Service, "contact">): Map<string, string> {
  const { name, email, phone, address } = contact;
  const fields = new Map<string, string>();
  if (name !== undefined) fields.set(name, "name");
  if (email !== undefined) fields.set(email, "email");
  if (phone !== undefined) fields.set(phone, "tel");
  if (address === undefined) return fields;
  for (const [part, token] of Object.entries(addressLines)) fields.set(`${address}-${part}`, token);
  return fields;
}
