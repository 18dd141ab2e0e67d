import { type Service, text } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Fields, fieldOf, readForm } from "@guildhall/ui";
import type { Context, Handler } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import { CommentPage } from "../pages/preview-pages.tsx";
import type { CommentFields, CommentFormProps } from "../pages/preview-parts.tsx";
import type { Words } from "../words/words.ts";
import type { Parts } from "./parts.ts";

/** Take what a reader of a preview says of a page, and lead back to it. */
export function commentRoute(parts: Parts): Handler<PortalEnv> {
  return async (c) => {
    const form = await readForm(c.req.raw);
    if (!form) throw new TooLarge();
    const { council } = c.var;
    const about = aboutIn(await council.api.service(""), form);
    const fields = fieldsIn(form);
    const faults = faultsIn(fields, council.words.previews.faults);
    if (Object.keys(faults).length > 0) return showAgain(c, parts, { ...about, fields, faults });
    return give(c, parts, { ...about, fields });
  };
}

async function give(
  c: Context<PortalEnv>,
  parts: Parts,
  given: Omit<Wrong, "faults">,
): Promise<Response> {
  const { council } = c.var;
  const { service, page, fields, once } = given;
  const { author, text: words } = fields;
  const said = { page, question: questionIn(given, fields), author, text: words };
  try {
    await council.api.comment(c.req.param("key") ?? "", said, once);
  } catch (error) {
    if (!(error instanceof Refused && error.passes)) throw error;
    return showAgain(c, parts, { ...given, faults: { text: council.words.previews.busy } });
  }
  return c.redirect(`${council.at.page(service.id, page)}?said=yes#comments`, 303);
}

/** What a comment is about. */
interface About {
  readonly service: Service;
  readonly page: string;
  readonly questions: readonly { readonly id: string; readonly label: string }[];
  readonly once: string;
}

/** @throws NotFound for a page that cannot be spoken of */
function aboutIn(service: Service, form: Fields): About {
  const page = fieldOf(form, "page") ?? "";
  const found = service.form.pages.find(({ id }) => id === page);
  if (!found && page !== "check-your-answers") throw new NotFound();
  const questions = (found?.questions ?? []).map(({ id, label }) => ({ id, label }));
  const once = /^[\w-]{16,64}$/.exec(fieldOf(form, "once") ?? "")?.[0] ?? crypto.randomUUID();
  return { service, page, questions, once };
}

/** What a page asks alone is what is meant. */
function questionIn({ questions }: About, { question }: CommentFields): string | undefined {
  const [only, ...more] = questions;
  return more.length === 0 ? only?.id : questions.find(({ id }) => id === question)?.id;
}

type Wrong = About & Pick<CommentFormProps, "fields" | "faults">;

function showAgain(c: Context<PortalEnv>, { look }: Parts, wrong: Wrong) {
  const { previewing, ...council } = c.var.council;
  const shown = { council: { ...council, previewing: withoutBox(previewing) }, look };
  const box = { ...wrong, action: c.req.path, said: [], thanks: false };
  const back = council.at.page(wrong.service.id, wrong.page);
  return c.html(<CommentPage {...box} {...shown} back={back} />, 422);
}

function withoutBox<T extends { readonly name: string }>(previewing: T | undefined) {
  return previewing && { name: previewing.name };
}

function fieldsIn(form: Fields): CommentFields {
  const one = (name: string) => (fieldOf(form, name) ?? "").replaceAll("\r\n", "\n").trim();
  return { question: one("question"), author: one("author"), text: one("text") };
}

const [longText, longName] = [text(1200, 1), text(80, 1)];

function faultsIn(
  { author, text: words }: CommentFields,
  said: Words["previews"]["faults"],
): Partial<Record<keyof CommentFields, string>> {
  return {
    ...(!longText.safeParse(words).success && {
      text: words === "" ? said.noText : said.longText,
    }),
    ...(!longName.safeParse(author).success && {
      author: author === "" ? said.noName : said.longName,
    }),
  };
}
