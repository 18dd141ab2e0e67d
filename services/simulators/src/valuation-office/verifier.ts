import type { Finding } from "./submission.ts";
import type { Submissions } from "./submissions.ts";

/** Checks what came in, by itself. */
export interface Verifier {
  /** Check a submission that is pending, some time after it was taken. */
  verify(reference: string): void;
  /** Ends when all that came in is checked. */
  settled(): Promise<void>;
}

/**
 * Make a verifier over submissions. What was pending when it ended before is checked now.
 *
 * A check that cannot be made leaves the submission unknown, which is for an officer.
 */
export function createVerifier(
  submissions: Submissions,
  check: (xml: string) => Promise<readonly Finding[]>,
): Verifier {
  const running = new Set<Promise<void>>();

  async function run(reference: string): Promise<void> {
    const findings = await findingsOf(submissions.find(reference)?.xml ?? "");
    if (submissions.find(reference)?.state !== "Pending") return;
    if (!findings) submissions.move(reference, "Unknown", [notChecked]);
    else submissions.move(reference, findings.length > 0 ? "Failed" : "Verified", findings);
  }

  async function findingsOf(xml: string): Promise<readonly Finding[] | undefined> {
    try {
      return await check(xml);
    } catch {
      return undefined;
    }
  }

  const verify: Verifier["verify"] = (reference) => {
    const work = run(reference).finally(() => running.delete(work));
    running.add(work);
  };
  for (const { reference, state } of submissions.all()) if (state === "Pending") verify(reference);
  return {
    verify,
    async settled() {
      await Promise.all(running);
    },
  };
}

const notChecked: Finding = { code: "5000", sentence: "The file could not be checked." };
