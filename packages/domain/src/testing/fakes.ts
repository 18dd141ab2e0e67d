import type {
  Change,
  Code,
  Connector,
  Envelope,
  Operation,
  Outcome,
  Outgoing,
  Sender,
  SendOutcome,
} from "@guildhall/contract";

/** A back office that keeps what it is sent, takes it as `CASE-1`, `CASE-2`, …, and answers otherwise when told to. */
export class FakeBackOffice implements Connector {
  readonly sent: Outgoing[] = [];
  does: ReadonlySet<Operation> = new Set<Operation>(["create", "update", "note", "attach"]);
  /** Whether it tells, after doubt, if it has the case. */
  tells = false;
  /** What it answers instead of taking the case; a function may wait, look or throw. */
  answer: Outcome | ((outgoing: Outgoing) => Outcome | Promise<Outcome>) | undefined;
  /** What has changed in it, for whoever asks. */
  changes: Change[] = [];
  /** The windows it was asked about. */
  readonly asked: { readonly from: Date; readonly to: Date }[] = [];
  /** How it answers for a code list, where it can be asked for one. */
  codes?: (list: string) => Promise<readonly Code[]>;

  canBeAsked(): boolean {
    return this.tells;
  }

  async send(outgoing: Outgoing): Promise<Outcome> {
    this.sent.push(outgoing);
    if (typeof this.answer === "function") return this.answer(outgoing);
    return this.answer ?? { outcome: "accepted", reference: `CASE-${this.sent.length}` };
  }

  async poll(window: { from: Date; to: Date }): Promise<readonly Change[]> {
    this.asked.push(window);
    return this.changes;
  }
}

/** A way to reach people that keeps what it is given, and answers otherwise when told to. */
export class FakeSender implements Sender {
  readonly sent: Envelope[] = [];
  answer: SendOutcome = { outcome: "sent" };

  async send(envelope: Envelope): Promise<SendOutcome> {
    this.sent.push(envelope);
    return this.answer;
  }
}
