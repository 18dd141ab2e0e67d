import { findOutbox, listOutbox, type OutboxRow } from "@guildhall/store";
import { wordsOfCode } from "../delivery/code-words.ts";
import { type LoadedDelivery, loadRow } from "../delivery/load.ts";
import { whole } from "../delivery/shown.ts";
import { tellOfDelivery } from "./fault.ts";
import { type Delivered, tryLookUp } from "./look-up.ts";
import { type Trial, until } from "./trial.ts";

/** Follow what is delivered of a process and was not followed before, one after the other. */
export async function followDeliveries(trial: Trial, followed: Set<string>): Promise<Delivered[]> {
  const delivered: Delivered[] = [];
  for (const { id } of await casesOf(trial)) {
    const row = followed.has(id) ? undefined : await findOutbox(trial.sandbox.db, id);
    followed.add(id);
    if (row) delivered.push(await followDelivery(trial, row));
  }
  if (delivered.length > 0) trial.log.ends = "accepted";
  return delivered;
}

async function casesOf({ sandbox, process }: Trial): Promise<OutboxRow[]> {
  const owed = await listOutbox(sandbox.db, [process]);
  return owed.filter(({ kind, operation }) => kind === "delivery" && operation === "create");
}

async function followDelivery(trial: Trial, row: LoadedDelivery["row"]): Promise<Delivered> {
  await writeDocument(trial, row);
  const { log } = trial;
  const connector = row.destination;
  const name = await trial.sandbox.catalogue.connectorName(connector);
  const settled = await until(trial, async () => {
    const now = await findOutbox(trial.sandbox.db, row.id);
    return now && now.state !== "pending" && now.state !== "queued" ? now : undefined;
  });
  if (!settled) return stillWaiting(trial, row, name);
  const { reference, state } = settled;
  if (state === "accepted" && reference !== null) {
    log.pass("delivery", { connector, sentence: `${name} took it, and calls it ${reference}.` });
    log.theirReferences[connector] = reference;
    const delivered = { connector, reference };
    await tellOfDelivery(trial, settled, name);
    await tryLookUp(trial, delivered);
    return delivered;
  }
  return endUndelivered(trial, settled, name);
}

/** What was not taken waits for a person: where it was to go wrong so, that is what had to happen. */
function endUndelivered(
  { log, fault }: Trial,
  { destination: connector, state, lastCode }: OutboxRow,
  name: string,
): never {
  // What its service goes on without is told by what went wrong on purpose, where something did.
  const isLetGo = state === "handled";
  const isRefused = state === "refused" || (isLetGo && fault === "refused");
  log.ends = isRefused ? "refused" : "held";
  const { means, advice } = wordsOfCode(lastCode ?? "");
  const why = `${means} (${lastCode}). ${advice}`;
  if (fault === "refused" && isRefused) {
    const then = isLetGo ? "The service goes on without it" : "It waits for a person";
    const sentence = `${name} refused it, as it was told to: ${why} ${then}, and it is not sent again by itself.`;
    return log.end("delivery", { connector, sentence });
  }
  if (fault === "lost-reply" && state === "held") {
    const sentence = `The answer of ${name} was lost, and it cannot be asked whether it has the case: ${why} It is held for a person, so that no case is made twice.`;
    return log.end("delivery", { connector, sentence });
  }
  const sentence = `It did not get to ${name}: ${why}`;
  return log.stop("delivery", "failed", { connector, sentence });
}

async function stillWaiting(
  { sandbox, log }: Trial,
  { id, destination: connector }: OutboxRow,
  name: string,
): Promise<never> {
  const code = (await findOutbox(sandbox.db, id))?.lastCode;
  const why = code ? ` The last try came to this: ${wordsOfCode(code).means} (${code}).` : "";
  return log.stop("delivery", "waiting", {
    connector,
    sentence: `${name} had not taken it when time was up.${why}`,
  });
}

/** Codes of documents that were written, and that their receiver's schema does not take. */
const bySchema: ReadonlySet<string> = new Set([
  "document-invalid",
  "document-check-timeout",
  "schema-missing",
  "schema-unusable",
]);

async function writeDocument(trial: Trial, row: LoadedDelivery["row"]): Promise<void> {
  const { sandbox, log, desk } = trial;
  const connector = row.destination;
  // What cannot be written is kept for a person.
  log.ends = "held";
  const loaded = await loadRow(sandbox, row);
  if (!loaded)
    return log.stop("document", "failed", { connector, sentence: "There is no mapping for it." });
  const { id, format, schema } = loaded.mapping;
  const written = await desk.write(sandbox, loaded);
  const isObjected = "code" in written;
  if (isObjected && !bySchema.has(written.code))
    return log.stop("document", "failed", { connector, ...objection(id, written) });
  const text = isObjected ? undefined : whole(written.text);
  if (text !== undefined) log.documents.push({ connector, mapping: id, format, text });
  log.pass("document", { connector, sentence: `The mapping “${id}” wrote its document.` });
  if (isObjected) return log.stop("schema", "failed", { connector, ...objection(id, written) });
  if (schema !== undefined)
    log.pass("schema", { connector, sentence: `It is as the schema “${schema}” has it.` });
  log.ends = undefined;
}

type Objection = Extract<Awaited<ReturnType<Trial["desk"]["write"]>>, { code: string }>;

function objection(mapping: string, { code, faults = [] }: Objection) {
  return {
    sentence: `“${mapping}”: ${wordsOfCode(code).means} (${code}).`,
    faults: faults.map(({ target, sentence }) => `“${target}”: ${sentence}`),
  };
}
