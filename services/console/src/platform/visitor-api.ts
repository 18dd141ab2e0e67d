import { EndedSession, Session, SignIn, SignInMethod, Tenant } from "@guildhall/contract";
import {
  ask,
  beginSignIn,
  type Client,
  endSession,
  getSignIn,
  getTenant,
  refreshSession,
  startSession,
} from "@guildhall/sdk";

/**
 * What can be asked of an organisation by whoever is not signed in yet.
 *
 * @throws Refused, each of them
 */
export function createVisitorApi(client: Client) {
  const headers = () => ({ "Idempotency-Key": `console-${crypto.randomUUID()}` });
  return {
    tenant: () => ask(getTenant({ client }), Tenant),
    signInMethod: () => ask(getSignIn({ client }), SignInMethod),
    beginSignIn: (body: { email?: string; again?: boolean }) =>
      ask(beginSignIn({ client, body, headers: headers() }), SignIn),
    startSession: (body: { code?: string; answer?: string; browserSecret?: string }) =>
      ask(startSession({ client, body, headers: headers() }), Session),
    refreshSession: (secret: string) =>
      ask(refreshSession({ client, body: { secret }, headers: headers() }), Session),
    endSession: (token: string) => ask(endSession({ client, auth: token }), EndedSession),
  };
}
export type VisitorApi = ReturnType<typeof createVisitorApi>;
