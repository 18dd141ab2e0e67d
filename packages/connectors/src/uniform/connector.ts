import type { Connector, Operation, Outcome, Outgoing } from "@guildhall/contract";
import { elements, text, texts, withXml, XmlFault } from "@guildhall/xml";
import { ChangeKeys } from "../change-keys.ts";
import { harmless, refused, settled } from "../not-accepted.ts";
import { addNote } from "./add-note.ts";
import { seeChanges } from "./changes.ts";
import { readCodes } from "./codes.ts";
import type { Operation as Call } from "./operations.ts";
import { outcomeOf } from "./reply.ts";
import { Session, type SessionOptions } from "./session.ts";
import type { UniformSettings } from "./settings.ts";

export type UniformOptions = SessionOptions & { readonly settings: UniformSettings };

/**
 * Speak to one council's Uniform.
 *
 * It has no way of asking for a case by our reference, so a submission whose answer is lost is never
 * made again by itself. A note can be looked for in its case, so it is. Files go only as addresses
 * in what is submitted.
 */
export function createUniform({ settings, ...options }: UniformOptions): Connector {
  const session = new Session(options);
  const keys = new ChangeKeys();
  const { notes, visibleVisits } = settings;

  async function submit(outgoing: Outgoing, signal: AbortSignal): Promise<Outcome> {
    const operation = readOperation(outgoing, settings.referenceType);
    const headers = { ...outgoing.headers, "idempotency-key": outgoing.key };
    const answer = await session.call(operation, headers, signal);
    return outcomeOf(answer, outgoing.reference, options.deps.now());
  }

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<Outcome> {
    if (outgoing.does === "create") return submit(outgoing, signal);
    if (outgoing.does !== "note" || !notes) throw refused("not-configured");
    return harmless(addNote({ session, settings: notes, now: options.deps.now }, outgoing, signal));
  }

  return {
    does: new Set<Operation>(notes ? ["create", "note"] : ["create"]),
    canBeAsked: (operation) => operation === "note",
    async send(outgoing, signal) {
      const outcome = await settled(send(outgoing, signal));
      if (outcome.outcome === "ambiguous") session.forget();
      return outcome;
    },
    codes: (list, signal) => readCodes(session, list, signal),
    poll: (window, signal) => seeChanges(session, { window, keys, visibleVisits }, signal),
  };
}

/** Take the operation's name from the document itself, and make sure that the case will carry our reference. */
function readOperation({ body, reference }: Outgoing, type: string | undefined): Call {
  const element = body.replace(/^\s*(?:<\?xml[^>]*\?>\s*)?/, "");
  const { name, references } = readDocument(element);
  if (!/^Submit\w{1,60}ServiceRequest$/.test(name)) throw refused("document-invalid");
  const isCarried = references.some((held) => held.type === type && held.value === reference);
  if (type !== undefined && !isCarried) throw refused("our-reference-missing");
  return { name, body: element };
}

function readDocument(element: string) {
  try {
    return withXml(Buffer.from(element), (root) => ({
      name: root.name,
      references: elements(root, "AlternativeReference").map((held) => ({
        type: text(held, "ReferenceType"),
        value: texts(held, "ReferenceValue")[0],
      })),
    }));
  } catch (error) {
    throw error instanceof XmlFault ? refused("document-invalid") : error;
  }
}
