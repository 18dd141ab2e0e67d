import { NotAccepted } from "./not-accepted.ts";

/**
 * A connector cannot be made or cannot look for changes.
 *
 * Its code is one of ours, never the other side's text.
 */
export class ConnectorFault extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "ConnectorFault";
    this.code = code;
  }
}

/** Let a question that changes nothing fail as a fault with one of our codes. */
export async function orFault<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    throw error instanceof NotAccepted ? new ConnectorFault(error.outcome.code) : error;
  }
}
