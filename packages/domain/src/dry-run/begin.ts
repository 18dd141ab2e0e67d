import { fillIn, pointerTo, serviceFaults } from "@guildhall/builder";
import {
  type Answers,
  type DraftDefinition,
  type Fault,
  type NewDryRun,
  Problem,
  type ServiceDefinition,
  type StartedProcess,
} from "@guildhall/contract";
import { createSampler, sentenceFor, ukDate } from "@guildhall/forms";
import { keepTrialVersion, transact } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { startProcess } from "../process/start.ts";
import { refuseFaulty } from "../service/check/said.ts";
import { knownTo } from "../service/publish.ts";
import { reachServiceDraft } from "../service-draft/reach.ts";
import { notReady } from "../service-draft/ready.ts";
import type { DryRunDesk } from "./desk.ts";
import type { DryRunLog } from "./log.ts";
import { withNeededFiles } from "./needed-files.ts";

/** A definition to try out that is not the live one; and the draft's revision where it is the draft. */
export interface ToTry {
  readonly definition?: ServiceDefinition;
  readonly revision?: number;
}

/**
 * Find what is to be tried out.
 *
 * @throws Problem `not-found`, `service-not-ready` (the draft), `request-invalid` with each thing that cannot work in a
 * definition that was given
 */
export async function toTry(
  ctx: Context,
  service: string,
  { version, draft, definition }: Pick<NewDryRun, "version" | "draft" | "definition">,
): Promise<ToTry> {
  if (definition) {
    const given = { id: service, ...definition };
    refuseFaulty(
      serviceFaults(given, await knownTo(ctx)).map(([path, said]) => [
        ["definition", ...path],
        said,
      ]),
    );
    return { definition: given };
  }
  if (draft) {
    const kept = await reachServiceDraft(ctx.db, service);
    return { definition: await workable(ctx, kept.definition), revision: kept.revision };
  }
  if (version !== undefined)
    return { definition: (await ctx.catalogue.published(service, version)).definition };
  await ctx.catalogue.live(service);
  return {};
}

/** A draft as the service that it would be: what is not decided yet has a placeholder, and keeps nobody from trying it. */
async function workable(ctx: Context, draft: DraftDefinition): Promise<ServiceDefinition> {
  const definition = fillIn(draft);
  const faults = serviceFaults(definition, await knownTo(ctx));
  if (faults.length === 0) return definition;
  const said = faults.map(([path, detail]) => {
    return { pointer: pointerTo(path), code: "unworkable", detail };
  });
  throw notReady(said);
}

/** The service in the sandbox: its live version, or the one that is tried out, which nobody else finds there. */
export async function inSandbox(
  sandbox: Context,
  service: string,
  definition: ServiceDefinition | undefined,
): Promise<CompiledService> {
  if (!definition) return sandbox.catalogue.live(service);
  const at = sandbox.now();
  const version = await transact(sandbox.db, (tx) => keepTrialVersion(tx, definition, at));
  return sandbox.catalogue.version(service, version);
}

/** What is sent in: answers that were given or made up, and where it is written down. */
interface Submitting {
  readonly given: Answers | undefined;
  readonly desk: Pick<DryRunDesk, "keepSample">;
  readonly log: DryRunLog;
}

/** Send the answers in, as a citizen would. */
export async function submit(
  sandbox: Context,
  service: CompiledService,
  { given, desk, log }: Submitting,
): Promise<StartedProcess> {
  const { definition, version, form } = service;
  const drawn = given ?? madeUp(form, ukDate(new Date(sandbox.now())));
  if (!drawn) return log.stop("form", "failed", { sentence: "Nobody gets through this form." });
  const answers = withoutFiles(form, drawn);
  log.answers = answers;
  try {
    const sent = await withNeededFiles(sandbox, service, answers, desk);
    const started = await startProcess(sent.ctx, {
      service: definition.id,
      version,
      answers: sent.answers,
    });
    const whose = given ? "The answers" : "Answers that were made up";
    log.pass("form", { sentence: `${whose} fit the form. The reference is ${started.reference}.` });
    return started;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "answers-invalid") throw error;
    const faults = (error.faults ?? []).map((fault) => inWords(fault, form));
    const sentence = "The form does not take these answers.";
    return log.stop("form", "failed", { sentence, faults });
  }
}

/** The usual among the answers that the form takes. */
export function madeUp(form: CompiledService["form"], today: string): Answers | undefined {
  return createSampler(form, today).usual();
}

/** The files of whoever wrote the answers are not here. */
function withoutFiles({ questions }: CompiledService["form"], answers: Answers): Answers {
  const isFile = (id: string) => questions.get(id)?.question.type === "files";
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !isFile(id)));
}

/** What a citizen would read beside the question. */
function inWords({ pointer, ...fault }: Fault, { questions }: CompiledService["form"]): string {
  const path = pointer.replace(/^\/answers/, "");
  const asked = questions.get(path.split("/")[1] ?? "")?.question;
  const said = asked ? sentenceFor(asked, { ...fault, pointer: path }) : fault.code;
  return `“${asked?.label ?? path.slice(1)}”: ${said}`;
}
