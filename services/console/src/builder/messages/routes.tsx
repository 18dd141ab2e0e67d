import { type DraftMessage, MessageKind, type MessageWords } from "@guildhall/contract";
import type { Fault } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { wantsJson } from "../../routes/wants-json.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { changesIn, Entered } from "../ground/part-fields.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { sayFault } from "../ground/say-fault.ts";
import { messageAddresses } from "./addresses.ts";
import { MessagePage } from "./message-page.tsx";
import { MessagesPage } from "./messages-page.tsx";
import {
  englishWords,
  faultsIn,
  messageEdits,
  readMessage,
  shownMessage,
  type Typed,
  welshField,
  welshWords,
} from "./read-message.ts";
import type { Previews } from "./shown-message.tsx";

/** What people are told by a service in the making. */
export function messagesRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const at = "/services/:service/messages";
  app.get(
    at,
    onDraft(parts, (c, frame) => showList(c, frame)),
  );
  app.post(at, onDraft(parts, saveNext));
  app.get(`${at}/:kind`, onDraft(parts, showSaved));
  app.post(`${at}/:kind`, onDraft(parts, save));
  app.post(`${at}/:kind/clear`, onDraft(parts, clear));
  return app;
}

type Ctx = Context<ConsoleEnv>;

async function showList(
  c: Ctx,
  frame: DraftFrame,
  again?: { readonly entered: Entered; readonly faults: Faults },
): Promise<Response> {
  const messages = await c.var.desk.api.draftMessages(frame.draft.service);
  const page = { frame, messages, ...(again ?? { entered: new Entered(), faults: {} }) };
  return c.html(<MessagesPage {...page} />, again ? 422 : 200);
}

async function saveNext(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const field = "whatHappensNext";
  return saveEdits(c, frame, {
    fields,
    edits: changesIn(fields, [{ field, at: `/${field}` }]),
    next: frame.here.messages,
    done: "draft-saved",
    onFault: (faults) => showList(c, frame, { entered: new Entered(fields), faults }),
  });
}

/** @throws NotFound */
async function messageOf(c: Ctx, { draft }: DraftFrame): Promise<DraftMessage> {
  const { data: kind } = MessageKind.safeParse(c.req.param("kind"));
  const messages = kind ? await c.var.desk.api.draftMessages(draft.service) : [];
  const found = messages.find((one) => one.kind === kind);
  if (!found) throw new NotFound();
  return found;
}

async function showSaved(c: Ctx, frame: DraftFrame): Promise<Response> {
  const message = await messageOf(c, frame);
  const { words, welsh } = message;
  const typed = {
    subject: words?.subject ?? "",
    text: words?.text ?? "",
    sms: words?.sms ?? "",
    welshSubject: welsh?.subject ?? "",
    welshText: welsh?.text ?? "",
    welshSms: welsh?.sms ?? "",
  };
  const { previews, faults } = await previewsOf(c, frame, { message, typed });
  return c.html(<MessagePage {...{ frame, message, typed, was: typed, faults, previews }} />);
}

interface Written {
  readonly message: DraftMessage;
  readonly typed: Typed;
}

/** Fill in what was written in both languages, or say why it cannot be, by field. */
async function previewsOf(
  c: Ctx,
  frame: DraftFrame,
  { message, typed }: Written,
): Promise<{ previews?: Previews; faults: Faults }> {
  if (typed.subject === "" || typed.text === "") return { faults: {} };
  const scenario = scenarioOf(c, frame);
  const { kind } = message;
  const shown = async (language: "en" | "cy", words: MessageWords) => {
    const asked = { kind, language, words, ...(scenario ? { scenario } : {}) };
    const call = c.var.desk.api.previewMessage(frame.draft.service, asked);
    return answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  };
  const welshTyped = welshWords(typed);
  const english = await shown("en", englishWords(typed));
  const welsh = welshTyped && (await shown("cy", welshTyped));
  const faults = {
    ...(english.refused && faultsOf(english.refused.faults, englishField)),
    ...(welsh?.refused && faultsOf(welsh.refused.faults, welshField)),
  };
  if (!english.answer || welsh?.refused) return { faults };
  return { previews: { scenario, english: english.answer, welsh: welsh?.answer }, faults };
}

/** A scenario of the draft that the address names. */
function scenarioOf(c: Ctx, { draft }: DraftFrame): string | undefined {
  const id = c.req.query("scenario");
  return draft.definition.scenarios?.find((one) => one.id === id)?.id;
}

const englishField = { subject: "subject", text: "text", sms: "sms" } as const;

function faultsOf(
  found: readonly Fault[],
  fields: Readonly<Record<keyof MessageWords, string>>,
): Faults {
  const said = found.map(({ pointer, ...fault }) => {
    const part = pointer.split("/").at(-1);
    const field = part === "subject" || part === "sms" ? fields[part] : fields.text;
    return [field, sayFault(fault)] as const;
  });
  return Object.fromEntries(said.toReversed());
}

async function save(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const message = await messageOf(c, frame);
  const typed = readMessage(fields);
  const was = shownMessage(fields);
  const missing = faultsIn(typed);
  const isComplete = Object.keys(missing).length === 0;
  const faults = isComplete ? (await previewsOf(c, frame, { message, typed })).faults : missing;
  const again = (found: Faults) => {
    if (wantsJson(c))
      return c.json({ said: `Not saved yet. ${Object.values(found).join(" ")}` }, 422);
    return c.html(<MessagePage {...{ frame, message, typed, was, faults: found }} />, 422);
  };
  if (Object.keys(faults).length > 0) return again(faults);
  return saveEdits(c, frame, {
    fields,
    edits: messageEdits(frame.draft.definition, message.kind, fields),
    next: messageAddresses(frame.here).message(message.kind),
    done: "message-saved",
    onFault: again,
  });
}

async function clear(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const { kind } = await messageOf(c, frame);
  const { messages = {}, welsh = {} } = frame.draft.definition;
  const translated = Object.keys(welsh).filter((path) => path.startsWith(`messages.${kind}.`));
  const paths = [
    ...(messages[kind] ? [`/messages/${kind}`] : []),
    ...translated.map((path) => `/welsh/${path}`),
  ];
  const { list } = messageAddresses(frame.here);
  return saveEdits(c, frame, {
    fields,
    edits: paths.map((at) => ({ edit: { act: "clear", at } })),
    next: list,
    done: "message-cleared",
    onFault: (faults) => showList(c, frame, { entered: new Entered(), faults }),
  });
}
