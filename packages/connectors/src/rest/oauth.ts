import type { Auth } from "@guildhall/contract";
import { z } from "zod";
import { ask } from "../generic/caller.ts";
import { addressOf } from "../generic/draft.ts";
import { basic } from "../generic/entry.ts";
import { longestMs } from "../generic/log-on.ts";
import type { Call, ClientCertificate } from "../http/call.ts";
import type { Answer } from "../http/exchange.ts";
import { outcomeOfStatus } from "../http/outcome.ts";
import { harmless, NotAccepted } from "../not-accepted.ts";
import { SharedTicket } from "../shared-ticket.ts";
import type { EntryOptions } from "./entry-options.ts";

type OAuth = Extract<Auth, { by: "oauth2" }>;

interface Token {
  readonly token: string;
  readonly lastsMs: number;
}

const TokenAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .optional(),
  expires_in: z.coerce.number().min(1).optional().catch(undefined),
});

/** A token that does not say how long it lasts. */
const usualMs = 5 * 60 * 1000;
/** So much before its end it is asked for anew, for it has to last until the request is there. */
const earlyMs = 10_000;

/** Tokens of OAuth 2 client credentials: one for all, asked for anew before it ends or once it is refused. */
export function oauthTicket(
  options: EntryOptions,
  auth: OAuth,
  certificate: ClientCertificate | undefined,
): SharedTicket<string> {
  const { timeoutMs, deps } = options;
  let lastsMs = usualMs;
  const logOn = async () => {
    const call = { ...tokenCall(options, auth), ...(certificate && { certificate }) };
    const answer = await harmless(ask(deps.request, call, AbortSignal.timeout(timeoutMs)));
    const given = read(answer, deps.now());
    lastsMs = given.lastsMs;
    return given.token;
  };
  return new SharedTicket({ logOn, now: deps.now, trustedMs: longestMs, lastsMs: () => lastsMs });
}

function tokenCall({ address, credentials }: EntryOptions, auth: OAuth): Call {
  const { clientId = "", clientSecret = "" } = credentials;
  const { tokenUrl, scope, audience, clientIn } = auth;
  const isElsewhere = /^https:\/\//.test(tokenUrl);
  const path = tokenUrl.replace(/^\//, "");
  const inForm = clientIn === "form" && { client_id: clientId, client_secret: clientSecret };
  const fields = {
    grant_type: "client_credentials",
    ...(scope !== undefined && { scope }),
    ...(audience !== undefined && { audience }),
    ...inForm,
  };
  const own = encodeURIComponent;
  return {
    method: "POST",
    url: isElsewhere ? tokenUrl : addressOf(address, { path, query: [] }),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      accept: "application/json",
      ...(!inForm && { authorization: basic(own(clientId), own(clientSecret)) }),
    },
    body: new URLSearchParams(fields).toString(),
    isSecret: true,
  };
}

/** A log-on leaves nothing behind: whatever goes wrong is a plain retry. */
function read(answer: Answer, now: Date): Token {
  const parsed = TokenAnswer.safeParse(readJson(answer));
  if (answer.status < 300 && parsed.success) {
    const { access_token: token, expires_in: lastsS } = parsed.data;
    const lastsMs = lastsS === undefined ? usualMs : Math.max(lastsS * 1000 - earlyMs, earlyMs);
    return { token, lastsMs };
  }
  if (answer.status < 300 || [400, 401, 403].includes(answer.status))
    throw new NotAccepted({ outcome: "retry", code: "credential-refused" });
  throw new NotAccepted({ ...outcomeOfStatus(answer, now), outcome: "retry" });
}

function readJson({ body }: Answer): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
