import { type NewTenant, type NewTenantCheck, NewTenantConnector } from "@guildhall/contract";
import type { Refused } from "@guildhall/sdk";
import type { Faults } from "../pages/frame.ts";
import type { Field, Step, Typed } from "./typed.ts";

type Said = Typed["said"];

/** What a page adds to a new council, as the API takes it. */
const parts: Readonly<Record<Step, (typed: Typed) => object>> = {
  name: ({ said: { name, id, kind = "council", domain } }) => ({
    name: name ?? "",
    id: id ?? "",
    kind,
    ...(domain !== undefined && { domains: domain.split(/[\s,]+/) }),
  }),
  brand: ({ said: { colour = "" } }) => ({ colour: colour.toLowerCase() }),
  "sign-in": ({ said }) => (said.signIn === "openid" ? { signIn: signInOf(said) } : {}),
  connector: ({ said }) => (hasOffice(said) ? { connectors: [connectorOf(said)] } : {}),
  recipes: ({ recipes }) => ({ recipes }),
  administrators: ({ said }) => ({ administrators: administratorsIn(said) }),
  check: () => ({}),
};

/** As much of the council as one page says, to be checked by itself. */
export function partOf(step: Step, typed: Typed): NewTenantCheck {
  return parts[step](typed);
}

/** The whole of it. */
export function wholeOf(typed: Typed): NewTenant {
  const said = Object.values(parts).map((part) => part(typed));
  return Object.assign({}, ...said);
}

export function hasOffice({ office }: Said): boolean {
  return office === "alloy" || office === "uniform" || office === "open311";
}

function signInOf({ provider, issuer, clientId, adminGroup }: Said) {
  const groups = { [adminGroup ?? ""]: ["tenant-admin", "designer"] as const };
  return { name: provider ?? "", issuer: issuer ?? "", clientId: clientId ?? "", groups };
}

/** The connection as typed, which may still be at fault. */
export function connectorOf(said: Said): NewTenantConnector {
  const { office = "", officeName, address } = said;
  const read = hasOffice(said) ? kinds[office]?.(said) : undefined;
  const { settings, credential } = read ?? { settings: {}, credential: {} };
  const name = officeName ?? "";
  const plain = { id: office, kind: office, name, address: address ?? "", settings };
  const whole = Object.keys(credential).length > 0 ? { ...plain, credential } : plain;
  const parsed = NewTenantConnector.safeParse(whole);
  // What is at fault is for the API to say, in the same words for everybody.
  return parsed.data ?? (whole as unknown as NewTenantConnector);
}

const kinds: Readonly<
  Record<string, (said: Said) => { settings: Record<string, string>; credential: object }>
> = {
  alloy: ({ reference, design, alloyKey: apiKey }) => ({
    settings: { reference: reference ?? "", ...(design !== undefined && { design }) },
    credential: { ...(apiKey !== undefined && { apiKey }) },
  }),
  uniform: ({ databaseId, userName, password }) => ({
    settings: { databaseId: databaseId ?? "" },
    credential: {
      ...(userName !== undefined && { userName }),
      ...(password !== undefined && { password }),
    },
  }),
  open311: ({ open311Key: apiKey }) => ({
    settings: {},
    credential: { ...(apiKey !== undefined && { apiKey }) },
  }),
};

function administratorsIn({ adminName1, adminEmail1, adminName2, adminEmail2 }: Said) {
  const first = { name: adminName1 ?? "", email: adminEmail1 ?? "" };
  const second = { name: adminName2 ?? "", email: adminEmail2 ?? "" };
  return second.name === "" && second.email === "" ? [first] : [first, second];
}

/** What is wrong, by the field that has it: in the API's words where it has some for people. */
export function faultsIn({ faults }: Refused): Faults {
  const said = faults.map(({ pointer = "", code, detail }) => {
    const field = fieldAt(pointer);
    const sentence = code === "unworkable" ? detail : undefined;
    return [field, sentence ?? words[field] ?? "This cannot be used"] as const;
  });
  return Object.fromEntries(said.toReversed());
}

/** Where each thing of a council is typed; the longest beginning that fits counts. */
const places: readonly (readonly [beginning: string, field: Field | "recipes"])[] = [
  ["/signIn/name", "provider"],
  ["/signIn/issuer", "issuer"],
  ["/signIn/clientId", "clientId"],
  ["/signIn", "adminGroup"],
  ["/connectors/0/name", "officeName"],
  ["/connectors/0", "address"],
  ["/administrators/0/email", "adminEmail1"],
  ["/administrators/1/email", "adminEmail2"],
  ["/administrators/1", "adminName2"],
  ["/administrators", "adminName1"],
  ["/domains", "domain"],
  ["/recipes", "recipes"],
  ["/colour", "colour"],
  ["/kind", "kind"],
  ["/name", "name"],
  ["/id", "id"],
];

function fieldAt(pointer: string): Field | "recipes" {
  return places.find(([beginning]) => pointer.startsWith(beginning))?.[1] ?? "address";
}

const words: Faults = {
  name: "Enter what it is called, in 120 characters or fewer",
  id: "Enter small letters, digits and single hyphens, like fenmarsh",
  kind: "Choose what it is",
  domain: "Enter a host name, like services.fenmarsh.gov.uk",
  colour: "Enter a colour of six digits or letters, like #0a5c55",
  provider: "Enter what the button says, like your council account",
  issuer: "Enter the address of the provider, beginning with https://",
  clientId: "Enter what the provider knows this platform by",
  adminGroup: "Enter the group that its administrators are in",
  officeName: "Enter what people call it, like environmental health",
  address: "Enter its address, beginning with https://",
  recipes: "Choose recipes from the list",
  adminName1: "Enter the name of the first administrator",
  adminEmail1: "Enter an email address, like name@fenmarsh.gov.uk",
  adminName2: "Enter the name of the second administrator",
  adminEmail2: "Enter an email address, like name@fenmarsh.gov.uk",
};
