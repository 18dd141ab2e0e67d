import { setTimeout as pause } from "node:timers/promises";
import type { Target } from "../loader/target.ts";
import { openCouncil, type Rig, type Server } from "../rig.ts";
import type { Followed } from "../servers/followed.ts";
import { startMailSink } from "../servers/mail-sink.ts";
import { type Heard, type Latency, median } from "../statistics.ts";
import { followedCouncil } from "../tenant.ts";
import { openPage } from "./open-page.ts";
import { checkRefused } from "./refused.ts";

const copies = 100_000;
const shown = 600;
const steady = { perS: 100, connections: 16 };
const changes = 10;
const longestWaitMs = 10_000;

/** What it takes to keep citizens informed. */
export interface Tracked {
  /** A tracking page, asked for 100 times a second among 100,000 processes. */
  readonly latency: Latency;
  /** From the answer to whoever made a change until somebody knows of it. */
  readonly openPage: Heard;
  readonly mail: Heard;
}

/** A server whose council has many processes, a few of which its team still works on. */
export interface ManyProcesses {
  readonly server: Server;
  readonly worked: readonly Followed[];
  readonly copied: readonly Followed[];
  readonly mail: Mail;
}

interface Mail {
  /** When each message was taken. */
  readonly times: number[];
  close(): void;
}

/** Make a few processes as the product does, and copies of one of them. */
export async function openManyProcesses(rig: Rig): Promise<ManyProcesses> {
  const times: number[] = [];
  const sink = await startMailSink(() => times.push(performance.now()));
  const { sinkPort } = rig;
  const opening = { queue: "in-process", sinkPort, smtpUrl: sink.url } as const;
  const server = await openCouncil(rig, "followed", opening, followedCouncil);
  const { target, worker } = server;
  const load = { target, connections: 1, seconds: 10, most: changes };
  checkRefused(target, await rig.loader.ask("closedLoop", load));
  await until(() => worker.ask("isSettled", followedCouncil));
  const tenant = followedCouncil;
  const worked = await worker.ask("workedOn", { tenant, count: changes });
  const copied = await worker.ask("copyProcess", { tenant, count: copies, shown });
  return { server, worked, copied, mail: { times, close: sink.close } };
}

/** Show tracking pages at a steady rate, then end processes one by one and see who hears of it, and when. */
export async function trackedFigures(
  { loader }: Rig,
  { server, worked, copied, mail }: ManyProcesses,
): Promise<Tracked> {
  const page = pagesOf(server, copied);
  await loader.ask("openLoop", { target: page, ...steady, seconds: 1 });
  const answered = await loader.ask("openLoop", { target: page, ...steady, seconds: 5 });
  checkRefused(page, answered);
  const heard = [];
  for (const followed of worked) heard.push(await hear({ server, mail, followed }));
  mail.close();
  await server.worker.kill();
  return {
    latency: answered.latency,
    openPage: heardOf(heard.map(({ pageMs }) => pageMs)),
    mail: heardOf(heard.map(({ mailMs }) => mailMs)),
  };
}

/** Every other page is asked for by its citizen, the rest by who has the reference alone. */
function pagesOf(server: Server, copied: readonly Followed[]): Target {
  return {
    kind: "page",
    url: new URL(server.target.url).origin,
    paths: copied.map(({ reference }) => pathOf(reference)),
    cookies: copied.map(({ cookie }, nth) => (nth % 2 === 0 ? cookie : "")),
  };
}

function pathOf(reference: string): string {
  return `/c/${followedCouncil}/track/${reference}`;
}

interface Hearing {
  readonly server: Server;
  readonly mail: Mail;
  readonly followed: Followed;
}

/** Complete the last task of a process; gives how long after the answer its open page and its mail knew. */
async function hear({ server: { target }, mail, followed }: Hearing) {
  const { reference, cookie, task } = followed;
  const { origin } = new URL(target.url);
  const page = await openPage(`${origin}${pathOf(reference)}/changes`, cookie);
  const sent = mail.times.length;
  const changed = page.changed();
  const answer = await fetch(`${origin}/t/${followedCouncil}/v1/tasks/${task}/complete`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${target.key}`,
      "content-type": "application/json",
      "idempotency-key": `bench-${task}`,
    },
    body: "{}",
  });
  const answeredAt = performance.now();
  if (!answer.ok) throw new Error(`A task was not completed: ${await answer.text()}`);
  const changedAt = await changed;
  await until(async () => mail.times.length > sent);
  page.close();
  const mailedAt = mail.times[sent] ?? Number.NaN;
  // Who hears of it before the answer came waits for nothing.
  return {
    pageMs: Math.max(0, changedAt - answeredAt),
    mailMs: Math.max(0, mailedAt - answeredAt),
  };
}

function heardOf(ms: readonly number[]): Heard {
  return { medianMs: median(ms), worstMs: Math.max(...ms) };
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + longestWaitMs;
  while (!(await done())) {
    if (performance.now() > end) throw new Error("What was to come did not come");
    await pause(5);
  }
}
