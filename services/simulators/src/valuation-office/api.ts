import { timingSafeEqual } from "node:crypto";
import { withXml, XmlFault } from "@guildhall/xml";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { toldOf } from "../faults.ts";
import { type CallEnv, destroy } from "../misbehave.ts";
import { Refusal } from "./refusal.ts";
import { factsOf } from "./report-facts.ts";
import { changedAt, receivedAt, type Submission } from "./submission.ts";
import { createTokens, type Tokens } from "./tokens.ts";
import type { ValuationOffice } from "./valuation-office.ts";

export interface ValuationCredentials {
  readonly userName: string;
  readonly password: string;
}

interface Deps {
  readonly office: ValuationOffice;
  readonly credentials: ValuationCredentials | undefined;
}

/** The operations of the service around Valuebill: log in, upload a file, and ask what became of it. */
export function valuationApi({ office, credentials }: Deps): Hono<CallEnv> {
  const tokens = createTokens(office.now);
  const app = new Hono<CallEnv>();
  app.onError((error, c) =>
    error instanceof Refusal ? c.json(error.body, error.status) : c.json(unknown.body, 500),
  );
  app.post("/login", (c) => {
    if (!isKnown(bytesOf(c), credentials)) throw new Refusal(401);
    return c.json({ token: tokens.begin() });
  });
  app.post("/upload", (c) => {
    checkCaller(c, tokens, office);
    return upload(c, office);
  });
  app.get("/submissions", (c) => {
    checkCaller(c, tokens, office);
    const changed = changedSince(office, c.req.query("changedSince"));
    const told = toldOf(office.faults, changed, ({ xml }) => factsOf(xml).transaction ?? "");
    return c.json({ submissions: told.map(present) });
  });
  app.get("/submissions/:reference", (c) => {
    checkCaller(c, tokens, office);
    const found = office.submissions.find(c.req.param("reference"));
    if (!found) throw new Refusal(404);
    return c.json(present(found));
  });
  return app;
}

const unknown = new Refusal(500, "5000");
const Login = z.object({ username: z.string(), password: z.string() });
const Reference = z.string().regex(/^[\w.-]{1,64}$/);

/** Take a file in, acting out the faults that concern that alone. It is checked after the answer. */
function upload(c: Context<CallEnv>, office: ValuationOffice): Response {
  const { faults, submissions, verifier } = office;
  const reference = Reference.safeParse(c.req.query("reference"));
  if (!reference.success) throw new Refusal(400, "5000");
  if (faults.take("refused")) throw new Refusal(400, "1006");
  const xml = readXml(bytesOf(c));
  const known = submissions.find(reference.data);
  if (known && known.xml !== xml) throw new Refusal(409);
  const taken = known ?? submissions.take(reference.data, xml);
  if (!known) verifier.verify(reference.data);
  if (faults.take("lost-reply")) return destroy(c);
  if (faults.take("duplicate")) throw new Refusal(409);
  if (faults.take("success-without-reference")) return c.json({}, 202);
  return c.json(present(taken), known ? 200 : 202);
}

/** What cannot be read is turned away at the door, a DOCTYPE among it; all else is told later. */
function readXml(bytes: Uint8Array): string {
  try {
    withXml(bytes, () => undefined);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw error.code === "too-large" ? new Refusal(413, "4000") : new Refusal(400, "2001");
  }
  return Buffer.from(bytes).toString("utf8");
}

function changedSince({ submissions }: ValuationOffice, given: string | undefined) {
  if (given === undefined) return submissions.all();
  const moment = z.iso.datetime({ offset: true }).safeParse(given);
  if (!moment.success) throw new Refusal(400, "5000");
  return submissions.changedSince(new Date(moment.data));
}

function present(submission: Submission) {
  const { reference, state, findings } = submission;
  return {
    reference,
    status: state,
    errors: findings.map(({ code, sentence }) => ({ code, values: [sentence] })),
    createdAt: receivedAt(submission),
    updatedAt: changedAt(submission),
  };
}

function checkCaller(c: Context, tokens: Tokens, { billingAuthority }: ValuationOffice): void {
  if (!tokens.isOpen(c.req.header("authorization"))) throw new Refusal(401);
  if (c.req.header("ba-code") !== billingAuthority) throw new Refusal(403, "1010");
}

function isKnown(body: Uint8Array, credentials: ValuationCredentials | undefined): boolean {
  const login = Login.safeParse(readJson(body));
  if (!login.success || !credentials) return false;
  const { username, password } = login.data;
  return isSame(username, credentials.userName) && isSame(password, credentials.password);
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}

function bytesOf(c: Context<CallEnv>): Uint8Array {
  return c.get("body") ?? new Uint8Array();
}
