import type { ClientCertificate } from "../http/call.ts";
import type { Entry } from "./caller.ts";
import type { Draft } from "./draft.ts";
import type { Facts } from "./template.ts";

export type Credentials = Readonly<Record<string, string | undefined>>;

/** Let in by what a credential holds, until a way in adds its own. */
export function plainEntry(credentials: Credentials): Entry {
  return {
    facts: secretsOf(credentials),
    certificate: certificateOf(credentials),
    letIn: (draft) => draft,
    isLost: () => false,
  };
}

/** Put a header into a request; it counts before one of the same name that the settings name. */
export function withHeader(draft: Draft, name: string, value: string): Draft {
  return { ...draft, headers: { ...draft.headers, [name.toLowerCase()]: value } };
}

export function basic(userName: string, password: string): string {
  return `Basic ${Buffer.from(`${userName}:${password}`).toString("base64")}`;
}

function secretsOf({ userName, password, apiKey }: Credentials): Facts {
  return {
    "credential.userName": userName,
    "credential.password": password,
    "credential.apiKey": apiKey,
  };
}

function certificateOf({ certificate, privateKey }: Credentials): ClientCertificate | undefined {
  return certificate === undefined || privateKey === undefined
    ? undefined
    : { certificate, privateKey };
}
