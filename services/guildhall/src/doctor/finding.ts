/** What a look at one thing found, in a plain sentence. */
export interface Finding {
  readonly check: string;
  /** Only `failed` keeps the platform from running, or from running safely. */
  readonly status: "ok" | "warning" | "failed";
  readonly sentence: string;
}

export type Look = () => Finding | Promise<Finding>;

/** Ways to say what one check found. */
export function findingsOf(check: string) {
  const say = (status: Finding["status"]) => (sentence: string) => ({ check, status, sentence });
  return { ok: say("ok"), warning: say("warning"), failed: say("failed") };
}

/** Look at one thing after the other; a look that fails is a finding too. */
export async function lookAtAll(looks: Readonly<Record<string, Look>>): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [check, look] of Object.entries(looks)) {
    try {
      findings.push(await look());
    } catch (error) {
      const sentence = error instanceof Error ? error.message : "It could not be looked at.";
      findings.push({ check, status: "failed", sentence });
    }
  }
  return findings;
}
