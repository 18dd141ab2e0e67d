import {
  Connection,
  Key,
  type KeyChange,
  type NewKey,
  pageOf,
  ShownKey,
  SigningKeyState,
} from "@guildhall/contract";
import {
  ask,
  changeKey,
  done,
  getKey,
  issueKey,
  listConnectors,
  listKeys,
  listSigningKeys,
  revokeKey,
  rotateKey,
  rotateSigningKeys,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "./as.ts";

const connections = pageOf(Connection);
const signingKeys = pageOf(SigningKeyState);

/** Keys of vendors and partners, and those that the organisation signs with. */
export function keysApi(as: As) {
  return {
    keys: (cursor?: string) =>
      ask(
        listKeys({ ...as, query: { limit: pageLength, ...(cursor && { cursor }) } }),
        pageOf(Key),
      ),
    key: (id: string) => ask(getKey({ ...as, path: { id } }), Key),
    issueKey: (body: NewKey, once: string) =>
      ask(issueKey({ ...as, ...under(once), body: asSent(body) }), ShownKey),
    changeKey: (id: string, body: KeyChange) =>
      ask(changeKey({ ...as, path: { id }, body: asSent(body) }), ShownKey),
    rotateKey: (id: string, previousEndsInHours: number, once: string) =>
      ask(
        rotateKey({ ...as, path: { id }, ...under(once), body: { previousEndsInHours } }),
        ShownKey,
      ),
    revokeKey: (id: string) => done(revokeKey({ ...as, path: { id } })),
    connections: async () => (await ask(listConnectors(as), connections)).data,
    signingKeys: async () => (await ask(listSigningKeys(as), signingKeys)).data,
    rotateSigningKeys: (once: string) =>
      done(rotateSigningKeys({ ...as, ...under(once), body: {} })),
  };
}
