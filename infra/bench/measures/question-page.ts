import type { Filling } from "../loader/people.ts";
import { middlePage, pageOf } from "../loader/people.ts";
import type { Target } from "../loader/target.ts";
import { openCouncil, type Rig } from "../rig.ts";
import type { Latency } from "../statistics.ts";
import { council } from "../tenant.ts";
import { checkRefused } from "./refused.ts";

const people = 1000;
/** Enough for what a server keeps of any number of people: compiled forms, prepared statements, its own code. */
const before = 150;
const steady = { perS: 100, connections: 16 };
const seconds = 5;

/** What it costs to have people fill forms in. */
export interface QuestionPages {
  /** From when a page was due to be asked for until all of it was there. */
  readonly latency: Latency;
  /** What 1,000 people who are half way add to the server's resident memory: all that they take of the machine. */
  readonly draftsMb: number;
}

/** Have people come half way through a form, then show each the page that they are on, at a steady rate. */
export async function questionPages(rig: Rig): Promise<QuestionPages> {
  const { loader } = rig;
  const { worker, target } = await openCouncil(rig, "pages", { queue: "in-process" });
  const at = { origin: new URL(target.url).origin, tenant: council };
  const fill = (count: number) => loader.ask("fillHalfway", { ...at, count } satisfies Filling);
  await fill(before);
  const beganMb = await worker.ask("residentMb");
  const cookies = await fill(people);
  const draftsMb = (await worker.ask("residentMb")) - beganMb;

  const page: Target = { kind: "page", url: pageOf(at, middlePage), cookies };
  await loader.ask("openLoop", { target: page, ...steady, seconds: 1 });
  const shown = await loader.ask("openLoop", { target: page, ...steady, seconds });
  checkRefused(page, shown);
  await worker.kill();
  return { latency: shown.latency, draftsMb: Math.max(0, draftsMb) };
}
