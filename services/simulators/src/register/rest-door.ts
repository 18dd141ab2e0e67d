import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { type CallEnv, destroy } from "../misbehave.ts";
import { addOnce, type RegisterCase } from "./cases.ts";
import { changedIn, type Register, takeCase } from "./register.ts";

const pageSize = 100;
const NewNote = z.object({ id: z.string(), text: z.string(), author: z.string().default("") });
const Facts = z.record(z.string(), z.string());

/** The register's JSON door. What it will not take it says in an answer of 200, as many systems do. */
export function restDoor(register: Register, apiKey: string | undefined): Hono<CallEnv> {
  const { cases } = register;
  const app = new Hono<CallEnv>();
  app.use(async (c, next) => {
    if (!isSame(c.req.header("x-api-key") ?? "", apiKey)) return c.json({ ok: false }, 401);
    return next();
  });
  app.post("/cases", (c) => create(c, register));
  app.get("/cases", (c) => list(c, register));
  app.post("/cases/:id/notes", (c) =>
    withCase(c, register, (held) => {
      const note = NewNote.safeParse(bodyOf(c));
      if (!note.success) return refuse(c, "note-invalid");
      const { notes } = held;
      cases.keep(held.id, { notes: addOnce(notes, { ...note.data, public: true, ours: false }) });
      return c.json({ ok: true });
    }),
  );
  app.post("/cases/:id/files", (c) => withCase(c, register, (held) => keepFile(c, register, held)));
  app.patch("/cases/:id", (c) =>
    withCase(c, register, (held) => {
      const facts = Facts.safeParse(bodyOf(c));
      if (!facts.success) return refuse(c, "case-invalid");
      cases.keep(held.id, { facts: { ...held.facts, ...facts.data } });
      return c.json({ ok: true });
    }),
  );
  return app;
}

/** Compare without telling by the time it takes. */
export function isSame(given: string, wanted: string | undefined): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted ?? "")];
  return wanted !== undefined && one.length === other.length && timingSafeEqual(one, other);
}

function create(c: Context<CallEnv>, register: Register): Response {
  const document = Buffer.from(c.get("body") ?? []).toString("utf8");
  if (document === "") return refuse(c, "document-missing");
  const externalReference = c.req.header("x-external-reference") ?? "";
  const taken = takeCase(register, { externalReference, door: "api", document });
  if (taken.is === "unanswered") return destroy(c);
  if (taken.is === "refused") return refuse(c, "street-unknown");
  return taken.is === "known"
    ? refuse(c, "already-registered")
    : c.json({ ok: true, id: taken.id }, 201);
}

function list(c: Context<CallEnv>, register: Register): Response {
  const { cases } = register;
  const { externalReference, changedSince, until, cursor = "0" } = c.req.query();
  if (externalReference !== undefined) {
    const held = cases.byReference(externalReference);
    return c.json({ ok: true, cases: held ? [present(held)] : [] });
  }
  const [from, to] = [new Date(changedSince ?? ""), new Date(until ?? "")];
  if (Number.isNaN(from.getTime() + to.getTime())) return refuse(c, "window-invalid");
  const found = changedIn(register, from, to);
  const start = Number.parseInt(cursor, 10) || 0;
  const next = start + pageSize < found.length ? String(start + pageSize) : undefined;
  return c.json({ ok: true, cases: found.slice(start, start + pageSize).map(present), next });
}

function present({ id, externalReference, status, version, changedAt, notes }: RegisterCase) {
  const own = notes.filter(({ ours }) => ours);
  return { id, externalReference, status, version, changedAt, notes: own };
}

function keepFile(c: Context<CallEnv>, { cases }: Register, held: RegisterCase): Response {
  const name = /filename="([^"]{1,200})"/.exec(c.req.header("content-disposition") ?? "")?.[1];
  const id = c.req.header("x-file-id");
  if (name === undefined || id === undefined) return refuse(c, "file-invalid");
  const contentType = c.req.header("content-type") ?? "application/octet-stream";
  const bytes = c.get("body")?.byteLength ?? 0;
  cases.keep(held.id, { files: addOnce(held.files, { id, name, contentType, bytes }) });
  return c.json({ ok: true });
}

function withCase(
  c: Context<CallEnv>,
  { cases }: Register,
  work: (held: RegisterCase) => Response,
): Response {
  const held = cases.find(c.req.param("id") ?? "");
  return held ? work(held) : c.json({ ok: false, problem: "not-found" }, 404);
}

function refuse(c: Context, problem: string): Response {
  return c.json({ ok: false, problem });
}

function bodyOf(c: Context<CallEnv>): unknown {
  try {
    return JSON.parse(Buffer.from(c.get("body") ?? []).toString("utf8"));
  } catch {
    return undefined;
  }
}
