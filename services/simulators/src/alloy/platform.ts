import { z } from "zod";
import type { Link } from "../platform/link.ts";
import type { Call, News } from "./notice.ts";

/** How the platform took some news; `again` when it did not answer, or asked to be asked later. */
export type Verdict =
  | { readonly verdict: "answered" | "refused" }
  | { readonly verdict: "again"; readonly afterMs?: number };

export interface Line {
  readonly link: Link;
  /** The same at every attempt, so that the platform can tell a repeat. */
  readonly key: string;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Told of every call made. */
  onCall(call: Call): void;
}

const timeoutMs = 10_000;
const Tasks = z.object({ data: z.array(z.object({ id: z.string(), state: z.string() })) });
const Task = z.object({ state: z.string() });
const over = ["completed", "cancelled"];

/** Tell the platform one piece of news, by the calls that its API has for it. */
export function tell(line: Line, news: News): Promise<Verdict> {
  if (news.kind === "note") return addNote(line, news);
  return news.kind === "ask" ? askCitizen(line, news) : updateTask(line, news);
}

/** The citizen can answer on a page that asks for this alone, and send photos. */
async function askCitizen(line: Line, { question }: Extract<News, { kind: "ask" }>) {
  const url = `${base(line.link)}/information-requests`;
  const reason = "The officer who works on your request needs to know this to go on.";
  return verdictOf(await call(line, "POST", url, { ownQuestion: question, files: true, reason }));
}

async function addNote(
  line: Line,
  { contents, visibleToCitizen }: Extract<News, { kind: "note" }>,
) {
  const url = `${base(line.link)}/notes`;
  return verdictOf(await call(line, "POST", url, { contents, visibleToCitizen }));
}

async function updateTask(
  line: Line,
  news: Exclude<News, { kind: "note" | "ask" }>,
): Promise<Verdict> {
  const listed = await call(line, "GET", `${base(line.link)}/tasks`);
  const tasks = Tasks.safeParse(listed?.body);
  if (!tasks.success) return worst(verdictOf(listed), { verdict: "refused" });
  const task = tasks.data.data.find(({ state }) => !over.includes(state)) ?? tasks.data.data.at(-1);
  if (!task) return { verdict: "refused" };

  const url = new URL(`../tasks/${encodeURIComponent(task.id)}`, base(line.link)).href;
  const { externalStatus } = news;
  const updated = await call(line, "PATCH", url, { externalStatus });
  const verdict = verdictOf(updated);
  if (news.kind === "status" || verdict.verdict === "again") return verdict;
  if (over.includes(Task.safeParse(updated?.body).data?.state ?? "")) return verdict;

  return verdictOf(await call(line, "POST", `${url}/complete`, { fields: news.fields }));
}

/** One that asks for another attempt outweighs one that does not. */
function worst(first: Verdict, second: Verdict): Verdict {
  return first.verdict === "again" ? first : second;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

/** Make one call; undefined when nobody answered. */
async function call(line: Line, method: string, url: string, body?: unknown) {
  const at = line.now().toISOString();
  try {
    const response = await line.fetch(url, {
      method,
      headers: headersOf(line, method, body),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.any([line.signal, AbortSignal.timeout(timeoutMs)]),
    });
    const { status, headers } = response;
    line.onCall({ at, method, url, status });
    return { status, retryAfter: headers.get("retry-after"), body: await readJson(response) };
  } catch (error) {
    line.onCall({ at, method, url, error: reasonOf(error) });
    return undefined;
  }
}

function headersOf({ link, key }: Line, method: string, body: unknown): Record<string, string> {
  return {
    Accept: "application/json",
    Authorization: `Bearer ${link.grant}`,
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    ...(method === "POST" ? { "Idempotency-Key": key } : {}),
  };
}

function verdictOf(answer: Answer | undefined): Verdict {
  if (!answer) return { verdict: "again" };
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return { verdict: "answered" };
  const seconds = Number(retryAfter ?? Number.NaN);
  if (seconds >= 0) return { verdict: "again", afterMs: seconds * 1000 };
  return { verdict: status >= 500 || [408, 425, 429].includes(status) ? "again" : "refused" };
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // an answer that is no JSON is judged by its status alone
  }
}

/** Why there was no answer, without the address or anything that was sent. */
function reasonOf(error: unknown): string {
  const { name, cause } = error instanceof Error ? error : new Error(String(error));
  if (name === "TimeoutError") return "No answer in time";
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : name;
  return `No answer (${code})`;
}

function base({ callbackUrl }: Link): string {
  return callbackUrl.replace(/\/+$/, "");
}
