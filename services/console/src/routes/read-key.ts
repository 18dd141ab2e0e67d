import { type KeyChange, NewKey } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../pages/frame.ts";
import type { TypedKey } from "../pages/key-form.tsx";
import { endAfter } from "./months.ts";

/** A form as it was filled in, what is wrong with it, and what to ask the API for where nothing is. */
export interface ReadForm<Typed, Asked> {
  readonly typed: Typed;
  readonly faults: Faults;
  readonly asked: Asked | undefined;
}

/** Read the form that issues a key. */
export function readNewKey(fields: Fields, now: Date): ReadForm<TypedKey, NewKey> {
  const typed = typedKey(fields);
  const expiresAt = endAfter(now, typed.months);
  const asked = {
    ...terms(typed),
    kind: typed.kind,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(typed.connector === "" ? {} : { connector: typed.connector }),
    ...(typed.proof === "jwks-url" ? { jwksUrl: typed.jwksUrl.trim() } : {}),
  };
  const read = NewKey.safeParse(asked);
  const faults = {
    ...faultsIn(read.error?.issues),
    ...(expiresAt === undefined ? { months: "Choose for how long" } : {}),
    ...(typed.proof === "" ? { proof: "Choose how it proves itself" } : {}),
  };
  return { typed, faults, asked: Object.keys(faults).length === 0 ? read.data : undefined };
}

const changeable = NewKey.pick({ name: true, scopes: true, allowedAddresses: true });

/** Read the form that changes a key. */
export function readKeyChange(fields: Fields): ReadForm<TypedKey, KeyChange> {
  const typed = typedKey(fields);
  const read = changeable.safeParse(terms(typed));
  const asked = read.data && {
    ...read.data,
    allowedAddresses: read.data.allowedAddresses ?? null,
  };
  return { typed, faults: faultsIn(read.error?.issues), asked };
}

/** The networks that were entered, one on each line or with commas between them. */
export function networksIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function terms({ name, scopes, addresses }: TypedKey) {
  const networks = networksIn(addresses);
  return {
    name: name.trim(),
    scopes,
    ...(networks.length === 0 ? {} : { allowedAddresses: networks }),
  };
}

function typedKey(fields: Fields): TypedKey {
  const field = (name: string) => fieldOf(fields, name) ?? "";
  return {
    name: field("name"),
    kind: field("kind"),
    scopes: fields.get("scopes") ?? [],
    months: field("months"),
    addresses: field("addresses"),
    connector: field("connector"),
    proof: field("proof"),
    jwksUrl: field("jwksUrl"),
  };
}

const words: Faults = {
  name: "Enter a name of 120 characters or fewer",
  kind: "Choose whose key it is",
  scopes: "Choose what it may do",
  allowedAddresses: "Enter each network like 203.0.113.0/24",
  connector: "Choose a connection of the list",
  jwksUrl: "Enter an address that begins with https://",
};

function faultsIn(issues: readonly { path: readonly PropertyKey[] }[] = []): Faults {
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  const found = Object.entries(words).filter(([name]) => wrong.has(name));
  return Object.fromEntries(
    found.map(([name, fault]) => [name === "allowedAddresses" ? "addresses" : name, fault]),
  );
}
