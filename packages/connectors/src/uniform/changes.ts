import { createHash } from "node:crypto";
import type { Change } from "@guildhall/contract";
import { elements, text } from "@guildhall/xml";
import { ConnectorFault } from "../connector-fault.ts";
import { ask, isRefused } from "./ask.ts";
import { listChanged, readCase } from "./operations.ts";
import { readSoap, type SoapAnswer } from "./reply.ts";
import type { Session } from "./session.ts";

/**
 * See what has changed since the beginning of a window: the latest state of each case, once.
 *
 * Uniform says which cases changed but not when nor how, so each is read, and the key of a change is
 * made of what it came to. A case that Uniform refuses to show is left out, or it would hold up all
 * others; anything else that goes wrong fails the whole look, to be taken again.
 *
 * @throws ConnectorFault
 */
export async function seeChanges(
  session: Session,
  window: { from: Date; to: Date },
  signal: AbortSignal,
): Promise<readonly Change[]> {
  const list = await ask(session, listChanged(window.from), signal);
  if (isRefused(list)) throw new ConnectorFault("list-refused");
  const changes: Change[] = [];
  for (const reference of generalReferences(list)) {
    const change = readChange(await ask(session, readCase(reference), signal), reference);
    if (change) changes.push({ ...change, at: window.to });
  }
  return changes;
}

/** The list mixes cases of every kind, and each kind has a reading operation of its own. */
function generalReferences(list: SoapAnswer): ReadonlySet<string> {
  const references = readSoap(list, (body) =>
    elements(body, "RefVals")
      .filter((entry) => text(entry, "RequestType") === "GENERAL")
      .flatMap((entry) => text(entry, "ReferenceValue") ?? []),
  );
  return new Set(references);
}

function readChange(answer: SoapAnswer, reference: string): Omit<Change, "at"> | undefined {
  if (isRefused(answer)) return undefined;
  const details = readSoap(answer, (body) => ({
    status: text(body, "AdministrationDetails/StatusCode"),
    closing: text(body, "AdministrationDetails/ClosingActionCode"),
  }));
  if (!details?.status) return undefined;
  const status = [details.status, details.closing].filter(Boolean).join("/");
  return { reference, status, changeKey: `${reference.replaceAll("/", "_")}_${digest(status)}` };
}

function digest(status: string): string {
  return createHash("sha256").update(status).digest("hex").slice(0, 8);
}
