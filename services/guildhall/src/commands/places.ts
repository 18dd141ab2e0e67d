import { readFile } from "node:fs/promises";
import { asPlatform, importGazetteer, setPlacesKey } from "@guildhall/domain";
import type { Command } from "commander";
import { type Counts, type LeftOut, noCounts, readGazetteer } from "../gazetteer/read-gazetteer.ts";
import { FileRefused } from "../gazetteer/records.ts";
import { inTenant } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

interface Flags {
  readonly tenant: string;
  readonly file: string;
  readonly dryRun?: boolean;
}

/** `guildhall places import` and `guildhall places key`. */
export function addPlacesCommands(command: Command, world: CommandWorld): void {
  const places = command.command("places").description("where a tenant's addresses come from");
  places
    .command("import")
    .description("put the addresses of a file in the place of those that a tenant has")
    .requiredOption("--tenant <id>", "whose addresses")
    .requiredOption("--file <path>", "a CSV file with the columns of BS 7666, or DTF 7.3")
    .option("--dry-run", "read the file, say what it has, and change nothing")
    .action((flags: Flags) => importFile(flags, world));
  places
    .command("key")
    .description("set the key that a tenant's provider of addresses and maps is asked with")
    .requiredOption("--tenant <id>", "whose provider")
    .requiredOption("--file <path>", "a file with the key")
    .action((flags: Flags) => setKey(flags, world));
}

/** The file is read whole before anything is written, so that one that is no good changes nothing. */
async function importFile({ tenant, file, dryRun }: Flags, world: CommandWorld): Promise<void> {
  const imported = await inTenant(tenant, world, async (ground) => {
    const [custodian] = ground.tenant.places?.custodianCodes ?? [];
    if (custodian === undefined)
      throw new Error(`${tenant} has no custodian code: name it under places in its tenant.yaml.`);
    const counts = noCounts();
    for await (const _ of readGazetteer(file, { custodian, counts }));
    world.say(describe(counts));
    refuseDoubtful(counts);
    if (dryRun) return undefined;
    const addresses = readGazetteer(file, { custodian, counts: noCounts() });
    return importGazetteer(asPlatform(ground), addresses);
  });
  if (!imported) return world.say("Nothing was changed.");
  const { addresses, before } = imported;
  world.say(`${tenant} has ${count(addresses)} addresses now; it had ${count(before)}.`);
}

const reasons: Readonly<Record<LeftOut, string>> = {
  "not-approved": "not approved, or ended",
  "no-place": "without a place on the National Grid",
  unreadable: "that cannot be read",
  incomplete: "without a street, a town or a number",
};

function describe({ rows, addresses, left, unreadable }: Counts): string {
  return [
    `${count(rows)} rows, ${count(addresses)} addresses`,
    ...[...left].map(([reason, number]) => `  ${count(number)} ${reasons[reason]}`),
    ...(unreadable.length > 0
      ? [`  The first of these are in the lines ${unreadable.join(", ")}.`]
      : []),
  ].join("\n");
}

/** One row in ten that cannot be read is not a slip: the file has another encoding, or another order of columns. */
function refuseDoubtful({ rows, addresses, left }: Counts): void {
  if (addresses === 0) throw new FileRefused("The file has no address. Nothing was changed.");
  if ((left.get("unreadable") ?? 0) > rows / 10)
    throw new FileRefused(
      "More than one row in ten cannot be read. Save the file as UTF-8. Nothing was changed.",
    );
}

/** From a file, since what stands on a command line is seen by every program on the machine. */
async function setKey({ tenant, file }: Flags, world: CommandWorld): Promise<void> {
  const key = (await readFile(file, "utf8")).trim();
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new Error("The file does not have a key.");
  await inTenant(tenant, world, (ground) => setPlacesKey(asPlatform(ground), key));
  world.say("The key is set.");
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}
