import { NewWithdrawal } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { isNamed, nameAsked } from "../../pages/typed-name.tsx";
import { formOf, onceOf } from "../../routes/form.ts";
import { doneAt, moreOf } from "../../routes/frame-of.ts";
import { draftOf, onDraft } from "../ground/on-draft.ts";
import { publishedService } from "../home/on-service.ts";
import { HistoryPage } from "./history-page.tsx";
import { VersionPage } from "./version-page.tsx";
import { VersionsPage } from "./versions-page.tsx";
import { ConfirmWithdrawalPage, type ExitWords, WithdrawPage } from "./withdraw-pages.tsx";

/** What a service was, and how it ends. */
export function versionRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/versions", (c) => showVersions(c, parts));
  app.get("/services/:service/versions/:version", (c) => showVersion(c, parts));
  app.get(
    "/services/:service/history",
    onDraft(parts, async (c, frame) => {
      const { api } = c.var.desk;
      const asked = api.revisions(frame.draft.service, c.req.query("cursor"));
      const { data: revisions, nextCursor } = await asked;
      const page = { frame, revisions, more: moreOf(c, nextCursor) };
      return c.html(<HistoryPage {...page} />);
    }),
  );
  app.get("/services/:service/withdraw", async (c) => {
    const { frame } = await liveService(c, parts);
    return c.html(<WithdrawPage {...{ frame, words: noWords, faults: {} }} />);
  });
  app.post("/services/:service/withdraw", (c) => withdraw(c, parts));
  return app;
}

const noWords: ExitWords = { text: "", welsh: "" };

async function showVersions(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const { frame } = await publishedService(c, parts);
  const service = c.req.param("service") ?? "";
  const { data: versions, nextCursor } = await c.var.desk.api.versions(
    service,
    c.req.query("cursor"),
  );
  const page = { frame, versions, more: moreOf(c, nextCursor) };
  return c.html(<VersionsPage {...page} />);
}

async function showVersion(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const service = c.req.param("service") ?? "";
  const number = Number(c.req.param("version"));
  if (!Number.isSafeInteger(number) || number < 1) throw new NotFound();
  const [{ frame }, version, draft] = await Promise.all([
    publishedService(c, parts),
    c.var.desk.api.version(service, number),
    draftOf(c, service),
  ]);
  const page = { frame, version, hasDraft: draft !== undefined };
  return c.html(<VersionPage {...page} />);
}

/** Only what is live can be withdrawn. @throws NotFound */
async function liveService(c: Context<ConsoleEnv>, parts: Parts) {
  const found = await publishedService(c, parts);
  if (found.latest.state !== "live") throw new NotFound();
  return found;
}

async function withdraw(c: Context<ConsoleEnv>, parts: Parts): Promise<Response> {
  const fields = await formOf(c);
  const { frame } = await liveService(c, parts);
  const words = wordsIn(fields);
  const faults = faultsIn(words);
  if (Object.keys(faults).length > 0)
    return c.html(<WithdrawPage {...{ frame, words, faults }} />, 422);
  if (fieldOf(fields, "confirmed") !== "yes")
    return c.html(<ConfirmWithdrawalPage {...{ frame, words, faults: {} }} />);
  if (!isNamed(fieldOf(fields, "name"), frame.name)) {
    const unnamed = { name: nameAsked(frame.name) };
    return c.html(<ConfirmWithdrawalPage {...{ frame, words, faults: unnamed }} />, 422);
  }
  const { text, welsh } = words;
  const asked = welsh === "" ? { text } : { text, welsh };
  await c.var.desk.api.withdraw(c.req.param("service") ?? "", asked, onceOf(fields));
  return doneAt(c, frame.here.home, "service-withdrawn");
}

function wordsIn(fields: Fields): ExitWords {
  const read = (name: string) => fieldOf(fields, name)?.replaceAll("\r\n", "\n").trim() ?? "";
  return { text: read("text"), welsh: read("welsh") };
}

function faultsIn({ text, welsh }: ExitWords): Faults {
  const { shape } = NewWithdrawal;
  const isWrong = (field: keyof typeof shape, said: string) =>
    !shape[field].safeParse(said).success;
  return {
    ...(text === "" && { text: "Say what people should read" }),
    ...(text !== "" && isWrong("text", text) && { text: unusable }),
    ...(welsh !== "" && isWrong("welsh", welsh) && { welsh: unusable }),
  };
}

const unusable = "Say it in 2,000 characters or fewer, without characters that cannot be kept";
