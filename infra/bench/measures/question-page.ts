import type { Filling } from "../loader/people.ts";
import { middlePage, pageOf } from "../loader/people.ts";
import type { Target } from "../loader/target.ts";
import { openCouncil, type Rig, type Server } from "../rig.ts";
import type { Latency } from "../statistics.ts";
import { council } from "../tenant.ts";
import { checkRefused } from "./refused.ts";

const people = 1000;
/** Enough for what a server keeps of any number of people: compiled forms, prepared statements, its own code. */
const before = 150;
const steady = { perS: 100, connections: 16 };
const seconds = 5;

/** A server on which people are half way through a form. */
export interface HalfFilled {
  readonly server: Server;
  /** What their browsers keep. */
  readonly cookies: readonly string[];
  /** What 1,000 people who are half way add to the server's resident memory: all that they take of the machine. */
  readonly draftsMb: number;
}

/** Have people come half way through a form. */
export async function fillForms(rig: Rig): Promise<HalfFilled> {
  const { loader } = rig;
  const server = await openCouncil(rig, "pages", { queue: "in-process" });
  const { worker } = server;
  const at = placeOf(server);
  const fill = (count: number) => loader.ask("fillHalfway", { ...at, count } satisfies Filling);
  await fill(before);
  const beganMb = await worker.ask("residentMb");
  const cookies = await fill(people);
  const draftsMb = (await worker.ask("residentMb")) - beganMb;
  return { server, cookies, draftsMb: Math.max(0, draftsMb) };
}

/** Show each the page that they are on, at a steady rate: from when it was due to be asked for until all of it was there. */
export async function questionPages(
  { loader }: Rig,
  { server, cookies }: HalfFilled,
): Promise<Latency> {
  const page: Target = { kind: "page", url: pageOf(placeOf(server), middlePage), cookies };
  await loader.ask("openLoop", { target: page, ...steady, seconds: 1 });
  const shown = await loader.ask("openLoop", { target: page, ...steady, seconds });
  checkRefused(page, shown);
  await server.worker.kill();
  return shown.latency;
}

function placeOf({ target }: Server) {
  return { origin: new URL(target.url).origin, tenant: council };
}
