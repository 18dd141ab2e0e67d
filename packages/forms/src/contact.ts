import type { Answers, ServiceDefinition } from "@guildhall/contract";
import { type Answer, isRecord, own } from "./sheet.ts";

/** How to reach whoever sent a form, as they gave it. */
export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly postcode?: string;
  /** The last word of the name, to search by. */
  readonly surname?: string;
}

/** Find the citizen's own details among the answers, where the service asks for them. */
export function contactOf(service: Pick<ServiceDefinition, "contact">, answers: Answers): Contact {
  const read = (id: string | undefined) => (id === undefined ? undefined : own(answers, id));
  const { name, email, phone, address } = service.contact;
  const where = read(address);
  return {
    ...entry("name", read(name)),
    ...entry("surname", surnameOf(read(name))),
    ...entry("email", read(email)),
    ...entry("phone", read(phone)),
    ...entry("postcode", isRecord(where) ? own(where, "postcode") : undefined),
  };
}

function entry(key: keyof Contact, value: unknown): Contact {
  return typeof value === "string" && value !== "" ? { [key]: value } : {};
}

function surnameOf(name: Answer | undefined): string | undefined {
  return typeof name === "string" ? name.trim().split(/\s+/).at(-1) : undefined;
}
