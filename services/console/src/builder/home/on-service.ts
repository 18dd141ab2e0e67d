import type { VersionSummary } from "@guildhall/contract";
import type { Context } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import { frameOf } from "../../routes/frame-of.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import { serviceAddresses } from "../ground/service-addresses.ts";
import type { ServiceFrame } from "./service-page.tsx";

/** What the pages of a service are told that was published before, whether it has a draft now or not. @throws NotFound */
export async function publishedService(
  c: Context<ConsoleEnv>,
  parts: Parts,
): Promise<{ readonly frame: ServiceFrame; readonly latest: VersionSummary }> {
  const service = c.req.param("service") ?? "";
  const latest = await latestOf(c, service);
  if (!latest) throw new NotFound();
  return { frame: serviceFrame(c, parts, latest.title), latest };
}

export function serviceFrame(c: Context<ConsoleEnv>, parts: Parts, name: string): ServiceFrame {
  const here = serviceAddresses(c.var.office.at.root, c.req.param("service") ?? "");
  return { ...frameOf(c, parts), here, name, once: crypto.randomUUID() };
}

/** The latest version, where it was ever published. */
export async function latestOf(
  c: Context<ConsoleEnv>,
  service: string,
): Promise<VersionSummary | undefined> {
  const { answer } = await answerOrRefusal(c.var.desk.api.versions(service), ["not-found"]);
  return answer?.data[0];
}
