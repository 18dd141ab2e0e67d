import {
  EndedSession,
  NewSession,
  NewSignIn,
  SecretState,
  Session,
  SessionSecret,
  SignIn,
  SignInCredential,
  SignInMethod,
} from "@guildhall/contract";
import { getSignInCredential, refreshSession, setSignInCredential } from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { exampleNewSession, exampleSessionSecret } from "../examples.ts";
import { limitEach, limitTo } from "../limits.ts";
import { readJson } from "../read-json.ts";
import {
  anyone,
  bearer,
  createRouter,
  json,
  readRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

const tags = ["Sign-in"];

/** A whole council may sit behind one address, and come at nine in the morning. */
const limited = limitTo("sign-ins", { points: 120, seconds: 600 });
/** Far fewer than a mailbox takes in all: whoever knows an address does not use its links up from one place. */
const limitLinks = limitEach("links", { points: 10, seconds: 900 });
const refreshLimited = limitTo("sessions", { points: 3000, seconds: 600 });

const method = createRoute({
  method: "get",
  path: "/sign-in",
  operationId: "getSignIn",
  summary: "Read how staff sign in",
  tags,
  security: anyone,
  responses: {
    200: { description: "By a link, or at the organisation's own provider", ...json(SignInMethod) },
    ...refusals(),
  },
});

const begin = createRoute({
  method: "post",
  path: "/sign-ins",
  operationId: "beginSignIn",
  summary: "Begin a sign-in",
  description:
    "By e-mail: a link is sent if the address is one of ours; the answer is the same if it is not. At a provider: send the browser to `url`. Keep `browserSecret` in the browser that began, and no other: what comes back counts only there.",
  tags,
  security: anyone,
  middleware: [limited, readJson] as const,
  request: { body: { required: true, ...json(NewSignIn, { email: "officer@council.example" }) } },
  responses: {
    202: { description: "Begun", ...json(SignIn) },
    ...refusals(...writeRefusals, "sign-in-failed"),
  },
});

const start = createRoute({
  method: "post",
  path: "/sessions",
  operationId: "startSession",
  summary: "Finish a sign-in and start a session",
  description:
    "With `code`, the last part of the link; or with `answer`, the query that the provider added to the address it sent the browser back to. Either serves once.",
  tags,
  security: anyone,
  middleware: [limited, readJson] as const,
  request: { body: { required: true, ...json(NewSession, exampleNewSession) } },
  responses: {
    201: { description: "Signed in", ...json(Session) },
    ...refusals(...writeRefusals, "sign-in-failed"),
  },
});

const refresh = createRoute({
  method: "post",
  path: "/sessions/refresh",
  operationId: "refreshSession",
  summary: "Refresh a session",
  description:
    "Each refresh gives another secret, to be kept in place of the one before. That one is answered with the same for half a minute, for tabs that refresh at once and for answers that were lost; any older one ends the session, since somebody has copied it.",
  tags,
  security: anyone,
  middleware: [refreshLimited, readJson] as const,
  request: { body: { required: true, ...json(SessionSecret, exampleSessionSecret) } },
  responses: {
    200: { description: "The session goes on", ...json(Session) },
    ...refusals(...writeRefusals),
  },
});

const end = createRoute({
  method: "delete",
  path: "/sessions/current",
  operationId: "endSession",
  summary: "Sign out",
  description:
    "Where the answer has a `url`, send the browser there: it ends the provider's own session.",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Signed out", ...json(EndedSession) },
    ...refusals(...readRefusals),
  },
});

const readCredential = createRoute({
  method: "get",
  path: "/sign-in/credential",
  operationId: "getSignInCredential",
  summary: "Read whether the sign-in provider's credential is set",
  tags,
  security: bearer,
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Whether, and since when", ...json(SecretState) },
    ...refusals(...readRefusals),
  },
});

const setCredential = createRoute({
  method: "put",
  path: "/sign-in/credential",
  operationId: "setSignInCredential",
  summary: "Set the sign-in provider's credential",
  description:
    "What the organisation's own provider knows this platform by. A client secret, or a private key as a JWK for `private_key_jwt`. It never comes back.",
  tags,
  security: bearer,
  middleware: [requireCredential, readJson] as const,
  request: {
    body: {
      required: true,
      ...json(SignInCredential, { clientSecret: "as-the-provider-gave-it" }),
    },
  },
  responses: {
    200: { description: "Set", ...json(SecretState) },
    ...refusals(...writeRefusals, "sign-in-again"),
  },
});

/** How staff sign in, and their sessions. */
export function createSignIn({ signIns }: Pick<ApiDeps, "signIns">) {
  return createRouter()
    .openapi(method, (c) => c.json(signIns.method(c.var.ctx), 200))
    .openapi(begin, async (c) => {
      const { ctx } = c.var;
      const input = c.req.valid("json");
      if (input.email !== undefined) await limitLinks(c, `${ctx.tenant.id} ${input.email}`);
      return c.json(await signIns.begin(ctx, input), 202);
    })
    .openapi(start, async (c) => c.json(await signIns.start(c.var.ctx, c.req.valid("json")), 201))
    .openapi(refresh, async (c) => {
      const { secret } = c.req.valid("json");
      return c.json(await refreshSession(c.var.ctx, secret), 200);
    })
    .openapi(end, async (c) => c.json(await signIns.end(c.var.ctx), 200))
    .openapi(readCredential, async (c) => c.json(await getSignInCredential(c.var.ctx), 200))
    .openapi(setCredential, async (c) =>
      c.json(await setSignInCredential(c.var.ctx, c.req.valid("json")), 200),
    );
}
