import type { Answers, NewCorrection } from "@guildhall/contract";
import { askedForm, type CompiledForm, compileForm } from "@guildhall/forms";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import { entered, fieldsOf } from "../../builder/trying/entered.ts";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, frameOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { CorrectPage, type CorrectPageProps, reasonField } from "./correct-page.tsx";

type C = Context<ConsoleEnv>;

/** Putting an answer right. */
export function correctRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/processes/:id/corrections/:question", async (c) => {
    const asked = await find(c);
    if (asked === undefined) return c.notFound();
    const { form, row } = asked;
    const fields = fieldsOf(form, { [row.question]: row.value as Answers[string] }); // It is one of the form's answers.
    return show(c, parts, { asked, fields });
  });
  app.post("/processes/:id/corrections/:question", (c) => correct(c, parts));
  return app;
}

interface Asked extends Pick<CorrectPageProps, "process" | "question" | "row"> {
  /** A form of nothing but the question. */
  readonly form: CompiledForm;
}

/** The question and its answer; undefined where it has none that can be corrected now. */
async function find(c: C): Promise<Asked | undefined> {
  const { api } = c.var.desk;
  const { id = "", question: name = "" } = c.req.param() as Record<string, string>;
  const process = await api.process(id);
  const { pages } = await api.readAnswers(id);
  const row = pages.flatMap(({ rows }) => rows).find(({ question }) => question === name);
  if (!row?.correctable || process.status !== "open") return undefined;
  const { form } = await api.serviceAt(process.service, process.serviceVersion);
  const question = form.pages.flatMap(({ questions }) => questions).find((one) => one.id === name);
  if (question === undefined) return undefined;
  return { process, question, row, form: aloneIn(askedForm(form, only(name)).form, question) };
}

function only(question: string) {
  return { questions: [question], files: false };
}

/** The form of one question, which may be left blank where it could be when it was asked. */
function aloneIn(
  { pages, ...form }: CompiledForm["form"],
  { required }: Asked["question"],
): CompiledForm {
  const alone = pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => ({ ...question, required })),
  }));
  return compileForm({ ...form, pages: alone });
}

interface Shown {
  readonly asked: Asked;
  readonly fields: CorrectPageProps["fields"];
  readonly reason?: string;
  readonly faults?: Faults;
  readonly once?: string;
}

function show(c: C, parts: Parts, shown: Shown): Response | Promise<Response> {
  const { asked, fields, reason = "", faults = {}, once = crypto.randomUUID() } = shown;
  const page = { ...frameOf(c, parts), ...asked, fields, reason, faults, once };
  c.header("Cache-Control", "no-store");
  return c.html(<CorrectPage {...page} />, Object.keys(faults).length > 0 ? 400 : 200);
}

/** Check it by the form's own rules, and put it right once. */
async function correct(c: C, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const asked = await find(c);
  const at = c.var.office.at.case(c.req.param("id") ?? "");
  // It has ended meanwhile, and the case says so.
  if (asked === undefined) return c.redirect(at, 303);
  const { process, row } = asked;
  const reason = (fieldOf(fields, reasonField) ?? "").trim();
  const once = onceOf(fields);
  const again = (faults: Faults) => show(c, parts, { asked, fields, reason, faults, once });
  const read = entered(asked.form, fields, parts.now());
  const faults = { ...("faults" in read && read.faults), ...reasonFault(reason) };
  if ("faults" in read || Object.keys(faults).length > 0) return again(faults);
  const body = { question: row.question, value: read.answers[row.question] ?? null, reason };
  const call = c.var.desk.api.correctAnswer(process.id, body as NewCorrection, once); // Answers are plain data.
  const { answer, refused } = await answerOrRefusal(call, refusals);
  if (refused?.code === "process-closed") return c.redirect(at, 303);
  if (refused) return again({ [row.question]: sayRefusal(refused.code) });
  return doneAt(c, at, answer.sentBefore ? "answer-corrected-after" : "answer-corrected");
}

const refusals = ["process-closed", "answers-invalid", "request-invalid"];

function sayRefusal(code: string): string {
  return code === "answers-invalid"
    ? "Enter an answer that the question takes"
    : "It is not asked while the other answers are as they are: correct the answer it depends on first";
}

function reasonFault(reason: string): Faults {
  if (reason === "") return { [reasonField]: "Say why you correct it" };
  const isLong = reason.length > 1000;
  return isLong ? { [reasonField]: "The reason must be 1,000 characters or fewer" } : {};
}
