import type {
  ConnectorDefinition,
  DraftDefinition,
  DraftStatus,
  StatusRow,
} from "@guildhall/contract";
import { stageFor } from "@guildhall/process";
import { type Context, requireScope } from "../context.ts";
import { wordsFor } from "../message/words-for.ts";
import { knownTo } from "../service/publish.ts";
import { reachServiceDraft } from "./reach.ts";

/**
 * List what each status of the back offices of a service in the making means for it, and who is told what: those that
 * they are known to have, that came lately, and that a table speaks of.
 *
 * @throws Problem `not-found`
 */
export async function listDraftStatuses(
  ctx: Context,
  service: string,
): Promise<{ data: DraftStatus[] }> {
  requireScope(ctx, "services:read");
  const { definition } = await reachServiceDraft(ctx.db, service);
  const { connectors, seen = [] } = await knownTo(ctx);
  const used = new Set((definition.mappings ?? []).map(({ connector }) => connector));
  const data = connectors
    .filter(({ id }) => used.has(id))
    .flatMap((connector) => {
      const lately = seen.filter(
        (one) => one.connector === connector.id && one.service === service,
      );
      const came = lately.map(({ external }) => external);
      return statusesOf(connector, definition, came).map((external) =>
        presentStatus(connector, definition, external),
      );
    });
  return { data };
}

function statusesOf(
  { knownStatuses, statuses }: ConnectorDefinition,
  { statuses: own = [] }: DraftDefinition,
  came: readonly string[],
): string[] {
  const named = [...knownStatuses.map(({ code }) => code), ...came];
  const rows = [...statuses, ...own].map(({ external }) => external);
  return [...new Set([...named, ...rows])];
}

function presentStatus(
  connector: ConnectorDefinition,
  definition: DraftDefinition,
  external: string,
): DraftStatus {
  const { statuses: own = [] } = definition;
  const row = stageFor([...own, ...connector.statuses], external);
  const text = connector.knownStatuses.find(({ code }) => code === external)?.text;
  return {
    connector: connector.id,
    connectorName: connector.name,
    external,
    ...(text === undefined ? {} : { text }),
    ...(row ? meaningOf(definition, row) : { state: "unmapped" }),
    told: toldOf(definition, row),
  };
}

type Meaning = Omit<DraftStatus, "connector" | "connectorName" | "external" | "text" | "told">;

function meaningOf({ statuses = [], stages }: DraftDefinition, row: StatusRow): Meaning {
  const { stage, ends } = row;
  const table = statuses.includes(row) ? "service" : "connector";
  const ending = ends ? { ends } : {};
  if (stage === undefined) return { state: "silent", table, ...ending };
  return { state: "mapped", stage, stageTitle: titleOf(stages, stage), table, ...ending };
}

function titleOf(stages: DraftDefinition["stages"], stage: string): string {
  return stages.find(({ id }) => id === stage)?.title ?? stage;
}

function toldOf({ messages = {}, stages }: DraftDefinition, row: StatusRow | undefined): string {
  if (!row) return "Nobody is told anything, and a member of staff gets a task to look at it.";
  if (row.stage === undefined) return "Nothing changes for the person.";
  const reads = `The person reads “${titleOf(stages, row.stage)}”`;
  const words = wordsFor({ messages }, row.ends ? "completed" : "stage-changed");
  const isWritten = row.message !== false && words !== undefined;
  return isWritten
    ? `${reads} and gets an email: “${words.subject}”.`
    : `${reads} and gets no email.`;
}
