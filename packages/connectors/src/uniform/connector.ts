import type { Connector, Outcome, Outgoing } from "@guildhall/contract";
import { elements, text, texts, withXml, XmlFault } from "@guildhall/xml";
import { NotAccepted, settled } from "../not-accepted.ts";
import { seeChanges } from "./changes.ts";
import { readCodes } from "./codes.ts";
import type { Operation } from "./operations.ts";
import { outcomeOf } from "./reply.ts";
import { Session, type SessionOptions } from "./session.ts";
import type { UniformSettings } from "./settings.ts";

export type UniformOptions = SessionOptions & { readonly settings: UniformSettings };

/**
 * Speak to one council's Uniform.
 *
 * It has no way of asking for a case by our reference, so a submission whose answer is lost is never
 * made again by itself.
 */
export function createUniform({ settings, ...options }: UniformOptions): Connector {
  const session = new Session(options);

  async function submit(outgoing: Outgoing, signal: AbortSignal): Promise<Outcome> {
    const operation = readOperation(outgoing, settings.referenceType);
    const headers = { ...outgoing.headers, "idempotency-key": outgoing.key };
    const answer = await session.call(operation, headers, signal);
    return outcomeOf(answer, outgoing.reference, options.deps.now());
  }

  return {
    does: new Set(["create"]),
    canBeAsked: () => false,
    async send(outgoing, signal) {
      const outcome = await settled(submit(outgoing, signal));
      if (outcome.outcome === "ambiguous") session.forget();
      return outcome;
    },
    codes: (list, signal) => readCodes(session, list, signal),
    poll: (window, signal) => seeChanges(session, window, signal),
  };
}

/** Take the operation's name from the document itself, and make sure that the case will carry our reference. */
function readOperation({ body, reference }: Outgoing, type: string | undefined): Operation {
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

function refused(code: string): NotAccepted {
  return new NotAccepted({ outcome: "refused", code });
}
