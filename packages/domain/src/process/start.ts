import {
  type Answers,
  type Fault,
  type Language,
  type NewProcess,
  Problem,
  type StartedProcess,
} from "@guildhall/contract";
import { checkAnswers, contactOf, ukDate } from "@guildhall/forms";
import { mintCitizenToken, trackingKey } from "@guildhall/keys";
import { addWorkingDays, begin } from "@guildhall/process";
import {
  adoptDocuments,
  continueFrom,
  type DocumentRow,
  endDraft,
  findDraft,
  findProcess,
  insertProcess,
  isDraftOfInformation,
  listDraftDocuments,
} from "@guildhall/store";
import { noteUse } from "../agreement/use.ts";
import { channelOf } from "../assist/channel.ts";
import type { CompiledService } from "../catalogue.ts";
import { change, isConstraint, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { refuseOvertaken } from "../draft/standing.ts";
import { wardOf } from "../figures/ward.ts";
import { reachOf, toldBy } from "../message/channel.ts";
import { presentPayment } from "../payment/present.ts";
import { beginRun } from "./go-on.ts";
import { factsOf } from "./run.ts";

const citizenTokenMs = 24 * 3_600_000;

/**
 * Accept a citizen's answers and start tracking them.
 *
 * Nothing is sent from here. The process, the event that tells of it and all that it owes to the outside are
 * committed together, so the citizen gets a reference only for work that will be done. Where something is to be
 * paid, what comes after the payment is not owed yet.
 *
 * @throws Problem `not-found` (service), `answers-invalid`, `invalid-transition` (the draft was submitted before),
 * `draft-replaced`, `service-withdrawn`
 */
export async function startProcess(ctx: Context, input: NewProcess): Promise<StartedProcess> {
  requireScope(ctx, "processes:write");
  const service = await serviceFor(ctx, input);
  const answers = checked(ctx, service, input.answers);
  return withFreshReference(ctx, (reference) =>
    accept(ctx, { service, answers, reference, language: input.language ?? "en" }),
  );
}

interface Accepted {
  readonly service: CompiledService;
  readonly answers: Answers;
  readonly reference: string;
  readonly language: Language;
}

async function accept(
  ctx: Context,
  { service, answers, reference, language }: Accepted,
): Promise<StartedProcess> {
  const { definition, version } = service;
  const id = ctx.ids.id("prc");
  const contact = contactOf(definition, answers);
  const channel = await channelOf(ctx);
  const told = toldBy(contact);
  const receivedAt = ctx.now();
  const days = definition.target.firstResponseWorkingDays;
  const { stage, ...run } = begin(definition, factsOf(service, answers));
  // Where something is to be paid, the time to answer begins when it is.
  const respondBy = run.payment ? null : addWorkingDays(new Date(receivedAt), days).getTime();
  const started = present(ctx, { id, reference, receivedAt });

  return change(ctx, async (unit) => {
    const row = { id, reference, service: definition.id, version, stage: stage.id };
    const ward = wardOf(definition, answers);
    const arrival = { receivedAt, respondBy, channel, language, toldBy: told, ward };
    await insertProcess(unit.tx, { ...row, ...arrival, answers, findable: contact });
    await takeOverDraft(unit, id, filesNamed(service, answers));
    const process = { id, service, ...reachOf({ toldBy: told, emailIndex: null }) };
    const telling = {
      process,
      subject: id,
      data: { service: row.service, version, ...(ctx.assists && { channel }) },
    };
    // Who is about to pay is written to once they have, or have not.
    const quiet = run.payment !== undefined;
    const owed = await beginRun(unit, run, { type: "process.started", ...telling, quiet });
    await noteUse(ctx, unit.tx, { act: "sent", process: id });
    // A wait that nobody is waited for ends at once, and the process may with it.
    const after = run.wait && (await findProcess(unit.tx, id));
    const { status } = after ?? started;
    return { ...started, status, ...(owed && { payment: presentPayment(ctx, owed, service) }) };
  });
}

const mostDraws = 5;

/** Draw a reference, and another where chance has given it to a process before. */
async function withFreshReference<T>(
  ctx: Context,
  work: (reference: string) => Promise<T>,
): Promise<T> {
  for (let draws = 1; ; draws += 1) {
    try {
      return await work(ctx.ids.reference(ctx.tenant.referencePrefix));
    } catch (error) {
      if (draws === mostDraws || !isConstraint(error)) throw error;
    }
  }
}

async function serviceFor(
  ctx: Context,
  { service, version }: NewProcess,
): Promise<CompiledService> {
  if (ctx.only?.draft === undefined) {
    if (version === undefined) return ctx.catalogue.live(service);
    // What is only tried is begun by the platform itself.
    return ctx.actor.kind === "platform"
      ? ctx.catalogue.version(service, version)
      : ctx.catalogue.published(service, version);
  }
  const draft = await findDraft(ctx.db, ctx.only.draft);
  if (!draft || draft.service !== service) throw new Problem("not-found");
  if (await isDraftOfInformation(ctx.db, draft.id)) throw new Problem("not-found");
  if (draft.process !== null) throw new Problem("invalid-transition");
  await refuseOvertaken(ctx, draft);
  return ctx.catalogue.version(draft.service, draft.version);
}

function checked(ctx: Context, { form }: CompiledService, answers: Answers): Answers {
  const result = checkAnswers(form, answers, ukDate(new Date(ctx.now())));
  if ("answers" in result) return result.answers;
  throw new Problem("answers-invalid", { faults: result.faults.map(inAnswers) });
}

function inAnswers(fault: Fault): Fault {
  return { ...fault, pointer: `/answers${fault.pointer}` };
}

/** A file that is named in the answers to a question. */
interface NamedFile {
  readonly question: string;
  readonly document: string;
}

function filesNamed({ definition }: CompiledService, answers: Answers): NamedFile[] {
  const asked = definition.form.pages
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === "files");
  return asked.flatMap(({ id: question }) =>
    ((answers[question] ?? []) as string[]).map((document) => ({ question, document })),
  );
}

