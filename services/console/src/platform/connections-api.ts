import { Connection, type NewCredential, SecretState } from "@guildhall/contract";
import { ask, getConnector, setConnectorCredential } from "@guildhall/sdk";
import { type As, asSent } from "./as.ts";

/** The systems that an organisation is connected to, and what it is let in with. */
export function connectionsApi(as: As) {
  const to = (connector: string) => ({ ...as, path: { connector } });
  return {
    connection: (connector: string) => ask(getConnector(to(connector)), Connection),
    setCredential: (connector: string, body: NewCredential) =>
      ask(setConnectorCredential({ ...to(connector), body: asSent(body) }), SecretState),
  };
}
