import { ConnectorFault, orFault } from "../connector-fault.ts";
import type { Operation } from "./operations.ts";
import type { SoapAnswer } from "./reply.ts";
import type { Session } from "./session.ts";

/**
 * Ask Uniform for something that changes nothing there, so that asking again does no harm.
 *
 * @throws ConnectorFault with one of our codes
 */
export function ask(
  session: Session,
  operation: Operation,
  signal: AbortSignal,
): Promise<SoapAnswer> {
  return orFault(session.call(operation, {}, signal));
}

/** Whether it would not say; what is no reply at all fails the asking. */
export function isRefused({ reply }: SoapAnswer): boolean {
  if (!reply) throw new ConnectorFault("bad-answer");
  return reply.faultCode !== undefined || reply.success === "false";
}
