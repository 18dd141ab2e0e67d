import { checkRefused } from "../measures/refused.ts";
import { openCouncil, type Rig, type Server } from "../rig.ts";
import { teamName } from "../servers/followed.ts";
import { type Latency, latencyOf } from "../statistics.ts";
import { submissionOf } from "../submission.ts";
import { followedCouncil } from "../tenant.ts";

const copies = 1_000_000;
const asked = 200;
/** Code is compiled by then, and the upper pages of indexes are read. */
const warmUp = 20;

/** What staff wait for in a council with a million processes, each with a task that is still to do. */
export async function amongMillion(rig: Rig) {
  rig.say(`Making ${copies.toLocaleString("en-GB")} processes …`);
  const server = await openCouncil(rig, "million", { queue: "in-process" }, followedCouncil);
  const { target, worker } = server;
  const load = { target, connections: 1, seconds: 10, most: 1 };
  checkRefused(target, await rig.loader.ask("closedLoop", load));
  const copying = { tenant: followedCouncil, count: copies, shown: 1, tasks: true };
  await worker.ask("copyProcess", copying);
  rig.say("Listing a team's work, and searching …");
  const teamList = await latency((nth) => teamListOf(server, nth));
  const emailSearch = await latency(() => searchOf(server));
  await worker.kill();
  return { teamList, emailSearch };
}

/** How long each of some requests takes, one after the other, until all of its answer is there. */
async function latency(ask: (nth: number) => Promise<Response>): Promise<Latency> {
  const times: number[] = [];
  for (let nth = 0; nth < warmUp + asked; nth += 1) {
    const began = performance.now();
    const answer = await ask(nth);
    const text = await answer.text();
    times.push(performance.now() - began);
    if (!answer.ok || !text.includes('"id"')) throw new Error(`Nothing was found: ${text}`);
  }
  return latencyOf(times.slice(warmUp));
}

function teamListOf({ target }: Server, nth: number): Promise<Response> {
  const team = encodeURIComponent(`${teamName}${nth % 10}`);
  const query = `state=open&state=in-progress&order=due&limit=50&team=${team}`;
  return fetch(`${apiOf(target.url)}/tasks?${query}`, { headers: headersOf(target.key) });
}

function searchOf({ target }: Server): Promise<Response> {
  return fetch(`${apiOf(target.url)}/processes/search`, {
    method: "POST",
    headers: { ...headersOf(target.key), "content-type": "application/json" },
    body: JSON.stringify({ email: submissionOf(0).email }),
  });
}

function apiOf(url: string): string {
  return url.replace(/\/processes$/, "");
}

function headersOf(key: string | undefined) {
  return { authorization: `Bearer ${key}` };
}
