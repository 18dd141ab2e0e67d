import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asPlatform, listPeople } from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import type { Platform } from "./platform.ts";
import { adminOf } from "./seed-people.ts";

const carriers = {
  "in-process": "in this process (no Redis)",
  "private-redis": "BullMQ on a private Redis",
  "given-redis": "BullMQ on the given Redis",
};

/** What runs, and where. */
export interface Running {
  readonly platform: Pick<Platform, "store" | "carrier" | "groundFor"> & {
    /** Left out where messages go to a mail server. */
    readonly mailbox: unknown;
  };
  readonly port: number;
  /** Left out where no simulators run. */
  readonly simulatorsPort: number | undefined;
}

/** What a person who has just started the platform needs to know: where to look, and with what to sign in. */
export async function banner(
  { platform, port, simulatorsPort }: Running,
  config: Config,
): Promise<string> {
  const base = `${config.tls ? "https" : "http"}://localhost:${port}`;
  const tenants = (await platform.store.tenants()).map(({ definition }) => definition);
  const councils = tenants.filter(
    ({ kind, sandboxOf }) => kind === "council" && sandboxOf === undefined,
  );
  const lines = [
    "",
    `Guildhall is running on ${base}`,
    "",
    ...councils.map(({ id, name }) => row(name, `${base}/c/${id}/`)),
    row("All councils", `${base}/`),
    row("Staff sign in", `${base}/console/`),
    ...(platform.mailbox ? [row("Messages sent", `${base}/mailbox/`)] : []),
    ...councils.slice(0, 1).map(({ id }) => row("API, to try out", `${base}/t/${id}/docs/`)),
    ...(simulatorsPort === undefined
      ? []
      : [row("Back offices", `http://localhost:${simulatorsPort}/`)]),
    "",
    ...(await staffSignIn(platform, councils)),
    ...(await signIns(
      config,
      councils.map(({ id }) => id),
    )),
    row("Queue", carriers[platform.carrier]),
    row("Data", config.data),
    "",
  ];
  return `${lines.join("\n")}\n`;
}

/** Whom to sign in as, of the people of the default start; nobody's real address is printed. */
async function staffSignIn(
  { groundFor }: Running["platform"],
  [council]: readonly { readonly id: string }[],
): Promise<string[]> {
  const ground = council && (await groundFor(council.id));
  if (!ground) return [];
  const { data } = await listPeople(asPlatform(ground), { limit: 1 });
  if (data.length === 0)
    return [row("Nobody can sign in yet", `guildhall person add --tenant ${council.id} --help`)];
  const admin = adminOf(council.id);
  return data[0]?.email === admin ? [row(`Staff address, ${council.id}`, admin)] : [];
}

async function signIns({ data }: Config, councils: readonly string[]): Promise<string[]> {
  const path = join(data, "demo-keys.json");
  if (!existsSync(path)) return [];
  // Written by the seed, in a folder that only we can read.
  const keys = JSON.parse(await readFile(path, "utf8")) as Record<string, { vendor: string }>;
  const shown = councils.slice(0, 1).map((id) => row(`Vendor key, ${id}`, keys[id]?.vendor ?? ""));
  return [...shown, row("All keys", path)];
}

function row(label: string, value: string): string {
  return `  ${label.padEnd(40)} ${value}`;
}
