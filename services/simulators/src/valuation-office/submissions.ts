import type { Shelf } from "../shelf.ts";
import { changedAt, type Finding, type State, type Submission } from "./submission.ts";

/** The submissions of one billing authority. */
export interface Submissions {
  /** Oldest first. */
  all(): readonly Submission[];
  find(reference: string): Submission | undefined;
  /** Those that came to where they stand at this moment or later. */
  changedSince(moment: Date): readonly Submission[];
  take(reference: string, xml: string): Submission;
  /** Move a submission on, with what is wrong with it. */
  move(reference: string, state: State, findings?: readonly Finding[]): void;
}

export function createSubmissions(shelf: Shelf<Submission>, now: () => Date): Submissions {
  const eventOf = (state: State) => ({ state, at: now().toISOString() });
  return {
    all: () => shelf.values(),
    find: (reference) => shelf.get(reference),
    changedSince: (moment) =>
      shelf.values().filter((held) => Date.parse(changedAt(held)) >= moment.getTime()),
    take(reference, xml) {
      const taken: Submission = {
        reference,
        state: "Pending",
        xml,
        findings: [],
        events: [eventOf("Pending")],
      };
      shelf.put(reference, taken);
      return taken;
    },
    move(reference, state, findings = []) {
      const held = shelf.get(reference);
      if (!held) throw new Error(`There is no submission ${reference}`);
      const events = [...held.events, eventOf(state)];
      shelf.put(reference, { ...held, state, findings: [...findings], events });
    },
  };
}
