import type { Outcome } from "@guildhall/contract";
import { elements, text, texts, withXml, type XmlElement, XmlFault } from "@guildhall/xml";
import type { Answer } from "../http/exchange.ts";
import { outcomeOfStatus, retryAfter } from "../http/outcome.ts";
import type { Setback } from "../not-accepted.ts";

/** What a SOAP reply says, apart from its status. Its texts are compared here and go no further. */
export interface Reply {
  readonly faultCode: string | undefined;
  readonly success: string | undefined;
  readonly reference: string | undefined;
  readonly saysDuplicate: boolean;
  readonly saysBusy: boolean;
  readonly saysLoggedOff: boolean;
}

/** An answer with what its SOAP body says; no reply where there is none that may be read. */
export interface SoapAnswer extends Answer {
  readonly reply: Reply | undefined;
}

/** Read what every SOAP reply may say. */
export function toSoapAnswer(answer: Answer): SoapAnswer {
  return { ...answer, reply: readReply(answer) };
}

function readReply(answer: Answer): Reply | undefined {
  return readSoap(answer, (body) => {
    const words = [...texts(body, "MessageBrief"), ...texts(body, "faultstring")].join("\n");
    return {
      faultCode: text(body, "Fault/faultcode")?.replace(/^.*:/, ""),
      success: text(body, "TransactionSuccess")?.toLowerCase(),
      reference: referenceIn(body),
      saysDuplicate: /already got that report/i.test(words),
      saysBusy: /\bbusy\b|maintenance|locked by/i.test(words),
      saysLoggedOff: loggedOff.test(words),
    };
  });
}

/** Read from a reply's SOAP body; undefined when there is none. */
export function readSoap<T>(answer: Answer, read: (body: XmlElement) => T): T | undefined {
  try {
    return withXml(answer.body, (root) => {
      const [body] = root.name === "Envelope" ? elements(root, "Body") : [];
      return body && read(body);
    });
  } catch (error) {
    if (error instanceof XmlFault) return undefined;
    throw error;
  }
}

/** Tell whether the session was not recognised, so that nothing was done. */
export function isLoggedOff({ status, reply }: SoapAnswer): boolean {
  if (reply?.success === "true") return false;
  return (
    reply?.saysLoggedOff || status === 401 || status === 403 || (status >= 300 && status < 400)
  );
}

/**
 * Say what the answer to a submission means.
 *
 * The body decides: a business failure is a successful reply, and a fault may come with any status.
 * There is no asking afterwards, so whatever leaves it open is ambiguous, a success that names no
 * case among it.
 */
export function outcomeOf(answer: SoapAnswer, ourReference: string, now: Date): Outcome {
  const { reply } = answer;
  if (reply?.faultCode) return outcomeOfFaultCode(reply.faultCode, reply);
  if (reply?.success === "true") {
    if (reply.reference) return { outcome: "accepted", reference: reply.reference };
    return { outcome: "ambiguous", code: "reference-missing" };
  }
  if (reply?.success === "false") return outcomeOfFailure(reply, ourReference);
  return outcomeWithoutReply(answer, now);
}

/**
 * Say what stands in the way of a call that is answered with nothing, or with what was asked for; undefined
 * where nothing does.
 */
export function setbackOf(answer: SoapAnswer, now: Date): Setback | undefined {
  const { reply, status } = answer;
  if (!reply) return outcomeWithoutReply(answer, now);
  if (reply.faultCode) return outcomeOfFaultCode(reply.faultCode, reply);
  if (reply.success === "false") return outcomeOfRefusal(reply);
  return status < 300 ? undefined : outcomeWithoutReply(answer, now);
}

/** They have the case; where they do not say under which reference, ours finds it there. */
function outcomeOfFailure(reply: Reply, ourReference: string): Outcome {
  if (reply.saysDuplicate) {
    return { outcome: "accepted", reference: reply.reference ?? ourReference, duplicate: true };
  }
  return outcomeOfRefusal(reply);
}

function outcomeOfRefusal(reply: Reply): Setback {
  if (reply.saysBusy) return { outcome: "retry", code: "busy" };
  return { outcome: "refused", code: "transaction-refused" };
}

function outcomeOfFaultCode(faultCode: string, reply: Reply): Setback {
  if (!/^Server\b/.test(faultCode)) return { outcome: "refused", code: "soap-fault-client" };
  if (reply.saysBusy) return { outcome: "retry", code: "busy" };
  return { outcome: "ambiguous", code: "soap-fault-server" };
}

/** A gateway also answers 503 after it passed a request on; only with a time to come back is it a plain "not now". */
function outcomeWithoutReply(answer: Answer, now: Date): Setback {
  const isVague = answer.status === 503 && retryAfter(answer, now).afterMs === undefined;
  return isVague ? { outcome: "ambiguous", code: "answered-5xx" } : outcomeOfStatus(answer, now);
}

const loggedOff =
  /not logged (?:on|in)|log(?:ged)? ?(?:on|in) (?:first|again|required)|(?:invalid|no|unknown) session|session (?:has |is |was )?(?:been )?(?:expired|ended|timed out|lost|invalid)/i;

function referenceIn(body: XmlElement): string | undefined {
  const reference = text(body, "ServiceRequestIdentification/ReferenceValue");
  return reference && /^[\w/.-]{1,60}$/.test(reference) ? reference : undefined;
}
