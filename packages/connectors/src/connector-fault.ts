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
