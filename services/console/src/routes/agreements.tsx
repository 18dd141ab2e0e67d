import { AgreementSide, NewAgreement } from "@guildhall/contract";
import type { Refused } from "@guildhall/sdk";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import {
  AgreementPage,
  AgreementsPage,
  EndAgreementPage,
  LooksPage,
} from "../pages/agreements-page.tsx";
import type { Faults } from "../pages/frame.ts";
import { SidesPage, TermsPage, type TypedAgreement } from "../pages/new-agreement-page.tsx";
import { daysIn } from "./days-in.ts";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

const dayMs = 86_400_000;

/** Agreements with other councils: propose, approve and end them, and see what came of them. */
export function agreementRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/agreements", async (c) => {
    const agreements = await c.var.desk.api.agreements();
    return c.html(<AgreementsPage {...frameOf(c, parts)} agreements={agreements} />);
  });
  app.get("/agreements/new", (c) => showNew(c, parts));
  app.post("/agreements/new", (c) => propose(c, parts));
  app.get("/agreements/looks", (c) => showLooks(c, parts));
  app.get("/agreements/:id", async (c) => {
    const agreement = await c.var.desk.api.agreement(c.req.param("id"));
    const page = { ...frameOf(c, parts), agreement, once: crypto.randomUUID() };
    return c.html(<AgreementPage {...page} />);
  });
  app.post("/agreements/:id/approve", async (c) => {
    const id = c.req.param("id");
    await c.var.desk.api.approveAgreement(id, onceOf(await formOf(c)));
    return doneAt(c, c.var.office.at.agreement(id), "agreement-approved");
  });
  app.get("/agreements/:id/end", async (c) => {
    const agreement = await c.var.desk.api.agreement(c.req.param("id"));
    const page = { ...frameOf(c, parts), agreement, once: crypto.randomUUID() };
    return c.html(<EndAgreementPage {...page} />);
  });
  app.post("/agreements/:id/end", async (c) => {
    const id = c.req.param("id");
    await c.var.desk.api.endAgreement(id, onceOf(await formOf(c)));
    return doneAt(c, c.var.office.at.agreement(id), "agreement-ended");
  });
  return app;
}

async function showNew(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { side, with: other } = c.req.query();
  const read = AgreementSide.safeParse(side);
  const others = await c.var.desk.api.others(c.var.office.tenant.id);
  if (read.data && others.some(({ id }) => id === other)) {
    const typed = { side: read.data, with: other ?? "", purpose: "", services: [], until: "" };
    return showTerms(c, parts, { typed, faults: {}, once: crypto.randomUUID() });
  }
  const isFirst = side === undefined && other === undefined;
  const faults = {
    ...(!isFirst && !others.some(({ id }) => id === other) && { with: "Choose a council" }),
    ...(!isFirst && !read.success && { side: "Choose who serves whom" }),
  };
  const page = { ...frameOf(c, parts), others, faults };
  return c.html(<SidesPage {...page} />, isFirst ? 200 : 422);
}

interface Shown {
  readonly typed: TypedAgreement;
  readonly faults: Faults;
  readonly once: string;
}

async function showTerms(c: Context<ConsoleEnv>, parts: Parts, shown: Shown): Promise<Response> {
  const { api } = c.var.desk;
  const own = c.var.office.tenant.id;
  const { side, with: other } = shown.typed;
  const named = (await api.others(own)).find(({ id }) => id === other);
  const services = await api.servicesAt(side === "owner" ? own : other);
  const page = { ...frameOf(c, parts), ...shown, services, other: named?.name ?? other };
  return c.html(<TermsPage {...page} />, Object.keys(shown.faults).length > 0 ? 422 : 200);
}

async function propose(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const once = onceOf(fields);
  const typed = typedIn(fields);
  const { until, services, ...said } = typed;
  const read = NewAgreement.safeParse({
    ...said,
    until: endOf(until),
    ...(services.length > 0 && { services }),
  });
  if (!read.data) {
    const wrong = read.error.issues.map(({ path }) => String(path[0]));
    return showTerms(c, parts, { typed, faults: faultsOf(wrong), once });
  }
  const call = c.var.desk.api.propose(read.data, once);
  const { answer, refused } = await answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  if (refused) return showTerms(c, parts, { typed, faults: faultsIn(refused), once });
  return doneAt(c, c.var.office.at.agreement(answer.id), "agreement-proposed");
}

function typedIn(fields: Fields): TypedAgreement {
  return {
    side: AgreementSide.catch("owner").parse(fieldOf(fields, "side")),
    with: fieldOf(fields, "with") ?? "",
    purpose: (fieldOf(fields, "purpose") ?? "").trim(),
    services: fields.get("services") ?? [],
    until: fieldOf(fields, "until") ?? "",
  };
}

/** The end of a day; nothing where it is none. */
function endOf(day: string): string | undefined {
  const begins = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(begins) ? undefined : new Date(begins + dayMs).toISOString();
}

const words: Faults = {
  purpose: "Say what it is for, in 1,200 characters or fewer",
  until: "Enter a day that is still to come",
  services: "Choose services that they have",
};

function faultsOf(wrong: readonly string[]): Faults {
  return Object.fromEntries(Object.entries(words).filter(([field]) => wrong.includes(field)));
}

function faultsIn({ faults }: Refused): Faults {
  const found = faultsOf(faults.map(({ pointer }) => pointer.split("/")[1] ?? ""));
  return Object.keys(found).length > 0 ? found : { purpose: "This cannot be proposed" };
}

async function showLooks(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { from = "", to = "" } = daysIn(c);
  const cursor = c.req.query("cursor");
  const { data: looks, nextCursor } = await c.var.desk.api.audit({
    type: "agreement.used",
    ...(from && { after: new Date(Date.parse(from) - 1).toISOString() }),
    ...(to && { before: new Date(Date.parse(to) + dayMs).toISOString() }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const page = { ...frameOf(c, parts), looks, more: moreOf(c, nextCursor), days: { from, to } };
  return c.html(<LooksPage {...page} />);
}
