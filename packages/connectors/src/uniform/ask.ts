import { ConnectorFault } from "../connector-fault.ts";
import { NotAccepted } from "../not-accepted.ts";
import type { Operation } from "./operations.ts";
import type { SoapAnswer } from "./reply.ts";
import type { Session } from "./session.ts";

/**
 * Ask Uniform for something that changes nothing there, so that asking again does no harm.
 *
 * @throws ConnectorFault with one of our codes
 */
export async function ask(
  session: Session,
  operation: Operation,
  signal: AbortSignal,
): Promise<SoapAnswer> {
  try {
    return await session.call(operation, {}, signal);
  } catch (error) {
    throw error instanceof NotAccepted ? new ConnectorFault(error.outcome.code) : error;
  }
}

/** Whether it would not say; what is no reply at all fails the asking. */
export function isRefused({ reply }: SoapAnswer): boolean {
  if (!reply) throw new ConnectorFault("bad-answer");
  return reply.faultCode !== undefined || reply.success === "false";
}
