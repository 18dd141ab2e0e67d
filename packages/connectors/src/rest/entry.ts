import type { Auth } from "@guildhall/contract";
import { ask, type Entry, toCall } from "../generic/caller.ts";
import { type Draft, writeDraft } from "../generic/draft.ts";
import { basic, plainEntry, withHeader } from "../generic/entry.ts";
import { isLoggedOff, longestMs, readToken } from "../generic/log-on.ts";
import { harmless } from "../not-accepted.ts";
import { SharedTicket } from "../shared-ticket.ts";
import type { EntryOptions } from "./entry-options.ts";
import { oauthTicket } from "./oauth.ts";

/** How a REST back office is entered, by its settings. */
export function createEntry(options: EntryOptions): Entry {
  const { auth } = options.settings;
  const plain = plainEntry(options.credentials);
  const { apiKey = "", userName = "", password = "" } = options.credentials;
  switch (auth.by) {
    case "certificate":
      return plain;
    case "api-key":
      return { ...plain, letIn: (draft) => withKey(draft, auth, apiKey) };
    case "basic":
      return { ...plain, letIn: authorised(basic(userName, password)) };
    case "bearer":
      return { ...plain, letIn: authorised(`Bearer ${apiKey}`) };
    case "oauth2":
      return {
        ...plain,
        ticket: oauthTicket(options, auth, plain.certificate),
        letIn: (draft, token) => withHeader(draft, "authorization", `Bearer ${token}`),
        isLost: ({ status }) => status === 401,
      };
    case "session":
      return {
        ...plain,
        ticket: sessionTicket(options, auth, plain),
        isLost: (answer) => isLoggedOff(answer, auth.lostWhen, options.settings.namespaces),
      };
  }
}

function authorised(value: string): Entry["letIn"] {
  return (draft) => withHeader(draft, "authorization", value);
}

function withKey(draft: Draft, auth: Extract<Auth, { by: "api-key" }>, key: string): Draft {
  if (auth.header !== undefined) return withHeader(draft, auth.header, `${auth.after}${key}`);
  return { ...draft, query: [...draft.query, [auth.query ?? "", `${auth.after}${key}`]] };
}

/** A log-on of the system's own. It is shared by all who wait for it, so it has a time limit of its own. */
function sessionTicket(
  { address, timeoutMs, settings, deps }: EntryOptions,
  auth: Extract<Auth, { by: "session" }>,
  { facts, certificate }: Pick<Entry, "facts" | "certificate">,
): SharedTicket<string> {
  const { request, now } = deps;
  const logOn = async () => {
    const call = toCall(writeDraft(auth.logOn, facts), address);
    const secret = { ...call, isSecret: true as const, ...(certificate && { certificate }) };
    const answer = await harmless(ask(request, secret, AbortSignal.timeout(timeoutMs)));
    return readToken(answer, auth.token, { namespaces: settings.namespaces, now: now() });
  };
  return new SharedTicket({ logOn, now, trustedMs: Math.min(auth.lastsS * 1000, longestMs) });
}