async function takeOverDraft(
  { ctx, tx }: Unit,
  process: string,
  files: readonly NamedFile[],
): Promise<void> {
  const draft = ctx.only?.draft;
  if (draft !== undefined && !(await endDraft(tx, draft, process)))
    throw new Problem("invalid-transition");
  // As they are at this moment: one may be found infected, or be taken away, while the answers are looked at.
  if (files.length > 0) checkFiles(files, draft ? await listDraftDocuments(tx, draft) : []);
  if (draft === undefined) return;
  await adoptDocuments(tx, draft, process);
  await continueFrom(tx, draft, process);
}

/** Files that are named in the answers must have come with this very draft. */
function checkFiles(named: readonly NamedFile[], held: readonly DocumentRow[]): void {
  const faults = named.flatMap(({ question, document }) => {
    const file = held.find(({ id }) => id === document);
    const code = file ? file.state === "infected" && "infected" : "invalid";
    return code ? [{ pointer: `/answers/${question}`, code }] : [];
  });
  if (faults.length > 0) throw new Problem("answers-invalid", { faults });
}

function present(
  ctx: Context,
  { id, reference, receivedAt }: { id: string; reference: string; receivedAt: number },
): StartedProcess {
  return {
    id,
    reference,
    status: "open",
    receivedAt: new Date(receivedAt).toISOString(),
    trackingKey: trackingKey(ctx.keys.trackingSecret, id),
    ...(ctx.only?.draft === undefined ? {} : { token: citizenToken(ctx, id) }),
  };
}

/** The token with which a citizen follows a process. */
export function citizenToken(ctx: Context, process: string): string {
  return mintCitizenToken(ctx.keys.set, {
    issuer: ctx.issuer,
    subject: { kind: "process", id: process },
    scope: ["processes:read", "documents:read", "notes:read"],
    assistedBy: ctx.assists,
    jti: ctx.ids.id("jti"),
    issuedAt: new Date(ctx.now()),
    expiresAt: new Date(ctx.now() + citizenTokenMs),
  });
}
